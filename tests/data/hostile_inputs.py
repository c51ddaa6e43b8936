"""Inputs such as nobody should write, for every reader of imports."""

import json
from dataclasses import dataclass

from anki_samples import collection, deck_file, zipped
from hypothesis import strategies as st

_LINES = st.sampled_from(
    [
        *("## What is ridge?", "### 2. Bias and variance", "# Group", "## Sample answer", "#"),
        *("**Q1: Why?**", "**What is it?**", "Q: Why?", "A: So.", "**Answer:**", "#### Answer"),
        *("- What is it?", "* Explain lasso", "1. Why?", "2) Lasso", "  - nested?", "- [ ] Why?"),
        *(
            "<details>",
            "<summary><b>Why?</b></summary>",
            "<summary>Answer</summary>",
            "</details>",
        ),
        *("[Why?](#why)", "[⬆ Back to top](#top)", "---", "***", "===", "> quoted?", "| a | b |"),
        *(
            "```python",
            "```",
            "~~~",
            "$$",
            "$x$",
            "\\(x\\)",
            "\\[",
            "<br>",
            "<!--",
            "<pre>",
            "</p>",
        ),
        *("Why?", "Explain it.", "prose", "", "", " ", "\t", "    code", "title: x", "topics: [a"),
        *("question,answer", "a,b", "a;b", "a\tb", '"a, ""b"""', '"open', "#separator:tab"),
        *(
            "#tags column:2",
            "#html:false",
            "{{c1::a::b}}",
            "{{c2::",
            "[sound:a.mp3]",
            "<img src=x>",
        ),
        *(
            "\u202ereversed",
            "\u200b",
            "e\u0301",
            "🙂👩\u200d🔬",
            "\x00",
            "\x1f",
            "\ufeff",
            "ß İ ſ",
        ),
        *(
            "x: &a [*a, *a]",
            "y: !!python/name:os.system",
            "? [",
            "- - - -",
            "(2) point",
            "cues: a",
        ),
    ]
)
_ANY_TEXT = st.text(max_size=60)
_CELL = st.one_of(_LINES, _ANY_TEXT, st.lists(_LINES, max_size=4).map("\n".join))
_NAMES = st.sampled_from(
    ["question", "Answer", "tags", "level", "minutes", "title", "front", "x", "", "points"]
)
_VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _CELL),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(_NAMES, _ANY_TEXT), inner, max_size=4),
    ),
    max_leaves=20,
)


@dataclass(frozen=True)
class Named:
    """Bytes and the name they come under."""

    name: str
    data: bytes


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@st.composite
def _tables(draw: st.DrawFn) -> bytes:
    delimiter = draw(st.sampled_from([",", ";", "\t", "|"]))
    rows = draw(st.lists(st.lists(_CELL, max_size=5), max_size=6))
    head = draw(st.lists(_NAMES, max_size=5))
    is_quoted = draw(st.booleans())
    lines = [delimiter.join(map(_quoted, row) if is_quoted else row) for row in [head, *rows]]
    return _encoded(draw(st.sampled_from(["\n", "\r\n"])).join(lines))


@st.composite
def _damaged(draw: st.DrawFn, whole: bytes) -> bytes:
    """Bytes with a few stretches written over, and perhaps cut off."""
    data = bytearray(whole)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data) - 1))
        data[at : at + 8] = draw(st.binary(min_size=1, max_size=8))
    return bytes(data[: draw(st.one_of(st.just(len(data)), st.integers(0, len(data))))])


def _deck_of(database: bytes) -> bytes:
    return zipped({"collection.anki2": database})


_TEXTS = st.lists(_LINES, max_size=30).map("\n".join)
_NOTES = st.lists(
    st.tuples(st.lists(_CELL, min_size=1, max_size=4).map("\x1f".join), _ANY_TEXT), max_size=5
).map(lambda notes: [(_clean(fields), _clean(tags)) for fields, tags in notes])
_PACKS = st.dictionaries(
    st.sampled_from(
        ["a.md", "../b.md", "/c.csv", "C:\\d.json", "con.txt", "\u202ee.md", "f/g.md"]
    ),
    st.one_of(_TEXTS.map(_encoded), st.binary(max_size=40)),
    max_size=4,
)


def _clean(text: str) -> str:
    return _encoded(text).decode("utf-8", "replace")


HOSTILE = {
    "text": st.builds(
        Named, st.sampled_from(["a.md", "a.txt", "a.html", "-"]), _TEXTS.map(_encoded)
    ),
    "bytes": st.builds(
        Named, st.sampled_from(["a.md", "a.csv", "a.json", "a.txt"]), st.binary(max_size=200)
    ),
    "question file": st.builds(
        Named,
        st.just("a.md"),
        st.tuples(_TEXTS, _TEXTS).map(
            lambda both: _encoded(f"---\ntitle: x\n{both[0]}\n---\n{both[1]}")
        ),
    ),
    "table": st.builds(Named, st.sampled_from(["a.csv", "a.tsv", "a.txt"]), _tables()),
    "json": st.builds(
        Named, st.sampled_from(["a.json", "-"]), _VALUES.map(json.dumps).map(_encoded)
    ),
    "anki text": st.builds(
        Named,
        st.just("a.txt"),
        _tables().map(lambda data: b"#separator:tab\n#tags column:2\n#deck:a::b\n" + data),
    ),
    "anki deck": st.builds(Named, st.just("a.apkg"), _NOTES.map(collection).map(_deck_of)),
    "damaged deck": st.builds(Named, st.just("a.apkg"), _damaged(collection()).map(_deck_of)),
    "damaged zip": st.builds(Named, st.just("a.zip"), _damaged(deck_file())),
    "pack": st.builds(Named, st.just("a.zip"), _PACKS.map(zipped)),
}
