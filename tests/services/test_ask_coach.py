"""Asking a real server process about a real question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from served_models import ServedModels, serve_models

from desktop.bank.question_file import read_question
from desktop.coach.endpoint_client import EndpointClient, Patience
from desktop.coach.key_store import KeyPlace, KeyStore
from desktop.coach.open_call import OpenCall
from desktop.domain.errors import AppError
from desktop.domain.mark import Verdict
from desktop.domain.point_comment import PointComment
from desktop.services.ask_coach import MOST_COMMENTED, AskCoach, KeyState

QUESTION = read_question(
    "---\ntitle: A bagged tree\n---\n\nWhy does bagging help?\n\n"
    "## What the interviewer expects\n\n- Names the variance.\n- Names the bias.\n",
    path=Path("a-bagged-tree.md"),
).question
ANSWER = "Averaging many trees lowers the variance of the prediction."


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ServedModels]:
    with serve_models(tmp_path) as served:
        yield served


@pytest.fixture
def coach() -> AskCoach:
    patience = Patience(list_s=2, first_byte_s=2, stall_s=0.4)
    return AskCoach(EndpointClient(patience), KeyStore(lambda: (None, KeyPlace.NO_PACKAGE)))


def ask(
    coach: AskCoach, server: ServedModels, model: str, answer: str = ANSWER
) -> tuple[list[PointComment], str]:
    """What was told of the points, and how it ended."""
    told: list[PointComment] = []
    try:
        coach.ask(server.address, model, QUESTION, answer, told.append, OpenCall())
    except AppError as error:
        return told, str(error)
    return told, ""


def test_each_point_gets_a_whole_comment_with_its_quote(
    coach: AskCoach, server: ServedModels
) -> None:
    told, ended = ask(coach, server, "honest")
    whole = [comment for comment in told if comment.is_whole]
    assert ended == ""
    assert [comment.point for comment in whole] == [0, 1]
    assert {comment.judge for comment in told} == {"model:honest"}
    assert {ANSWER[one.start : one.end] for one in whole} == {"lowers the variance"}
    assert [one.verdict for one in whole] == [Verdict.COVERED] * 2
    assert [("Names the bias." in one["body"]) for one in server.requests] == [False, True]


def test_an_invented_quote_gives_no_credit(coach: AskCoach, server: ServedModels) -> None:
    told, _ = ask(coach, server, "inventor")
    assert (told[-1].dropped, told[-1].has_quote) == (2, False)
    assert "boosting" not in told[-1].text


def test_what_a_model_thinks_aloud_is_not_told(coach: AskCoach, server: ServedModels) -> None:
    told, _ = ask(coach, server, "thinker")
    assert told[-1].text == "Say more of the trees."
    assert not any("nervous" in comment.text for comment in told)


def test_a_model_that_says_nothing_has_said_so(coach: AskCoach, server: ServedModels) -> None:
    told, ended = ask(coach, server, "shy")
    assert [(one.point, one.text, one.is_whole) for one in told] == [(0, "", True), (1, "", True)]
    assert ended == ""


def test_a_model_that_goes_on_and_on_is_cut_short(coach: AskCoach, server: ServedModels) -> None:
    told, ended = ask(coach, server, "talker")
    whole = [comment for comment in told if comment.is_whole]
    assert [one.point for one in whole] == [0, 1]
    assert all(MOST_COMMENTED <= len(one.text) < MOST_COMMENTED + 20 for one in whole)
    assert ended == ""


def test_what_came_before_a_stall_stays(coach: AskCoach, server: ServedModels) -> None:
    told, ended = ask(coach, server, "slow")
    assert "stopped in the middle" in ended
    assert told[-1].text.startswith("You name the effect.")
    assert not told[-1].is_whole


@pytest.mark.parametrize("answer", ["", "fine", "qwe rty uio asd fgh jkl"])
def test_what_is_no_answer_never_leaves(
    coach: AskCoach, server: ServedModels, answer: str
) -> None:
    told, ended = ask(coach, server, "honest", answer)
    assert "nothing was sent" in ended
    assert (told, server.requests) == ([], [])


def test_without_a_model_nothing_is_sent(coach: AskCoach, server: ServedModels) -> None:
    assert "no model yet" in ask(coach, server, " ")[1]
    assert server.requests == []


def test_a_look_says_what_is_there(coach: AskCoach, server: ServedModels) -> None:
    place = server.address.removeprefix("http://")
    found = coach.look(server.address, "gone", OpenCall())
    assert found.models == ("honest", "inventor", "slow")
    assert found.told == (
        f"{place} answers. It has 3 models: honest, inventor, slow. gone is not among them."
    )
    assert coach.look(server.address, "", OpenCall()).told.endswith("Choose one.")


def test_a_key_is_kept_for_one_server_and_never_told(
    coach: AskCoach, server: ServedModels
) -> None:
    state = coach.put_key(server.address, " sk-1 \n")
    assert state == KeyState(is_known=True, place=KeyPlace.NO_PACKAGE)
    assert not coach.key_state("http://127.0.0.1:9").is_known
    assert not coach.key_state("half a").is_known
    coach.look(server.address, "", OpenCall())
    assert server.requests[-1]["headers"]["Authorization"] == "Bearer sk-1"


@pytest.mark.parametrize("key", ["kéy", "two\nlines"])
def test_what_cannot_be_a_key_is_refused(coach: AskCoach, key: str) -> None:
    with pytest.raises(AppError, match="letters, digits and signs") as caught:
        coach.put_key("http://localhost", key)
    assert key not in str(caught.value)
