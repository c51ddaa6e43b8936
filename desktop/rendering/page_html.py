"""A page as HTML for export; every text is escaped, so nothing in it can run."""

from collections.abc import Sequence
from html import escape

from desktop.rendering.page_tree import (
    Block,
    Cell,
    Code,
    CodeBlock,
    DefinitionList,
    Emphasis,
    FootnoteMark,
    Footnotes,
    Heading,
    Image,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Math,
    MathBlock,
    Page,
    Paragraph,
    PlainText,
    Quote,
    Rule,
    Strike,
    Strong,
    Table,
    Text,
)

_BOXES = {
    None: "",
    False: '<input type="checkbox" disabled> ',
    True: '<input type="checkbox" checked disabled> ',
}


def page_to_html(page: Page) -> str:
    """The body of an HTML page; formulas stay TeX in elements of class "math"."""
    return _blocks(page.blocks)


def _blocks(blocks: Sequence[Block]) -> str:
    return "".join(map(_block, blocks))


def _block(block: Block) -> str:
    match block:
        case Paragraph(children):
            return f"<p>{_inlines(children)}</p>\n"
        case Heading(level, children):
            return f"<h{level}>{_inlines(children)}</h{level}>\n"
        case Quote(blocks):
            return f"<blockquote>\n{_blocks(blocks)}</blockquote>\n"
        case MathBlock(tex):
            return f'<div class="math">$${escape(tex, quote=False)}$$</div>\n'
        case Rule():
            return "<hr>\n"
        case _:
            return _shape(block)


def _shape(block: Block) -> str:
    match block:
        case ListBlock():
            return _list(block)
        case CodeBlock():
            return _code(block)
        case Table():
            return _table(block)
        case DefinitionList():
            return _definitions(block)
        case Footnotes():
            return _footnotes(block)
        case PlainText(text, note):
            return f'<p class="note">{escape(note)}</p>\n<pre>{escape(text)}</pre>\n'
    raise ValueError(f"a block of a kind we do not know: {block}")


def _list(block: ListBlock) -> str:
    tag = "ul" if block.start is None else "ol"
    start = f' start="{block.start}"' if block.start not in (None, 1) else ""
    items = "".join(_item(item, is_loose=block.is_loose) for item in block.items)
    return f"<{tag}{start}>\n{items}</{tag}>\n"


def _item(item: ListItem, *, is_loose: bool) -> str:
    box = _BOXES[item.is_done]
    if is_loose:
        return f"<li>{box}\n{_blocks(item.blocks)}</li>\n"
    body = "".join(
        _inlines(block.children) if isinstance(block, Paragraph) else f"\n{_block(block)}"
        for block in item.blocks
    )
    return f"<li>{box}{body}</li>\n"


def _code(block: CodeBlock) -> str:
    name = f' class="language-{escape(block.language)}"' if block.language else ""
    tokens = "".join(
        f'<span class="{_token_class(kind)}">{escape(text)}</span>' if kind else escape(text)
        for kind, text in block.tokens
    )
    return f"<pre><code{name}>{tokens}</code></pre>\n"


def _token_class(kind: str) -> str:
    return escape(kind.lower().replace(".", "-"))


def _table(block: Table) -> str:
    head = _row(block.head, block.alignments, "th")
    rows = "".join(_row(row, block.alignments, "td") for row in block.rows)
    body = f"<tbody>\n{rows}</tbody>\n" if rows else ""
    return f"<table>\n<thead>\n{head}</thead>\n{body}</table>\n"


def _row(cells: Sequence[Cell], alignments: Sequence[str], tag: str) -> str:
    filled = "".join(
        f"<{tag}{_aligned(alignment)}>{_inlines(cell)}</{tag}>"
        for cell, alignment in zip(cells, alignments, strict=False)
    )
    return f"<tr>{filled}</tr>\n"


def _aligned(alignment: str) -> str:
    return f' style="text-align: {alignment}"' if alignment else ""


def _definitions(block: DefinitionList) -> str:
    body = ""
    for definition in block.definitions:
        body += f"<dt>{_inlines(definition.term)}</dt>\n"
        for meaning in definition.meanings:
            body += f"<dd>\n{_blocks(meaning)}</dd>\n"
    return f"<dl>\n{body}</dl>\n"


def _footnotes(block: Footnotes) -> str:
    notes = "".join(
        f'<li id="note-{note.number}" value="{note.number}">\n{_blocks(note.blocks)}</li>\n'
        for note in block.notes
    )
    return f'<hr>\n<ol class="footnotes">\n{notes}</ol>\n'


def _inlines(inlines: Sequence[Inline]) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text, quote=False)
        case Emphasis(children):
            return f"<em>{_inlines(children)}</em>"
        case Strong(children):
            return f"<strong>{_inlines(children)}</strong>"
        case Strike(children):
            return f"<del>{_inlines(children)}</del>"
        case Link(target, children):
            return f'<a href="{escape(target)}">{_inlines(children)}</a>'
        case _:
            return _leaf(inline)


def _leaf(inline: Inline) -> str:
    match inline:
        case Code(text):
            return f"<code>{escape(text, quote=False)}</code>"
        case Math(tex):
            return f'<span class="math">${escape(tex)}$</span>'
        case Image(name, description):
            return f'<img src="{escape(name)}" alt="{escape(description)}">'
        case FootnoteMark(number):
            return f'<sup><a href="#note-{number}">{number}</a></sup>'
        case LineBreak():
            return "<br>\n"
        case _:
            return ""
