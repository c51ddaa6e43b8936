"""The table of all commands."""

from collections.abc import Callable
from functools import partial

from desktop.app.file_commands import QUESTION, editor_commands, file_commands
from desktop.app.format_commands import FORMAT, format_commands
from desktop.app.parts import Parts
from desktop.app.practice_commands import practice_commands
from desktop.app.wiring import Wiring
from desktop.app.wirings import Wirings
from desktop.domain.question_grouping import Grouping
from desktop.ui.commands import SEPARATOR, Command

ANSWER = "&Answer"
EDIT = "&Edit"
VIEW = "&View"
HELP = "&Help"

MENUS_IN_RUN = (EDIT, FORMAT, HELP)
COMMANDS_IN_RUN = frozenset(
    (
        "quit",
        "settings",
        "write",
        "seal",
        "pause",
        "hideClock",
        "showPreview",
        "formatBar",
        "scrollTogether",
        "editorOnly",
        "split",
        "previewOnly",
        "larger",
        "smaller",
        "usualSize",
        "dark",
    )
)
"""What may be done during a mock run: write, look, and end."""

MENUS_OF_PANES = (QUESTION, ANSWER, EDIT, FORMAT)
ON_PAGES = frozenset(("seal",))
"""What a page has a use for as well."""


def window_commands(parts: Parts, wirings: Wirings) -> tuple[Command | str, ...]:
    """Every command of the main window, in the order of the menus."""
    wiring, comparing, coaching = wirings.practice, wirings.comparing, wirings.coaching
    entries = (
        *file_commands(parts, wirings),
        *_question_commands(parts, wiring),
        *editor_commands(wirings.editing),
        *_answer_commands(parts, wirings),
        Command(
            "compare",
            ANSWER,
            "Com&pare with the rubric",
            "Ctrl+Shift+M",
            comparing.turn,
            comparing.can_look_back,
        ),
        Command(
            "attempts",
            ANSWER,
            "A&ll attempts…",
            "Ctrl+Shift+W",
            wirings.attempts.open,
            comparing.can_look_back,
        ),
        Command(
            "askCoach",
            ANSWER,
            "Ask the c&oach, or stop it",
            "Ctrl+Shift+G",
            coaching.turn,
            coaching.can_turn,
            hint=coaching.hint,
        ),
        *practice_commands(parts, wirings),
        *_edit_commands(parts, wiring),
        *format_commands(parts, wiring),
        *_view_commands(parts, wiring),
        *_help_commands(parts),
    )
    return tuple(_held_back(_before_panes(entry, parts), wiring) for entry in entries)


def _before_panes(entry: Command | str, parts: Parts) -> Command | str:
    """The command, which shows the panes first where it is about what stands in them."""
    if isinstance(entry, str) or entry.menu not in MENUS_OF_PANES or entry.id in ON_PAGES:
        return entry
    return entry._replace(run=partial(_run_on_panes, parts, entry.run))


def _run_on_panes(parts: Parts, run: Callable[[], object]) -> None:
    parts.window.show_panes()
    run()


def _held_back(entry: Command | str, wiring: Wiring) -> Command | str:
    """The command, not to be run during a mock run unless it serves the writing."""
    if isinstance(entry, str) or entry.menu in MENUS_IN_RUN or entry.id in COMMANDS_IN_RUN:
        return entry
    return entry._replace(is_enabled=partial(_both, wiring.is_free, entry.is_enabled))


def _both(first: Callable[[], bool], second: Callable[[], bool]) -> bool:
    return first() and second()


def _either(first: Callable[[], bool], second: Callable[[], bool]) -> bool:
    return first() or second()


def _question_commands(parts: Parts, wiring: Wiring) -> tuple[Command | str, ...]:
    browser, collect = parts.window.browser, parts.collection_flow
    higher, lower = partial(wiring.move_shown, -1), partial(wiring.move_shown, 1)
    listed = collect.is_list_shown
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
        Command("raiseInList", QUESTION, "Higher in the list", "Ctrl+Shift+PgUp", higher, listed),
        Command("lowerInList", QUESTION, "Lower in the list", "Ctrl+Shift+PgDown", lower, listed),
        Command(
            "saveSearch",
            QUESTION,
            "Sa&ve this search…",
            "Ctrl+Shift+F",
            collect.save_search,
            wiring.has_query,
        ),
    )


def _answer_commands(parts: Parts, wirings: Wirings) -> tuple[Command | str, ...]:
    answer, pane, switches = parts.answer, parts.window.answer, parts.window_switches
    wiring, mocking, reviewing = wirings.practice, wirings.mocking, wirings.reviewing
    seal_answer = partial(_one_or_other, wiring.is_in_run, mocking.go_on, answer.seal)
    writes_point = reviewing.is_writing_point
    seal = partial(_one_or_other, writes_point, reviewing.show_point, seal_answer)
    pause = partial(_one_or_other, wiring.is_in_run, mocking.toggle_pause, answer.toggle_pause)
    can_seal = partial(_either, writes_point, wiring.can_seal)
    can_write, has_answer = wiring.can_write, wiring.has_answer
    hidden, copies = switches.is_clock_hidden, wirings.recovering.open
    return (
        Command("write", ANSWER, "&Write", "Ctrl+T", pane.focus_editor, can_write),
        Command("seal", ANSWER, "&Seal", "Ctrl+Return", seal, can_seal),
        Command(
            "undoSeal",
            ANSWER,
            "&Undo seal",
            "Ctrl+Shift+Return",
            answer.undo_seal,
            wiring.is_sealing,
        ),
        SEPARATOR,
        Command("pause", ANSWER, "Start or &pause", "Ctrl+.", pause, wiring.can_pause),
        Command(
            "hideClock",
            ANSWER,
            "&Hide the clock",
            "Ctrl+Shift+H",
            switches.toggle_clock,
            is_on=hidden,
        ),
        SEPARATOR,
        Command("earlierCopies", ANSWER, "&Earlier copies…", "Ctrl+Alt+H", copies, can_write),
        Command("copy", ANSWER, "&Copy answer", "Ctrl+Shift+C", pane.copy_answer, has_answer),
        Command("exportOne", ANSWER, "E&xport this answer…", "", wiring.export_shown, has_answer),
        Command(
            "discard",
            ANSWER,
            "&Discard draft…",
            "Ctrl+Shift+D",
            wiring.discard,
            wiring.can_seal,
        ),
    )


