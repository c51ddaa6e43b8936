"""Where a long page is cut into sheets."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextTable

from desktop.rendering.page_tree import Heading
from desktop.ui.page.block_marks import CardEdge, Mark
from desktop.ui.page.page_document import PageDocument
from desktop.ui.page.page_style import PageStyle
from desktop.ui.page.page_writer import CARD_PADDING_EM, LABEL_EM
from desktop.ui.page.table_writer import CELL_PADDING_EM

MOST_KEPT_SHARE = 0.5
"""Of a sheet; what is higher and can be cut is cut rather than leave so much of a sheet empty."""


class Piece(NamedTuple):
    """A stretch of a page, in pixels from its top, that better stays in one piece."""

    top: float
    bottom: float
    has_parts: bool = False
    """It consists of lines or rows between which it can be cut if need be."""


def sheet_tops(pieces: Sequence[Piece], height: float, sheet_height: float) -> list[float]:
    """Where each sheet begins; a piece too high to be kept is cut where its parts allow it."""
    uncut = sorted(piece for piece in pieces if _is_kept(piece, sheet_height))
    tops = [0.0]
    while height - tops[-1] > sheet_height:
        tops.append(_cut(uncut, tops[-1], sheet_height))
    return tops


def _is_kept(piece: Piece, sheet_height: float) -> bool:
    share = MOST_KEPT_SHARE if piece.has_parts else 1.0
    return piece.bottom - piece.top <= share * sheet_height


def _cut(pieces: Sequence[Piece], top: float, sheet_height: float) -> float:
    """The lowest end of a sheet that begins at `top` and cuts no piece, if there is one."""
    end = top + sheet_height
    # From the last piece up, since one that goes to the next sheet may take with it what is above.
    for index in range(bisect_left(pieces, Piece(end, 0.0)) - 1, -1, -1):
        piece = pieces[index]
        if piece.top <= top:
            break
        if piece.top < end < piece.bottom:
            end = piece.top
    return end


def pieces_of(document: QTextDocument, page: PageDocument, style: PageStyle) -> list[Piece]:
    """The lines, cards, tables and rows of a document, and its headings with what follows.

    The first two lines of a paragraph stay together, and the last two.
    """
    pieces: list[Piece] = []
    block = document.begin()
    while block.isValid():
        pieces.extend(_lines(document, block))
        if block.blockFormat().intProperty(Mark.CARD_EDGE) & CardEdge.TOP:
            pieces.append(_card(document, block, style))
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            pieces.extend(_table(document, frame, style))
    pieces.extend(_headings(document, page))
    return pieces


def _lines(document: QTextDocument, block: QTextBlock) -> Iterator[Piece]:
    if not block.text():
        return  # what only makes room may be cut
    top = document.documentLayout().blockBoundingRect(block).top()
    layout = block.layout()
    lines = [layout.lineAt(index) for index in range(layout.lineCount())]
    extents = [Piece(top + line.y(), top + line.y() + line.height()) for line in lines]
    yield from extents
    for first, second in (extents[:2], extents[-2:]) if len(extents) > 1 else ():
        yield Piece(first.top, second.bottom)


def _card(document: QTextDocument, first: QTextBlock, style: PageStyle) -> Piece:
    layout = document.documentLayout()
    last = first
    while not last.blockFormat().intProperty(Mark.CARD_EDGE) & CardEdge.BOTTOM:
        last = last.next()
    top = layout.blockBoundingRect(first).top()
    bottom = layout.blockBoundingRect(last).bottom()
    padding = style.em(CARD_PADDING_EM)
    return Piece(top - padding - style.em(LABEL_EM), bottom + padding, has_parts=True)


def _table(document: QTextDocument, table: QTextTable, style: PageStyle) -> Iterator[Piece]:
    layout = document.documentLayout()
    whole = layout.frameBoundingRect(table)
    padding = style.em(CELL_PADDING_EM)
    yield Piece(whole.top(), whole.bottom(), has_parts=True)
    for row in range(table.rows()):
        cursors = [
            table.cellAt(row, column).firstCursorPosition() for column in range(table.columns())
        ]
        rects = [layout.blockBoundingRect(cursor.block()) for cursor in cursors]
        top, bottom = min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)
        yield Piece(top - padding, bottom + padding)


def _headings(document: QTextDocument, page: PageDocument) -> Iterator[Piece]:
    """Each heading down to the first line of what comes after it."""
    layout = document.documentLayout()
    for index, (block, following) in enumerate(zip(page.blocks, page.blocks[1:], strict=False)):
        if isinstance(block, Heading):
            top = layout.blockBoundingRect(_text_block(document, page, index)).top()
            below = _text_block(document, page, index + 1)
            is_table_next = QTextCursor(below.next()).currentTable() is not None
            first = below.next() if is_table_next else below
            rect = layout.blockBoundingRect(first)
            line = first.layout().lineAt(0) if first.layout().lineCount() else None
            bottom = rect.top() + line.y() + line.height() if line else rect.bottom()
            # A heading after a heading reaches as far as that one's own piece by its first line.
            yield Piece(top, bottom + (1.0 if isinstance(following, Heading) else 0.0))


def _text_block(document: QTextDocument, page: PageDocument, index: int) -> QTextBlock:
    return document.findBlock(page.position_of(index))
