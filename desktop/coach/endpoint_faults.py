"""What may go wrong between here and a model's server, in plain words."""

import json
import ssl
from http import HTTPStatus
from socket import gaierror

from desktop.coach.endpoint import Endpoint
from desktop.domain.errors import AppError

MOST_QUOTED = 200
"""Characters of a server's own words."""

_TRY = "Press Try it in the settings (Ctrl+,) to see what is there."


def not_connected(endpoint: Endpoint, error: OSError) -> AppError:
    """No connection came about."""
    place = endpoint.place
    if isinstance(error, ConnectionRefusedError):
        return AppError(
            f"Nothing answers at {place}.",
            "Start the model's server, or correct the address in the settings (Ctrl+,).",
        )
    if isinstance(error, gaierror):
        return AppError(
            f"The name {endpoint.host} is not known.",
            "Check the address and whether this machine is online.",
        )
    if isinstance(error, ssl.SSLCertVerificationError):
        return AppError(
            f"{place} cannot prove that it is {endpoint.host}; nothing was sent.",
            "Its certificate is not valid here. Ask whoever runs the server.",
        )
    if isinstance(error, ssl.SSLError):
        return AppError(
            f"{place} does not speak https.", "Write http:// if it stands on this machine."
        )
    if isinstance(error, TimeoutError):
        return AppError(f"{place} does not answer.", "Check the address and the server.")
    return AppError(f"{place} cannot be reached: {error.strerror or error}.", "Check the address.")


def kept_waiting(endpoint: Endpoint, waited_s: float) -> AppError:
    """Connected, and then not a byte."""
    return AppError(
        f"{endpoint.place} took the request, but sent nothing for {waited_s:g} seconds.",
        "A large model may still be loading: try again, or choose a smaller one.",
    )


def stalled(endpoint: Endpoint, waited_s: float) -> AppError:
    """Some words came, then none."""
    return AppError(
        f"{endpoint.place} stopped in the middle and sent nothing for {waited_s:g} seconds.",
        "What came before stays. Ask again when the server is well.",
    )


def broken_off(endpoint: Endpoint, *, has_begun: bool) -> AppError:
    """The connection ended before the reply did, or before it began."""
    kept = "What came before stays. " if has_begun else ""
    return AppError(
        f"The connection to {endpoint.place} broke off.",
        f"{kept}Ask again when the server is well.",
    )


def not_understood(endpoint: Endpoint) -> AppError:
    """What came is of another kind than was asked for."""
    return AppError(
        f"What {endpoint.place} sent is not what a server of OpenAI's kind sends.",
        "Check the address: it may be that of another program, or lack a path such as /v1.",
    )


def said_no(endpoint: Endpoint, said: str, secret: str) -> AppError:
    """An error that the server told of in the middle of its reply."""
    return AppError(f"{endpoint.place} reports a fault{_in_its_words(said, secret)}.", _TRY)


def refused_with(
    endpoint: Endpoint, status: int, body: bytes, model: str, secret: str, target: str = ""
) -> AppError:
    """A status other than 200, with what the server said of it."""
    place, said = endpoint.place, _in_its_words(find_message(body), secret)
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return AppError(
            f"{place} points to another address, which was not followed.",
            f"If you trust it, put it into the settings: {target[:MOST_QUOTED]}" if target else "",
        )
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return AppError(
            f"{place} wants a key, or refuses the one it got.",
            "Type the key into the settings (Ctrl+,).",
        )
    if status == HTTPStatus.NOT_FOUND:
        what = f"the model {model}" if model else "a list of models"
        return AppError(f"{place} does not have {what}{said}.", _TRY)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return AppError(f"{place} has had too many requests{said}.", "Wait a while.")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return AppError(f"{place} failed with fault {status}{said}.", "Look at the server.")
    return AppError(f"{place} did not accept the request (fault {status}){said}.", _TRY)


def find_message(body: bytes) -> str:
    """The words in the JSON of an error, in the shapes that servers use; "" if there are none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    for name in ("error", "message", "detail"):
        if isinstance(found, dict) and name in found:
            found = found[name]
    return found if isinstance(found, str) else ""


def _in_its_words(said: str, secret: str) -> str:
    line = " ".join(said.split())
    if secret:
        line = line.replace(secret, "…")
    line = line[:MOST_QUOTED].rstrip(" .")
    return f": {line}" if line else ""
