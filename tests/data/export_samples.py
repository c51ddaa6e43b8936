"""Questions and answers the export tests share."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.bank.bank import Bank, BankSource
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.services.export_answers import ExportReport, export_answers

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def question_text(title: str) -> str:
    return f"---\ntitle: {title}\ntopics: [lasso, soft threshold]\n---\n\nWhy is {title} so?\n"


class Desk:
    """A bank and a journal in one folder, and answers sealed one minute after another."""

    def __init__(self, folder: Path) -> None:
        self.questions = folder / "questions"
        self.target = folder / "answers"
        self.journal_path = folder / "journal.sqlite"
        self.questions.mkdir(parents=True)
        self._sealed = 0

    def write_question(self, name: str, title: str) -> str:
        """Write a question file; its text."""
        text = question_text(title)
        (self.questions / f"{name}.md").write_text(text, encoding="utf-8")
        return text

    def seal(self, key: str, text: str, of_question: str = "---\ntitle: Gone\n---\n") -> Attempt:
        """Seal an answer to the question of that text."""
        self._sealed += 1
        draft = Draft(
            question_key=key,
            digest=question_digest(of_question),
            text=text,
            started_at=NOON + timedelta(minutes=self._sealed - 1),
            saved_at=NOON + timedelta(minutes=self._sealed),
            budget_s=1200.0,
            active_s=930.0,
        )
        with Journal.open(self.journal_path) as journal:
            return journal.seal(
                draft,
                sealed_at=draft.saved_at,
                uuid=f"uuid-{self._sealed:04d}",
                question_text=of_question,
            )

    def answer(self, name: str, text: str = "My answer.") -> Attempt:
        """Seal an answer to a question that is in the bank."""
        return self.seal(name, text, self.write_question(name, f"About {name}"))

    @contextmanager
    def opened(self) -> Iterator[tuple[Journal, Bank]]:
        """The journal and the bank, looked at anew."""
        with Journal.open(self.journal_path) as journal:
            yield journal, Bank([BankSource("own", self.questions, is_own=True)])

    def export(self, **options: Any) -> ExportReport:
        """Export to the usual folder."""
        with self.opened() as (journal, bank):
            return export_answers(journal, bank, options.pop("folder", self.target), **options)

    def exported(self) -> dict[str, bytes]:
        """What is in the usual folder."""
        return {path.name: path.read_bytes() for path in sorted(self.target.iterdir())}
