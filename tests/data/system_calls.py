"""What a program really asks of the system about its files, as strace saw it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from needed_tool import need_tool

import desktop

HERE = Path(__file__).parent
TRACED = "write,pwrite64,writev,ftruncate,fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat"
WRITES = frozenset({"write", "pwrite64", "writev", "ftruncate"})
SYNCS = frozenset({"fsync", "fdatasync"})

_LINE = re.compile(r"\d+ +(?P<call>\w+)\((?P<rest>.*)\) += (?P<result>\d+)")
_OF_FILE = re.compile(r"\d+<(?P<path>[^>]*)>")
_NAMES = re.compile(r'"([^"]*)"')


class SystemCall(NamedTuple):
    """One call that worked: its name, the file it was about, and the new name of a rename."""

    name: str
    path: str
    target: str = ""


def trace_calls(trace: Path, *command: object) -> tuple[SystemCall, ...]:
    """Run Python with such arguments; the calls it made, in their order."""
    source = Path(desktop.__file__).parents[1]
    tool = (need_tool("strace"), "-f", "-y", "-s", "200", "-e", f"trace={TRACED}", "-o", trace)
    subprocess.run(
        [*map(str, tool), sys.executable, *map(str, command)],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": f"{source}{os.pathsep}{HERE}"},
    )
    return tuple(_calls(trace))


def _calls(trace: Path) -> Iterator[SystemCall]:
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        found = _LINE.match(line)
        if found is None:
            continue
        of_file = _OF_FILE.match(found["rest"])
        names = _NAMES.findall(found["rest"])
        if of_file:
            yield SystemCall(found["call"], of_file["path"])
        elif names:
            yield SystemCall(found["call"].removesuffix("at2").removesuffix("at"), *names[:2])


def faults_of_order(calls: Sequence[SystemCall], folder: Path) -> list[str]:
    """What a power loss could tear among the renames and new folders below a folder."""
    ours = [call for call in calls if call.name in SYNCS or call.path.startswith(str(folder))]
    faults: list[str] = []
    for number, call in enumerate(ours):
        if call.name == "rename":
            before = [one for one in ours[:number] if one.path == call.path]
            if not before or before[-1].name not in SYNCS:
                faults.append(f"{call.target} got its name before its content was on disk")
        if call.name in ("rename", "mkdir") and not _is_name_kept(ours[number:]):
            faults.append(f"{call.target or call.path} was not on disk before the next write")
    return faults


def _is_name_kept(calls: Sequence[SystemCall]) -> bool:
    """Whether the folder of the first call's new name is synced before anything is written."""
    made = calls[0].target or calls[0].path
    for call in calls[1:]:
        if call.name in SYNCS and call.path == os.path.dirname(made):  # noqa: PTH120 - text
            return True
        if call.name in WRITES or call.name == "rename":
            return False
    return False
