"""What each step changes of a dossier beside its state: the fields that follow from its entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from onestop_desktop.domain.applicant import read_applicant, read_proxy
from onestop_desktop.domain.deadline import Reason
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.procedure import Channel
from onestop_desktop.domain.timeliness import Verdict, judge, judge_by_minute

if TYPE_CHECKING:
    from onestop_desktop.domain.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was put before the leader: by whom, when, in which words."""

    by: str
    at: datetime
    decision: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """The decision that stands: its words, number, day, who signed, under which delegation."""

    by: str
    at: datetime
    facts: Mapping[str, Any]


def told(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What reception and correction say of the dossier, all but its promise and official code."""
    return {
        "procedure": facts["procedure"],
        "procedure_name": facts["procedure_name"],
        "procedure_version": facts["procedure_version"],
        "channel": Channel(facts["channel"]),
        "applicant": read_applicant(facts["applicant"]),
        "proxy": read_proxy(facts["proxy"]),
        "validly_received_at": read_moment(facts["validly_received_at"]),
        "facts": facts,
        **clock(facts),
    }


def longer_term(why: Iterable[Reason]) -> str:
    """The longer term these reasons tell of, "" for none."""
    return next((each.facts["term"] for each in why if each.code == "lengthened"), "")


def clock(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Due time and why, as an entry that moves them tells."""
    return {
        "due_at": read_moment(facts["due_at"]),
        "provisional": facts["provisional"],
        "why": tuple(Reason(reason["code"], reason["facts"]) for reason in facts["why"]),
    }


# -- what each step changes beside the state
def nothing(_dossier: Dossier, _entry: Entry) -> dict[str, Any]:
    """A step that changes the state alone."""
    return {}


def _taken_off(_dossier: Dossier, _entry: Entry) -> dict[str, Any]:
    return _TAKEN_OFF


def _bound(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    """The province's due time known so far stands, unless another code was bound."""
    facts, due_at = entry.facts, entry.facts.get("official_due_at", "")
    known = dossier.official_due_at if facts["official_code"] == dossier.official_code else None
    official = read_moment(due_at) if due_at else known
    return {
        "official_code": facts["official_code"],
        "official_due_at": official,
        "official_verdict": _official_verdict(dossier.settled_at, official),
    }


def _official_verdict(settled_at: datetime | None, due_at: datetime | None) -> Verdict | None:
    """What the provincial system will say, by the minute; None while either moment is unknown."""
    return judge_by_minute(settled_at, due_at) if settled_at and due_at else None


def _handed_over(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    shelf = entry.facts.get("shelf") or dossier.shelf
    return {"handed_to": entry.facts["to"], "shelf": shelf, "proposal": None}


def _accepted(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    shelf = entry.facts.get("shelf") or dossier.shelf
    return {"holder": entry.officer, "handed_to": "", "shelf": shelf}


def _proposed(_dossier: Dossier, entry: Entry) -> dict[str, Any]:
    facts = entry.facts
    proposal = Proposal(entry.officer, entry.happened_at, facts["decision"])
    return {"proposal": proposal, "handed_to": facts.get("to", "")}


def _settled(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    facts, at = entry.facts, entry.happened_at
    changes: dict[str, Any] = {
        "settlement": Settlement(entry.officer, at, facts),
        "holder": entry.officer,
        "handed_to": "",
        "shelf": facts.get("shelf") or dossier.shelf,
    }
    if dossier.settled_at is None:  # the first settlement counts, reopened or not
        changes |= {
            "settled_at": at,
            "handled_by": _handled_by(dossier, entry),
            "verdict": judge(at, dossier.due_at, dossier.term),
            "official_verdict": _official_verdict(at, dossier.official_due_at),
        }
    return changes


def _handled_by(dossier: Dossier, entry: Entry) -> str:
    """Who worked out what was settled: who put it before the leader, in the lane who received it."""
    if dossier.proposal:
        return dossier.proposal.by
    return str(entry.facts.get("recorded_by") or entry.officer)


def _ended(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    """A dossier withdrawn and then stopped ended when it was withdrawn."""
    return {"ended_at": dossier.ended_at or entry.happened_at, **_TAKEN_OFF}


def _rated(_dossier: Dossier, entry: Entry) -> dict[str, Any]:
    return {"rating": entry.facts["rating"]}


def _stamped(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    settlement = dossier.settlement
    assert settlement is not None  # noqa: S101 - the table: settled
    given = {name: value for name, value in entry.facts.items() if value}
    return {
        "settlement": replace(settlement, facts={**settlement.facts, **given}),
        "shelf": entry.facts.get("shelf") or dossier.shelf,
    }


def _sent_back(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    by = dossier.proposal.by if dossier.proposal else dossier.holder
    to = entry.facts.get("to") or by
    return {"proposal": None, "settlement": None, "holder": to, "handed_to": ""}


def _supplement_asked(dossier: Dossier, _entry: Entry) -> dict[str, Any]:
    return {"supplements": dossier.supplements + 1, **_TAKEN_OFF}


def _lengthened(_dossier: Dossier, _entry: Entry) -> dict[str, Any]:
    return {"lengthened": True}


def _extended(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    moment = read_moment(entry.facts["new_promised_at"])
    return {"promised_at": moment, "apologies": dossier.apologies + 1}


def _returned(_dossier: Dossier, entry: Entry) -> dict[str, Any]:
    return {"returned_at": entry.happened_at, "handed_to": "", "shelf": ""}


def _corrected(_dossier: Dossier, entry: Entry) -> dict[str, Any]:
    """The longer term stays only where the corrected due time rests on one."""
    facts = entry.facts["reception"]
    right = told(facts)
    lengthened = bool(longer_term(right["why"]))
    return {**right, "promised_at": read_moment(facts["promised_at"]), "lengthened": lengthened}


_TAKEN_OFF: dict[str, Any] = {"handed_to": "", "proposal": None}
"""It lies before the leader no more, nor is it on its way to anybody: the work begins again."""
_ENDS = (Step.REFUSE, Step.WITHDRAW, Step.STOP, Step.VOID)
CHANGES: dict[Step, Callable[[Dossier, Entry], dict[str, Any]]] = {
    Step.BIND_OFFICIAL_CODE: _bound,
    Step.HAND_OVER: _handed_over,
    Step.ACCEPT: _accepted,
    Step.PROPOSE: _proposed,
    Step.SETTLE: _settled,
    Step.STAMP: _stamped,
    Step.SEND_BACK: _sent_back,
    Step.ASK_SUPPLEMENT: _supplement_asked,
    Step.ASK_PAYMENT: _taken_off,
    **dict.fromkeys(_ENDS, _ended),
    Step.LENGTHEN: _lengthened,
    Step.EXTEND: _extended,
    Step.RETURN_RESULT: _returned,
    Step.RATE: _rated,
    Step.CORRECT: _corrected,
}
