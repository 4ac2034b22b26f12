"""Without a screen: pictures of every screen, and the main job done by the window's own reception."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from onestop_desktop.application.pages import DossierRow
from onestop_desktop.desktop.app import Application, make_application
from onestop_desktop.desktop.outside import Opening
from onestop_desktop.desktop.printing import print_order
from onestop_desktop.desktop.sign_in_forms import DEMO_WAYS
from onestop_desktop.domain.account_errors import SignInNeeded
from onestop_desktop.domain.moments import read_moment

PATIENCE_MS = 20_000
SAMPLE_CARD = "030185004417||Nguyễn Thị Đường|02031985|Nữ|Thôn Bùi Xá, Đoàn Kết, Thanh Miện, Hải Dương|01012021"
SAMPLE_FORM = {"procedure": "2.000815", "pages": "2+2", "copies": "3", "phone": "0912 345 678"}


def take_pictures(opening: Opening, folder: Path, language: str) -> list[Path]:
    """Every screen of the rail as PNG."""
    application = _open_offscreen(opening, opening.workstation.scheme, language)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name in application.screen_names():
        application.show(name)
        files.append(picture(application, folder / f"{name}.png"))
    application.close()
    return files


def run_sample(opening: Opening, folder: Path, language: str) -> Iterator[str]:
    """Receive a sample dossier through the window's own reception; tell what came out."""
    application = _open_offscreen(opening, "light", language)
    folder.mkdir(parents=True, exist_ok=True)
    application.desk.reception_wanted.emit()
    application.desk.resume_wanted.emit(SAMPLE_FORM)
    application.desk.card_scanned.emit(SAMPLE_CARD)
    yield str(picture(application, folder / "tiep-nhan.png"))
    application.desk.receive_wanted.emit()
    settle(application)
    services = application.desk.services
    rows = services.read_queue().rows
    newest = max(rows, key=lambda row: row.received_at)
    order = print_order(application.desk, newest.code, provisional=True)
    slip = folder / f"{newest.code}.pdf"
    slip.write_bytes(services.preview_form(order))
    yield str(slip)
    yield from (row_line(row) for row in rows)
    application.close()


def _open_offscreen(opening: Opening, scheme: str, language: str) -> Application:
    make_application(sys.argv[:1], scheme, language)
    application = Application(opening, serial=True)
    application.open()
    if application.signing.covered and not opening.password:
        if not opening.is_demo:
            raise SignInNeeded()
        settle(application)
        application.signing.choose(DEMO_WAYS[0][0])
    wait_until(lambda: application.desk.view is not None)
    return application


def picture(application: Application, file: Path) -> Path:
    """The window as it stands, once nothing is under way."""
    settle(application)
    if application.window is not None:
        application.window.grab().save(str(file))
    return file


def settle(application: Application) -> None:
    """Let timers and flows come to rest."""
    for _ in range(3):
        pause(260)
        wait_until(lambda: not application.runner.busy())


def pause(milliseconds: int) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(done: Callable[[], bool]) -> None:
    """Let the window work until a condition holds (TimeoutError after twenty seconds)."""
    for _ in range(PATIENCE_MS // 20):
        if done():
            return
        pause(20)
    raise TimeoutError


def row_line(row: DossierRow) -> str:
    """A dossier of the queue as one line of text."""
    due = f"{read_moment(row.due_at):%d/%m %H:%M}"
    return f"{row.code}  {due}  {row.applicant}  {row.procedure_name}"
