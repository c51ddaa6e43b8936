"""The look of a table."""

from collections.abc import Sequence

from PySide6.QtGui import QBrush, QColor, QTextFrameFormat, QTextLength, QTextTableFormat

from desktop.ui.page.page_style import PageStyle

CELL_PADDING_EM = 0.4


def table_format(
    style: PageStyle, left_px: float, top_px: float, widths_px: Sequence[float] = ()
) -> QTextTableFormat:
    """Thin borders, air in the cells.

    Columns whose widths are not given take what they need.
    """
    made = QTextTableFormat()
    made.setBorderCollapse(True)
    made.setBorder(1)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBorderBrush(QBrush(QColor(style.border)))
    made.setCellSpacing(0)
    made.setCellPadding(style.em(CELL_PADDING_EM))
    made.setLeftMargin(left_px)
    made.setTopMargin(top_px)
    if widths_px:
        fixed = QTextLength.Type.FixedLength
        made.setColumnWidthConstraints([QTextLength(fixed, width) for width in widths_px])
    return made
