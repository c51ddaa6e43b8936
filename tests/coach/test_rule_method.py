import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.coach.plain_words import WordReader
from desktop.coach.rule_method import RuleMethod
from desktop.coach.word_weights import weigh_words
from desktop.domain.feedback import AnswerFeedback, Band, PointFeedback
from desktop.domain.rubric import RubricPoint

PROMPT = "Records with weights arrive in a stream. Draw a sample of fixed size. Prove its law."
CLOCKS = RubricPoint(
    "Gives each record an independent exponential clock and keeps the smallest in a heap.",
    2,
    ("exponential clock", "smallest clocks", "bounded heap", "heapreplace"),
)
LAW = RubricPoint(
    r"Proves that the first clock is record $i$ with probability $w_i/W$.",
    1,
    ("memoryless", "first to ring", "`w_i/W`"),
)
TIES = RubricPoint("Breaks ties by an arrival number, so two records are never compared.")
POINTS = (CLOCKS, LAW, TIES)
GOOD = (
    "Every record gets an exponential clock, and a bounded heap holds the smallest clocks.\n\n"
    "The first to ring is record $i$ with probability $w_i/W$, as clocks are memoryless.\n\n"
    "Ties are broken by the arrival number, so that two records are never compared."
)
READER = WordReader()
RULE = RuleMethod(READER, weigh_words([GOOD, PROMPT], READER))
PLAIN_SENTENCES = (
    "The heap is small and it holds the best.",
    "Since the clock is exponential, the rest follows.",
    "I would test the frequencies, because they show a fault.",
    "Underflow is a danger when weights are tiny 😀.",
    "It has cost $O(n\\log k)$ in all.",
    "Every record gets a clock, and those that ring first are kept.",
    "When two arrive together, their number decides.",
    "The probability is $w_i/W$ if they are memoryless.",
)


def judged(answer: str, points: tuple[RubricPoint, ...] = POINTS) -> AnswerFeedback:
    return RULE.judge(PROMPT, points, (), answer)


def bands(answer: str) -> list[Band]:
    return [point.band for point in judged(answer).points]


def the_point(answer: str, text: str, *cues: str) -> PointFeedback:
    return judged(answer, (RubricPoint(text, cues=cues),)).points[0]


def test_a_good_answer_shows_every_point_with_its_sentence() -> None:
    feedback = judged(GOOD)
    assert [point.band for point in feedback.points] == [Band.FOUND] * 3
    quoted = [point.evidence.text for point in feedback.points if point.evidence]
    assert quoted == GOOD.split("\n\n")
    assert {point.method for point in feedback.points} == {"rule"}
    assert feedback.overall > 0.7


@pytest.mark.parametrize("answer", ["", "fine", "Fine.", " \n ", "😀", "?", PROMPT, PROMPT * 2])
def test_nothing_said_scores_nothing(answer: str) -> None:
    feedback = judged(answer)
    assert feedback.overall == 0
    assert all(point.evidence is None for point in feedback.points)


def test_overall_goes_by_the_weights() -> None:
    first, _, _ = GOOD.split("\n\n")
    feedback = judged(first)
    scores = [point.score for point in feedback.points]
    assert feedback.overall == pytest.approx((2 * scores[0] + scores[1] + scores[2]) / 4)


def test_no_points_no_score() -> None:
    assert judged(GOOD, ()).overall == 0


@pytest.mark.parametrize(
    "answer",
    [
        "Records do not get an exponential clock, and no bounded heap holds the smallest clocks.",
        "A bounded heap never holds the smallest clocks and the exponential clock isn't used.",
    ],
)
def test_a_negation_that_the_point_lacks_leaves_a_maybe(answer: str) -> None:
    assert bands(answer)[0] is Band.MAYBE


def test_a_negation_that_the_point_has_is_no_doubt() -> None:
    assert bands("Two records are never compared: ties go by the arrival number.")[2] is Band.FOUND


def test_a_negation_within_a_cue_is_no_doubt() -> None:
    text = "Says that the missing users differ from the others."
    answer = "The missing users are not random, they differ from the others."
    assert the_point(answer, text, "not random", "differ").band is Band.FOUND


def test_a_list_of_terms_leaves_a_maybe_at_best() -> None:
    terms = [cue for point in POINTS for cue in point.cues]
    for answer in (", ".join(terms), "\n".join(f"- {term}" for term in terms), ". ".join(terms)):
        assert Band.FOUND not in bands(answer)


