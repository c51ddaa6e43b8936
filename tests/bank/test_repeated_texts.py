from pathlib import Path

from desktop.bank.question_file import read_question
from desktop.bank.repeated_texts import RepeatedTexts

POINT = "Derives the variance of the mean of correlated readings with the factor one plus rho."
SENTENCE = "The naive standard error treats the readings as independent, which they are not here."
QUESTION = """\
---
title: {title}
---

Prompt of {title}.

## What the interviewer expects

- (2) {point}
  cues: a
- (1) Says so.
  cues: a

## Sample answer

An opening of its own for {title}. {sentence}

```python
a_line_of_code_that_stands_in_both = "and is no sentence of anybody, so it may stand there"
```
"""


def told(*questions: tuple[str, str, str]) -> list[str]:
    repeated = RepeatedTexts()
    for name, point, sentence in questions:
        text = QUESTION.format(title=name, point=point, sentence=sentence)
        repeated.add(read_question(text, path=Path(f"{name}.md")))
    return [str(problem) for problem in repeated.find()]


def test_a_repeated_point_is_told_with_both_lines() -> None:
    (message,) = told(("one", POINT, "Mine."), ("two", POINT.replace("mean", "average"), "Yours."))
    assert message.startswith("two.md:9: this point stands nearly so in one.md:9, “Derives the")


def test_a_repeated_sentence_is_told_with_both_lines() -> None:
    (message,) = told(("one", "Names a.", SENTENCE), ("two", "Names b.", SENTENCE))
    assert message.startswith("two.md:16: this sentence stands nearly so in one.md:16, “The naive")


def test_two_files_are_told_of_once() -> None:
    (message,) = told(("one", POINT, SENTENCE), ("two", POINT, SENTENCE))
    assert "one.md:9 (and 1 more there)" in message


def test_questions_of_their_own_words_and_copies_of_one_id_are_fine() -> None:
    assert told(("one", POINT, "Mine."), ("two", "Names another thing.", SENTENCE)) == []
    assert told(("same", POINT, SENTENCE), ("same", POINT, SENTENCE)) == []
