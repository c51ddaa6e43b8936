"""Opens the window: the first paint from the index and the journal, the rest after it."""

from functools import partial

from PySide6.QtWidgets import QApplication

from desktop.app.commands import window_commands
from desktop.app.composition import compose
from desktop.app.crash_handler import CrashHandler
from desktop.app.instance_lock import InstanceLock
from desktop.app.parts import Parts
from desktop.app.wiring import Wiring
from desktop.controllers.system_clock import SystemClock
from desktop.journal.journal_reader import JournalReader
from desktop.services.rescue_text import rescue_text
from desktop.settings.folders import Folders
from desktop.ui.commands import CommandBook


def open_window(app: QApplication, folders: Folders, lock: InstanceLock) -> Parts:
    """Build, connect and show; raises AppError if the journal or the index cannot be opened."""
    parts = compose(app, folders, SystemClock())
    wiring = Wiring(parts)
    book = CommandBook(parts.window, window_commands(parts, wiring))
    book.fill(parts.window.menuBar())
    parts.help_flow.set_book(book)
    crashes = CrashHandler(partial(rescue, parts), folders.data / "crash-log.txt", parts.window)
    crashes.told.connect(wiring.tell)
    crashes.install()
    lock.raise_requested.connect(parts.window.bring_to_front)
    parts.window.first_painted.connect(lock.listen)
    show_first(parts)
    parts.window.show()
    return parts


def rescue(parts: Parts) -> str:
    """Save the draft, to the journal or else to a file of its own; where it is, in words."""
    if parts.answer.save_now():
        return "Your answer is saved."
    draft = parts.answer.draft
    if draft is None:
        return "Nothing you wrote is lost."
    text = parts.window.answer.read_editor().text
    path = rescue_text(parts.folders.rescued, draft.question_key, text, SystemClock().now())
    return f"Your answer is saved in {path}."


def show_first(parts: Parts) -> None:
    """Fill the list and show the question that was open last, ready to type."""
    parts.window.browser.show_sort(parts.browse.sort)
    parts.browse.load_now()
    with JournalReader.open(parts.folders.journal) as reader:
        key = parts.memory.text("question")
        if not key:
            key = next((draft.question_key for draft in reader.drafts()), "")
        sheet = parts.find.find_sheet(key) if key else None
        if sheet is None:
            return
        draft, is_kept = parts.opening.draft(reader, sheet)
    parts.question.note_sheet(sheet)
    parts.window.detail.show_sheet(sheet)
    parts.window.browser.choose(key)
    parts.answer.open(draft, is_kept=is_kept)
    parts.window.answer.focus_editor()
