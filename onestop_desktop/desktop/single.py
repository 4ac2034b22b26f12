"""One window per user and store: a second start brings the first one to the front and ends."""

from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

ANSWER_MS = 1000


class Single(QObject):
    """Holds the lock of a store while the window is open; `called()` when it was started again.

    The lock knows its process: what a crash or a power cut left behind blocks nobody.
    """

    called = Signal()

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        lock.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._name = f"onestop-{lock.stem}"
        self._lock = QLockFile(str(lock))
        self._lock.setStaleLockTime(0)

    def is_first(self) -> bool:
        """Take the lock; False where another window holds it."""
        if self._lock.tryLock(0):
            return True
        # A folder that cannot be written must not keep anybody from working.
        return self._lock.error() is not QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Hear of further starts."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - not before the first paint

        QLocalServer.removeServer(self._name)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._heard)
        server.listen(self._name)
        self._server = server

    def call(self) -> bool:
        """Ask the first window to come to the front; False where it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        answered: bool = socket.waitForConnected(ANSWER_MS)
        socket.abort()
        return answered

    def leave(self) -> None:
        """Let go of the lock and hear no more."""
        if server := getattr(self, "_server", None):
            server.close()
        self._lock.unlock()

    def _heard(self) -> None:
        self._server.nextPendingConnection().deleteLater()
        self.called.emit()
