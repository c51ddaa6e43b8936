"""Puts a text into a file of its own when the journal cannot take it."""

import re
from datetime import datetime
from pathlib import Path

from desktop.files import replace_file


def rescue_text(folder: Path, question_key: str, text: str, now: datetime) -> Path:
    """Write a draft beside the journal; the file it went to. Raises AppError if that fails too."""
    name = re.sub(r"[^a-z0-9-]+", "-", question_key.lower()).strip("-") or "answer"
    path = folder / f"{name}-{now:%Y%m%d-%H%M%S}.md"
    replace_file(path, text.encode("utf-8", errors="replace"))
    return path
