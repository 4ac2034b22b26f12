"""What happens on the search: a pause in typing asks the store, a late answer is dropped."""

from PySide6.QtCore import QObject, QTimer

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.dossier_rows import to_line
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.desktop.language import tr
from onestop_desktop.desktop.screens.search.view import SearchView
from onestop_desktop.domain.errors import CodedError

PAUSE_MS = 120
MOST = 50


class SearchPresenter(QObject):
    """Finds while typing, never twice at once."""

    def __init__(self, desk: Desk, view: SearchView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._wanted = self._found = ""
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._begin)
        view.typed.connect(self._typed)
        view.opened.connect(desk.open_dossier)
        view.reprinted.connect(desk.print_wanted)
        desk.search_wanted.connect(self.search)
        desk.listed.connect(self.show_list)

    def search(self, text: str) -> None:
        """Look for what was typed in the top bar."""
        self._view.field.set_text(text)
        self._typed(text)
        self._timer.stop()
        self._begin()
        self._view.entered()

    def show_list(self, title: str, rows: tuple[DossierRow, ...]) -> None:
        """Show dossiers that another screen counted."""
        self._timer.stop()
        self._wanted = ""
        self._view.field.set_text("")
        many = tr("{title}: {n} hồ sơ").format(title=title, n=len(rows))
        self._view.show_rows([to_line(row, self._desk) for row in rows], many)
        self._view.visiting = True
        self._view.table.setFocus()

    def _typed(self, text: str) -> None:
        self._view.visiting = False
        self._wanted = text.strip()
        self._timer.start()

    def _begin(self) -> None:
        if self._busy:
            return
        if not self._wanted:
            self._view.show_rows((), "")
            return
        self._busy = True
        self._desk.start(self._find(self._wanted), self._view)

    def _find(self, text: str) -> Flow:
        try:
            rows = yield Work(lambda: self._desk.services.find_dossiers(text, MOST))
        except CodedError as error:
            self._view.show_rows((), self._desk.sentence(error))
            return
        finally:
            self._busy = False
        if text != self._wanted:
            self._begin()
            return
        many = f"{MOST}+" if len(rows) == MOST else str(len(rows))
        words = tr("{n} hồ sơ").format(n=many) if rows else tr("Không thấy hồ sơ nào khớp.")
        self._view.show_rows([to_line(row, self._desk) for row in rows], words)


def build(desk: Desk) -> SearchView:
    """The search with its presenter."""
    view = SearchView()
    SearchPresenter(desk, view)
    return view
