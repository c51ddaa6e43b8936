"""The commands that format what is being written."""

from functools import partial

from desktop.app.parts import Parts
from desktop.app.wiring import Wiring
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
from desktop.ui.commands import SEPARATOR, Command

FORMAT = "F&ormat"

_ENTRIES: tuple[tuple[str, str, str, TextStep] | str, ...] = (
    ("bold", "&Bold", "Ctrl+B", toggle_bold),
    ("italic", "&Italic", "Ctrl+I", toggle_italic),
    ("code", "&Code", "Ctrl+`", toggle_code),
    ("math", "&Math", "Ctrl+M", toggle_math),
    ("link", "Lin&k", "Ctrl+K", toggle_link),
    SEPARATOR,
    ("largerHeading", "Larger &heading", "Alt+Shift+Left", heading_step(1)),
    ("smallerHeading", "Smaller h&eading", "Alt+Shift+Right", heading_step(-1)),
    ("bullets", "&List", "Ctrl+Shift+8", toggle_bullets),
    ("numbers", "&Numbered list", "Ctrl+Shift+7", toggle_numbers),
    ("tasks", "&Task list", "Ctrl+Shift+9", toggle_tasks),
    ("quote", "&Quote", "Ctrl+Shift+.", toggle_quote),
    ("table", "T&able", "Ctrl+Shift+T", insert_table),
    ("codeBlock", "C&ode block", "Ctrl+Shift+`", toggle_code_block),
    SEPARATOR,
    ("moveLinesUp", "Move line &up", "Alt+Shift+Up", move_lines_up),
    ("moveLinesDown", "Move line &down", "Alt+Shift+Down", move_lines_down),
    ("duplicateLines", "Du&plicate line", "Ctrl+D", duplicate_lines),
    ("deleteLines", "Delete line", "Ctrl+Shift+K", delete_lines),
    SEPARATOR,
)


def format_commands(parts: Parts, wiring: Wiring) -> tuple[Command | str, ...]:
    """The commands of the Format menu; they run only while one can write."""
    editor, can_type = parts.window.answer.editor, wiring.can_type
    return (
        *(
            entry if isinstance(entry, str) else _command(entry, parts, wiring)
            for entry in _ENTRIES
        ),
        Command(
            "pastePlain",
            FORMAT,
            "Paste as plain te&xt",
            "Ctrl+Shift+V",
            editor.paste_plain,
            can_type,
        ),
    )


def _command(entry: tuple[str, str, str, TextStep], parts: Parts, wiring: Wiring) -> Command:
    command_id, title, key, step = entry
    run = partial(parts.window.answer.editor.run_step, step)
    return Command(command_id, FORMAT, title, key, run, wiring.can_type)
