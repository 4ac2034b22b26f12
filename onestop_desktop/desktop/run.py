"""Running the window until it is closed; nothing is loaded here that its first paint does not need."""

import sys
from collections.abc import Callable

from onestop_desktop.desktop.app import Application, make_application
from onestop_desktop.desktop.outside import Opening
from onestop_desktop.desktop.single import Single


def run_window(
    opening: Opening, *, serial: bool, language: str, begun: float, tell: Callable[[str], None]
) -> int:
    """Open the window and stay until it is closed; gives the exit code.

    Where this user has a window over this store already, that one comes to the front instead.
    """
    app = make_application(sys.argv[:1], opening.workstation.scheme, language)
    single = Single(opening.lock_file)
    if not single.is_first():
        single.call()
        return 0
    application = Application(opening, serial=serial, begun=begun)
    application.tell_ready = tell
    single.called.connect(application.come_to_front)
    application.rows_painted.connect(single.listen)
    sys.excepthook = lambda _kind, error, _trace: application.fail(error)
    application.open()
    code = app.exec()
    application.close()
    single.leave()
    return code
