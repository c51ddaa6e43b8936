import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.app.start_faults import missing_library, unreachable_screen

CURSOR_MISSING = "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"


def test_a_missing_library_is_named_with_its_package() -> None:
    error = missing_library(CURSOR_MISSING, ["libxcb-cursor.so.0"])

    assert error.message == (
        "The system library libxcb-cursor.so.0 is missing, so no window can open."
    )
    assert error.hint == "On Debian or Ubuntu: sudo apt install libxcb-cursor0"


def test_all_missing_libraries_are_installed_by_one_command() -> None:
    error = missing_library(CURSOR_MISSING, ["libEGL.so.1", "libxcb-cursor.so.0"])

    assert "libxcb-cursor.so.0 and 1 more are missing" in error.message
    assert error.hint == "On Debian or Ubuntu: sudo apt install libegl1 libxcb-cursor0"


def test_a_library_is_found_in_a_message_of_another_language() -> None:
    error = missing_library("libEGL.so.1: Kann die Shared-Object-Datei nicht öffnen", [])

    assert error.hint.endswith("sudo apt install libegl1")


def test_an_unknown_library_is_named_without_a_package() -> None:
    error = missing_library("libnew.so.3: cannot open shared object file", [])

    assert "libnew.so.3 is missing" in error.message
    assert "apt" not in error.hint


def test_a_broken_installation_is_told_from_a_missing_library() -> None:
    error = missing_library("No module named 'PySide6'", [])

    assert "No module named 'PySide6'" in error.message
    assert "README" in error.hint


def test_without_a_screen_the_commands_are_pointed_to() -> None:
    error = unreachable_screen({"DISPLAY": ""})

    assert error.message == "There is no screen to open the window on."
    assert "greenroom --help" in error.hint


@pytest.mark.parametrize(
    ("variable", "screen"), [("DISPLAY", ":7"), ("WAYLAND_DISPLAY", "wayland-7")]
)
def test_a_screen_that_refuses_is_named(variable: str, screen: str) -> None:
    error = unreachable_screen({variable: screen})

    assert f"The screen {screen} cannot be reached" in error.message
    assert variable in error.hint


def test_a_platform_asked_for_by_name_is_blamed_first() -> None:
    error = unreachable_screen({"QT_QPA_PLATFORM": "paper", "DISPLAY": ":7"})

    assert "QT_QPA_PLATFORM=paper" in error.message


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_a_start_without_a_screen_says_one_sentence_and_leaves_no_core(tmp_path: Path) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environ = {name: value for name, value in os.environ.items() if name not in screens}

    ended = subprocess.run(
        [sys.executable, "-m", "desktop", "--data", str(tmp_path)],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert ended.returncode == 1
    assert ended.stderr == f"greenroom: {unreachable_screen({})}\n"
