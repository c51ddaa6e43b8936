"""What a test needs of the machine: without it the test skips; in a build it fails."""

import os
import shutil
import subprocess

import pytest

IS_BUILD = os.environ.get("GREENROOM_CI") == "1"
"""Set by .ci/run, where nothing may be skipped."""


def miss(reason: str) -> None:
    """Skip the test, or fail it where all of them have to run."""
    if IS_BUILD:
        pytest.fail(reason)
    pytest.skip(reason)


def need_tool(name: str) -> str:
    """The path of a program."""
    path = shutil.which(name)
    if path is None:
        miss(f"{name} is not installed")
    return str(path)


def need_namespaces(*kinds: str) -> tuple[str, ...]:
    """The beginning of a command that runs the rest of it as root of namespaces of its own."""
    command = (need_tool("unshare"), "--map-root-user", *kinds)
    tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        miss(f"namespaces are refused here: {tried.stderr.strip()}")
    return command
