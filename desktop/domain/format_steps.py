"""The steps that format a text, by the names of their commands."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.inline_marks import (
    toggle_bold,
    toggle_code,
    toggle_italic,
    toggle_link,
    toggle_math,
)
from desktop.domain.line_marks import (
    heading_step,
    toggle_bullets,
    toggle_code_block,
    toggle_numbers,
    toggle_quote,
    toggle_tasks,
)
from desktop.domain.moved_lines import (
    delete_lines,
    duplicate_lines,
    move_lines_down,
    move_lines_up,
)
from desktop.domain.table_cells import insert_table
from desktop.domain.text_edit import TextStep

FORMAT_STEPS: Mapping[str, TextStep] = MappingProxyType(
    {
        "bold": toggle_bold,
        "italic": toggle_italic,
        "code": toggle_code,
        "math": toggle_math,
        "link": toggle_link,
        "largerHeading": heading_step(1),
        "smallerHeading": heading_step(-1),
        "bullets": toggle_bullets,
        "numbers": toggle_numbers,
        "tasks": toggle_tasks,
        "quote": toggle_quote,
        "table": insert_table,
        "codeBlock": toggle_code_block,
        "moveLinesUp": move_lines_up,
        "moveLinesDown": move_lines_down,
        "duplicateLines": duplicate_lines,
        "deleteLines": delete_lines,
    }
)
