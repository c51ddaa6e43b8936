"""Pasted text that becomes Markdown: an address over words, the cells of a spreadsheet."""

from desktop.domain.inline_marks import WEB_ADDRESS, link_words
from desktop.domain.table_cells import place_table
from desktop.domain.text_edit import TextEdit, insertion
from desktop.domain.touched_lines import touch_lines


def link_selection(text: str, start: int, end: int, pasted: str) -> TextEdit | None:
    """The selected words as a link to the pasted address; None if either is something else."""
    address, words = pasted.strip(), text[start:end]
    is_link = WEB_ADDRESS.fullmatch(address) and not WEB_ADDRESS.fullmatch(words.strip())
    if not is_link or not words.strip() or "\n" in words or not _is_prose(text, start):
        return None
    return insertion(start, end, link_words(words, address))


def table_at(text: str, start: int, end: int, table: str) -> TextEdit | None:
    """A pasted table, on lines of its own; None inside of code and math."""
    if not _is_prose(text, start):
        return None
    return place_table(text, start, end, table)


def _is_prose(text: str, offset: int) -> bool:
    touched = touch_lines(text, offset, offset)
    return touched.lines[touched.first].is_plain
