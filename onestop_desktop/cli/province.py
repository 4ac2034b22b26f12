"""The verbs of the bridge: the provincial system's list in, what changed out to the national portal."""

from dataclasses import asdict
from functools import partial
from pathlib import Path

from onestop_desktop.application.import_province import ImportProvince
from onestop_desktop.application.sync_portal import SyncPortal
from onestop_desktop.cli import answers
from onestop_desktop.cli.call import Call
from onestop_desktop.domain import errors
from onestop_desktop.domain.province_list import FIELDS


def sync(call: Call) -> int:
    """`sync export FILE`: dossiers changed since the last time, with the portal's names."""
    asked = call.arguments
    order = SyncPortal(call.officer, "cli", asked.everything)
    done = call.services.bridge.sync_portal(order, partial(call.open_file, Path(asked.file)))
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


def province(call: Call) -> int:
    """`province import FILE`: new dossiers received, known ones compared; with --look nothing is stored."""
    asked = call.arguments
    rows = call.read_rows(Path(asked.file))
    order = ImportProvince(rows, call.officer, _mapped(asked.map), "cli", asked.look)
    done = call.services.bridge.import_province(order)
    refused = [
        {"line": line, **answers.refusal(refusal, call.language)} for line, refusal in done.refused
    ]
    facts = {
        "received": done.received,
        "updated": done.updated,
        "same": done.same,
        "differs": [asdict(each) for each in done.differs],
        "refused": refused,
    }
    words = {
        "vi": f"nhận {done.received}, cập nhật hạn {done.updated}, như cũ {done.same}",
        "en": f"received {done.received}, due time updated {done.updated}, as before {done.same}",
    }
    behind = {"vi": "nơi kia chưa ghi xong", "en": "not done over there"}
    lines = [
        words[call.language],
        *(
            f"{each.official_code}  {each.code}  {behind[call.language]}: {each.state_there}"
            for each in done.differs
        ),
        *(f"{row['line']}: {row['message']}" for row in refused),
    ]
    call.answer(facts, "\n".join(lines))
    return 0


def _mapped(pairs: list[str]) -> dict[str, str]:
    """Headings named by hand: FIELD=HEADING (ChoiceUnknown)."""
    mapped = {}
    for pair in pairs:
        field, _, heading = pair.partition("=")
        if field not in FIELDS or not heading:
            raise errors.ChoiceUnknown(field="map", value=pair[:40], choices=list(FIELDS))
        mapped[field] = heading
    return mapped
