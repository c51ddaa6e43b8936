"""The outlines that ship."""

from pathlib import Path

from desktop.domain.text_headings import find_headings
from desktop.domain.vocabulary import ROUNDS
from desktop.rendering.render_page import render_markdown
from desktop.services.answer_outlines import read_outlines

RESOURCES = Path(__file__).parents[2] / "resources"


def test_there_is_an_outline_for_every_round() -> None:
    assert {outline.round for outline in read_outlines(RESOURCES)} == set(ROUNDS)


def test_every_outline_has_a_title_of_its_own_and_items_to_fill() -> None:
    outlines = read_outlines(RESOURCES)
    assert len({outline.title for outline in outlines}) == len(outlines)
    for outline in outlines:
        assert "- " in outline.text, outline.title
        assert all(heading.level == 2 for heading in find_headings(outline.text)), outline.title
        assert render_markdown(outline.text).blocks, outline.title
