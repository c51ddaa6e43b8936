"""The client and a real server process, in good days and bad ones."""

import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from served_models import ServedModels, serve_models

from desktop.coach.endpoint import Endpoint, read_endpoint
from desktop.coach.endpoint_client import EndpointClient, Patience
from desktop.coach.open_call import OpenCall
from desktop.domain.errors import AppError

KEY = "sk-very-secret"
MESSAGES = ({"role": "user", "content": "Judge."},)
SOON = Patience(connect_s=2, list_s=0.2, first_byte_s=0.3, stall_s=0.4)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedModels]:
    with serve_models(tmp_path_factory.mktemp("server")) as served:
        yield served


def streamed(server: ServedModels, model: str) -> Iterator[str]:
    endpoint = read_endpoint(server.address)
    return EndpointClient(SOON).stream(endpoint, model, MESSAGES, KEY, OpenCall())


def fault(server: ServedModels, model: str) -> str:
    """What a request to a model ends with."""
    with pytest.raises(AppError) as caught:
        list(streamed(server, model))
    assert KEY not in str(caught.value)
    return str(caught.value).replace(server.address.removeprefix("http://"), "SERVER")


def test_a_reply_comes_piece_by_piece(server: ServedModels) -> None:
    pieces = list(streamed(server, "honest"))
    assert len(pieces) > 10
    assert "".join(pieces).startswith("VERDICT: covered\nQUOTE: lowers the variance")


def test_a_reply_in_one_piece_is_taken_too(server: ServedModels) -> None:
    (piece,) = streamed(server, "in-one-piece")
    assert piece.startswith("VERDICT: covered")


def test_the_models_are_told(server: ServedModels) -> None:
    client = EndpointClient(SOON)
    models = client.models(read_endpoint(server.address), "", OpenCall())
    assert models == ("honest", "inventor", "slow")
    assert "Authorization" not in server.requests[-1]["headers"]


def test_the_key_goes_into_one_header(server: ServedModels) -> None:
    list(streamed(server, "honest"))
    request = server.requests[-1]
    assert request["headers"].pop("Authorization") == f"Bearer {KEY}"
    assert KEY not in str(request)


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("fault-400", "did not accept the request (fault 400): temperature is out of range."),
        ("fault-401", "SERVER wants a key, or refuses the one it got."),
        ("fault-404", "SERVER does not have the model fault-404: model not found."),
        ("fault-429", "SERVER has had too many requests."),
        ("fault-500", "SERVER failed with fault 500: out of memory with …."),
        ("html", "What SERVER sent is not what a server of OpenAI's kind sends."),
        ("broken-json", "What SERVER sent is not what a server of OpenAI's kind sends."),
        ("out-of-words", "SERVER reports a fault: the context is full."),
        ("silent", "SERVER took the request, but sent nothing for 0.3 seconds."),
        ("slow", "SERVER stopped in the middle and sent nothing for 0.4 seconds."),
    ],
)
def test_each_fault_is_said_in_plain_words(server: ServedModels, model: str, said: str) -> None:
    assert said in fault(server, model)


def test_a_redirect_is_told_and_not_followed(server: ServedModels) -> None:
    told = fault(server, "moved")
    assert "points to another address, which was not followed" in told
    assert "/v1/elsewhere" in told
    assert server.requests[-1]["path"] == "/v1/chat/completions"


def test_a_server_killed_in_the_middle_leaves_what_came(tmp_path: Path) -> None:
    with serve_models(tmp_path) as server:
        pieces: list[str] = []
        with pytest.raises(AppError, match="broke off"):
            pieces.extend(streamed(server, "killed"))
        assert "".join(pieces).startswith("VERDICT: covered")
        server.is_gone()
        with pytest.raises(AppError, match="Nothing answers at"):
            list(streamed(server, "honest"))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/html", "not what a server of OpenAI's kind sends"),
        ("/moved", "was not followed"),
        ("/elsewhere", "does not have a list of models"),
        ("/silent", "sent nothing for 0.2 seconds"),
    ],
)
def test_a_look_at_something_else_says_so(server: ServedModels, path: str, said: str) -> None:
    endpoint = read_endpoint(server.address + path)
    with pytest.raises(AppError, match=said):
        EndpointClient(SOON).models(endpoint, "", OpenCall())


def test_https_to_a_server_without_it_is_told(server: ServedModels) -> None:
    endpoint = read_endpoint(server.address.replace("http:", "https:"))
    with pytest.raises(AppError, match="does not speak https"):
        EndpointClient(SOON).models(endpoint, "", OpenCall())


def test_no_proxy_stands_between(server: ServedModels, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert list(streamed(server, "honest"))


def test_to_cancel_ends_a_wait_at_once(server: ServedModels) -> None:
    call = OpenCall()
    pieces: list[str] = []
    told: list[str] = []
    endpoint = read_endpoint(server.address)

    def work() -> None:
        patient = EndpointClient(Patience())
        try:
            pieces.extend(patient.stream(endpoint, "silent", MESSAGES, "", call))
        except AppError as error:
            told.append(str(error))

    before = len(server.requests)
    thread = Thread(target=work)
    thread.start()
    while len(server.requests) == before:
        thread.join(0.01)
    call.cancel()
    thread.join(10)
    assert not thread.is_alive()
    assert len(told) == 1


def test_a_cancelled_call_connects_to_nobody() -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        nobody.settimeout(0.2)
        call = OpenCall()
        call.cancel()
        endpoint = Endpoint("http", "127.0.0.1", nobody.getsockname()[1], "/v1")
        with pytest.raises(AppError, match="stopped"):
            EndpointClient(SOON).models(endpoint, "", call)
        with pytest.raises(TimeoutError):
            nobody.accept()
