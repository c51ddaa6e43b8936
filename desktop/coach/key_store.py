"""The keys of models' servers: in the system keyring, or else in memory until the app closes."""

from collections.abc import Callable
from enum import StrEnum
from threading import Lock
from typing import Protocol

SERVICE = "Greenroom coach"


class KeyPlace(StrEnum):
    """Where keys are kept, and why it is not the keyring, in words for the person."""

    KEYRING = "The key is kept in the system keyring."
    NO_PACKAGE = (
        "The key is kept until the app closes. With the extra greenroom[keyring] it is kept in "
        "the system keyring."
    )
    NO_BACKEND = (
        "The key is kept until the app closes: this system has no keyring that can be opened."
    )


class Keyring(Protocol):
    """The part of the keyring package that is used; any call may fail in any way it likes."""

    def get_password(self, service_name: str, username: str) -> str | None: ...

    def set_password(self, service_name: str, username: str, password: str) -> None: ...

    def delete_password(self, service_name: str, username: str) -> None: ...


FoundKeyring = tuple[Keyring | None, KeyPlace]


def find_keyring() -> FoundKeyring:
    """The system keyring, or why there is none; it may take a while to look."""
    try:
        import keyring  # noqa: PLC0415 - an extra, which need not be there
    except ImportError:
        return None, KeyPlace.NO_PACKAGE
    backend = keyring.get_keyring()
    if backend.priority <= 0:
        return None, KeyPlace.NO_BACKEND
    return backend, KeyPlace.KEYRING


class KeyStore:
    """A key for each origin, so that none goes to another server; for any thread but the UI's."""

    def __init__(self, find: Callable[[], FoundKeyring] = find_keyring) -> None:
        self._find = find
        self._lock = Lock()
        self._keyring: Keyring | None = None
        self._place: KeyPlace | None = None
        self._in_memory: dict[str, str] = {}

    @property
    def place(self) -> KeyPlace:
        """Where a key is kept."""
        with self._lock:
            return self._look()

    def find(self, origin: str) -> str:
        """The key for a server, "" if there is none."""
        with self._lock:
            self._look()
            if origin in self._in_memory or self._keyring is None:
                return self._in_memory.get(origin, "")
            try:
                key = self._keyring.get_password(SERVICE, origin) or ""
            except Exception:  # noqa: BLE001 - a locked or broken keyring; `place` says so
                self._give_up()
                return ""
            self._in_memory[origin] = key
            return key

    def put(self, origin: str, key: str) -> None:
        """Keep the key for a server; "" forgets it."""
        with self._lock:
            self._look()
            had_one = bool(self._in_memory.get(origin, key))
            self._in_memory[origin] = key
            if self._keyring is None:
                return
            try:
                if key:
                    self._keyring.set_password(SERVICE, origin, key)
                elif had_one:
                    self._keyring.delete_password(SERVICE, origin)
            except Exception:  # noqa: BLE001 - a locked or broken keyring; `place` says so
                self._give_up()

    def _look(self) -> KeyPlace:
        if self._place is None:
            try:
                self._keyring, self._place = self._find()
            except Exception:  # noqa: BLE001 - a broken backend is no backend
                self._give_up()
                return KeyPlace.NO_BACKEND
        return self._place

    def _give_up(self) -> None:
        self._keyring, self._place = None, KeyPlace.NO_BACKEND
