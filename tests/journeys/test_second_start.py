"""Starting the app while it is open."""

import subprocess
import sys
from pathlib import Path

from room import Room

import desktop


def test_a_second_start_raises_the_first_window_and_ends(room: Room) -> None:
    person = room.open()
    person.waits_for(lambda: len(person.titles) == 4)
    person.minimises()
    command = [sys.executable, "-m", "desktop", "--data", str(room.folders.data)]
    with subprocess.Popen(command, cwd=Path(desktop.__file__).parents[1]) as second:
        person.waits_for(lambda: second.poll() is not None)
    assert second.returncode == 0
    person.waits_for(lambda: not person.is_minimised)
    assert person.question == "A ranker for a news feed"
