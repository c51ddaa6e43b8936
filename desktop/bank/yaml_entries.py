"""The keys of any YAML front matter, by the YAML library."""

import re
from collections.abc import Iterator

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode
from ruamel.yaml.reader import ReaderError

from desktop.bank.front_matter_entry import Entry, Value

_MENDING = (
    ("mapping values are not allowed", 'a ": " inside a value needs quotes around the value'),
    (r"found character '\t'", "a tab cannot indent here; use spaces"),
    ("cannot start any token", "a value that starts with this sign needs quotes"),
    ("unexpected end of stream", "a quote is opened and not closed"),
    ("expected ',' or ']'", "a list is opened with [ and not closed with ]"),
    ("expected ',' or '}'", "a { is opened and not closed with }"),
    ("but found '<scalar>'", "quotes must enclose the whole value; inside them write '' for '"),
    ("sequence entries are not allowed", "a list starts on the line below its key"),
    ("special characters", "a control character stands here; delete it"),
    ("undefined alias", "&name and *name are not read; write out the value"),
    ("could not find expected ':'", "each line here is `key: value`; a colon is missing"),
)
_MOST_BRACKETS = 64  # the library takes seconds for a thousand that are nested
_EACH_LINE = "write each line as `key: value`"
_KNOWN_TAG = re.compile(r"tag:yaml\.org,2002:(str|int|float|bool|null|timestamp|merge|seq|map)$")


class UnreadableYamlError(Exception):
    """YAML that is refused; `line` counts from 0 in the YAML, `mending` says how to mend it."""

    def __init__(self, line: int, mending: str) -> None:
        super().__init__(mending)
        self.line = line
        self.mending = mending


def read_yaml_entries(text: str, first_line: int, offset: int = 0) -> dict[str, Entry]:
    """The keys of a YAML mapping; `first_line` and `offset` say where in the file it starts.

    Raises UnreadableYamlError for broken YAML and for what could surprise: a key that comes twice,
    anchors, aliases, tags.
    """
    try:
        return _read_entries(text, first_line, offset)
    except RecursionError as error:
        raise UnreadableYamlError(0, "lists are nested too deeply; write plain text") from error


def _read_entries(text: str, first_line: int, offset: int) -> dict[str, Entry]:
    root = _compose(text)
    if root is None:
        return {}
    if not isinstance(root, MappingNode) or root.flow_style or root.anchor:
        raise UnreadableYamlError(root.start_mark.line, _EACH_LINE)
    entries: dict[str, Entry] = {}
    for key, node in _pairs(root):
        start, end = key.start_mark, _end_of(node)
        if start.column != root.start_mark.column or not key.value:
            raise UnreadableYamlError(start.line, _EACH_LINE)
        if node.start_mark.index == end:  # nothing stands behind the colon
            end = text.index(":", key.end_mark.index) + 1
        raw = text[start.index : end].rstrip()
        entries[key.value] = Entry(
            _value_of(node),
            first_line + start.line,
            offset + start.index,
            offset + start.index + len(raw),
        )
    return entries


def _compose(text: str) -> Node | None:
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        raise UnreadableYamlError(0, "there are too many [ and {; write it as plain text")
    yaml = YAML(typ="safe", pure=True)
    yaml.composer.warn_double_anchors = False  # _value_of refuses them all
    try:
        root: Node | None = yaml.compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise UnreadableYamlError(mark.line, _mending(str(error.problem))) from error
    except ReaderError as error:
        line = text.count("\n", 0, error.position)
        raise UnreadableYamlError(line, _mending(error.reason)) from error
    return root


def _pairs(mapping: MappingNode) -> Iterator[tuple[ScalarNode, Node]]:
    seen = set()
    for key, node in mapping.value:
        line = key.start_mark.line
        if not isinstance(key, ScalarNode):
            raise UnreadableYamlError(line, "a key is one word")
        if key.value in seen:
            raise UnreadableYamlError(line, f"`{key.value}` stands here twice; keep one")
        seen.add(key.value)
        yield key, node


def _value_of(node: Node) -> Value:
    line = node.start_mark.line
    if node.anchor is not None:
        raise UnreadableYamlError(line, "&name and *name are not read; write out the value")
    if not _KNOWN_TAG.match(str(node.tag)):
        raise UnreadableYamlError(line, "a value with a !tag is not read; leave the tag out")
    if isinstance(node, SequenceNode):
        return tuple(_value_of(item) for item in node.value)
    if isinstance(node, MappingNode):
        return {key.value: _value_of(item) for key, item in _pairs(node)}
    return str(node.value)


def _end_of(node: Node) -> int:
    """Where the last scalar of a node ends: a block list itself ends after what follows it."""
    while isinstance(node, CollectionNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return int(node.end_mark.index)


def _mending(problem: str) -> str:
    for sign, mending in _MENDING:
        if sign in problem:
            return mending
    return f"YAML says: {problem}"
