"""A list whose rows are ticked: Space ticks, Ctrl+A ticks all that may be, Esc lets go of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from onestop_desktop.desktop import tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.widgets.rows import Cell, Column, Row
from onestop_desktop.desktop.widgets.rows_table import RowsTable

_TICK = 40


class PileTable(RowsTable):
    """`ticked_changed()` after any tick. Rows are given without their first cell, the tick's own.

    `locked` names the rows that may not be ticked, with the reason.
    """

    ticked_changed = Signal()

    def __init__(self, name: str, columns: Sequence[Column]) -> None:
        super().__init__(name, (Column("", _TICK), *columns), tokens.THREE_LINE_ROW)
        self._plain: tuple[Row, ...] = ()
        self._locked: dict[str, str] = {}
        self._ticked: set[str] = set()

    def show_pile(self, rows: Sequence[Row], locked: dict[str, str] | None = None) -> None:
        """Show the rows; ticks of rows that have gone are forgotten."""
        self._plain, self._locked = tuple(rows), locked or {}
        keys = {row.key for row in rows}
        self._ticked &= keys - set(self._locked)
        self._paint_ticks()

    def ticked(self) -> tuple[str, ...]:
        """The keys ticked, in the order of the list."""
        return tuple(row.key for row in self._plain if row.key in self._ticked)

    def chosen(self) -> tuple[str, ...]:
        """What an act is for: the ticked ones, else the selected one."""
        current = self.selected_key()
        return self.ticked() or ((current,) if current else ())

    def tick(self, key: str, *, on: bool = True) -> bool:
        """Tick a row; False where it is not there or may not be ticked."""
        if key in self._locked or key not in {row.key for row in self._plain}:
            return False
        (self._ticked.add if on else self._ticked.discard)(key)
        self._paint_ticks()
        return True

    def tick_all(self) -> None:
        """Tick every row that may be, or none where all are."""
        free = {row.key for row in self._plain} - set(self._locked)
        self._ticked = set() if self._ticked == free else free
        self._paint_ticks()

    def untick(self) -> bool:
        """Let go of all ticks; False where there were none."""
        had, self._ticked = bool(self._ticked), set()
        if had:
            self._paint_ticks()
        return had

    def reason(self, key: str) -> str:
        """Why a row may not be ticked, "" for none."""
        return self._locked.get(key, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._toggle(self.selected_key())
            return
        if event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.tick_all()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            self._toggle(self.selected_key())

    def _toggle(self, key: str) -> None:
        if key:
            self.tick(key, on=key not in self._ticked)

    def _paint_ticks(self) -> None:
        self.show_rows([self._with_tick(row) for row in self._plain])
        self.ticked_changed.emit()

    def _with_tick(self, row: Row) -> Row:
        if reason := self._locked.get(row.key):
            mark, words = "unticked_locked", reason
        elif row.key in self._ticked:
            mark, words = "ticked", tr("đã chọn")
        else:
            mark, words = "unticked", tr("chưa chọn")
        tone = "accent" if mark == "ticked" else "border"
        return Row(row.key, (Cell("", mark, tone), *row.cells), f"{words}, {row.sentence}")
