"""Anki's notes and text exports as a table of questions."""

import re
from collections.abc import Iterable, Mapping, Sequence

from desktop.bank.importing.column_names import guess_mapping
from desktop.bank.importing.page_vocabulary import find_category
from desktop.bank.importing.question_table import QuestionTable, TableRow, named_columns
from desktop.bank.importing.separated_values import find_delimiter, read_separated_values
from desktop.domain.anki_note import AnkiNote
from desktop.domain.import_batch import ImportField

FRONT, BACK, TAGS, CATEGORY, DECK = "Front", "Back", "Tags", "Category", "Deck"
_COLUMNS = (FRONT, BACK, TAGS, CATEGORY, DECK)
_CLOZE = re.compile(r"\{\{c\d{1,3}::((?:(?!\}\}|\{\{).){0,5000})\}\}", re.DOTALL)
_MOST_NESTED = 3
_HEADER = re.compile(
    r"#(separator|html|columns|notetype|deck|tags|guid)( column)?:(.*)", re.IGNORECASE
)
_HTML_SAID = {"true": True, "false": False}
_SEPARATORS: Mapping[str, str] = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
    "colon": ":",
    "space": " ",
}


def is_anki_text(text: str) -> bool:
    """Whether a text starts with the header lines of Anki's text export."""
    return _HEADER.match(text[:1_000]) is not None


def table_of_notes(notes: Iterable[AnkiNote]) -> QuestionTable:
    """The notes as a table; fields that are neither front nor back keep their names."""
    rows = tuple(TableRow(number, _row(note)) for number, note in enumerate(notes, start=1))
    others = dict.fromkeys(name for row in rows for name in row.values if name not in _COLUMNS)
    return QuestionTable((*_COLUMNS, *others), rows, unit="note", is_html=True)


def read_anki_text(text: str, name: str) -> QuestionTable:
    """The table in Anki's text export; raises AppError if it is none."""
    lines = text.split("\n")
    headers: dict[str, str] = {}
    start = 0
    while start < len(lines) and (found := _HEADER.fullmatch(lines[start][:10_000])):
        headers[(found[1] + (found[2] or "")).lower()] = found[3]
        start += 1
    body = "\n".join(lines[start:])
    said = headers.get("separator", "")
    delimiter = _SEPARATORS.get(said.strip().lower()) or said[:1] or find_delimiter(body) or "\t"
    read = read_separated_values(body, name, delimiter, has_header=False)
    names = _given_names(headers, delimiter, len(read.columns))
    notes = [_note(row.values, read.columns, names, headers) for row in read.rows]
    table = table_of_notes(notes)
    return QuestionTable(
        table.columns,
        tuple(
            TableRow(row.number + start, values.values)
            for row, values in zip(read.rows, table.rows, strict=True)
        ),
        unit="row",
        is_html=_HTML_SAID.get(headers.get("html", "").strip().lower()),
        warnings=read.warnings,
    )


def _given_names(headers: Mapping[str, str], delimiter: str, width: int) -> tuple[str, ...]:
    """The names of the columns; those of special ones start with a NUL and are no fields."""
    given = headers["columns"].split(delimiter) if "columns" in headers else []
    usual = iter((FRONT, BACK))
    names: list[str] = []
    special = {
        headers.get(f"{kind} column", "").strip(): f"\0{kind}"
        for kind in ("notetype", "deck", "tags", "guid")
    }
    for at in range(width):
        number = str(at + 1)
        if number in special:
            names.append(special[number])
        elif at < len(given) and given[at].strip():
            names.append(given[at].strip())
        else:
            names.append(next(usual, f"Field {number}"))
    return tuple(names)


def _note(
    values: Mapping[str, str],
    columns: Sequence[str],
    names: Sequence[str],
    headers: Mapping[str, str],
) -> AnkiNote:
    fields: list[tuple[str, str]] = []
    tags = headers.get("tags", "").split()
    deck = headers.get("deck", "")
    for column, name in zip(columns, names, strict=True):
        value = values.get(column, "")
        if name == "\0tags" or (name.casefold() == "tags" and "tags column" not in headers):
            tags += value.split()
        elif name == "\0deck":
            deck = value
        elif not name.startswith("\0"):
            fields.append((name, value))
    return AnkiNote(tuple(fields), tuple(tags), deck)


def _row(note: AnkiNote) -> dict[str, str]:
    names = named_columns([name for name, _ in note.fields])
    values = dict(zip(names, (value for _, value in note.fields), strict=True))
    mapping = guess_mapping(names)
    front_name = mapping.get(ImportField.PROMPT, mapping.get(ImportField.TITLE, ""))
    back_name = mapping.get(ImportField.ANSWER) or next(
        (name for name in names if name not in mapping.values()), ""
    )
    front, back = values.pop(front_name, ""), values.pop(back_name, "")
    if _CLOZE.search(front):
        front, back = (
            _filled(front, is_hidden=True),
            f"{_filled(front, is_hidden=False)}<p>{back}</p>",
        )
    known = find_category(note.deck.rpartition("::")[2])
    is_ours = known is not None and known.is_ours
    row = {
        FRONT: front,
        BACK: back,
        TAGS: ", ".join(note.tags),
        CATEGORY: known.value if known and is_ours else "",
        DECK: "" if is_ours else note.deck,
    }
    kept = {f"{name} field" if name in row else name: value for name, value in values.items()}
    return row | {name: value for name, value in kept.items() if value.strip()}


def _filled(text: str, *, is_hidden: bool) -> str:
    """A text with gaps, hidden behind their hints or filled in bold."""
    for _ in range(_MOST_NESTED):
        filled = _CLOZE.sub(lambda gap: _gap(gap[1], is_hidden=is_hidden), text)
        if filled == text:
            break
        text = filled
    return text


def _gap(inner: str, *, is_hidden: bool) -> str:
    answer, _, hint = inner.partition("::")
    if is_hidden:
        return f"[{hint.strip() or '…'}]"
    return f"<b>{answer}</b>"
