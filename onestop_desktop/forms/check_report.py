"""The report on a check of the store, for an inspector to read and sign."""

from onestop_desktop.domain.check_report import CheckReport
from onestop_desktop.forms.feet import Signer
from onestop_desktop.forms.letters import SIGN_AND_SEAL, Letter, desk_head
from onestop_desktop.forms.panel import plain
from onestop_desktop.forms.registry import form
from onestop_desktop.forms.wording import dong, hour_in_words, labelled

TITLE = "BIÊN BẢN KIỂM TRA SỔ"
_WHAT = {
    "verify": "tính lại chuỗi bản ghi, niêm phong các ngày, rồi so mọi bản chép với bản ghi",
    "doctor": "dựng lại từng hồ sơ và so với danh sách; so dãy số, số liệu, sổ, tiền với bản ghi",
}


@form("check")
def draw_check(facts: CheckReport, *, size: str = "A4", reprint: int = 0) -> bytes:
    """What was checked, the seal it stands for, every fault in words, two signatures."""
    head = desk_head(facts, facts.officer)
    kind = ("BBKT", facts.agency["number_suffix"])
    letter = Letter(head, TITLE, *kind, size=size, reprint=reprint)
    letter.line(f"Thời điểm kiểm tra: {hour_in_words(facts.at)}")
    letter.line(labelled("Người kiểm tra", facts.officer))
    letter.line(f"Nội dung kiểm tra: {_WHAT[facts.kind]}.")
    letter.line(f"Chương trình: Một cửa, phiên bản {plain(facts.program)}")
    letter.line(f"Số bản ghi đã đọc: <b>{dong(facts.entries)}</b>")
    letter.line(f"Niêm phong đến bản ghi cuối: <b>{plain(facts.seal_words)}</b>")
    letter.line(f"Mã niêm phong: {plain(facts.seal_code)}")
    if not facts.count:
        letter.line("Kết quả: <b>sổ nguyên vẹn, không có chỗ sai.</b>")
    else:
        letter.line(f"Kết quả: <b>có {dong(facts.count)} chỗ sai</b>, chỗ sớm nhất ghi trước.")
    for at, fault in enumerate(facts.faults, start=1):
        letter.line(f"{at}. {plain(fault)}")
    if facts.count > len(facts.faults):
        letter.line(f"Và {dong(facts.count - len(facts.faults))} chỗ sai khác.")
    leader = Signer("THỦ TRƯỞNG ĐƠN VỊ", "", how=SIGN_AND_SEAL)
    return letter.close(Signer("NGƯỜI KIỂM TRA", facts.officer), leader)
