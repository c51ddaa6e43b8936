"""A text of many questions, with answers under them or as a plain list."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import dedent

from desktop.bank.importing.question_starts import (
    QuestionStart,
    Style,
    find_question_start,
    is_contents_link,
    says_answer,
)
from desktop.domain.markdown_lines import MarkdownLine, scan_lines

_ANSWER_LABEL = re.compile(
    r"\s{0,3}(?:#{1,6}\s+|>\s?)?[*_]{0,2}(?:a(?:ns(?:wer)?)?\s?\d{0,4}|solution|sample answer)"
    r"(?:[*_]{0,2}\s?[:.)][*_]{0,2}|[*_]{2}|$)\s*",
    re.IGNORECASE,
)
_HEADED_ANSWER = re.compile(
    r"#{1,6}\s+\W*(?:sample |model )?(?:answers?|solutions?)\W*", re.IGNORECASE
)
_FOLD_TAGS = re.compile(
    r"</?details[^<>]{0,200}>|<summary>.{0,500}?</summary>|</?summary>", re.IGNORECASE
)
_BACK_TO_TOP = re.compile(
    r"[\W_]*\[[^\]]{0,60}\b(?:top|contents)\b[^\]]{0,60}\]\(#[^()]*\)[\W_]*", re.IGNORECASE
)
_EMPTY_TAG = re.compile(r"(?:</?(?:br|hr|p|div|a|center)\b[^<>]{0,300}>\s*)+", re.IGNORECASE)
_RULE = re.compile(r"[-*_]{3,}")
_MOSTLY = 0.6
_FEWEST = 2
_SHORTEST_STATED_LIST = 3


@dataclass(frozen=True, slots=True)
class SeriesQuestion:
    """A question of a text, with its answer, its line, and the heading it stands under."""

    question: str
    answer: str
    line: int
    heading: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSeries:
    """The questions of a text, and the lines of prose that belong to none of them."""

    questions: tuple[SeriesQuestion, ...]
    is_explicit: bool = False
    unused: tuple[int, ...] = ()

    @property
    def has_answers(self) -> bool:
        """Whether most questions have an answer under them."""
        return 2 * sum(bool(one.answer) for one in self.questions) >= len(self.questions) > 0


@dataclass(slots=True)
class _OpenQuestion:
    start: QuestionStart
    line: int
    heading: str
    lines: list[MarkdownLine] = field(default_factory=list)


def read_series(text: str) -> QuestionSeries:
    """The questions of a text that holds many; none where it does not read like one that does."""
    lines = list(scan_lines(text))
    starts = [find_question_start(line) for line in lines]
    primary = _primary(starts, lines)
    if primary is None:
        return QuestionSeries(())
    reader = _SeriesReader(primary, starts)
    for line, start in zip(lines, starts, strict=True):
        reader.take(line, start)
    return QuestionSeries(
        tuple(reader.read()),
        is_explicit=primary.style in {Style.SUMMARY, Style.LABEL},
        unused=tuple(reader.unused),
    )


@dataclass(frozen=True, slots=True)
class _Primary:
    """The way in which most questions of a text begin."""

    style: Style
    level: int = 0
    takes_all: bool = False

    def accepts(self, start: QuestionStart) -> bool:
        """Whether a line begins a question, and is not a line of an answer."""
        if start.style in {Style.ITEM, Style.LINE} and not start.is_asking:
            return self.takes_all and start.style is self.style
        if start.style is not self.style:
            return start.style < self.style
        return start.level <= self.level


def _primary(
    starts: Sequence[QuestionStart | None], lines: Sequence[MarkdownLine]
) -> _Primary | None:
    """The commonest way of beginning; of equally common ones the surer."""
    asking = Counter((one.style, one.level) for one in starts if one and one.is_asking)
    headed = Counter(
        (one.style, one.level) for one in starts if one and one.style is Style.HEADING
    )
    items = sum(one is not None and one.style is Style.ITEM for one in starts)
    said = sum(not line.is_blank and line.heading is None for line in lines)
    counts = asking | headed
    if not counts:
        is_list = items >= _SHORTEST_STATED_LIST and items == said
        return _Primary(Style.ITEM, takes_all=True) if is_list else None
    (style, level), count = min(counts.items(), key=lambda one: (-one[1], one[0]))
    if style is Style.LINE:
        lined = sum(one is not None and one.style is Style.LINE for one in starts)
        if lined >= _MOSTLY * said:
            return _Primary(style, takes_all=True)
        return _Primary(style) if _lines_stand_apart(starts, lines) else None
    return _Primary(style, level, takes_all=style is Style.ITEM and count >= _MOSTLY * items)


def _lines_stand_apart(
    starts: Sequence[QuestionStart | None], lines: Sequence[MarkdownLine]
) -> bool:
    """Whether each line that asks follows a blank one, and the first thing said is one."""
    first = next((index for index, line in enumerate(lines) if not line.is_blank), 0)
    asking = [
        index
        for index, one in enumerate(starts)
        if one and one.style is Style.LINE and one.is_asking
    ]
    return (
        len(asking) >= _FEWEST
        and asking[0] == first
        and all(at == 0 or lines[at - 1].is_blank for at in asking)
    )


class _SeriesReader:
    def __init__(self, primary: _Primary, starts: Iterable[QuestionStart | None]) -> None:
        self._primary = primary
        self._has_starts = any(starts)
        self._questions: list[_OpenQuestion] = []
        self._open: _OpenQuestion | None = None
        self._headings: list[tuple[int, str]] = []
        self.unused: list[int] = []

    def take(self, line: MarkdownLine, start: QuestionStart | None) -> None:
        """One more line: it begins a question, groups the next ones, or goes to the open one."""
        if start and self._begins(start):
            if line.heading:
                self._leave_headings(line.heading.level)
            heading = self._headings[-1][1] if self._headings else ""
            self._open = _OpenQuestion(start, line.number, heading)
            self._questions.append(self._open)
            return
        if line.heading and self._groups(line.heading.level, line.heading.text):
            self._leave_headings(line.heading.level)
            self._headings.append((line.heading.level, line.heading.text.strip("*_ ")))
            self._open = None
        elif self._open:
            self._open.lines.append(line)
        elif not line.is_blank and not is_contents_link(line.text) and not _is_mark(line.text):
            self.unused.append(line.number)

    def read(self) -> Iterator[SeriesQuestion]:
        """The questions in order; those of which nothing is left are passed over."""
        for found in self._questions:
            asked, answer = _split(found)
            if asked:
                yield SeriesQuestion(asked, answer, found.line, found.heading)

    def _begins(self, start: QuestionStart) -> bool:
        if self._primary.accepts(start):
            return True
        return self._open is None and start.style < Style.ITEM

    def _groups(self, level: int, text: str) -> bool:
        """Whether a heading that asks nothing stands over questions, and not in an answer."""
        if says_answer(text.strip("*_: ")):
            return False
        if self._open is None:
            return True
        if self._open.start.style is Style.HEADING:
            return level <= self._open.start.level
        return True

    def _leave_headings(self, level: int) -> None:
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()


def _split(found: _OpenQuestion) -> tuple[str, str]:
    """What is asked and what is answered; a label says where the answer starts."""
    kept = [one for one in found.lines if not _only_folds(one)]
    lines = [_FOLD_TAGS.sub("", one.text) if one.is_plain else one.text for one in kept]
    asked = [found.start.text] if found.start.text else []
    label = next((at for at, one in enumerate(kept) if _starts_answer(one, lines[at])), None)
    if label is not None:
        asked += ["", _block(lines[:label])]
        lines = [_without_label(lines[label]), *lines[label + 1 :]]
    elif not asked:
        end = next(
            (at for at, line in enumerate(lines) if at and not line.strip() and any(lines[:at])),
            len(lines),
        )
        asked, lines = lines[:end], lines[end:]
    return _block(asked), _block(lines)


def _starts_answer(line: MarkdownLine, text: str) -> bool:
    if not line.is_plain or len(text) < 2:  # noqa: PLR2004 - "A" alone is no label
        return False
    if _HEADED_ANSWER.fullmatch(text):
        return True
    is_option = text.lower().startswith(("a ", "a.", "a)"))
    return not is_option and _ANSWER_LABEL.match(text) is not None


def _without_label(line: str) -> str:
    found = _HEADED_ANSWER.fullmatch(line) or _ANSWER_LABEL.match(line)
    return line[found.end() :] if found else line


def _only_folds(line: MarkdownLine) -> bool:
    """Whether a line of prose only opens or closes a fold, or leads back to the top."""
    if not line.is_plain or line.is_blank:
        return False
    bare = _FOLD_TAGS.sub("", line.text) if "<" in line.text else line.text
    return not bare.strip() or _BACK_TO_TOP.fullmatch(line.text[:300]) is not None


def _block(lines: Sequence[str]) -> str:
    """Lines as Markdown without blank lines and rules around, moved left as far as all allow."""
    kept = list(lines)
    while kept and _is_mark(kept[-1]):
        kept.pop()
    while kept and not kept[0].strip():
        kept.pop(0)
    return dedent("\n".join(line.rstrip() for line in kept)).strip()


def _is_mark(text: str) -> bool:
    """Whether a line shows nothing: a rule, an anchor, the end of a fold, a line break."""
    bare = _FOLD_TAGS.sub("", text).strip()
    return not bare or _RULE.fullmatch(bare) is not None or _EMPTY_TAG.fullmatch(bare) is not None
