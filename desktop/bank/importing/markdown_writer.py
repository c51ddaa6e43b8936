"""Markdown written piece by piece, as the elements of an HTML page come."""

import re
from collections.abc import Mapping

_LANGUAGE = re.compile(r"\b(?:language|lang|highlight-source)-([\w+#-]+)")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_SPACED = frozenset(
    {"p", "pre", "ul", "ol", "dl", "table", "blockquote", "section", "article", "figure", "hr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "aside", "details"}
)
_HEADINGS: Mapping[str, str] = {f"h{level}": "#" * level for level in range(1, 7)}
_INDENT = "  "
_ANCHORS = frozenset({"#", "¶", "§", "🔗"})


class MarkdownWriter:
    """Takes blocks, marks and text in page order, and gives the Markdown of it all."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._pieces: list[str] = []
        self._marks: list[tuple[str, int]] = []
        self._lists: list[tuple[str, int]] = []
        self._prefix = ""
        self._quotes = 0
        self._code: list[str] | None = None
        self._language = ""
        self._rows: list[list[str]] | None = None
        self._is_heading = False

    def markdown(self) -> str:
        """All that was written."""
        self._end_line()
        if self._rows is not None:
            self._end_table()
        return "\n".join(self._lines).strip("\n") + "\n"

    def write(self, text: str, *, is_literal: bool = False) -> None:
        """More text of the open line, or of the open code block as it stands."""
        if self._code is not None and is_literal:
            self._code.append(text)
        else:
            self._pieces.append(text if self._in_code_span() else _SPACES.sub(" ", text))

    def write_tex(self, tex: str, *, is_display: bool) -> None:
        """A formula as TeX, in a block of its own if it is displayed."""
        tex = _SPACES.sub(" ", tex).strip()
        if tex and is_display:
            self._end_line()
            self._lines += ["", f"$${tex}$$", ""]
        elif tex:
            self._pieces.append(f"${tex}$")

    def split_chips(self, text: str) -> None:
        """End the line where two labels touch without a space, as `Medium` and `Google` would."""
        line = "".join(self._pieces)
        if (
            line
            and (line[-1].isalnum() or line[-1] == ")")
            and text[:1].isupper()
            and self._rows is None
        ):
            self._end_line()

    def open_mark(self, mark: str) -> None:
        """Start bold, italic, code or link text."""
        self._marks.append((mark, len(self._pieces)))

    def close_mark(self, mark: str, href: str = "") -> None:
        """End the innermost marked text, if it has not ended with its line."""
        if not self._marks or self._marks[-1][0] != mark:
            return
        _, start = self._marks.pop()
        inner = "".join(self._pieces[start:])
        core = inner.strip()
        del self._pieces[start:]
        if core in _ANCHORS and mark == "[":
            return
        if not core or (self._is_heading and mark != "`") or (mark == "[" and not href):
            self._pieces.append(inner)
            return
        before = inner[: len(inner) - len(inner.lstrip())]
        after = inner[len(inner.rstrip()) :]
        marked = f"[{core}]({href})" if mark == "[" else _surrounded(core, mark)
        self._pieces.append(f"{before}{marked}{after}")

    def start_block(self, tag: str, given: Mapping[str, str]) -> None:
        """Start a block element on a line of its own."""
        if self._rows is not None and tag not in {"table", "tr", "td", "th"}:
            self._pieces.append(" ")
            return
        self._end_line(is_spaced=tag in _SPACED)
        if tag in {"ul", "ol"}:
            start = given.get("start", "")
            self._lists.append((tag, int(start) if start.isdecimal() else 1))
        elif tag == "li":
            self._prefix = self._next_marker()
        elif tag in _HEADINGS:
            self._prefix = f"{_HEADINGS[tag]} "
            self._is_heading = True
        elif tag == "blockquote":
            self._quotes += 1
        elif tag == "pre":
            self._code = []
            self._language = ""
            self.set_language(given.get("class", "") + " " + given.get("data-language", ""))
        elif tag == "table" and self._rows is None:
            self._rows = []
        elif tag == "tr" and self._rows is not None:
            self._rows.append([])

    def end_block(self, tag: str) -> None:
        """End a block element."""
        if self._rows is not None and tag in {"td", "th"}:
            self._end_cell()
        elif self._rows is not None and tag == "table":
            self._end_table()
        elif self._rows is not None:
            self._pieces.append(" ")
        elif tag == "pre":
            self._end_code()
        else:
            self._end_line(is_spaced=tag in _SPACED)
            self._is_heading = False
            if tag in {"ul", "ol"} and self._lists:
                self._lists.pop()
            elif tag == "blockquote":
                self._quotes -= 1

    def set_language(self, names: str) -> None:
        """Note the language that the classes of a code block name."""
        found = _LANGUAGE.search(names)
        if found and not self._language:
            self._language = found[1]

    def _in_code_span(self) -> bool:
        return bool(self._marks) and self._marks[-1][0] == "`"

    def _next_marker(self) -> str:
        if not self._lists:
            return "- "
        kind, number = self._lists[-1]
        self._lists[-1] = (kind, number + 1)
        return _INDENT * (len(self._lists) - 1) + (f"{number}. " if kind == "ol" else "- ")

    def _end_line(self, *, is_spaced: bool = False) -> None:
        line = "".join(self._pieces).strip()
        self._pieces.clear()
        self._marks.clear()
        if line:
            quote = "> " * self._quotes
            indent = _INDENT * len(self._lists) if not self._prefix else ""
            self._lines.append(f"{quote}{indent}{self._prefix}{line}")
            self._prefix = ""
        if is_spaced and not self._lists and self._lines[-1:] != [""]:
            self._lines.append("")

    def _end_code(self) -> None:
        code = "".join(self._code or ()).strip("\n")
        self._code = None
        self._pieces.clear()
        if not code:
            return
        runs = [len(run) for run in re.findall(r"`{3,}", code)]
        fence = "`" * max(3, *(run + 1 for run in runs), 3)
        indent = _INDENT * len(self._lists)
        written = [f"{fence}{self._language}", *code.split("\n"), fence]
        self._lines += ["", *(indent + line for line in written), ""]

    def _end_cell(self) -> None:
        cell = " ".join("".join(self._pieces).split()).replace("|", "\\|")
        self._pieces.clear()
        self._marks.clear()
        if self._rows is not None:
            if not self._rows:
                self._rows.append([])
            self._rows[-1].append(cell)

    def _end_table(self) -> None:
        rows = [row for row in self._rows or () if any(row)]
        self._rows = None
        width = max((len(row) for row in rows), default=0)
        self._lines.append("")
        if width == 1:
            self._lines += [row[0] for row in rows]
        elif rows:
            full = [row + [""] * (width - len(row)) for row in rows]
            written = [f"| {' | '.join(row)} |" for row in full]
            self._lines += [written[0], "|" + "---|" * width, *written[1:]]
        self._lines.append("")


def _surrounded(core: str, mark: str) -> str:
    if mark != "`":
        return f"{mark}{core}{mark}"
    ticks = "`" * (max((len(run) for run in re.findall(r"`+", core)), default=0) + 1)
    return f"{ticks} {core} {ticks}" if "`" in core else f"`{core}`"
