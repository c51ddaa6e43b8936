"""The review of one missed point: what is written, for how long, and how it went."""

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop.domain.rating import Rating
    from desktop.journal.journal import Journal
    from desktop.journal.journal_writer import JournalWriter
    from desktop.services.library import Library
    from desktop.services.review_point import PointAnswer, PointSheet

SAVE_AFTER_MS = 300
POINT_S = 120.0
LANE = "review point"


class PointReviewController(QObject):
    """Keeps what is typed within 300 ms; a review is one write, after the point was shown."""

    opened = Signal(object)
    judged = Signal(object)
    ticked = Signal(float)
    """The seconds that are left of the two minutes, negative after them."""
    kept = Signal(str, str)
    """The question and the point that were reviewed."""
    refused = Signal(object)

    def __init__(
        self,
        writer: "Callable[[], JournalWriter]",
        library: "Callable[[], Library]",
        runner: TaskRunner,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = writer
        self._library = library
        self._runner = runner
        self._clock = clock
        self._sheet: PointSheet | None = None
        self._answer: PointAnswer | None = None
        self._text = ""
        self._active_s = 0.0
        self._since_s: float | None = None
        self._write_numbers = count()
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_AFTER_MS)
        self._saving.timeout.connect(self._save)
        self._ticking = QTimer(self)
        self._ticking.setInterval(1_000)
        self._ticking.timeout.connect(self._tick)

    @property
    def answer(self) -> "PointAnswer | None":
        """What was shown after the writing, None before."""
        return self._answer

    @property
    def active_s(self) -> float:
        """Seconds of writing, from the first key on."""
        since = self._since_s
        return self._active_s + (self._clock.monotonic_s() - since if since is not None else 0.0)

    def open(self, key: str, point: str) -> None:
        """Read what is shown of a point before it is written, once what was typed is kept."""
        self.close()
        library, kept = self._library, self._writer().submit(_touch_nothing)

        def read() -> "PointSheet":
            kept.result()
            return library().review_point.open(key, point)

        self._runner.run(LANE, read, self._show, self.refused.emit)

    def write(self, text: str) -> None:
        """Take what stands in the field now; the clock starts with the first key."""
        if self._sheet is None or self._answer is not None or text == self._text:
            return
        self._text = text
        if self._since_s is None:
            self._since_s = self._clock.monotonic_s()
            self._ticking.start()
        if not self._saving.isActive():
            self._saving.start()

    def show_point(self) -> None:
        """End the writing, and find what is shown after it."""
        sheet, library, text = self._sheet, self._library, self._text
        if sheet is None or self._answer is not None:
            return
        self._stop_clock()

        def judge() -> "PointAnswer":
            return library().review_point.judge(sheet.key, sheet.point, text)

        self._runner.run(LANE, judge, self._show_answer, self.refused.emit)

    def rate(self, rating: "Rating") -> None:
        """Keep the review."""
        from desktop.domain.review import PointReview  # noqa: PLC0415 - at its first use

        sheet = self._sheet
        if sheet is None or self._answer is None:
            return
        review = PointReview(
            str(uuid4()),
            sheet.key,
            sheet.point,
            self._text,
            rating,
            self._active_s,
            self._clock.now(),
        )
        self._sheet = None
        self._write(lambda journal: journal.reviews.put_point_review(review))
        self.kept.emit(sheet.key, sheet.point)

    def close(self) -> None:
        """Let the point go; what was typed is kept for the next time."""
        self._runner.drop(LANE)
        self._stop_clock()
        if self._saving.isActive():
            self._saving.stop()
            self._save()
        self._sheet = self._answer = None

    def _show(self, sheet: "PointSheet") -> None:
        self._sheet, self._answer = sheet, None
        self._text, self._active_s = sheet.draft.text, sheet.draft.active_s
        self.opened.emit(sheet)
        self._tick()

    def _show_answer(self, answer: "PointAnswer") -> None:
        self._answer = answer
        self.judged.emit(answer)

    def _tick(self) -> None:
        self.ticked.emit(POINT_S - self.active_s)

    def _stop_clock(self) -> None:
        self._active_s, self._since_s = self.active_s, None
        self._ticking.stop()

    def _save(self) -> None:
        from desktop.domain.review import ReviewDraft  # noqa: PLC0415 - with the first key

        sheet = self._sheet
        if sheet is not None:
            draft, at = ReviewDraft(self._text, self.active_s), self._clock.now()
            self._write(
                lambda journal: journal.reviews.save_draft(sheet.key, sheet.point, draft, at)
            )

    def _write(self, operation: "Callable[[Journal], None]") -> None:
        future = self._writer().submit(operation)
        lane = f"write point {next(self._write_numbers)}"
        self._runner.run(lane, future.result, _settle)


def _touch_nothing(_journal: object) -> None:
    """A write that waits for its turn and does nothing."""


def _settle(_result: object) -> None:
    """The journal tells of the change itself."""
