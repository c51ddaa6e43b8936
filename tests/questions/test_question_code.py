"""The code of every shipped question runs: one namespace a file, blocks in order.

By default that of the pilot questions and of changed files, with `-m slow` of all.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from question_choice import FILES, PILOT, chosen_files

from desktop.domain.markdown_lines import LineKind, scan_lines

MOST_SECONDS = 10


def code_blocks(text: str, language: str) -> Iterator[str]:
    lines: list[str] = []
    for line in scan_lines(text):
        if line.info.strip() != language:
            continue
        if line.kind is LineKind.FENCE_INSIDE:
            lines.append(line.text)
        elif line.kind is LineKind.FENCE_CLOSE:
            yield "\n".join(lines)
            lines = []


@pytest.mark.parametrize("path", chosen_files())
def test_python_runs(path: Path, tmp_path: Path) -> None:
    blocks = list(code_blocks(path.read_text(encoding="utf-8"), "python"))
    script = tmp_path / "blocks.py"
    script.write_text("\n".join(blocks), encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-I", "-W", "error", str(script)],
        capture_output=True,
        text=True,
        env={
            **os.environ,
            "OPENBLAS_NUM_THREADS": "1",
        },  # two cores, many tests: threads would fight
        timeout=MOST_SECONDS,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sql_runs(path: Path) -> None:
    connection = sqlite3.connect(":memory:")
    for block in code_blocks(path.read_text(encoding="utf-8"), "sql"):
        connection.executescript(block)
    connection.close()


def test_the_pilot_questions_are_there() -> None:
    assert {path.stem for path in FILES} >= PILOT
