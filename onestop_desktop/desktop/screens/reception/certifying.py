"""The certification lane at the counter: one key receives, settles, returns; the numbers stand large."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject

from onestop_desktop.application.board_words import number_words
from onestop_desktop.application.certify import CertifiedNow, Certify
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.reception import facts
from onestop_desktop.desktop.screens.reception.after import AfterReception
from onestop_desktop.desktop.screens.reception.calling import todays_ticket
from onestop_desktop.desktop.screens.reception.drafting import Drafting
from onestop_desktop.desktop.screens.reception.parking import Parking
from onestop_desktop.desktop.screens.reception.view import ReceptionView
from onestop_desktop.domain.books import SYMBOLS, Certificate
from onestop_desktop.domain.money import Payment, receipt_words

SAME = (
    *("kind", "channel", "submitter", "identity", "name", "born", "sex", "phone", "address"),
    *("email", "proxy_name", "proxy_identity", "proxy_phone", "authorisation"),
)
"""What the next paper of the same citizen has in common with the last one."""


class Counter(Protocol):
    """What the lane needs of the reception it stands in."""

    @property
    def drafting(self) -> Drafting: ...
    @property
    def after(self) -> AfterReception: ...
    @property
    def parking(self) -> Parking: ...
    def is_busy(self) -> bool: ...
    def ready(self) -> bool: ...
    def stored(self, form: dict[str, Any], act: Callable[[], Any]) -> Flow: ...
    def refuse(self, head: str, sentence: str) -> None: ...
    def start_new(self) -> None: ...


class Certifying(QObject):
    """Makes the order, shows what came of it; the same citizen's next paper begins by one key."""

    def __init__(self, desk: Desk, view: ReceptionView, counter: Counter) -> None:
        super().__init__(view)
        self._desk, self._view, self._counter = desk, view, counter
        self._last: dict[str, Any] = {}
        view.usual_signer = desk.workstation.signer
        view.fee.signer.set_text(desk.workstation.signer)
        view.certify_wanted.connect(lambda: desk.start(self.certify(), view))
        view.side.numbers.again_wanted.connect(self._again)

    def certify(self) -> Flow:
        """Receive, settle, return at once; the numbers stand where the slip would."""
        counter = self._counter
        if counter.is_busy() or not counter.ready():
            return
        if not self._is_lane():
            words = tr("Thủ tục này không vào sổ chứng thực; bấm Ctrl Enter để tiếp nhận.")
            counter.refuse(tr("Chưa chứng thực."), words)
            return
        form, parked = counter.drafting.form(), counter.drafting.parked
        desk, signer = self._desk, form["signer"].strip()
        order = Certify(
            counter.drafting.order(),
            desk.officer,
            signer,
            "",
            desk.workstation.counter,
            ticket=todays_ticket(form["ticket"], desk.now().date()),
        )
        done: CertifiedNow | None = yield from counter.stored(
            form, lambda: desk.services.counter.certify(order)
        )
        if done is None:
            return
        counter.start_new()
        counter.after.code_done(done.dossier)
        self._show(form, done)
        if parked:
            yield from counter.parking.forget(parked)

    def _is_lane(self) -> bool:
        """Whether the procedure chosen goes into one of the four books."""
        procedure, desk = self._counter.drafting.procedure, self._desk.view
        return bool(procedure and desk and procedure.code in desk.books)

    def _show(self, form: dict[str, Any], certified: CertifiedNow) -> None:
        """Show the numbers; who signed signs the next one, too."""
        signer = form["signer"].strip()
        if signer != self._desk.workstation.signer:
            self._desk.keep_workstation(signer=signer)
        self._view.usual_signer = signer
        self._view.fee.signer.set_text(signer)
        self._last = {name: form[name] for name in (*SAME, "procedure", "case")}
        name = certified.dossier.applicant.name
        lines = [_line(each) for each in certified.certificates]
        self._view.side.numbers.show_numbers(name, lines, _below(certified))
        self._view.side.show_numbers()
        self._desk.announce(certified.changes)
        self._desk.stepping.remember(certified.dossier)
        self._desk.returned.emit(certified.dossier.code)
        self._desk.told.emit(tr("Đã chứng thực và trả"), name)

    def _again(self) -> None:
        """The same citizen and procedure, pages and copies empty."""
        if not self._last or self._counter.is_busy() or self._desk.typed:
            return
        view, drafting = self._view, self._counter.drafting
        view.fill(self._last)
        procedure = drafting.by_code(self._last["procedure"])
        if procedure is not None:
            view.procedure.box.set_row(facts.procedure_row(procedure))
            drafting.take_procedure(procedure)
        view.side.show_preview()
        drafting.look()
        view.first_fee().setFocus()


def _line(certificate: Certificate) -> tuple[str, str, str]:
    """What is stamped: the number apart from the rest of it."""
    paper = certificate.paper
    rest = f"quyển số {certificate.volume:02d}/{certificate.year}-{SYMBOLS[certificate.book]}"
    many = tr("{pages} trang × {copies} bản").format(pages=paper.pages, copies=paper.copies)
    title = f"{paper.title} · {many}" if paper.pages else paper.title
    return f"{certificate.number:02d}", rest, title


def _below(done: CertifiedNow) -> str:
    """Who signed, the receipt, how to get a slip all the same."""
    settlement = done.dossier.settlement
    signer = settlement.facts["signed_by"] if settlement else ""
    words = [tr("Người ký: {name}.").format(name=signer)]
    words += [_paid(each) for each in done.payments]
    words.append(tr("Không in phiếu hẹn; cần phiếu thì Ctrl+P."))
    return " ".join(words)


def _paid(payment: Payment) -> str:
    receipt = receipt_words(payment.number, payment.year)
    return tr("Biên lai {receipt}: {amount} đ.").format(
        receipt=receipt, amount=number_words(payment.amount)
    )
