"""The person's own templates of mock runs: one small TOML file each, easy to share."""

import re
import tomllib
from pathlib import Path
from typing import Any

from desktop.domain.errors import AppError
from desktop.domain.mock_template import MockTemplate, TemplateSlot
from desktop.files import replace_file

MOST_SLOTS = 20
MOST_QUESTIONS = 50
MOST_MINUTES = 600.0
MOST_FOLLOW_UPS = 9
MOST_BYTES = 100_000
ENDING = ".toml"


class MockTemplateFiles:
    """A folder of templates; what is broken in it is told and hides nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> tuple[tuple[MockTemplate, ...], tuple[str, ...]]:
        """The templates by name, and what is wrong with files that are none."""
        templates: list[MockTemplate] = []
        problems: list[str] = []
        for path in sorted(self._folder.glob(f"*{ENDING}")):
            try:
                templates.append(read_template(path))
            except AppError as error:
                problems.append(str(error))
        return tuple(sorted(templates, key=lambda one: one.name.casefold())), tuple(problems)

    def save(self, template: MockTemplate) -> None:
        """Keep a template, in place of an own one of the same name."""
        self.delete(template.name)
        stem = re.sub(r"[^a-z0-9]+", "-", template.name.lower()).strip("-") or "template"
        taken = {path.stem for path in self._folder.glob(f"*{ENDING}")}
        names = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
        free = next(name for name in names if name not in taken)
        write_template(self._folder / f"{free}{ENDING}", template)

    def delete(self, name: str) -> None:
        """Throw own templates of a name away."""
        for path in self._folder.glob(f"*{ENDING}"):
            try:
                is_meant = read_template(path).name == name
            except AppError:  # not a template that could be meant
                continue
            if is_meant:
                path.unlink(missing_ok=True)


def read_template(path: Path) -> MockTemplate:
    """A template from a file; raises AppError, which says what is wrong with it."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            raise _broken(path, "it is not a small file")
        kept = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _broken(path, str(error)) from error
    name, slots = kept.get("name"), kept.get("slots")
    if not isinstance(name, str) or not name.strip():
        raise _broken(path, 'it has no name = "…"')
    if not isinstance(slots, list) or not 0 < len(slots) <= MOST_SLOTS:
        raise _broken(path, f"it needs 1 to {MOST_SLOTS} [[slots]]")
    return MockTemplate(
        " ".join(name.split())[:80],
        tuple(_read_slot(path, slot) for slot in slots),
        int(_number(path, kept, "follow_ups", 0, MOST_FOLLOW_UPS, default=0)),
        _number(path, kept, "follow_up_minutes", 0, MOST_MINUTES, default=2),
    )


def write_template(path: Path, template: MockTemplate) -> None:
    """Write a template for somebody else, or for this app; AppError if the disk refuses."""
    import tomli_w  # noqa: PLC0415 - only writing needs it

    kept = {
        "name": template.name,
        "follow_ups": template.follow_ups,
        "follow_up_minutes": template.follow_up_minutes,
        "slots": [
            {"query": slot.query, "count": slot.count, "minutes": slot.minutes}
            for slot in template.slots
        ],
    }
    replace_file(path, tomli_w.dumps(kept).encode())


def _read_slot(path: Path, slot: object) -> TemplateSlot:
    if not isinstance(slot, dict):
        raise _broken(path, "a slot is not a table")
    query = slot.get("query", "")
    if not isinstance(query, str) or "\n" in query:
        raise _broken(path, "the query of a slot is one line of text")
    return TemplateSlot(
        query,
        int(_number(path, slot, "count", 1, MOST_QUESTIONS, default=1)),
        _number(path, slot, "minutes", 0.5, MOST_MINUTES, default=15),
    )


def _number(
    path: Path,
    table: dict[str, Any],
    name: str,
    least: float,
    most: float,
    *,
    default: float,
) -> float:
    value = table.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise _broken(path, f"{name} is a number from {least:g} to {most:g}")
    return value


def _broken(path: Path, reason: str) -> AppError:
    return AppError(
        f"{path.name} is not a template of a mock run: {reason}.",
        "Mend the file, or make the template anew. Nothing was changed.",
    )
