"""Offsets in UTF-16 code units, as Qt counts them, and in characters, as Python does."""

_CODING = "utf-16-le"
_BYTES_A_UNIT = 2


def to_utf16(text: str, offset: int) -> int:
    """The offset in UTF-16 code units of one in characters."""
    return len(text[:offset].encode(_CODING, "surrogatepass")) // _BYTES_A_UNIT


def from_utf16(text: str, units: int) -> int:
    """The offset in characters of one in UTF-16 code units."""
    encoded = text[:units].encode(_CODING, "surrogatepass")
    return len(encoded[: units * _BYTES_A_UNIT].decode(_CODING, "surrogatepass"))
