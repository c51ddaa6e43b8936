"""Reading HTML that anybody may have written."""

from html.parser import HTMLParser


class ForgivingHtmlParser(HTMLParser):
    """Python's parser without its one error: `<![[` is a comment, as browsers take it."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - the base's
        """Where the section that begins at `i` ends, or -1 where it does not."""
        return self.parse_bogus_comment(i, report)
