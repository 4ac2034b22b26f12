"""A citizen who came without enough papers, or with what the desk cannot take: no dossier, but a notice."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from onestop_desktop.domain import errors
from onestop_desktop.domain.applicant import write_person
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.notice_facts import notice_head
from onestop_desktop.domain.notices import SUPPLEMENT, RefusalNotice, SupplementRequest
from onestop_desktop.domain.reception import look_at_order
from onestop_desktop.domain.step_fields import LONGEST_REASON, read_papers

_KNOWN = ("procedure", "applicant", "papers", "reason")


def read_unreceived(facts: Mapping[str, Any], form: str, today: date) -> dict[str, Any]:
    """What the entry keeps: applicant, procedure, papers (form 02), reason (faults of the fields)."""
    faults: list[errors.DeskError] = []
    fields = Fields(facts, _KNOWN, "", faults)
    reason = fields.text("reason", LONGEST_REASON, needed=True, lines=True)
    papers = read_papers(fields, needed=form == SUPPLEMENT)
    order = {
        "procedure": facts.get("procedure"),
        "channel": "counter",
        "applicant": facts.get("applicant"),
    }
    reception, more = look_at_order(order, today)
    raise_faults([*faults, *more])
    return {
        "procedure": reception.procedure,
        "applicant": write_person(reception.applicant),
        "papers": papers,
        "reason": reason,
    }


def unreceived_notice(entry: Entry) -> SupplementRequest | RefusalNotice:
    """The facts of the notice that the entry made."""
    facts = entry.facts
    head = notice_head(
        facts["head"],
        applicant=facts["applicant"],
        procedure=facts["procedure_name"],
        code="",
        officer=entry.officer,
        on=write_moment(entry.happened_at),
    )
    if facts["kind"] == SUPPLEMENT:
        return SupplementRequest(head, tuple(facts["papers"]), facts["reason"])
    return RefusalNotice(head, facts["reason"])
