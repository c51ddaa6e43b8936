import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.progress_table import Table
from desktop.domain.table_csv import table_csv


def read_back(table: Table) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table_csv(table).decode("utf-8-sig"), newline="")))


def test_columns_come_first_and_numbers_stay_as_they_are() -> None:
    table = Table("Practice", ("Day", "Change (%)"), (("2026-11-22", -2.5), ("a, “b”", 3)))
    assert read_back(table) == [["Day", "Change (%)"], ["2026-11-22", "-2.5"], ["a, “b”", "3"]]


@given(st.sampled_from("=+-@"), st.text(st.characters(exclude_categories=["C"])))
def test_a_text_that_looks_like_a_formula_is_only_text(sign: str, rest: str) -> None:
    assert read_back(Table("", ("Question",), ((sign + rest,),)))[1] == [f"'{sign}{rest}"]
