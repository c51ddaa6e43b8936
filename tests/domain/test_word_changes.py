"""What stayed, went and came between two texts, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.word_changes import Change, ChangeKind, word_changes

KEPT, GONE, NEW = ChangeKind.KEPT, ChangeKind.GONE, ChangeKind.NEW
WORDS = ("a", "b", "the", "tree", "bias", "\n", ".", "$x$", "😀", "é")
texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def without(changes: tuple[Change, ...], kind: ChangeKind) -> str:
    return "".join(change.text for change in changes if change.kind is not kind)


def test_a_word_in_the_middle_is_rewritten() -> None:
    before = "The bias of a deep tree stays small when trees are averaged."
    after = "The bias of a deep tree is small when trees are averaged."
    assert word_changes(before, after) == (
        Change(KEPT, "The bias of a deep tree"),
        Change(GONE, " stays"),
        Change(NEW, " is"),
        Change(KEPT, " small when trees are averaged."),
    )


def test_a_new_paragraph_is_new_alone() -> None:
    assert word_changes("One sentence here.", "One sentence here.\n\nAnother.") == (
        Change(KEPT, "One sentence here."),
        Change(NEW, "\n\nAnother."),
    )


def test_lone_words_between_changes_are_not_picked_out() -> None:
    changes = word_changes("Red the green of blue", "Seven the eight of nine")
    assert [change.kind for change in changes] == [GONE, NEW]


def test_equal_and_empty_texts() -> None:
    assert word_changes("Same words.", "Same words.") == (Change(KEPT, "Same words."),)
    assert word_changes("", "") == ()
    assert word_changes("", "New.") == (Change(NEW, "New."),)
    assert word_changes("Gone.", "") == (Change(GONE, "Gone."),)


def test_long_texts_without_a_word_that_occurs_once_are_compared_as_well() -> None:
    before, after = "the cat " * 5_000, "the dog " * 5_000
    assert without(word_changes(before, after), GONE) == after


@given(texts, texts)
def test_nothing_is_lost_or_made_up(before: str, after: str) -> None:
    changes = word_changes(before, after)
    assert without(changes, GONE) == after
    assert without(changes, NEW).split() == before.split()


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert all(change.kind is KEPT for change in word_changes(text, text))
