"""One text of any kind becomes a batch of questions; what kind it is shows in what it holds."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from desktop.bank.importing.anki_cards import is_anki_text, read_anki_text
from desktop.bank.importing.clipboard_html import looks_like_html, markdown_from_html
from desktop.bank.importing.column_names import field_of_column
from desktop.bank.importing.flat_question import (
    NoQuestionError,
    import_source,
    read_flat_question,
)
from desktop.bank.importing.json_table import read_json_table
from desktop.bank.importing.page_lines import read_lines
from desktop.bank.importing.page_sections import read_sections
from desktop.bank.importing.page_text import LONGEST_TEXT, plain_characters, visible_characters
from desktop.bank.importing.page_vocabulary import find_category
from desktop.bank.importing.pasted_page import read_pasted_page
from desktop.bank.importing.pasted_question_file import is_question_file, read_pasted_file
from desktop.bank.importing.question_series import QuestionSeries, SeriesQuestion, read_series
from desktop.bank.importing.question_table import (
    QuestionTable,
    read_question_table,
    refuse_too_many,
)
from desktop.bank.importing.separated_values import find_delimiter, read_separated_values
from desktop.bank.new_id import new_id
from desktop.domain.errors import AppError
from desktop.domain.import_batch import (
    Batch,
    BatchQuestion,
    BatchWarning,
    ColumnMapping,
    ImportField,
    ImportKind,
    ImportPlace,
)
from desktop.domain.question import Part

TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".tab"})
JSON_SUFFIXES = frozenset({".json", ".jsonl"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
_QUESTIONS_FOR_A_PART = 4
"""A page with known parts lists follow-ups and the like; a text of questions has far more."""

_SHOWN_LINES = 5
_LONGEST_PAGE = 120_000
"""Characters of a page about one question, as Markdown; each line of it takes a while to read."""

_LONGEST_SERIES = 3_000_000
_MOST_SERIES_LINES = 60_000
_OF_ALL = re.compile(r"\b(?:questions?|interviews?|answers?|contents)\b", re.IGNORECASE)
"""Words of a heading that stands over a whole text and names no topic."""

_ID = re.compile(r"[a-z0-9-]{1,100}")
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


@dataclass(frozen=True, slots=True)
class TextImport:
    """A text with its name, the day, and how the person wants its columns read."""

    text: str
    name: str
    today: date
    mapping: ColumnMapping | None = None
    has_header: bool | None = None

    def read(self) -> Batch:
        """The questions in it; raises AppError where there are none or the text is unreadable."""
        many = self.read_many()
        if many is not None:
            return many
        imported = read_pasted_page(self.text, self.today, ())
        return Batch(
            ImportKind.PAGE, self.name, (BatchQuestion(imported, ImportPlace(self.name)),)
        )

    def read_many(self) -> Batch | None:
        """The questions in it, None where it is a page about one; raises AppError as `read`."""
        if is_question_file(self.text.lstrip("\ufeff")[:LONGEST_TEXT]):
            return self._question_file()
        text = visible_characters(self.text)
        if not text.strip():
            plain_characters(text)
        return self._of_suffix(text) or self._table_by_content(text) or self._prose(text)

    @property
    def _suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    def _of_suffix(self, text: str) -> Batch | None:
        if is_anki_text(text):
            return self._table(read_anki_text(text, self.name), ImportKind.ANKI_TEXT)
        if self._suffix in JSON_SUFFIXES:
            return self._table(read_json_table(text, self.name), ImportKind.JSON)
        if self._suffix in TABLE_SUFFIXES:
            delimiter = find_delimiter(text) or ("\t" if self._suffix != ".csv" else ",")
            return self._separated(text, delimiter)
        return None

    def _table_by_content(self, text: str) -> Batch | None:
        if self._suffix in MARKDOWN_SUFFIXES:
            return None
        if text.lstrip()[:1] in {"[", "{"}:
            try:
                return self._table(read_json_table(text, self.name), ImportKind.JSON)
            except AppError:  # prose may start with a bracket, too
                return None
        first = text.lstrip().partition("\n")[0]
        delimiter = find_delimiter(text)
        if delimiter and (delimiter == "\t" or _names_columns(first, delimiter)):
            return self._separated(text, delimiter)
        return None

    def _separated(self, text: str, delimiter: str) -> Batch:
        table = read_separated_values(text, self.name, delimiter, has_header=self.has_header)
        return self._table(table, ImportKind.TABLE)

    def _table(self, table: QuestionTable, kind: ImportKind) -> Batch:
        source = import_source(self.name, self.today)
        return _not_empty(read_question_table(table, kind, self.name, source, self.mapping))

    def _question_file(self) -> Batch:
        imported = read_pasted_file(self.text, ())
        stem = PurePosixPath(self.name).stem.lower()
        if self._suffix in MARKDOWN_SUFFIXES and _ID.fullmatch(stem):
            named = replace(imported.question, id=new_id(stem, ()))
            imported = replace(imported, question=named)
        place = ImportPlace(self.name)
        warnings: tuple[BatchWarning, ...] = ()
        if _TURNING.search(self.text):
            told = "it has invisible characters that turn the direction of writing."
            warnings = (BatchWarning(place, told),)
        one = BatchQuestion(imported, place, self.text.encode("utf-8", "replace"))
        return Batch(ImportKind.QUESTION_FILE, self.name, (one,), warnings)

    def _prose(self, text: str) -> Batch | None:
        markdown = markdown_from_html(text) if looks_like_html(text) else text
        if len(markdown) > _LONGEST_SERIES or markdown.count("\n") > _MOST_SERIES_LINES:
            raise _too_long(self.name)
        series = read_series(markdown)
        if _is_series(series, markdown):
            return self._series(series)
        if len(markdown) > _LONGEST_PAGE:
            raise _too_long(self.name)
        return None

    def _series(self, series: QuestionSeries) -> Batch:
        refuse_too_many(len(series.questions), self.name)
        source = import_source(self.name, self.today)
        questions: list[BatchQuestion] = []
        warnings: list[BatchWarning] = []
        for one in series.questions:
            place = ImportPlace(self.name, one.line)
            try:
                imported = read_flat_question(_fields(one), source)
            except NoQuestionError as error:
                warnings.append(BatchWarning(place, f"left out: {error}."))
            else:
                questions.append(BatchQuestion(imported, place))
        if series.unused:
            warnings.append(_unused_warning(series.unused, self.name))
        kind = ImportKind.PAIRS if series.has_answers else ImportKind.LIST
        return _not_empty(Batch(kind, self.name, tuple(questions), tuple(warnings)))


def _is_series(series: QuestionSeries, text: str) -> bool:
    """Whether a text is many questions, and not a page about one."""
    count = len(series.questions)
    if count < 2 and not (count and series.is_explicit and series.has_answers):  # noqa: PLR2004 - two are many
        return False
    if not series.has_answers and len(series.unused) > count:
        return False
    if len(text) > _LONGEST_PAGE:
        return True
    sections = read_sections(read_lines(text))
    parts = {found.section for found in sections if isinstance(found.section, Part)}
    if series.has_answers:
        parts.discard(Part.SAMPLE_ANSWER)
    return count >= _QUESTIONS_FOR_A_PART * len(parts)


def _fields(one: SeriesQuestion) -> dict[ImportField, str]:
    known = find_category(one.heading) if one.heading else None
    is_ours = known is not None and known.is_ours
    is_topic = not is_ours and _OF_ALL.search(one.heading) is None
    return {
        ImportField.PROMPT: one.question,
        ImportField.ANSWER: one.answer,
        ImportField.CATEGORY: known.value if known and is_ours else "",
        ImportField.TOPICS: one.heading if is_topic else "",
    }


def _unused_warning(lines: tuple[int, ...], name: str) -> BatchWarning:
    shown = ", ".join(map(str, lines[:_SHOWN_LINES])) + (" …" if len(lines) > _SHOWN_LINES else "")
    told = (
        "this line belongs to no question; it was left out."
        if len(lines) == 1
        else f"{len(lines)} lines belong to no question; they were left out: {shown}."
    )
    return BatchWarning(ImportPlace(name, lines[0]), told)


def _names_columns(line: str, delimiter: str) -> bool:
    names = [name.strip(' "') for name in line[:1_000].split(delimiter)]
    fields = {field_of_column(name) for name in names}
    return len(names) > 1 and not fields.isdisjoint({ImportField.PROMPT, ImportField.TITLE})


def _too_long(name: str) -> AppError:
    return AppError(
        f"{name} is too long for a page about one question, and not known as a list of many. "
        "Nothing was imported.",
        "Copy out the part with the questions, each as a heading or in a line of its own.",
    )


def _not_empty(batch: Batch) -> Batch:
    if not batch.questions:
        raise AppError(
            f"No question was found in {batch.name}. Nothing was imported.",
            "A table needs a column with questions, a list one question in a line.",
        )
    return batch
