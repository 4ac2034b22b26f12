"""Lives of dossiers in which something goes another way: refused, withdrawn, sent back, spoilt, refunded."""

import random
from datetime import date, datetime, time

from onestop_desktop.application.demo_acts import DESK, SECOND_DESK
from onestop_desktop.application.demo_lives import Town, Trouble, received, settle, taken_up
from onestop_desktop.application.demo_play import Life
from onestop_desktop.application.sample_orders import LEADER
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import at as moment_at

_MARRIAGE, _CORRECTION, _ALLOWANCE = "1.004873", "1.004859", "1.001776"
_EXTRACT, _RESIDENCE, _BUSINESS = "2.000635", "1.004194", "1.001612"


def _refused(town: Town, at: datetime, chance: random.Random) -> Life:
    """Form 03: it cannot be settled here."""
    _dossier, work = received(town, at, chance, _CORRECTION)
    yield town.hours.after(at, 90)
    why = "Không thuộc thẩm quyền giải quyết của xã; người nộp đã được hướng dẫn nơi nộp"
    town.acts.step(work.code, Step.REFUSE, LEADER, reason=why)


def _withdrawn(town: Town, at: datetime, chance: random.Random) -> Life:
    """The citizen takes it back; what he paid is given back."""
    dossier, work = received(town, at, chance, _RESIDENCE)
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 100)
    town.acts.step(work.code, Step.WITHDRAW, DESK, reason="Công dân đề nghị rút hồ sơ")
    yield town.hours.after(town.acts.now(), 8)
    town.acts.refund(dossier, "Hồ sơ được rút trước khi giải quyết")


def _stopped(town: Town, at: datetime, chance: random.Random) -> Life:
    """Stopped on the citizen's request (form 05)."""
    _dossier, work = received(town, at, chance, _BUSINESS)
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 90)
    why = "Công dân có đơn đề nghị dừng giải quyết"
    town.acts.step(work.code, Step.STOP, LEADER, reason=why, fee="Chưa thu phí")


def _voided(town: Town, at: datetime, chance: random.Random) -> Life:
    """Received twice by mistake."""
    _dossier, work = received(town, at, chance, _MARRIAGE)
    yield town.hours.after(at, 4)
    town.acts.step(work.code, Step.VOID, DESK, reason="Tiếp nhận trùng, hồ sơ đã có mã khác")


def _sent_back(town: Town, at: datetime, chance: random.Random) -> Life:
    """The leader sends it back once; a signature given by mistake is taken back and given again."""
    dossier, work = received(town, at, chance, _ALLOWANCE)
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 200)
    work.propose()
    yield town.hours.after(town.acts.now(), 40)
    why = "Bổ sung biên bản họp xét của thôn"
    town.acts.step(work.code, Step.SEND_BACK, LEADER, reason=why)
    yield town.hours.after(town.acts.now(), 300)
    work.propose("Đủ điều kiện, đã có biên bản họp xét.")
    yield moment_at(town.hours.calendar.next_working(town.acts.now().date()), time(8, 30))
    town.acts.step(work.code, Step.SETTLE, LEADER, result_no="1")
    yield town.hours.after(town.acts.now(), 2)
    town.acts.step(work.code, Step.UNDO, LEADER, reason="Ghi nhầm số quyết định")
    yield town.hours.after(town.acts.now(), 6)
    dossier = settle(town, dossier, chance)
    yield town.hours.after(town.acts.now(), 500)
    identity = dossier.applicant.identity
    town.acts.give_back(dossier, how="lost_slip", identity=identity)


def _spoilt(town: Town, at: datetime, chance: random.Random) -> Life:
    """A certification number that stands for nothing any more."""
    done = town.acts.certify(town.commune.copies(at.date(), chance, "2.000815"))
    yield town.hours.after(at, 5)
    town.acts.spoil(done, "Bản sao in hỏng, đã cấp số khác")


