"""Offsets as Qt counts them."""


def utf16_offset(text: str, offset: int) -> int:
    """The number of UTF-16 units before a character; most emoji take two."""
    return offset + sum(character > "\uffff" for character in text[:offset])
