"""Why an appointment is what it is, in words short enough to read to the citizen, in both languages."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from onestop_desktop.application.time_words import weekday_words
from onestop_desktop.domain.deadline import Reason
from onestop_desktop.domain.moments import day_words, read_moment
from onestop_desktop.domain.terms import TermKind, read_term

_REASONS = {
    "received_on_day_off": (
        "Nhận vào ngày nghỉ{name}, tính từ {to}",
        "Received on a day off{name}, counted from {to}",
    ),
    "received_after_close": (
        "Nhận lúc hết giờ làm việc, tính từ {to}",
        "Received at or after closing, counted from {to}",
    ),
    "received_before_opening": (
        "Nhận trước giờ làm việc, tính từ {to}",
        "Received before opening, counted from {to}",
    ),
    "received_at_lunch": (
        "Nhận giờ nghỉ trưa, tính từ {to}",
        "Received at lunch, counted from {to}",
    ),
    "start_after_cutoff": (
        "Nhận sau {cutoff}, bắt đầu tính từ {to}",
        "Received after {cutoff}, the clock starts at {to}",
    ),
    "at_once": ("Giải quyết ngay, chậm nhất {due}", "Settled at once, by {due} at the latest"),
    "same_day": (
        "Nhận không sau {cutoff}: trả trong ngày, chậm nhất {due}",
        "Received not after {cutoff}: the same day, by {due} at the latest",
    ),
    "same_day_after_cutoff": (
        "Nhận sau {cutoff}: trả vào ngày làm việc kế tiếp, chậm nhất {due}",
        "Received after {cutoff}: the next working day, by {due} at the latest",
    ),
    "counted_working_hours": (
        "{count} giờ làm việc, đến {due}",
        "{count} working hours, until {due}",
    ),
    "counted_working_days": (
        "{count} ngày làm việc, không tính ngày nhận, đến {due}",
        "{count} working days, the day of reception not counted, until {due}",
    ),
    "counted_half_day": (
        "{count} ngày làm việc là 4 giờ làm việc, đến {due}",
        "{count} working days are 4 working hours, until {due}",
    ),
    "counted_calendar_days": (
        "{count} ngày, không tính ngày nhận, đến {due}",
        "{count} days, the day of reception not counted, until {due}",
    ),
    "counted_months": ("{count} tháng, đến {due}", "{count} months, until {due}"),
    "lengthened": (
        "Phải xác minh: thời hạn {term}",
        "Verification needed: the term is {term}",
    ),
    "paused": (
        "Dừng tính từ {from} đến {to}",
        "The clock stood still from {from} to {to}",
    ),
    "days_skipped": ("Bỏ qua {days}", "Not counted: {days}"),
    "last_day_off": (
        "Ngày cuối là ngày nghỉ, lùi sang ngày làm việc kế tiếp: bỏ qua {days}",
        "The last day is off and moves to the next working day: not counted {days}",
    ),
    "provisional": (
        "Lịch nghỉ năm {years} chưa công bố, giờ hẹn còn tạm tính",
        "The notice for {years} is not out, the appointment is provisional",
    ),
    "promised_target": ("Xã hẹn sớm hơn quy định: {promised}", "The commune promises {promised}"),
    "promised_collect_by": ("Mời đến nhận từ {promised}", "Please come from {promised}"),
}
_TERMS = {
    TermKind.AT_ONCE: ("giải quyết ngay", "at once"),
    TermKind.SAME_DAY: ("trong ngày làm việc", "the same day"),
    TermKind.WORKING_HOURS: ("{n} giờ làm việc", "{n} working hours"),
    TermKind.WORKING_DAYS: ("{n} ngày làm việc", "{n} working days"),
    TermKind.CALENDAR_DAYS: ("{n} ngày", "{n} days"),
    TermKind.MONTHS: ("{n} tháng", "{n} months"),
}
_ONE = re.compile(r"\b(1 (?:more |working |weekend )?(?:hour|day|month))s")
_DAYS_NAMED = 4
_SATURDAY = 6


def reason_words(
    reasons: Iterable[Reason], language: str = "vi", today: date | None = None
) -> tuple[str, ...]:
    """One short sentence a reason, in their order; moments of `today` by their hour alone."""
    at = ("vi", "en").index(language)
    return tuple(_words(reason, at, today) for reason in reasons)


def term_words(term: str, language: str = "vi") -> str:
    """A term in the law's words; "chưa có thời hạn" for one that is not set."""
    at = ("vi", "en").index(language)
    if not term:
        return ("chưa có thời hạn", "no term yet")[at]
    read = read_term(term)
    count = read.count.replace(".", ",") if at == 0 else read.count
    return _one(_TERMS[read.kind][at].format(n=count))


def moment_words(text: str, language: str = "vi") -> str:
    """17:00 Thứ Hai 19/07/2021"""
    moment = read_moment(text)
    return f"{moment:%H:%M} {weekday_words(moment.date(), language)}"


def _words(reason: Reason, at: int, today: date | None) -> str:
    return _one(_REASONS[reason.code][at].format_map(_shown(reason.facts, at, today)))


def _one(words: str) -> str:
    """English: 1 working day."""
    return _ONE.sub(r"\1", words)


def _shown(facts: Mapping[str, Any], at: int, today: date | None) -> dict[str, str]:
    language = ("vi", "en")[at]
    shown = {name: str(value) for name, value in facts.items()}
    for name in ("from", "to", "due", "promised"):
        if name in shown:
            moment = read_moment(shown[name])
            near = moment.date() == today
            shown[name] = f"{moment:%H:%M}" if near else moment_words(shown[name], language)
    if "count" in facts and at == 0:
        shown["count"] = shown["count"].replace(".", ",")
    if "term" in facts:
        shown["term"] = term_words(facts["term"], language)
    shown["name"] = f" ({shown['name']})" if shown.get("name") else ""
    if "days" in facts:
        shown["days"] = _days(facts["days"], at)
    if "years" in facts:
        shown["years"] = ", ".join(map(str, facts["years"]))
    return shown


def _days(days: list[dict[str, str]], at: int) -> str:
    """Named days one by one, plain weekends together by their count."""
    named = [day for day in days if day["name"]]
    words = [
        f"{day_words(date.fromisoformat(day['on']))} ({day['name']})" for day in named[:_DAYS_NAMED]
    ]
    if len(named) > _DAYS_NAMED:
        words.append(("{} ngày nghỉ khác", "{} more days off")[at].format(len(named) - _DAYS_NAMED))
    plain = [date.fromisoformat(day["on"]) for day in days if not day["name"]]
    weekend = sum(day.isoweekday() >= _SATURDAY for day in plain)
    if weekend:
        words.append(("{} ngày cuối tuần", "{} weekend days")[at].format(weekend))
    if len(plain) > weekend:
        free = ("{} ngày không làm việc", "{} days not worked")[at]
        words.append(free.format(len(plain) - weekend))
    return ", ".join(words)
