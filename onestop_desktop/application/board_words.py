"""The words of the board, Vietnamese and English: names of figures, how each is counted, up to when."""

from dataclasses import asdict
from datetime import datetime

from onestop_desktop.application.pressing import BEFORE_LEADER, CITIZEN, TO_FETCH
from onestop_desktop.application.read_board import Board, PeriodFigures
from onestop_desktop.domain.figures import Figures
from onestop_desktop.domain.moments import day_words

_WORDS: dict[str, tuple[str, str]] = {
    "today": ("Hồ sơ hôm nay, {day}", "Dossiers today, {day}"),
    "received": ("Đã nhận", "Received"),
    "received_is": ("tiếp nhận trong ngày", "received today"),
    "settled": ("Đã giải quyết", "Settled"),
    "settled_is": ("lần đầu, trong ngày", "first settled today"),
    "soon": ("Sắp hết hạn", "Almost due"),
    "soon_is": ("trong 1 giờ làm việc", "within 1 working hour"),
    "overdue": ("Quá hạn", "Overdue"),
    "overdue_is": ("còn mở, đã qua hạn", "open past the due time"),
    "overdue_parts": (
        "{told} đã xin lỗi, {not_told} chưa",
        "{told} apologised, {not_told} not",
    ),
    "missed": ("Trễ giờ hẹn", "Promise missed"),
    "missed_is": ("đúng hạn, sau giờ hẹn", "on time, after the hour"),
    "paused": ("Tạm dừng", "Paused"),
    "paused_is": ("chờ bổ sung, nộp tiền", "papers, payment awaited"),
    "shares": ("Trước hạn và đúng hạn", "Early and on time"),
    "goal": ("vạch đậm: chỉ tiêu {goal} %", "thick line: target {goal} %"),
    "satisfied": (
        "Người dân hài lòng trong năm: {share}, {n} ý kiến",
        "Citizens pleased this year: {share} of {n} answers",
    ),
    "not_rated": ("Năm nay chưa có ý kiến của người dân", "No citizen has answered this year"),
    "waiting": ("Đang chờ ai", "Who is waited for"),
    "waiting_is": (
        "mọi hồ sơ còn mở, nhạt: chờ công dân",
        "every open dossier; light: the citizen",
    ),
    "waiting_more": ("và {n} hồ sơ ở người khác", "and {n} with others"),
    "hours": ("Theo giờ hôm nay", "By hour today"),
    "hour": ("{hour} giờ", "{hour}:00"),
    "hour_received": ("nhận", "received"),
    "hour_settled": ("giải quyết", "settled"),
    "next": ("Cần giải quyết trong ngày", "To settle today"),
    "next_more": ("và {n} hồ sơ nữa", "and {n} more"),
    "next_none": ("Không còn hồ sơ nào đến hạn hôm nay.", "Nothing more is due today."),
    "nothing": ("Chưa có hồ sơ nào trong thời gian này.", "No dossier in this time."),
    "more": ("và {n} dòng nữa", "and {n} more"),
    "by_procedure": ("Theo thủ tục", "By procedure"),
    "by_officer": ("Theo cán bộ", "By officer"),
}
_WAITS = {
    BEFORE_LEADER: ("Lãnh đạo", "The leader"),
    CITIZEN: ("Công dân bổ sung, nộp tiền", "The citizen: papers, payment"),
    TO_FETCH: ("Công dân đến lấy", "The citizen: to fetch"),
}
_FORMULAS = {
    "share": (
        "(trước hạn + đúng hạn) / đã giải quyết lần đầu, theo hạn luật định; số liệu đến {when}",
        "(early + on time) / first settled, by the legal term; as of {when}",
    ),
}
_LINES: dict[str, tuple[str, str]] = {
    "head": (
        "Đã giải quyết {settled}, trước hạn và đúng hạn {share}",
        "Settled {settled}, early and on time {share}",
    ),
    "day": ("Ngày {last}", "On {last}"),
    "days": ("Từ {first} đến {last}", "From {first} to {last}"),
    "verdicts": (
        "Trước hạn {early}, đúng hạn {on_time}, trễ hạn {late} (đã xin lỗi {late_apologised})",
        "Early {early}, on time {on_time}, late {late} ({late_apologised} with an apology)",
    ),
    "flow": (
        "Kỳ trước chuyển sang {carried}, đã nhận {received}, còn mở {open}, quá hạn {overdue}",
        "Carried over {carried}, received {received}, open {open}, overdue {overdue}",
    ),
    "beside": (
        "Trễ giờ hẹn {missed}, đã trả {returned}, không tính (rút, từ chối, dừng, hủy) {not_counted}",
        "Promise missed {missed}, returned {returned}, not counted (withdrawn, refused, stopped, "
        "voided) {not_counted}",
    ),
    "rated": (
        "Người dân hài lòng {satisfaction}, {rated} ý kiến",
        "Citizens pleased {satisfaction}, {rated} answers",
    ),
    "not_rated": ("Chưa có ý kiến của người dân", "No citizen has answered"),
}
_FACES = {
    1: ("chưa hài lòng", "displeased"),
    2: ("bình thường", "neutral"),
    3: ("hài lòng", "pleased"),
}
_PERIODS = {
    "day": ("Hôm nay", "Today"),
    "month": ("Tháng {month}", "Month {month}"),
    "year": ("Năm {year}", "{year}"),
}


