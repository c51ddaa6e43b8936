"""Whether texts are about the same thing: told apart where they are, left alone where not."""

import pytest

from desktop.bank.importing.page_doubts import (
    differ_in_subject,
    strange_topics,
    would_fit_any_question,
)
from desktop.bank.importing.similar_questions import KnownQuestion, likeness_warnings
from desktop.bank.importing.subject_words import share_a_word, stem, subject_words
from desktop.domain.question import Question


@pytest.mark.parametrize(
    "forms",
    [
        "regularization regularisation regularised regularize regularizers",
        "summarization summaries summarise summary",
        "boosting boosted boosts",
        "transformer transformers",
        "optimizer optimise optimization",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


def test_words_of_any_question_say_no_subject() -> None:
    assert subject_words("Discuss how to use machine learning models in production") == frozenset()


def test_initials_meet_the_words_they_stand_for() -> None:
    assert share_a_word("CNNs or not", "When does a convolutional neural network help?")
    assert not share_a_word("CNNs or not", "When does a recurrent one help?")


@pytest.mark.parametrize(
    ("heading", "prompt"),
    [
        ("Overfitting", "How would you tell that a model memorises its training set?"),
        ("Compare L1 and L2 regularization", "What is the difference between ridge and lasso?"),
        ("Class imbalance", "Only 0.5% of transactions are fraudulent. How do you train?"),
        ("Vanishing gradients", "Why do deep recurrent networks fail to learn long dependencies?"),
        ("Cold start problem", "New users join every minute. What do you show them?"),
        ("Model drift", "Accuracy decays over months in production. How do you detect this?"),
        ("Explain SHAP", "How do you explain a single prediction of a boosted model?"),
        ("Multi-armed bandits vs A/B tests", "You have five headlines for two hours. Choose."),
        ("Explain the kernel trick", "How can a linear separator handle two circles?"),
        ("Speculative decoding", "A draft model proposes four tokens. When is this faster?"),
    ],
)
def test_other_words_for_the_same_thing_are_no_difference(heading: str, prompt: str) -> None:
    assert not differ_in_subject(heading, prompt)


@pytest.mark.parametrize(
    ("heading", "prompt"),
    [
        ("Compare BERT vs GPT", "Discuss k-means against DBSCAN for customer segmentation."),
        ("Explain batch normalization", "How would you evaluate an ad auction with an A/B test?"),
        ("Design a feature store", "Compare L1 and L2 regularization for sparse regression."),
        ("SVM kernels", "How does beam search work in machine translation?"),
        ("Compare Paxos vs Raft", "Discuss the trade-offs between TCP and UDP for games."),
    ],
)
def test_different_things_are_told(heading: str, prompt: str) -> None:
    assert differ_in_subject(heading, prompt)


def test_a_case_may_do_without_the_words_of_its_heading_if_the_rest_has_them() -> None:
    heading, prompt = "Reward hacking", "Your RLHF model writes longer and longer answers. Why?"
    assert not differ_in_subject(heading, prompt, "Say what the reward model prefers. " * 5)
    assert differ_in_subject(heading, prompt, "Say how trees split on a categorical column. " * 5)


def test_topics_of_a_system_may_be_of_any_stage() -> None:
    topics = ("Feature engineering", "Class imbalance", "Model monitoring", "Gradient boosting")
    assert strange_topics("Design a fraud detection system for card payments", topics) == ()


def test_topics_of_other_subjects_are_named() -> None:
    topics = ("SQL joins", "Window functions", "Self-attention")
    assert strange_topics("Explain how self-attention works", topics) == ()
    assert strange_topics("Explain how a GAN is trained", topics) == (
        "SQL joins",
        "Window functions",
        "Self-attention",
    )


def test_advice_that_fits_any_question_is_told_from_points() -> None:
    advice = ("Explain the theory clearly", "Discuss trade-offs", "Give practical examples")
    points = ("Zeroes units at random", "Scales by the keep rate", "Switches off at test time")
    assert would_fit_any_question("Explain dropout", advice)
    assert not would_fit_any_question("Explain dropout", points)


@pytest.mark.parametrize(
    ("title", "prompt", "is_like"),
    [
        ("What is dropout?", "Say why it helps.", True),
        ("Explain Dropout", "", True),
        ("Weight decay", "Explain how dropout regularises a deep convolutional network", True),
        ("Dropout or weight decay?", "Which one for a transformer?", False),
        ("Explain early stopping", "Why does it help?", False),
    ],
)
def test_likeness_to_a_question_of_the_bank(title: str, prompt: str, is_like: bool) -> None:  # noqa: FBT001
    known = KnownQuestion(
        "dropout", "Explain dropout", "How does dropout regularise deep convolutional networks?"
    )
    question = Question(id="new", title=title, prompt=prompt)
    assert bool(likeness_warnings(question, [known])) is is_like
