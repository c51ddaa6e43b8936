"""Headings are known in the wording of well-known pages."""

import pytest

from desktop.domain.part_headings import find_part
from desktop.domain.question import Part


@pytest.mark.parametrize("part", Part)
def test_every_canonical_heading_is_known(part: Part) -> None:
    assert find_part(part.value) is part


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("KEY TOPICS TO COVER", Part.KEY_TOPICS),
        ("Possible Follow-up Questions", Part.FOLLOW_UPS),
        ("Follow–ups:", Part.FOLLOW_UPS),
        ("What interviewers look for", Part.EXPECTATIONS),
        ("**Sample answer**", Part.SAMPLE_ANSWER),
        ("3. How to Approach This", Part.APPROACH),
        ("Why it’s asked", Part.WHY),
        ("💡 What\xa0the interviewer expects", Part.EXPECTATIONS),
        ("Key topics in depth", None),
        ("Notes", None),
        ("", None),
    ],
)
def test_wordings(heading: str, part: Part | None) -> None:
    assert find_part(heading) is part
