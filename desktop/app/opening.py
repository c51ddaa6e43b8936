"""Opens the window: the first paint from the index and the journal, the rest after it."""

from functools import partial

from PySide6.QtWidgets import QApplication

from desktop.app.commands import window_commands
from desktop.app.composition import compose
from desktop.app.crash_handler import CrashHandler
from desktop.app.instance_lock import InstanceLock
from desktop.app.late_parts import usual_budget_s
from desktop.app.parts import Parts
from desktop.app.wirings import connect
from desktop.controllers.system_clock import Clock, SystemClock
from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.services.first_look import take_first_look
from desktop.services.ready_journal import ready_journal
from desktop.services.rescue_text import rescue_text
from desktop.settings.folders import Folders
from desktop.ui.commands import CommandBook
from desktop.ui.dialogs import Dialogs
from desktop.ui.format_bar import ICON_NAMES


def open_window(
    app: QApplication,
    folders: Folders,
    lock: InstanceLock,
    clock: Clock | None = None,
    dialogs: Dialogs | None = None,
) -> Parts:
    """Build, connect and show; raises AppError if the journal or the index cannot be opened.

    The machine's own time and dialogs in front of the window are used where none are given.
    """
    clock = clock or SystemClock()
    told = ready_journal(folders.journal, clock.now())
    parts = compose(app, folders, clock, dialogs)
    wirings = connect(parts)
    commands = window_commands(parts, wirings)
    book = CommandBook(parts.window, commands)
    book.fill(parts.window.menuBar())
    parts.help_flow.set_book(book)
    parts.window.answer.format_bar.set_actions([book.action(one) for one in ICON_NAMES])
    crashes = CrashHandler(partial(rescue, parts), folders.data / "crash-log.txt", parts.window)
    crashes.told.connect(wirings.practice.tell)
    crashes.install()
    lock.raise_requested.connect(parts.window.bring_to_front)
    parts.window.first_painted.connect(lock.listen)
    parts.runner.hold()
    parts.window.first_painted.connect(parts.runner.go_on)
    show_first(parts, goes_on_with_draft=lock.is_after_crash)
    if lock.is_after_crash:
        wirings.recovering.tell_of_crash()
    if told:
        parts.window.banner.tell(told, (("Close", parts.window.banner.hide),))
    parts.window.show()
    return parts


def rescue(parts: Parts) -> str:
    """Save the draft, to the journal or else to a file of its own; where it is, in words."""
    is_run_saved = not parts.mock.is_built or parts.mock().save_now()
    if parts.answer.save_now() and is_run_saved:
        return "Your answer is saved."
    draft = parts.answer.draft
    key = draft.question_key if draft is not None else "" if is_run_saved else "mock-run"
    if not key:
        return "Nothing you wrote is lost."
    text = parts.window.answer.read_editor().text
    path = rescue_text(parts.folders.rescued, key, text, parts.clock.now())
    return f"Your answer is saved in {path}."


def show_first(parts: Parts, *, goes_on_with_draft: bool = False) -> None:
    """Fill the list and show the question that was open last, or else the newest draft's."""
    look = take_first_look(
        parts.folders.index,
        parts.folders.journal,
        Sort(parts.browse.sort),
        Grouping(parts.browse.grouping),
        parts.memory.text("question"),
        parts.clock.now(),
        usual_budget_s(parts.settings),
        goes_on_with_draft=goes_on_with_draft,
    )
    parts.window.browser.show_order(look.page.sort, look.page.grouping)
    parts.collecting.note(look.collections)
    if look.sheet is None or look.draft is None:
        parts.browse.note_first_page(look.page)
        return
    parts.question.note_sheet(look.sheet)
    parts.browse.note_first_page(look.page)
    parts.window.detail.show_sheet(look.sheet)
    parts.window.browser.choose(look.sheet.key)
    parts.answer.open(look.draft, is_kept=look.is_draft_kept)
    parts.window.answer.take_focus()
