"""The power goes out while somebody types."""

import subprocess
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from room import Room
from script import Script
from typing_process import words_typed

from desktop.services.kept_edit import KeptEdit

PROMISE_S = 0.3
SLOW_KILLS = [pytest.param(seed, marks=pytest.mark.slow) for seed in range(3, 50)]


def type_until_killed(data: Path, seed: int, field: str) -> int:
    """Let a process type and kill it; how many characters it had typed 300 ms before."""
    pause = Random(seed)
    with Script("typing_process.py", data, seed, field) as process:
        reports = [process.next_line() for _ in range(pause.randint(10, 60))]
        with suppress(subprocess.TimeoutExpired):
            process.wait(pause.uniform(0, 0.1))
        killed_at_s = time.monotonic()
        reports += process.kill_and_read()
    typed = [report.split() for report in reports]
    in_time = [int(length) for length, at_s in typed if float(at_s) <= killed_at_s - PROMISE_S]
    return max(in_time, default=0)


@pytest.mark.parametrize("seed", [*range(3), *SLOW_KILLS])
def test_a_kill_between_two_keys_loses_less_than_300_ms(room: Room, seed: int) -> None:
    promised = type_until_killed(room.folders.data, seed, "editor")
    kept = room.draft("a-ranker-for-a-news-feed")
    assert kept is not None
    assert kept.text == words_typed(len(kept.text))
    assert len(kept.text) >= promised

    person = room.open()
    person.waits_for(lambda: person.question == "A ranker for a news feed")
    person.waits_for(lambda: person.answer == kept.text)
    person.presses("Ctrl+T")
    person.types("!")
    assert person.answer == f"{kept.text}!"
    assert kept.active_s > 0


@pytest.mark.parametrize("seed", [0, *SLOW_KILLS])
def test_a_kill_while_a_question_is_edited_loses_less_than_300_ms(room: Room, seed: int) -> None:
    promised = type_until_killed(room.folders.data, seed, "questionSource")
    key = "a-ranker-for-a-news-feed"
    kept = KeptEdit(room.folders.edits, key, lambda: datetime.now(UTC)).find()
    assert kept is not None
    typed = kept.text.partition("---\n")[0]
    assert typed == words_typed(len(typed))
    assert len(typed) >= promised > 0

    person = room.open()
    person.waits_for(lambda: person.is_told("was not saved. It is kept."))
    person.clicks("bannerAnswerGoon")
    person.waits_for(lambda: person.sees("questionEditor"))
    assert person.text("questionSource") == kept.text.rstrip("\n")
