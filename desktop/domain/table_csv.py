"""A table as CSV that a spreadsheet opens without running anything of it."""

import csv
import io

from desktop.domain.progress_table import Cell, Table

COMMAND_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these is a formula to Excel and LibreOffice."""


def table_csv(table: Table) -> bytes:
    """The table in UTF-8 with a byte order mark, without which Excel guesses another encoding."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_harmless(name) for name in table.columns)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    is_command = isinstance(cell, str) and cell.startswith(COMMAND_SIGNS)
    return f"'{cell}" if is_command else cell