def said(name: str, language: str) -> str:
    """A word of the board."""
    return _WORDS[name][language == "en"]


def waits_words(name: str, language: str) -> str:
    """Who is waited for: a kind of people in words, an officer by name."""
    return _WAITS[name][language == "en"] if name in _WAITS else name


def period_name(period: str, at: datetime, language: str) -> str:
    """Hôm nay · Tháng 7 · Năm 2021"""
    return _PERIODS[period][language == "en"].format(month=at.month, year=at.year)


def share_words(share: float | None, language: str) -> str:
    """99,1 %; a dash where nothing was counted."""
    if share is None:
        return "–"
    text = f"{share:.1f}".removesuffix(".0")
    return f"{text if language == 'en' else text.replace('.', ',')} %"


def number_words(number: int) -> str:
    """1.591"""
    return f"{number:,}".replace(",", ".")


def count_words(figures: Figures, language: str) -> str:
    """1.442 trên 1.443, 1 trễ"""
    words = ("{part} trên {whole}", "{part} of {whole}")[language == "en"]
    text = words.format(part=number_words(figures.in_time), whole=number_words(figures.settled))
    if not figures.late:
        return text
    late = ("{n} trễ", "{n} late")[language == "en"].format(n=number_words(figures.late))
    return f"{text}, {late}"


def period_words(period: PeriodFigures, language: str) -> tuple[str, ...]:
    """A period's figures in lines for people, the head figure first."""
    figures = period.figures
    counts = {
        **asdict(figures),
        "settled": figures.settled,
        "rated": figures.rated,
        "carried": period.carried,
        "open": period.open,
        "overdue": period.overdue,
    }
    told = {name: number_words(count) for name, count in counts.items()}
    told |= {"first": day_words(period.first), "last": day_words(period.last)}
    told |= {
        "share": share_words(figures.share, language),
        "satisfaction": share_words(figures.satisfaction, language),
    }
    span = "day" if period.first == period.last else "days"
    answers = "rated" if figures.rated else "not_rated"
    names = ("head", span, "verdicts", "flow", "beside", answers)
    return tuple(_LINES[name][language == "en"].format(**told) for name in names)


def rating_words(rating: int, language: str) -> str:
    """What the citizen answered."""
    return _FACES[rating][language == "en"]


def figure_formula(name: str, at: datetime, language: str) -> str:
    """How a figure is counted, and up to which moment."""
    return _FORMULAS[name][language == "en"].format(when=f"{at:%H:%M %d/%m/%Y}")


def part_words(period: str, board: Board, language: str, foot: str) -> str:
    """The foot of a chart of parts: which time, how counted."""
    return f"{period_name(period, board.at, language)}: {foot}"
