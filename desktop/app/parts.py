"""The parts of the running app, as the composition built them."""

from dataclasses import dataclass

from desktop.controllers.answer_controller import AnswerController
from desktop.controllers.browse_controller import BrowseController
from desktop.controllers.export_controller import ExportController
from desktop.controllers.import_controller import ImportController
from desktop.controllers.journal_watch import JournalWatch
from desktop.controllers.library_controller import LibraryController
from desktop.controllers.preview_controller import PreviewController
from desktop.controllers.question_controller import QuestionController
from desktop.controllers.task_runner import TaskRunner
from desktop.journal.journal_writer import JournalWriter
from desktop.services.open_question import OpenQuestion
from desktop.settings.folders import Folders
from desktop.settings.settings import Settings
from desktop.ui.appearance import Appearance
from desktop.ui.dialogs import Dialogs
from desktop.ui.main_window import MainWindow
from desktop.ui.window_memory import WindowMemory
from desktop.ui.window_switches import WindowSwitches


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Everything the wiring connects."""

    folders: Folders
    settings: Settings
    memory: WindowMemory
    appearance: Appearance
    window: MainWindow
    window_switches: WindowSwitches
    dialogs: Dialogs
    runner: TaskRunner
    writer: JournalWriter
    journal_watch: JournalWatch
    library: LibraryController
    browse: BrowseController
    question: QuestionController
    answer: AnswerController
    preview: PreviewController
    importing: ImportController
    exporting: ExportController
    open_question: OpenQuestion
