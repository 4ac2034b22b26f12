"""What a scanned seal says of this store, in one line: Vietnamese and English."""

from onestop_desktop.domain.day_sheet import SealCheck
from onestop_desktop.domain.moments import day_words

_WORDS: dict[str, tuple[str, str]] = {
    "same": (
        "Đúng sổ của ngày {day}: đủ {entries} bản ghi, niêm phong khớp.",
        "This is the store of {day}: all {entries} entries are here, the seal holds.",
    ),
    "older_sheet": (
        "Đúng sổ này, nhưng tờ ngày {day} đã cũ; tờ mới nhất là ngày {latest}: quét tờ đó.",
        "This is the store, but the sheet of {day} is old; the newest is of {latest}: scan that one.",
    ),
    "older_store": (
        "Sổ đang mở CŨ HƠN tờ ngày {day}: chỉ có {mine} bản ghi, tờ ghi {entries}. "
        "Dừng tiếp nhận, báo quản trị lấy lại sổ đúng.",
        "The open store is OLDER than the sheet of {day}: it has {mine} entries, the sheet {entries}. "
        "Stop receiving and have the administrator bring the right store back.",
    ),
    "other_desk": (
        "Tờ ngày {day} là của sổ khác; kiểm tra máy này đang mở đúng sổ chưa. Chưa ghi gì.",
        "The sheet of {day} belongs to another store; look whether this PC opens the right one. "
        "Nothing was stored.",
    ),
    "differs": (
        "Bản ghi số {entries} của sổ này KHÁC với tờ ngày {day}: sổ đã bị thay. Báo quản trị.",
        "Entry {entries} of this store DIFFERS from the sheet of {day}: the store was replaced. "
        "Tell the administrator.",
    ),
}


def check_words(check: SealCheck, language: str = "vi") -> str:
    """The line for an officer."""
    latest = day_words(check.latest) if check.latest else "–"
    return _WORDS[check.kind][language == "en"].format(
        day=day_words(check.seal.day),
        entries=check.seal.entries,
        mine=check.entries,
        latest=latest,
    )
