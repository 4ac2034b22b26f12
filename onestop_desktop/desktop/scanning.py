"""Where scans go: a card to the reception, a slip's code to its dossier; one tone for good, two for bad."""

import re
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from onestop_desktop.application.seal_words import seal_check_words
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.scan_filter import ScanFilter, card_or_slip
from onestop_desktop.domain.card import looks_like_card, read_card
from onestop_desktop.domain.codes import looks_like_slip
from onestop_desktop.domain.errors import CodedError, ScannerFailed
from onestop_desktop.domain.seal import SEAL, looks_like_seal

_DAY = r"[1-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
SLIP = re.compile(
    rf"[A-Z0-9.]{{3,35}}-\d{{6}}-\d{{4,8}}|{_DAY}\d{{4}}(?:\d{{4}})?|{SEAL.pattern}",
    re.IGNORECASE | re.ASCII,
)
"""The code on a slip, the short key on one from a roll, or the seal of a day sheet."""


class Scanning(QObject):
    """Listens to the keyboard-wedge scanner and, where one is set, the serial one."""

    heard = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._filter = ScanFilter(card_or_slip(SLIP), parent=self)
        self._filter.scanned.connect(self._scanned)
        self.heard.connect(self._scanned)
        desk.sounded.connect(self.sound)
        self._serial: Any = None
        self._port = ""

    def start(self) -> None:
        """Watch the keyboard and open the serial line of this workstation."""
        self._filter.install()
        self.listen()
        self._desk.workstation_changed.connect(self.listen)

    def listen(self, _station: object = None) -> None:
        """Open the serial line that is set now, if it is another one."""
        port = self._desk.workstation.scanner_port
        if port == self._port:
            return
        self._close()
        self._port = port
        if port:
            try:
                self._serial = self._desk.opening.listen(port, self.heard.emit)
            except ScannerFailed as fault:
                self._desk.warned.emit(tr("Máy quét"), self._desk.sentence(fault))

    def stop(self) -> None:
        """Stop listening."""
        self._filter.remove()
        self._close()

    def let_go(self) -> None:
        """Hand on a key that is held, before its 30 ms have passed."""
        self._filter.let_go()

    def _close(self) -> None:
        if self._serial is not None:
            self._serial.close()
            self._serial = None

    def _scanned(self, text: str) -> None:
        """A scan is answered aloud, whatever it is; behind an open question or a cover it does nothing."""
        first = self._desk.scans_first
        if first is not None and first(text):
            return
        if QApplication.activeModalWidget() is not None or self._desk.covered:
            self.sound(False)
        elif not self.take(text):
            self.sound(False)
            try:
                read_card(text)
            except CodedError as error:
                self._desk.told.emit(tr("Không đọc được mã vừa quét"), self._desk.sentence(error))

    def take(self, text: str) -> bool:
        """Do what a scanned or searched text asks for; False for one that is neither card nor code."""
        text = text.strip()
        if looks_like_card(text):
            if not self._desk.take_card(text):
                self._desk.reception_wanted.emit()
                self._desk.card_scanned.emit(text)
            return True
        if looks_like_seal(text):
            self._desk.start(self._check_seal(text), self)
            return True
        if not looks_like_slip(text):
            return False
        if not self._desk.take_code(text.upper()):
            self._desk.start(self._open(text.upper()), self)
        return True

    def sound(self, good: bool) -> None:
        """One high tone or two low ones; a plain beep where this PC has no player."""
        if self._desk.workstation.sounds and not self._desk.opening.sound(good):
            QApplication.beep()

    def _check_seal(self, text: str) -> Flow:
        """One line and one beep: this store is the one the day sheet was signed for, or it is not."""
        desk = self._desk
        try:
            check = yield Work(lambda: desk.services.counter.check_seal(text))
        except CodedError as error:
            self.sound(False)
            desk.warned.emit(tr("Không đọc được mã vừa quét"), desk.sentence(error))
            return
        self.sound(check.good)
        words = seal_check_words(check, desk.language)
        if check.good:
            desk.told.emit(tr("Niêm phong khớp"), words)
        else:
            desk.warned.emit(tr("Niêm phong KHÔNG khớp"), words)

    def _open(self, code: str) -> Flow:
        try:
            shown = yield Work(lambda: self._desk.services.show_dossier(code))
        except CodedError as error:
            self.sound(False)
            self._desk.told.emit(tr("Không mở được"), self._desk.sentence(error))
            return
        self.sound(True)
        self._desk.open_dossier(shown.dossier.code)
