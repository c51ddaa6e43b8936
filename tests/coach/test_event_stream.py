import pytest

from desktop.coach.event_stream import (
    BrokenStreamError,
    NotAStreamError,
    StreamRefusedError,
    read_pieces,
    read_whole,
)

WORD = b'data: {"choices": [{"delta": {"content": "Hi"}}], "error": null}'
LAST = b'data:{"choices": [{"delta": null, "finish_reason": "stop"}]}'


@pytest.mark.parametrize(
    "lines",
    [
        [WORD, LAST],
        [WORD, b"data: [DONE]"],
        [b": ping", b"", b"event: chunk", b"id: 7", WORD, b"", LAST, b"data: {broken"],
        [b'data: {"choices": []}', WORD, b'data: {"choices": [], "usage": {}}', LAST],
        [b'data: {"choices": [{"delta": {"role": "assistant", "content": null}}]}', WORD, LAST],
    ],
)
def test_the_dialects_of_servers_are_read(lines: list[bytes]) -> None:
    assert list(read_pieces(lines)) == ["Hi"]


@pytest.mark.parametrize("lines", [[], [b": ping"], [WORD], [WORD, b""]])
def test_a_stream_without_its_end_is_broken(lines: list[bytes]) -> None:
    with pytest.raises(BrokenStreamError):
        list(read_pieces(lines))


@pytest.mark.parametrize(
    "line",
    [
        b"<html>",
        b"data: [1]",
        b"data: nothing",
        b'data: {"hello": 1}',
        b'data: {"choices": [7]}',
        b'data: {"choices": [{"delta": "Hi"}]}',
        b"data: " + b"[" * 100_000,
        b"data: \xff",
    ],
)
def test_what_is_no_stream_is_known_as_such(line: bytes) -> None:
    with pytest.raises(NotAStreamError):
        list(read_pieces([line]))


@pytest.mark.parametrize(
    "line",
    [
        b'data: {"error": {"message": "full"}}',
        b'data: {"error": "full"}',
        b'error: {"message": "full"}',
    ],
)
def test_an_error_in_the_middle_is_told_in_the_servers_words(line: bytes) -> None:
    with pytest.raises(StreamRefusedError, match="full"):
        list(read_pieces([WORD, line, LAST]))


def test_a_whole_reply_needs_words() -> None:
    assert read_whole(b'{"choices": [{"message": {"content": "Hi"}}]}') == "Hi"
    with pytest.raises(NotAStreamError):
        read_whole(b'{"choices": [{"message": {"content": ""}}]}')
    with pytest.raises(StreamRefusedError, match="full"):
        read_whole(b'{"error": "full"}')
