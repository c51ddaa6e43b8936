"""Builds the parts of the window, and nothing else."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.app.late_parts import (
    build_ask_coach,
    build_coach,
    build_coach_setup,
    build_library,
    build_mock,
    build_mock_reports,
    build_mock_templates,
    build_point_review,
    build_print_flow,
    build_writer,
    build_writing_flow,
    find_speller,
    import_batch_controller,
    import_controller,
    keep_image,
    open_settled,
    spelling_flow,
)
from desktop.app.parts import Parts
from desktop.controllers.answer_controller import AnswerController
from desktop.controllers.attempts_controller import AttemptsController
from desktop.controllers.auto_export_controller import AutoExportController
from desktop.controllers.backup_controller import BackupController
from desktop.controllers.browse_controller import BrowseController
from desktop.controllers.collection_controller import CollectionController
from desktop.controllers.compare_controller import CompareController
from desktop.controllers.completion_controller import CompletionController
from desktop.controllers.export_controller import ExportController
from desktop.controllers.folder_watch import FolderWatch
from desktop.controllers.formula_controller import FormulaController
from desktop.controllers.journal_watch import JournalWatch
from desktop.controllers.later import Later
from desktop.controllers.library_controller import LibraryController
from desktop.controllers.preview_controller import PreviewController
from desktop.controllers.question_controller import QuestionController
from desktop.controllers.quick_fire_controller import QuickFireController
from desktop.controllers.reserve_controller import ReserveController
from desktop.controllers.review_controller import ReviewController
from desktop.controllers.spelling_controller import SpellingController
from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.controllers.word_counter import WordCounter
from desktop.domain.question_grouping import Grouping
from desktop.domain.question_sort import Sort
from desktop.journal.reserve import Reserve
from desktop.settings.folders import Folders
from desktop.settings.settings import Settings
from desktop.ui.answer_pane import AnswerPane
from desktop.ui.appearance import Appearance
from desktop.ui.browser_pane import BrowserPane
from desktop.ui.collection_flow import CollectionFlow
from desktop.ui.detail_pane import DetailPane
from desktop.ui.dialogs import Dialogs, WindowDialogs
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
from desktop.ui.refresh_bar import RefreshBar
from desktop.ui.settings_flow import SettingsFlow
from desktop.ui.window_memory import WindowMemory
from desktop.ui.window_switches import WindowSwitches

if TYPE_CHECKING:
    pass


def compose(
    app: QApplication, folders: Folders, clock: Clock, dialogs: Dialogs | None = None
) -> Parts:
    """Build the window and what stands behind it; much of that loads after the first paint."""
    settings = Settings(folders.settings)
    memory = WindowMemory(folders.window)
    theme, text_size_px = settings.get_text("theme"), settings.get_int("text_size")
    appearance = Appearance(app, folders.resources, theme, text_size_px)
    formulas = FormulaShelf(appearance)
    window = _window(appearance, formulas, memory)
    appearance.dress()
    runner = TaskRunner(window)
    asking = dialogs or WindowDialogs(window)
    save_settings = partial(runner.run, "settings", settings.save, _nothing)
    switches = WindowSwitches(window, appearance, settings, save_settings)
    watch = JournalWatch(window)
    reserve = ReserveController(Reserve(folders.data), runner, window)
    writer = Later(partial(build_writer, folders, watch, reserve))
    library = Later(partial(build_library, folders, clock, settings))
    opening = partial(open_settled, writer, library)
    sort = memory.choice("sort", Sort.RELEVANCE)
    grouping = memory.choice("grouping", Grouping.NONE)
    browse = BrowseController(library, runner, sort, grouping, window)
    collecting = CollectionController(writer, library, runner, clock, window)
    question = QuestionController(opening, runner, window)
    spelling = SpellingController(
        Later(partial(find_speller, folders)),
        runner,
        window,
        is_wanted=settings.get_bool("check_spelling"),
    )
    answer = AnswerController(writer, clock, window)
    ask_coach = Later(build_ask_coach)
    coach_setup = Later(partial(build_coach_setup, ask_coach, runner, window))
    import_flow = ImportFlow(window, partial(import_controller, library, runner, window), asking)
    keep_picture = partial(keep_image, folders, clock)
    refresh_bar = RefreshBar()
    window.browser.put_above(refresh_bar)
    return Parts(
        folders=folders,
        settings=settings,
        memory=memory,
        appearance=appearance,
        window=window,
        window_switches=switches,
        dialogs=asking,
        clock=clock,
        runner=runner,
        writer=writer,
        journal_watch=watch,
        reserve=reserve,
        backups=BackupController(folders.journal, watch, runner, clock, window),
        library=LibraryController(library, runner, window),
        folder_watch=FolderWatch(library, question, runner, window),
        refresh_bar=refresh_bar,
        browse=browse,
        completing=CompletionController(library, runner, window),
        collecting=collecting,
        compare=CompareController(
            writer, library, runner, clock, partial(settings.get_text, "feedback_method"), window
        ),
        mock_setup=MockSetupFlow(
            window,
            lambda: library().plan_mock,
            Later(partial(build_mock_templates, folders)),
            lambda: browse.query,
            runner,
            appearance,
            asking,
            memory,
        ),
        mock_reports=Later(
            partial(build_mock_reports, writer, library, folders, runner, clock, window)
        ),
        mock=Later(partial(build_mock, writer, library, runner, clock, window)),
        attempts=AttemptsController(writer, library, runner, clock, window),
        reviews=ReviewController(
            writer, library, runner, clock, partial(settings.get_int, "minutes_a_day"), window
        ),
        point_review=Later(partial(build_point_review, writer, library, runner, clock, window)),
        coach=Later(partial(build_coach, ask_coach, writer, runner, clock, window)),
        question=question,
        answer=answer,
        quick_fire=QuickFireController(library, runner, clock, window),
        preview=PreviewController(runner, window),
        formulas=formulas,
        typesetting=FormulaController(runner, window),
        spelling=spelling,
        spelling_flow=Later(partial(spelling_flow, window.answer, spelling)),
        collection_flow=CollectionFlow(window, collecting, browse, appearance, asking, memory),
        import_flow=import_flow,
        import_batch_flow=ImportBatchFlow(
            window,
            import_flow,
            partial(import_batch_controller, library, runner, window),
            asking,
            appearance,
            formulas,
        ),
        image_flow=ImageFlow(window.answer.editor, answer, runner, keep_picture, window),
        export_flow=ExportFlow(window, ExportController(library, runner, window), asking, memory),
        auto_export=AutoExportController(
            library, runner, partial(settings.get_text, "auto_export_folder"), window
        ),
        settings_flow=SettingsFlow(window, settings, switches, save_settings, coach_setup),
        help_flow=HelpFlow(window),
        print_flow=Later(
            partial(build_print_flow, window, runner, appearance, formulas, asking, memory)
        ),
        find_flow=FindFlow(window.answer, appearance),
        writing_flow=Later(partial(build_writing_flow, window, folders, question)),
        focus_mode=FocusMode(window, appearance, formulas),
        words=WordCounter(window.answer.editor.toPlainText, window),
        selected_words=WordCounter(window.answer.selected_text, window),
    )


def _window(appearance: Appearance, formulas: FormulaShelf, memory: WindowMemory) -> MainWindow:
    browser = BrowserPane(appearance.theme, appearance.icons)
    detail = DetailPane(appearance.icons, appearance.page_style, formulas)
    answer = AnswerPane(appearance.theme, appearance.icons, appearance.page_style, formulas)
    answer.set_writable(is_writable=False)  # until a question is open, which keeps what is written
    return MainWindow(browser, detail, answer, memory)


def _nothing(_result: None) -> None:
    """There is nothing to do when the settings are saved."""
