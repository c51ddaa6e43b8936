"""Rows of columns become questions, whatever file they come in."""

import pytest

from desktop.bank.importing.anki_cards import read_anki_text, table_of_notes
from desktop.bank.importing.column_names import guess_mapping
from desktop.bank.importing.json_table import read_json_table
from desktop.bank.importing.question_table import QuestionTable, read_question_table
from desktop.bank.importing.separated_values import find_delimiter, read_separated_values
from desktop.domain.anki_note import AnkiNote
from desktop.domain.errors import AppError
from desktop.domain.import_batch import Batch, ImportField, ImportKind
from desktop.domain.question import Part, Question

SOURCE = "imported 2026-11-22 from a.csv"
FIELD = ImportField


def batch_of(table: QuestionTable) -> Batch:
    return read_question_table(table, ImportKind.TABLE, "a.csv", SOURCE)


def only(table: QuestionTable) -> Question:
    (one,) = batch_of(table).questions
    return one.imported.question


@pytest.mark.parametrize(
    ("columns", "mapping"),
    [
        (("Question", "Answer"), {FIELD.PROMPT: "Question", FIELD.ANSWER: "Answer"}),
        (("Back", "Front"), {FIELD.PROMPT: "Front", FIELD.ANSWER: "Back"}),
        (("Column 1", "Column 2"), {FIELD.PROMPT: "Column 1", FIELD.ANSWER: "Column 2"}),
        (("title", "sample_answer"), {FIELD.TITLE: "title", FIELD.ANSWER: "sample_answer"}),
        (("tags", "x", "y"), {FIELD.TOPICS: "tags", FIELD.PROMPT: "x", FIELD.ANSWER: "y"}),
        (("Q", "q"), {FIELD.PROMPT: "Q"}),
        ((), {}),
    ],
)
def test_columns_are_known_by_their_names(
    columns: tuple[str, ...], mapping: dict[ImportField, str]
) -> None:
    assert guess_mapping(columns) == mapping


def test_all_fields_of_a_row() -> None:
    text = (
        "title,prompt,answer,tags,difficulty,minutes,rounds,roles,companies,follow-ups,points,id\n"
        'Ridge,Why does it shrink?,It adds a penalty.,"shrinkage; ml",Moderate,15,Phone screen,'
        "MLE,Contoso,Why not lasso?; And then?,Names the penalty,42\n"
    )
    question = only(read_separated_values(text, "a.csv", ","))
    assert (question.title, question.prompt) == ("Ridge", "Why does it shrink?")
    assert question.topics == ("shrinkage", "ml")
    assert (question.difficulty, question.minutes) == ("medium", 15)
    assert question.rounds == ("phone-screen",)
    assert question.roles == ("machine-learning-engineer",)
    assert (question.companies, question.source) == (("Contoso",), SOURCE)
    assert [one.text for one in question.follow_ups] == ["Why not lasso?", "And then?"]
    assert [one.text for one in question.points] == ["Names the penalty"]
    assert dict(question.imported) == {"id": "42"}


def test_long_values_of_other_columns_become_sections() -> None:
    text = 'question,answer,notes\nWhy?,So,"one\n# two"\n'
    (section,) = only(read_separated_values(text, "a.csv", ",")).other_sections
    assert (section.heading, section.body) == ("notes", "one\n### two")


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b\nc,d\n", ","),
        ("a;b,c\nd;e\n", ";"),
        ("a\tb\nc, d, e\tf\n", "\t"),
        ('"a, b";c\n"d, e";f\n', ";"),
        ("a|b\nc|d\n", "|"),
        ("just words\nand more\n", None),
        ("", None),
    ],
)
def test_the_delimiter_is_found(text: str, delimiter: str | None) -> None:
    assert find_delimiter(text) == delimiter


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("question,answer\nWhy?,So\n", ("question", "answer")),
        ("Why?,So\nHow?,Thus\n", ("Column 1", "Column 2")),
        ("vraag,antwoord\n" + f"Waarom?,{'zo ' * 60}\n" * 3, ("vraag", "antwoord")),
        (
            "question,,answer,answer\nWhy?,,So,x\n",
            ("Column 1", "Column 2", "Column 3", "Column 4"),
        ),
    ],
)
def test_a_header_is_told_from_a_row(text: str, columns: tuple[str, ...]) -> None:
    assert read_separated_values(text, "a.csv", ",").columns == columns


