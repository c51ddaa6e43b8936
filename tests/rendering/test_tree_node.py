import copy
import pickle

import pytest

from desktop.rendering.page_tree import Code, Heading, ListBlock, ListItem, Paragraph, Text


def test_nodes_of_one_kind_are_equal_by_their_fields() -> None:
    assert Text("a") == Text("a")
    assert hash(Heading(1, (Text("a"),))) == hash(Heading(1, (Text("a"),)))
    assert Text("a") != Text("b")


def test_nodes_of_different_kinds_are_never_equal() -> None:
    assert Text("a") != Code("a")
    assert len({Text("a"), Code("a"), Text("a")}) == 2


def test_fields_left_out_have_their_defaults() -> None:
    item = ListItem((Paragraph(()),))
    assert item.is_done is None
    assert ListBlock((item,), is_loose=True) == ListBlock((item,), None, True)


def test_a_node_cannot_be_changed() -> None:
    node = Text("a")
    with pytest.raises(AttributeError, match="frozen"):
        node.text = "b"  # type: ignore[misc]  # this is what is refused
    with pytest.raises(AttributeError, match="frozen"):
        del node.text
    assert node == Text("a")


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), (("a", "b"), {}), (("a",), {"text": "b"}), ((), {"tex": "a"})]
)
def test_wrong_fields_are_refused(values: tuple[str, ...], named: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="Text"):
        Text(*values, **named)


def test_a_node_says_its_fields() -> None:
    assert repr(Heading(2, (Text("a"),))) == "Heading(level=2, children=(Text(text='a'),))"


def test_a_node_can_be_copied_and_sent_to_another_process() -> None:
    node = Heading(2, (Text("a"),))
    assert copy.deepcopy(node) == pickle.loads(pickle.dumps(node)) == node
