"""Writes down every attempt of this Python to reach another machine, to the file $NETWORK_LOG."""

import os
import sys

LOCAL = ("127.", "::1", "localhost", "/", "\\0", "b'")


def note(event: str, details: tuple[object, ...]) -> None:
    """Hear of what the interpreter is about to do; the machine itself is no network."""
    if event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.bind"):
        return
    address = details[0] if event == "socket.getaddrinfo" else details[1]
    host = str(address[0] if isinstance(address, tuple) else address)
    if host and not host.startswith(LOCAL):
        with open(os.environ["NETWORK_LOG"], "a", encoding="utf-8") as log:  # noqa: PTH123 - bare
            log.write(f"{event} {host}\n")


sys.addaudithook(note)
