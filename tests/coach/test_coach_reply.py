import pytest

from desktop.coach.coach_reply import CoachReply, read_reply
from desktop.coach.quotes import QuotedText
from desktop.domain.mark import Verdict

ANSWER = "Averaging many trees lowers the variance. The bias stays."
IN_ANSWER = QuotedText(ANSWER)
ASKED = QuotedText("Says that averaging helps a deep tree.")


def read(text: str, *, is_whole: bool = True) -> CoachReply:
    return read_reply(text, IN_ANSWER, ASKED, is_whole=is_whole)


def quoted(reply: CoachReply) -> str:
    return ANSWER[reply.start : reply.end]


@pytest.mark.parametrize(
    "text",
    [
        "VERDICT: partly\nQUOTE: lowers the variance\nCOMMENT: Say why.",
        '**Verdict:** Partly.\n\n**Quote:** "lowers the variance"\n\n**Comment:** Say why.',
        "- verdict: partly covers it: no\n- quote: lowers the *variance*.\n- comment: Say why.",
        "<think>COMMENT: no</think>verdict: partly\nquote: lowers the variance\nCOMMENT: Say why.",
    ],
)
def test_the_form_is_read_as_models_write_it(text: str) -> None:
    reply = read(text)
    assert (reply.verdict, quoted(reply), reply.comment, reply.dropped) == (
        Verdict.PARTLY,
        "lowers the variance",
        "Say why.",
        0,
    )


def test_a_quote_that_is_not_in_the_answer_is_dropped() -> None:
    reply = read("VERDICT: covered\nQUOTE: boosting lowers the bias\nCOMMENT: Good.")
    assert (quoted(reply), reply.dropped) == ("", 1)


def test_an_invented_quote_within_the_comment_is_left_out() -> None:
    reply = read('COMMENT: You say "the bias goes to zero", but "The bias stays" and "i.i.d.".')
    assert reply.comment == 'You say […], but "The bias stays" and "i.i.d.".'
    assert reply.dropped == 1


def test_the_words_of_the_question_may_be_quoted() -> None:
    assert read('COMMENT: It asks why "averaging helps a deep tree".').dropped == 0


@pytest.mark.parametrize("quote", ["none", "None.", '"none"', "N/A", ""])
def test_no_quote_is_nothing_dropped(quote: str) -> None:
    reply = read(f"VERDICT: missed\nQUOTE: {quote}\nCOMMENT: Name the limit.")
    assert (reply.verdict, quoted(reply), reply.dropped) == (Verdict.MISSED, "", 0)


@pytest.mark.parametrize("verdict", ["covered, partly or missed", "not covered", "great", ""])
def test_no_clear_verdict_is_none(verdict: str) -> None:
    assert read(f"VERDICT: {verdict}\nCOMMENT: Well.").verdict is None


def test_without_the_form_all_is_comment() -> None:
    assert read("I like trees.") == CoachReply("I like trees.", None, 0, 0, 0)


def test_while_it_is_written_nothing_unchecked_is_shown() -> None:
    whole = 'VERDICT: covered\nQUOTE: invented words here\nCOMMENT: You say "no such words" well.'
    shown = [read(whole[:end], is_whole=False).comment for end in range(len(whole))]
    assert not any("invented" in text or "no such" in text for text in shown)
    assert "VERDICT" not in "".join(shown)
    assert shown[-1] == "You say […] well"
    assert [len(one) for one in shown] == sorted(len(one) for one in shown) or "[…]" in shown[-1]
