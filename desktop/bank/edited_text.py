"""The text of a question file as an editor shows it, and as it goes back into the file."""

BYTE_ORDER_MARK = "\ufeff"
_WINDOWS = "\r\n"


def shown_text(text: str) -> str:
    """The text with plain line ends and without a byte order mark."""
    return text.removeprefix(BYTE_ORDER_MARK).replace(_WINDOWS, "\n").replace("\r", "\n")


def text_for_file(shown: str, base: str) -> str:
    """What was edited, with the byte order mark and the line ends of the text it came from."""
    if shown == shown_text(base):
        return base
    mark = BYTE_ORDER_MARK if base.startswith(BYTE_ORDER_MARK) else ""
    return mark + (shown.replace("\n", _WINDOWS) if _WINDOWS in base else shown)
