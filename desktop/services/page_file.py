"""The text of a file that a person wants to import."""

from pathlib import Path

from desktop.domain.errors import AppError

MOST_BYTES = 20_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_page_file(path: Path) -> str:
    """The text of a file; raises AppError if it cannot be read or is far too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise AppError(
            f"{path.name} cannot be read: {error.strerror or error}.",
            "Check that the file is there and may be read.",
        ) from error
    if len(data) > MOST_BYTES:
        raise AppError(
            f"{path.name} is larger than {MOST_BYTES // 1_000_000} MB.",
            "Copy the question out of it and paste that.",
        )
    return decode_page(data)


def decode_page(data: bytes) -> str:
    """Bytes as text: by their byte order mark, else UTF-8, else the old Windows code page."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
