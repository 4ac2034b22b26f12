"""A dossier is the fold of its entries: a frozen value in, a frozen value out."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from onestop_desktop.domain.applicant import (
    Applicant,
    Proxy,
    read_applicant,
    read_proxy,
)
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.deadline import Appointment, ClockRules, Pause, Reason, appoint
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import NOTES, PAUSED, RULES, State, Step, after
from onestop_desktop.domain.moments import read_moment
from onestop_desktop.domain.procedure import Channel, Procedure
from onestop_desktop.domain.terms import Term, read_term
from onestop_desktop.domain.timeliness import Verdict, judge, judge_by_minute

_MOVE_THE_CLOCK = (Step.SUPPLEMENTED, Step.PAID, Step.LENGTHEN, Step.RECOMPUTE)
"""Steps whose entry may carry a new due time; the promise stays as the slip has it."""


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


@dataclass(frozen=True, slots=True)
class Dossier:
    """State, due times and people of one dossier, as its entries tell them.

    `holder` has the papers, `handed_to` is to have them next; `settled_at` and the verdicts are
    those of the first settlement (convention 13). `entries` are those that stand: what was taken
    back is not among them.
    """

    code: str
    official_code: str
    procedure: str
    procedure_name: str
    procedure_version: int
    channel: Channel
    applicant: Applicant
    proxy: Proxy | None
    state: State
    holder: str
    received_at: datetime
    validly_received_at: datetime
    due_at: datetime
    promised_at: datetime
    provisional: bool
    why: tuple[Reason, ...]
    facts: Mapping[str, Any]
    received_by: str = ""
    pauses: tuple[Pause, ...] = ()
    paused_since: datetime | None = None
    lengthened: bool = False
    official_due_at: datetime | None = None
    handed_to: str = ""
    shelf: str = ""
    supplements: int = 0
    apologies: int = 0
    proposal: Proposal | None = None
    settlement: Settlement | None = None
    settled_at: datetime | None = None
    verdict: Verdict | None = None
    official_verdict: Verdict | None = None
    returned_at: datetime | None = None
    entries: tuple[Entry, ...] = field(default=(), compare=False, repr=False)

    @property
    def term(self) -> Term:
        """The legal term that counts: the procedure's longer one where it was lengthened."""
        return read_term(_longer_term(self.why) or self.facts["term"])

    @classmethod
    def received(cls, entry: Entry) -> "Dossier":
        """The dossier as its first entry, the reception, makes it."""
        facts = entry.facts
        return cls(
            code=entry.dossier,
            official_code=facts["official_code"],
            state=State.RECEIVED,
            holder=entry.officer,
            received_by=entry.officer,
            received_at=entry.recorded_at,
            promised_at=read_moment(facts["promised_at"]),
            entries=(entry,),
            **_told(facts),
        )

    def after(self, entry: Entry) -> "Dossier":
        """The dossier after one more entry (StepImpossible where the table forbids the step)."""
        state = after(self.state, entry.step)
        if entry.step is Step.UNDO:
            return fold(each for each in self.entries if each.sequence != entry.facts["undoes"])
        changes = _CHANGES.get(entry.step, _nothing)(self, entry)
        if entry.step in _MOVE_THE_CLOCK and "due_at" in entry.facts:
            changes |= _clock(entry.facts)
        entries = (*self.entries, entry)
        return replace(self._in_state(state, entry), entries=entries, **changes)

    def _in_state(self, state: State, entry: Entry) -> "Dossier":
        """In another state; entering and leaving a waiting state begins and ends a pause."""
        since, pauses = self.paused_since, self.pauses
        if state in PAUSED and since is None:
            since = entry.happened_at
        elif state not in PAUSED and since is not None:
            # A clock set back a little must not make a pause that ends before it begins.
            pauses, since = (*pauses, Pause(since, max(since, entry.happened_at))), None
        return replace(self, state=state, pauses=pauses, paused_since=since)

    def appointed(
        self, procedure: Procedure, calendar: WorkingCalendar, clock: ClockRules
    ) -> Appointment:
        """The appointment reckoned anew from the journal: its pauses and its longer term kept."""
        return appoint(
            procedure.rules(self.facts["case"], self.channel),
            self.validly_received_at,
            calendar,
            clock,
            pauses=self.pauses,
            lengthened=self.lengthened,
        )

    def last_step(self) -> Entry | None:
        """The last entry that may be taken back: none after a reception or a recomputed due time."""
        last = next(each for each in reversed(self.entries) if each.step not in NOTES)
        return last if last.step in RULES and RULES[last.step].undoable else None


def fold(entries: Iterable[Entry]) -> Dossier:
    """The dossier behind all its entries, in their order."""
    first, *rest = entries
    dossier = Dossier.received(first)
    for entry in rest:
        dossier = dossier.after(entry)
    return dossier


def _told(facts: Mapping[str, Any]) -> dict[str, Any]:
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
        **_clock(facts),
    }


def _longer_term(why: Iterable[Reason]) -> str:
    return next((each.facts["term"] for each in why if each.code == "lengthened"), "")


def _clock(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "due_at": read_moment(facts["due_at"]),
        "provisional": facts["provisional"],
        "why": tuple(Reason(reason["code"], reason["facts"]) for reason in facts["why"]),
    }


# -- what each step changes beside the state
def _nothing(_dossier: Dossier, _entry: Entry) -> dict[str, Any]:
    return {}


def _bound(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    """The province's due time known so far stands, unless another code was bound."""
    facts, due_at = entry.facts, entry.facts.get("official_due_at", "")
    known = dossier.official_due_at if facts["official_code"] == dossier.official_code else None
    return {
        "official_code": facts["official_code"],
        "official_due_at": read_moment(due_at) if due_at else known,
    }


def _handed_over(dossier: Dossier, entry: Entry) -> dict[str, Any]:
    shelf = entry.facts.get("shelf") or dossier.shelf
    return {"handed_to": entry.facts["to"], "shelf": shelf}


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
        official = dossier.official_due_at
        changes |= {
            "settled_at": at,
            "verdict": judge(at, dossier.due_at, dossier.term),
            "official_verdict": judge_by_minute(at, official) if official else None,
        }
    return changes


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
    return {"supplements": dossier.supplements + 1, "handed_to": ""}


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
    told = _told(facts)
    lengthened = bool(_longer_term(told["why"]))
    return {**told, "promised_at": read_moment(facts["promised_at"]), "lengthened": lengthened}


_CHANGES: dict[Step, Callable[[Dossier, Entry], dict[str, Any]]] = {
    Step.BIND_OFFICIAL_CODE: _bound,
    Step.HAND_OVER: _handed_over,
    Step.ACCEPT: _accepted,
    Step.PROPOSE: _proposed,
    Step.SETTLE: _settled,
    Step.STAMP: _stamped,
    Step.SEND_BACK: _sent_back,
    Step.ASK_SUPPLEMENT: _supplement_asked,
    Step.LENGTHEN: _lengthened,
    Step.EXTEND: _extended,
    Step.RETURN_RESULT: _returned,
    Step.CORRECT: _corrected,
}
