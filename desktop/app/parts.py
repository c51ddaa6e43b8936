"""The parts of the running app, as the composition built them."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from desktop.controllers.answer_controller import AnswerController
    from desktop.controllers.attempts_controller import AttemptsController
    from desktop.controllers.auto_export_controller import AutoExportController
    from desktop.controllers.backup_controller import BackupController
    from desktop.controllers.browse_controller import BrowseController
    from desktop.controllers.coach_controller import CoachController
    from desktop.controllers.collection_controller import CollectionController
    from desktop.controllers.compare_controller import CompareController
    from desktop.controllers.completion_controller import CompletionController
    from desktop.controllers.folder_watch import FolderWatch
    from desktop.controllers.formula_controller import FormulaController
    from desktop.controllers.journal_watch import JournalWatch
    from desktop.controllers.later import Later
    from desktop.controllers.library_controller import LibraryController
    from desktop.controllers.mock_controller import MockController
    from desktop.controllers.mock_report_controller import MockReportController
    from desktop.controllers.point_review_controller import PointReviewController
    from desktop.controllers.preview_controller import PreviewController
    from desktop.controllers.question_controller import QuestionController
    from desktop.controllers.quick_fire_controller import QuickFireController
    from desktop.controllers.reserve_controller import ReserveController
    from desktop.controllers.review_controller import ReviewController
    from desktop.controllers.spelling_controller import SpellingController
    from desktop.controllers.system_clock import Clock
    from desktop.controllers.task_runner import TaskRunner
    from desktop.controllers.word_counter import WordCounter
    from desktop.journal.journal_writer import JournalWriter
    from desktop.settings.folders import Folders
    from desktop.settings.settings import Settings
    from desktop.ui.appearance import Appearance
    from desktop.ui.collection_flow import CollectionFlow
    from desktop.ui.dialogs import Dialogs
    from desktop.ui.export_flow import ExportFlow
    from desktop.ui.find_flow import FindFlow
    from desktop.ui.focus_mode import FocusMode
    from desktop.ui.help_flow import HelpFlow
    from desktop.ui.image_flow import ImageFlow
    from desktop.ui.import_batch_flow import ImportBatchFlow
    from desktop.ui.import_flow import ImportFlow
    from desktop.ui.main_window import MainWindow
    from desktop.ui.mock_setup_flow import MockSetupFlow
    from desktop.ui.page.formula_shelf import FormulaShelf
    from desktop.ui.print_flow import PrintFlow
    from desktop.ui.refresh_bar import RefreshBar
    from desktop.ui.settings_flow import SettingsFlow
    from desktop.ui.spelling_flow import SpellingFlow
    from desktop.ui.window_memory import WindowMemory
    from desktop.ui.window_switches import WindowSwitches
    from desktop.ui.writing_flow import WritingFlow


class Parts(NamedTuple):
    """Everything the wiring connects."""

    folders: "Folders"
    settings: "Settings"
    memory: "WindowMemory"
    appearance: "Appearance"
    window: "MainWindow"
    window_switches: "WindowSwitches"
    dialogs: "Dialogs"
    clock: "Clock"
    runner: "TaskRunner"
    writer: "Later[JournalWriter]"
    journal_watch: "JournalWatch"
    backups: "BackupController"
    reserve: "ReserveController"
    library: "LibraryController"
    folder_watch: "FolderWatch"
    refresh_bar: "RefreshBar"
    browse: "BrowseController"
    completing: "CompletionController"
    collecting: "CollectionController"
    compare: "CompareController"
    mock_setup: "MockSetupFlow"
    mock_reports: "Later[MockReportController]"
    mock: "Later[MockController]"
    attempts: "AttemptsController"
    reviews: "ReviewController"
    point_review: "Later[PointReviewController]"
    coach: "Later[CoachController]"
    question: "QuestionController"
    answer: "AnswerController"
    quick_fire: "QuickFireController"
    preview: "PreviewController"
    formulas: "FormulaShelf"
    typesetting: "FormulaController"
    spelling: "SpellingController"
    spelling_flow: "Later[SpellingFlow]"
    collection_flow: "CollectionFlow"
    import_flow: "ImportFlow"
    import_batch_flow: "ImportBatchFlow"
    image_flow: "ImageFlow"
    export_flow: "ExportFlow"
    auto_export: "AutoExportController"
    settings_flow: "SettingsFlow"
    help_flow: "HelpFlow"
    print_flow: "Later[PrintFlow]"
    find_flow: "FindFlow"
    writing_flow: "Later[WritingFlow]"
    focus_mode: "FocusMode"
    words: "WordCounter"
    selected_words: "WordCounter"