def _refunded(town: Town, at: datetime, chance: random.Random) -> Life:
    """One copy fewer than paid for: a part of the fee goes back."""
    done = town.acts.certify(town.commune.copies(at.date(), chance, "2.000815"))
    yield town.hours.after(at, 15)
    town.acts.refund(done.dossier, "Công dân lấy ít bản hơn đã nộp tiền", 1000)


def _other_fee(town: Town, at: datetime, chance: random.Random) -> Life:
    """Another amount than the fee, with its reason."""
    order = town.commune.copies(at.date(), chance, "2.000815")
    order["payment"] = {
        "method": "transfer",
        "amount": 2000,
        "reason": "Giảm theo chính sách của tỉnh cho người cao tuổi",
    }
    town.acts.certify(order)
    yield from ()


def _waits_on_the_shelf(town: Town, at: datetime, chance: random.Random) -> Life:
    """Signed long ago; the citizen has not come."""
    dossier, work = received(town, at, chance, _EXTRACT, channel="post")
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 30)
    work.propose()
    yield town.hours.after(town.acts.now(), 20)
    settle(town, dossier, chance)


def _for_an_organisation(town: Town, at: datetime, chance: random.Random) -> Life:
    """A cooperative has copies certified."""
    order = town.commune.copies(at.date(), chance, "2.000815")
    order["applicant"] = {
        "kind": "organisation",
        "name": "Hợp tác xã dịch vụ nông nghiệp Hòa Mẫu",
        "identity": "0800000000",
        "address": "Thôn Trung Tâm, xã Hòa Mẫu",
        "phone": "02200000001",
    }
    town.acts.certify(order)
    yield from ()


def _just_come(town: Town, at: datetime, chance: random.Random) -> Life:
    """Still at the counter."""
    received(town, at, chance, _EXTRACT)
    yield from ()


def _to_the_other_counter(town: Town, at: datetime, chance: random.Random) -> Life:
    """On its way to somebody who has not taken it yet."""
    dossier = town.acts.receive(town.commune.order(_MARRIAGE, at.date(), chance), SECOND_DESK)
    yield town.hours.after(at, 10)
    town.acts.step(dossier.code, Step.HAND_OVER, SECOND_DESK, to=DESK)


def _before_the_leader(town: Town, at: datetime, chance: random.Random) -> Life:
    """Worked out, not yet decided."""
    order = town.commune.order(_ALLOWANCE, at.date(), chance)
    work = town.acts.work_on(town.acts.receive(order, SECOND_DESK))
    yield from taken_up(town, work)
    yield town.hours.after(town.acts.now(), 45)
    work.propose()


def turned_away(town: Town, on: date) -> Life:
    """Two citizens who could not be received: forms 02 and 03 without a dossier."""
    chance = random.Random(f"{on}")  # noqa: S311 - made-up people guard nothing
    applicant = town.commune.citizen(on, chance)
    facts = {"procedure": _MARRIAGE, "applicant": applicant, "reason": "Chưa mang theo"}
    town.acts.notice("02", facts | {"papers": ["Giấy chứng nhận kết hôn của vợ, chồng cũ"]})
    yield town.hours.after(town.acts.now(), 25)
    why = "Nơi cư trú không thuộc tỉnh; đề nghị nộp tại nơi cư trú"
    town.acts.notice("03", facts | {"reason": why})


TROUBLES: tuple[tuple[int, Trouble], ...] = (
    *((back, _refused) for back in (20, 9)),
    *((back, _withdrawn) for back in (18, 6)),
    *((back, _stopped) for back in (23, 8)),
    *((back, _voided) for back in (16, 2)),
    *((back, _sent_back) for back in (20, 14)),
    *((back, _spoilt) for back in (12, 3)),
    *((back, _refunded) for back in (10, 1)),
    *((back, _other_fee) for back in (13, 2)),
    *((back, _waits_on_the_shelf) for back in (17, 11, 7)),
    *((back, _for_an_organisation) for back in (15, 5)),
    *((back, _just_come) for back in (0, 0)),
    *((back, _to_the_other_counter) for back in (1, 1)),
    *((back, _before_the_leader) for back in (2, 1, 1)),
)
"""How many working days ago each of them was received."""
