from desktop.rendering.code_spans import code_lines
from desktop.rendering.code_tokens import code_tokens


def test_a_string_over_two_lines_is_one_in_each() -> None:
    lines = code_lines(code_tokens('x = """a\nb"""', "python"))
    assert lines[0][-1].kind.startswith("Literal.String")
    assert [(span.start, span.end) for span in lines[1]] == [(0, 4)]
    assert lines[1][0].kind.startswith("Literal.String")


def test_every_line_of_the_code_has_its_place() -> None:
    code = "a = 1\n\n\nb = 2\n"
    assert len(code_lines(code_tokens(code, "python"))) == len(code.split("\n"))


def test_unknown_code_has_no_colours() -> None:
    assert code_lines(code_tokens("a\nb", "no-such-language")) == ((), ())
