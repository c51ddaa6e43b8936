from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.question_summary import QuestionSummary, Status
from desktop.domain.quick_order import quick_order


def row(key: str, status: Status = Status.NEW) -> QuestionSummary:
    return QuestionSummary(key=key, title=key.upper(), status=status)


def test_due_comes_before_new_and_new_before_answered() -> None:
    rows = [row("a", Status.ATTEMPTED), row("b"), row("c", Status.ATTEMPTED), row("d")]
    for seed in range(20):
        order = quick_order(rows, {"c"}, seed)
        assert order[0] == "c"
        assert set(order[1:3]) == {"b", "d"}
        assert order[3] == "a"


@given(st.sets(st.text("abc", min_size=1), max_size=9), st.integers(0, 99))
def test_an_order_holds_every_question_once_and_hangs_on_the_seed(
    keys: set[str], seed: int
) -> None:
    rows = [row(key) for key in sorted(keys)]
    order = quick_order(rows, (), seed)
    assert sorted(order) == sorted(keys)
    assert order == quick_order(rows[::-1], (), seed)


def test_seeds_give_other_orders() -> None:
    rows = [row(str(number)) for number in range(9)]
    assert len({quick_order(rows, (), seed) for seed in range(9)}) > 5
