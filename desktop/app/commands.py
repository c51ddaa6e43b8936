"""The table of all commands."""

from desktop.app.wiring import Wiring
from desktop.ui.commands import SEPARATOR, Command

FILE = "&File"
QUESTION = "&Question"
ANSWER = "&Answer"
VIEW = "&View"
HELP = "&Help"


def window_commands(wiring: Wiring) -> tuple[Command | str, ...]:
    """Every command of the main window, in the order of the menus."""
    return (
        *_file_commands(wiring),
        *_question_commands(wiring),
        *_answer_commands(wiring),
        *_view_commands(wiring),
        *_help_commands(wiring),
    )


def _file_commands(wiring: Wiring) -> tuple[Command | str, ...]:
    return (
        Command("import", FILE, "&Import a question…", "Ctrl+I", wiring.import_question),
        Command("export", FILE, "&Export answers…", "Ctrl+Shift+E", wiring.export_answers),
        SEPARATOR,
        Command("settings", FILE, "&Settings…", "Ctrl+,", wiring.show_settings),
        Command("quit", FILE, "&Quit", "Ctrl+Q", wiring.quit),
    )


def _question_commands(wiring: Wiring) -> tuple[Command | str, ...]:
    return (
        Command("search", QUESTION, "&Search", "Ctrl+F", wiring.focus_search),
        SEPARATOR,
        Command("next", QUESTION, "&Next question", "Alt+Down", wiring.next_question),
        Command("previous", QUESTION, "&Previous question", "Alt+Up", wiring.previous_question),
        Command("random", QUESTION, "&Random question", "Ctrl+R", wiring.random_question),
    )


def _answer_commands(wiring: Wiring) -> tuple[Command | str, ...]:
    has_draft, is_sealing = wiring.has_draft, wiring.is_sealing
    has_answer, can_write = wiring.has_answer, wiring.has_question
    return (
        Command("write", ANSWER, "&Write", "Ctrl+E", wiring.write, can_write),
        Command("seal", ANSWER, "&Seal", "Ctrl+Return", wiring.seal, has_draft),
        Command("undoSeal", ANSWER, "&Undo seal", "Ctrl+U", wiring.undo_seal, is_sealing),
        SEPARATOR,
        Command("pause", ANSWER, "Start or &pause the clock", "Ctrl+.", wiring.toggle_pause, can_write),
        Command(
            "hideClock",
            ANSWER,
            "&Hide the clock",
            "Ctrl+Shift+H",
            wiring.toggle_clock,
            is_on=wiring.is_clock_hidden,
        ),
        SEPARATOR,
        Command("copy", ANSWER, "&Copy answer", "Ctrl+Shift+C", wiring.copy_answer, has_answer),
        Command("exportOne", ANSWER, "E&xport this answer…", "", wiring.export_answer, has_answer),
        Command("discard", ANSWER, "&Discard draft…", "Ctrl+Shift+D", wiring.discard, has_draft),
    )


def _view_commands(wiring: Wiring) -> tuple[Command | str, ...]:
    return (
        Command(
            "showBrowser",
            VIEW,
            "&List of questions",
            "Ctrl+1",
            wiring.toggle_browser,
            is_on=wiring.is_browser_shown,
        ),
        Command(
            "showQuestion",
            VIEW,
            "&Question",
            "Ctrl+2",
            wiring.toggle_detail,
            is_on=wiring.is_detail_shown,
        ),
        Command(
            "showPreview",
            VIEW,
            "&Preview",
            "Ctrl+3",
            wiring.toggle_preview,
            is_on=wiring.is_preview_shown,
        ),
        Command("nextPane", VIEW, "&Next pane", "F6", wiring.focus_next_pane),
        SEPARATOR,
        Command("larger", VIEW, "L&arger text", "Ctrl++", wiring.zoom_in),
        Command("smaller", VIEW, "S&maller text", "Ctrl+-", wiring.zoom_out),
        Command("usualSize", VIEW, "&Usual size", "Ctrl+0", wiring.zoom_reset),
        Command(
            "dark",
            VIEW,
            "&Dark theme",
            "Ctrl+Shift+L",
            wiring.toggle_theme,
            is_on=wiring.is_dark,
        ),
    )


def _help_commands(wiring: Wiring) -> tuple[Command | str, ...]:
    return (
        Command("palette", HELP, "&All commands…", "Ctrl+Shift+P", wiring.show_palette),
        Command("keys", HELP, "&Keys", "F1", wiring.show_keys),
        Command("about", HELP, "A&bout Greenroom", "", wiring.show_about),
    )
