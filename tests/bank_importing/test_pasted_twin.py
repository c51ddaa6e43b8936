"""A page laid out as question sites do, with everything such a page holds, in other words."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from desktop.bank.importing.page_headings import section_start
from desktop.bank.importing.pasted_page import read_pasted_page
from desktop.bank.importing.similar_questions import KnownQuestion
from desktop.domain.imported_question import ImportedQuestion
from desktop.domain.question import Part

PAGES = Path(__file__).parents[1] / "data" / "pages_pasted"
TODAY = date(2026, 11, 22)
TWIN = (PAGES / "twin_of_the_seed.txt").read_text(encoding="utf-8")
COHERENT = (PAGES / "coherent_twin.txt").read_text(encoding="utf-8")


def read(text: str) -> ImportedQuestion:
    return read_pasted_page(text, TODAY, ())


def messages(imported: ImportedQuestion, field: str) -> str:
    return "\n".join(one.message for one in imported.warnings if one.field == field)


def test_the_heading_is_the_title_and_the_prompt_is_said_once() -> None:
    question = read(TWIN).question
    assert question.title == "Explain reinforcement learning vs decision trees"
    assert question.prompt == (
        "Contrast layer normalization and quantization for speech recognition."
    )


def test_metadata_arrives_in_our_words() -> None:
    question = read(TWIN).question
    assert question.companies == ("Northwind",)
    assert question.category == "Deep learning"
    assert question.roles == ("data-scientist",)
    assert question.rounds == ("onsite",)
    assert question.difficulty == "hard"
    assert question.source == "pasted 2026-11-22"


def test_dates_and_counts_stand_under_imported_as_of_their_date() -> None:
    assert read(TWIN).question.imported == {
        "as_of": "2025-05-04",
        "last_updated": "2025-05-04",
        "date": "2025-05-02",
        "solved": "2,041",
        "count_1": "12",
        "count_2": "3",
    }


def test_every_part_arrives() -> None:
    question = read(TWIN).question
    assert question.parts[Part.WHY].startswith("Northwind asks this during the Onsite")
    assert [point.text for point in question.points] == [
        "State the theoretical background clearly",
        "Consider implementation details and tuning",
        "Weigh the strengths and limitations of the method",
        "Know the metrics and the validation strategy",
        "Give concrete examples from real applications",
    ]
    assert {point.weight for point in question.points} == {1}
    assert question.parts[Part.EXPECTATIONS].startswith("- (1) State")
    assert question.parts[Part.KEY_TOPICS].count("\n") == 3
    assert question.topics[1] == "quantization-schemes"
    assert question.parts[Part.APPROACH].startswith("1. Start with the precision")
    assert question.parts[Part.APPROACH].count("\n") == 3
    assert [one.text for one in question.follow_ups] == [
        "How would you defend the result before a product manager?",
        "Which quantization would you try first, and why?",
    ]


def test_the_answers_passages_are_headed_and_its_broken_bold_is_closed() -> None:
    answer = read(TWIN).question.parts[Part.SAMPLE_ANSWER]
    assert re.findall(r"^###.*", answer, re.MULTILINE) == [
        "### Setting the Scene",
        "### In the Field",
    ]
    assert "**Central Equat...**" in answer


def test_the_site_itself_is_left_out() -> None:
    question = read(TWIN).question
    everything = "\n".join([question.prompt, *question.parts.values()])
    for words in ("Prepwell", "workspace", "Interview Prep", "Submit", "Markdown supported"):
        assert words not in everything
    assert question.other_sections == ()


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", "Heading and prompt are about different things"),
        ("topics", "do not belong to the prompt: Feature selection and encoding; K-means"),
        ("expectations", "nothing in it names what the prompt asks"),
        ("approach", "mostly about something else"),
        ("sample_answer", 'breaks off in 2 places: "… behind it: Central Equat..."'),
        ("sample_answer", "names nothing that the prompt asks about"),
        ("imported", "The counts 12 and 3 stand without a label"),
        ("companies", '"Northwind" twice'),
        ("category", '"Deep Learning" twice'),
        ("roles", '"Data Scientist" twice'),
        ("rounds", '"Onsite" is none of the rounds'),
        ("minutes", "does not say how many minutes"),
        ("related", 'nothing below "Related Questions"'),
    ],
)
def test_what_looks_wrong_is_said_beside_its_field(field: str, words: str) -> None:
    assert words in messages(read(TWIN), field)


def test_a_title_after_the_prompt_is_proposed() -> None:
    proposals = [one.proposal for one in read(TWIN).warnings if one.proposal]
    assert proposals == ["Contrast layer normalization and quantization for speech recognition"]


def test_what_was_not_found_is_said() -> None:
    assert read(TWIN).not_found == ("minutes", "related")


def test_a_question_like_it_in_the_bank_is_named() -> None:
    known = (
        KnownQuestion("rl-basics", "Q-learning by hand", "Fill the table."),
        KnownQuestion(
            "speech", "Layer normalization or quantization for speech", "A recogniser …"
        ),
    )
    imported = read_pasted_page(TWIN, TODAY, known)
    assert '"Layer normalization or quantization for speech" (speech)' in messages(
        imported, "title"
    )
    assert "rl-basics" not in messages(imported, "title")


def test_a_page_whose_parts_belong_together_raises_no_doubt_about_it() -> None:
    imported = read(COHERENT)
    assert {one.field for one in imported.warnings} == {
        "companies",
        "category",
        "roles",
        "minutes",
    }
    assert imported.not_found == ("minutes",)
    assert imported.question.imported["comments"] == "5"
    assert imported.question.other_sections[0].body.split("\n") == [
        "- Why do transformers use warm-up?",
        "- Explain residual connections",
    ]


def on_headings(change: Callable[[str], str]) -> Callable[[str], str]:
    def changed(text: str) -> str:
        return "\n".join(change(line) if is_heading(line) else line for line in text.split("\n"))

    return changed


def is_heading(line: str) -> bool:
    start = section_start(line.strip(), line.strip())
    return start is not None and start.is_sure and not start.rest


def wrapped(text: str) -> str:
    return "\n".join(
        re.sub(r"(.{60,75}) ", r"\1\n", line) if len(line) > 90 else line
        for line in text.split("\n")
    )


def with_bullet(mark: str) -> Callable[[str], str]:
    return lambda text: text.replace("•", mark)


SHAPES: dict[str, Callable[[str], str]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Mac line ends": lambda text: text.replace("\n", "\r"),
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0"),
    "zero-width spaces": lambda text: text.replace("e", "e\u200b"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "no blank lines": lambda text: re.sub(r"\n+", "\n", text),
    "doubled lines": lambda text: text.replace("\n", "\n\n"),
    "indented": lambda text: re.sub(r"(?m)^(?=.)", "    ", text),
    "indented by tabs": lambda text: re.sub(r"(?m)^(?=.)", "\t", text),
    "wrapped lines": wrapped,
    "Markdown headings": on_headings(lambda line: f"## {line}"),
    "underlined headings": on_headings(lambda line: f"{line}\n-----"),
    "bold headings": on_headings(lambda line: f"**{line}**"),
    "capital headings": on_headings(str.upper),
    "headings with colons": on_headings(lambda line: f"{line}:"),
    "headings with symbols": on_headings(lambda line: f"🚀 {line}"),
    "numbered headings": on_headings(lambda line: f"3. {line}"),
    **{f"bullet {mark}": with_bullet(mark) for mark in "-*–‣▪◦●·o"},
    "bullets without space": lambda text: text.replace("• ", "•"),
    "bullets on their own line": lambda text: re.sub(r"(?m)^ *(•|\d\.) ", r"\1\n", text),
    "no bullets": lambda text: re.sub(r"(?m)^ *(•|\d\.) ", "", text),
    "numbers (1)": lambda text: re.sub(r"(?m)^ *(\d)\. ", r"(\1) ", text),
    "numbers 1)": lambda text: re.sub(r"(?m)^ *(\d)\. ", r"\1) ", text),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_shape_of_the_text_does_not_matter(shape: str) -> None:
    plain, shaped = read(TWIN), read(SHAPES[shape](TWIN))
    assert spoken(shaped) == spoken(plain)
    assert shaped.not_found == plain.not_found
    assert [one.field for one in shaped.warnings] == [one.field for one in plain.warnings]


def spoken(imported: ImportedQuestion) -> str:
    """All that a question says, without regard to where lines break."""
    return " ".join(repr(imported.question).replace("\\n", " ").split())
