"""The flow that takes a step from any page: asked for, taken, said, its paper printed, and taken back."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.application.messages import step_label
from onestop_desktop.application.take_step import StepTaken, TakeStep
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.printing import print_flow
from onestop_desktop.desktop.step_dialog import StepDialog, is_asked
from onestop_desktop.domain.errors import CodedError, DeskError
from onestop_desktop.domain.lifecycle import RULES, Step, after


class Stepping(QObject):
    """One step at a time; the last one of this window may be taken back by Alt+H."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._last = ""
        self._busy = False
        desk.step_wanted.connect(self.begin)
        desk.undo_wanted.connect(self.undo)

    def begin(self, code: str, step: Step) -> None:
        """Ask for what the step needs, then take it."""
        if not self._busy:
            self._busy = True
            self._desk.start(self._guarded(self._asked(code, step)), self)

    def undo(self) -> None:
        """Take this window's last step back."""
        if self._last and not self._busy:
            self._busy = True
            self._desk.start(self._guarded(self._taken(self._last, Step.UNDO, {})), self)

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
        facts: dict[str, Any] | None = {}
        fault: tuple[str, str] | None = None
        while True:
            if is_asked(step):
                dialog = StepDialog(shown.dossier, step, self._window(), facts, fault)
                facts = yield Ask(dialog)
                if facts is None:
                    return
            try:
                yield from self._taken(code, step, facts or {})
            except DeskError as error:
                if not is_asked(step):
                    raise
                # What was typed is there again, the fault at its field.
                fault = (str(error.facts.get("field", "")), self._desk.sentence(error))
                continue
            return

    def _taken(self, code: str, step: Step, facts: Mapping[str, Any]) -> Flow:
        desk = self._desk
        order = TakeStep(code, step, facts, desk.officer, desk.workstation.counter)
        taken: StepTaken = yield Work(lambda: desk.services.take_step(order))
        desk.announce(taken.changes, (code,))
        self.say(step, taken.dossier.applicant.name, code)
        if taken.form:
            yield from print_flow(desk, code, form=taken.form)

    def say(self, step: Step, detail: str, code: str) -> None:
        """Tell what was done, and offer to take it back where it can be."""
        undoable = RULES[step].undoable
        self._last = code if undoable else ""
        self._desk.done.emit(step_label(step, self._desk.language), detail, undoable)

    @staticmethod
    def _window() -> QWidget:
        window = QApplication.activeWindow() or QApplication.topLevelWidgets()[0]
        return window
