from desktop.domain.question import Part, Question
from desktop.domain.question_changes import carry_over


def test_only_what_changed_is_taken_over() -> None:
    before = Question(id="a", title="Old", topics=("x, y",), parts={Part.WHY: "w"})
    after = Question(id="a", title="New", topics=("x, y",), parts={Part.APPROACH: "1."})
    onto = Question(
        id="a", title="Other", topics=("x", "y"), parts={Part.WHY: "v", Part.SAMPLE_ANSWER: "s"}
    )
    changed = carry_over(before, after, onto)
    assert (changed.title, changed.topics) == ("New", ("x", "y"))
    assert changed.parts == {Part.SAMPLE_ANSWER: "s", Part.APPROACH: "1."}
    assert carry_over(before, before, onto) == onto
