"""The verb `lookup`: the citizens' extract written, looked at, served; its key shown."""

from pathlib import Path

from onestop_desktop.application.export_lookup import ExportLookup
from onestop_desktop.cli.call import Call
from onestop_desktop.domain.lookup_errors import LookupTargetGone

_WORDS = {
    "vi": "{dossiers} hồ sơ tra cứu được; ghi lại {changed} hồ sơ, {pages} trang.",
    "en": "{dossiers} dossiers can be looked up; {changed} written, {pages} pages.",
}


def lookup(call: Call) -> int:
    """Write (`export`), prove (`check`), serve (`serve`) the extract, or show the `key` it is signed with."""
    return {"export": _export, "check": _check, "serve": _serve, "key": _key}[
        call.arguments.action
    ](call)


def _export(call: Call) -> int:
    asked = call.arguments
    if not asked.dir and not call.lookup_to:
        raise LookupTargetGone(target="DIR")
    order = ExportLookup(
        target=asked.dir or call.lookup_to,
        officer=call.officer,
        workstation="cli",
        anew=asked.anew,
        pages=not asked.no_pages,
    )
    done = call.services.lookup.export(order)
    if asked.always:
        call.keep_lookup_to(str(Path(order.target).absolute()))
    facts = {
        "target": order.target,
        "dossiers": done.dossiers,
        "changed": done.changed,
        "pages": done.pages,
        "sequence": done.sequence,
        "key": call.services.lookup.public_key(),
    }
    call.answer(facts, _WORDS[call.language].format_map(facts))
    return 0


def _check(call: Call) -> int:
    count = call.services.lookup.check(call.arguments.dir or call.lookup_to, call.arguments.key)
    words = {"vi": f"{count} hồ sơ, chữ ký đúng.", "en": f"{count} dossiers, rightly signed."}
    call.answer({"ok": True, "dossiers": count}, words[call.language])
    return 0


def _key(call: Call) -> int:
    public = call.services.lookup.public_key()
    groups = " ".join(public[at : at + 8] for at in range(0, len(public), 8))
    facts, words = {"key": public}, groups
    if out := call.arguments.out:
        call.write_file(Path(out), call.services.lookup.draw_poster())
        facts, words = {**facts, "file": out}, f"{words}\n{out}"
    call.answer(facts, words)
    return 0


def _serve(call: Call) -> int:
    asked = call.arguments
    call.serve(asked.dir or call.lookup_to, asked.listen, asked.key, asked.behind_proxy)
    return 0
