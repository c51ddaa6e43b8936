"""The map of a folder of questions, in its `map.toml`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop.domain.coverage_map import FIELDS, CoverageMap
from desktop.domain.errors import AppError

NAME = "map.toml"


def find_map(folder: Path) -> CoverageMap | None:
    """The map in a folder; raises AppError if it cannot be understood."""
    path = folder / NAME
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
        return _read_map(read)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise AppError(
            f"{path} is no map: {error}.",
            "It holds size = 200, and tables such as [difficulty] with easy = 34.",
        ) from error


def _read_map(read: Mapping[str, Any]) -> CoverageMap:
    size = int(read.get("size", 0))
    if size < 1:
        raise ValueError("it gives no size")
    counts = {field: _numbers(read[field]) for field in FIELDS if field in read}
    return CoverageMap(size, counts, _numbers(read.get("least", {})))


def _numbers(table: Any) -> dict[str, int]:
    if not isinstance(table, dict):
        raise TypeError("a number stands where a table should")
    return {str(key): int(value) for key, value in table.items()}
