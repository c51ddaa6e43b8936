"""Ninety days of a simulated candidate: what is due, and the plan, held against their own sums."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Scheduler
from fsrs import Rating as FsrsRating
from simulated_candidate import FIRST_MORNING, SHIPPED, Event, SimulatedCandidate, simulate

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.domain.query import parse_query
from desktop.domain.review import Interview
from desktop.journal.journal import Journal
from desktop.search.finder import Finder
from desktop.search.index import open_index
from desktop.services.find_questions import FindQuestions
from desktop.services.plan_aside import MakePlan
from desktop.services.read_practice import ReadPractice
from desktop.services.refresh_index import RefreshIndex

DAYS = 90
Thing = tuple[str, str]


@dataclass
class History:
    """What a candidate did, with an index that can be brought to any day."""

    folder: Path
    candidate: SimulatedCandidate
    now: datetime

    @property
    def index(self) -> Path:
        return self.folder / "index.sqlite"

    @property
    def journal(self) -> Path:
        return self.folder / "journal.sqlite"

    @property
    def end(self) -> date:
        """The day after the last one of practice."""
        return FIRST_MORNING.date() + timedelta(days=DAYS)

    def go_to(self, day: date) -> None:
        """Bring the index up to date in the evening of a day."""
        self.now = datetime.combine(day, time(20)).astimezone(UTC)
        bank = Bank(find_sources(SHIPPED, self.folder / "own", self.folder / "packs"))
        RefreshIndex(bank, self.index, self.journal, lambda: self.now).refresh()

    def due(self) -> set[Thing]:
        find = FindQuestions(self.index, lambda: self.now)
        practice = ReadPractice(self.index, self.journal, find, lambda: self.now)
        return {(item.key, item.point) for item in practice.due()}


@pytest.fixture(scope="module", params=[1, 2, 3])
def history(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> History:
    folder = tmp_path_factory.mktemp("candidate")
    with Journal.open(folder / "journal.sqlite") as journal:
        candidate = simulate(journal, DAYS, request.param)
    return History(folder, candidate, FIRST_MORNING)


def due_by_the_library_alone(events: Iterator[Event], day: date) -> set[Thing]:
    """What fsrs says of the same ratings, with fuzzing and the steps within a day off."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    cards: dict[Thing, Card] = {}
    for event in events:
        thing = (event.key, event.point)
        if event.rating is None:
            cards.pop(thing, None)
            continue
        card = cards.get(thing) or Card(card_id=1)
        cards[thing], _ = scheduler.review_card(card, FsrsRating(event.rating), event.at)
    return {thing for thing, card in cards.items() if card.due.astimezone().date() <= day}


@pytest.mark.parametrize("days_later", [0, 1, 4, 14, 40])
def test_what_is_due_agrees_with_the_library_run_on_its_own(
    history: History, days_later: int
) -> None:
    day = history.end + timedelta(days=days_later)
    history.go_to(day)
    events = sorted(history.candidate.events, key=lambda event: event.at)
    expected = due_by_the_library_alone(iter(events), day)
    assert len(expected) > 10
    assert history.due() == expected


def test_the_list_shows_the_same_questions_as_due(history: History) -> None:
    history.go_to(history.end + timedelta(days=2))
    connection = open_index(history.index).connect()
    rows = Finder(connection).find(parse_query("status:due"), limit=1_000)
    connection.close()
    assert {row.key for row in rows} == {key for key, _ in history.due()}


@pytest.mark.parametrize("minutes", [15, 45, 90])
def test_a_plan_for_a_day_two_weeks_away_keeps_its_minutes_and_names_what_is_left(
    history: History, minutes: int
) -> None:
    history.go_to(history.end)
    held_on = history.end + timedelta(days=14)
    with Journal.open(history.journal) as journal:
        interview = Interview("one", held_on, ("ml-depth", "coding"), "Example")
        journal.reviews.put_interview(interview, history.now)
    plan = MakePlan(history.index, history.journal).plan(history.end, minutes)
    assert [day.day for day in plan.days] == [history.end + timedelta(days=n) for n in range(14)]
    assert all(day.minutes <= minutes for day in plan.days)
    planned = {(task.key, task.point) for day in plan.days for task in day.tasks}
    whole = {key for key, point in planned if not point}
    left_out = {(task.key, task.point) for task in plan.left_out}
    history.go_to(held_on - timedelta(days=1))
    for key, point in history.due():
        assert (key, point) in planned | left_out or (point and key in whole)
    assert not planned & left_out
    (goal,) = plan.goals
    assert goal.now < goal.then <= 1.0
