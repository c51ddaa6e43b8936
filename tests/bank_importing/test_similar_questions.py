"""Many questions are compared with many as one is with one."""

import pytest

from desktop.bank.importing.similar_questions import (
    KnownQuestion,
    KnownWordings,
    likeness_warnings,
)
from desktop.domain.question import Question

KNOWN = (
    KnownQuestion("ridge", "Ridge as shrinkage", "Why does ridge shrink the weights of a model?"),
    KnownQuestion("kernel", "The kernel trick", "What does a kernel compute?"),
    KnownQuestion("l1", "Zeros of the lasso penalty", "Why does lasso give exact zeros?"),
)


@pytest.mark.parametrize(
    ("title", "prompt", "key"),
    [
        ("Ridge as shrinkage", "Something else entirely.", "ridge"),
        ("Untitled", "what does a KERNEL compute", "kernel"),
        ("Why the lasso penalty has zeros", "Why the lasso penalty has zeros", "l1"),
        ("Batch normalisation at test time", "What changes at test time?", None),
        ("", "", None),
    ],
)
def test_the_likest_is_found(title: str, prompt: str, key: str | None) -> None:
    question = Question(id="x", title=title, prompt=prompt)
    found = KnownWordings(KNOWN).find_like(question)
    assert (found.key if found else None) == key
    assert bool(likeness_warnings(question, KNOWN)) is (key is not None)
