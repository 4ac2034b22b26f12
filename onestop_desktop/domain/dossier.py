"""A dossier is the fold of its entries: a frozen value in, a frozen value out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from onestop_desktop.domain.agency import Agency
from onestop_desktop.domain.applicant import (
    Applicant,
    Proxy,
    read_applicant,
    read_proxy,
    write_person,
)
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.deadline import Appointment, ClockRules, Pause, Reason, appoint
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.fees import Fee, fee_for
from onestop_desktop.domain.lifecycle import PAUSED, State, Step, after
from onestop_desktop.domain.moments import read_moment, write_moment
from onestop_desktop.domain.procedure import Channel, Procedure
from onestop_desktop.domain.reception import ReceivedPaper, Reception
from onestop_desktop.domain.slips import paper_lines
from onestop_desktop.domain.text import fold as fold_text

_MOVE_THE_CLOCK = (Step.SUPPLEMENTED, Step.PAID, Step.LENGTHEN, Step.RECOMPUTE)
"""Steps whose entry carries a new due time; the promise stays as the slip has it."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """State, due times and people of one dossier, as its entries tell them."""

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
    pauses: tuple[Pause, ...] = ()
    paused_since: datetime | None = None
    lengthened: bool = False
    official_due_at: datetime | None = None

    @classmethod
    def received(cls, entry: Entry) -> "Dossier":
        """The dossier as its first entry, the reception, makes it."""
        facts = entry.facts
        return cls(
            code=entry.dossier,
            official_code=facts["official_code"],
            procedure=facts["procedure"],
            procedure_name=facts["procedure_name"],
            procedure_version=facts["procedure_version"],
            channel=Channel(facts["channel"]),
            applicant=read_applicant(facts["applicant"]),
            proxy=read_proxy(facts["proxy"]),
            state=State.RECEIVED,
            holder=entry.officer,
            received_at=entry.recorded_at,
            validly_received_at=read_moment(facts["validly_received_at"]),
            due_at=read_moment(facts["due_at"]),
            promised_at=read_moment(facts["promised_at"]),
            provisional=facts["provisional"],
            why=_reasons(facts["why"]),
            facts=facts,
        )

    def after(self, entry: Entry) -> "Dossier":
        """The dossier after one more entry (StepImpossible where the table forbids the step)."""
        changed = self._in_state(after(self.state, entry.step), entry)
        facts = entry.facts
        if entry.step is Step.BIND_OFFICIAL_CODE:
            due_at = facts.get("official_due_at", "")
            return replace(
                changed,
                official_code=facts["official_code"],
                official_due_at=read_moment(due_at) if due_at else self._due_of(facts),
            )
        if entry.step in _MOVE_THE_CLOCK and "due_at" in facts:
            changed = replace(
                changed,
                due_at=read_moment(facts["due_at"]),
                provisional=facts["provisional"],
                why=_reasons(facts["why"]),
            )
        return replace(changed, lengthened=changed.lengthened or entry.step is Step.LENGTHEN)

    def _due_of(self, facts: Mapping[str, Any]) -> datetime | None:
        """The province's due time known so far stands, unless another code was bound."""
        return self.official_due_at if facts["official_code"] == self.official_code else None

    def _in_state(self, state: State, entry: Entry) -> "Dossier":
        """In another state; entering and leaving a waiting state begins and ends a pause."""
        since, pauses = self.paused_since, self.pauses
        if state in PAUSED and since is None:
            since = entry.happened_at
        elif state not in PAUSED and since is not None:
            pauses, since = (*pauses, Pause(since, entry.happened_at)), None
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


def fold(entries: Iterable[Entry]) -> Dossier:
    """The dossier behind all its entries, in their order."""
    first, *rest = entries
    dossier = Dossier.received(first)
    for entry in rest:
        dossier = dossier.after(entry)
    return dossier


def reception_facts(
    procedure: Procedure,
    reception: Reception,
    appointment: Appointment,
    papers: tuple[ReceivedPaper, ...],
    agency: Agency,
) -> dict[str, Any]:
    """All that the entry of a reception keeps, as plain values; its numbers come with the code."""
    fee = fee_of(procedure, reception, appointment)
    return {
        "procedure": procedure.code,
        "procedure_name": procedure.name,
        "procedure_version": procedure.version,
        "case": reception.case,
        "case_name": dict(procedure.cases).get(reception.case, ""),
        "field": procedure.field,
        "term": procedure.term_row(reception.case, reception.channel).term,
        "channel": reception.channel.value,
        "applicant": write_person(reception.applicant),
        "proxy": write_person(reception.proxy) if reception.proxy else None,
        "official_code": reception.official_code,
        "papers": [as_facts(paper) for paper in papers],
        "paper_lines": paper_lines(procedure, reception, papers),
        "items": [as_facts(item) for item in reception.items],
        "fee": as_facts(fee),
        "place": reception.place or agency.desk_name,
        "agency": reception.agency or deciding_agency(procedure, agency),
        "sets": reception.sets,
        "note": reception.note,
        "return_by": reception.return_by.value,
        "visit": reception.visit,
        "volume": agency.register_volume,
        **_appointment_facts(appointment),
    }


def deciding_agency(procedure: Procedure, agency: Agency) -> str:
    """Who decides: this commune where the catalogue says "the commune", else whom it names."""
    own = not procedure.agency or "cap xa" in fold_text(procedure.agency)
    return agency.short_name if own else procedure.agency


def fee_of(procedure: Procedure, reception: Reception, appointment: Appointment) -> Fee:
    """The fee on the day of valid reception (ExemptionUnknown)."""
    return fee_for(
        procedure,
        reception.channel,
        appointment.received_at.date(),
        reception.items,
        copies=reception.sets,
        exemption=reception.exemption,
    )


def _reasons(facts: Iterable[Mapping[str, Any]]) -> tuple[Reason, ...]:
    return tuple(Reason(reason["code"], reason["facts"]) for reason in facts)


def _appointment_facts(appointment: Appointment) -> dict[str, Any]:
    return {
        "validly_received_at": write_moment(appointment.received_at),
        "due_at": write_moment(appointment.due_at),
        "promised_at": write_moment(appointment.promised_at),
        "provisional": appointment.provisional,
        "why": [as_facts(reason) for reason in appointment.why],
    }
