"""Buttons that carry their key, and the exclusive segment; what a press does is the screen's."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.marks import paint_mark
from onestop_desktop.desktop.widgets import paint

OUTLINE, PRIMARY, TOAST = "outline", "primary", "toast"
_SQUEEZE = 14
"""Pixels by which a lesser button's words may be elided before they give way to its key."""


class KeyButton(QAbstractButton):
    """A button with its key painted inside: `KeyButton(tr("Tiếp nhận và in"), "Ctrl+Enter")`.

    `lock(reason)` keeps it focusable but silent: a press emits `locked_pressed(reason)`.
    """

    locked_pressed = Signal(str)

    def __init__(
        self, label: str, key: str = "", kind: str = OUTLINE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._kind, self._reason = key, kind, ""
        self._compact = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Only a lesser button may be squeezed a little.
        wide = QSizePolicy.Policy.Maximum if kind == OUTLINE else QSizePolicy.Policy.Fixed
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.set_label(label)

    @property
    def key(self) -> str:
        """The name of its key, as painted."""
        return self._key

    def set_label(self, label: str) -> None:
        """Change the words; the accessible name follows."""
        self.setText(label)
        self.setAccessibleName(paint.spoken(label, self._key))
        self.updateGeometry()
        self.update()

    def compact(self, compact: bool) -> None:
        """Show the key alone where there is no room for words; the tooltip and the reader have them."""
        compact = compact and bool(self._key)
        if compact == self._compact:
            return
        self._compact = compact
        self.setToolTip(self.text() if self._compact else "")
        self.updateGeometry()
        self.update()

    def lock(self, reason: str) -> None:
        """Refuse presses and say why; an empty reason unlocks."""
        self._reason = reason
        self.setAccessibleDescription(reason)
        self.updateGeometry()
        self.update()

    def whole_width(self, *, compact: bool) -> int:
        """The width it stands in with its words, or with its key alone."""
        return self._hint(compact=compact).width()

    def sizeHint(self) -> QSize:
        return self._hint(compact=self._compact)

    def _hint(self, *, compact: bool) -> QSize:
        width = 2 * self._padding()
        if not compact:
            width += theme.text_width(self._role(), self.text()) + (8 if self._key else 0)
        if self._key:
            width += paint.hint_width(self._key)
        if self._reason:
            width += tokens.MARK + 8
        height = tokens.PRIMARY if self._kind == PRIMARY else tokens.BUTTON
        return QSize(int(width + 0.999), height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        squeezable = self._kind == OUTLINE and not self._compact
        return QSize(hint.width() - (_SQUEEZE if squeezable else 0), hint.height())

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def click_or_explain(self) -> None:
        """What its shortcut does: the same as a press, locked or not."""
        if self._reason:
            self.locked_pressed.emit(self._reason)
        else:
            self.click()

    def event(self, event: QEvent) -> bool:
        pressed = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress)
        if self._reason and pressed:
            key = event.key() if isinstance(event, QKeyEvent) else Qt.Key.Key_Space
            if key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.locked_pressed.emit(self._reason)
                return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            ink = self._ground(painter, box)
            left, right = self._padding(), box.right() - self._padding()
            if self._reason:
                mark = QRectF(left, box.center().y() - 6, tokens.MARK, tokens.MARK)
                paint_mark(painter, "lock", mark, theme.colour(ink))
                left += tokens.MARK + 8
            if self._key:
                on = {PRIMARY: "accent", TOAST: "toast"}.get(self._kind, "surface")
                paint.key_hint(painter, right, box.center().y(), self._key, on)
                right -= paint.hint_width(self._key) + 8
            room = QRectF(left, 0, right - left, box.height())
            if not self._compact:
                paint.words(painter, room, self.text(), self._role(), theme.colour(ink))

    def _ground(self, painter: QPainter, box: QRectF) -> str:
        """Fill the button; answer the token its words are written in."""
        lively = self.isDown() or (self.underMouse() and self.isEnabled())
        if self._kind == PRIMARY:
            fill = theme.colour("accent")
            paint.frame(painter, box, fill.darker(112) if lively else fill, None, tokens.RADIUS)
            return "on_accent"
        if self._kind == TOAST:
            paint.frame(painter, box, None, theme.colour("on_toast"), tokens.RADIUS)
            return "on_toast"
        fill = theme.colour("window" if self._reason else "tint" if lively else "surface")
        border = theme.colour("line" if self._reason else "border")
        paint.frame(painter, box, fill, border, tokens.RADIUS)
        return "hint" if self._reason else "text"

    def _role(self) -> str:
        return "primary" if self._kind == PRIMARY else "value"

    def _padding(self) -> float:
        return 16.0 if self._kind == PRIMARY else 12.0


class _Piece(QAbstractButton):
    """One choice of a segment."""

    def __init__(self, key: str, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.setText(label)
        self.setAccessibleName(label)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(theme.text_width("strong", self.text()) + 25), tokens.FIELD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        with QPainter(self) as painter:
            if self.isChecked():
                painter.setClipPath(self._inside_of_the_whole())
                painter.fillRect(box.adjusted(0, 1, 0, -1), theme.colour("tint"))
            if self.x() > 1:
                painter.fillRect(QRectF(0, 1, 1, box.height() - 2), theme.colour("border"))
            painter.setFont(theme.font("strong" if self.isChecked() else "body"))
            painter.setPen(theme.colour("accent" if self.isChecked() else "text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())

    def _inside_of_the_whole(self) -> QPainterPath:
        """The segment's rounded inside, so that the first and last choice follow its corners."""
        inside = QPainterPath()
        segment = self.parentWidget() or self
        whole = QRectF(segment.rect())
        box = whole.translated(-self.x(), -self.y()).adjusted(1, 1, -1, -1)
        inside.addRoundedRect(box, tokens.RADIUS - 0.5, tokens.RADIUS - 0.5)
        return inside


class Segment(QWidget):
    """A few exclusive choices side by side; arrows move, `chosen(key)` tells."""

    chosen = Signal(str)

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._pieces = [_Piece(key, label, self) for key, label in choices]
        for piece in self._pieces:
            piece.setAccessibleDescription(name)
            self._group.addButton(piece)
            row.addWidget(piece)
        self._pieces[0].setChecked(True)
        self._group.buttonToggled.connect(self._toggled)

    def pieces(self) -> list["_Piece"]:
        """The buttons, in their order."""
        return self._pieces

    def value(self) -> str:
        """The key of the choice made."""
        return next(piece.key for piece in self._pieces if piece.isChecked())

    def choose(self, key: str) -> None:
        """Make the choice from the program; `chosen` is emitted only for a change."""
        for piece in self._pieces:
            if piece.key == key:
                piece.setChecked(True)

    def _toggled(self, piece: QAbstractButton, on: bool) -> None:
        if on and isinstance(piece, _Piece):
            self.chosen.emit(piece.key)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            box = QRectF(self.rect())
            ground, border = theme.colour("surface"), theme.colour("border")
            paint.frame(painter, box, ground, border, tokens.RADIUS)


def undo_button(parent: QWidget | None = None) -> KeyButton:
    """The undo of a toast: the one button on dark ground."""
    return KeyButton(tr("Hoàn tác"), "Alt+H", TOAST, parent)
