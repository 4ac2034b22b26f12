"""A desk that lives: dossiers received, stepped, certified, paid for, by a seeded chance."""

from contextlib import suppress
from random import Random

from onestop_desktop.application.certify import Certify
from onestop_desktop.application.rate_dossier import RateDossier
from onestop_desktop.application.stepping import TakeStep
from onestop_desktop.application.take_money import RefundFee, TakeFee
from onestop_desktop.domain import errors
from onestop_desktop.domain.money import payments_of, receipt_words
from tests.support.desk import LEADER, OFFICER, Desk, make_order, plain_order
from tests.support.random_lives import OFFICERS, some_facts, some_step, some_time_later

PROCEDURES = ("1.004873", "1.000689", "1.004859", "1.001699")
TITLES = ("Bằng tốt nghiệp", "Học bạ", "Giấy khai sinh")


def live(desk: Desk, random: Random, steps: int) -> None:
    """So many acts; what is refused is left out."""
    codes: list[str] = []
    for _ in range(steps):
        desk.clock.moment = some_time_later(random, desk.clock.moment)
        with suppress(errors.DeskError):
            act = random.random()
            if act < 0.2 or not codes:
                codes.append(desk.receive(plain_order(random.choice(PROCEDURES))).dossier.code)
            elif act < 0.35:
                codes.append(_certify(desk, random))
            elif act < 0.45:
                _pay(desk, random, random.choice(codes))
            elif act < 0.5:
                desk.services.counter.rate_dossier(
                    RateDossier(random.choice(codes), random.randint(1, 3), OFFICER)
                )
            else:
                _step(desk, random, random.choice(codes))


def _certify(desk: Desk, random: Random) -> str:
    titles = random.sample(TITLES, random.randint(1, 3))
    items = [
        {"title": title, "pages": random.randint(1, 9), "copies": random.randint(1, 4)}
        for title in titles
    ]
    order = random.choice((make_order(items=items), plain_order("2.000884")))
    return desk.services.counter.certify(Certify(order, OFFICER, LEADER)).dossier.code


def _pay(desk: Desk, random: Random, code: str) -> None:
    dossier = desk.services.show_dossier(code).dossier
    paid = payments_of(dossier)
    if paid and random.random() < 0.5:
        last = paid[0]
        receipt = receipt_words(last.number, last.year)
        desk.services.counter.refund_fee(RefundFee(code, receipt, "Thu nhầm", OFFICER))
    else:
        method = random.choice(("cash", "transfer"))
        amount = random.choice((None, 5_000))
        desk.services.counter.take_fee(TakeFee(code, method, OFFICER, amount, "Theo thực tế"))


def _step(desk: Desk, random: Random, code: str) -> None:
    dossier = desk.services.show_dossier(code).dossier
    step = some_step(random, dossier)
    facts = some_facts(random, step, dossier, desk.clock())
    desk.services.take_step(TakeStep(code, step, facts, random.choice(OFFICERS)))
