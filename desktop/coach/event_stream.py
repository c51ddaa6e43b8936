"""The pieces of text in a stream of server-sent events."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

_DATA = b"data:"
_NOTES = (b":", b"event:", b"id:", b"retry:")
_DONE = b"[DONE]"


class StreamRefusedError(Exception):
    """The server told of an error in the middle; the argument is its words."""


class NotAStreamError(Exception):
    """What came is not a stream of chat events."""


class BrokenStreamError(Exception):
    """The stream ended before the reply did."""


def read_pieces(lines: Iterable[bytes]) -> Iterator[str]:
    """The text of each event as it comes; raises one of the errors above where it ends badly."""
    has_other = False
    for line in lines:
        is_error = line.startswith(b"error:")
        if not is_error and not line.startswith(_DATA):
            has_other = has_other or (bool(line.strip()) and not line.startswith(_NOTES))
            continue
        data = line.partition(b":")[2].strip()
        if data == _DONE:
            return
        event = read_object(data)
        if is_error or event.get("error"):
            raise StreamRefusedError(_message(event.get("error") or event))
        piece, is_last = _read_choice(event)
        if piece:
            yield piece
        if is_last:
            return
    raise NotAStreamError if has_other else BrokenStreamError


def read_whole(body: bytes) -> str:
    """The text of a reply that came in one piece, though a stream was asked for."""
    event = read_object(body)
    if event.get("error"):
        raise StreamRefusedError(_message(event["error"]))
    piece, _ = _read_choice(event, "message")
    if not piece:
        raise NotAStreamError
    return piece


def read_object(data: bytes) -> dict[str, Any]:
    """A JSON object; raises NotAStreamError if it is none."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotAStreamError from error
    if not isinstance(found, dict):
        raise NotAStreamError
    return found


def _read_choice(event: dict[str, Any], name: str = "delta") -> tuple[str, bool]:
    """The piece of text, and whether it is the last."""
    choices = event.get("choices")
    if not isinstance(choices, list):
        raise NotAStreamError
    if not choices:  # some servers end with an event that only counts
        return "", False
    choice = choices[0]
    said = choice.get(name) or {} if isinstance(choice, dict) else None
    if not isinstance(said, dict):
        raise NotAStreamError
    piece = said.get("content")
    return piece if isinstance(piece, str) else "", bool(choice.get("finish_reason"))


def _message(error: object) -> str:
    found = error.get("message", "") if isinstance(error, dict) else error
    return found if isinstance(found, str) else ""
