"""The flow that takes a step from any page: asked for, taken, said, its paper printed, and taken back."""

import threading
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from onestop_desktop.application.correct_dossier import CorrectDossier, Corrected
from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.application.messages import step_label
from onestop_desktop.application.stepping import StepTaken, TakeStep
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.printing import print_flow
from onestop_desktop.desktop.step_dialog import StepDialog, corrections, first_facts, is_asked
from onestop_desktop.domain.errors import CodedError, DeskError
from onestop_desktop.domain.lifecycle import RULES, Step, after
from onestop_desktop.domain.steps import needs_leader


class Stepping(QObject):
    """One step at a time; the last one of this window may be taken back by Alt+H."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._last: tuple[str, ...] = ()
        self._busy = False
        self._stopped = threading.Event()
        desk.step_wanted.connect(self.begin)
        desk.steps_wanted.connect(self.begin_many)
        desk.stop_wanted.connect(self._stopped.set)
        desk.undo_wanted.connect(self.undo)
        desk.step_told.connect(self._say)

    def begin(self, code: str, step: Step) -> None:
        """Ask for what the step needs, then take it."""
        if not self._busy:
            self._busy = True
            self._desk.start(self._guarded(self._asked(code, step)), self)

    def begin_many(self, codes: tuple[str, ...], step: Step, facts: dict[str, Any]) -> None:
        """Take a step of many in one transaction."""
        if not self._busy:
            self._busy = True
            self._desk.start(self._guarded(self._many(codes, step, facts)), self)

    def undo(self) -> None:
        """Take this window's last step back, of as many as it was of."""
        if self._last:
            self.begin_many(self._last, Step.UNDO, {})

    def _guarded(self, flow: Flow) -> Flow:
        try:
            yield from flow
        except CodedError as error:
            self._desk.warned.emit(tr("Chưa làm được"), self._desk.sentence(error))
        finally:
            self._busy = False

    def _asked(self, code: str, step: Step) -> Flow:
        shown: Shown = yield Work(lambda: self._desk.services.show_dossier(code))
        after(shown.dossier.state, step)
        begun = first_facts(shown.dossier, step)
        facts: dict[str, Any] | None = begun
        fault: tuple[str, str] | None = None
        leader = needs_leader(shown.dossier, step, self._desk.now())
        while True:
            if is_asked(step):
                dialog = StepDialog(
                    shown.dossier, step, self._window(), facts, fault, leader=leader
                )
                facts = yield Ask(dialog)
                if facts is None:
                    return
            told = corrections(begun, facts or {}) if step is Step.CORRECT else facts or {}
            try:
                yield from self._taken(code, step, told)
            except DeskError as error:
                if not is_asked(step):
                    raise
                # What was typed is there again, the fault at its field.
                fault = (str(error.facts.get("field", "")), self._desk.sentence(error))
                continue
            return

    def _taken(self, code: str, step: Step, facts: Mapping[str, Any]) -> Flow:
        desk = self._desk
        taken: StepTaken | Corrected = yield Work(lambda: self._take(code, step, facts))
        desk.announce(taken.changes, (code,))
        desk.step_taken.emit(step, (code,))
        self._say(step, taken.dossier.applicant.name, (code,))
        if isinstance(taken, StepTaken) and taken.form:
            yield from print_flow(desk, code, form=taken.form)

    def _take(self, code: str, step: Step, facts: Mapping[str, Any]) -> StepTaken | Corrected:
        desk = self._desk
        who = (facts, desk.officer, desk.workstation.counter)
        if step is Step.CORRECT:
            return desk.services.correct_dossier(CorrectDossier(code, *who))
        return desk.services.take_step(TakeStep(code, step, *who))

    def _many(self, codes: tuple[str, ...], step: Step, facts: dict[str, Any]) -> Flow:
        desk = self._desk
        self._stopped.clear()
        orders = [TakeStep(c, step, facts, desk.officer, desk.workstation.counter) for c in codes]
        answers = yield Work(lambda: desk.services.take_steps(orders, self._go_on))
        desk.progressed.emit(len(codes), len(codes))
        taken = [each for each in answers if isinstance(each, StepTaken)]
        if not answers:
            desk.warned.emit(tr("Đã dừng giữa chừng"), tr("Chưa hồ sơ nào được ghi."))
            return
        done = tuple(each.dossier.code for each in taken)
        if done:
            desk.announce(taken[0].changes, done)
            desk.step_taken.emit(step, done)
        refused = [each for each in answers if isinstance(each, DeskError)]
        names = taken[0].dossier.applicant.name if len(taken) == 1 else ""
        detail = names or tr("{n} hồ sơ").format(n=len(taken))
        if not refused:
            self._say(step, detail, done)
            return
        self._last = done if RULES[step].undoable else ()
        title = tr("{n} hồ sơ xong, {m} hồ sơ chưa").format(n=len(taken), m=len(refused))
        desk.warned.emit(title, desk.sentence(refused[0]))

    def _go_on(self, done: int, whole: int) -> bool:
        """Called away from the window's thread: tell it by a signal."""
        self._desk.progressed.emit(done, whole)
        return not self._stopped.is_set()

    def _say(self, step: Step, detail: str, codes: tuple[str, ...]) -> None:
        """Tell what was done, and offer to take it back where it can be."""
        undoable = RULES[step].undoable
        self._last = codes if undoable else ()
        self._desk.done.emit(step_label(step, self._desk.language), detail, undoable)

    @staticmethod
    def _window() -> QWidget:
        window = QApplication.activeWindow() or QApplication.topLevelWidgets()[0]
        return window
