"""A request under way that another thread may end."""

from contextlib import suppress
from socket import SHUT_RDWR, socket
from threading import Lock


class OpenCall:
    """Holds the socket of a request; to cancel wakes whoever waits for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._socket: socket | None = None
        self._is_cancelled = False
        self._waits_s = 0.0

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled

    def hold(self, connected: socket) -> None:
        """Take the socket that is waited on from now."""
        with self._lock:
            self._socket = connected
            if self._is_cancelled:
                self._shut()

    @property
    def waits_s(self) -> float:
        """For how many seconds it waits for the next byte."""
        return self._waits_s

    def wait_at_most(self, seconds: float) -> None:
        """Wait so long for the next byte from now."""
        with self._lock:
            if self._socket is not None and seconds != self._waits_s:
                self._socket.settimeout(seconds)
            self._waits_s = seconds

    def cancel(self) -> None:
        """End the request, and every one that is still to come by this call."""
        with self._lock:
            self._is_cancelled = True
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):  # closed already
                # The plain socket's, for a reader on another thread still uses the TLS of it.
                socket.shutdown(self._socket, SHUT_RDWR)
