"""The verb of the hall: a number taken, called to a counter, the day's list."""

from pathlib import Path
from typing import Any

from onestop_desktop.application.call_ticket import CallTicket, TicketCalled
from onestop_desktop.application.hall_words import counts_words, nobody_words, ticket_words
from onestop_desktop.cli.call import Call, read_asked_day
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.tickets import Ticket


def ticket(call: Call) -> int:
    """`take --kind [--out]`, `call --counter [--again]`, `list [--on]`."""
    return {"take": _take, "call": _call, "list": _list}[call.arguments.action](call)


def _take(call: Call) -> int:
    asked = call.arguments
    taken = call.services.hall.take(asked.kind)
    facts = {**ticket_answer(taken.ticket), "ahead": taken.ahead}
    words = [taken.ticket.name, counts_words(taken.ahead, call.language)]
    if asked.out:
        call.write_file(Path(asked.out), call.services.hall.draw_ticket(taken.slip, asked.size))
        facts["file"] = asked.out
        words.append(asked.out)
    call.answer(facts, "\n".join(words))
    return 0


def _call(call: Call) -> int:
    asked = call.arguments
    called = call.services.hall.call(CallTicket(asked.counter, asked.again))
    call.answer(called_answer(called), _called_words(called, call.language))
    return 0


def called_answer(called: TicketCalled) -> dict[str, Any]:
    """Who was called (`number` null: nobody waits) and how many still wait."""
    found = ticket_answer(called.ticket) if called.ticket else {"number": None}
    return {**found, "waiting": called.waiting}


def _called_words(called: TicketCalled, language: str) -> str:
    if called.ticket is None:
        return nobody_words(language)
    return ticket_words(called.ticket, language)


def _list(call: Call) -> int:
    day = read_asked_day(call.arguments.on, "on")
    found = call.services.hall.tickets(day)
    rows = ((ticket_answer(each), ticket_words(each, call.language)) for each in found)
    call.answer_rows(rows, {"vi": "Chưa có số nào.", "en": "No numbers."}[call.language])
    return 0


def ticket_answer(ticket: Ticket) -> dict[str, Any]:
    """One ticket as data."""
    return {
        "number": ticket.name,
        "kind": ticket.kind,
        "day": ticket.day.isoformat(),
        "state": ticket.state.value,
        "taken_at": write_moment(ticket.taken_at),
        "called_at": write_moment(ticket.called_at) if ticket.called_at else None,
        "counter": ticket.counter,
        "calls": ticket.calls,
        "waited_minutes": ticket.waited,
        "dossier": ticket.dossier,
    }