def test_rows_are_counted_as_a_spreadsheet_does() -> None:
    batch = batch_of(read_separated_values("question,answer\n\nWhy?,So\n,\n,x\n", "a.csv", ","))
    assert [str(one.place) for one in batch.questions] == ["a.csv, row 3"]
    assert [str(one) for one in batch.warnings] == [
        "a.csv, row 5: left out: there is no question here."
    ]


@pytest.mark.parametrize(
    "text",
    [
        '[{"question": "Why?", "answer": "So"}]',
        '{"questions": [{"question": "Why?", "answer": "So"}]}',
        '{"meta": 1, "data": {"items": [{"q": "Why?", "a": "So"}]}}',
        '{"question": ["Why?"], "answer": ["So"]}',
        '{"question": "Why?", "answer": "So"}',
        '{"1": {"question": "Why?", "answer": "So"}}',
        '{"Why?": "So"}',
    ],
)
def test_json_of_many_shapes(text: str) -> None:
    batch = batch_of(read_json_table(text, "a.json"))
    if batch.questions:
        question = batch.questions[0].imported.question
        assert (question.prompt, question.parts[Part.SAMPLE_ANSWER]) == ("Why?", "So")
    else:
        pytest.fail("no question")


def test_json_values_that_are_no_text() -> None:
    text = (
        '[{"question": "Why?", "tags": ["a b", "c"], "minutes": 15, "answer": null, "ok": true,'
        ' "follow_ups": ["And then, after that, what?"]}, true]'
    )
    table = read_json_table(text, "a.json")
    question = only(table)
    assert (question.topics, question.minutes) == (("a-b", "c"), 15)
    assert dict(question.imported) == {"ok": "yes"}
    assert table.warnings == ((2, "left out: it is neither an object nor a text."),)


@pytest.mark.parametrize("text", ["7", "[]", "{}", "null"])
def test_json_without_questions_is_refused(text: str) -> None:
    with pytest.raises(AppError, match="holds no list of questions"):
        read_json_table(text, "a.json")


def test_the_header_lines_of_an_anki_export_are_obeyed() -> None:
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"
        "#tags column:6\nx1\tBasic\tML::Statistics\t<b>Why</b>?\tSo<br>it is\tone two::three\n"
    )
    question = only(read_anki_text(text, "a.txt"))
    assert (question.prompt, question.parts[Part.SAMPLE_ANSWER]) == ("**Why**?", "So\nit is")
    assert (question.topics, question.category) == (("one", "two", "three"), "Statistics")


def test_fields_of_a_note_that_are_neither_side_are_kept() -> None:
    fields = (("Question", "Why?"), ("Answer", "So"), ("Extra", "More"), ("Empty", " "))
    question = only(table_of_notes([AnkiNote(fields, deck="Mine")]))
    assert dict(question.imported) == {"extra": "More", "deck": "Mine"}


def test_gaps_are_hidden_in_the_prompt_and_bold_in_the_answer() -> None:
    note = AnkiNote((("Text", "{{c1::The {{c2::L1}} norm::which}} is sparse"), ("Extra", "")))
    question = only(table_of_notes([note]))
    assert question.prompt == "[which] is sparse"
    assert "L1" in question.parts[Part.SAMPLE_ANSWER]


def test_pictures_and_sounds_are_told() -> None:
    note = AnkiNote((("Front", 'Why? <img src="x.png">'), ("Back", "So [sound:a.mp3]")))
    batch = batch_of(table_of_notes([note]))
    assert batch.questions[0].imported.question.prompt == "Why?"
    assert "do not come along" in str(batch.warnings[0])
