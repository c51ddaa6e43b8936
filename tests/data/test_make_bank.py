from pathlib import Path

from make_bank import make_bank, make_questions


def test_the_same_seed_makes_the_same_bank(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_bank(tmp_path / name, 20, seed=3)
    one, two = (
        {file.name: file.read_bytes() for file in (tmp_path / name).rglob("*.md")}
        for name in ("one", "two")
    )
    assert one == two
    assert len(one) == 20


def test_questions_differ_by_seed_and_from_each_other() -> None:
    questions = list(make_questions(50, seed=1))
    assert len({question.id for question in questions}) == 50
    assert len({question.prompt for question in questions}) == 50
    assert questions != list(make_questions(50, seed=2))
