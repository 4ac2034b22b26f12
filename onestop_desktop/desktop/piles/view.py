"""A pile as it looks: the list by risk with ticks at the left, the dossier before you at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QWidget

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Page
from onestop_desktop.desktop.widgets.action_button import action_button
from onestop_desktop.desktop.widgets.buttons import PRIMARY
from onestop_desktop.desktop.widgets.chips import Chips
from onestop_desktop.desktop.widgets.dossier_panel import DossierPanel
from onestop_desktop.desktop.widgets.layouts import Footer, PageHead, column
from onestop_desktop.desktop.widgets.notices import EmptyState
from onestop_desktop.desktop.widgets.pile_table import PileTable
from onestop_desktop.desktop.widgets.rows import Column, Row
from onestop_desktop.desktop.widgets.words import ElidedWords

LIST = 548


class PileView(Page):
    """`picked(code)` the row before you, `opened(code)`, `acted(action, codes)` for any button with
    the codes ticked, or the one before you, `stop_wanted()` while many are under way, `shown_again()`.

    `inputs` are the fields a pile asks for once, above its buttons; `free` the actions that need
    no row.
    """

    picked = Signal(str)
    opened = Signal(str)
    acted = Signal(str, tuple)
    stop_wanted = Signal()
    shown_again = Signal()

    def __init__(
        self,
        title: str,
        hint: str,
        primary: str,
        others: Sequence[str],
        *,
        empty: str,
        inputs: QWidget | None = None,
        chips: Chips | None = None,
        free: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.head = PageHead(title, hint)
        self._hint = hint
        self.table = PileTable(
            title, (Column(tr("Còn lại"), 148), Column(tr("Hồ sơ"), stretch=True))
        )
        self.table.horizontalHeader().hide()
        self.empty = EmptyState(empty, tr("Hồ sơ trong ngày"), "F3")
        self.panel = DossierPanel()
        self.chips, self.inputs = chips, inputs
        self.count = ElidedWords("", "body", "text2")
        self.primary = action_button(primary, PRIMARY)
        self.others = {name: action_button(name) for name in others}
        self._primary_name, self._free = primary, frozenset(free)
        self._running = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        holder = QWidget()
        self._either = QStackedLayout(holder)
        self._either.addWidget(self.table)
        self._either.addWidget(self.empty)
        parts: list[QWidget | int] = [self.chips, 8] if self.chips else []
        parts += [holder, 6, self.count, 6]
        parts += [self.inputs, 8] if self.inputs else []
        left = column(*parts)
        left.setStretch(parts.index(holder), 1)
        self._left = QFrame()
        self._left.setLayout(left)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(tokens.PAGE_MARGIN)
        both.addWidget(self._left)
        both.addWidget(self.panel, 1)
        body = column(self.head, both)
        body.setStretch(1, 1)
        body.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 8)
        whole = column(body, Footer(tuple(self.others.values()), (self.primary,)))
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.table.picked.connect(self.picked)
        self.table.opened.connect(self.opened)
        self.table.ticked_changed.connect(self._tell_count)
        self.primary.clicked.connect(lambda: self._act(self._primary_name, self.table.chosen()))
        if self.chips is not None:  # who turns to another list goes on with keys in it
            self.chips.chosen.connect(lambda _key: self.table.setFocus())
        for name, button in self.others.items():
            button.clicked.connect(lambda _on=False, wanted=name: self._other(wanted))

    def _act(self, name: str, codes: tuple[str, ...]) -> None:
        free = tuple(code for code in codes if not self.table.reason(code))
        if free:
            self.acted.emit(name, free)
        elif codes:
            self.say(self.table.reason(codes[0]))

    def _other(self, name: str) -> None:
        codes = self.table.chosen()
        if codes or name in self._free:
            self.acted.emit(name, codes)

    def say(self, sentence: str) -> None:
        """Say below the list why nothing was done."""
        self.count.set_whole(sentence)

    def name_primary(self, label: str) -> None:
        """Say on the button for how many it is."""
        self.primary.set_label(label)

    def show_pile(self, rows: Sequence[Row], locked: dict[str, str]) -> None:
        """Show the list; the row under the cursor and the ticks stay."""
        within = self.focusWidget()
        here = within is not None and within in (self.table, self.empty.button)
        here = here and within is not None and within.hasFocus()
        self.table.show_pile(rows, locked)
        self._either.setCurrentIndex(0 if rows else 1)
        if here:
            (self.table if rows else self.empty).setFocus()
        if not rows:
            self.panel.clear()
        self.primary.setEnabled(bool(rows))
        for name, button in self.others.items():
            button.setEnabled(bool(rows) or name in self._free)

    def _tell_count(self) -> None:
        ticked = len(self.table.ticked())
        words = tr("Đã chọn {n} hồ sơ").format(n=ticked) if ticked else ""
        keys = tr("Space chọn · Ctrl+A chọn hết")
        self.count.set_whole(f"{words}   {keys}".strip())

    def show_progress(self, done: int, whole: int) -> None:
        """Show how far many have been taken; Esc calls them off."""
        self._running = True
        self.head.hint.set_whole(
            tr("Đang làm {done}/{whole}… Esc: dừng").format(done=done, whole=whole)
        )

    def end_progress(self) -> None:
        """Nothing runs any more."""
        self._running = False
        self.head.hint.set_whole(self._hint)

    def show_fault(self, sentence: str) -> None:
        """Say beside the title why the list may be old."""
        self.head.hint.set_whole(sentence)

    def entered(self) -> None:
        (self.table if self._either.currentIndex() == 0 else self.empty).setFocus()
        self.shown_again.emit()

    def back(self) -> bool:
        if self._running:
            self.stop_wanted.emit()
            return True
        return self.table.untick()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.window().width() < tokens.ONE_COLUMN_BELOW
        self.panel.setVisible(not narrow)
        self._left.setMaximumWidth(self.width() if narrow else LIST)
        self._left.setMinimumWidth(0 if narrow else LIST)
