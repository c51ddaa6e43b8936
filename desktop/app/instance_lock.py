"""One window per data folder: a second start raises the first."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from desktop.domain.errors import AppError
from desktop.services.window_lock import LOCK_NAME

RAISE_TIMEOUT_MS = 1_000


class InstanceLock(QObject):
    """Holds the data folder for this process, and hears when another start asks for the window."""

    raise_requested = Signal()

    def __init__(self, data: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data = data
        self._marker = data / "window.open"
        self.is_after_crash = False
        self._lock = QLockFile(str(data / LOCK_NAME))
        self._lock.setStaleLockTime(0)
        self._name = _socket_name(data)

    def take(self) -> bool:
        """Try to hold the folder; False if a living process holds it.

        Raises AppError if nothing can be written there.
        """
        if self._lock.tryLock(0):
            self.is_after_crash = self._marker.exists()
            with suppress(OSError):  # then a crash goes unnoticed, and no text is lost by that
                self._marker.touch()
            return True
        if self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        raise AppError(
            f"Nothing can be written into {self._data}: its disk may be full. "
            "What you wrote is saved.",
            "Make some room there and start again, or choose another folder with --data DIR.",
        )

    def raise_other(self) -> bool:
        """Ask the process that holds the folder for its window; False if it does not answer."""
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - only a second start needs it

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        is_heard = socket.waitForConnected(RAISE_TIMEOUT_MS)
        socket.disconnectFromServer()
        return is_heard

    def listen(self) -> None:
        """Hear later starts from now on."""
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet_start)
        self._server.listen(self._name)

    def release(self) -> None:
        """Give the folder free; the next start knows that all went well."""
        with suppress(OSError):
            self._marker.unlink(missing_ok=True)
        self._lock.unlock()

    def _meet_start(self) -> None:
        self._server.nextPendingConnection().deleteLater()
        self.raise_requested.emit()


def _socket_name(data: Path) -> str:
    folder = str(data.resolve()).encode()
    digest = QCryptographicHash.hash(folder, QCryptographicHash.Algorithm.Sha256)
    return f"greenroom-{bytes(digest.toHex().data()).decode()[:16]}"
