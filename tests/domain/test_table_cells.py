from marked_text import stepped

from desktop.domain.table_cells import insert_table, next_cell, previous_cell

TABLE = "| a | b |\n| --- | --- |\n| c | d |"


def test_a_new_table_stands_apart_with_its_first_cell_selected() -> None:
    table = "| «Column 1» | Column 2 | Column 3 |\n| --- | --- | --- |\n|  |  |  |"
    assert stepped(insert_table, "‸") == table
    assert stepped(insert_table, "words‸") == f"words\n\n{table}"
    assert stepped(insert_table, "words\n‸\nmore") == f"words\n\n{table}\n\nmore"
    assert stepped(insert_table, "words\n\n‸\n\nmore") == f"words\n\n{table}\n\nmore"


def test_tab_goes_from_cell_to_cell() -> None:
    assert stepped(next_cell, "|‸ a | b |\n|---|---|") == "| «a» | b |\n|---|---|"
    assert stepped(next_cell, "| «a» | b |\n|---|---|\n|  |") == "| a | «b» |\n|---|---|\n|  |"
    assert stepped(next_cell, "| a | b‸ |\n|---|---|\n| c | d |") == (
        "| a | b |\n|---|---|\n| «c» | d |"
    )
    assert stepped(next_cell, "a‸ | b\n--|--\nc | d") == "a | «b»\n--|--\nc | d"
    assert stepped(next_cell, r"| x‸ \| y | b |" + "\n|--|--|") == "| x \\| y | «b» |\n|--|--|"


def test_tab_at_the_end_makes_a_row() -> None:
    assert stepped(next_cell, f"{TABLE[:-1]}‸|\n\nend") == f"{TABLE}\n| ‸ |  |\n\nend"


def test_shift_tab_goes_back() -> None:
    assert stepped(previous_cell, "| a | b |\n|---|---|\n| c‸ | d |") == (
        "| a | «b» |\n|---|---|\n| c | d |"
    )
    assert stepped(previous_cell, "| a‸ | b |\n|---|---|") == "| a‸ | b |\n|---|---|"


def test_other_lines_are_no_table() -> None:
    assert stepped(next_cell, "a | b‸") is None
    assert stepped(next_cell, "words‸\n\n" + TABLE) is None
    assert stepped(next_cell, f"```\n{TABLE[:-1]}‸|\n```") is None
    assert stepped(previous_cell, "‸") is None