def test_a_sentence_that_names_everything_is_not_everything() -> None:
    points = tuple(
        RubricPoint(
            f"Says that the {word} is decisive.", cues=(f"decisive {word}", f"{word} is decisive")
        )
        for word in ("heap", "clock", "urn", "tie", "law", "key", "seed", "test", "stream")
    )
    words = " and the decisive ".join(point.cues[0].removeprefix("decisive ") for point in points)
    feedback = judged(f"It is because of the decisive {words} that it works.", points)
    found = [point for point in feedback.points if point.band is Band.FOUND]
    assert len(found) < len(points) / 2
    alone = judged("It is the decisive heap, as a heap is decisive.", points)
    assert alone.points[0].band is Band.FOUND


@pytest.mark.parametrize(
    ("answer", "text", "cues"),
    [
        ("| rule | 1e-6 |\n|---|---|\n| exponential clock | 0.011 |", "Sees 0.011", ("0.011",)),
        ("```python\nheapq.heapreplace(heap, item)\n```", "Replaces the top", ("heapreplace",)),
        ("$$\nP = \\frac{w_i}{W}\n$$", "Derives the share", (r"$\frac{w_i}{W}$",)),
    ],
)
def test_rows_code_and_formulas_are_evidence(answer: str, text: str, cues: tuple[str]) -> None:
    feedback = the_point(answer, text, *cues)
    assert feedback.score > 0.2


def test_words_of_the_prompt_show_nothing_by_themselves() -> None:
    assert judged("Weights and records in the stream, and a sample of them.").overall == 0


def test_more_of_the_point_scores_more() -> None:
    text = "Breaks ties by an arrival number"
    parts = [
        "It uses a number.",
        "It uses the arrival number.",
        "It breaks ties by arrival number.",
    ]
    scores = [the_point(part, text).score for part in parts]
    assert 0 < scores[0] < scores[1] < scores[2] <= 1


def test_a_misspelt_answer_is_read() -> None:
    right = the_point("They ring by an algorithm.", "An algorithm decides.")
    wrong = the_point("They ring by an algoritm.", "An algorithm decides.")
    assert right.score == wrong.score > 0


def test_key_topics_are_mentioned_or_not() -> None:
    topics = ("Exponential clocks", "Underflow of powers")
    feedback = RULE.judge(PROMPT, POINTS, topics, GOOD)
    assert [(one.topic, one.is_mentioned) for one in feedback.topics] == [
        ("Exponential clocks", True),
        ("Underflow of powers", False),
    ]
    assert not any(one.is_mentioned for one in RULE.judge(PROMPT, POINTS, topics, "").topics)


@given(st.lists(st.sampled_from([*PLAIN_SENTENCES, *GOOD.split("\n\n")]), unique=True))
def test_adding_the_expected_sentence_never_lowers_its_score(sentences: list[str]) -> None:
    answer = "\n\n".join(sentences)
    for index, point in enumerate(POINTS):
        before = judged(answer).points[index]
        after = judged(f"{answer}\n\n{point.text}").points[index]
        assert after.score >= before.score


@given(st.text(alphabet="abe clok.,-*#|`$\n\\{}^_1not😀λ", max_size=300) | st.text(max_size=100))
def test_any_answer_is_judged_within_bounds(answer: str) -> None:
    feedback = judged(f"{answer} exponential clock in a bounded heap{answer}")
    assert 0 <= feedback.overall <= 1
    for point in feedback.points:
        assert 0 <= point.score <= 1
        assert (point.evidence is None) is (point.band is Band.NOT_FOUND)
        if point.evidence:
            start, end, text = point.evidence.start, point.evidence.end, point.evidence.text
            assert f"{answer} exponential clock in a bounded heap{answer}"[start:end] == text


@pytest.mark.parametrize(
    "piece", ["a", "$", "`", "(", "- a\n", "| a ", "not, ", "9", "_{", "λ", "\\a "]
)
def test_a_megabyte_is_read_in_part(piece: str) -> None:
    answer = piece * (1_000_000 // len(piece))
    feedback = judged(f"{GOOD}\n\n{answer}\n\n{GOOD}")
    assert all(0 <= point.score <= 1 for point in feedback.points)
