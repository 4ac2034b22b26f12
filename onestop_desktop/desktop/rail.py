"""The rail of screens at the left: icon, title, count, key; a row press only says which one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from onestop_desktop.desktop import language, theme, tokens
from onestop_desktop.desktop.icons import paint_icon
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screen import Screen
from onestop_desktop.desktop.widgets import paint
from onestop_desktop.desktop.widgets.buttons import KeyButton, Segment
from onestop_desktop.desktop.widgets.words import rule

_NARROW_ROW, _ICON_ROW = 42, 28
_ICON_AND_KEY = 40
_FOOT = 112
"""Languages, keys and margins below and beside the narrow rows."""


class RailRow(QAbstractButton):
    """One row; narrow, it shows its icon over its key, and its title in a tooltip."""

    def __init__(self, title: str, key: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._icon, self._count = key, icon, 0
        self._narrow = self._low = False
        self.setText(title)
        self.setCheckable(True)
        # The F-keys reach every row; Tab belongs to the work.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many wait there; none is not shown."""
        self._count = count
        label = f"{self.text()} {count}" if count else self.text()
        self.setAccessibleName(paint.spoken(label, self._key))
        self.update()

    def collapse(self, narrow: bool, *, low: bool = False) -> None:
        """Choose between the wide and the narrow form, where it is low the icon alone."""
        self._narrow, self._low = narrow, low
        self.setToolTip(self.text() if narrow else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        narrow = _ICON_ROW if self._low else _NARROW_ROW
        return QSize(0, narrow if self._narrow else tokens.RAIL_ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        ink = theme.colour("text" if self.isChecked() else "text2")
        with QPainter(self) as painter:
            if self.isChecked():
                painter.fillRect(box.adjusted(0, 0, -1, 0), theme.colour("surface"))
                bar = QRectF(0, 0, tokens.CARD_BAR, box.height())
                painter.fillRect(bar, theme.colour("accent"))
            elif self.underMouse():
                painter.fillRect(box.adjusted(0, 0, -1, 0), theme.colour("free"))
            if self._narrow:
                self._paint_narrow(painter, box)
                return
            spot = QRectF(16, box.center().y() - 8, tokens.ICON, tokens.ICON)
            paint_icon(painter, self._icon, spot, ink)
            right = box.right() - 7
            for text, role in ((self._key, "key"), (str(self._count or ""), "label_strong")):
                width = theme.text_width(role, text)
                room = QRectF(right - width, 0, width + 1, box.height())
                tone = theme.colour("text" if role == "label_strong" else "text2")
                paint.words(painter, room, text, role, tone)
                right -= width + 5 if text else 0
            role = "strong" if self.isChecked() else "body"
            paint.words(painter, QRectF(40, 0, right - 39, box.height()), self.text(), role, ink)

    def _paint_narrow(self, painter: QPainter, box: QRectF) -> None:
        ink = theme.colour("text" if self.isChecked() else "text2")
        low = box.height() < _ICON_AND_KEY  # the key is in the tooltip and on the key sheet
        top = box.center().y() - tokens.ICON / 2 if low else 6
        spot = QRectF(box.center().x() - tokens.ICON / 2, top, tokens.ICON, tokens.ICON)
        paint_icon(painter, self._icon, spot, ink)
        if low:
            return
        painter.setFont(theme.font("key"))
        painter.setPen(ink)
        room = QRectF(0, 24, box.width(), 16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._key)


class Rail(QFrame):
    """`asked(name)` for a screen, `keys_asked()` for the key sheet, `language_chosen(code)`."""

    asked = Signal(str)
    keys_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, screens: Sequence[Screen], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._rows: dict[str, RailRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(0)
        shown = [screen for screen in screens if screen.in_rail]
        frequent = [screen for screen in shown if not screen.key.startswith("Shift+")]
        rare = [screen for screen in shown if screen.key.startswith("Shift+")]
        self._add(frequent)
        if rare:
            self._divide()
            self._add(rare)
        self._column.addStretch(1)
        self._languages = Segment(tr("Ngôn ngữ"), (("vi", "VI"), ("en", "EN")))
        self._languages.choose(language.spoken())
        self._languages.chosen.connect(self.language_chosen)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(16, 0, 0, 8)
        self._foot.addWidget(self._languages)
        # 56 pixels hold one of the two: the one not spoken now.
        other = "en" if language.spoken() == "vi" else "vi"
        self._other = KeyButton(other.upper())
        self._other.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._other.setToolTip({"en": "English", "vi": "Tiếng Việt"}[other])
        self._other.clicked.connect(lambda: self.language_chosen.emit(other))
        self._foot.addWidget(self._other, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addLayout(self._foot)
        self._keys = RailRow(tr("Phím tắt"), "F1", "keys")
        self._keys.setCheckable(False)
        self._keys.clicked.connect(self.keys_asked)
        self._column.addWidget(self._keys)
        self.collapse(False)

    def _add(self, screens: Sequence[Screen]) -> None:
        for screen in screens:
            row = RailRow(tr(screen.title), screen.key, screen.icon)
            row.clicked.connect(lambda _on=False, name=screen.name: self._pressed(name))
            self._rows[screen.name] = row
            self._column.addWidget(row)

    def _divide(self) -> None:
        holder = QVBoxLayout()
        holder.setContentsMargins(12, 8, 12, 8)
        holder.addWidget(rule())
        self._column.addLayout(holder)

    def _pressed(self, name: str) -> None:
        self.mark(name)
        self.asked.emit(name)

    def mark(self, name: str) -> None:
        """Mark the screen now shown; a screen without a row leaves the mark where it was."""
        if name in self._rows:
            for each, row in self._rows.items():
                row.setChecked(each == name)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many wait, by screen name; screens not named stay as they are."""
        for name, count in counts.items():
            if name in self._rows:
                self._rows[name].show_count(count)

    def collapse(self, narrow: bool) -> None:
        """196 pixels wide, or 56."""
        self.setFixedWidth(tokens.RAIL_NARROW if narrow else tokens.RAIL)
        self._languages.setVisible(not narrow)
        self._other.setVisible(narrow)
        side = 0 if narrow else 16
        self._foot.setContentsMargins(side, 0, side, 8)
        rows = (*self._rows.values(), self._keys)
        low = self.height() < _NARROW_ROW * len(rows) + _FOOT
        for row in rows:
            row.collapse(narrow, low=low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.collapse(self.width() == tokens.RAIL_NARROW)
