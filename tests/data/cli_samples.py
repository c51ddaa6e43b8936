"""Calling the command line as `__main__` does."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.__main__ import main
from desktop.domain.draft import Draft
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GOOD = """\
---
title: {title}
category: Deep learning
topics: [{topic}]
difficulty: medium
minutes: 15
updated: 2026-11-22
---

Why does {title} hold?

## What the interviewer expects

- (2) Says why.

## Sample answer

Because it does.
"""


@dataclass(frozen=True)
class Said:
    """The exit code of a command and what it wrote."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True)
class Shell:
    """A person's own folder, and commands given in it."""

    data: Path
    capsys: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str) -> Said:
        """Run a command on the folder."""
        code = main(["--data", str(self.data), *arguments])
        captured = self.capsys.readouterr()
        return Said(code, captured.out, captured.err)

    def write_question(self, name: str, title: str, topic: str = "optimisation") -> Path:
        """Put a good question into the person's own folder."""
        path = self.data / "questions" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD.format(title=title, topic=topic), encoding="utf-8")
        return path

    def answer(self, key: str, text: str = "My answer.") -> None:
        """Seal an answer to a question of the person's own folder."""
        question = (self.data / "questions" / f"{key}.md").read_text(encoding="utf-8")
        draft = Draft(
            question_key=key,
            digest=question_digest(question),
            text=text,
            started_at=NOON,
            saved_at=NOON + timedelta(minutes=9),
            budget_s=900.0,
            active_s=540.0,
        )
        with Journal.open(self.data / "journal.sqlite") as journal:
            journal.seal(draft, sealed_at=draft.saved_at, uuid=f"of-{key}", question_text=question)
