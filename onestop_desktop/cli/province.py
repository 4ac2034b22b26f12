"""The verbs of the bridge: what changed, for the national portal."""

from functools import partial
from pathlib import Path

from onestop_desktop.application.sync_portal import SyncPortal
from onestop_desktop.cli.call import Call


def sync(call: Call) -> int:
    """`sync export FILE`: dossiers changed since the last time, with the portal's names."""
    asked = call.arguments
    order = SyncPortal(call.officer, "cli", asked.everything)
    done = call.services.care.sync_portal(order, partial(call.open_file, Path(asked.file)))
    facts = {
        "file": asked.file,
        "dossiers": done.dossiers,
        "after": done.after,
        "until": done.until,
    }
    words = {"vi": "{} hồ sơ, bản ghi {}–{}", "en": "{} dossiers, entries {}–{}"}
    told = words[call.language].format(done.dossiers, done.after + 1, done.until)
    call.answer(facts, f"{asked.file}: {told}")
    return 0
