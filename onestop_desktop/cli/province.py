"""The verbs of the bridge: the provincial system's list in, what changed out to the national portal."""

from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from onestop_desktop.application.import_province import ImportProvince
from onestop_desktop.application.print_behind import PrintBehind
from onestop_desktop.application.sync_portal import SyncPortal
from onestop_desktop.application.time_words import time_left_words
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
    """`province import FILE`, `missing` what is not there yet, `behind` what is done here and open there."""
    return {"import": _import, "missing": _missing, "behind": _behind}[call.arguments.action](call)


def _missing(call: Call) -> int:
    seen = call.services.bridge.read_bridge()
    rows = [
        {
            "code": each.row.code,
            "procedure": each.row.procedure,
            "received_at": each.row.received_at,
            "left": time_left_words(each.left, call.language),
        }
        for each in seen.waiting
    ]
    words = {"vi": "{n} hồ sơ chưa vào hệ thống tỉnh", "en": "{n} dossiers not entered yet"}
    lines = [words[call.language].format(n=seen.count)]
    lines += [f"{each['code']}  {each['left']}" for each in rows]
    call.answer({"count": seen.count, "dossiers": rows}, "\n".join(lines))
    return 0


def _behind(call: Call) -> int:
    asked, bridge = call.arguments, call.services.bridge
    taken = bridge.read_bridge().taken
    facts: dict[str, Any] = {
        "taken_at": taken.at if taken else None,
        "dossiers": [asdict(each) for each in taken.behind] if taken else [],
    }
    if asked.out:
        printed = bridge.print_behind(PrintBehind(call.officer, "cli"), call.print_to(asked.out))
        facts |= {"file": asked.out, "number": printed.number, "copy": printed.copy}
    lines = [
        f"{each['official_code']}  {each['code']}  {each['state_there']}"
        for each in facts["dossiers"]
    ]
    call.answer(facts, asked.out or "\n".join(lines))
    return 0


def _import(call: Call) -> int:
    """New dossiers received, known ones compared; with --look nothing is stored."""
    asked = call.arguments
    if not asked.file:
        raise errors.FieldMissing(field="file")
    path = Path(asked.file)
    rows, mapped = call.read_rows(path), _mapped(asked.map)
    order = ImportProvince(rows, call.officer, mapped, "cli", asked.look, path.name)
    done = call.services.bridge.import_province(order)
    refused = [
        {"line": line, **answers.refusal(refusal, call.language)} for line, refusal in done.refused
    ]
    facts = {
        "received": done.received,
        "updated": done.updated,
        "same": done.same,
        "behind": [asdict(each) for each in done.behind],
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
            for each in done.behind
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
