"""The commands that look after files: questions, packs, pages, answers."""

from functools import partial

from desktop.app.editor_wiring import EditorWiring
from desktop.app.parts import Parts
from desktop.app.wirings import Wirings
from desktop.ui.commands import SEPARATOR, Command

FILE = "&File"
QUESTION = "&Question"


def file_commands(parts: Parts, wirings: Wirings) -> tuple[Command | str, ...]:
    """Every command of the File menu, in its order."""
    has_question = wirings.practice.has_question
    export, many = parts.export_flow.export_all, parts.import_batch_flow
    print_shown, save_pdf = partial(_print_shown, parts), partial(_save_pdf, parts)
    return (
        Command("import", FILE, "&Import a question…", "Ctrl+Shift+I", parts.import_flow.begin),
        Command("importFile", FILE, "Import from a &file…", "Ctrl+Alt+I", many.begin_file),
        Command("importFolder", FILE, "Import from a f&older…", "Ctrl+Alt+O", many.begin_folder),
        Command("undoImport", FILE, "&Undo the last import", "Ctrl+Alt+Z", many.undo_latest),
        Command("export", FILE, "&Export answers…", "Ctrl+Shift+E", export),
        Command(
            "exportBundle",
            FILE,
            "Export answers as &one file…",
            "",
            parts.export_flow.export_bundle,
        ),
        Command("exportPdf", FILE, "Export answers as PD&F…", "", parts.export_flow.export_pdf),
        Command(
            "exportEverything",
            FILE,
            "Export the &whole library…",
            "",
            parts.export_flow.export_everything,
        ),
        Command(
            "autoExport",
            FILE,
            "E&xport each answer when sealed…",
            "",
            wirings.exporting.turn,
            is_on=wirings.exporting.is_on,
        ),
        Command("backups", FILE, "&Backups…", "Ctrl+Alt+B", wirings.backups.open),
        Command("packs", FILE, "Pac&ks…", "Ctrl+Alt+K", wirings.packs.open),
        SEPARATOR,
        Command("print", FILE, "&Print…", "Ctrl+P", print_shown, has_question),
        Command(
            "savePdf",
            FILE,
            "Save as P&DF…",
            "Ctrl+Alt+P",
            save_pdf,
            has_question,
        ),
        SEPARATOR,
        Command("settings", FILE, "&Settings…", "Ctrl+,", parts.settings_flow.begin),
        Command("quit", FILE, "&Quit", "Ctrl+Q", parts.window.close),
    )


def editor_commands(editing: EditorWiring) -> tuple[Command | str, ...]:
    """The commands of the Question menu for writing and mending questions."""
    return (
        SEPARATOR,
        Command("newQuestion", QUESTION, "Ne&w question…", "Ctrl+N", editing.begin_new),
        Command(
            "editQuestion",
            QUESTION,
            "&Edit this question…",
            "Ctrl+Alt+E",
            editing.begin,
            editing.can_edit,
        ),
    )


def _print_shown(parts: Parts) -> None:
    parts.print_flow().print_shown()


def _save_pdf(parts: Parts) -> None:
    parts.print_flow().save_pdf()
