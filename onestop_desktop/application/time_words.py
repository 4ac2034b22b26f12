"""Time left and due times in words, for lists and panels, in both languages."""

import re
from datetime import date, datetime, timedelta

from onestop_desktop.domain.moments import day_words, local
from onestop_desktop.domain.urgency import TimeLeft, Urgency

_WEEKDAYS = (
    ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
    ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
)
_VERDICTS = {
    "early": ("Xong trước hạn", "Done early"),
    "on_time": ("Xong đúng hạn", "Done on time"),
    "late": ("Xong quá hạn", "Done late"),
}
_SHORT_VERDICTS = {
    "early": ("trước hạn", "early"),
    "on_time": ("đúng hạn", "on time"),
    "late": ("quá hạn", "late"),
}
_SHORT = (
    ("T2", "T3", "T4", "T5", "T6", "T7", "CN"),
    ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
)


def time_left_words(left: TimeLeft, language: str = "vi") -> str:
    """Còn 48 phút · Còn 5 giờ 18 · Còn 2 ngày · Hạn hôm nay · Quá 6 giờ 42 · Quá 1 ngày"""
    at = ("vi", "en").index(language)
    hours, minutes = divmod(left.minutes, 60)
    if left.urgency is Urgency.LATE:
        words = _over(left)
    elif left.urgency is Urgency.LATER:
        words = ("Còn {d} ngày", "{d} days left")
    elif left.minutes == 0:
        words = ("Hạn hôm nay", "Due today")
    elif not hours:
        words = ("Còn {m} phút", "{m} min left")
    else:
        words = ("Còn {h} giờ {m:02d}", "{h} h {m:02d} left")
    return _one_day(words[at].format(d=max(left.days, 1), h=hours, m=minutes))


def _over(left: TimeLeft) -> tuple[str, str]:
    if left.days:
        return "Quá {d} ngày", "{d} days over"
    if left.minutes >= 60:
        return "Quá {h} giờ {m:02d}", "{h} h {m:02d} over"
    return ("Quá {m} phút", "{m} min over") if left.minutes else ("Quá hạn", "Late")


def verdict_words(verdict: str, language: str = "vi") -> str:
    """Xong trước hạn · Xong đúng hạn · Xong quá hạn"""
    return _VERDICTS[verdict][language == "en"]


def short_verdict(verdict: str, language: str = "vi") -> str:
    """trước hạn · đúng hạn · quá hạn"""
    return _SHORT_VERDICTS[verdict][language == "en"]


def paused_words(days: int, language: str = "vi") -> str:
    """Tạm dừng · còn 2 ngày"""
    words = ("Tạm dừng · còn {d} ngày", "Paused · {d} days left")
    return _one_day(words[language == "en"].format(d=days))


def _one_day(words: str) -> str:
    """English: 1 day."""
    return re.sub(r"\b1 days\b", "1 day", words)


def due_words(due_at: datetime, now: datetime, language: str = "vi") -> str:
    """17:00 hôm nay · 17:00 T2 19/07 · 17:00 T2 19/07/2022"""
    due_at, now = local(due_at), local(now)
    if due_at.date() == now.date():
        return f"{due_at:%H:%M} {'hôm nay' if language == 'vi' else 'today'}"
    day = _SHORT[language == "en"][due_at.weekday()]
    form = "%d/%m" if due_at.year == now.year else "%d/%m/%Y"
    return f"{due_at:%H:%M} {day} {due_at.strftime(form)}"


def day_nearness(moment: datetime, now: datetime, language: str = "vi") -> tuple[str, str]:
    """(hôm nay, Thứ Năm 15/07/2021): how near the day is ("" beyond tomorrow), and the day."""
    day, today = local(moment).date(), local(now).date()
    near = ""
    if day == today:
        near = "hôm nay" if language == "vi" else "today"
    elif day == today + timedelta(1):
        near = "ngày mai" if language == "vi" else "tomorrow"
    return near, weekday_words(day, language)


def seen_words(moment: datetime, now: datetime) -> str:
    """09:42, or 14/07 09:30 for another day."""
    moment, now = local(moment), local(now)
    return f"{moment:%H:%M}" if moment.date() == now.date() else f"{moment:%d/%m %H:%M}"


def weekday_words(day: date, language: str = "vi") -> str:
    """Thứ Hai 19/07/2021"""
    return f"{_WEEKDAYS[('vi', 'en').index(language)][day.weekday()]} {day_words(day)}"
