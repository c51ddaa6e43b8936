"""A candidate who practises for ninety days: answers, marks, predictions, ratings, point reviews.

Run as a script it fills a data folder: python tests/data/simulated_candidate.py DIR [DAYS [SEED]]
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from desktop.bank.file_reading import read_question_file
from desktop.bank.question_file import QuestionFile
from desktop.domain.attempt_notes import Prediction
from desktop.domain.draft import Draft
from desktop.domain.mark import Mark, Verdict
from desktop.domain.question import Question
from desktop.domain.rating import Rating
from desktop.domain.review import Interview, PointReview
from desktop.journal.journal import Journal

SHIPPED = Path(__file__).parents[2] / "questions"
FIRST_MORNING = datetime(2026, 8, 25, 7, tzinfo=UTC)
VERDICTS = (Verdict.COVERED, Verdict.PARTLY, Verdict.MISSED)
ANSWER = "First the assumption. Then the derivation, step by step. At last what could go wrong.\n"


@dataclass(frozen=True, slots=True)
class Event:
    """A rating of a thing at a moment: of the whole question ("") or of a point by its text.

    None says that an answer covered the point, which then comes back no more.
    """

    at: datetime
    key: str
    point: str
    rating: Rating | None


@dataclass
class SimulatedCandidate:
    """Practises on some days, learns from what was missed, and remembers every rating given."""

    journal: Journal
    files: Sequence[QuestionFile]
    draw: Random
    events: list[Event] = field(default_factory=list)
    missed: dict[str, set[str]] = field(default_factory=dict)
    skill: dict[str, float] = field(default_factory=dict)

    def live(self, days: int) -> None:
        """Practise so many days from the first morning on."""
        for number in range(days):
            if self.draw.random() < 0.2:
                continue  # a day off
            at = FIRST_MORNING + timedelta(days=number, minutes=self.draw.randrange(600))
            for _ in range(self.draw.choice((1, 1, 2, 3))):
                at = self._answer(self.draw.choice(self.files), at) + timedelta(minutes=5)
            for key in sorted(self.missed):
                if self.missed[key] and self.draw.random() < 0.15:
                    at = self._review_point(key, at) + timedelta(minutes=1)

    def _answer(self, file: QuestionFile, at: datetime) -> datetime:
        question, key = file.question, file.question.id
        budget_s = (question.minutes or 20) * 60.0
        active_s = budget_s * self.draw.uniform(0.5, 1.3)
        sealed_at = at + timedelta(seconds=active_s + self.draw.randrange(60))
        self.journal.keep_question_text(file.text)
        draft = Draft(
            question_key=key,
            digest=file.digest,
            text=ANSWER * self.draw.randint(2, 20),
            started_at=at,
            saved_at=sealed_at,
            budget_s=budget_s,
            active_s=active_s,
            revealed=("APPROACH",) if self.draw.random() < 0.1 else (),
        )
        uuid = f"{self.draw.getrandbits(128):032x}"
        self.journal.seal(draft, sealed_at=sealed_at, uuid=uuid, question_text=file.text)
        self._mark(question, uuid, draft, sealed_at)
        return sealed_at

    def _mark(self, question: Question, uuid: str, draft: Draft, at: datetime) -> None:
        key, points = question.id, question.points
        skill = self.skill.get(key, self.draw.uniform(0.2, 0.6))
        self.skill[key] = min(0.95, skill + 0.18)
        verdicts = [
            VERDICTS[0 if self.draw.random() < skill else self.draw.choice((1, 2, 2))]
            for _ in points
        ]
        if self.draw.random() < 0.7:
            guessed = min(len(points), max(0, round(len(points) * (skill + 0.15))))
            self.journal.notes.put_prediction(uuid, Prediction(guessed, len(points), at))
        marks = [
            Mark(number, verdict, start=0, end=0 if verdict is Verdict.MISSED else 21)
            for number, verdict in enumerate(verdicts)
        ]
        self.journal.notes.put_marks(uuid, marks, at)
        self._remember(question, verdicts, at)
        weight = sum(point.weight for point in points)
        gained = sum(p.weight * v.share for p, v in zip(points, verdicts, strict=True))
        rating = rate(gained / weight, draft)
        if self.draw.random() < 0.3:
            rating = self.draw.choice(tuple(Rating))
            self.journal.reviews.rate_attempt(uuid, rating, at)
        self.events.append(Event(at, key, "", rating))

    def _remember(self, question: Question, verdicts: Sequence[Verdict], at: datetime) -> None:
        missed = self.missed.setdefault(question.id, set())
        for point, verdict in zip(question.points, verdicts, strict=True):
            if verdict is Verdict.COVERED:
                missed.discard(point.text)
                self.events.append(Event(at, question.id, point.text, None))
            else:
                missed.add(point.text)
                rating = Rating.HARD if verdict is Verdict.PARTLY else Rating.AGAIN
                self.events.append(Event(at, question.id, point.text, rating))

    def _review_point(self, key: str, at: datetime) -> datetime:
        point = self.draw.choice(sorted(self.missed[key]))
        rating = self.draw.choice((Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD))
        active_s = self.draw.uniform(20, 150)
        done_at = at + timedelta(seconds=active_s)
        uuid = f"{self.draw.getrandbits(128):032x}"
        review = PointReview(uuid, key, point, "It was this.", rating, active_s, done_at)
        self.journal.reviews.put_point_review(review)
        self.events.append(Event(done_at, key, point, rating))
        return done_at


def rate(covered: float, draft: Draft) -> Rating:
    """What the project page says: weak is again, strong in time and without help is good."""
    if covered < 0.5:
        return Rating.AGAIN
    if covered < 0.8 or draft.revealed or draft.active_s > draft.budget_s:
        return Rating.HARD
    return (
        Rating.EASY if covered >= 0.95 and draft.active_s <= 0.75 * draft.budget_s else Rating.GOOD
    )


def long_questions() -> Iterator[QuestionFile]:
    """The shipped questions that are not of a minute."""
    for path in sorted(SHIPPED.rglob("*.md")):
        file = read_question_file(path)
        if not file.question.is_quick and file.question.points:
            yield file


def simulate(journal: Journal, days: int = 90, seed: int = 1) -> SimulatedCandidate:
    """Fill a journal, and return who did."""
    files = list(long_questions())
    draw = Random(seed)
    draw.shuffle(files)
    candidate = SimulatedCandidate(journal, files[:30], draw)
    candidate.live(days)
    return candidate


def main(folder: str, days: str = "90", seed: str = "1") -> None:
    """Fill a data folder, with an interview two weeks after the last day."""
    data = Path(folder)
    data.mkdir(parents=True, exist_ok=True)
    with Journal.open(data / "journal.sqlite") as journal:
        simulate(journal, int(days), int(seed))
        end = FIRST_MORNING + timedelta(days=int(days))
        day = end.date() + timedelta(days=14)
        journal.reviews.put_interview(Interview("one", day, ("ml-depth", "coding"), "Acme"), end)


if __name__ == "__main__":
    main(*sys.argv[1:])
