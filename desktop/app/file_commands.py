"""The commands that look after questions and packs as files."""

from desktop.app.editor_wiring import EditorWiring
from desktop.app.packs_wiring import PacksWiring
from desktop.ui.commands import SEPARATOR, Command

FILE = "&File"
QUESTION = "&Question"


def pack_commands(packs: PacksWiring) -> tuple[Command | str, ...]:
    """The commands of the File menu for packs."""
    return (Command("packs", FILE, "Pac&ks…", "Ctrl+Alt+K", packs.open),)


def editor_commands(editing: EditorWiring) -> tuple[Command | str, ...]:
    """The commands of the Question menu for writing and mending questions."""
    return (
        SEPARATOR,
        Command("newQuestion", QUESTION, "Ne&w question…", "Ctrl+N", editing.begin_new),
        Command(
            "editQuestion",
            QUESTION,
            "&Edit this question…",
            "Ctrl+E",
            editing.begin,
            editing.can_edit,
        ),
    )
