"""A day's seal in lines for people; what a scanned one says of this store: Vietnamese and English."""

from onestop_desktop.domain.day_sheet import SealCheck
from onestop_desktop.domain.moments import day_words
from onestop_desktop.domain.seal import Seal

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

_LINES: tuple[tuple[str, str], ...] = (
    ("Niêm phong ngày {day}: {words}", "Seal of {day}: {words}"),
    ("Đến bản ghi số {entries}", "Up to entry {entries}"),
    ("Mã quét: {code}", "To be scanned: {code}"),
)
_CLOSED = ("Đã kết thúc ngày {day}.", "The day {day} is closed.")


def seal_lines(seal: Seal, language: str = "vi") -> tuple[str, ...]:
    """The seal to read aloud, how far it reaches, what a scanner reads."""
    told = {"day": day_words(seal.day), "words": seal.words}
    told |= {"entries": str(seal.entries), "code": seal.code}
    return tuple(line[language == "en"].format(**told) for line in _LINES)


def closed_words(seal: Seal, language: str = "vi") -> str:
    """That the day is closed."""
    return _CLOSED[language == "en"].format(day=day_words(seal.day))


def seal_check_words(check: SealCheck, language: str = "vi") -> str:
    """The line for an officer."""
    latest = day_words(check.latest) if check.latest else "–"
    return _WORDS[check.kind][language == "en"].format(
        day=day_words(check.seal.day),
        entries=check.seal.entries,
        mine=check.entries,
        latest=latest,
    )
