"""Lives of dossiers whose clock matters: lateness, apologies, pauses, a longer term, a missed appointment."""

import random
from datetime import datetime, time

from onestop_desktop.application.demo_acts import DESK, Work
from onestop_desktop.application.demo_lives import Town, Trouble, received, settle, taken_up
from onestop_desktop.application.demo_play import Life
from onestop_desktop.application.sample_orders import LEADER, SPECIALIST
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import at as moment_at
from onestop_desktop.domain.moments import local, write_moment

_MARRIAGE, _CORRECTION, _ALLOWANCE = "1.004873", "1.004859", "1.001776"
_FATHER, _RESIDENCE, _BUSINESS = "1.001022", "1.004194", "1.001612"


def _late(town: Town, at: datetime, chance: random.Random) -> Life:
    """Signed two days after its due time, nobody has said sorry."""
    dossier, work = received(town, at, chance, _MARRIAGE)
    yield from taken_up(town, work)
    yield town.hours.after(local(dossier.due_at), 500)
    work.propose()
    yield town.hours.after(town.acts.now(), chance.randint(30, 400))
    dossier = settle(town, dossier, chance)
    yield town.hours.after(town.acts.now(), 300)
    town.acts.give_back(dossier)


def _overdue(town: Town, at: datetime, chance: random.Random) -> Life:
    """Still at the unit after its due time."""
    _dossier, work = received(town, at, chance, _CORRECTION)
    yield from taken_up(town, work)


def _sorry(town: Town, work: Work, dossier: Dossier) -> None:
    """Form 04, on the day before the due day."""
    promise = town.hours.after(local(dossier.due_at), 2000).replace(minute=0, second=0)
    town.acts.step(
        work.code,
        Step.EXTEND,
        LEADER,
        new_promised_at=write_moment(promise),
        reason="Chờ kết quả xác minh của nơi cư trú trước đây",
        signed_by=LEADER,
    )


def _late_with_apology(town: Town, at: datetime, chance: random.Random) -> Life:
    """The apology given in time, signed after the due time."""
    dossier, work = received(town, at, chance, _BUSINESS)
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 700)
    _sorry(town, work, dossier)
    yield town.hours.after(local(dossier.due_at), 700)
    work.propose()
    yield town.hours.after(town.acts.now(), 120)
    dossier = settle(town, dossier, chance)
    yield town.hours.after(town.acts.now(), 200)
    town.acts.give_back(dossier)


def _overdue_with_apology(town: Town, at: datetime, chance: random.Random) -> Life:
    """The apology given in time, and still at the unit."""
    dossier, work = received(town, at, chance, _MARRIAGE)
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 700)
    _sorry(town, work, dossier)


def _supplemented(town: Town, at: datetime, chance: random.Random) -> Life:
    """Papers asked for and brought, then twice: the leader allows the second time."""
    dossier, work = received(town, at, chance, _ALLOWANCE)
    yield from taken_up(town, work)
    for allowed in ({}, {"leader": LEADER, "leader_reason": "Giấy tờ nộp lần đầu đã hết hạn"}):
        yield town.hours.after(town.acts.now(), 120)
        work.ask_supplement(**allowed)
        yield town.hours.after(town.acts.now(), 900)
        town.acts.step(work.code, Step.SUPPLEMENTED, DESK, papers=["Giấy xác nhận cư trú"])
    yield town.hours.after(town.acts.now(), 400)
    work.propose()
    yield town.hours.after(town.acts.now(), 60)
    settle(town, dossier, chance)


def _waits_for_papers(town: Town, at: datetime, chance: random.Random) -> Life:
    """Papers asked for; the citizen has not come again."""
    _dossier, work = received(town, at, chance, _MARRIAGE)
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 60)
    work.ask_supplement()


def _paid_later(town: Town, at: datetime, chance: random.Random) -> Life:
    """Received online, the fee asked for and paid."""
    order = town.commune.order(_RESIDENCE, at.date(), chance, channel="online_full")
    dossier = town.acts.receive(order)
    work = town.acts.work_on(dossier)
    yield town.hours.after(at, 20)
    town.acts.bind(work.code, _official(dossier, chance))
    town.acts.step(work.code, Step.ASK_PAYMENT, DESK, amount=7000)
    yield town.hours.after(town.acts.now(), 500)
    town.acts.step(work.code, Step.PAID, DESK, amount=7000, receipt_no="DVC-0007")
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 200)
    work.propose()
    yield town.hours.after(town.acts.now(), 60)
    settle(town, dossier, chance)


def _waits_for_payment(town: Town, at: datetime, chance: random.Random) -> Life:
    """The fee asked for; nothing has come."""
    order = town.commune.order(_RESIDENCE, at.date(), chance, channel="online_full")
    dossier = town.acts.receive(order)
    yield town.hours.after(at, 25)
    town.acts.step(dossier.code, Step.ASK_PAYMENT, DESK, amount=7000)


def _official(dossier: Dossier, chance: random.Random) -> str:
    """A code as the provincial system might give it."""
    return f"H99.99-{local(dossier.received_at):%y%m%d}-{chance.randint(1000, 9999)}"


def _lengthened(town: Town, at: datetime, chance: random.Random) -> Life:
    """Something must be verified: the procedure's own longer term."""
    dossier, work = received(town, at, chance, _FATHER)
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 200)
    why = "Cần xác minh tại nơi cư trú trước đây"
    town.acts.step(work.code, Step.LENGTHEN, SPECIALIST, reason=why)
    yield town.hours.after(town.acts.now(), 2000)
    work.propose()
    yield town.hours.after(town.acts.now(), 60)
    settle(town, dossier, chance)


def _appointment_missed(town: Town, at: datetime, chance: random.Random) -> Life:
    """In time by law, but after the hour the slip told the citizen to come."""
    dossier, work = received(town, at, chance, _MARRIAGE)
    yield from taken_up(town, work)
    day = local(dossier.due_at).date()
    yield moment_at(day, time(15, 20))
    work.propose()
    yield moment_at(day, time(16, 44))
    dossier = settle(town, dossier, chance)
    yield town.hours.after(town.acts.now(), 60)
    town.acts.give_back(dossier)


DELAYS: tuple[tuple[int, Trouble], ...] = (
    *((back, _late) for back in (26, 21, 15, 11)),
    *((back, _overdue) for back in (10, 7, 5)),
    *((back, _late_with_apology) for back in (24, 17, 12)),
    *((back, _overdue_with_apology) for back in (9, 6)),
    *((back, _supplemented) for back in (27, 22)),
    *((back, _waits_for_papers) for back in (8, 3, 1)),
    *((back, _paid_later) for back in (19, 13)),
    *((back, _waits_for_payment) for back in (4, 2)),
    *((back, _lengthened) for back in (25, 4)),
    *((back, _appointment_missed) for back in (19, 9)),
)
"""How many working days ago each of them was received."""
