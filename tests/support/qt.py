"""Helpers of window tests: typing as a keyboard and an input method do, pictures, names, words."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHeaderView, QLabel, QLineEdit, QWidget

_KEYS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return}


def press_key(
    widget: QObject,
    key: Qt.Key,
    text: str = "",
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press and release one key on the widget, the way the platform would deliver it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text))


def commit_text(widget: QObject, text: str, preedit: str = "") -> None:
    """What a Vietnamese input method sends: first the unfinished word, then the finished one."""
    if preedit:
        QCoreApplication.sendEvent(widget, QInputMethodEvent(preedit, []))
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(widget, event)


def type_text(widget: QObject, text: str) -> None:
    """Type the text: ASCII by keys, everything else by an input method, in order.

    Never qtbot.keyClicks here: a letter beyond ASCII makes it abort the whole process.
    """
    for letter in text:
        if letter in _KEYS:
            press_key(widget, _KEYS[letter], "\r" if letter == "\n" else letter)
        elif letter.isascii():
            press_key(widget, Qt.Key(ord(letter.upper())), letter)
        else:
            commit_text(widget, letter)


def type_into_focus(text: str) -> None:
    """Type to whichever widget has the focus, key by key, as it moves on."""
    for letter in text:
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        type_text(focus, letter)


def picture(widget: QWidget, scale: float = 1.0, path: Path | None = None) -> QImage:
    """The widget drawn offscreen at a pixel ratio, saved if a path is given."""
    image = QImage(widget.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    widget.render(image)
    if path is not None:
        image.save(str(path))
    return image


def clipped_texts(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit in the room they were given."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)):
            continue
        text = widget.text()
        if not text or widget.property("elides"):
            continue
        if _needs_more_room(widget, text):
            found.append(f"{type(widget).__name__} {text!r} in {widget.width()}x{widget.height()}")
    for head in root.findChildren(QHeaderView):
        if head.isVisible() and head.orientation() is Qt.Orientation.Horizontal:
            found += _clipped_titles(head)
    return found


def _clipped_titles(head: QHeaderView) -> Iterator[str]:
    model = head.model()
    for section in range(head.count()):
        title = model.headerData(section, Qt.Orientation.Horizontal) or ""
        font = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.FontRole)
        width = QFontMetricsF(font or head.font()).horizontalAdvance(title)
        if width > head.sectionSize(section) - 16:
            yield f"column {title!r} in {head.sectionSize(section)}"


def _needs_more_room(widget: QLabel | QAbstractButton, text: str) -> bool:
    hint = widget.sizeHint()
    if isinstance(widget, QAbstractButton):
        return widget.width() < hint.width() or widget.height() < hint.height()
    metrics = QFontMetricsF(widget.font())
    if widget.wordWrap():
        room = QRect(0, 0, widget.contentsRect().width(), 10_000)
        needed = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        return needed.height() > widget.contentsRect().height() + 1
    wide = metrics.horizontalAdvance(text) > widget.contentsRect().width() + 1
    return wide or metrics.height() > widget.height() + 1


def focusable(root: QWidget) -> Iterator[QWidget]:
    """Every visible child that Tab or a click can reach."""
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


def unnamed(root: QWidget) -> list[str]:
    """Focusable children a screen reader could not name."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r} at {widget.mapTo(root, widget.pos())}"
        for widget in focusable(root)
        if not spoken_name(widget) and not _inside_named_field(widget)
    ]


def spoken_name(widget: QWidget) -> str:
    """The name an assistive technology is given."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _inside_named_field(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(parent, QLineEdit) and bool(spoken_name(parent))


def bring_up(widget: QWidget) -> None:
    """Show the widget as the active window, as it is when an officer works with it."""
    widget.show()
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget)


def press_shortcut(
    window: QWidget,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key the way the platform does, shortcuts first, wherever the focus is."""
    QTest.keyClick(window.focusWidget() or window, key, modifiers)
