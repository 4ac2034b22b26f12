"""When a step may be taken, beyond the table: what it asks of the dossier and of who takes it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.applicant import ApplicantKind
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.fields import raise_faults
from onestop_desktop.domain.lifecycle import RULES, Role, Step, after, possible
from onestop_desktop.domain.moments import local, read_typed_moment, write_moment
from onestop_desktop.domain.step_fields import Receiver, read_step
from onestop_desktop.domain.text import same_name

MOST_SUPPLEMENTS = MOST_APOLOGIES = 1
"""This product's rule: a second one needs the leader's reason (no text of 2025-26 repeats it)."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a step is looked at with: who does it and when, the calendar, the delegations."""

    officer: str
    now: datetime
    calendar: WorkingCalendar
    delegations: tuple[Delegation, ...] = ()
    role: Role | None = None


def step_facts(
    dossier: Dossier, step: Step, facts: Mapping[str, Any], desk: Desk
) -> dict[str, Any]:
    """The facts its entry keeps, as plain values.

    Raises StepImpossible (the state does not allow it), RoleNotAllowed, the faults of the fields
    (the first, the others beside it), then whatever this step asks of the dossier.
    """
    if step is Step.RETURN_RESULT and dossier.returned_at is not None:
        raise already_returned(dossier)
    require_possible(dossier, step)
    rule = RULES[step]
    if desk.role is not None and desk.role not in rule.roles:
        roles = sorted(role.value for role in rule.roles)
        raise step_errors.RoleNotAllowed(step=step.value, role=desk.role.value, roles=roles)
    faults: list[errors.DeskError] = []
    kept = read_step(step, facts, faults)
    raise_faults(faults)
    _CHECK.get(step, _anything)(dossier, kept, desk)
    return kept


def require_possible(dossier: Dossier, step: Step) -> None:
    """StepImpossible, with what there is to do, where the state does not allow the step."""
    try:
        after(dossier.state, step)
    except errors.StepImpossible as refusal:
        can = [each.value for each in offered(dossier)]
        raise errors.StepImpossible(**{**refusal.facts, "possible": can}) from None


def require_as_seen(dossier: Dossier, seen: int) -> None:
    """DossierMoved where a step was taken after the entry `seen`, up to which the officer looked.

    0 asks for nothing: whoever did not look takes it as it is.
    """
    last = dossier.last_act()
    if seen and last.sequence != seen:
        raise step_errors.DossierMoved(
            code=dossier.code,
            officer=last.officer,
            step=last.step.value,
            when=write_moment(last.happened_at),
        )


def already_returned(dossier: Dossier) -> errors.DeskError:
    """When its result was returned, and to whom."""
    last = next(each for each in reversed(dossier.entries) if each.step is Step.RETURN_RESULT)
    return step_errors.AlreadyReturned(
        code=dossier.code,
        when=write_moment(last.happened_at),
        receiver=last.facts["receiver"]["name"],
    )


def _anything(_dossier: Dossier, _kept: dict[str, Any], _desk: Desk) -> None:
    return


def _is_handed_over(dossier: Dossier, _kept: dict[str, Any], _desk: Desk) -> None:
    if not dossier.handed_to:
        raise step_errors.NothingHandedOver(code=dossier.code, holder=dossier.holder)


def _to_another(dossier: Dossier, kept: dict[str, Any], _desk: Desk) -> None:
    if same_name(kept["to"], dossier.holder):
        raise step_errors.HandsToSelf(field="to", code=dossier.code, officer=dossier.holder)


def _may_receive(dossier: Dossier, kept: dict[str, Any], _desk: Desk) -> None:
    """The applicant himself, or his proxy with a paper (Decree 118/2025 Art. 6).

    For an organisation any person it sends has its name on the paper, not on the card.
    """
    receiver, applicant = kept["receiver"], dossier.applicant
    how = Receiver(receiver["how"])
    if applicant.kind is not ApplicantKind.PERSON:
        return
    himself = how in (Receiver.APPLICANT, Receiver.LOST_SLIP)
    if himself and not same_name(receiver["name"], applicant.name):
        raise step_errors.ReceiverNotApplicant(
            field="receiver.name", receiver=receiver["name"], applicant=applicant.name
        )
    known, shown = applicant.identity, receiver["identity"]
    if how is Receiver.LOST_SLIP and known and shown != known:
        raise step_errors.ReceiverIdentityDiffers(field="receiver.identity", identity=shown)


