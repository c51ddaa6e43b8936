import pytest
from cli_samples import NOON, Shell

from desktop.cli.matching_questions import join_query
from desktop.journal.journal import Journal


@pytest.fixture
def stocked(shell: Shell) -> Shell:
    shell.write_question("momentum", "Momentum in a ravine")
    shell.write_question("dropout", "Dropout as an ensemble", topic="regularisation")
    shell.write_question("warmup", "Warm-up of the learning rate")
    shell.answer("momentum")
    return shell


def keys(shell: Shell, *query: str) -> set[str]:
    return {row["key"] for row in shell("list", "--json", "pack:own", *query).json()}


def test_a_fresh_machine_lists_what_ships(shell: Shell) -> None:
    said = shell("list")
    assert said.code == 0
    assert said.err == ""
    assert len(said.out.splitlines()) >= 6


def test_a_row_has_key_difficulty_minutes_status_and_title(stocked: Shell) -> None:
    rows = [line.split("  ") for line in stocked("list", "pack:own").out.splitlines()]
    cells = {tuple(cell for cell in row if cell) for row in rows}
    assert ("momentum", "medium", "15 min", "attempted", "Momentum in a ravine") in cells


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (["-status:attempted"], {"dropout", "warmup"}),
        (["-ravine"], {"dropout", "warmup"}),
        (["status:attempted"], {"momentum"}),
        (["-status:attempted", "-topic:regularisation"], {"warmup"}),
        (["-status:attempted -topic:regularisation"], {"warmup"}),
        (["category:Deep learning"], {"momentum", "dropout", "warmup"}),
        (["-category:Deep learning"], set()),
        (["learning", "rate"], {"warmup"}),
        (["--", "ravine"], {"momentum"}),
    ],
)
def test_the_query_grammar(stocked: Shell, query: list[str], expected: set[str]) -> None:
    assert keys(stocked, *query) == expected


def test_what_changed_since_is_seen(stocked: Shell) -> None:
    assert keys(stocked, "status:attempted") == {"momentum"}
    stocked.answer("warmup")
    stocked.write_question("adam", "Adam and its bias correction")
    (stocked.data / "questions" / "dropout.md").unlink()
    assert keys(stocked, "status:attempted") == {"momentum", "warmup"}
    assert keys(stocked) == {"momentum", "warmup", "adam"}


def test_it_works_while_the_journal_is_open(stocked: Shell) -> None:
    with Journal.open(stocked.data / "journal.sqlite"):
        assert keys(stocked, "status:attempted") == {"momentum"}


def test_a_damaged_index_is_made_anew(stocked: Shell) -> None:
    assert keys(stocked) == {"momentum", "dropout", "warmup"}
    (stocked.data / "cache" / "index.sqlite").write_bytes(b"rubbish" * 5000)
    assert keys(stocked) == {"momentum", "dropout", "warmup"}


def test_mistakes_are_told_and_the_rest_works(stocked: Shell) -> None:
    said = stocked("list", "stauts:attempted", "difficulty:medium", "ravine")
    assert said.code == 0
    assert 'did you mean "status"?' in said.err
    said = stocked("list", "minutes:soon", "ravine")
    assert said.out.startswith("momentum ")
    assert '"minutes" takes a number' in said.err


def test_nothing_found_is_said_apart(stocked: Shell) -> None:
    said = stocked("list", "zebra")
    assert (said.code, said.out, said.err) == (0, "", "No question matches.\n")
    assert stocked("list", "zebra", "--json").json() == []


def test_a_broken_file_hides_no_other(stocked: Shell) -> None:
    (stocked.data / "questions" / "broken.md").write_bytes(b"---\ntitle: [\n\xff\n")
    said = stocked("list", "pack:own")
    assert len(said.out.splitlines()) == 4
    assert "greenroom check" in said.err


def test_a_title_cannot_steer_the_terminal(shell: Shell) -> None:
    shell.write_question("red", '"a \\e[31m red title"')
    assert "\x1b" not in shell("list", "pack:own").out


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        (["category:Deep learning"], 'category:"Deep learning"'),
        (["-topic:soft threshold", "x"], '-topic:"soft threshold" x'),
        (["calibration difficulty:medium"], "calibration difficulty:medium"),
        (["difficulty:medium calibration"], "difficulty:medium calibration"),
        (["company:Example topic:lasso"], "company:Example topic:lasso"),
        (['category:"Deep learning" lasso'], 'category:"Deep learning" lasso'),
        (["soft threshold"], "soft threshold"),
    ],
)
def test_a_value_with_spaces_keeps_together(arguments: list[str], query: str) -> None:
    assert join_query(arguments) == query


def test_stars_and_lists_are_understood(stocked: Shell) -> None:
    with Journal.open(stocked.data / "journal.sqlite") as journal:
        journal.collections.toggle_star("dropout", NOON)
        journal.collections.add_to_list("To repeat", "warmup", uuid="u", at=NOON)
    assert keys(stocked, "is:starred") == {"dropout"}
    assert keys(stocked, "list:To repeat") == {"warmup"}
    assert keys(stocked, "list:to-repeat", "-is:starred") == {"warmup"}
