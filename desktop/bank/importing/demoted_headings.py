"""Headings of an imported text, moved down so that they stand within a part."""

from desktop.domain.markdown_lines import scan_lines

_TOP_LEVEL = 3
_DEEPEST_LEVEL = 6


def demote_headings(markdown: str) -> str:
    """The Markdown with its highest heading at the third level and the others below it."""
    lines = list(scan_lines(markdown))
    levels = [line.heading.level for line in lines if line.heading]
    shift = _TOP_LEVEL - min(levels, default=_TOP_LEVEL)
    if shift <= 0:
        return markdown
    return "\n".join(
        f"{'#' * min(_DEEPEST_LEVEL, line.heading.level + shift)} {line.heading.text}".rstrip()
        if line.heading
        else line.text
        for line in lines
    )
