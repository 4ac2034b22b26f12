"""What verbs answer: plain values for JSON, and the same in words for people."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.application.messages import (
    error_sentence,
    state_label,
    warning_sentence,
)
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.reasons import moment_words, reason_words
from onestop_desktop.application.receiving import Received
from onestop_desktop.domain.applicant import Warning
from onestop_desktop.domain.deadline import Appointment, Reason
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.moments import write_moment


def reasons(why: tuple[Reason, ...], language: str) -> list[dict[str, Any]]:
    """The why as data and as words."""
    words = reason_words(why, language)
    return [
        {"code": reason.code, "facts": reason.facts, "words": text}
        for reason, text in zip(why, words, strict=True)
    ]


def dossier_answer(dossier: Dossier, language: str) -> dict[str, Any]:
    """The core fields of one dossier."""
    return {
        "code": dossier.code,
        "official_code": dossier.official_code,
        "applicant": dossier.applicant.name,
        "identity": dossier.applicant.identity,
        "phone": dossier.applicant.phone,
        "procedure": dossier.procedure,
        "procedure_name": dossier.procedure_name,
        "state": dossier.state.value,
        "holder": dossier.holder,
        "received_at": write_moment(dossier.received_at),
        "due_at": write_moment(dossier.due_at),
        "promised_at": write_moment(dossier.promised_at),
        "provisional": dossier.provisional,
        "handed_to": dossier.handed_to,
        "shelf": dossier.shelf,
        "settled_at": write_moment(dossier.settled_at) if dossier.settled_at else None,
        "returned_at": write_moment(dossier.returned_at) if dossier.returned_at else None,
        "verdict": dossier.verdict.value if dossier.verdict else None,
        "official_verdict": dossier.official_verdict.value if dossier.official_verdict else None,
        "fee": dossier.facts["fee"]["amount"],
        "why": reasons(dossier.why, language),
    }


def received_answer(received: Received, language: str) -> dict[str, Any]:
    """The dossier with what is odd and what is missing."""
    return {
        **dossier_answer(received.dossier, language),
        "repeated": received.repeated,
        "missing": [paper.no for paper in received.missing],
        "warnings": warnings(received.warnings, language),
    }


def warnings(found: tuple[Warning, ...], language: str) -> list[dict[str, Any]]:
    """Odd values: code, field, sentence."""
    return [
        {
            "code": warning.code,
            "field": warning.field,
            "message": warning_sentence(warning, language),
        }
        for warning in found
    ]


def shown_answer(shown: Shown, language: str) -> dict[str, Any]:
    """The dossier and its entries."""
    return {
        **dossier_answer(shown.dossier, language),
        "entries": [entry_answer(entry) for entry in shown.entries],
    }


def entry_answer(entry: Entry) -> dict[str, Any]:
    """One entry of the journal."""
    return {
        "sequence": entry.sequence,
        "step": entry.step.value,
        "officer": entry.officer,
        "workstation": entry.workstation,
        "recorded_at": write_moment(entry.recorded_at),
        "happened_at": write_moment(entry.happened_at),
        "facts": dict(entry.facts),
    }


def row_answer(row: DossierRow) -> dict[str, Any]:
    """One row of a list."""
    return asdict(row)


def row_words(row: DossierRow, language: str) -> str:
    """One row for people."""
    due = moment_words(row.due_at, language)
    state = state_label(row.state, language)
    return f"{row.code}  {due}  {state}  {row.applicant}  {row.procedure_name[:60]}"


def appointment_answer(appointment: Appointment, language: str) -> dict[str, Any]:
    """A computed due time."""
    return {
        "due_at": write_moment(appointment.due_at),
        "promised_at": write_moment(appointment.promised_at),
        "provisional": appointment.provisional,
        "why": reasons(appointment.why, language),
    }


def refusal(error: CodedError, language: str) -> dict[str, Any]:
    """A refusal or fault as JSON; further faults of the same order beside it."""
    others = getattr(error, "others", ())
    answer: dict[str, Any] = {
        "refused": error.code,
        "facts": _plain(error.facts),
        "message": error_sentence(error, language),
    }
    if others:
        answer["others"] = [{"refused": o.code, "facts": _plain(o.facts)} for o in others]
    return answer


def _plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value if isinstance(value, str | int | float | bool | list) else str(value)
        for name, value in facts.items()
    }
