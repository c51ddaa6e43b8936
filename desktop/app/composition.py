"""Builds the parts of the window, and nothing else."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.app.parts import Parts
from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.controllers.answer_controller import AnswerController
from desktop.controllers.browse_controller import BrowseController
from desktop.controllers.export_controller import ExportController
from desktop.controllers.import_controller import ImportController
from desktop.controllers.journal_watch import JournalWatch
from desktop.controllers.library_controller import LibraryController
from desktop.controllers.preview_controller import PreviewController
from desktop.controllers.question_controller import QuestionController
from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.journal.journal import Journal
from desktop.journal.journal_reader import JournalReader
from desktop.journal.journal_writer import JournalWriter
from desktop.services.find_questions import FindQuestions
from desktop.services.known_questions import KnownQuestions
from desktop.services.open_question import OpenedQuestion, OpenQuestion
from desktop.services.refresh_index import RefreshIndex
from desktop.services.take_in_page import TakeInPage
from desktop.settings.folders import Folders
from desktop.settings.settings import Settings
from desktop.ui.answer_pane import AnswerPane
from desktop.ui.appearance import Appearance
from desktop.ui.browser_pane import BrowserPane
from desktop.ui.detail_pane import DetailPane
from desktop.ui.dialogs import Dialogs, WindowDialogs
from desktop.ui.export_flow import ExportFlow
from desktop.ui.help_flow import HelpFlow
from desktop.ui.import_flow import ImportFlow
from desktop.ui.main_window import MainWindow
from desktop.ui.settings_flow import SettingsFlow
from desktop.ui.window_memory import WindowMemory
from desktop.ui.window_switches import WindowSwitches

if TYPE_CHECKING:
    from desktop.services.export_answers import ExportReport

SECONDS_A_MINUTE = 60


def compose(
    app: QApplication, folders: Folders, clock: Clock, dialogs: Dialogs | None = None
) -> Parts:
    """Build the window with everything behind it; nothing is read, shown or started yet."""
    settings = Settings(folders.settings)
    memory = WindowMemory(folders.window)
    theme, text_size_px = settings.get_text("theme"), settings.get_int("text_size")
    appearance = Appearance(app, folders.resources, theme, text_size_px)
    window = _window(appearance, memory)
    runner = TaskRunner(window)
    asking = dialogs or WindowDialogs(window)
    save_settings = partial(runner.run, "settings", settings.save, _nothing)
    switches = WindowSwitches(window, appearance, settings, memory, save_settings)
    watch = JournalWatch(window)
    writer = JournalWriter(partial(Journal.open, folders.journal, listeners=(watch.note,)))
    bank = Bank(find_sources(folders.shipped_questions, folders.own_questions, folders.packs))
    find = FindQuestions(folders.index)
    refresh_index = RefreshIndex(bank, folders.index, folders.journal)
    opening = OpenQuestion(
        bank, folders.journal, find, clock.now, partial(_usual_budget_s, settings)
    )
    return Parts(
        folders=folders,
        settings=settings,
        memory=memory,
        appearance=appearance,
        window=window,
        window_switches=switches,
        dialogs=asking,
        runner=runner,
        writer=writer,
        journal_watch=watch,
        find=find,
        opening=opening,
        library=LibraryController(refresh_index, runner, window),
        browse=BrowseController(find, runner, memory.text("sort", "title"), window),
        question=QuestionController(partial(_open_settled, writer, opening), runner, window),
        answer=AnswerController(writer, clock, window),
        preview=PreviewController(runner, window),
        import_flow=_import_flow(window, bank, clock, runner, asking),
        export_flow=ExportFlow(
            window,
            ExportController(partial(_export, bank, folders.journal), runner, window),
            asking,
            memory,
        ),
        settings_flow=SettingsFlow(window, settings, switches, save_settings),
        help_flow=HelpFlow(window),
    )


def _window(appearance: Appearance, memory: WindowMemory) -> MainWindow:
    browser = BrowserPane(appearance.theme, appearance.icons)
    detail = DetailPane(appearance.icons, appearance.page_style)
    answer = AnswerPane(appearance.theme, appearance.icons, appearance.page_style)
    return MainWindow(browser, detail, answer, memory)


def _import_flow(
    window: MainWindow, bank: Bank, clock: Clock, runner: TaskRunner, asking: Dialogs
) -> ImportFlow:
    take_in = TakeInPage(bank, KnownQuestions(bank), clock.now)
    return ImportFlow(window, ImportController(take_in, runner, window), asking)


def _usual_budget_s(settings: Settings) -> float:
    return float(settings.get_int("budget_minutes") * SECONDS_A_MINUTE)


def _open_settled(writer: JournalWriter, opening: OpenQuestion, key: str) -> OpenedQuestion:
    """Open a question after the writes asked for so far, lest a draft be read as it was before."""
    writer.submit(_touch_nothing).result()
    return opening.open(key)


def _export(
    bank: Bank, journal: Path, folder: Path, keys: frozenset[str] | None
) -> "ExportReport":
    from desktop.services.export_answers import export_answers  # noqa: PLC0415 - after the start

    with JournalReader.open(journal) as reader:
        return export_answers(reader, bank, folder, keys)


def _touch_nothing(_journal: Journal) -> None:
    """A write that waits for its turn and does nothing."""


def _nothing(_result: None) -> None:
    """There is nothing to do when the settings are saved."""
