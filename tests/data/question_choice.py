"""Which shipped questions are run by default: the pilot ones and those that changed.

All are run with `-m slow`. What changed is asked of git: on a branch since it left the main line,
on the main line with the last commit, and always in the working tree. Without git, or in a clone
without history, nothing counts as changed.
"""

import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.settings.folders import find_folders

FOLDER = find_folders().shipped_questions
FILES = sorted(FOLDER.rglob("*.md"))
PILOT = frozenset(
    (
        "contrastive-or-regularised-summariser",
        "loss-stops-at-target-variance",
        "multi-tenant-lora-serving",
        "sample-ratio-mismatch",
        "threshold-from-uncertain-costs",
        "weighted-reservoir-sampling",
    )
)
MAIN_LINES = ("origin/main", "main")


def chosen_files() -> list[Any]:
    """The files as parameters of a test; those not run by default are marked slow."""
    return [
        pytest.param(path, id=path.stem, marks=() if is_chosen(path) else pytest.mark.slow)
        for path in FILES
    ]


def is_chosen(path: Path) -> bool:
    """Whether a file is run by default."""
    return path.stem in PILOT or path in changed_files()


@cache
def changed_files() -> frozenset[Path]:
    """The question files that git calls changed or new."""
    root = _git("rev-parse", "--show-toplevel")
    if not root:
        return frozenset()
    names = [
        *_git("diff", "--name-only", _find_start(), "--", str(FOLDER)),
        *_git("ls-files", "--others", "--exclude-standard", "--full-name", str(FOLDER)),
    ]
    return frozenset(Path(root[0]) / name for name in names)


def _find_start() -> str:
    """The commit that changes are counted from."""
    head = _git("rev-parse", "HEAD")
    for line in MAIN_LINES:
        start = _git("merge-base", "HEAD", line)
        if start and start != head:
            return start[0]
    return "HEAD~1" if _git("rev-parse", "--verify", "--quiet", "HEAD~1") else "HEAD"


def _git(*arguments: str) -> list[str]:
    """The lines git answers; none if it cannot."""
    try:
        ended = subprocess.run(
            ["git", "-C", str(FOLDER), *arguments], capture_output=True, text=True, check=False
        )
    except OSError:
        return []
    return ended.stdout.splitlines() if ended.returncode == 0 else []
