"""A text document as lines of text, for comparing two of them."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFormat, QTextFrame, QTextTable

from desktop.ui.page.block_marks import Mark

_NAMES = {mark.value: mark.name.lower() for mark in Mark} | {
    QTextFormat.Property.BlockLeftMargin.value: "left",
    QTextFormat.Property.BlockRightMargin.value: "right",
    QTextFormat.Property.BlockTopMargin.value: "top",
    QTextFormat.Property.BlockBottomMargin.value: "bottom",
    QTextFormat.Property.TextIndent.value: "indent",
    QTextFormat.Property.LineHeight.value: "line",
    QTextFormat.Property.BlockAlignment.value: "align",
}
_LOOKS = {
    QTextFormat.Property.FontPixelSize.value: "px",
    QTextFormat.Property.FontWeight.value: "weight",
    QTextFormat.Property.FontItalic.value: "italic",
    QTextFormat.Property.FontStrikeOut.value: "strike",
    QTextFormat.Property.AnchorHref.value: "href",
    QTextFormat.Property.TextVerticalAlignment.value: "raised",
    QTextFormat.Property.FontLetterSpacing.value: "spacing",
} | {mark.value: mark.name.lower() for mark in (Mark.PILL, Mark.FORMULA, Mark.IS_DISPLAY)}


def dump(document: QTextDocument) -> list[str]:
    """A line for each text block, and one for each table, with formats and text."""
    return list(_frame(document.rootFrame()))


def _frame(frame: QTextFrame, indent: str = "") -> Iterator[str]:
    iterator = frame.begin()
    while not iterator.atEnd():
        inner: object = iterator.currentFrame()
        if isinstance(inner, QTextTable):
            left_px = inner.frameFormat().leftMargin()
            yield f"{indent}table {inner.rows()}x{inner.columns()} left={left_px}"
            yield from _frame(inner, indent + "  ")
        else:
            yield indent + _block(iterator.currentBlock())
        iterator += 1


def _block(block: QTextBlock) -> str:
    marks = _named(block.blockFormat(), _NAMES)
    runs = " ".join(
        f"[{_named(run.format, _LOOKS)}]{block.text()[run.start : run.start + run.length]!r}"
        for run in block.textFormats()
        if run.length
    )
    empty = _named(block.charFormat(), _LOOKS)
    return f"{marks} ({empty}) {runs}".replace("\ufffc", "OBJ")


def _named(text_format: QTextFormat, names: dict[int, str]) -> str:
    found = []
    for number, name in names.items():
        if not text_format.hasProperty(number):
            continue
        value = text_format.property(number)
        if value in (False, 0, 0.0, "") and name not in ("sentinel", "rule", "card"):
            continue
        found.append(f"{name}={value}")
    return " ".join(found)