def _edit_commands(parts: Parts, wiring: Wiring) -> tuple[Command | str, ...]:
    find, can_write = parts.find_flow, wiring.can_write
    heading, outline = partial(_choose_heading, parts), partial(_choose_outline, parts)
    return (
        Command("find", EDIT, "&Find in answer…", "Ctrl+G", find.find),
        Command("findNext", EDIT, "Find &next", "F3", find.find_next),
        Command("findPrevious", EDIT, "Find &previous", "Shift+F3", find.find_previous),
        Command("replace", EDIT, "&Replace in answer…", "Ctrl+H", find.replace),
        Command(
            "goToHeading",
            EDIT,
            "&Go to heading…",
            "Ctrl+Shift+O",
            heading,
            wiring.has_question,
        ),
        SEPARATOR,
        Command(
            "outline",
            EDIT,
            "Insert an &outline…",
            "Ctrl+Shift+J",
            outline,
            can_write,
        ),
    )


def _view_commands(parts: Parts, wiring: Wiring) -> tuple[Command | str, ...]:
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
            "formatBar",
            VIEW,
            "&Format bar",
            "Ctrl+Shift+B",
            see.toggle_format_bar,
            parts.focus_mode.is_off,
            is_on=see.is_format_bar_shown,
        ),
        Command(
            "scrollTogether",
            VIEW,
            "S&croll together",
            "Ctrl+Shift+Y",
            see.toggle_scroll_together,
            is_on=see.scrolls_together,
        ),
        SEPARATOR,
        *_answer_view_commands(parts),
        SEPARATOR,
        *_grouping_commands(parts, wiring),
        SEPARATOR,
        Command("nextPane", VIEW, "&Next pane", "F6", parts.window.focus_next_pane),
        SEPARATOR,
        Command("larger", VIEW, "L&arger text", "Ctrl+=", see.zoom_in),
        Command("smaller", VIEW, "S&maller text", "Ctrl+-", see.zoom_out),
        Command("usualSize", VIEW, "&Usual size", "Ctrl+0", see.zoom_reset),
        Command("dark", VIEW, "&Dark theme", "Ctrl+Shift+L", see.toggle_theme, is_on=see.is_dark),
    )


def _grouping_commands(parts: Parts, wiring: Wiring) -> tuple[Command, ...]:
    titles = {Grouping.CATEGORY: "Group by c&ategory", Grouping.COMPANY: "Group by c&ompany"}
    return tuple(
        Command(
            f"group{grouping.capitalize()}",
            VIEW,
            title,
            "",
            partial(wiring.turn_grouping, grouping),
            is_on=partial(_is_grouped_by, parts, grouping),
        )
        for grouping, title in titles.items()
    )


def _is_grouped_by(parts: Parts, grouping: Grouping) -> bool:
    return parts.browse.grouping == grouping


def _answer_view_commands(parts: Parts) -> tuple[Command | str, ...]:
    see, focus = parts.window_switches, parts.focus_mode
    return (
        Command(
            "editorOnly",
            VIEW,
            "&Editor only",
            "Ctrl+4",
            see.show_editor_only,
            is_on=see.is_editor_alone,
        ),
        Command(
            "split",
            VIEW,
            "Editor &and preview",
            "Ctrl+5",
            see.show_both,
            is_on=see.are_both_shown,
        ),
        Command(
            "previewOnly",
            VIEW,
            "Preview &only",
            "Ctrl+6",
            see.show_preview_only,
            is_on=see.is_preview_alone,
        ),
        Command("focusMode", VIEW, "&Focus mode", "F11", focus.toggle, is_on=focus.is_on),
        Command(
            "wholePrompt",
            VIEW,
            "&Whole prompt in focus mode",
            "Shift+F11",
            focus.toggle_prompt,
            focus.is_on,
            is_on=focus.is_prompt_unfolded,
        ),
    )


def _help_commands(parts: Parts) -> tuple[Command | str, ...]:
    guide = parts.help_flow
    return (
        Command("palette", HELP, "&All commands…", "Ctrl+Shift+P", guide.show_palette),
        Command("keys", HELP, "&Keys", "F1", guide.show_keys),
        Command("about", HELP, "A&bout Greenroom", "", guide.show_about),
    )


def _one_or_other(
    is_one: Callable[[], bool], one: Callable[[], object], other: Callable[[], object]
) -> None:
    (one if is_one() else other)()


def _choose_heading(parts: Parts) -> None:
    parts.writing_flow().choose_heading()


def _choose_outline(parts: Parts) -> None:
    parts.writing_flow().choose_outline()
