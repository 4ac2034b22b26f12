"""What happens in the settings: the desk's data into the store, this PC's choices into its file."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from onestop_desktop.application.changes import Changes
from onestop_desktop.desktop import theme
from onestop_desktop.desktop.desk import Desk
from onestop_desktop.desktop.flow import PRINT, Flow, Work
from onestop_desktop.desktop.language import later, tr
from onestop_desktop.desktop.screens.settings.delegating import Delegating
from onestop_desktop.desktop.screens.settings.view import SettingsView
from onestop_desktop.domain.agency import Agency, write_agency
from onestop_desktop.domain.errors import CodedError

LINE = " / "
OTHER_DEMO = {
    "2021": ("today", later("Mở bàn mẫu hôm nay")),
    "today": ("2021", later("Mở bàn mẫu 2021")),
}
"""What a demo desk offers in its place."""


class SettingsPresenter(QObject):
    """Shows what is set, keeps what is changed."""

    def __init__(self, desk: Desk, view: SettingsView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        view.saved.connect(self._saved)
        view.page_wanted.connect(desk.page_wanted)
        view.delegate_wanted.connect(Delegating(desk, view).begin)
        view.shown_again.connect(self._show)
        view.changed.connect(self._remember)
        desk.viewed.connect(self._show)
        self._show()
        if desk.opening.demo:
            other, words = OTHER_DEMO[desk.opening.demo]
            view.offer_demo(tr(words))
            view.demo_wanted.connect(lambda: desk.demo_wanted.emit(other))
        if desk.unsaved:
            view.take_up(desk.unsaved)

    def _saved(self) -> None:
        self._desk.start(self._save(), self._view)

    def _remember(self) -> None:
        """Another language builds the page anew: what is not saved goes along."""
        self._desk.unsaved = self._view.unsaved()

    def _show(self, _news: object = None) -> None:
        """Show what is set, unless somebody is about to change it."""
        if self._view.touched:
            return
        desk, view, station = self._desk, self._view, self._desk.workstation
        if desk.view is not None:
            facts = _texts(desk.view.agency)
            view.show_texts({name: value.replace("\n", LINE) for name, value in facts.items()})
        view.officer.set_text(desk.officer)
        view.counter.set_text(station.counter)
        view.ticket_kinds.set_text(station.ticket_kinds)
        view.scanner.set_text(station.scanner_port)
        view.lookup_to.set_text(station.lookup_to)
        view.paper.choose(station.paper)
        view.scheme.choose(station.scheme)
        view.sounds.choose("on" if station.sounds else "off")
        view.cover_after.choose(str(station.cover_after))
        # Who signs in is who works: the name of this PC's officer is of before accounts.
        view.officer.setEnabled(not desk.role)
        if view.isVisible():
            desk.start(self._printers(), view)

    def _printers(self) -> Flow:
        names = yield Work(lambda: self._desk.opening.printers(), PRINT)
        usual = [("", tr("Máy in mặc định"))]
        self._view.show_printers(
            [*usual, *((name, name) for name in names)], self._desk.workstation.printer
        )

    def _save(self) -> Flow:
        desk, view = self._desk, self._view
        texts = {
            name: "\n".join(part.strip() for part in text.split("/"))
            if name in ("parent", "unit")
            else text
            for name, text in view.texts().items()
        }
        officer = view.officer.text().strip() or desk.officer
        try:
            changes = Changes.NONE
            if desk.view is None or not texts.items() <= _texts(desk.view.agency).items():
                changes = yield Work(lambda: desk.services.change_agency(texts, officer))
        except CodedError as error:
            view.show_fault(error.field, desk.sentence(error))
            return
        desk.keep_workstation(
            officer=officer,
            counter=view.counter.text().strip(),
            ticket_kinds=view.ticket_kinds.text().strip(),
            scanner_port=view.scanner.text().strip(),
            lookup_to=_whole_path(view.lookup_to.text().strip()),
            printer=view.printer.value(),
            paper=view.paper.value(),
            scheme=view.scheme.value(),
            sounds=view.sounds.value() == "on",
            cover_after=int(view.cover_after.value()),
        )
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, desk.workstation.scheme)
        view.touched, desk.unsaved = False, {}
        view.refusal.hide()
        desk.announce(changes)
        desk.told.emit(tr("Đã lưu thiết lập"), "")
        yield from desk.read_view()


def _whole_path(typed: str) -> str:
    return str(Path(typed).absolute()) if typed else ""


def _texts(agency: Agency) -> dict[str, str]:
    return {name: str(value) for name, value in write_agency(agency).items()}


def build(desk: Desk) -> SettingsView:
    """The settings with their presenter."""
    view = SettingsView()
    SettingsPresenter(desk, view)
    return view
