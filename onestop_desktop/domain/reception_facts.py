"""What the entry of a reception keeps, from the checked order to plain values."""

from typing import Any

from onestop_desktop.domain.agency import Agency
from onestop_desktop.domain.applicant import write_person
from onestop_desktop.domain.deadline import Appointment
from onestop_desktop.domain.facts import as_facts
from onestop_desktop.domain.fees import Fee, fee_for
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.procedure import Procedure
from onestop_desktop.domain.reception import ReceivedPaper, Reception
from onestop_desktop.domain.slips import paper_lines
from onestop_desktop.domain.text import fold


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
        "exemption": reception.exemption,
        "visit": reception.visit,
        "volume": agency.register_volume,
        **appointment_facts(appointment),
    }


def deciding_agency(procedure: Procedure, agency: Agency) -> str:
    """Who decides: this commune where the catalogue says "the commune", else whom it names."""
    own = not procedure.agency or "cap xa" in fold(procedure.agency)
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


def appointment_facts(appointment: Appointment) -> dict[str, Any]:
    """Start, due time, promise and their why."""
    return {
        "validly_received_at": write_moment(appointment.received_at),
        "due_at": write_moment(appointment.due_at),
        "promised_at": write_moment(appointment.promised_at),
        "provisional": appointment.provisional,
        "why": [as_facts(reason) for reason in appointment.why],
    }
