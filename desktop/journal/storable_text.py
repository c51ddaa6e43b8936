"""Text as SQLite can keep it."""


def storable(text: str) -> str:
    """The text with half surrogate pairs, which SQLite cannot keep, replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
