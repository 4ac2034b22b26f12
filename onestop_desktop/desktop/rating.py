"""The citizen's answer to the one question: from his monitor, or told to the officer; tied to the code alone."""

from PySide6.QtCore import QObject

from onestop_desktop.application.rate_dossier import RateDossier
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.faces import FACES, Faces
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.domain.errors import CodedError


class Rating(QObject):
    """Asks about the dossier returned last; skipping it leaves no trace."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._code = ""
        self.faces: Faces | None = None
        desk.returned.connect(self._ask)
        desk.rating_given.connect(self._given)

    def _ask(self, code: str) -> None:
        self._code = code
        window = self._desk.window()
        if window is None:
            return
        if self.faces is None or self.faces.parentWidget() is not window:
            self.faces = Faces(window)
            self.faces.answered.connect(self._given)
            self.faces.destroyed.connect(self._gone)
        self.faces.ask()

    def _gone(self) -> None:
        self.faces = None

    def _given(self, rating: int) -> None:
        if self._code:
            self._desk.start(self._rate(self._code, rating), self)
        else:
            self._desk.told.emit(tr("Chưa trả kết quả nào để hỏi ý kiến"), "")

    def _rate(self, code: str, rating: int) -> Flow:
        desk = self._desk
        order = RateDossier(code, rating, desk.officer, desk.workstation.counter)
        try:
            changes = yield Work(lambda: desk.services.counter.rate_dossier(order))
        except CodedError as error:
            desk.warned.emit(tr("Chưa ghi ý kiến"), desk.sentence(error))
            return
        if self.faces is not None:
            self.faces.hide()
        desk.announce(changes)
        word = next(tr(word) for given, word, _ in FACES if given == rating)
        desk.told.emit(tr("Đã ghi ý kiến của người dân"), word)
