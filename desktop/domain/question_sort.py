"""The orders a list of questions can have."""

from enum import StrEnum


class Sort(StrEnum):
    """An order of questions; titles decide between equals, and what has no value comes last.

    Last answered runs from the newest, due from the earliest, coverage from the lowest; a list
    has the order the person gave it.
    """

    RELEVANCE = "relevance"
    TITLE = "title"
    DIFFICULTY = "difficulty"
    MINUTES = "minutes"
    ANSWERED = "answered"
    DUE = "due"
    COVERAGE = "coverage"
    LIST = "list"
