"""The commands that look after questions and packs as files."""

from desktop.app.packs_wiring import PacksWiring
from desktop.ui.commands import Command

FILE = "&File"


def pack_commands(packs: PacksWiring) -> tuple[Command | str, ...]:
    """The commands of the File menu for packs."""
    return (Command("packs", FILE, "Pac&ks…", "Ctrl+Alt+K", packs.open),)
