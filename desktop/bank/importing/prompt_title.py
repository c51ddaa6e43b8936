"""A title for a question that came with none."""

import re

_LONGEST_TITLE = 90
_LONGEST_START = 2_000
_LINK = re.compile(r"\[+([^\[\]]*)\]+\([^()\s]*\)\]?")


def title_from_prompt(prompt: str) -> str:
    """The first sentence of a prompt, cut at a word where it is long for a title."""
    start = _LINK.sub(r"\1", prompt.partition("\n\n")[0][:_LONGEST_START])
    plain = " ".join(re.sub(r"^[#>\-*\d.) ]+|[*`]", "", start).split())
    sentence = re.split(r"(?<=[.?!])\s", plain, maxsplit=1)[0].rstrip(".").strip()
    if len(sentence) <= _LONGEST_TITLE:
        return sentence
    return sentence[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
