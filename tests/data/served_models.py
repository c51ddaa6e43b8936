"""Starts the server of models for a test and reads what it was sent."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SERVER = Path(__file__).parent / "model_server.py"


class ServedModels:
    """A running server: its address, and the requests that reached it."""

    def __init__(self, process: subprocess.Popen[str], port: int, taken_down: Path) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._process = process
        self._taken_down = taken_down

    def is_gone(self) -> None:
        """Wait until the process has ended, by itself."""
        self._process.wait(timeout=10)

    @property
    def requests(self) -> list[dict[str, Any]]:
        if not self._taken_down.exists():
            return []
        lines = self._taken_down.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]


@contextmanager
def serve_models(folder: Path) -> Iterator[ServedModels]:
    """A server in a process of its own, which ends with the test."""
    taken_down = folder / "requests.jsonl"
    command = [sys.executable, str(SERVER), str(taken_down)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield ServedModels(process, int(process.stdout.readline()), taken_down)
        finally:
            process.kill()
