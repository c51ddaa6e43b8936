"""Reads the outlines that come with the app."""

import tomllib
from pathlib import Path

from desktop.domain.answer_outline import AnswerOutline


def read_outlines(resources: Path) -> tuple[AnswerOutline, ...]:
    """The outlines in `outlines.toml`, in its order."""
    values = tomllib.loads((resources / "outlines.toml").read_text(encoding="utf-8"))
    return tuple(AnswerOutline(**one) for one in values["outline"])
