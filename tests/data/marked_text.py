"""Texts in which `‸` shows the caret, or `«` and `»` the ends of the selection."""

from desktop.domain.text_edit import TextEdit, TextStep

CARET, BEGIN, END = "‸", "«", "»"


def read_marked(marked: str) -> tuple[str, int, int]:
    """The text, and where its selection starts and ends."""
    if CARET in marked:
        caret = marked.index(CARET)
        return marked.replace(CARET, ""), caret, caret
    start, end = marked.index(BEGIN), marked.index(END) - 1
    return marked.replace(BEGIN, "").replace(END, ""), start, end


def show_marked(text: str, anchor: int, caret: int) -> str:
    """The text with its caret or selection shown."""
    if anchor == caret:
        return text[:caret] + CARET + text[caret:]
    return text[:anchor] + BEGIN + text[anchor:caret] + END + text[caret:]


def stepped(step: TextStep, marked: str) -> str | None:
    """What a step makes of a text; None where it has nothing to do."""
    text, start, end = read_marked(marked)
    edit = step(text, start, end)
    return None if edit is None else shown_edit(text, edit)


def shown_edit(text: str, edit: TextEdit) -> str:
    """The changed text with what is then selected."""
    return show_marked(edit.applied_to(text), edit.anchor, edit.caret)
