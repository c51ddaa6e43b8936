from pathlib import Path

from cli_samples import GOOD, Shell

BROKEN = "---\ntitle: A: B\ndifficulty: medium\n---\n\nWhy?\n"


def test_the_bank_that_ships_is_clean(shell: Shell) -> None:
    said = shell("check")
    assert said.code == 0
    assert said.out.endswith(" questions checked, 0 problems\n")
    assert "\nCoding " in said.out


def test_good_files_are_counted(shell: Shell) -> None:
    Path("one.md").write_text(GOOD.format(title="One", topic="x"), encoding="utf-8")
    said = shell("check", "one.md")
    assert said.code == 0
    assert said.out.endswith("1 question checked, 0 problems, 1 remark\n")


def test_problems_are_listed_from_the_current_folder(shell: Shell) -> None:
    folder = Path("mine")
    folder.mkdir()
    (folder / "bad.md").write_text(BROKEN, encoding="utf-8")
    (folder / "good.md").write_text(GOOD.format(title="One", topic="x"), encoding="utf-8")
    said = shell("check", str(folder.absolute()))
    assert said.code == 1
    *told, last = said.out.splitlines()
    problems = [line for line in told if "remark: " not in line]
    assert problems
    assert all(line.startswith(str(folder / "bad.md:")) for line in problems)
    assert any(line.startswith(f"{folder / 'bad.md'}:2: ") for line in problems)
    assert last == f"2 questions checked, {len(problems)} problems, 1 remark"


def test_problems_as_json(shell: Shell) -> None:
    Path("bad.md").write_text(BROKEN, encoding="utf-8")
    said = shell("check", "--json", "bad.md")
    assert said.code == 1
    problems = said.json()["problems"]
    assert {(one["path"], one["line"]) for one in problems} >= {("bad.md", 2)}
    assert all(set(one) == {"path", "line", "message"} for one in problems)


def test_coverage_as_json(shell: Shell) -> None:
    told = shell("check", "--json").json()
    assert told["problems"] == []
    (coverage,) = told["coverage"]
    assert coverage["questions"] + coverage["quick"] == told["questions"]
    assert {row["field"] for row in coverage["rows"]} == {
        *("category", "difficulty", "rounds", "roles")
    }
    assert all(row["count"] >= row["least"] for row in coverage["rows"])


def test_remarks_count_when_strict(shell: Shell) -> None:
    Path("one.md").write_text(GOOD.format(title="One", topic="x"), encoding="utf-8")
    assert "one.md:12: remark: " in shell("check", "one.md").out
    assert shell("check", "one.md").code == 0
    assert shell("check", "--strict", "one.md").code == 1
    assert shell("check", "--strict").code == 0


def test_the_whole_bank_includes_the_persons_own(shell: Shell) -> None:
    shell.write_question("mine", "Mine").write_text(BROKEN, encoding="utf-8")
    said = shell("check")
    assert said.code == 1
    assert str(shell.data / "questions" / "mine.md") in said.out


def test_a_path_given_twice_is_checked_once(shell: Shell) -> None:
    Path("one.md").write_text(GOOD.format(title="One", topic="x"), encoding="utf-8")
    assert "1 question checked" in shell("check", "one.md", "one.md").out


def test_a_missing_path_is_wrong_use(shell: Shell) -> None:
    said = shell("check", "nowhere.md")
    assert (said.code, said.out) == (2, "")
    assert "There is no file or folder nowhere.md" in said.err


def test_a_name_that_looks_like_an_option(shell: Shell) -> None:
    Path("-odd.md").write_text(GOOD.format(title="One", topic="x"), encoding="utf-8")
    assert (
        shell("check", "--", "-odd.md").out.splitlines()[-1]
        == "1 question checked, 0 problems, 1 remark"
    )
