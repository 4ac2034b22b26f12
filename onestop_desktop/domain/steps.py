"""What each step must say and when it may be done, beyond the table: facts looked at, refusals told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from onestop_desktop.domain import errors, step_errors
from onestop_desktop.domain.calendar import WorkingCalendar
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.fields import Fields, raise_faults
from onestop_desktop.domain.lifecycle import RULES, Role, Step, after
from onestop_desktop.domain.moments import local, read_typed_moment, write_moment
from onestop_desktop.domain.text import same_name

LONGEST_NAME, LONGEST_TEXT, LONGEST_REASON = 100, 2000, 1000
LONGEST_PAPER, MOST_PAPERS = 300, 60
MOST_SUPPLEMENTS = MOST_APOLOGIES = 1
"""This product's rule: a second one needs the leader's reason (no text of 2025-26 repeats it)."""
MOST_AMOUNT = 10_000_000_000


class Receiver(StrEnum):
    """Who came for the result, and how he showed that he may."""

    APPLICANT = "applicant"
    PROXY = "proxy"
    POST = "post"
    LOST_SLIP = "lost_slip"


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
        raise _already_returned(dossier)
    after(dossier.state, step)
    rule = RULES[step]
    if desk.role is not None and desk.role not in rule.roles:
        roles = sorted(role.value for role in rule.roles)
        raise step_errors.RoleNotAllowed(step=step.value, role=desk.role.value, roles=roles)
    faults: list[errors.DeskError] = []
    read, known = _SAID.get(step, (_nothing, ()))
    fields = Fields(facts, (*known, "reason"), "", faults)
    reason = fields.text("reason", LONGEST_REASON, needed=rule.reason, lines=True)
    kept = read(fields)
    raise_faults(faults)
    _CHECK.get(step, _anything)(dossier, kept, desk)
    return {"reason": reason, **kept} if reason or rule.reason else kept


def _already_returned(dossier: Dossier) -> errors.DeskError:
    last = next(each for each in reversed(dossier.entries) if each.step is Step.RETURN_RESULT)
    return step_errors.AlreadyReturned(
        code=dossier.code,
        when=write_moment(last.happened_at),
        receiver=last.facts["receiver"]["name"],
    )


# -- what each step says
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
    return {
        "result_no": fields.text("result_no", 80),
        "result_on": fields.text("result_on", 20),
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


# -- what each step asks of the dossier
def _anything(_dossier: Dossier, _kept: dict[str, Any], _desk: Desk) -> None:
    return


def _is_handed_over(dossier: Dossier, _kept: dict[str, Any], _desk: Desk) -> None:
    if not dossier.handed_to:
        raise step_errors.NothingHandedOver(code=dossier.code, holder=dossier.holder)


def _may_settle(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    """A leader settles; who received it only under a delegation (Decree 118/2025 Art. 8.1)."""
    day = local(desk.now).date()
    covering = [
        each for each in desk.delegations if each.covers(desk.officer, dossier.procedure, day)
    ]
    number = kept["delegation"]
    if number:
        if not any(each.number == number for each in covering):
            raise step_errors.DelegationNotCovering(field="delegation", number=number)
    elif covering and desk.role is not Role.LEADER:
        kept["delegation"] = covering[0].number
    elif same_name(desk.officer, dossier.received_by):
        raise step_errors.SettlesOwnReception(code=dossier.code, officer=desk.officer)
    elif desk.role not in (None, Role.LEADER):
        raise step_errors.DelegationMissing(code=dossier.code, officer=desk.officer)
    kept["signed_by"] = kept["signed_by"] or desk.officer


def _allowed_again(done: int, most: int, kept: dict[str, Any], refusal: errors.DeskError) -> None:
    """The leader and his reason stand for what is past this product's limit."""
    if done >= most and not (kept["leader"] and kept["leader_reason"]):
        raise refusal


def _first_supplement(dossier: Dossier, kept: dict[str, Any], _desk: Desk) -> None:
    """Only one demand a dossier (Decree 118/2025 Art. 11)."""
    refusal = step_errors.SupplementAskedBefore(field="leader_reason", code=dossier.code)
    _allowed_again(dossier.supplements, MOST_SUPPLEMENTS, kept, refusal)


def _new_promise(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    moment = read_typed_moment(kept["new_promised_at"])
    field = "new_promised_at"
    if moment <= max(dossier.promised_at, desk.now):
        raise step_errors.PromiseNotLater(field=field, promised=write_moment(dossier.promised_at))
    if not desk.calendar.covers(moment.date()) or not desk.calendar.is_open(moment):
        raise step_errors.PromiseOutsideHours(field=field, moment=write_moment(moment))
    refusal = step_errors.ApologyGivenBefore(field="leader_reason", code=dossier.code)
    _allowed_again(dossier.apologies, MOST_APOLOGIES, kept, refusal)


def _void_in_time(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    """A mistaken reception is seen the same day; later only the leader may say so: it is not counted."""
    later = local(desk.now).date() > local(dossier.received_at).date()
    refusal = step_errors.VoidTooLate(field="leader_reason", code=dossier.code)
    _allowed_again(int(later), 1, kept, refusal)


def _last_own_step(dossier: Dossier, kept: dict[str, Any], desk: Desk) -> None:
    """The last step, the officer's own, of the same day."""
    last = dossier.last_step()
    if last is None:
        raise step_errors.NothingToUndo(code=dossier.code)
    if not same_name(last.officer, desk.officer):
        raise step_errors.StepOfAnother(step=last.step.value, officer=last.officer)
    if local(desk.now).date() != local(last.recorded_at).date():
        raise step_errors.UndoTooLate(step=last.step.value)
    kept |= {"undoes": last.sequence, "step": last.step.value}


_CHECK: dict[Step, Callable[[Dossier, dict[str, Any], Desk], None]] = {
    Step.ACCEPT: _is_handed_over,
    Step.SETTLE: _may_settle,
    Step.ASK_SUPPLEMENT: _first_supplement,
    Step.EXTEND: _new_promise,
    Step.VOID: _void_in_time,
    Step.UNDO: _last_own_step,
}
