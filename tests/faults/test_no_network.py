"""Journeys with nothing but the machine: no call, of Python or of Qt, tries to leave it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from needed_tool import need_namespaces, need_tool

TESTS = Path(__file__).parents[1]
JOURNEYS = ("import", "export", "compare", "help", "pictures")
LOCAL = re.compile(r"AF_(UNIX|NETLINK|UNSPEC)|127\.\d+\.\d+\.\d+|\"::1\"|htons\(0\)")
REACHES_OUT = """
import socket, sys
try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
except OSError:
    sys.exit(0)
"""


def attempts_to_leave(trace: Path, log: Path, *command: str) -> tuple[int, list[str]]:
    """Run Python with a loopback only; how it ended, and what tried to go farther."""
    namespace = need_namespaces("--net")
    strace = (need_tool("strace"), "-f", "-e", "trace=connect,sendto,sendmsg", "-o", str(trace))
    log.touch()
    ended = subprocess.run(
        [*namespace, *strace, sys.executable, *command],
        cwd=TESTS.parent,
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "PYTHONPATH": str(TESTS / "data" / "watched"),
            "NETWORK_LOG": str(log),
            "QT_QPA_PLATFORM": "offscreen",
        },
    )
    calls = [
        line
        for line in trace.read_text(encoding="utf-8", errors="replace").splitlines()
        if "sa_family=" in line and not LOCAL.search(line)
    ]
    print(ended.stdout)  # noqa: T201 - shown if the test fails
    return ended.returncode, [*calls, *log.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    "journey",
    [
        JOURNEYS[0],
        *(pytest.param(name, marks=pytest.mark.slow) for name in JOURNEYS[1:]),
    ],
)
def test_a_journey_stays_on_the_machine(tmp_path: Path, journey: str) -> None:
    test = TESTS / "journeys" / f"test_{journey}_journey.py"
    where = (f"--basetemp={tmp_path / 'journey'}", "-p", "no:cacheprovider", "-q", "-x")
    code, found = attempts_to_leave(
        tmp_path / "trace", tmp_path / "log", "-m", "pytest", str(test), *where
    )
    assert found == []
    assert code == 0


def test_an_attempt_would_be_seen(tmp_path: Path) -> None:
    code, found = attempts_to_leave(tmp_path / "trace", tmp_path / "log", "-c", REACHES_OUT)
    assert code == 0
    assert any("192.0.2.1" in line and "connect(" in line for line in found)
    assert "socket.connect 192.0.2.1" in found


@pytest.mark.parametrize(
    "command", [("list", "ridge"), ("due",), ("check", "questions/coding"), ("--help",)]
)
def test_a_command_stays_on_the_machine(tmp_path: Path, command: tuple[str, ...]) -> None:
    data = ("-m", "desktop", "--data", str(tmp_path / "data"))
    code, found = attempts_to_leave(tmp_path / "trace", tmp_path / "log", *data, *command)
    assert found == []
    assert code == 0
