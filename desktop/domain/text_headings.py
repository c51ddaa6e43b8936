"""The headings of a Markdown text, to go to."""

from typing import NamedTuple

from desktop.domain.markdown_lines import scan_lines


class TextHeading(NamedTuple):
    """A heading and the offset of its line; `level` is 1 to 6."""

    level: int
    text: str
    start: int


def find_headings(text: str) -> tuple[TextHeading, ...]:
    """The headings of `text` in order; marks in code and math are none."""
    found = ((line.heading, line.start) for line in scan_lines(text))
    return tuple(TextHeading(*heading, start) for heading, start in found if heading)
