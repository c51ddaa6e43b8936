"""A note of Anki, the flash card program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """One note: its fields by name, as HTML, its tags and the name of its deck."""

    fields: tuple[tuple[str, str], ...]
    tags: tuple[str, ...] = ()
    deck: str = ""
