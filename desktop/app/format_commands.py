"""The commands that format what is being written."""

from functools import partial

from desktop.app.parts import Parts
from desktop.app.wiring import Wiring
from desktop.ui.commands import SEPARATOR, Command
from desktop.ui.markdown_editor import MarkdownEditor

FORMAT = "F&ormat"

_ENTRIES: tuple[tuple[str, str, str] | str, ...] = (
    ("bold", "&Bold", "Ctrl+B"),
    ("italic", "&Italic", "Ctrl+I"),
    ("code", "&Code", "Ctrl+`"),
    ("math", "&Math", "Ctrl+M"),
    ("link", "Lin&k", "Ctrl+K"),
    SEPARATOR,
    ("largerHeading", "Larger &heading", "Alt+Shift+Left"),
    ("smallerHeading", "Smaller h&eading", "Alt+Shift+Right"),
    ("bullets", "&List", "Ctrl+Shift+8"),
    ("numbers", "&Numbered list", "Ctrl+Shift+7"),
    ("tasks", "&Task list", "Ctrl+Shift+9"),
    ("quote", "&Quote", "Ctrl+Shift+."),
    ("table", "T&able", "Ctrl+Shift+T"),
    ("codeBlock", "C&ode block", "Ctrl+Shift+`"),
    SEPARATOR,
    ("moveLinesUp", "Move line &up", "Alt+Shift+Up"),
    ("moveLinesDown", "Move line &down", "Alt+Shift+Down"),
    ("duplicateLines", "Du&plicate line", "Ctrl+D"),
    ("deleteLines", "Delete line", "Ctrl+Shift+K"),
    SEPARATOR,
)


def format_commands(parts: Parts, wiring: Wiring) -> tuple[Command | str, ...]:
    """The commands of the Format menu; they run only while one can write."""
    editor, can_type = parts.window.answer.editor, wiring.can_type
    formats = (
        entry
        if isinstance(entry, str)
        else Command(entry[0], FORMAT, *entry[1:], partial(_format, editor, entry[0]), can_type)
        for entry in _ENTRIES
    )
    paste = editor.paste_plain
    return (
        *formats,
        Command("pastePlain", FORMAT, "Paste as plain te&xt", "Ctrl+Shift+V", paste, can_type),
    )


def _format(editor: MarkdownEditor, command_id: str) -> None:
    from desktop.domain.format_steps import FORMAT_STEPS  # noqa: PLC0415 - after the first paint

    editor.run_step(FORMAT_STEPS[command_id])
