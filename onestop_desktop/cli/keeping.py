"""The verbs around the store as a whole: a copy of it, a rehearsal, the return."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from onestop_desktop.application.back_up import BackUp
from onestop_desktop.application.keeping_words import (
    backed_up_words,
    restored_words,
    tried_words,
)
from onestop_desktop.application.restore_store import RestoreStore
from onestop_desktop.cli.call import Call
from onestop_desktop.cli.signing import PASSWORD
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.store_copy import CopyFacts


def backup(call: Call) -> int:
    """A verified copy into a file, encrypted when ONESTOP_PASSPHRASE is set."""
    target = str(Path(call.arguments.target).absolute())
    done = call.services.keeping.back_up(BackUp(target, call.officer, call.passphrase, "cli"))
    facts = {"file": call.arguments.target, **copy_facts(done.facts)}
    call.answer(facts, backed_up_words(done, call.language))
    return 0


def restore(call: Call) -> int:
    """A copy put in a store's place; with --try only opened, verified and looked at."""
    asked = call.arguments
    if asked.try_:
        return _try(call)
    order = RestoreStore(
        asked.file, asked.to, call.officer, call.passphrase, "cli", call.secret(PASSWORD)
    )
    done = call.services.keeping.restore_store(order)
    facts = {
        "store": asked.to,
        **copy_facts(done.facts),
        "safety_copy": done.safety_copy or None,
        "entries_lost": done.entries_lost,
    }
    call.answer(facts, restored_words(done, call.language))
    return 0


def _try(call: Call) -> int:
    tried = call.services.keeping.try_copy(call.arguments.file, call.passphrase)
    facts: dict[str, Any] = {"file": call.arguments.file, "ok": True, **copy_facts(tried.facts)}
    if day := tried.last_day:
        facts["last_day"] = {
            "day": day.day.isoformat(),
            "received": day.received,
            "settled": day.settled,
            "returned": day.returned,
            "open": day.open,
            "codes": list(day.codes),
        }
    call.answer(facts, tried_words(tried, call.language))
    return 0


def copy_facts(facts: CopyFacts) -> dict[str, Any]:
    """What a copy holds, as an answer has it."""
    told = asdict(facts)
    told["last_at"] = write_moment(facts.last_at) if facts.last_at else None
    return told
