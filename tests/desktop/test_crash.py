"""An error of ours at the window: said with its number, its report copied, work goes on."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from onestop_desktop.desktop.crash import CrashDialog
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.incidents import FILE, close_log, open_log
from tests.support.window import ALT, CARD, DeskWindow, dialog


def test_an_error_of_ours_is_a_window_with_a_number_and_nothing_typed_is_lost(
    desk_window: DeskWindow, tmp_path: Path, capfd: object
) -> None:
    open_log(tmp_path / "log")
    desk_window.press(Qt.Key.Key_F2)
    desk_window.scan(CARD)
    desk_window.rest()
    name = desk_window.reception.applicant.name.text()

    def work() -> None:
        raise RuntimeError(name)

    def flow() -> Flow:
        yield Work(work)

    desk_window.application.desk.start(flow(), desk_window.window)
    shown = dialog(desk_window, CrashDialog)
    desk_window.failures.clear()
    desk_window.press(Qt.Key.Key_C, ALT)
    report = QGuiApplication.clipboard().text()
    written = (tmp_path / "log" / FILE).read_text("utf-8")
    close_log()
    assert shown.incident.reference in report
    assert shown.incident.reference in written
    for part in name.split():
        assert part not in report + written
    desk_window.enter()
    desk_window.rest()
    assert desk_window.reception.applicant.name.text() == name
