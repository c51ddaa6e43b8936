from desktop.domain.coverage_map import CoverageMap, CoverageTally
from desktop.domain.question import Question

MAP = CoverageMap(
    size=20,
    counts={"difficulty": {"easy": 5, "hard": 15}, "roles": {"data-scientist": 10}},
    least={"roles": 3},
)


def question(number: int, difficulty: str, *roles: str, form: str = "") -> Question:
    return Question(
        id=f"q{number}", title="T", difficulty=difficulty, roles=tuple(roles), form=form
    )


def rows(*questions: Question) -> dict[str, tuple[int, float, str]]:
    tally = CoverageTally(MAP)
    for one in questions:
        tally.add(one)
    return {row.value: (row.count, row.target, row.gap) for row in tally.coverage.rows}


def test_counts_stand_beside_what_the_map_wants_of_so_many() -> None:
    asked = [question(number, "hard", "data-scientist") for number in range(6)]
    found = rows(*asked, question(7, "easy"), question(8, "easy"))
    assert found["easy"] == (2, 2.0, "")
    assert found["hard"] == (6, 6.0, "")
    assert found["data-scientist"] == (6, 4.0, "")


def test_gaps_are_named() -> None:
    found = rows(*(question(number, "easy", "data-scientist") for number in range(8)))
    assert found["easy"][2] == "too many"
    assert found["hard"][2] == "too few"
    assert found["data-scientist"][2] == ""


def test_a_role_needs_its_least_in_the_smallest_bank() -> None:
    found = rows(question(1, "easy", "data-scientist"))
    assert found["data-scientist"] == (1, 0.5, "at least 3 are needed")


def test_quick_questions_are_counted_apart() -> None:
    tally = CoverageTally(MAP)
    tally.add(question(1, "easy", form="quick"))
    tally.add(question(2, "hard"))
    coverage = tally.coverage
    assert (coverage.question_count, coverage.quick_count) == (1, 1)
    assert [row.count for row in coverage.rows] == [0, 1, 0]
