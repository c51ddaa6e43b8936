"""Where the parts of a question stand in its file."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from desktop.bank.front_matter import read_front_matter
from desktop.bank.front_matter_entry import Entry
from desktop.domain.markdown_lines import LineKind, MarkdownLine, scan_lines
from desktop.domain.part_headings import find_part
from desktop.domain.problem import Problem
from desktop.domain.question import Part

SECTION_LEVEL = 2

_OPENING = r"\ufeff?(?:[^\S\n]*\n)*+---[ \t]*\r?\n"
_FRONT_MATTER = re.compile(
    _OPENING + r"(?P<block>.*?)^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.MULTILINE | re.DOTALL
)
_UNCLOSED_FRONT_MATTER = re.compile(
    _OPENING + r"(?P<block>[A-Za-z_][\w-]*:[^\n]*\n(?:[^\r\n#][^\n]*(?:\n|\Z))*)"
)
_LIKE_FRONT_MATTER = re.compile(r"(?:\s*#[^\n]*\n)*+\s*(?:[^\n:]+:|\Z)")
_LEADING_BLANK_LINES = re.compile(r"(?:[^\S\n]*\n)*+")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a file: its heading from `start`, its body from `body_start` to `end`."""

    heading: str
    part: Part | None
    line: int
    start: int
    body_start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuestionLayout:
    """The text of a file, its front matter, and where prompt and sections stand in it.

    The front matter is `text[block_start:block_end]`, without its `---` lines. `open_fence_line`
    is that of a code fence which is never closed.
    """

    text: str
    entries: dict[str, Entry]
    block_start: int
    block_end: int
    prompt_start: int
    sections: tuple[Section, ...]
    open_fence_line: int | None
    problems: tuple[Problem, ...]

    @property
    def head(self) -> tuple[str, str, str]:
        """The opening line, the front matter, the closing line; "" for what is not there."""
        return (
            self.text[: self.block_start],
            self.text[self.block_start : self.block_end],
            self.text[self.block_end : self.prompt_start],
        )

    @property
    def prompt_end(self) -> int:
        return self.sections[0].start if self.sections else len(self.text)

    @property
    def prompt(self) -> str:
        return body_of(self.text[self.prompt_start : self.prompt_end])

    def body(self, section: Section) -> str:
        """The body of a section, without blank lines around it and with plain line ends."""
        return body_of(self.text[section.body_start : section.end])


def read_layout(text: str, path: Path) -> QuestionLayout:
    """Where the parts stand in the text of the file at `path`."""
    found = _FRONT_MATTER.match(text) or _UNCLOSED_FRONT_MATTER.match(text)
    if found and not _LIKE_FRONT_MATTER.match(found["block"]):
        found = None
    prompt_start = found.end() if found else int(text.startswith("\ufeff"))
    block_start, block_end = found.span("block") if found else (prompt_start, prompt_start)
    first_line = text.count("\n", 0, block_start) + 1
    entries, problems = read_front_matter(
        text[block_start:block_end], path=path, first_line=first_line
    )
    if found and block_end == prompt_start:
        message = "the front matter is not closed; put a line --- after its last key"
        problems = (Problem(path, first_line - 1, message), *problems)
    sections, open_fence_line = _scan_sections(text, prompt_start)
    if open_fence_line is not None:
        message = "this code block is not closed; put a line ``` after its last line"
        problems = (*problems, Problem(path, open_fence_line, message))
    return QuestionLayout(
        text,
        entries,
        block_start,
        block_end,
        prompt_start,
        sections,
        open_fence_line,
        problems,
    )


def is_section_heading(line: MarkdownLine) -> bool:
    """Whether a line starts a section: a `## ` heading outside code and math."""
    heading = line.heading
    return heading is not None and heading.level == SECTION_LEVEL and bool(heading.text)


def body_of(text: str) -> str:
    """`text` without blank lines around it and with plain line ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    blank = _LEADING_BLANK_LINES.match(plain)
    return plain[blank.end() if blank else 0 :].rstrip()


def _scan_sections(text: str, prompt_start: int) -> tuple[tuple[Section, ...], int | None]:
    lines_before = text.count("\n", 0, prompt_start)
    headings: list[MarkdownLine] = []
    open_fence_line = None
    for line in scan_lines(text[prompt_start:]):
        if line.kind is LineKind.FENCE_OPEN:
            open_fence_line = lines_before + line.number
        elif line.kind is not LineKind.FENCE_INSIDE:
            open_fence_line = None
            if is_section_heading(line):
                headings.append(line)
    starts = [prompt_start + line.start for line in headings]
    sections = []
    for line, (start, end) in zip(headings, pairwise([*starts, len(text)]), strict=True):
        words = line.heading.text if line.heading else ""
        sections.append(
            Section(
                heading=words,
                part=find_part(words),
                line=lines_before + line.number,
                start=start,
                body_start=start + len(line.text),
                end=end,
            )
        )
    return tuple(sections), open_fence_line
