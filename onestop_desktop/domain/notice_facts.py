"""From the journal to the facts of forms 02 to 06: what each paper says of a dossier and its entries."""

from collections.abc import Mapping
from typing import Any

from onestop_desktop.domain import step_errors
from onestop_desktop.domain.applicant import write_person
from onestop_desktop.domain.dossier import Dossier, fold
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.notices import (
    APOLOGY,
    REFUSAL,
    STOP,
    SUPPLEMENT,
    Apology,
    ControlSlip,
    HandOver,
    NoticeHead,
    RefusalNotice,
    StopNotice,
    SupplementRequest,
)
from onestop_desktop.domain.procedure import Channel
from onestop_desktop.domain.timeliness import judge

Notice = SupplementRequest | RefusalNotice | Apology | StopNotice
FORMS: dict[Step, str] = {
    Step.ASK_SUPPLEMENT: SUPPLEMENT,
    Step.REFUSE: REFUSAL,
    Step.EXTEND: APOLOGY,
    Step.STOP: STOP,
}
"""The steps whose entry is a numbered notice."""
_ONLINE = (Channel.ONLINE_FULL, Channel.ONLINE_PARTIAL)


def form_made(dossier: Dossier, step: Step) -> str:
    """The form that this step makes, "" for none: the portal gives an online dossier's stop."""
    form = FORMS.get(step, "")
    return "" if form == STOP and dossier.channel in _ONLINE else form


def notice_entry(dossier: Dossier, form: str) -> Entry:
    """The newest entry that made such a notice.

    NoticeMissing where none was made; NoticeByPortal for the stop of an online dossier: the
    national portal gives it (Circular 03/2025 Art. 7).
    """
    made = [each for each in dossier.entries if FORMS.get(each.step) == form]
    if not made:
        raise step_errors.NoticeMissing(form=form, code=dossier.code)
    if form == STOP and dossier.channel in _ONLINE:
        raise step_errors.NoticeByPortal(form=form, code=dossier.code)
    return made[-1]


def notice_of(dossier: Dossier, entry: Entry) -> Notice:
    """The facts of the notice that this entry made, as the dossier stood before it."""
    before = fold(each for each in dossier.entries if each.sequence < entry.sequence)
    facts, told = entry.facts, entry.facts["form"]
    head = notice_head(
        told,
        applicant=write_person(before.applicant),
        procedure=before.procedure_name,
        code=before.code,
        officer=entry.officer,
        on=write_moment(entry.happened_at),
    )
    received_at = write_moment(before.validly_received_at)
    if entry.step is Step.ASK_SUPPLEMENT:
        return SupplementRequest(head, tuple(facts["papers"]), facts["reason"])
    if entry.step is Step.REFUSE:
        return RefusalNotice(head, facts["reason"])
    if entry.step is Step.EXTEND:
        return Apology(
            head,
            received_at,
            before.facts["agency"],
            write_moment(before.promised_at),
            facts["reason"],
            facts["new_promised_at"],
            facts["signed_by"],
        )
    return StopNotice(head, received_at, facts["reason"], before.state.value, facts["fee"])


def notice_head(told: Mapping[str, Any], **head: Any) -> NoticeHead:
    """The head from what a numbered entry keeps: profile, agency, number."""
    return NoticeHead(profile=told["profile"], agency=told["agency"], number=told["number"], **head)


def control_slip(dossier: Dossier, told: Mapping[str, Any], officer: str, on: str) -> ControlSlip:
    """Form 06 as the journal has it now: as many blocks as hand-overs."""
    head = notice_head(
        told,
        applicant=write_person(dossier.applicant),
        procedure=dossier.procedure_name,
        code=dossier.code,
        officer=officer,
        on=on,
    )
    return ControlSlip(
        head,
        dossier.facts["agency"],
        write_moment(dossier.validly_received_at),
        write_moment(dossier.promised_at),
        hand_overs(dossier, str(told["agency"]["desk_name"])),
    )


_GIVES = (Step.HAND_OVER, Step.PROPOSE)
_TAKES = (Step.ACCEPT, Step.SETTLE, Step.SEND_BACK)


def hand_overs(dossier: Dossier, desk_name: str) -> tuple[HandOver, ...]:
    """Who gave the dossier to whom and when; the receiver's finding judged by the due time."""
    blocks: list[HandOver] = []
    unit, given = desk_name, None
    for entry in dossier.entries:
        if given is not None and entry.step in _TAKES:
            blocks.append(_block(dossier, unit, given, entry))
            unit, given = given.facts.get("to") or entry.officer, None
        if entry.step in _GIVES:
            if given is not None:
                blocks.append(_block(dossier, unit, given, None))
            given = entry
    if given is not None:
        blocks.append(_block(dossier, unit, given, None))
    return tuple(blocks)


def _block(dossier: Dossier, unit: str, given: Entry, taken: Entry | None) -> HandOver:
    result = ""
    if taken is not None:
        result = judge(taken.happened_at, dossier.due_at, dossier.term).value
    return HandOver(
        giver_unit=unit,
        giver=given.officer,
        given_at=write_moment(given.happened_at),
        receiver_unit=given.facts.get("to", ""),
        receiver=taken.officer if taken else "",
        received_at=write_moment(taken.happened_at) if taken else "",
        result=result,
        note=given.facts.get("note", ""),
    )
