"""Strokes several widgets share: frames, key hints, spoken key names; no widget lives here."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from onestop_desktop.desktop import theme, tokens

HINT_HEIGHT = 18
_HINT_PADDING = 5


def frame(
    painter: QPainter, box: QRectF, fill: QColor | None, border: QColor | None, radius: float
) -> None:
    """A rounded box whose one-pixel border lies inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1) if border is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    inset = 0.5 if border is not None else 0.0
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)


def words(painter: QPainter, box: QRectF, text: str, role: str, ink: QColor) -> None:
    """One line of text, left and vertically centred, cut with an ellipsis if it is too long."""
    painter.setFont(theme.font(role))
    painter.setPen(ink)
    shown = theme.elided(role, text, box.width() + 0.5)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def hint_width(key: str) -> float:
    """How wide the box of a key's name stands."""
    return theme.text_width("key", key) + 2 * _HINT_PADDING if key else 0.0


def key_hint(painter: QPainter, right: float, middle: float, key: str, on: str = "surface") -> None:
    """The key's name in a small box that ends at `right`; `on` names the ground it stands on."""
    box = QRectF(right - hint_width(key), middle - HINT_HEIGHT / 2, hint_width(key), HINT_HEIGHT)
    if on == "accent":
        fill, border, ink = None, theme.colour("on_accent"), theme.colour("on_accent")
    elif on == "toast":
        fill, border, ink = None, theme.colour("on_toast"), theme.colour("on_toast")
    else:
        fill, border, ink = theme.colour("window"), theme.colour("line"), theme.colour("text2")
    frame(painter, box, fill, border, tokens.HINT_RADIUS)
    painter.setFont(theme.font("key"))
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


def spoken(label: str, key: str) -> str:
    """A control's accessible name: its label, then its key in words."""
    plain = label.removesuffix("…").strip()
    return f"{plain}, {key.replace('+', ' ')}" if key else plain
