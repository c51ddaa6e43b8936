"""The stretch in which two texts differ."""

from desktop.domain.text_edit import TextEdit


def difference(before: str, after: str) -> TextEdit:
    """The one change that makes `after` of `before`, as small as it can be."""
    start = _common_length(before, after)
    most = min(len(before), len(after)) - start
    end = min(_common_length(before[::-1], after[::-1]), most)
    text = after[start : len(after) - end]
    caret = start + len(text)
    return TextEdit(start, len(before) - end, text, caret, caret)


def _common_length(one: str, other: str) -> int:
    """How much two texts have in common from their start, found by halves, which is quick."""
    alike, least_different = 0, min(len(one), len(other)) + 1
    while alike + 1 < least_different:
        middle = (alike + least_different) // 2
        if one[alike:middle] == other[alike:middle]:
            alike = middle
        else:
            least_different = middle
    return alike
