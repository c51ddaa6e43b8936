from desktop.domain.answer_outline import AnswerOutline, first_gap, fitting_first, placed_outline


def test_outlines_of_the_questions_rounds_come_first() -> None:
    outlines = [AnswerOutline(name, name, "- x") for name in ("coding", "ml-breadth", "ml-depth")]
    rounds = [one.round for one in fitting_first(outlines, ("ml-depth", "ml-breadth"))]
    assert rounds == ["ml-breadth", "ml-depth", "coding"]


def test_an_outline_stands_apart_from_what_is_around_it() -> None:
    assert placed_outline("\n## A\n", "", "") == "## A\n"
    assert placed_outline("## A", "text", "more") == "\n\n## A\n\nmore"[:-4]
    assert placed_outline("## A", "text\n", "\nmore") == "\n## A\n"
    assert placed_outline("## A", "text\n\n", "") == "## A\n"


def test_writing_begins_at_the_first_item() -> None:
    text = "## A\n\n- What it is:\n- More:\n"
    assert text[: first_gap(text)].endswith("What it is:")
    assert first_gap("no items") == 0
