from desktop.domain.text_headings import TextHeading, find_headings


def test_headings_are_found_in_order_with_their_places() -> None:
    text = "# One\n\ntext\n### Three ###\n"
    assert find_headings(text) == (TextHeading(1, "One", 0), TextHeading(3, "Three", 12))


def test_marks_in_code_and_math_are_no_headings() -> None:
    text = "```python\n# a comment\n```\n$$\n# x\n$$\n## Real\n"
    assert [heading.text for heading in find_headings(text)] == ["Real"]


def test_the_place_of_a_heading_is_that_of_its_line() -> None:
    text = "🙂 first\r\n  ## Second\r\n"
    (heading,) = find_headings(text)
    assert text[heading.start :].startswith("  ## Second")
