"""A page's lines, split at its section headings; what belongs to the site is left out."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.bank.importing.page_facts import labels_topics
from desktop.bank.importing.page_headings import PageSection, SectionStart, section_start
from desktop.bank.importing.page_lines import LineKind, PageLine, bare_words
from desktop.bank.importing.site_chrome import (
    continues_offer,
    hides_the_rest,
    is_invitation,
    is_site_chrome,
)
from desktop.domain.question import Part

_PROSE_SPACES = 7


@dataclass(frozen=True, slots=True)
class FoundSection:
    """One section of a page with the lines below its heading.

    `hidden_rest` is the line of the site that says the text goes on elsewhere, "" if none does.
    """

    section: Part | PageSection
    heading: str
    lines: tuple[PageLine, ...]
    hidden_rest: str = ""


@dataclass(slots=True)
class _OpenSection:
    section: Part | PageSection
    heading: str = ""
    level: int = 0
    lines: list[PageLine] = field(default_factory=list)
    hidden_rest: str = ""
    has_flat_headings: bool = False
    has_text: bool = False
    has_prose: bool = False

    def add(self, line: PageLine) -> None:
        """One more line of the section."""
        self.lines.append(line)
        self.has_text = self.has_text or line.kind is not LineKind.BLANK
        words = line.plain if line.kind is LineKind.TEXT else ""
        self.has_prose = self.has_prose or words.count(" ") >= _PROSE_SPACES


def read_sections(lines: Iterable[PageLine]) -> tuple[FoundSection, ...]:
    """The sections in page order; the first is what stands before any heading that is known."""
    splitter = _Splitter()
    for line in lines:
        splitter.take(line)
    return tuple(
        FoundSection(found.section, found.heading, tuple(found.lines), found.hidden_rest)
        for found in splitter.sections
        if found.section is not PageSection.CHROME
    )


class _Splitter:
    def __init__(self) -> None:
        self.sections = [_OpenSection(PageSection.HEAD)]
        self._is_after_invitation = False
        self._has_parts = False

    @property
    def _current(self) -> _OpenSection:
        return self.sections[-1]

    @property
    def _has_begun(self) -> bool:
        return len(self.sections) > 1 or self._current.has_text

    def take(self, line: PageLine) -> None:
        """One more line of the page."""
        if line.kind in {LineKind.BLANK, LineKind.LITERAL}:
            self._current.add(line)
            return
        if self._is_tab(line):
            return
        start = self._start(line)
        if start is not None:
            self._open(line, start)
        elif self._is_offered(line):
            if hides_the_rest(line.plain):
                self._current.hidden_rest = line.plain
            self._current.add(PageLine(LineKind.BLANK))
        elif line.kind is LineKind.HEADING and self._stands_apart(line):
            self.sections.append(_OpenSection(PageSection.OTHER, line.plain, line.level))
        else:
            self._current.add(line)

    def _start(self, line: PageLine) -> SectionStart | None:
        """The section that starts at a line, None where the words belong to the text."""
        if line.kind is LineKind.ITEM and (line.indent or not line.may_head):
            return None
        start = section_start(line.plain, line.text)
        if start is None:
            return None
        if line.kind is LineKind.ITEM and (start.rest or not start.is_sure):
            return None
        if start.section is PageSection.CHROME:
            return start if self._has_parts else None
        if start.rest and self._is_no_heading(line, start):
            return None
        return start if start.is_sure or not self._holds(line) else None

    def _is_no_heading(self, line: PageLine, start: SectionStart) -> bool:
        """Whether a line with words before a colon is a title, a sentence or a labelled fact."""
        if start.section is PageSection.PROMPT:
            return not self._has_begun or not start.is_sure
        label = line.plain.partition(":")[0]
        return not start.is_sure and not self._has_parts and labels_topics(label)

    def _is_tab(self, line: PageLine) -> bool:
        """Whether a line above the question only names a section, as tabs and menus do."""
        start = section_start(line.plain, line.text)
        if start is None or start.rest or self._has_parts:
            return False
        if start.section is PageSection.CHROME:
            # A number makes it a count, as in `5 comments`.
            return not any(letter.isdigit() for letter in line.plain)
        is_marked = line.kind is LineKind.HEADING or line.text.startswith("**")
        return not self._has_begun and not start.is_sure and not is_marked

    def _holds(self, line: PageLine) -> bool:
        """Whether a heading that is not sure is a passage of the open section."""
        if line.kind is LineKind.HEADING and self._current.level:
            return line.level > self._current.level
        return self._current.section is Part.SAMPLE_ANSWER

    def _open(self, line: PageLine, start: SectionStart) -> None:
        self._is_after_invitation = False
        self._has_parts = self._has_parts or isinstance(start.section, Part)
        self.sections.append(_OpenSection(start.section, line.plain, line.level))
        if start.rest:
            self._current.add(_rest_of(line, start.rest))

    def _is_offered(self, line: PageLine) -> bool:
        if is_invitation(line.plain):
            self._is_after_invitation = True
            return True
        if is_site_chrome(line.plain, line.text):
            return True
        goes_on = self._is_after_invitation and line.kind is LineKind.TEXT
        self._is_after_invitation = False
        return goes_on and continues_offer(line.plain)

    def _stands_apart(self, line: PageLine) -> bool:
        """Whether an unknown heading starts a section of its own."""
        current = self._current
        if current.section in {PageSection.HEAD, PageSection.PROMPT, PageSection.DETAILS}:
            return current.section is PageSection.HEAD and current.has_prose
        if not current.level or line.level > current.level or current.has_flat_headings:
            return False
        if current.section is Part.SAMPLE_ANSWER and not current.has_text:
            current.has_flat_headings = True
            return False
        return True


def _rest_of(line: PageLine, rest: str) -> PageLine:
    return replace(line, kind=LineKind.TEXT, text=rest, plain=bare_words(rest), level=0, marker="")
