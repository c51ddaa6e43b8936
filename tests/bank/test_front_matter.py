"""Every scalar of front matter is text, and a broken key never hides the good ones."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.bank.front_matter import read_front_matter
from desktop.bank.front_matter_entry import Value
from desktop.bank.plain_front_matter import find_plain_entries
from desktop.bank.yaml_entries import UnreadableYamlError, read_yaml_entries
from desktop.bank.yaml_scalar import write_scalar

PATH = Path("a.md")


def values(block: str) -> dict[str, Value]:
    entries, _ = read_front_matter(block, path=PATH, first_line=2)
    return {key: entry.value for key, entry in entries.items()}


def problems(block: str) -> list[str]:
    _, found = read_front_matter(block, path=PATH, first_line=2)
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    ("block", "value"),
    [
        ("k: no", "no"),
        ("k: 007", "007"),
        ("k: 2026-11-22", "2026-11-22"),
        ("k: ~", "~"),
        ("k: 1e3", "1e3"),
        ("k: 12:30", "12:30"),
        ("k:", ""),
        ("k: 'it''s'", "it's"),
        ('k: "a: b, # c"  # note', "a: b, # c"),
        ("k: C#  # note", "C#"),
        ("k: [yes, 1.0, 'a, b', \"x\"]", ("yes", "1.0", "a, b", "x")),
        ("k: []", ()),
        ("k:\n  - off\n  # between\n  - 'b'", ("off", "b")),
        ("k:\n- 0x1F", ("0x1F",)),
        ("k:\n  on: off\n  at: 2020-01-01", {"on": "off", "at": "2020-01-01"}),
        ("k: >\n  folded\n  text", "folded text"),
        ("k: {a: [1, no]}", {"a": ("1", "no")}),
        ("k: a\r", "a"),
    ],
)
def test_scalars_stay_as_written(block: str, value: Value) -> None:
    assert values(block) == {"k": value}
    assert problems(block) == []


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ("k: A: story", '`k: A: story`: a ": " inside a value needs quotes; write k: "A: story"'),
        ("k:\n\t- x", "3: cannot read `- x`: a tab cannot indent here"),
        ("k: [a, b", "2: cannot read `k: [a, b`: a list is opened with [ and not closed with ]"),
        ('k: "abc', '2: cannot read `k: "abc`: a quote is opened and not closed'),
        ("k: 'it's'", "2: cannot read `k: 'it's'`: quotes must enclose the whole value"),
        ("k: @home", "2: cannot read `k: @home`: a value that starts with this sign needs quotes"),
        ("k: &a b", "2: cannot read `k: &a b`: &name and *name are not read"),
        ("k: *a", "2: cannot read `k: *a`: &name and *name are not read"),
        ("k: !!python/name:os.system x", "a value with a !tag is not read"),
        ("k: a\nk: b", "3: `k` stands here twice; keep one"),
        ("k: a\x07b", "a control character stands here"),
        ("k: {a: b, a: c}", "`a` stands here twice"),
        ("k: " + "[" * 3000, "too many [ and {"),
        ("k:\n" + "- " * 3000, "lists are nested too deeply"),
        ("k: - x", "a list starts on the line below its key"),
    ],
)  # fmt: skip
def test_a_broken_key_is_told_with_its_line_and_the_others_are_read(
    broken: str, message: str
) -> None:
    block = f"{broken}\nafter: good"
    assert message in problems(block)[0]
    assert values(block)["after"] == "good"
    assert values(block)["k"] != ""


def test_lines_that_are_no_keys_are_told() -> None:
    assert problems("just words\nk: v") == [
        "a.md:2: cannot read `just words`: write each line as `key: value`"
    ]
    assert values("just words\nk: v") == {"k": "v"}


def test_non_breaking_spaces_are_read_and_told() -> None:
    assert values("k:\xa0v") == {"k": "v"}
    assert problems("a: b\nk:\xa0v") == [
        "a.md:3: non-breaking spaces stand here; replace them with plain ones"
    ]


def test_a_bomb_is_refused() -> None:
    lines = [f"{key}: &{key} [*{before}, *{before}]" for before, key in pairwise("abcdefghi")]
    bomb = "\n".join(["a: &a [x, x]", *lines])
    assert len(problems(bomb)) == 9
    assert all(len(str(value)) < 50 for value in values(bomb).values())


def test_endless_front_matter_is_refused() -> None:
    assert "longer than 20 kB" in problems("k: v\n" * 30_000)[0]


def test_entries_say_where_they_stand() -> None:
    block = "# top\na: b # c\nlist:\n  - x\n  - y # z\nm: {n: o}\n"
    entries, _ = read_front_matter(block, path=PATH, first_line=2)
    assert {key: block[entry.start : entry.end] for key, entry in entries.items()} == {
        "a": "a: b",
        "list": "list:\n  - x\n  - y",
        "m": "m: {n: o}",
    }
    assert [entry.line for entry in entries.values()] == [3, 4, 7]


LINES = st.one_of(
    st.builds("{}: {}".format, st.sampled_from("abc"), st.text("ab c1#:,[]{}'\"\\?&*!|-~=é\t")),
    st.builds("{}- {}".format, st.sampled_from(["", " ", "  "]), st.text("ab c#:,['\"?-&")),
    st.builds(
        lambda items: f"l: [{', '.join(items)}]",
        st.lists(st.text("ab -?.'#\"", max_size=5), max_size=3),
    ),
    st.sampled_from(["", "a:", "b: ", "c: # x", "  x: 1", '  y: "q"', " z: 3", "# n", "d:\r"]),
)


@given(st.lists(LINES, max_size=4).map("\n".join))
def test_the_quick_way_agrees_with_yaml(block: str) -> None:
    quick = find_plain_entries(block, 1)
    if quick is None:
        return
    assert quick == read_yaml_entries(block, 1)


@given(st.text() | st.text("ab:# ,[]{}'\"\\?-\n\xa0\u2028\x85\ufeff&*|>%@`"))
def test_any_text_is_written_so_that_yaml_reads_it_back(text: str) -> None:
    try:
        assert read_yaml_entries(f"k: {write_scalar(text)}", 1)["k"].value == text
        in_list = write_scalar(text, in_list=True)
        assert read_yaml_entries(f"k: [{in_list}]", 1)["k"].value == (text,)
        assert values(f"k: {write_scalar(text)}\nl: [{in_list}]") == {"k": text, "l": (text,)}
    except UnreadableYamlError as error:
        raise AssertionError(error.mending) from error


@given(st.text("ab: -#[]{}'\"\n\t&*!|>?,\\", max_size=60))
def test_any_block_is_read(block: str) -> None:
    entries, found = read_front_matter(block, path=PATH, first_line=2)
    assert all(entry.start < entry.end <= len(block) for entry in entries.values())
    assert all(2 <= problem.line <= 2 + block.count("\n") for problem in found)
