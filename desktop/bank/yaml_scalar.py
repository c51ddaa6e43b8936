"""One text as YAML shows it: bare where nothing can be misread, else in double quotes."""

import json
import re

_NOT_SHOWN = r"\x00-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"

BARE = rf"\w(?:[^:#{_NOT_SHOWN}]|:(?=[^\s{_NOT_SHOWN}])|(?<=[^\s])#)*+"
"""Text that YAML reads as it stands, behind a key or a dash; it may end in spaces."""

BARE_IN_LIST = rf"\w[^:#,?\[\]{{}}{_NOT_SHOWN}]*+"
"""Text that YAML reads as it stands, within `[…]`; it may end in spaces."""

QUOTED = rf"(?:\"[^\"\\{_NOT_SHOWN}]*+\"|'[^'{_NOT_SHOWN}]*+')"
"""Text in quotes that stands for itself, without escapes."""

COMMENT = rf"(?:(?:^|(?<=[ ]))#[^{_NOT_SHOWN}]*+)?"
"""A comment to the end of the line, if there is one."""

_BARE = re.compile(BARE)
_BARE_IN_LIST = re.compile(BARE_IN_LIST)
_TO_ESCAPE = re.compile(rf"[{_NOT_SHOWN}]")


def write_scalar(text: str, *, in_list: bool = False) -> str:
    """`text` as a YAML scalar in one line; `in_list` means within `[…]`."""
    bare = _BARE_IN_LIST if in_list else _BARE
    if bare.fullmatch(text) and not text[-1].isspace():
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
