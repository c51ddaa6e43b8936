"""Calls answered by a process of their own, which may be killed at any moment."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from multiprocessing import active_children
from threading import Timer

import pytest

from desktop.domain.errors import AppError
from desktop.services.call_aside import CallAside

FAULT = ("It ended too early.", "Ask again.")


def build(named: str) -> Callable[..., object]:
    """An answering function for the other process."""

    def answer(wish: str) -> object:
        if wish == "refuse":
            raise AppError("Not today.", "Come tomorrow.")
        if wish == "break":
            raise ZeroDivisionError
        if wish == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if wish == "dawdle":
            time.sleep(600)
        return f"{named} {wish}", os.getpid()

    return answer


@pytest.fixture
def aside() -> Iterator[CallAside]:
    made = CallAside(FAULT, build, "heard")
    yield made
    made.close()


def test_one_process_answers_all_calls(aside: CallAside) -> None:
    first, second = aside.call("one"), aside.call("two")
    assert (first[0], second[0]) == ("heard one", "heard two")
    assert first[1] == second[1] != os.getpid()


def test_its_app_error_is_raised_here(aside: CallAside) -> None:
    with pytest.raises(AppError, match="Not today") as raised:
        aside.call("refuse")
    assert raised.value.hint == "Come tomorrow."


def test_what_breaks_there_breaks_here_and_says_where(aside: CallAside) -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        aside.call("break")
    assert aside.call("one")[0] == "heard one"


def test_killed_in_the_middle_of_a_call_the_next_one_works(aside: CallAside) -> None:
    with pytest.raises(AppError, match="It ended too early"):
        aside.call("die")
    assert aside.call("one")[0] == "heard one"


def test_closing_ends_a_call_that_is_under_way(aside: CallAside) -> None:
    aside.call("one")
    closing = Timer(0.05, aside.close)
    closing.start()
    with pytest.raises(AppError, match="It ended too early"):
        aside.call("dawdle")
    closing.join()
    assert not active_children()
    with pytest.raises(AppError, match="It ended too early"):
        aside.call("one")
