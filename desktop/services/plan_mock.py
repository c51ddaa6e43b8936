"""Choosing the questions of a mock run."""

from pathlib import Path
from random import Random

from desktop.bank.bank import Bank
from desktop.bank.file_reading import read_question_file
from desktop.domain.errors import AppError
from desktop.domain.mock_run import MockTask
from desktop.domain.mock_template import MockPlan, MockTemplate, TemplateSlot
from desktop.services.find_questions import FindQuestions
from desktop.services.question_files import QuestionFiles

SECONDS_A_MINUTE = 60
LONG_ONES = "-is:quick"
"""One-minute questions are for practice in a row, unless a template asks for them."""


class PlanMock:
    """Draws questions for templates; the same seed draws the same ones from the same bank."""

    def __init__(self, bank: Bank, files: QuestionFiles, find: FindQuestions) -> None:
        self._bank = bank
        self._files = files
        self._find = find

    def count(self, slot: TemplateSlot, scope: str = "") -> int:
        """How many questions a slot can be drawn from."""
        return self._find.count(_query(slot, scope))

    def plan(self, template: MockTemplate, seed: str, scope: str = "") -> MockPlan:
        """Questions for every slot, each at most once, among those that match `scope` as well.

        Raises AppError where a slot finds too few.
        """
        keys: list[str] = []
        tasks: list[MockTask] = []
        texts: list[str] = []
        draw = Random(seed)  # noqa: S311 - a choice of questions, not a secret
        for slot in template.slots:
            drawn = self._find.draw(_query(slot, scope), slot.count, draw, but=keys)
            if len(drawn) < slot.count:
                raise _too_few(slot, scope, len(drawn))
            keys += drawn
            for key in drawn:
                task, text = self._task(key, slot, template)
                tasks.append(task)
                texts.append(text)
        return MockPlan(template.name, seed, tuple(tasks), tuple(texts))

    def _task(self, key: str, slot: TemplateSlot, template: MockTemplate) -> tuple[MockTask, str]:
        entry = self._files.find_entry(key)
        if entry is None:
            raise AppError(
                f"The question {key} is not in the bank any more.",
                "Its file was moved or deleted. Set the run up again.",
            )
        file = read_question_file(Path(entry.path))
        asked = min(template.follow_ups, len(file.question.follow_ups))
        task = MockTask(
            key,
            file.digest,
            slot.minutes * SECONDS_A_MINUTE,
            template.follow_up_minutes * SECONDS_A_MINUTE,
            asked,
        )
        return task, file.text


def _query(slot: TemplateSlot, scope: str) -> str:
    wanted = f"{slot.query} {scope}".strip()
    return wanted if "is:quick" in wanted else f"{wanted} {LONG_ONES}".strip()


def _too_few(slot: TemplateSlot, scope: str, found: int) -> AppError:
    among = f" among {scope}" if scope else ""
    return AppError(
        f"This run wants {slot.count} of {slot.query or 'any question'}{among}, "
        f"and {found} can be had.",
        "Choose another template, or draw from all questions.",
    )
