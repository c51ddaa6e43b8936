"""What pasting into the answer does: links, tables and pictures besides plain text."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.domain.pasted_text import link_selection, table_at
from desktop.domain.text_edit import TextEdit, TextStep, insertion
from desktop.ui.edit_steps import run_step

PNG = "image/png"


@dataclass(frozen=True, slots=True)
class PastedImage:
    """A picture from the clipboard, as PNG bytes or else still to be encoded, and its place."""

    png: bytes
    image: QImage
    place: QTextCursor


def pasted_image(source: QMimeData, place: QTextCursor) -> PastedImage | None:
    """The picture on a clipboard that holds no words; None if there is none."""
    if source.text().strip() or not source.hasImage():
        return None
    if source.hasFormat(PNG):
        return PastedImage(bytes(source.data(PNG).data()), QImage(), place)
    return PastedImage(b"", QImage(source.imageData()), place)


def paste_text(editor: QTextEdit, source: QMimeData) -> None:
    """Paste an address over words as a link, copied cells as a table, anything else as it is."""
    if not source.hasText():
        return
    text = source.text().replace("\u2028", "\n").replace("\u2029", "\n")
    steps: list[TextStep] = [partial(link_selection, pasted=text)]
    if "\t" in text or source.hasHtml():
        from desktop.domain.pasted_table import find_table  # noqa: PLC0415 - parsers, seldom used

        table = find_table(text, source.html())
        steps += [partial(table_at, table=table)] if table else []
    if not any(run_step(editor, step) for step in steps):
        run_step(editor, partial(_as_it_is, pasted=text))


def paste_plain(editor: QTextEdit, source: QMimeData) -> None:
    """Paste the text on the clipboard as it is."""
    run_step(editor, partial(_as_it_is, pasted=source.text()))


def _as_it_is(_text: str, start: int, end: int, pasted: str) -> TextEdit:
    return insertion(start, end, pasted.replace("\r\n", "\n").replace("\r", "\n"))
