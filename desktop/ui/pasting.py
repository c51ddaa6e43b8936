"""What pasting into the answer does: links, tables and pictures besides plain text."""

import re
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QTextCursor, QTextDocumentFragment
from PySide6.QtWidgets import QTextEdit

from desktop.domain.pasted_text import link_selection, table_at
from desktop.domain.text_edit import TextEdit, TextStep, insertion
from desktop.ui.edit_steps import run_step

PNG = "image/png"
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")
_PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp")


@dataclass(frozen=True, slots=True)
class PastedImage:
    """A picture from the clipboard and its place in the text.

    It comes as PNG bytes, as a picture still to be encoded, or as a file still to be read.
    """

    place: QTextCursor
    png: bytes = b""
    image: QImage = field(default_factory=QImage)
    file: str = ""


def pasted_image(source: QMimeData, place: QTextCursor) -> PastedImage | None:
    """The picture on a clipboard that holds no words; None if there is none."""
    if source.hasUrls():
        files = [url.toLocalFile() for url in source.urls()]
        is_picture = len(files) == 1 and files[0].lower().endswith(_PICTURE_ENDINGS)
        return PastedImage(place, file=files[0]) if is_picture else None
    if source.text().strip() or not source.hasImage():
        return None
    if source.hasFormat(PNG):
        return PastedImage(place, png=bytes(source.data(PNG).data()))
    return PastedImage(place, image=QImage(source.imageData()))


def paste_text(editor: QTextEdit, source: QMimeData) -> None:
    """Paste an address over words as a link, copied cells as a table, anything else as it is."""
    text = _words(source)
    steps: list[TextStep] = [partial(link_selection, pasted=text)]
    if "\t" in text or source.hasHtml():
        from desktop.domain.pasted_table import find_table  # noqa: PLC0415 - parsers, seldom used

        table = find_table(text, source.html())
        steps += [partial(table_at, table=table)] if table else []
    if not any(run_step(editor, step) for step in steps):
        run_step(editor, partial(_as_it_is, pasted=text))


def paste_plain(editor: QTextEdit, source: QMimeData) -> None:
    """Paste the text on the clipboard as it is."""
    run_step(editor, partial(_as_it_is, pasted=_words(source)))


def _words(source: QMimeData) -> str:
    """The text on a clipboard with plain line ends; of rich text alone its words."""
    text = source.text()
    if not text and source.hasHtml():
        text = QTextDocumentFragment.fromHtml(source.html()).toPlainText()
    return "\n".join(_LINE_END.split(text))


def _as_it_is(_text: str, start: int, end: int, pasted: str) -> TextEdit:
    return insertion(start, end, pasted)
