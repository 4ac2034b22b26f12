"""What happens on a pile: its rows kept fresh, the dossier before you read, acts handed to the stepping."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from onestop_desktop.application.look_at_dossiers import Shown
from onestop_desktop.application.time_words import due_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import by_group, left_cell, short_code
from onestop_desktop.desktop.entry_rows import way_lines
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.piles.facts import fact_pairs
from onestop_desktop.desktop.piles.view import PileView
from onestop_desktop.desktop.screens.dossier.facts import paper_lines
from onestop_desktop.desktop.widgets.rows import Cell, Row
from onestop_desktop.domain.errors import CodedError
from onestop_desktop.domain.lifecycle import Step
from onestop_desktop.domain.moments import read_moment

if TYPE_CHECKING:
    from onestop_desktop.application.pages import DossierRow

Below = Callable[["DossierRow", Desk], str]


@dataclass(frozen=True, slots=True)
class Pile:
    """Which rows a pile holds and what is done with them.

    `below` is a row's third line; `locked` why a row may not be ticked;
    `steps` maps an action's name to its step; `facts` gives what a step of many says; `label` the
    primary's words with {n}; `ready` whether its fields are filled, marking the one that is not;
    `at_once` the actions that ask nothing and are taken of many.
    """

    belongs: Callable[[DossierRow, Desk], bool]
    below: Below
    label: str
    steps: Mapping[str, Step]
    facts: Callable[[str], dict[str, Any]] = lambda _action: {}
    ready: Callable[[str], bool] = lambda _action: True
    locked: Callable[[DossierRow, Desk], str] = lambda _row, _desk: ""
    at_once: frozenset[str] = field(default_factory=frozenset)


class PilePresenter(QObject):
    """Shows one pile, by time left or by the key `by`; `read_again()` after what belongs has changed."""

    def __init__(
        self,
        desk: Desk,
        view: PileView,
        pile: Pile,
        by: Callable[[DossierRow], str] | None = None,
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._pile, self._by = desk, view, pile, by
        self._code = ""
        view.picked.connect(self._picked)
        view.opened.connect(desk.open_dossier)
        view.acted.connect(self._acted)
        view.stop_wanted.connect(desk.stepping.stop)
        view.shown_again.connect(self.read_again)
        view.shown_again.connect(desk.open_dossiers.read)
        view.table.ticked_changed.connect(self._name_primary)
        desk.open_dossiers.changed.connect(self._changed)
        desk.open_dossiers.failed.connect(view.show_fault)
        desk.stepping.progressed.connect(self._progressed)
        for news in (desk.viewed, desk.workstation_changed):
            news.connect(self._changed)
        desk.take_scans(view, code=self._scanned)
        self.read_again()

    def _changed(self, _news: object = None) -> None:
        """A page behind another is drawn when it comes to the front."""
        if self._view.isVisible():
            self.read_again()

    def read_again(self) -> None:
        """Show the rows that belong here now."""
        desk, pile = self._desk, self._pile
        rows = [row for row in desk.open_dossiers.rows() if pile.belongs(row, desk)]
        order = sorted(rows, key=self._by) if self._by else [r for _, r in by_group(rows, desk)]
        shown = [self._line(row) for row in order]
        reasons = {row.code: pile.locked(row, desk) for row in rows}
        self._view.show_pile(shown, {code: why for code, why in reasons.items() if why})
        self._name_primary()
        if self._code and self._code in reasons and self._view.isVisible():
            self._picked(self._code)

    def _line(self, row: DossierRow) -> Row:
        desk, below = self._desk, self._pile.below(row, self._desk)
        left = left_cell(row, desk)
        due = due_words(read_moment(row.due_at), desk.now(), desk.language)
        first = Cell(left.text, left.mark, left.tone, strong=True, below=(due,))
        code = short_code(row.code, desk)
        second = Cell(row.applicant, strong=True, below=(row.procedure_name, f"{code} · {below}"))
        sentence = f"{row.applicant}, {row.procedure_name}, {left.text}, {due}, {below}"
        return Row(row.code, (first, second), sentence)

    def _name_primary(self) -> None:
        table = self._view.table
        count = sum(not table.reason(code) for code in table.chosen())
        self._view.name_primary(self._pile.label.format(n=count))

    def _picked(self, code: str) -> None:
        self._code = code
        self._name_primary()
        if code and self._desk.view is not None:
            self._desk.start(self._read(code), self._view)
        elif not code:
            self._view.panel.clear()

    def _read(self, code: str) -> Flow:
        try:
            shown: Shown = yield Work(lambda: self._desk.services.show_dossier(code))
        except CodedError as error:
            self._view.show_fault(self._desk.sentence(error))
            return
        if code == self._code:
            self._show(shown)

    def _show(self, shown: Shown) -> None:
        panel, dossier, desk = self._view.panel, shown.dossier, self._desk
        row = next((each for each in desk.open_dossiers.rows() if each.code == dossier.code), None)
        what = f"{dossier.procedure_name} · {dossier.code}"
        panel.show_head(dossier.applicant.name, what, left_cell(row, desk) if row else None)
        panel.facts.show_facts(fact_pairs(dossier))
        proposal = dossier.proposal
        by = f"{proposal.by}, {proposal.at:%H:%M %d/%m}" if proposal else ""
        panel.show_proposal(by, proposal.decision if proposal else "")
        panel.show_papers(paper_lines(dossier))
        panel.show_way(way_lines(shown.entries))

    def _acted(self, action: str, codes: tuple[str, ...]) -> None:
        step = self._pile.steps.get(action)
        if step is None or not self._pile.ready(action):
            return
        if action in self._pile.at_once:
            facts = self._pile.facts(action)
            self._desk.stepping.begin_many(codes, step, facts, self._view)
        elif len(codes) > 1:
            self._view.say(tr("Việc này làm từng hồ sơ một: bỏ chọn (Esc) rồi làm lại."))
        else:
            self._desk.stepping.begin(codes[0], step, self._view)

    def _scanned(self, code: str) -> bool:
        """A scanned slip ticks its dossier while this page is in front and holds it."""
        table = self._view.table
        if not self._view.isVisible() or not table.tick(code):
            return False
        self._desk.sounded.emit(True)
        table.select_key(code)
        return True

    def _progressed(self, done: int, whole: int) -> None:
        if done < whole:
            self._view.show_progress(done, whole)
        else:
            self._view.end_progress()
