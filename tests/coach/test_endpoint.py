import pytest

from desktop.coach.endpoint import Endpoint, read_endpoint
from desktop.domain.errors import AppError


@pytest.mark.parametrize(
    ("address", "endpoint"),
    [
        ("http://localhost:11434", Endpoint("http", "localhost", 11434, "/v1")),
        (" localhost:11434/ ", Endpoint("http", "localhost", 11434, "/v1")),
        ("127.0.0.1:8080/v1", Endpoint("http", "127.0.0.1", 8080, "/v1")),
        ("[::1]:8080", Endpoint("http", "::1", 8080, "/v1")),
        ("example.org/api/v1", Endpoint("https", "example.org", 443, "/api/v1")),
        ("https://example.org/v1/chat/completions", Endpoint("https", "example.org", 443, "/v1")),
        ("HTTP://Example.org:80/v1/models", Endpoint("http", "example.org", 80, "/v1")),
    ],
)
def test_an_address_is_read_as_people_write_it(address: str, endpoint: Endpoint) -> None:
    assert read_endpoint(address) == endpoint


@pytest.mark.parametrize(
    "address",
    ["", "  ", "http://", "ftp://example.org", "localhost:port", "a b", "http://h:99999", "[::1"],
)
def test_what_is_no_address_is_refused_in_plain_words(address: str) -> None:
    with pytest.raises(AppError, match="is not the address of a server"):
        read_endpoint(address)


@pytest.mark.parametrize("address", ["http://me:secret@example.org", "https://h/v1?key=secret"])
def test_a_key_in_an_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(AppError) as caught:
        read_endpoint(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "is_near"),
    [
        ("localhost", True),
        ("127.3.2.1:5", True),
        ("http://[::1]", True),
        ("localhost.example.org", False),
        ("127.0.0.1.example.org", False),
        ("0.0.0.0", False),
        ("192.168.0.7:11434", False),
        ("http://127.1", False),
        ("http://[::ffff:127.0.0.1]", False),
    ],
)
def test_only_a_loopback_address_is_this_machine(address: str, *, is_near: bool) -> None:
    assert read_endpoint(address).is_loopback is is_near


def test_an_origin_tells_servers_apart() -> None:
    assert read_endpoint("https://example.org/api").origin == "https://example.org"
    assert read_endpoint("http://[::1]:80").origin == "http://[::1]"
    assert read_endpoint("http://example.org:8080").origin == "http://example.org:8080"
