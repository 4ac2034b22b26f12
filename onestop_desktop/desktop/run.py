"""Running the window until it is closed; nothing is loaded here that its first paint does not need."""

import sys
from collections.abc import Callable

from onestop_desktop.desktop.app import Application, make_application
from onestop_desktop.desktop.outside import Opening


def run_window(
    opening: Opening, *, serial: bool, language: str, begun: float, tell: Callable[[str], None]
) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    app = make_application(sys.argv[:1], opening.workstation.scheme, language)
    application = Application(opening, serial=serial, begun=begun)
    application.tell_ready = tell
    application.open()
    code = app.exec()
    application.close()
    return code
