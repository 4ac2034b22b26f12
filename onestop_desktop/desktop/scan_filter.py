"""Catches a keyboard scanner's burst before any field sees it; what it means is not known here."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from onestop_desktop.desktop.burst import GAP_MS, Burst, Ruling, Verdict

CARD_SEPARATORS = 6
_CARD_BEGUN = re.compile(r"[0-9]{12}\|")
_FROM_A_PHONE = re.compile(r"https?://|eyJ", re.IGNORECASE)
LEAST_OF_A_LINK = 16
# From here on no person has typed it, so a focus change does not break the burst.
CERTAIN_BURST = 8

_TERMINATORS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_PLAIN = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.KeypadModifier
    | Qt.KeyboardModifier.GroupSwitchModifier
)
# AltGr, as Windows reports it: some layouts need it for "|".
_ALT_GR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
# Events after which held keys would arrive too late: they are handed on first.
_ORDERED = frozenset(
    {
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Close,
        QEvent.Type.Drop,
    }
)


def card_or_slip(slip: re.Pattern[str]) -> Callable[[str], bool]:
    """A judge of whole texts: an identity card's fields, or a code of the given pattern."""

    def recognise(text: str) -> bool:
        cut_short = _CARD_BEGUN.match(text) is not None  # it is taken, to be refused aloud
        phone = _FROM_A_PHONE.match(text) is not None and len(text) >= LEAST_OF_A_LINK
        whole = text.count("|") >= CARD_SEPARATORS or slip.fullmatch(text) is not None
        return whole or cut_short or phone

    return recognise


@dataclass(frozen=True, slots=True)
class _HeldKey:
    widget: QWidget
    event: QKeyEvent


class ScanFilter(QObject):
    """Installed on the application; `scanned(text)` speaks of a proven scan, and nothing else."""

    scanned = Signal(str)

    def __init__(
        self,
        recognise: Callable[[str], bool],
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._burst: Burst[_HeldKey] = Burst(recognise)
        self._clock = clock
        self._replaying = False
        self._releases_to_take: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(GAP_MS)
        self._timer.timeout.connect(self.let_go)

    def install(self) -> None:
        """Begin to watch the whole application."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def remove(self) -> None:
        """Hand on what is held and stop watching."""
        self.let_go()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def let_go(self) -> None:
        """Hand on whatever is held, at once."""
        self._hand_on(self._burst.release())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if self._replaying or not isinstance(watched, QWidget):
            return False
        if isinstance(event, QKeyEvent):
            return self._key(watched, event, kind)
        if kind in _ORDERED and self._burst.holding:
            self._hand_on(self._burst.anything_else().released)
        elif kind == QEvent.Type.FocusOut and 0 < self._burst.length < CERTAIN_BURST:
            self.let_go()
        return False

    def _key(self, watched: QWidget, event: QKeyEvent, kind: QEvent.Type) -> bool:
        if kind == QEvent.Type.ShortcutOverride:
            # An Enter that ends a scan must reach us as a key, not fire a shortcut on its way.
            ends = event.key() in _TERMINATORS and self._burst.would_end_scan()
            if ends:
                event.accept()
            return ends
        if kind == QEvent.Type.KeyRelease:
            return self._released(watched, event)
        if kind != QEvent.Type.KeyPress:
            return False
        return self._pressed(watched, event)

    def _pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        at = float(event.timestamp() or self._clock() * 1000)
        modifiers = event.modifiers() & ~_PLAIN
        typed = not event.isAutoRepeat() and modifiers in (Qt.KeyboardModifier.NoModifier, _ALT_GR)
        if typed and event.key() in _TERMINATORS:
            return self._ruled(self._burst.terminator(at), event)
        if typed and len(event.text()) == 1 and event.text().isprintable():
            held = _HeldKey(watched, event.clone())
            taken = self._ruled(self._burst.character(held, event.text(), at), event)
            if self._burst.holding:
                self._timer.start()
            return taken
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_unknown) and not event.text():
            # Scanners press Shift for capitals and for "|": it keeps its place and breaks nothing.
            return self._ruled(self._burst.companion(_HeldKey(watched, event.clone())), event)
        return self._ruled(self._burst.anything_else(), event)

    def _released(self, watched: QWidget, event: QKeyEvent) -> bool:
        if event.key() in self._releases_to_take:
            self._releases_to_take.discard(event.key())
            return True
        return self._ruled(self._burst.companion(_HeldKey(watched, event.clone())), event)

    def _ruled(self, ruling: Ruling[_HeldKey], event: QKeyEvent) -> bool:
        self._hand_on(ruling.released)
        if ruling.verdict is Verdict.PASS:
            return False
        event.accept()
        if ruling.verdict is Verdict.TAKEN:
            self._timer.stop()
            self._releases_to_take.add(event.key())
        if ruling.scan is not None:
            self.scanned.emit(ruling.scan)
        return True

    def _hand_on(self, held: tuple[_HeldKey, ...]) -> None:
        if not self._burst.holding:
            self._timer.stop()
        self._replaying = True
        try:
            for key in held:
                # A field closed in the meantime cannot take its key any more.
                if shiboken6.isValid(key.widget):
                    QCoreApplication.sendEvent(key.widget, key.event)
        finally:
            self._replaying = False
