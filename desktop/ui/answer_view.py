"""What of an answer in progress is on show."""

from enum import StrEnum


class AnswerView(StrEnum):
    """The text, the page it becomes, or both."""

    EDITOR = "editor"
    SPLIT = "split"
    PREVIEW = "preview"


def view_named(name: str) -> AnswerView:
    """The view of a name that was kept; both where it is not known."""
    return next((view for view in AnswerView if view == name), AnswerView.SPLIT)
