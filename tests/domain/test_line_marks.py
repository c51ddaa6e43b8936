import pytest
from marked_text import stepped

from desktop.domain.line_marks import (
    heading_step,
    toggle_bullets,
    toggle_code_block,
    toggle_numbers,
    toggle_quote,
    toggle_tasks,
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("words‸", "- words‸"),
        ("- words‸", "words‸"),
        ("‸", "- ‸"),
        ("«one\n\ntwo»", "«- one\n\n- two»"),
        ("«- one\n- two»", "«one\ntwo»"),
        ("«- one\ntwo»", "«- one\n- two»"),
        ("1. one‸", "- one‸"),
        ("- [ ] one‸", "- one‸"),
        ("> one‸", "> - one‸"),
    ],
)
def test_list(before: str, after: str) -> None:
    assert stepped(toggle_bullets, before) == after


def test_numbers_and_tasks() -> None:
    assert stepped(toggle_numbers, "«one\ntwo»") == "«1. one\n2. two»"
    assert stepped(toggle_numbers, "«1. one\n2. two»") == "«one\ntwo»"
    assert stepped(toggle_tasks, "- one‸") == "- [ ] one‸"
    assert stepped(toggle_tasks, "- [x] one‸") == "one‸"


def test_quote() -> None:
    assert stepped(toggle_quote, "«one\n\ntwo»") == "«> one\n>\n> two»"
    assert stepped(toggle_quote, "«> one\n>\n> two»") == "«one\n\ntwo»"
    assert stepped(toggle_quote, "‸") == "> ‸"


def test_headings() -> None:
    larger, smaller = heading_step(1), heading_step(-1)
    assert stepped(larger, "words‸") == "## words‸"
    assert stepped(larger, "## words‸") == "# words‸"
    assert stepped(larger, "# words‸") == "words‸"
    assert stepped(smaller, "## words‸") == "### words‸"
    assert stepped(smaller, "###### words‸") == "words‸"
    assert stepped(smaller, "words‸") == "###### words‸"
    assert stepped(larger, "```\n# no heading‸\n```") is None


def test_code_block() -> None:
    assert stepped(toggle_code_block, "«a\nb»") == "```\n«a\nb»\n```"
    assert stepped(toggle_code_block, "```\n«a\nb»\n```") == "«a\nb»"
    assert stepped(toggle_code_block, "‸") == "```\n‸\n```"
    assert stepped(toggle_code_block, "```py\na‸") == "a‸"
    assert stepped(toggle_code_block, "«```\na\n```»\nb") == "«a»\nb"
    assert stepped(toggle_code_block, "x ``` «y»") == "````\nx ``` «y»\n````"
