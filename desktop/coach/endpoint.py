"""Where an OpenAI-compatible server stands."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote, urlsplit

from desktop.domain.errors import AppError

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_CALLED = re.compile(r"/(chat/completions|models)$")
_USUAL_PATH = "/v1"
_USUAL_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server's address, taken apart; `path` is the root of its calls."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def is_loopback(self) -> bool:
        """Whether what is sent there stays on this machine, by the address alone."""
        return _is_loopback(self.host)

    @property
    def is_encrypted(self) -> bool:
        return self.scheme == "https"

    @property
    def place(self) -> str:
        """Host and port, as they are said to the person."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _USUAL_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """What an agreement and a key belong to."""
        return f"{self.scheme}://{self.place}"


def read_endpoint(address: str) -> Endpoint:
    """Take an address apart as a person writes it; raises AppError if it is none.

    Without a scheme it is http on this machine and https elsewhere; without a path it is /v1.
    """
    text = address.strip()
    if not _SCHEME.match(text):
        is_near = _is_loopback(urlsplit(f"//{text}").hostname or "") if _splits(text) else False
        text = f"{'http' if is_near else 'https'}://{text}"
    if not _splits(text) or re.search(r"\s", text):
        raise _no_address(address)
    parts = urlsplit(text)
    if parts.scheme not in _USUAL_PORTS or not parts.hostname:
        raise _no_address(address)
    if parts.username is not None or parts.password is not None or parts.query:
        raise AppError(
            "The coach's address holds more than a host, a port and a path.",
            "Leave names, passwords and keys out of it; the key has a field of its own.",
        )
    path = _CALLED.sub("", parts.path.rstrip("/"))
    return Endpoint(
        parts.scheme,
        parts.hostname,
        parts.port or _USUAL_PORTS[parts.scheme],
        quote(path, safe="/%~:@!$&'()*+,;=") or _USUAL_PATH,
    )


def _splits(text: str) -> bool:
    try:
        port = urlsplit(text if _SCHEME.match(text) else f"//{text}").port
    except ValueError:
        return False
    return port != 0


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _no_address(address: str) -> AppError:
    return AppError(
        f"“{address.strip()}” is not the address of a server.",
        "Write it like http://localhost:11434.",
    )
