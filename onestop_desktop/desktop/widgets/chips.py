"""Filter chips: mark, word, count and key; what a chip filters is the screen's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.marks import paint_mark
from onestop_desktop.desktop.widgets import paint


@dataclass(frozen=True, slots=True)
class Chip:
    """A declared chip: `Chip("late", "late", "Quá hạn", "late")`."""

    key: str
    mark: str
    label: str
    tone: str = "text"


class _ChipButton(QAbstractButton):
    def __init__(self, chip: Chip, shortcut: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.chip, self._shortcut, self._count = chip, shortcut, 0
        self.compact = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def shown_count(self) -> int:
        return self._count

    def show_count(self, count: int) -> None:
        self._count = count
        self.setText(self.chip.label)
        self.setAccessibleName(paint.spoken(f"{self.chip.label} {count}", self._shortcut))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = 22 + theme.text_width("body", self.text()) + 8
        width += theme.text_width("strong", str(self._count))
        if not self.compact:
            width += 8 + paint.hint_width(self._shortcut)
        if self.chip.mark != "none":
            width += tokens.MARK + 8
        return QSize(int(width + 0.999), tokens.CHIP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        fill, border = ("tint", "accent") if self.isChecked() else ("surface", "line")
        with QPainter(self) as painter:
            paint.frame(painter, box, theme.colour(fill), theme.colour(border), tokens.RADIUS)
            left, middle = 11.0, box.center().y()
            if self.chip.mark != "none":
                spot = QRectF(left, middle - 6, tokens.MARK, tokens.MARK)
                paint_mark(painter, self.chip.mark, spot, theme.colour(self.chip.tone))
                left += tokens.MARK + 8
            ink = theme.colour("accent" if self.isChecked() else "text2")
            width = theme.text_width("body", self.text())
            paint.words(painter, QRectF(left, 0, width, box.height()), self.text(), "body", ink)
            left += width + 8
            tone = "accent" if self.isChecked() else self.chip.tone
            count = str(self._count)
            room = QRectF(left, 0, theme.text_width("strong", count), box.height())
            paint.words(painter, room, count, "strong", theme.colour(tone))
            if not self.compact:
                paint.key_hint(painter, box.right() - 11, middle, self._shortcut)


class Chips(QWidget):
    """A row of exclusive chips; Ctrl+digit chooses while it is visible, `chosen(key)` tells."""

    chosen = Signal(str)

    def __init__(self, name: str, chips: Sequence[Chip], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _ChipButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_S)
        for number, chip in enumerate(chips, start=1):
            shortcut = f"Ctrl+{number}"
            button = _ChipButton(chip, shortcut, self)
            self._buttons[chip.key] = button
            self._group.addButton(button)
            row.addWidget(button)
            QShortcut(QKeySequence(shortcut), self).activated.connect(button.click)
        row.addStretch(1)
        next(iter(self._buttons.values())).setChecked(True)
        self._group.buttonToggled.connect(self._toggled)

    def value(self) -> str:
        """The key of the chip chosen."""
        return next(key for key, button in self._buttons.items() if button.isChecked())

    def choose(self, key: str) -> None:
        """Choose from the program."""
        self._buttons[key].setChecked(True)

    def count(self, key: str) -> int:
        """The count shown on a chip."""
        return self._buttons[key].shown_count()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show true counts; a chip not named shows 0."""
        for key, button in self._buttons.items():
            button.show_count(counts.get(key, 0))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, tokens.CHIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the row is too short for them, the chips show no keys; the key sheet has them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        buttons = self._buttons.values()
        for compact in (False, True):
            for button in buttons:
                button.compact = compact
            wide = sum(button.sizeHint().width() + tokens.SPACE_S for button in buttons)
            if wide <= self.width():
                break
        for button in buttons:
            button.updateGeometry()

    def _toggled(self, button: QAbstractButton, on: bool) -> None:
        if on and isinstance(button, _ChipButton):
            self.chosen.emit(button.chip.key)
