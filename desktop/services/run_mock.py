"""What a mock run needs to go on: its open run, the part to show, the follow-ups to ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.domain.errors import AppError
from desktop.domain.feedback import Band
from desktop.domain.mock_record import MockRecord, PartText
from desktop.domain.mock_run import MAIN, MockRun
from desktop.domain.question import Question
from desktop.domain.rubric import FollowUp, RubricPoint
from desktop.journal.journal_reader import JournalReader
from desktop.rendering.page_tree import Page
from desktop.rendering.render_page import render_markdown
from desktop.services.give_feedback import GiveFeedback


@dataclass(frozen=True, slots=True)
class MockQuestion:
    """A part of a run to show: the prompt, and in a reply the follow-up and one's own answer.

    The pages of what is not there are None.
    """

    question: Question
    prompt: Page
    follow_up: Page | None = None
    answer: Page | None = None


class RunMock:
    """Reads for the run that is going on; every call may come from any thread."""

    def __init__(self, journal: Path, feedback: GiveFeedback) -> None:
        self._journal = journal
        self._feedback = feedback

    def find_open(self) -> MockRecord | None:
        """The run that was not ended, if there is one."""
        with JournalReader.open(self._journal) as reader:
            return reader.mocks.find_open()

    def read_part(self, uuid: str, run: MockRun) -> tuple[MockQuestion, PartText]:
        """The current part of a run, and the text that was written in it so far."""
        task = run.tasks[run.task]
        with JournalReader.open(self._journal) as reader:
            text = reader.find_question_text(task.digest) or ""
            written = reader.mocks.find_text(uuid, run.task, run.follow_up) or PartText("")
            answer_uuid = reader.mocks.answers(uuid).get(run.task, "")
            attempt = reader.find_attempt(answer_uuid) if run.follow_up != MAIN else None
        name = task.question_key.rpartition("/")[2]
        question = read_question(text, path=Path(f"{name}.md")).question
        follow_ups = question.follow_ups[run.follow_up : run.follow_up + 1] if attempt else ()
        part = MockQuestion(
            question,
            render_markdown(question.prompt),
            render_markdown(follow_ups[0].text) if follow_ups else None,
            render_markdown(attempt.text) if attempt else None,
        )
        return part, written

    def choose_follow_ups(self, question: Question, answer: str) -> tuple[int, ...]:
        """The follow-ups in the order to ask them: first those near a point the answer missed.

        The others stand behind them, in the order of the file.
        """
        numbers = range(len(question.follow_ups))
        try:
            feedback = self._feedback.on_answer(question, answer)
        except AppError:  # without a judgement any order is as good
            return tuple(numbers)
        missed = [
            point
            for point, found in zip(question.points, feedback.points, strict=True)
            if found.band is not Band.FOUND
        ]
        nearness = [self._nearness(question, missed, one) for one in question.follow_ups]
        return tuple(sorted(numbers, key=lambda number: -nearness[number]))

    def _nearness(
        self, question: Question, missed: Sequence[RubricPoint], follow_up: FollowUp
    ) -> float:
        """How near a follow-up comes to the weightiest point it could bring up, 0 for none."""
        text = f"{follow_up.text}\n\n{follow_up.reply}"
        found = self._feedback.on_points(question.prompt, missed, text).points
        return max(
            (
                point.weight * one.score
                for point, one in zip(missed, found, strict=True)
                if one.band is not Band.NOT_FOUND
            ),
            default=0.0,
        )
