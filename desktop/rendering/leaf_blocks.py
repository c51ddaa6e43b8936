"""The parser's rules for blocks that hold lines, not other blocks."""

import re
from itertools import takewhile
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from desktop.rendering.block_starts import (
    FENCE,
    HEADING,
    RULE,
    display_formula,
    ends_paragraph,
    is_table,
    table_cells,
)
from desktop.rendering.line_rule import LineRule
from desktop.rendering.source_line import (
    CODE_INDENT,
    LAZY,
    indent_of,
    is_blank,
    not_lazy,
    without_indent,
)

_CLOSING_MARKS = re.compile(r"(?:^|[ \t])#+[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_TARGET = re.compile(
    r"""[ ]{0,3}\[(?P<label>(?!\^)[^\[\]]+)\]:[ \t]*\n?[ \t]*
    (?:<(?P<in_angles>[^<>\n]*)>|(?P<bare>[^\s<]\S*))
    (?:(?:[ \t]+|[ \t]*\n[ \t]*)(?:"[^"]*"|'[^']*'|\([^()]*\)))?
    [ \t]*(?:\n|$)""",
    re.VERBOSE,
)
_MOST_TARGET_LINES = 8


class BlankLines(LineRule):
    """Passes over blank lines; between two blocks of a list item they make the list loose."""

    def starts(self, line: str) -> bool:
        return is_blank(line)

    def run(self, parent: Element, blocks: list[str]) -> None:
        del blocks[: sum(1 for _ in takewhile(is_blank, blocks))]
        if blocks and len(parent):
            parent.set("gap", "yes")


class IndentedCode(LineRule):
    """Code that is indented by four columns."""

    def starts(self, line: str) -> bool:
        return indent_of(line) >= CODE_INDENT

    def run(self, parent: Element, blocks: list[str]) -> None:
        code = list(takewhile(lambda line: is_blank(line) or self.starts(line), blocks))
        while is_blank(code[-1]):
            code.pop()
        del blocks[: len(code)]
        text = "\n".join(without_indent(line, CODE_INDENT) for line in code)
        SubElement(parent, "pre").text = AtomicString(text)


class FencedCode(LineRule):
    """Code between fences; an element without its closing fence keeps the marks in `unclosed`."""

    def starts(self, line: str) -> bool:
        return FENCE.match(line) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        fence = FENCE.match(blocks[0])
        if fence is None:
            return False
        marks = fence["marks"]
        closing = re.compile(rf" {{0,3}}{marks}{marks[0]}*[ \t]*$")
        code: list[str] = []
        element = SubElement(parent, "pre", {"info": fence["info"].strip()})
        for line in blocks[1:]:
            if line.startswith(LAZY):
                break
            if closing.match(line):
                del blocks[0]
                break
            code.append(without_indent(line, min(indent_of(line), len(fence["indent"]))))
        else:
            element.set("unclosed", marks)
        del blocks[: len(code) + 1]
        element.text = AtomicString("\n".join(code))
        return None


class DisplayMath(LineRule):
    """A formula between `$$` on lines of its own."""

    def starts(self, line: str) -> bool:
        return line.lstrip(" ").startswith("$$")

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        found = display_formula(blocks, 0)
        if found is None:
            return False
        tex, count = found
        SubElement(parent, "math").text = AtomicString(tex)
        del blocks[:count]
        return None


class HashHeading(LineRule):
    """A heading behind `#` marks."""

    def starts(self, line: str) -> bool:
        return HEADING.match(line) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        heading = HEADING.match(blocks[0])
        if heading is None:
            return False
        words = _CLOSING_MARKS.sub("", heading["words"].strip(" \t"))
        SubElement(parent, f"h{len(heading['marks'])}").text = words.strip(" \t")
        del blocks[0]
        return None


class RuleLine(LineRule):
    """A line across the page."""

    def starts(self, line: str) -> bool:
        return RULE.match(line) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        SubElement(parent, "hr")
        del blocks[0]


class Table(LineRule):
    """A table with bars between its cells: a row of `th`, then rows of `td`."""

    def starts(self, line: str) -> bool:
        return "|" in line

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        if not is_table(blocks, 0):
            return False
        table = SubElement(parent, "table")
        alignments = [_alignment(cell) for cell in table_cells(blocks[1])]
        head = SubElement(table, "tr")
        for cell, alignment in zip(table_cells(blocks[0]), alignments, strict=True):
            SubElement(head, "th", {"align": alignment}).text = cell
        count = 2
        while count < len(blocks) and _is_row(blocks, count):
            row = SubElement(table, "tr")
            cells = table_cells(blocks[count])[: len(alignments)]
            for cell in cells + [""] * (len(alignments) - len(cells)):
                SubElement(row, "td").text = cell
            count += 1
        del blocks[:count]
        return None


def _alignment(cell: str) -> str:
    sides = {(True, True): "center", (True, False): "left", (False, True): "right"}
    return sides.get((cell.startswith(":"), cell.endswith(":")), "")


def _is_row(lines: list[str], index: int) -> bool:
    line = lines[index]
    if is_blank(line) or line.startswith(LAZY) or indent_of(line) >= CODE_INDENT:
        return False
    return not ends_paragraph(lines, index)


class LinkTarget(LineRule):
    """A link's target by label, kept in the parser's `references`."""

    def starts(self, line: str) -> bool:
        return line.lstrip(" ").startswith("[")

    def run(self, parent: Element, blocks: list[str]) -> bool | None:  # noqa: ARG002 - the parser's protocol
        lines = takewhile(
            lambda line: not is_blank(line) and LAZY not in line, blocks[:_MOST_TARGET_LINES]
        )
        text = "\n".join(lines)
        found = _TARGET.match(text)
        if found is None or is_blank(found["label"]):
            return False
        target = found["in_angles"] if found["bare"] is None else found["bare"]
        self.parser.md.references.setdefault(normal_label(found["label"]), (target, ""))
        del blocks[: found[0].rstrip("\n").count("\n") + 1]
        return None


def normal_label(label: str) -> str:
    """A label of a link target as it is looked up: case and width of gaps do not matter."""
    return " ".join(label.split()).lower()


class ParagraphText(LineRule):
    """What is nothing else: a paragraph, or a heading if it is underlined."""

    def starts(self, line: str) -> bool:  # noqa: ARG002 - any line may
        return True

    def run(self, parent: Element, blocks: list[str]) -> None:
        count = 1
        tag = "p"
        for index in range(1, len(blocks)):
            line = blocks[index]
            if is_blank(line):
                break
            if not line.startswith(LAZY):
                if underline := _UNDERLINE.match(line):
                    tag = "h1" if underline[1][0] == "=" else "h2"
                    break
                if ends_paragraph(blocks, index):
                    break
            count += 1
        text = "\n".join(not_lazy(line).lstrip(" \t") for line in blocks[:count])
        SubElement(parent, tag).text = text.rstrip(" \t")
        del blocks[: count + (tag != "p")]
