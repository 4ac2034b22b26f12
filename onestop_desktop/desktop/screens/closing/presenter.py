"""What happens at the closing: swept, cash handed over, sealed, the sheet printed."""

from PySide6.QtCore import QObject

from onestop_desktop.application.board_words import number_words
from onestop_desktop.application.changes import Changes
from onestop_desktop.application.close_day import CloseDay, DayClosed, DayLook
from onestop_desktop.application.print_money import PrintCash
from onestop_desktop.application.take_money import HandCash
from onestop_desktop.application.time_words import weekday_words
from onestop_desktop.desktop.ask_fields import (
    AskedField,
    Question,
    Texts,
    amount_of,
    ask_and_do,
)
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PRINT, Flow, Work
from onestop_desktop.desktop.keeping import keep_flow
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.one_at_a_time import OneAct, OneReading
from onestop_desktop.desktop.screens.closing import facts
from onestop_desktop.desktop.screens.closing.view import ClosingView
from onestop_desktop.domain.errors import CodedError, DeskError
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.money import CashDay
from onestop_desktop.domain.store_copy import CopyKind


class ClosingPresenter(QObject):
    """One look at the day at a time, read again when anything changes."""

    def __init__(self, desk: Desk, view: ClosingView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._look: DayLook | None = None
        self._act = OneAct(desk)
        self._reading = OneReading(desk, self, self._show, self._not_read)
        view.shown_again.connect(self.read)
        view.opened.connect(self._open)
        view.swept.connect(self._sweep)
        view.sealed.connect(lambda: self._act.begin(self._close(), view))
        view.print_wanted.connect(lambda: self._act.begin(self._print(), view))
        view.cash_wanted.connect(lambda: self._act.begin(self._hand_cash(), view))
        view.record_wanted.connect(lambda: self._act.begin(self._print_record(), view))
        view.reason.edited.connect(lambda _text: view.reason.clear_fault())
        desk.changed.connect(self._changed)
        desk.open_dossiers.changed.connect(self.read)

    def _changed(self, changes: Changes) -> None:
        if changes & ~Changes.HALL:  # a number of the hall moves no figure
            self.read()

    # -- reading
    def read(self) -> None:
        """Look at the day, once more where that was asked for meanwhile."""
        if self._view.isVisible() and self._desk.view is not None:
            self._reading.begin(self._desk.services.counter.look_at_day)

    def _not_read(self, fault: CodedError) -> None:
        said = self._desk.sentence(fault)
        self._view.show_fault(tr("Chưa đọc được sổ."), said, at_reason=False)

    def _show(self, look: DayLook) -> None:
        self._look = look
        self._view.refusal.hide()
        language = self._desk.language
        when = weekday_words(look.day, language)
        if look.closed_at is not None:
            when += " · " + tr("đã kết thúc lúc {hour}").format(hour=f"{look.closed_at:%H:%M}")
        self._view.show_day(
            when,
            facts.left_lines(look),
            facts.result_lines(look, self._desk),
            facts.figure_lines(look, language),
            needs_reason=bool(look.unaccounted or look.parked),
            handed=bool(look.cash.handed),
        )

    def _open(self, key: str) -> None:
        kind, _, code = key.partition(":")
        if kind == "code":
            self._desk.open_dossier(code)
        elif kind == "parked":
            self._desk.reception_wanted.emit()
        elif self._look is not None:
            title, rows = facts.rows_of(self._look, kind)
            if rows:
                self._desk.list_dossiers(title, rows)

    # -- acts
    def _sweep(self, codes: tuple[str, ...]) -> None:
        """Mark as returned what the citizens have already; each to its applicant."""
        if self._look is None or not codes:
            words = tr("Chọn (phím Space) những kết quả người dân đã cầm về.")
            self._desk.told.emit(tr("Chưa chọn kết quả nào"), words)
            return
        whose = {row.code: row.applicant for row in self._look.to_return}
        own = {code: {"receiver": whose[code]} for code in codes if code in whose}
        self._desk.stepping.begin_many(tuple(own), Step.RETURN_RESULT, own, self._view)

    def _close(self) -> Flow:
        desk, view = self._desk, self._view
        order = CloseDay(desk.officer, view.reason.text(), desk.workstation.counter)
        try:
            closed: DayClosed = yield Work(lambda: desk.services.counter.close_day(order))
        except DeskError as error:
            at_reason = error.field == "reason"
            view.show_fault(tr("Chưa kết thúc ngày."), desk.sentence(error), at_reason=at_reason)
            return
        view.reason.set_text("")
        view.refusal.hide()
        seal = closed.sealed.seal
        view.show_seal(
            seal.words,
            tr("In hai bản, lãnh đạo ký. Mở quầy lần sau, quét mã QR trên tờ ngày."),
        )
        desk.told.emit(tr("Đã kết thúc ngày"), seal.words)
        self.read()
        yield from self._print()
        yield from keep_flow(desk, CopyKind.CLOSING)

    def _print(self) -> Flow:
        desk = self._desk
        day = desk.now().date()
        try:
            copy: int = yield Work(
                lambda: desk.services.counter.print_sheet(
                    day, desk.officer, desk.workstation.counter, desk.printer()
                ),
                PRINT,
            )
        except CodedError as error:
            desk.warned.emit(tr("Chưa in được"), desk.sentence(error))
            return
        mark = tr("bản in lại {n}").format(n=copy) if copy else tr("bản đầu")
        desk.told.emit(tr("Đã gửi máy in"), f"{tr('Tờ ngày')} · {mark}")

    def _hand_cash(self) -> Flow:
        desk, held = self._desk, self._look.cash.held if self._look else 0
        counter = desk.services.counter
        question = Question(
            tr("Bàn giao tiền"),
            tr("Bàn giao và in biên bản"),
            (
                AskedField("to", tr("Người nhận tiền")),
                AskedField("amount", tr("Số tiền (đồng)"), number_words(max(0, held))),
            ),
            tr("Trong két đang có {n} đồng.").format(n=number_words(held)),
        )

        def hand(texts: Texts) -> CashDay:
            amount = amount_of(texts, "amount")
            order = HandCash(amount, texts["to"], desk.officer, desk.workstation.counter)
            return counter.hand_cash(order)

        cash: CashDay | None = yield from ask_and_do(desk, question, hand, self._view.window())
        if cash is None:
            return
        desk.announce(Changes.MONEY)
        yield from self._record_of(cash, tr("Đã bàn giao tiền"))

    def _print_record(self) -> Flow:
        """The record of the day's last hand-over once more."""
        if self._look is not None and self._look.cash.handed:
            yield from self._record_of(self._look.cash, tr("Đã gửi máy in"))

    def _record_of(self, cash: CashDay, said: str) -> Flow:
        desk = self._desk
        record = PrintCash(cash.handed[-1].entry, desk.officer, desk.workstation.counter)
        try:
            yield Work(lambda: desk.services.counter.print_cash(record, desk.printer()), PRINT)
        except CodedError as error:
            desk.warned.emit(tr("Chưa in được"), desk.sentence(error))
            return
        desk.told.emit(said, tr("Biên bản hai chữ ký đã gửi máy in"))


def build(desk: Desk) -> ClosingView:
    """The closing with its presenter."""
    view = ClosingView()
    ClosingPresenter(desk, view)
    return view
