"""The verbs about the store as a whole: `verify`, `doctor`, `clock confirm`, `grant`."""

from onestop_desktop.application.check_words import check_lines
from onestop_desktop.application.confirm_clock import ConfirmClock
from onestop_desktop.application.pages import JournalCheck
from onestop_desktop.application.reasons import moment_words
from onestop_desktop.cli.call import Call
from onestop_desktop.domain.moments import write_moment

NOT_OK = 3


def verify(call: Call) -> int:
    """Check chain and seals, then what was copied; exit 3 when something is wrong."""
    return _answer(call, call.services.verify())


def doctor(call: Call) -> int:
    """Check everything kept beside the journal; exit 3 when something is wrong."""
    return _answer(call, call.services.doctor())


def clock(call: Call) -> int:
    """Leader and administrator confirm a clock that went back; with accounts each by his password."""
    asked = call.arguments
    order = ConfirmClock(
        asked.leader,
        asked.administrator,
        asked.reason,
        "cli",
        call.secret("ONESTOP_PASSWORD"),
        call.secret("ONESTOP_ADMINISTRATOR_PASSWORD"),
    )
    confirmed = call.services.care.confirm_clock(order)
    last, now = write_moment(confirmed.last), write_moment(confirmed.now)
    words = f"{moment_words(last, call.language)} → {moment_words(now, call.language)}"
    call.answer({"last": last, "now": now}, words)
    return 0


def grant(call: Call) -> int:
    """Let the program work under a role of its own, which can neither change nor drop the journal."""
    call.services.store.let_work(call.arguments.role)
    call.answer({"role": call.arguments.role}, call.arguments.role)
    return 0


def _answer(call: Call, check: JournalCheck) -> int:
    facts = {"ok": check.ok, "entries": check.entries, "faults": list(check.faults)}
    if check.first is not None:
        facts["first"] = check.first
    call.answer(facts, "\n".join(check_lines(check, call.language)))
    return 0 if check.ok else NOT_OK
