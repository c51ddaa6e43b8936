"""Writing to the terminal."""

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO


def prepare_streams() -> None:
    """Write UTF-8, also into a pipe on Windows."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """Write what was asked for."""
    _write(sys.stdout, text)


def say_json(value: Any) -> None:
    """Write what was asked for as JSON."""
    _write(sys.stdout, json.dumps(value, indent=2, ensure_ascii=False))


def say_columns(rows: Iterable[Sequence[str]]) -> None:
    """Write a table without a head, each column as wide as its widest cell."""
    cells = [[_printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        say("  ".join(padded).rstrip())


def tell(text: str) -> None:
    """Write a remark, apart from what was asked for."""
    _write(sys.stderr, text)


def tell_error(error: object) -> None:
    """Write what went wrong as one line."""
    tell(f"greenroom: {' '.join(str(error).split())}")


def _write(stream: TextIO, text: str) -> None:
    stream.write(f"{text}\n")


def _printable(cell: str) -> str:
    """The cell without control characters, which could steer the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in cell)
