"""The verbs that look at the store as a whole: `verify` and `doctor`."""

from onestop_desktop.application.check_words import check_lines
from onestop_desktop.application.pages import JournalCheck
from onestop_desktop.cli.call import Call

NOT_OK = 3


def verify(call: Call) -> int:
    """Check chain and seals, then what was copied; exit 3 when something is wrong."""
    return _answer(call, call.services.verify())


def doctor(call: Call) -> int:
    """Check everything kept beside the journal; exit 3 when something is wrong."""
    return _answer(call, call.services.doctor())


def _answer(call: Call, check: JournalCheck) -> int:
    facts = {"ok": check.ok, "entries": check.entries, "faults": list(check.faults)}
    if check.first is not None:
        facts["first"] = check.first
    call.answer(facts, "\n".join(check_lines(check, call.language)))
    return 0 if check.ok else NOT_OK
