"""What each step says: its fields looked at one by one, kept as plain values."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from onestop_desktop.domain import errors
from onestop_desktop.domain.fields import Fields
from onestop_desktop.domain.lifecycle import RULES, Step
from onestop_desktop.domain.moments import read_typed_moment, write_moment

LONGEST_NAME, LONGEST_TEXT, LONGEST_REASON = 100, 2000, 1000
LONGEST_PAPER, MOST_PAPERS = 300, 60
MOST_AMOUNT = 10_000_000_000


class Receiver(StrEnum):
    """Who came for the result, and how he showed that he may."""

    APPLICANT = "applicant"
    PROXY = "proxy"
    POST = "post"
    LOST_SLIP = "lost_slip"


def read_step(
    step: Step, facts: Mapping[str, Any], faults: list[errors.DeskError]
) -> dict[str, Any]:
    """The facts of a step, its reason first where it has one; each fault is added to `faults`."""
    read, known = _SAID.get(step, (_nothing, ()))
    fields = Fields(facts, (*known, "reason"), "", faults)
    needed = RULES[step].reason
    reason = fields.text("reason", LONGEST_REASON, needed=needed, lines=True)
    kept = read(fields)
    return {"reason": reason, **kept} if reason or needed else kept


def _nothing(_fields: Fields) -> dict[str, Any]:
    return {}


def _hand_over(fields: Fields) -> dict[str, Any]:
    return {
        "to": fields.text("to", LONGEST_NAME, needed=True),
        **_shelf(fields),
        "note": fields.text("note", LONGEST_REASON, lines=True),
    }


def _shelf(fields: Fields) -> dict[str, Any]:
    return {"shelf": fields.text("shelf", 40)}


def _propose(fields: Fields) -> dict[str, Any]:
    decision = fields.text("decision", LONGEST_TEXT, needed=True, lines=True)
    return {"decision": decision, "to": fields.text("to", LONGEST_NAME)}


def _settle(fields: Fields) -> dict[str, Any]:
    return {
        "decision": fields.text("decision", LONGEST_TEXT, lines=True),
        **_result(fields),
        "signed_by": fields.text("signed_by", LONGEST_NAME),
        "delegation": fields.text("delegation", LONGEST_NAME),
    }


def _result(fields: Fields) -> dict[str, Any]:
    day = fields.day("result_on", date.max)
    return {
        "result_no": fields.text("result_no", 80),
        "result_on": day.isoformat() if day else "",
        **_shelf(fields),
    }


def _stamp(fields: Fields) -> dict[str, Any]:
    return _result(fields) | {"result_no": fields.text("result_no", 80, needed=True)}


def _send_back(fields: Fields) -> dict[str, Any]:
    return {"to": fields.text("to", LONGEST_NAME)}


def read_papers(fields: Fields, *, needed: bool = False) -> list[str]:
    """The names of papers asked for or brought."""
    rows = {f"papers.{at}": row for at, row in enumerate(fields.rows("papers", MOST_PAPERS), 1)}
    if needed and fields.facts.get("papers") in (None, []):
        fields.fault(errors.FieldMissing(field="papers"))
    each = Fields(rows, tuple(rows), "", fields.faults)
    return [each.text(name, LONGEST_PAPER, needed=True) for name in rows]


def _leader(fields: Fields) -> dict[str, Any]:
    return {
        "leader": fields.text("leader", LONGEST_NAME),
        "leader_reason": fields.text("leader_reason", LONGEST_REASON, lines=True),
    }


def _ask_supplement(fields: Fields) -> dict[str, Any]:
    return {"papers": read_papers(fields, needed=True), **_leader(fields)}


def _supplemented(fields: Fields) -> dict[str, Any]:
    return {"papers": read_papers(fields), "note": fields.text("note", LONGEST_REASON, lines=True)}


def _payment(fields: Fields) -> dict[str, Any]:
    amount = fields.number("amount", 0, MOST_AMOUNT, 0)
    return {"amount": amount, "receipt_no": fields.text("receipt_no", 80)}


def _extend(fields: Fields) -> dict[str, Any]:
    text = fields.text("new_promised_at", 40, needed=True)
    try:
        moment = write_moment(read_typed_moment(text)) if text else ""
    except ValueError:
        moment = ""
        fields.fault(errors.DateImpossible(field="new_promised_at", value=text))
    signer = {"signed_by": fields.text("signed_by", LONGEST_NAME)}
    return {"new_promised_at": moment, **signer, **_leader(fields)}


def _stop(fields: Fields) -> dict[str, Any]:
    return {"fee": fields.text("fee", LONGEST_REASON)}


def _return_result(fields: Fields) -> dict[str, Any]:
    told = fields.facts.get("receiver")
    if told is None or isinstance(told, str):
        told = {"name": told or ""}
    who = Fields(told, ("name", "how", "identity", "paper"), "receiver.", fields.faults)
    how = who.choice("how", Receiver, Receiver.APPLICANT)
    receiver = {
        "name": who.text("name", LONGEST_NAME, needed=True),
        "how": how.value,
        # Without the slip the way his identity was seen is kept (Decree 118/2025 Art. 6).
        "identity": who.text("identity", 40, needed=how is Receiver.LOST_SLIP),
        "paper": who.text("paper", 200, needed=how is Receiver.PROXY),
    }
    return {
        "receiver": receiver,
        "originals": fields.text("originals", LONGEST_REASON, lines=True),
        "note": fields.text("note", LONGEST_REASON, lines=True),
    }


_LEADER = ("leader", "leader_reason")
_RESULT = ("result_no", "result_on", "shelf")
_SAID: dict[Step, tuple[Callable[[Fields], dict[str, Any]], tuple[str, ...]]] = {
    Step.HAND_OVER: (_hand_over, ("to", "shelf", "note")),
    Step.ACCEPT: (_shelf, ("shelf",)),
    Step.PROPOSE: (_propose, ("decision", "to")),
    Step.SETTLE: (_settle, ("decision", *_RESULT, "signed_by", "delegation")),
    Step.STAMP: (_stamp, _RESULT),
    Step.SEND_BACK: (_send_back, ("to",)),
    Step.ASK_SUPPLEMENT: (_ask_supplement, ("papers", *_LEADER)),
    Step.SUPPLEMENTED: (_supplemented, ("papers", "note")),
    Step.ASK_PAYMENT: (_payment, ("amount", "receipt_no")),
    Step.PAID: (_payment, ("amount", "receipt_no")),
    Step.EXTEND: (_extend, ("new_promised_at", "signed_by", *_LEADER)),
    Step.STOP: (_stop, ("fee",)),
    Step.VOID: (_leader, _LEADER),
    Step.RETURN_RESULT: (_return_result, ("receiver", "originals", "note")),
}
"""How a step's facts are read, and which there are beside the reason."""
