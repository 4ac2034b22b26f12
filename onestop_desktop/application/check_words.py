"""What `verify` and `doctor` found, in words for people: Vietnamese and English, a sentence for each kind."""

from collections.abc import Mapping
from typing import Any

from onestop_desktop.application.pages import JournalCheck

FAULTS: dict[str, tuple[str, str]] = {
    "page_damaged": (
        "Tệp sổ hỏng: {page}. Ngừng ghi, lấy lại bản sao lưu tốt gần nhất.",
        "The store's file is damaged: {page}. Write no more, bring the newest good backup back.",
    ),
    "key_broken": (
        "Dòng trỏ vào chỗ không có: {page}.",
        "A row points at one that is not there: {page}.",
    ),
    "number_missing": (
        "Trước bản ghi số {sequence} thiếu bản ghi: đã bị xóa.",
        "Before entry {sequence} one is missing: it was deleted.",
    ),
    "entry_changed": (
        "Bản ghi số {sequence} đã bị sửa ngoài chương trình.",
        "Entry {sequence} was changed outside the program.",
    ),
    "facts_changed": (
        "Nội dung bản ghi số {sequence} đã bị sửa ngoài chương trình.",
        "What entry {sequence} says was changed outside the program.",
    ),
    "facts_missing": (
        "Nội dung bản ghi số {sequence} đã mất mà không có bản ghi cho xóa.",
        "What entry {sequence} says is gone, and no entry let it go.",
    ),
    "head_differs": (
        "Cuối chuỗi không khớp bản ghi số {sequence}: phần sau đã bị cắt hoặc thay.",
        "The chain's head does not fit entry {sequence}: the end was cut off or replaced.",
    ),
    "seal_differs": (
        "Niêm phong {seal}, lưu ở bản ghi số {sequence}, không còn khớp: sổ trước đó đã bị viết lại.",
        "The seal {seal}, kept in entry {sequence}, fits no more: what stood before it was rewritten.",
    ),
    "dossier_row_missing": (
        "Hồ sơ {dossier} có bản ghi nhưng mất dòng trong danh sách.",
        "Dossier {dossier} has entries, its row in the lists is gone.",
    ),
    "dossier_without_entry": (
        "Hồ sơ {dossier} có dòng trong danh sách nhưng không có bản ghi tiếp nhận.",
        "Dossier {dossier} has a row in the lists, no entry received it.",
    ),
    "received_twice": (
        "Hồ sơ {dossier} có hai bản ghi tiếp nhận.",
        "Dossier {dossier} has two entries of its reception.",
    ),
    "fold_impossible": (
        "Các bản ghi của hồ sơ {dossier} không dựng lại được.",
        "The entries of dossier {dossier} cannot be put together.",
    ),
    "row_differs": (
        "Hồ sơ {dossier}: dòng trong danh sách khác với các bản ghi.",
        "Dossier {dossier}: its row in the lists says something else than its entries.",
    ),
    "slip_differs": (
        "Hồ sơ {dossier}: phiếu tiếp nhận đang lưu khác với bản ghi.",
        "Dossier {dossier}: its stored slip says something else than its entries.",
    ),
    "slips_unnamed": (
        "Sổ lưu {slips} phiếu tiếp nhận, bản ghi nói {made}.",
        "The store has {slips} slips, its entries tell of {made}.",
    ),
    "request_differs": (
        "Hồ sơ {dossier}: mã yêu cầu đang lưu khác với bản ghi tiếp nhận.",
        "Dossier {dossier}: the request kept for it is not the one its entry tells of.",
    ),
    "number_twice": (
        "Dãy số {series}: số {number} cấp hai lần.",
        "Series {series}: number {number} was given twice.",
    ),
    "number_unaccounted": (
        "Dãy số {series}: số {number} không có bản ghi nào, cũng không ghi hỏng.",
        "Series {series}: number {number} has no entry and was not spoilt.",
    ),
    "series_differs": (
        "Dãy số {series} đang đứng ở {last}, số cuối đã cấp là {given}.",
        "Series {series} stands at {last}, the last number given is {given}.",
    ),
    "delegation_differs": (
        "Ủy quyền số {delegation} khác với bản ghi.",
        "Delegation {delegation} says something else than its entry.",
    ),
    "account_differs": (
        "Tài khoản {account} khác với bản ghi: vai, mật khẩu hay tình trạng đã bị sửa.",
        "Account {account} says something else than its entry: role, password or state was changed.",
    ),
    "certification_differs": (
        "Sổ chứng thực {certification}: khác với bản ghi.",
        "Certification {certification} says something else than its entry.",
    ),
    "book_year_differs": (
        "Quyển sổ {book_year}: khác với bản ghi.",
        "The volume of {book_year} is not the one its entry tells of.",
    ),
    "payment_differs": (
        "Biên lai {payment}: khác với bản ghi số {sequence}.",
        "Receipt {payment} says something else than entry {sequence}.",
    ),
    "count_differs": (
        "Số liệu ngày {day} ({figure}) khác với các hồ sơ.",
        "The figures of {day} ({figure}) differ from the dossiers.",
    ),
    "desk_differs": (
        "Phần {part} của bộ phận một cửa đã đổi sau bản ghi số {sequence} mà không có bản ghi.",
        "The desk's {part} was changed after entry {sequence} without an entry.",
    ),
    "parked_differs": (
        "Hồ sơ đang tạm gác đã bị sửa ngoài chương trình.",
        "Receptions put aside were changed outside the program.",
    ),
    "words_differ": (
        "Tìm kiếm lệch với danh sách: {count} hồ sơ.",
        "The search does not fit the lists: {count} dossiers.",
    ),
    "part_unreadable": (
        "Không đọc được phần {part} của sổ.",
        "The store's part {part} cannot be read.",
    ),
}
_PARTS: dict[str, tuple[str, str]] = {
    "chain": ("nhật ký", "journal"),
    "agency": ("thông tin cơ quan", "agency data"),
    "calendar": ("lịch làm việc", "calendar"),
    "catalogue": ("danh mục thủ tục", "catalogue"),
    "dossier": ("hồ sơ", "dossiers"),
    "series": ("dãy số", "number series"),
    "delegation": ("ủy quyền", "delegations"),
    "books": ("sổ chứng thực và tiền", "books and money"),
    "day_count": ("số liệu ngày", "figures of days"),
    "desk": ("thông tin bộ phận", "the desk"),
    "parked": ("hồ sơ tạm gác", "parked receptions"),
    "words": ("tìm kiếm", "search"),
}
_GOOD = ("Sổ nguyên vẹn: {entries} bản ghi.", "The journal holds: {entries} entries.")
_BAD = (
    "Sổ có {count} chỗ sai trong {entries} bản ghi, chỗ sớm nhất ghi trước.",
    "{count} faults in {entries} entries, the earliest first.",
)
_SERIES: dict[str, tuple[str, str]] = {
    "code": ("mã hồ sơ {of}", "dossier codes {of}"),
    "register": ("sổ đăng ký {of}", "register {of}"),
    "receipt": ("giấy tiếp nhận {of}", "receipt slips {of}"),
    "fee-receipt": ("biên lai thu phí {of}", "fee receipts {of}"),
    "book-copies": ("sổ chứng thực bản sao {of}", "book of copies {of}"),
    "book-signatures": ("sổ chứng thực chữ ký {of}", "book of signatures {of}"),
    "book-translations": ("sổ chứng thực chữ ký người dịch {of}", "book of translations {of}"),
    "book-deeds": ("sổ chứng thực hợp đồng {of}", "book of deeds {of}"),
    "form-02": ("phiếu yêu cầu bổ sung {of}", "supplement requests {of}"),
    "form-03": ("phiếu từ chối {of}", "refusal notices {of}"),
    "form-04": ("phiếu xin lỗi {of}", "apology letters {of}"),
    "form-05": ("thông báo dừng {of}", "stop notices {of}"),
    "form-06": ("phiếu kiểm soát {of}", "control slips {of}"),
    "form-hand_over": ("phiếu bàn giao {of}", "hand-over lists {of}"),
    "form-day_sheet": ("tờ ngày {of}", "day sheets {of}"),
}


def fault_words(fault: Mapping[str, Any], language: str = "vi") -> str:
    """One fault as a sentence."""
    at = int(language == "en")
    told = {name: str(value) for name, value in fault.items()}
    if told.get("part") in _PARTS:
        told["part"] = _PARTS[told["part"]][at]
    if "series" in told:
        told["series"] = _series_words(told["series"], at)
    return FAULTS[str(fault["fault"])][at].format_map(told)


def _series_words(name: str, at: int) -> str:
    """receipt:2026 as people call it; a series nobody named here stays as it is."""
    kind, _, of = name.partition(":")
    words = _SERIES.get(kind)
    return words[at].format(of=of.replace(":", ", ")) if words else name


def check_lines(check: JournalCheck, language: str = "vi") -> tuple[str, ...]:
    """What came of a check: one line when all is well, else the first fault and then all others."""
    at, first = int(language == "en"), check.first
    entries = f"{check.entries:,}".replace(",", ".")
    if first is None:
        return (_GOOD[at].format(entries=entries),)
    rest = [fault for fault in check.faults if fault is not first]
    head = _BAD[at].format(count=len(check.faults), entries=entries)
    return (head, *(fault_words(fault, language) for fault in (first, *rest)))
