"""Makes banks of varied question files of any size, the same for the same seed.

Run by hand: `python tests/data/make_bank.py FOLDER COUNT [SEED]`.
"""

import random
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from desktop.domain.question import Part, Question
from desktop.domain.vocabulary import CATEGORIES, DIFFICULTIES, ROLES, ROUNDS

VOCABULARY_SIZE = 4_000

# The commonest words of real questions stand first, so that counts look like those of real text.
_COMMON = """
the of a is to and in for with that it on as by at what how why which model data if loss than
when from not one two are be this each its would you training gradient error rate test same
feature sample more between only per token batch number weight value metric user layer set bias
variance learning label class regularization prediction attention embedding estimate cost query
evaluation network baseline validation precision recall threshold experiment treatment control
lasso ridge penalty sparsity subgradient convex optimizer momentum schedule dropout normalization
transformer encoder decoder retrieval ranking recommendation calibration probability likelihood
posterior prior entropy divergence mutual information kernel margin boosting forest split leaf
cluster mixture component matrix eigenvalue singular rank projection bootstrap interval power
confounder causal instrument randomization leakage drift monitoring latency throughput cache
quantization distillation pruning tokenizer prompt agent tool hallucination reward policy bandit
exploration diffusion autoencoder contrastive augmentation segmentation detection speech python
summarization translation perplexity fairness privacy logistic regression classifier neural
"""

_TITLES = (
    "Why {} hides {}",
    "Explain {} to a sceptical {} team",
    "Design a {} service for {}",
    "{} against {}: which would you ship",
    "How {} changes under {}",
    "Debug a drop in {} after a change of {}",
    "Derive {} from {}",
    "When does {} need {}",
    "Estimate the cost of {} with {}",
    "A {} that ignores {}",
    "Measuring {} without {}",
    "C++ inner loop for {} and {}",
    "{} et l’erreur généralisée de {}",
)
_COMPANY_STEMS = ("Acme", "Blue Heron", "Cedar & Co", "Delta", "Ember", "Fjord", "Groß", "Höhe")
_COMPANY_KINDS = ("Labs", "Health", "Retail", "Maps", "Music", "Bank", "Robotics", "Games")
_SYLLABLES = [a + b for a in "bcdfghjklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en")]


class QuestionMaker:
    """A source of random questions about a Zipf-like vocabulary."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._words = [*_COMMON.split()]
        seen = set(self._words)
        while len(self._words) < VOCABULARY_SIZE:
            word = "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4)))
            if word not in seen:
                seen.add(word)
                self._words.append(word)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY_SIZE)))
        self._topics = self._words[40:400]
        self._topic_weights = list(accumulate(1 / (rank + 10) for rank in range(360)))
        self._companies = [f"{stem} {kind}" for kind in _COMPANY_KINDS for stem in _COMPANY_STEMS]

    def question(self, number: int) -> Question:
        """One question; `number` keeps its id unique."""
        pick = self._random
        topics = tuple(
            dict.fromkeys(
                pick.choices(self._topics, cum_weights=self._topic_weights, k=pick.randint(2, 5))
            )
        )
        title = pick.choice(_TITLES).format(topics[0], topics[-1])
        companies = (pick.choice(self._companies),) if pick.random() < 0.2 else ()
        return Question(
            id=f"{topics[0]}-{topics[-1]}-{number:06d}",
            title=title[:1].upper() + title[1:],
            prompt=self._text(40, topics),
            category=pick.choice(CATEGORIES),
            topics=topics,
            difficulty=pick.choice(DIFFICULTIES),
            rounds=tuple(pick.sample(ROUNDS, pick.randint(1, 2))),
            roles=tuple(pick.sample(ROLES, pick.randint(1, 3))),
            minutes=pick.choice((5, 10, 15, 20, 25, 30, 35, 45)),
            companies=companies,
            source="pasted 2026-11-22" if companies else "",
            updated="2026-11-22",
            parts=self._parts(topics),
        )

    def _parts(self, topics: tuple[str, ...]) -> dict[Part, str]:
        points = "\n".join(
            f"- ({self._random.randint(1, 3)}) {self._text(14, topics)}\n"
            f"  cues: {', '.join(topics)}"
            for _ in range(4)
        )
        steps = "\n".join(f"{step}. {self._text(10, topics)}" for step in range(1, 5))
        follow_ups = "\n".join(
            f"- {self._text(12, topics)}\n  > {self._text(14, topics)}" for _ in range(3)
        )
        return {
            Part.WHY: self._text(24, topics),
            Part.EXPECTATIONS: points,
            Part.KEY_TOPICS: "\n".join(f"- {topic}" for topic in topics),
            Part.APPROACH: steps,
            Part.FOLLOW_UPS: follow_ups,
            Part.SAMPLE_ANSWER: "\n\n".join(self._text(55, topics) for _ in range(4)),
            Part.WEAK_ANSWERS: f"- {self._text(14, topics)}",
        }

    def _text(self, length: int, topics: tuple[str, ...]) -> str:
        words = self._random.choices(self._words, cum_weights=self._weights, k=length)
        words[length // 2] = self._random.choice(topics)
        return f"{' '.join(words).capitalize()}."


def make_questions(count: int, seed: int) -> Iterator[Question]:
    """Yield `count` varied questions."""
    maker = QuestionMaker(seed)
    return (maker.question(number) for number in range(count))


def question_file(question: Question) -> str:
    """The question as the text of a question file."""
    front = [
        f'title: "{question.title}"',
        f'category: "{question.category}"',
        f"topics: [{', '.join(question.topics)}]",
        f"difficulty: {question.difficulty}",
        f"rounds: [{', '.join(question.rounds)}]",
        f"roles: [{', '.join(question.roles)}]",
        f"minutes: {question.minutes}",
        f"companies: [{', '.join(question.companies)}]",
        f"updated: {question.updated}",
    ]
    if question.source:
        front.append(f"source: {question.source}")
    sections = "\n".join(f"## {part}\n\n{body}\n" for part, body in question.parts.items())
    return "---\n{}\n---\n\n{}\n\n{}".format("\n".join(front), question.prompt, sections)


def make_bank(folder: Path, count: int, seed: int) -> None:
    """Write `count` question files into `folder`, a thousand to a subfolder."""
    for number, question in enumerate(make_questions(count, seed)):
        subfolder = folder / f"part-{number // 1000:03d}"
        if number % 1000 == 0:
            subfolder.mkdir(parents=True, exist_ok=True)
        (subfolder / f"{question.id}.md").write_text(question_file(question), encoding="utf-8")


if __name__ == "__main__":
    make_bank(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
