"""The desk's use cases over one open transaction, as the people of a demo desk use them.

Every act is the use case a window asks for; only the end of the transaction is put off.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from onestop_desktop.application import (
    bind_official_code,
    close_day,
    issue_notice,
    keep_books,
    rate_dossier,
    record_delegation,
    take_money,
)
from onestop_desktop.application.bind_official_code import BindOfficialCode
from onestop_desktop.application.certify import CertifiedNow, Certify, certify_once
from onestop_desktop.application.close_day import CloseDay
from onestop_desktop.application.issue_notice import IssueNotice
from onestop_desktop.application.keep_books import SpoilNumber
from onestop_desktop.application.ports import DrawSecret, UnitOfWork
from onestop_desktop.application.rate_dossier import RateDossier
from onestop_desktop.application.receiving import ReceiveDossier, receive_once
from onestop_desktop.application.sample_orders import LEADER, SPECIALIST
from onestop_desktop.application.stepping import TakeStep, take_once
from onestop_desktop.application.take_money import HandCash, RefundFee
from onestop_desktop.domain.delegation import Delegation
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import local
from onestop_desktop.domain.money import payments_of, receipt_words

DESK, SECOND_DESK, ACCOUNTANT = "Vũ Thị Hường", "Trần Thị Hoa", "Phạm Thị Nhàn"
"""Made-up people at the counters and at the commune's till; the others are the sample's."""
COUNTERS = {DESK: "Quầy 1", SECOND_DESK: "Quầy 2"}
UNITS = {
    "Bảo trợ xã hội": "Văn hóa – xã hội",
    "Cư trú": "Công an xã",
    "Hộ kinh doanh": "Tài chính – kế toán",
    "Đất đai": "Địa chính – xây dựng",
}
_CIVIL_STATUS = "Tư pháp – hộ tịch"


class _Joined:
    """The transaction that is open already, as a unit of work whose commit waits for the whole demo."""

    def __init__(self, uow: UnitOfWork) -> None:
        self.dossiers, self.slips, self.catalogue = uow.dossiers, uow.slips, uow.catalogue
        self.desk, self.delegations, self.books = uow.desk, uow.delegations, uow.books
        self.accounts, self.allow, self.lookup = uow.accounts, uow.allow, uow.lookup
        self.tickets = uow.tickets
        self.money, self.figures, self.tracking = uow.money, uow.figures, uow.tracking
        self.now, self.last_recorded = uow.now, uow.last_recorded
        self.record, self.desk_entries, self.savepoint = (
            uow.record,
            uow.desk_entries,
            uow.savepoint,
        )
        self.last_desk_entry = uow.last_desk_entry

    def commit(self) -> None:
        """Nothing yet: a demo is there as a whole or not at all."""


@dataclass(frozen=True)
class Acts:
    """What people do at the desk; each at the moment at which the store's clock stands."""

    uow: UnitOfWork
    draw_secret: DrawSecret
    codes: list[str] = field(default_factory=list)
    """The dossiers received, in their order."""

    @contextmanager
    def _within(self, *, write: bool = False) -> Iterator[UnitOfWork]:
        del write
        yield _Joined(self.uow)

    def now(self) -> datetime:
        """The moment at which the clock stands."""
        return self.uow.now()

    def receive(self, facts: Mapping[str, Any], officer: str = DESK) -> Dossier:
        """A dossier received."""
        order = ReceiveDossier(facts, officer, COUNTERS[officer])
        dossier = receive_once(order, self.uow, self.draw_secret).dossier
        self.codes.append(dossier.code)
        return dossier

    def certify(self, facts: Mapping[str, Any], officer: str = DESK) -> CertifiedNow:
        """A certification from reception to return; signed by whoever signs that day."""
        signer, number = self.signer(facts["procedure"])
        order = Certify(facts, officer, signer, number, COUNTERS[officer])
        done = certify_once(order, self.uow, self.draw_secret)
        self.codes.append(done.dossier.code)
        return done

    def step(self, code: str, step: Step, officer: str, **facts: Any) -> Dossier:
        """A step of a dossier's way."""
        order = TakeStep(code, step, facts, officer, COUNTERS.get(officer, ""))
        return take_once(order, self.uow).dossier

    def settle(self, code: str, procedure: str, **facts: Any) -> Dossier:
        """Settled by whoever signs that day."""
        signer, number = self.signer(procedure)
        return self.step(code, Step.SETTLE, signer, delegation=number, **facts)

    def give_back(self, dossier: Dossier, **receiver: str) -> Dossier:
        """The result returned, to the applicant unless said otherwise."""
        who = {"name": dossier.applicant.name, **receiver}
        return self.step(dossier.code, Step.RETURN_RESULT, dossier.received_by, receiver=who)

    def signer(self, procedure: str) -> tuple[str, str]:
        """The leader, or who stands in for him that day, under which delegation ("" none)."""
        today = local(self.now()).date()
        for each in self.uow.delegations.all():
            if each.covers(each.officer, procedure, today):
                return each.officer, each.number
        return LEADER, ""

    def delegate(self, told: Delegation) -> None:
        """A delegation recorded by the leader."""
        facts = {
            "number": told.number,
            "officer": told.officer,
            "signed_by": told.signed_by,
            "from_on": told.from_on.isoformat(),
            "to_on": told.to_on.isoformat(),
            "procedures": list(told.procedures),
        }
        record_delegation.record_delegation(facts, LEADER, unit_of_work=self._within)

    def hand_cash(self) -> None:
        """All cash of the till to the accountant; nothing where there is none."""
        today = local(self.now()).date()
        held = take_money.read_cash(today, unit_of_work=self._within).held
        if held > 0:
            order = HandCash(held, ACCOUNTANT, DESK, COUNTERS[DESK])
            take_money.hand_cash(order, unit_of_work=self._within)

    def rate(self, code: str, rating: int) -> None:
        """The citizen's answer to the question at the return."""
        order = RateDossier(code, rating, DESK, COUNTERS[DESK])
        rate_dossier.rate_dossier(order, unit_of_work=self._within)

    def close_day(self) -> None:
        """The day closed; what is still to be done is said."""
        order = CloseDay(DESK, "Còn hồ sơ đang giải quyết, sáng mai làm tiếp.", COUNTERS[DESK])
        close_day.close_day(order, unit_of_work=self._within)

    def refund(self, dossier: Dossier, reason: str, amount: int | None = None) -> Dossier:
        """Money given back under the dossier's first receipt."""
        first = payments_of(dossier)[0]
        receipt = receipt_words(first.number, first.year)
        order = RefundFee(dossier.code, receipt, reason, DESK, amount)
        return take_money.refund_fee(order, unit_of_work=self._within).dossier

    def spoil(self, done: CertifiedNow, reason: str) -> None:
        """The first number of a certification spoilt."""
        first = done.certificates[0]
        order = SpoilNumber(first.book.value, first.year, first.number, reason, DESK)
        keep_books.spoil_number(order, unit_of_work=self._within)

    def bind(self, code: str, official: str, due_at: str = "") -> None:
        """The provincial system's code noted down."""
        order = BindOfficialCode(code, official, DESK, COUNTERS[DESK], due_at)
        bind_official_code.bind_official_code(order, unit_of_work=self._within)

    def notice(self, form: str, facts: Mapping[str, Any]) -> None:
        """Form 02 or 03 for who could not be received."""
        order = IssueNotice(form, facts, DESK, COUNTERS[DESK])
        issue_notice.issue_notice(order, unit_of_work=self._within)

    def work_on(self, dossier: Dossier) -> "Work":
        """Who works on a dossier, for the lives that take it through the house."""
        return Work(self, dossier.code, UNITS.get(str(dossier.facts["field"]), _CIVIL_STATUS))


@dataclass(frozen=True)
class Work:
    """The way through the house: over to the unit, taken by the specialist, put before the leader."""

    acts: Acts
    code: str
    unit: str

    def hand_over(self, officer: str = DESK) -> None:
        """From the counter to the unit."""
        self.acts.step(self.code, Step.HAND_OVER, officer, to=self.unit)

    def accept(self) -> None:
        """The specialist takes it."""
        self.acts.step(self.code, Step.ACCEPT, SPECIALIST)

    def propose(self, decision: str = "Đủ điều kiện giải quyết.") -> None:
        """Before the leader."""
        self.acts.step(self.code, Step.PROPOSE, SPECIALIST, decision=decision)

    def ask_supplement(self, officer: str = SPECIALIST, **leader: str) -> None:
        """A paper is missing."""
        self.acts.step(
            self.code,
            Step.ASK_SUPPLEMENT,
            officer,
            papers=["Giấy tờ chứng minh nơi cư trú"],
            reason="Chưa có trong hồ sơ",
            **leader,
        )
