"""What happens on *Trả kết quả*: scan, check, sign off, next; a slip that cannot be taken says why."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.application.pages import DossierRow
from onestop_desktop.application.time_words import seen_words, verdict_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import short_code
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.piles.kinds import is_ready
from onestop_desktop.desktop.screens.return_result.view import ReturnView
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain import step_errors
from onestop_desktop.domain.card import read_card
from onestop_desktop.domain.codes import looks_like_code, looks_like_slip
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.errors import CodedError, DeskError
from onestop_desktop.domain.lifecycle import State, Step
from onestop_desktop.domain.moments import local, read_moment
from onestop_desktop.domain.steps import already_returned, require_possible

MOST_DONE = 6


class ReturnPresenter(QObject):
    """One dossier before the officer at a time."""

    def __init__(self, desk: Desk, view: ReturnView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._dossier: Dossier | None = None
        self._done: list[Row] = []
        self._busy = False
        view.code_typed.connect(self.take)
        view.chosen.connect(self.take)
        view.returned.connect(self._return)
        view.left.connect(self._leave)
        view.rated.connect(desk.rating_given)
        view.shown_again.connect(desk.open_dossiers.read)
        desk.return_wanted.connect(self.take)
        desk.open_dossiers.changed.connect(self._show_waiting)
        desk.step_taken.connect(self._taken)
        desk.take_scans(view, code=self._scanned, card=self._card)
        self._show_waiting()
        self.take(desk.code_to_return)

    # -- finding the dossier
    def take(self, text: str) -> None:
        """Look for the dossier of a slip's code."""
        if text and not self._busy:
            self._busy = True
            self._desk.start(self._find(text), self._view)

    def _scanned(self, code: str) -> bool:
        if not self._view.isVisible():
            return False
        self.take(code)
        return True

    def _card(self, text: str) -> bool:
        """A card in place of a lost slip: the results of that person."""
        if not self._view.isVisible():
            return False
        try:
            identity = read_card(text).identity
        except CodedError as error:
            self._refuse(self._desk.sentence(error))
            return True
        if not self._busy:
            self._busy = True
            self._desk.start(self._find_person(identity), self._view)
        return True

    def _find(self, text: str) -> Flow:
        try:
            code = text.strip().upper()
            if not looks_like_slip(code):
                rows = yield Work(lambda: self._desk.services.find_dossiers(text, 2))
                code = rows[0].code if len(rows) == 1 else code
            shown: Shown = yield Work(lambda: self._desk.services.show_dossier(code))
            self._may_be_returned(shown.dossier)
        except CodedError as error:
            self._refuse(self._desk.sentence(self._of_another_desk(text, error)))
            return
        finally:
            self._busy = False
        self._show(shown.dossier)

    def _find_person(self, identity: str) -> Flow:
        try:
            seen = yield Work(lambda: self._desk.services.recognise_applicant(identity))
            ready = [row for row in seen.rows if State(row.state) is State.SETTLED] if seen else []
            if not ready:
                self._refuse(tr("Người này không có kết quả nào chờ trả."))
                return
            code = ready[0].code
            shown: Shown = yield Work(lambda: self._desk.services.show_dossier(code))
        except CodedError as error:
            self._refuse(self._desk.sentence(error))
            return
        finally:
            self._busy = False
        self._show(shown.dossier)
        self._view.how.choose("lost_slip")
        self._view.identity.set_from_card(identity)

    @staticmethod
    def _may_be_returned(dossier: Dossier) -> None:
        if dossier.returned_at is not None:
            raise already_returned(dossier)
        require_possible(dossier, Step.RETURN_RESULT)

    def _of_another_desk(self, text: str, error: CodedError) -> CodedError:
        """A code with another agency's prefix is another desk's slip, not an unknown one."""
        view = self._desk.view
        code = text.strip().upper()
        if view is None or not looks_like_code(code) or error.code != "dossier_unknown":
            return error
        own = code.startswith(f"{view.agency.identifier}-")
        return error if own else step_errors.SlipOfAnotherDesk(code=code)

    def _refuse(self, sentence: str) -> None:
        self._desk.sounded.emit(False)
        self._forget()
        self._view.say("late", sentence, "late")
        self._view.scan.setFocus()

    # -- showing it
    def _show(self, dossier: Dossier) -> None:
        self._desk.sounded.emit(True)
        self._dossier = dossier
        self._desk.code_to_return = dossier.code  # there again after another language
        settled = dossier.settled_at or dossier.received_at
        done = verdict_words(dossier.verdict.value, self._desk.language) if dossier.verdict else ""
        what = " · ".join(
            (
                dossier.procedure_name,
                tr("nhận {when}").format(when=f"{local(dossier.received_at):%H:%M %d/%m}"),
                f"{done} {local(settled):%H:%M %d/%m}",
            )
        )
        self._view.show_nothing()
        self._view.show_dossier(dossier.code, dossier.applicant.name, what, dossier.shelf)
        self._view.show_to_give(_to_give(dossier))

    def _show_waiting(self) -> None:
        rows = [row for row in self._desk.open_dossiers.rows() if is_ready(row, self._desk)]
        rows.sort(key=lambda row: row.settled_at)
        self._view.show_waiting([self._waiting_line(row) for row in rows])

    def _waiting_line(self, row: DossierRow) -> Row:
        when = seen_words(read_moment(row.settled_at), self._desk.now()) if row.settled_at else ""
        below = f"{row.procedure_name} · {short_code(row.code, self._desk)}"
        place = Cell(row.shelf or when, strong=bool(row.shelf), tone="text2")
        first = Cell(row.applicant, strong=True, below=(below,))
        return Row(row.code, (first, place), f"{row.applicant}, {below}, {row.shelf}")

    # -- signing off
    def _leave(self) -> None:
        self._forget()
        self._view.scan.setFocus()

    def _forget(self) -> None:
        self._dossier, self._desk.code_to_return = None, ""
        self._view.show_nothing()

    def _return(self) -> None:
        if self._dossier is None:
            self._view.say("late", tr("Quét hoặc gõ mã hồ sơ trước."), "late")
            self._view.scan.setFocus()
        elif not self._busy:
            self._busy = True
            self._desk.start(self._returned(self._dossier, self._view.facts()), self._view)

    def _returned(self, dossier: Dossier, facts: dict[str, Any]) -> Flow:
        desk, seen = self._desk, dossier.last_act().sequence
        try:
            yield from desk.stepping.taken(dossier.code, Step.RETURN_RESULT, facts, seen)
        except DeskError as error:
            desk.sounded.emit(False)
            self._view.show_fault(str(error.facts.get("field", "")), desk.sentence(error))
            return
        except CodedError as fault:
            desk.warned.emit(tr("Chưa làm được"), desk.sentence(fault))
            return
        finally:
            self._busy = False
        self._leave()
        self._note(dossier.code, dossier.applicant.name)
        desk.returned.emit(dossier.code)

    def _taken(self, step: Step, codes: tuple[str, ...]) -> None:
        """Taken back: it is not among those just returned any more."""
        if step is Step.UNDO:
            self._done = [row for row in self._done if row.key not in codes]
            self._view.show_done(self._done)

    def _note(self, code: str, name: str) -> None:
        when = f"{self._desk.now():%H:%M}"
        line = Row(code, (Cell(name, "returned", below=(when,)), Cell(tr("Đã trả"), tone="text2")))
        self._done = [line, *self._done][:MOST_DONE]
        self._view.show_done(self._done)


def _to_give(dossier: Dossier) -> list[Row]:
    """The result, the papers that go back, the fee."""
    settlement = dossier.settlement.facts if dossier.settlement else {}
    number = settlement.get("result_no") or tr("chưa vào số")
    amount = dossier.facts["fee"]["amount"]
    rows = [
        Row("result", (Cell(tr("Kết quả giải quyết"), "check", "ready"), Cell(f"{number}"))),
    ]
    originals = sum(paper["originals"] for paper in dossier.facts["paper_lines"])
    if originals:
        words = tr("{n} bản chính đã nhận, trả lại nếu chỉ để đối chiếu").format(n=originals)
        rows.append(Row("originals", (Cell(words, "card", "card"), Cell(""))))
    if amount:
        fee = f"{amount:,} đ".replace(",", ".")
        rows.append(Row("fee", (Cell(tr("Phí, lệ phí"), "fee"), Cell(fee))))
    return rows


def build(desk: Desk) -> ReturnView:
    """The return of results with its presenter."""
    view = ReturnView()
    ReturnPresenter(desk, view)
    return view
