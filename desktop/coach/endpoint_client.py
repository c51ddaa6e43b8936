"""Talks to an OpenAI-compatible server, and to no other address than the one it is given.

Redirects are not followed and no proxy is used; the key goes into one header and nowhere else.
"""

import json
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any, NamedTuple

from desktop.coach import endpoint_faults as faults
from desktop.coach.endpoint import Endpoint
from desktop.coach.event_stream import (
    BrokenStreamError,
    NotAStreamError,
    StreamRefusedError,
    read_object,
    read_pieces,
    read_whole,
)
from desktop.coach.open_call import OpenCall
from desktop.domain.errors import AppError

MOST_BYTES = 4_000_000
"""Of a list of models, an error or a line; what is longer is not read."""

MOST_TOKENS = 800


class Patience(NamedTuple):
    """Seconds to wait for a connection, a list, the first byte of a reply, and between bytes."""

    connect_s: float = 5.0
    list_s: float = 10.0
    first_byte_s: float = 120.0
    stall_s: float = 30.0


class EndpointClient:
    """Every call may come from any thread and raises AppError where it fails."""

    def __init__(self, patience: Patience = Patience()) -> None:  # noqa: B008 - frozen
        self._patience = patience

    def models(self, endpoint: Endpoint, key: str, call: OpenCall) -> tuple[str, ...]:
        """The names of the models the server has."""
        with self._answer(endpoint, "models", None, key, call) as response:
            try:
                found = read_object(response.read(MOST_BYTES)).get("data")
            except NotAStreamError as error:
                raise faults.not_understood(endpoint) from error
        if not isinstance(found, list):
            raise faults.not_understood(endpoint)
        names = (one.get("id") for one in found if isinstance(one, dict))
        return tuple(name for name in names if isinstance(name, str))

    def stream(
        self,
        endpoint: Endpoint,
        model: str,
        messages: Sequence[Mapping[str, str]],
        key: str,
        call: OpenCall,
    ) -> Generator[str, None, None]:
        """A model's reply, piece by piece."""
        body = {
            "model": model,
            "messages": list(messages),
            "stream": True,
            "temperature": 0.2,
            "max_tokens": MOST_TOKENS,
        }
        with self._answer(endpoint, "chat/completions", body, key, call) as response:
            try:
                if "json" in response.headers.get_content_type():
                    yield read_whole(response.read(MOST_BYTES))
                else:
                    yield from read_pieces(self._lines(response, call))
            except NotAStreamError as error:
                raise faults.not_understood(endpoint) from error
            except BrokenStreamError as error:
                raise faults.broken_off(endpoint, has_begun=self._has_begun(call)) from error
            except StreamRefusedError as error:
                raise faults.said_no(endpoint, str(error), key) from error

    def _has_begun(self, call: OpenCall) -> bool:
        """Whether lines of the reply have come."""
        return call.waits_s == self._patience.stall_s

    def _lines(self, response: HTTPResponse, call: OpenCall) -> Iterator[bytes]:
        while line := response.readline(MOST_BYTES):
            call.wait_at_most(self._patience.stall_s)
            yield line

    @contextmanager
    def _answer(
        self,
        endpoint: Endpoint,
        path: str,
        body: Mapping[str, Any] | None,
        key: str,
        call: OpenCall,
    ) -> Iterator[HTTPResponse]:
        """A response with status 200, open to be read; every fault in plain words."""
        connection = self._connect(endpoint, call)
        try:
            wait_s = self._patience.first_byte_s if body else self._patience.list_s
            call.wait_at_most(wait_s)
            response = _send(connection, f"{endpoint.path}/{path}", body, key)
            if response.status != HTTPStatus.OK:
                raise faults.refused_with(
                    endpoint,
                    response.status,
                    response.read(MOST_BYTES),
                    str(body["model"]) if body else "",
                    key,
                    response.getheader("Location", ""),
                )
            yield response
        except TimeoutError as error:
            tell = faults.stalled if self._has_begun(call) else faults.kept_waiting
            raise tell(endpoint, call.waits_s) from error
        except (OSError, HTTPException, ValueError) as error:
            raise faults.broken_off(endpoint, has_begun=self._has_begun(call)) from error
        finally:
            connection.close()

    def _connect(self, endpoint: Endpoint, call: OpenCall) -> HTTPConnection:
        if call.is_cancelled:
            raise AppError("The coach was stopped.")
        kind = HTTPSConnection if endpoint.is_encrypted else HTTPConnection
        connection = kind(endpoint.host, endpoint.port, timeout=self._patience.connect_s)
        try:
            connection.connect()
        except OSError as error:
            raise faults.not_connected(endpoint, error) from error
        call.hold(connection.sock)
        return connection


def _send(
    connection: HTTPConnection, path: str, body: Mapping[str, Any] | None, key: str
) -> HTTPResponse:
    headers = {"Accept": "application/json, text/event-stream", "Connection": "close"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    if body is None:
        connection.request("GET", path, headers=headers)
    else:
        headers["Content-Type"] = "application/json"
        connection.request("POST", path, json.dumps(body).encode(), headers)
    return connection.getresponse()
