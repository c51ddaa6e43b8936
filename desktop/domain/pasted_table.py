"""Spreadsheet cells from the clipboard, as a Markdown table."""

import csv
import re
from collections.abc import Sequence

from desktop.domain.forgiving_html import ForgivingHtmlParser

LEAST_ROWS = 2
LEAST_COLUMNS = 2
MOST_CELLS = 20_000
_SPAN = re.compile(r"[1-9][0-9]{0,2}")
_UNSEEN = {"style", "script", "title", "head"}

Rows = Sequence[Sequence[str]]


def find_table(text: str, html: str) -> str | None:
    """The Markdown table of copied cells, by their HTML or else their tab-separated text.

    None where it is no table of at least two rows and columns, or where other words stand around.
    """
    rows: Rows | None = _html_rows(html) if "<table" in html.lower() else None
    rows = rows or _tab_rows(text)
    return markdown_table(rows) if rows else None


def markdown_table(rows: Rows) -> str:
    """The rows as a Markdown table, the first as its head; pipes are escaped."""
    width = max(map(len, rows))
    head, *body = ([*map(_cell, row), *[""] * (width - len(row))] for row in rows)
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * width, *body))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|")


def _tab_rows(text: str) -> Rows | None:
    """Rows of equally many cells; lines that only begin with tabs are indented text."""
    if "\t" not in text:
        return None
    try:
        rows = list(csv.reader(text.strip("\r\n").splitlines(keepends=True), delimiter="\t"))
    except csv.Error:
        return None
    is_even = len({len(row) for row in rows}) == 1
    return rows if is_even and any(row[0].strip() for row in rows) and _is_table(rows) else None


def _html_rows(html: str) -> Rows | None:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    rows = [row for row in reader.rows if any(cell.strip() for cell in row)]
    return rows if reader.is_only_table and _is_table(rows) else None


def _is_table(rows: Rows) -> bool:
    width = max(map(len, rows), default=0)
    return len(rows) >= LEAST_ROWS and width >= LEAST_COLUMNS and len(rows) * width <= MOST_CELLS


class _TableReader(ForgivingHtmlParser):
    """Gathers the cells of one table, and notes whether there is anything else."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.is_only_table = True
        self._tables = 0
        self._depth = 0
        self._is_in_cell = False
        self._unseen = 0
        self._further = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._tables += 1
            self._depth += 1
            self.is_only_table = self.is_only_table and self._tables == 1
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows and self._cells <= MOST_CELLS:
            self.rows[-1].append("")
            self._cells += 1
            self._is_in_cell = True
            span = dict(attrs).get("colspan") or ""
            self._further = int(span) - 1 if _SPAN.fullmatch(span) else 0
        elif tag == "br" and self._is_in_cell:
            self.rows[-1][-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            self._depth -= 1
        elif tag in ("td", "th") and self._is_in_cell:
            self._is_in_cell = False
            self.rows[-1] += [""] * self._further
            self._cells += self._further

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._is_in_cell and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data
        elif data.strip() and not self._depth:
            self.is_only_table = False
