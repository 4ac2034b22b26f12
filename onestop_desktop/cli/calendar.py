"""The verb `calendar`: a notice put over the calendar, a year shown."""

from onestop_desktop.application.change_calendar import CalendarLook, ChangeCalendar, Moved
from onestop_desktop.application.messages import error_sentence
from onestop_desktop.application.reasons import moment_words, reason_words
from onestop_desktop.application.time_words import weekday_words
from onestop_desktop.cli.call import Call, read_text
from onestop_desktop.domain import calendar_errors, errors
from onestop_desktop.domain.calendar import SpecialDay
from onestop_desktop.domain.moments import write_moment

NOT_DONE = 3
_CERTAIN = {
    "vi": ("không đổi, hết tạm tính", "không đổi, thành tạm tính"),
    "en": ("stays, provisional no more", "stays, now provisional"),
}


def calendar(call: Call) -> int:
    """Import a notice, or show a year."""
    return _show(call) if call.arguments.action == "show" else _import(call)


def _import(call: Call) -> int:
    """Nothing is kept while a line is refused, or while due times move that nobody agreed to."""
    asked = call.arguments
    notice = call.services.look_at_notice(read_text(asked.what))
    if notice.refused:
        refused = [
            {"line": line, "reason": error_sentence(fault, call.language)}
            for line, fault in notice.refused
        ]
        facts = {"imported": 0, "refused": refused}
        call.answer(facts, "\n".join(f"{row['line']}: {row['reason']}" for row in refused))
        return NOT_DONE
    look = call.services.look_at_calendar(notice.before, notice.after)
    agreed = look.mark if asked.agree or not look.moved else ""
    moved = [_moved_facts(each, call.language) for each in look.moved]
    if not agreed:
        _tell_moved(call, look)
        raise calendar_errors.DueTimesMoved(count=len(look.moved), moved=moved)
    call.services.change_calendar(
        ChangeCalendar(notice.after, asked.reason or asked.what, call.officer, agreed)
    )
    facts = {
        "imported": len(notice.rows),
        "refused": [],
        "moved": moved,
    }
    lines = [f"imported: {len(notice.rows)}", *(_moved_words(m, call.language) for m in look.moved)]
    call.answer(facts, "\n".join(lines))
    return 0


def _tell_moved(call: Call, look: CalendarLook) -> None:
    if not call.arguments.json:
        call.answer({}, "\n".join(_moved_words(each, call.language) for each in look.moved))


def _moved_facts(moved: Moved, language: str) -> dict[str, object]:
    appointment = moved.appointment
    return {
        "code": moved.row.code,
        "before": moved.row.due_at,
        "due_at": write_moment(appointment.due_at) if appointment else None,
        "promised_at": moved.row.promised_at,
        "provisional": appointment.provisional if appointment else None,
        "why": list(reason_words(appointment.why, language)) if appointment else [],
    }


def _moved_words(moved: Moved, language: str) -> str:
    after = moved.appointment
    told = moment_words(write_moment(after.due_at), language) if after else ""
    if after and not moved.due_moves:
        told = _CERTAIN[language][after.provisional]
    if moved.fault:
        told = error_sentence(moved.fault, language)
    return f"{moved.row.code}  {moment_words(moved.row.due_at, language)} -> {told}"


def _show(call: Call) -> int:
    rows = call.services.read_calendar()
    if not call.arguments.what.isdecimal():
        raise errors.FieldInvalid(field="year", expected="number")
    year = int(call.arguments.what)
    if year not in rows.years:
        raise errors.CalendarEnds(year=year, first=min(rows.years), last=max(rows.years))
    notice = rows.years[year]
    days = [day for day in rows.days if day.on.year == year]
    facts = {
        "year": year,
        "confirmed": notice.confirmed,
        "notice": notice.notice,
        "days": [_day_facts(day) for day in days],
        "hours": [
            {
                "weekday": row.weekday,
                "opens": f"{row.opens:%H:%M}",
                "closes": f"{row.closes:%H:%M}",
                "open": row.is_open,
                "counts": row.counts,
                "from": row.from_on.isoformat() if row.from_on else None,
                "to": row.to_on.isoformat() if row.to_on else None,
            }
            for row in rows.hours
        ],
    }
    sure = {"vi": ("chưa xác nhận", "đã xác nhận"), "en": ("not confirmed", "confirmed")}
    lines = [f"{year}: {sure[call.language][notice.confirmed]}  {notice.notice}".rstrip()]
    lines += [_day_words(day, call.language) for day in days]
    call.answer(facts, "\n".join(lines))
    return 0


def _day_facts(day: SpecialDay) -> dict[str, object]:
    kind = "off" if day.is_off else "makeup"
    return {
        "date": day.on.isoformat(),
        "kind": kind,
        "name": day.name,
        "notice": day.notice,
        "confirmed": day.confirmed,
    }


def _day_words(day: SpecialDay, language: str) -> str:
    kind = {"vi": ("làm bù", "nghỉ"), "en": ("worked", "off")}[language][day.is_off]
    return f"{weekday_words(day.on, language)}  {kind}  {day.name}"
