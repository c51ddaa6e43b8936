"""Text whose signs mean the same in every program that reads Markdown.

The app shows HTML as text and knows no wiki links; elsewhere `<int>` vanishes as a tag, `[[a]]`
links to a note, `%%` hides what is between two of them, and ` ^a` names a paragraph. A backslash
keeps all of them what they are here.
"""

import re
from collections.abc import Iterable, Iterator

from desktop.domain.markdown_lines import MarkdownLine, scan_lines
from desktop.rendering.inline_patterns import ADDRESS, VERBATIM

_VERBATIM = re.compile(VERBATIM, re.DOTALL)
_MISREAD = re.compile(
    rf"(?P<address>{ADDRESS})|(?<!\]\()(?P<tag><)(?=[A-Za-z/!?])|(?P<hidden>%%)"
    r"|\[\[(?P<linked>[^\n]+?)\]\]|(?<=\s)(?P<name>\^)(?=[A-Za-z0-9-]+[ \t]*$)",
    re.MULTILINE,
)
_LIST_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,9}[.)])(?:\s|$)")
_CODE_INDENT = re.compile(r" {4}| {0,3}\t")


def with_literal_marks(lines: Iterable[MarkdownLine]) -> Iterator[str]:
    """The lines with what others would misread escaped; code, formulas and addresses stay."""
    paragraph: list[str] = []
    is_in_list = is_code = False
    is_after_blank = True
    for line in lines:
        if line.is_plain and not line.is_blank:
            is_indented = _CODE_INDENT.match(line.text) is not None
            if _LIST_ITEM.match(line.text) and not is_code:
                is_in_list = True
            elif is_after_blank and not is_indented:
                is_in_list = False
            is_code = is_indented and not is_in_list and (is_after_blank or is_code)
            if not is_code:
                paragraph.append(line.text)
                is_after_blank = False
                continue
        yield from _escaped_lines(paragraph)
        paragraph = []
        yield line.text
        is_after_blank = line.is_blank
    yield from _escaped_lines(paragraph)


def literal_text(text: str) -> str:
    """A text with what others would misread escaped."""
    return "\n".join(with_literal_marks(scan_lines(text)))


def _escaped_lines(paragraph: list[str]) -> Iterator[str]:
    if paragraph:
        yield from _escaped("\n".join(paragraph)).split("\n")


def _escaped(text: str) -> str:
    pieces = []
    end = 0
    for verbatim in _VERBATIM.finditer(text):
        pieces += [_MISREAD.sub(_escape, text[end : verbatim.start()]), verbatim[0]]
        end = verbatim.end()
    return "".join((*pieces, _MISREAD.sub(_escape, text[end:])))


def _escape(found: re.Match[str]) -> str:
    if found["address"]:
        return found[0]
    if found["linked"]:
        return rf"[\[{_MISREAD.sub(_escape, found['linked'])}\]]"
    return r"%\%" if found["hidden"] else rf"\{found[0]}"