def _is_of_today(_dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    on = kept["result_on"]
    if on and date.fromisoformat(on) > local(desk.now).date():
        raise step_errors.ResultInFuture(field="result_on", day=on)


def _may_settle(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    """A leader settles; who received it only under a delegation (Decree 118/2025 Art. 8.1)."""
    _is_of_today(dossier, kept, desk)
    day = local(desk.now).date()
    covering = [
        each for each in desk.delegations if each.covers(desk.officer, dossier.procedure, day)
    ]
    number, received = kept["delegation"], same_name(desk.officer, dossier.received_by)
    if number:
        if not any(each.number == number for each in covering):
            raise step_errors.DelegationNotCovering(field="delegation", number=number)
    elif covering and (desk.role is not Role.LEADER or received):
        kept["delegation"] = covering[0].number
    elif received:
        raise step_errors.SettlesOwnReception(code=dossier.code, officer=desk.officer)
    elif desk.role not in (None, Role.LEADER):
        raise step_errors.DelegationMissing(code=dossier.code, officer=desk.officer)
    kept["signed_by"] = kept["signed_by"] or desk.officer


def offered(dossier: Dossier, role: Role | None = None) -> tuple[Step, ...]:
    """The steps to offer: what the state allows and there is something for."""
    return tuple(
        step
        for step in possible(dossier.state, role)
        if (step is not Step.ACCEPT or dossier.handed_to)
        and (step is not Step.UNDO or dossier.last_step() is not None)
    )


def needs_leader(dossier: Dossier, step: Step, now: datetime) -> bool:
    """Whether this step is past this product's limit: a leader must allow it, with his reason."""
    if step is Step.ASK_SUPPLEMENT:
        return dossier.supplements >= MOST_SUPPLEMENTS
    if step is Step.EXTEND:
        return dossier.apologies >= MOST_APOLOGIES
    # A mistaken reception is seen the same day; later it is a dossier that would not be counted.
    return step is Step.VOID and local(now).date() > local(dossier.received_at).date()


def _allowed(dossier: Dossier, kept: dict[str, Any]) -> bool:
    """Whether a leader allows it with his reason; who received it does not allow it himself."""
    leader = kept["leader"]
    return bool(leader and kept["leader_reason"]) and not same_name(leader, dossier.received_by)


def _first_supplement(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    """Only one demand a dossier (Decree 118/2025 Art. 11)."""
    if needs_leader(dossier, Step.ASK_SUPPLEMENT, desk.now) and not _allowed(dossier, kept):
        raise step_errors.SupplementAskedBefore(field="leader_reason", code=dossier.code)


def _new_promise(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    moment = read_typed_moment(kept["new_promised_at"])
    field = "new_promised_at"
    if moment <= max(dossier.promised_at, desk.now):
        raise step_errors.PromiseNotLater(field=field, promised=write_moment(dossier.promised_at))
    if not desk.calendar.covers(moment.date()) or not desk.calendar.is_open(moment):
        raise step_errors.PromiseOutsideHours(field=field, moment=write_moment(moment))
    if needs_leader(dossier, Step.EXTEND, desk.now) and not _allowed(dossier, kept):
        raise step_errors.ApologyGivenBefore(field="leader_reason", code=dossier.code)


def _void_in_time(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    if needs_leader(dossier, Step.VOID, desk.now) and not _allowed(dossier, kept):
        raise step_errors.VoidTooLate(field="leader_reason", code=dossier.code)


def _last_own_step(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    """The last step, the officer's own, of the same day."""
    last = dossier.last_step()
    if last is None:
        raise step_errors.NothingToUndo(code=dossier.code)
    # In the lane the desk records what the leader signs.
    recorded_by = last.facts.get("recorded_by") or last.officer
    if not any(same_name(each, desk.officer) for each in (last.officer, recorded_by)):
        raise step_errors.StepOfAnother(step=last.step.value, officer=last.officer)
    if local(desk.now).date() > local(last.recorded_at).date():
        raise step_errors.UndoTooLate(step=last.step.value)
    kept |= {"undoes": last.sequence, "step": last.step.value}


_CHECK: dict[Step, Callable[[Dossier, dict[str, Any], Desk], None]] = {
    Step.HAND_OVER: _to_another,
    Step.ACCEPT: _is_handed_over,
    Step.SETTLE: _may_settle,
    Step.STAMP: _is_of_today,
    Step.ASK_SUPPLEMENT: _first_supplement,
    Step.EXTEND: _new_promise,
    Step.VOID: _void_in_time,
    Step.RETURN_RESULT: _may_receive,
    Step.UNDO: _last_own_step,
}
