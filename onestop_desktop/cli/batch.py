"""Many orders through one process: `batch` answers each line durably, `import` takes many at once."""

import json
from itertools import islice
from typing import Any

from onestop_desktop.application.receiving import Received, ReceiveDossier
from onestop_desktop.cli import answers, certify, signing, steps
from onestop_desktop.cli.call import Call, read_lines, read_object, write_error, write_line
from onestop_desktop.domain import errors
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.procedure import Channel

TOGETHER = 200
"""Orders of an import that are made durable together."""


def dump(facts: dict[str, Any]) -> str:
    """One JSON object on one line."""
    return json.dumps(facts, ensure_ascii=False)


def run_batch(call: Call) -> int:
    """One answer line for each line, in order, each durable before its answer."""
    for line in read_lines(call.arguments.file):
        if line.strip():
            write_line(dump(_answer(call, line)))
    return 0


def _answer(call: Call, line: bytes) -> dict[str, Any]:
    try:
        asked = read_object(line)
        verb = _verb(asked)
        for name in asked.keys() - _KEYS[verb]:
            raise errors.FieldUnknown(field=name[:120])
        call.clock.set(_text(asked, "at") or call.at)
        return _BATCH[verb](call, asked)
    except errors.DeskError as error:
        return answers.refusal(error, call.language)


def _verb(asked: dict[str, Any]) -> str:
    verb = asked.get("verb")
    if not isinstance(verb, str) or verb not in _BATCH:
        raise errors.ChoiceUnknown(field="verb", value=str(verb)[:40], choices=list(_BATCH))
    return verb


def _receive(call: Call, asked: dict[str, Any]) -> dict[str, Any]:
    return answers.received_answer(
        call.services.receive_dossier(_order(call, asked)), call.language
    )


def _order(call: Call, asked: dict[str, Any]) -> ReceiveDossier:
    facts = asked.get("order")
    if not isinstance(facts, dict):
        raise errors.FieldMissing(field="order")
    officer = _officer(call, asked)
    return ReceiveDossier(facts, officer, "cli", _text(asked, "at"))


def _officer(call: Call, asked: dict[str, Any]) -> str:
    return signing.acting(call, _text(asked, "as") or call.officer)


def _due(call: Call, asked: dict[str, Any]) -> dict[str, Any]:
    try:
        received = read_moment(str(asked.get("received")))
    except ValueError:
        raise errors.DateImpossible(field="received", value=str(asked.get("received"))) from None
    what = {name: str(asked[name]) for name in ("term", "procedure") if asked.get(name)}
    if len(what) != 1:
        raise errors.FieldMissing(field="term")
    appointment = call.services.compute_due(
        received, **what, case=_number(asked, "case", 1), channel=_channel(asked)
    )
    return answers.appointment_answer(appointment, call.language)


def _find(call: Call, asked: dict[str, Any]) -> dict[str, Any]:
    _officer(call, asked)
    rows = call.services.find_dossiers(_text(asked, "text"), _number(asked, "limit", 50))
    return {"rows": [answers.row_answer(row) for row in rows]}


def _show(call: Call, asked: dict[str, Any]) -> dict[str, Any]:
    _officer(call, asked)
    shown = call.services.view_dossier(str(asked.get("code", "")), "cli")
    return answers.shown_answer(shown, call.language)


def _text(asked: dict[str, Any], name: str) -> str:
    text = asked.get(name, "")
    if not isinstance(text, str):
        raise errors.FieldInvalid(field=name, expected="text")
    return text


def _number(asked: dict[str, Any], name: str, default: int) -> int:
    number = asked.get(name, default)
    if isinstance(number, bool) or not isinstance(number, int):
        raise errors.FieldInvalid(field=name, expected="number")
    return number


def _channel(asked: dict[str, Any]) -> Channel:
    channel = asked.get("channel") or Channel.COUNTER
    if channel not in list(Channel):
        choices = [known.value for known in Channel]
        raise errors.ChoiceUnknown(field="channel", value=str(channel)[:40], choices=choices)
    return Channel(channel)


def _step(call: Call, asked: dict[str, Any]) -> dict[str, Any]:
    facts = asked.get("facts") or {}
    if not isinstance(facts, dict):
        raise errors.FieldInvalid(field="facts", expected="object")
    officer = _officer(call, asked)
    dossier = steps.take(call, _text(asked, "code"), _text(asked, "step"), facts, officer)
    return steps.step_answer(dossier)


def _certify(call: Call, asked: dict[str, Any]) -> dict[str, Any]:
    order = _order(call, asked)
    return certify.certified_answer(
        certify.take(call, dict(order.facts), order.officer), call.language
    )


_BATCH = {
    "receive": _receive,
    "certify": _certify,
    "step": _step,
    "due": _due,
    "find": _find,
    "show": _show,
}
_KEYS = {
    "receive": {"verb", "at", "as", "order"},
    "certify": {"verb", "at", "as", "order"},
    "step": {"verb", "at", "as", "code", "step", "facts"},
    "due": {"verb", "at", "as", "term", "procedure", "received", "case", "channel"},
    "find": {"verb", "at", "as", "text", "limit"},
    "show": {"verb", "at", "as", "code"},
}


def run_import(call: Call) -> int:
    """Take orders in, many a transaction; progress on standard error, counts as the answer."""
    lines = enumerate((line for line in read_lines(call.arguments.file)), start=1)
    imported = repeated = 0
    refused: list[dict[str, Any]] = []
    while some := list(islice(lines, TOGETHER)):
        for line, answer in _import_some(call, some):
            if isinstance(answer, Received):
                imported += not answer.repeated
                repeated += answer.repeated
            else:
                refused.append({"line": line, **answers.refusal(answer, call.language)})
        write_error(f"{some[-1][0]} …")
    facts = {"imported": imported, "repeated": repeated, "refused": refused}
    words = [f"{imported} + {repeated}", *(f"{row['line']}: {row['message']}" for row in refused)]
    call.answer(facts, "\n".join(words))
    return 0


def _import_some(
    call: Call, some: list[tuple[int, bytes]]
) -> list[tuple[int, Received | errors.DeskError]]:
    found: list[tuple[int, Received | errors.DeskError]] = []
    orders: list[tuple[int, ReceiveDossier]] = []
    for line, text in some:
        if not text.strip():
            continue
        try:
            asked = read_object(text)
            orders.append((line, _order(call, asked if "order" in asked else {"order": asked})))
        except errors.DeskError as refusal:
            found.append((line, refusal))
    received = call.services.receive_dossiers(
        (order for _, order in orders), lambda order: call.clock.set(order.at or call.at)
    )
    found += zip((line for line, _ in orders), received, strict=True)
    return sorted(found, key=lambda row: row[0])
