"""Labels in the type roles and tones of the tokens, and words with a mark before them."""

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from onestop_desktop.desktop import theme, tokens
from onestop_desktop.desktop.icons import ICONS, paint_icon
from onestop_desktop.desktop.marks import paint_mark
from onestop_desktop.desktop.widgets import paint


class Words(QLabel):
    """A plain-text label in a type role and a tone: `Words(text, "title")`."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        # A name with <b> in it is a name with <b> in it.
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setProperty("tone", tone)


class FieldLabel(Words):
    """The label above a field, high enough for the focus ring to leave the dot of ị or ọ whole."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "label", "text2", parent)
        self.setFixedHeight(18)
        self.setContentsMargins(0, 0, 0, 4)


class Paragraph(Words):
    """Words that wrap and keep their whole height."""

    def __init__(
        self,
        text: str = "",
        role: str = "label",
        tone: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, parent)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class ElidedWords(Words):
    """One line that gives way: cut with an ellipsis, whole in its tooltip and to a reader."""

    def __init__(
        self,
        text: str = "",
        role: str = "label",
        tone: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", role, tone, parent)
        self._role, self._whole = role, ""
        self.setProperty("elides", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_whole(text)

    def whole(self) -> str:
        """The text uncut."""
        return self._whole

    def set_whole(self, text: str) -> None:
        """Show the text, as much of it as fits."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = theme.elided(self._role, self._whole, self.width())
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class MarkedWords(QWidget):
    """A mark (or an icon) and words in one tone; a tinted ground makes it a pill."""

    GAP = 6

    def __init__(
        self,
        mark: str = "none",
        text: str = "",
        tone: str = "text",
        role: str = "label",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._padding, self._ground = role, 0, ""
        # A mark may stand in another tone than its words.
        self.mark_tone = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_words(mark, text, tone)

    def text(self) -> str:
        """The words shown."""
        return self._text

    def mark(self) -> str:
        """The name of the mark shown."""
        return self._mark

    def set_role(self, role: str) -> None:
        """Change the type role."""
        self._role = role
        self.updateGeometry()
        self.update()

    def show_words(self, mark: str, text: str, tone: str) -> None:
        """Show another mark, text and tone."""
        self._mark, self._text, self._tone = mark, text, tone
        self.setAccessibleName(text)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = theme.text_width(self._role, self._text) + 2 * self._padding
        if self._mark != "none":
            width += self._mark_size() + self.GAP
        return QSize(int(width + 1.999), 24 if self._ground else 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        ink = theme.colour(self._tone)
        with QPainter(self) as painter:
            if self._ground:
                paint.frame(painter, box, theme.colour(self._ground), None, tokens.HINT_RADIUS)
            left = float(self._padding)
            if self._mark != "none":
                size = self._mark_size()
                spot = QRectF(left, box.center().y() - size / 2, size, size)
                draw = paint_icon if self._is_icon() else paint_mark
                tone = self.mark_tone or self._tone
                draw(painter, self._mark, spot, theme.colour(tone))
                left += size + self.GAP
            room = QRectF(left, 0, box.width() - left - self._padding, box.height())
            paint.words(painter, room, self._text, self._role, ink)

    def _is_icon(self) -> bool:
        # A card is a mark in a line of text and an icon in a pill.
        return False

    def _mark_size(self) -> int:
        return 14 if self._is_icon() else tokens.MARK


class Pill(MarkedWords):
    """Words on a tinted ground: `Pill("card")` read by machine, `Pill("hand")` typed by hand."""

    KINDS: ClassVar[dict[str, tuple[str, str]]] = {
        "card": ("card", "card_tint"),
        "hand": ("text", "free"),
        "ready": ("ready", "ready_tint"),
        "soon": ("soon", "soon_tint"),
        "late": ("late", "late_tint"),
        "pause": ("pause", "pause_tint"),
        "plain": ("text", "free"),
    }

    def __init__(
        self, kind: str = "plain", mark: str = "none", text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("none", "", "text", "label_strong", parent)
        self._padding = 8
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_pill(kind, mark, text)

    def show_pill(self, kind: str, mark: str, text: str) -> None:
        """Show another kind, mark or icon, and text."""
        tone, self._ground = self.KINDS[kind]
        self.show_words(mark, text, tone)

    def _is_icon(self) -> bool:
        return self._mark in ICONS


def rule(parent: QWidget | None = None) -> QFrame:
    """A line of one pixel across."""
    made = QFrame(parent)
    made.setObjectName("rule")
    made.setFixedHeight(1)
    return made
