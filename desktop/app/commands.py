"""The table of all commands."""

from functools import partial

from desktop.app.parts import Parts
from desktop.app.wiring import Wiring
from desktop.ui.commands import SEPARATOR, Command

FILE = "&File"
QUESTION = "&Question"
ANSWER = "&Answer"
VIEW = "&View"
HELP = "&Help"


def window_commands(parts: Parts, wiring: Wiring) -> tuple[Command | str, ...]:
    """Every command of the main window, in the order of the menus."""
    return (
        *_file_commands(parts),
        *_question_commands(parts, wiring),
        *_answer_commands(parts, wiring),
        *_view_commands(parts),
        *_help_commands(parts),
    )


def _file_commands(parts: Parts) -> tuple[Command | str, ...]:
    export = parts.export_flow.export_all
    return (
        Command("import", FILE, "&Import a question…", "Ctrl+I", parts.import_flow.begin),
        Command("export", FILE, "&Export answers…", "Ctrl+Shift+E", export),
        SEPARATOR,
        Command("settings", FILE, "&Settings…", "Ctrl+,", parts.settings_flow.begin),
        Command("quit", FILE, "&Quit", "Ctrl+Q", parts.window.close),
    )


def _question_commands(parts: Parts, wiring: Wiring) -> tuple[Command | str, ...]:
    browser, collect = parts.window.browser, parts.collection_flow
    following, previous = partial(browser.step, 1), partial(browser.step, -1)
    return (
        Command("search", QUESTION, "&Search", "Ctrl+F", wiring.search),
        SEPARATOR,
        Command("next", QUESTION, "&Next question", "Alt+Down", following),
        Command("previous", QUESTION, "&Previous question", "Alt+Up", previous),
        Command("random", QUESTION, "S&urprise me within this", "Ctrl+R", wiring.choose_random),
        SEPARATOR,
        Command(
            "star",
            QUESTION,
            "S&tar",
            "Ctrl+Shift+S",
            wiring.star_shown,
            wiring.has_question,
            is_on=wiring.is_shown_starred,
        ),
        Command(
            "addToList",
            QUESTION,
            "&Add to a list…",
            "Ctrl+Shift+A",
            wiring.list_shown,
            wiring.has_question,
        ),
        Command(
            "saveSearch",
            QUESTION,
            "Sa&ve this search…",
            "Ctrl+Shift+F",
            collect.save_search,
            wiring.has_query,
        ),
    )


def _answer_commands(parts: Parts, wiring: Wiring) -> tuple[Command | str, ...]:
    answer, pane, switches = parts.answer, parts.window.answer, parts.window_switches
    can_write, can_seal, has_answer = wiring.can_write, wiring.can_seal, wiring.has_answer
    hidden = switches.is_clock_hidden
    return (
        Command("write", ANSWER, "&Write", "Ctrl+T", pane.focus_editor, can_write),
        Command("seal", ANSWER, "&Seal", "Ctrl+Return", answer.seal, can_seal),
        Command(
            "undoSeal",
            ANSWER,
            "&Undo seal",
            "Ctrl+Shift+Return",
            answer.undo_seal,
            wiring.is_sealing,
        ),
        SEPARATOR,
        Command("pause", ANSWER, "Start or &pause", "Ctrl+.", answer.toggle_pause, can_write),
        Command(
            "hideClock",
            ANSWER,
            "&Hide the clock",
            "Ctrl+Shift+H",
            switches.toggle_clock,
            is_on=hidden,
        ),
        SEPARATOR,
        Command("copy", ANSWER, "&Copy answer", "Ctrl+Shift+C", pane.copy_answer, has_answer),
        Command("exportOne", ANSWER, "E&xport this answer…", "", wiring.export_shown, has_answer),
        Command("discard", ANSWER, "&Discard draft…", "Ctrl+Shift+D", wiring.discard, can_seal),
    )


def _view_commands(parts: Parts) -> tuple[Command | str, ...]:
    see = parts.window_switches
    return (
        Command(
            "showList", VIEW, "&List", "Ctrl+1", see.toggle_browser, is_on=see.is_browser_shown
        ),
        Command(
            "showQuestion",
            VIEW,
            "&Question",
            "Ctrl+2",
            see.toggle_detail,
            is_on=see.is_detail_shown,
        ),
        Command(
            "showPreview",
            VIEW,
            "&Preview",
            "Ctrl+3",
            see.toggle_preview,
            is_on=see.is_preview_shown,
        ),
        Command(
            "scrollTogether",
            VIEW,
            "S&croll together",
            "Ctrl+Shift+Y",
            see.toggle_scroll_together,
            is_on=see.scrolls_together,
        ),
        Command("nextPane", VIEW, "&Next pane", "F6", parts.window.focus_next_pane),
        SEPARATOR,
        Command("larger", VIEW, "L&arger text", "Ctrl+=", see.zoom_in),
        Command("smaller", VIEW, "S&maller text", "Ctrl+-", see.zoom_out),
        Command("usualSize", VIEW, "&Usual size", "Ctrl+0", see.zoom_reset),
        Command("dark", VIEW, "&Dark theme", "Ctrl+Shift+L", see.toggle_theme, is_on=see.is_dark),
    )


def _help_commands(parts: Parts) -> tuple[Command | str, ...]:
    guide = parts.help_flow
    return (
        Command("palette", HELP, "&All commands…", "Ctrl+Shift+P", guide.show_palette),
        Command("keys", HELP, "&Keys", "F1", guide.show_keys),
        Command("about", HELP, "A&bout Greenroom", "", guide.show_about),
    )
