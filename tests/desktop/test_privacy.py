"""A morning at the window leaves nothing of any citizen in the log, and files for their owner alone."""

import stat
from pathlib import Path

from PySide6.QtCore import Qt

from onestop_desktop.desktop.crash import CrashDialog
from onestop_desktop.desktop.flow import Flow, Work
from onestop_desktop.incidents import FILE, close_log
from tests.support.desk import plain_order
from tests.support.window import CARD, DeskWindow, dialog

NAUGHTY = "Ch'Nưr <b>Ê</b> =1+1"


def values(desk: DeskWindow) -> set[str]:
    """Every word of a person that the store has, long enough to be one."""
    rows = desk.store.sql("SELECT applicant, identity, phone FROM dossier")
    words = {word for row in rows for text in row for word in str(text).split()}
    return {word for word in words | set(CARD.split("|")) if len(word) > 2}


def test_the_log_has_codes_and_no_value_of_a_run(desk_window: DeskWindow) -> None:
    desk = desk_window
    code = desk.store.receive(plain_order(name=NAUGHTY, phone="0912345678")).dossier.code
    desk.press(Qt.Key.Key_F2)
    desk.scan(CARD)
    desk.rest()
    desk.receive()  # refused: no procedure
    desk.rest()
    desk.press(Qt.Key.Key_F4)
    desk.type("0912345678")
    desk.until(lambda: desk.search.table.model().rowCount() == 1)

    def fails() -> None:
        raise RuntimeError(f"{NAUGHTY} {CARD} {code}")

    def flow() -> Flow:
        yield Work(fails)

    desk.application.desk.start(flow(), desk.window)
    dialog(desk, CrashDialog)
    desk.failures.clear()
    desk.enter()
    desk.rest()
    close_log()
    log: Path = desk.path.with_name("log") / FILE
    written = log.read_text("utf-8")
    assert "incident" in written
    assert not [value for value in values(desk) if value in written]
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700
