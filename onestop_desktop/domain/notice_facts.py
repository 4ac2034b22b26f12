"""From the journal to the facts of forms 02 to 06: what each paper says of a dossier and its entries."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from onestop_desktop.domain import step_errors
from onestop_desktop.domain.applicant import write_person
from onestop_desktop.domain.dossier import Dossier, fold
from onestop_desktop.domain.entry import Entry
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.moments import write_moment
from onestop_desktop.domain.notices import (
    APOLOGY,
    REFUSAL,
    STOP,
    SUPPLEMENT,
    Apology,
    ControlSlip,
    HandOver,
    HandOverList,
    ListedDossier,
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
    facts, told = entry.facts, entry.facts["head"]
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
            again=before.apologies > 0,
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


_TAKEN_BY: dict[Step, tuple[Step, ...]] = {
    Step.HAND_OVER: (Step.ACCEPT,),
    Step.PROPOSE: (Step.ACCEPT, Step.SETTLE, Step.SEND_BACK),
}
"""What gives a dossier on, and which steps take it over: a hand-over only who accepts it."""


def hand_overs(dossier: Dossier, desk_name: str) -> tuple[HandOver, ...]:
    """Who gave the dossier to whom and when; the receiver's finding by the due time of that moment.

    A block nobody took over (given on to another, or settled over the receiver's head) has no
    receiver.
    """
    blocks: list[HandOver] = []
    first, *rest = dossier.entries
    then, given = Dossier.received(first), None
    unit = worked_on_in = desk_name
    for entry in rest:
        if given is not None and entry.step in _TAKEN_BY[given.step]:
            blocks.append(_block(then, unit, given, entry))
            unit = given.facts.get("to") or entry.officer
            worked_on_in = unit if given.step is Step.HAND_OVER else worked_on_in
            given = None
        if entry.step is Step.SEND_BACK:
            unit = entry.facts.get("to") or worked_on_in
        if entry.step in _TAKEN_BY:
            if given is not None:
                blocks.append(_block(then, unit, given, None))
            given = entry
        then = then.after(entry)
    if given is not None:
        blocks.append(_block(then, unit, given, None))
    return tuple(blocks)


def _block(then: Dossier, unit: str, given: Entry, taken: Entry | None) -> HandOver:
    result = judge(taken.happened_at, then.due_at, then.term).value if taken else ""
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


# -- the one sheet of a pile
def last_hand_over(dossier: Dossier) -> Entry:
    """The hand-over that stands (NothingHandedOver where none does)."""
    given = [each for each in dossier.entries if each.step is Step.HAND_OVER]
    if not given:
        raise step_errors.NothingHandedOver(code=dossier.code)
    return given[-1]


def hand_over_list(told: Mapping[str, Any], dossiers: Sequence[Dossier]) -> HandOverList:
    """The sheet of dossiers handed over together, each as it was given on.

    Where all were settled it is the list of results.
    """
    given = [last_hand_over(dossier) for dossier in dossiers]
    then = [_as_of(dossier, entry) for dossier, entry in zip(dossiers, given, strict=True)]
    return HandOverList(
        profile=told["profile"],
        agency=told["agency"],
        number=told["number"],
        on=write_moment(max(each.happened_at for each in given)),
        giver=_together(each.officer for each in given),
        receiver=_together(each.facts["to"] for each in given),
        results=all(dossier.state is State.SETTLED for dossier in then),
        dossiers=tuple(_listed(dossier) for dossier in then),
    )


def read_hand_over_list(entry: Entry) -> HandOverList:
    """The sheet as its first print froze it."""
    sheet = entry.facts["sheet"]
    rows = tuple(ListedDossier(**row) for row in sheet["dossiers"])
    return HandOverList(**{**sheet, "dossiers": rows})


def _as_of(dossier: Dossier, entry: Entry) -> Dossier:
    return fold(each for each in dossier.entries if each.sequence <= entry.sequence)


def _together(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _listed(dossier: Dossier) -> ListedDossier:
    settlement = dossier.settlement.facts if dossier.settlement else {}
    notes = (settlement.get("result_no", ""), dossier.shelf)
    return ListedDossier(
        code=dossier.code,
        applicant=dossier.applicant.name,
        address=dossier.applicant.address,
        procedure=dossier.procedure_name,
        papers=len(dossier.facts["paper_lines"]),
        note=", ".join(note for note in notes if note),
    )
