"""The flow that takes a step from any page: asked for, taken, said, its paper printed, and taken back."""

import threading
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from onestop_desktop.application.correct_dossier import CorrectDossier, Corrected
from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.application.messages import step_label
from onestop_desktop.application.stepping import StepTaken, TakeStep
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Ask, Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.one_at_a_time import OneAct
from onestop_desktop.desktop.printing import print_flow
from onestop_desktop.desktop.step_dialog import StepDialog, corrections, first_facts, is_asked
from onestop_desktop.domain.dossier import Dossier
from onestop_desktop.domain.errors import DeskError
from onestop_desktop.domain.lifecycle import RULES, Step
from onestop_desktop.domain.steps import needs_leader, require_possible


class Stepping(QObject):
    """One step at a time; the last one of this window may be taken back by Alt+H.

    `progressed(done, whole)` while many are under way, equal at the end.
    """

    progressed = Signal(int, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._last: tuple[tuple[str, int], ...] = ()
        self._typed: dict[tuple[str, Step], dict[str, Any]] = {}
        self._act = OneAct(desk)
        self._stopped = threading.Event()

    def begin(self, code: str, step: Step, view: QWidget) -> None:
        """Ask over that view for what the step needs, then take it."""
        self._act.begin(self._asked(code, step, view), view)

    def begin_many(
        self, codes: tuple[str, ...], step: Step, facts: dict[str, Any], view: QWidget
    ) -> None:
        """Take a step of many in one transaction; `stop` calls it off.

        `facts` are those of all, or of each under its code.
        """
        self._act.begin(self._many([(code, 0) for code in codes], step, facts), view)

    def undo(self, view: QWidget) -> None:
        """Take this window's last step back, of as many as it was of; never a later one of others."""
        if self._last:
            self._act.begin(self._many(list(self._last), Step.UNDO, {}), view)
        else:
            self._desk.told.emit(tr("Không có bước nào của máy này để hoàn tác"), "")

    def remember(self, dossier: Dossier) -> None:
        """What was just done to it elsewhere is this window's last step."""
        self._last = ((dossier.code, dossier.last_act().sequence),)

    def stop(self) -> None:
        """Call off what is under way; nothing of it is stored."""
        self._stopped.set()

    def _asked(self, code: str, step: Step, view: QWidget) -> Flow:
        facts = self._typed.get((code, step))
        faults: dict[str, str] = {}
        while True:
            shown: Shown = yield Work(lambda: self._desk.services.show_dossier(code))
            dossier = shown.dossier
            require_possible(dossier, step)
            begun = first_facts(dossier, step)
            if is_asked(step):
                leader = needs_leader(dossier, step, self._desk.now())
                dialog = StepDialog(
                    dossier, step, view.window(), facts or begun, faults, leader=leader
                )
                answer = yield Ask(dialog)
                # Typed once, there again: after Esc as after a refusal.
                facts = self._typed[code, step] = dialog.answer()
                if answer is None:
                    return
            told = corrections(begun, facts or {}) if step is Step.CORRECT else facts or {}
            try:
                yield from self.taken(code, step, told, dossier.last_act().sequence)
            except DeskError as error:
                if not is_asked(step):
                    raise
                # The dossier is read again, each fault stands at its field.
                faults = {each.field: self._desk.sentence(each) for each in (error, *error.others)}
                continue
            self._typed.pop((code, step), None)
            return

    def taken(self, code: str, step: Step, facts: Mapping[str, Any], seen: int = 0) -> Flow:
        """Take one step, tell everybody, print the form it made (the refusals of the step).

        DossierMoved where another was taken after the entry `seen`.
        """
        desk = self._desk
        taken: StepTaken | Corrected = yield Work(lambda: self._take(code, step, facts, seen))
        desk.announce(taken.changes, (code,))
        desk.step_taken.emit(step, (code,))
        name = taken.dossier.applicant.name
        if step is Step.CORRECT:
            name = tr("{name} · in lại phiếu hẹn (Ctrl+P)").format(name=name)
        self._say(step, name, (_act(taken),))
        if isinstance(taken, StepTaken) and taken.form:
            yield from print_flow(desk, code, form=taken.form)

    def _take(
        self, code: str, step: Step, facts: Mapping[str, Any], seen: int
    ) -> StepTaken | Corrected:
        desk = self._desk
        who = (facts, desk.officer, desk.workstation.counter)
        if step is Step.CORRECT:
            return desk.services.correct_dossier(CorrectDossier(code, *who, seen=seen))
        return desk.services.take_step(TakeStep(code, step, *who, seen=seen))

    def _many(self, acts: list[tuple[str, int]], step: Step, facts: dict[str, Any]) -> Flow:
        """One step of many dossiers, each with the entry it was seen at (0: whatever it is)."""
        desk = self._desk
        self._stopped.clear()
        who = (desk.officer, desk.workstation.counter)
        orders = [
            TakeStep(code, step, facts.get(code, facts), *who, seen=seen) for code, seen in acts
        ]
        answers = yield Work(lambda: desk.services.take_steps(orders, self._go_on))
        self.progressed.emit(len(acts), len(acts))
        taken = [each for each in answers if isinstance(each, StepTaken)]
        if not answers:
            desk.warned.emit(tr("Đã dừng giữa chừng"), tr("Chưa hồ sơ nào được ghi."))
            return
        done = tuple(each.dossier.code for each in taken)
        if done:
            desk.announce(taken[0].changes, done)
            desk.step_taken.emit(step, done)
        refused = [each for each in answers if isinstance(each, DeskError)]
        if not refused:
            self._say(step, self._of_whom(step, taken), tuple(_act(each) for each in taken))
            return
        if step is not Step.UNDO:  # what could not be taken back here may be by its own officer
            self._last = tuple(_act(each) for each in taken) if RULES[step].undoable else ()
        title = tr("{n} hồ sơ xong, {m} hồ sơ chưa").format(n=len(taken), m=len(refused))
        title = title if len(acts) > 1 else tr("Chưa làm được")
        desk.warned.emit(title, desk.sentence(refused[0]))

    def _of_whom(self, step: Step, taken: list[StepTaken]) -> str:
        """Whose dossier it was, or how many; of an undo also what was taken back."""
        first = taken[0]
        whom = tr("{n} hồ sơ").format(n=len(taken))
        whom = first.dossier.applicant.name if len(taken) == 1 else whom
        if step is not Step.UNDO:
            return whom
        return f"{step_label(first.entry.facts['step'], self._desk.language)} · {whom}"

    def _go_on(self, done: int, whole: int) -> bool:
        """Called away from the window's thread: tell it by a signal."""
        self.progressed.emit(done, whole)
        return not self._stopped.is_set()

    def _say(self, step: Step, detail: str, acts: tuple[tuple[str, int], ...]) -> None:
        """Tell what was done, and offer to take it back where it can be."""
        undoable = RULES[step].undoable
        self._last = acts if undoable else ()
        self._desk.done.emit(step_label(step, self._desk.language), detail, undoable)


def _act(taken: StepTaken | Corrected) -> tuple[str, int]:
    """Which dossier, and the number of the entry just made."""
    return taken.dossier.code, taken.dossier.last_act().sequence
