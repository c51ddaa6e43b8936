"""Keys with a keyring, without one, and with one that breaks."""

from desktop.coach.key_store import SERVICE, FoundKeyring, KeyPlace, KeyStore

HERE, THERE = "http://127.0.0.1:1", "https://example.org"


class FakeKeyring:
    """Keeps passwords in memory, until it is locked."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.is_locked = False

    def get_password(self, service_name: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service_name, username))

    def set_password(self, service_name: str, username: str, password: str) -> None:
        self._open()
        self.kept[service_name, username] = password

    def delete_password(self, service_name: str, username: str) -> None:
        self._open()
        del self.kept[service_name, username]

    def _open(self) -> None:
        if self.is_locked:
            raise OSError("locked")

    def find(self) -> FoundKeyring:
        return self, KeyPlace.KEYRING


def no_keyring() -> FoundKeyring:
    return None, KeyPlace.NO_PACKAGE


def test_a_key_outlives_the_store_in_the_keyring_only() -> None:
    keyring = FakeKeyring()
    KeyStore(keyring.find).put(THERE, "one")
    assert keyring.kept == {(SERVICE, THERE): "one"}
    assert KeyStore(keyring.find).find(THERE) == "one"
    KeyStore(no_keyring).put(THERE, "one")
    assert KeyStore(no_keyring).find(THERE) == ""


def test_a_key_goes_to_its_own_server_only() -> None:
    store = KeyStore(no_keyring)
    store.put(THERE, "one")
    assert (store.find(THERE), store.find(HERE)) == ("one", "")
    assert store.place is KeyPlace.NO_PACKAGE


def test_a_forgotten_key_is_gone_from_the_keyring_too() -> None:
    keyring = FakeKeyring()
    store = KeyStore(keyring.find)
    store.put(THERE, "one")
    store.put(THERE, "")
    store.put(HERE, "")
    assert (store.find(THERE), keyring.kept) == ("", {})


def test_a_locked_keyring_leaves_the_key_in_memory_and_says_so() -> None:
    keyring = FakeKeyring()
    store = KeyStore(keyring.find)
    assert store.place is KeyPlace.KEYRING
    keyring.is_locked = True
    store.put(THERE, "one")
    assert (store.find(THERE), store.place) == ("one", KeyPlace.NO_BACKEND)


def test_a_keyring_that_cannot_be_looked_for_is_none() -> None:
    def broken() -> FoundKeyring:
        raise RuntimeError("no bus")

    store = KeyStore(broken)
    assert (store.find(THERE), store.place) == ("", KeyPlace.NO_BACKEND)
