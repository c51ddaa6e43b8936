"""Answers the window's questions as a test says beforehand."""

from datetime import date
from pathlib import Path

from desktop.domain.errors import AppError


class FakeDialogs:
    """Agrees or not, chooses what it was told, and remembers what was asked."""

    def __init__(self) -> None:
        self.agrees = False
        self.folder: Path | None = None
        self.file: Path | None = None
        self.new_file: Path | None = None
        self.name: str | None = None
        self.day: date | None = None
        self.asked: list[str] = []

    def confirm(self, question: str, explanation: str, yes: str) -> bool:
        self.asked.append(f"{question} {explanation} [{yes}]")
        return self.agrees

    def choose_folder(self, title: str, start: Path) -> Path | None:
        self.asked.append(f"{title}: {start}")
        return self.folder

    def choose_file(self, title: str, pattern: str) -> Path | None:
        self.asked.append(f"{title}: {pattern}")
        return self.file

    def choose_new_file(self, title: str, proposal: Path, pattern: str) -> Path | None:
        self.asked.append(f"{title}: {proposal} {pattern}")
        return self.new_file

    def ask_name(self, title: str, label: str, proposal: str) -> str | None:
        self.asked.append(f"{title}: {label} [{proposal}]")
        return self.name

    def choose_day(self, title: str, label: str, proposal: date, earliest: date) -> date | None:
        self.asked.append(f"{title}: {label} [{proposal}, from {earliest}]")
        return self.day

    def show_error(self, error: AppError) -> None:
        self.asked.append(str(error))
