"""Builds the parts of the window, and nothing else."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from desktop.app.parts import Parts
from desktop.controllers.answer_controller import AnswerController
from desktop.controllers.attempts_controller import AttemptsController
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
from desktop.ui.import_flow import ImportFlow
from desktop.ui.main_window import MainWindow
from desktop.ui.mock_setup_flow import MockSetupFlow
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.refresh_bar import RefreshBar
from desktop.ui.settings_flow import SettingsFlow
from desktop.ui.window_memory import WindowMemory
from desktop.ui.window_switches import WindowSwitches

if TYPE_CHECKING:
    from desktop.controllers.coach_controller import CoachController
    from desktop.controllers.coach_setup import CoachSetup
    from desktop.controllers.import_controller import ImportController
    from desktop.controllers.mock_controller import MockController
    from desktop.controllers.mock_report_controller import MockReportController
    from desktop.journal.journal_writer import JournalWriter
    from desktop.services.ask_coach import AskCoach
    from desktop.services.export_mock_report import ExportMockReport
    from desktop.services.library import Library
    from desktop.services.mock_template_files import MockTemplateFiles
    from desktop.services.open_question import OpenedQuestion
    from desktop.spelling.speller import Speller
    from desktop.ui.print_flow import PrintFlow
    from desktop.ui.spelling_flow import SpellingFlow
    from desktop.ui.writing_flow import WritingFlow

SECONDS_A_MINUTE = 60


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
    writer = Later(partial(_build_writer, folders, watch, reserve))
    library = Later(partial(_build_library, folders, clock, settings))
    opening = partial(_open_settled, writer, library)
    sort = memory.choice("sort", Sort.RELEVANCE)
    grouping = memory.choice("grouping", Grouping.NONE)
    browse = BrowseController(library, runner, sort, grouping, window)
    collecting = CollectionController(writer, library, runner, clock, window)
    question = QuestionController(opening, runner, window)
    spelling = SpellingController(
        Later(partial(_find_speller, folders)),
        runner,
        window,
        is_wanted=settings.get_bool("check_spelling"),
    )
    answer = AnswerController(writer, clock, window)
    ask_coach = Later(_build_ask_coach)
    coach_setup = Later(partial(_build_coach_setup, ask_coach, runner, window))
    keep_image = partial(_keep_image, folders, clock)
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
            Later(partial(_build_mock_templates, folders)),
            lambda: browse.query,
            runner,
            appearance,
            asking,
            memory,
        ),
        mock_reports=Later(
            partial(_build_mock_reports, writer, library, folders, runner, clock, window)
        ),
        mock=Later(partial(_build_mock, writer, library, runner, clock, window)),
        attempts=AttemptsController(writer, library, runner, clock, window),
        coach=Later(partial(_build_coach, ask_coach, writer, runner, clock, window)),
        question=question,
        answer=answer,
        quick_fire=QuickFireController(library, runner, clock, window),
        preview=PreviewController(runner, window),
        formulas=formulas,
        typesetting=FormulaController(runner, window),
        spelling=spelling,
        spelling_flow=Later(partial(_spelling_flow, window.answer, spelling)),
        collection_flow=CollectionFlow(window, collecting, browse, appearance, asking, memory),
        import_flow=ImportFlow(
            window, partial(_import_controller, library, runner, window), asking
        ),
        image_flow=ImageFlow(window.answer.editor, answer, runner, keep_image, window),
        export_flow=ExportFlow(window, ExportController(library, runner, window), asking, memory),
        settings_flow=SettingsFlow(window, settings, switches, save_settings, coach_setup),
        help_flow=HelpFlow(window),
        print_flow=Later(
            partial(_build_print_flow, window, runner, appearance, formulas, asking, memory)
        ),
        find_flow=FindFlow(window.answer, appearance),
        writing_flow=Later(partial(_build_writing_flow, window, folders, question)),
        focus_mode=FocusMode(window, appearance, formulas),
        words=WordCounter(window.answer.editor.toPlainText, window),
        selected_words=WordCounter(window.answer.selected_text, window),
    )


def usual_budget_s(settings: Settings) -> float:
    """Seconds for a question that does not say its own time."""
    return float(settings.get_int("budget_minutes") * SECONDS_A_MINUTE)


def _window(appearance: Appearance, formulas: FormulaShelf, memory: WindowMemory) -> MainWindow:
    browser = BrowserPane(appearance.theme, appearance.icons)
    detail = DetailPane(appearance.icons, appearance.page_style, formulas)
    answer = AnswerPane(appearance.theme, appearance.icons, appearance.page_style, formulas)
    answer.set_writable(is_writable=False)  # until a question is open, which keeps what is written
    return MainWindow(browser, detail, answer, memory)


def _build_writer(
    folders: Folders, watch: JournalWatch, reserve: ReserveController
) -> "JournalWriter":
    from desktop.journal.journal import Journal  # noqa: PLC0415 - with the first write
    from desktop.journal.journal_writer import JournalWriter  # noqa: PLC0415 - as above

    open_journal = partial(Journal.open, folders.journal, listeners=(watch.note,))
    return JournalWriter(open_journal, reserve.make_room)


def _build_library(folders: Folders, clock: Clock, settings: Settings) -> "Library":
    from desktop.services.library import build_library  # noqa: PLC0415 - after the first paint

    return build_library(folders, clock.now, partial(usual_budget_s, settings))


def _build_mock_templates(folders: Folders) -> "MockTemplateFiles":
    from desktop.services.mock_template_files import (  # noqa: PLC0415 - when it is asked for
        MockTemplateFiles,
    )

    return MockTemplateFiles(folders.mock_templates)


def _build_mock_reports(
    writer: Later["JournalWriter"],
    library: Later["Library"],
    folders: Folders,
    runner: TaskRunner,
    clock: Clock,
    window: MainWindow,
) -> "MockReportController":
    from desktop.controllers.mock_report_controller import (  # noqa: PLC0415 - at its first use
        MockReportController,
    )

    exports = Later(partial(_build_report_export, folders))
    return MockReportController(
        writer, lambda: library().mock_reports, exports, runner, clock, window
    )


def _build_report_export(folders: Folders) -> "ExportMockReport":
    from desktop.services.export_mock_report import (  # noqa: PLC0415 - at its first use
        ExportMockReport,
    )

    return ExportMockReport(folders.journal, folders.resources)


def _build_mock(
    writer: Later["JournalWriter"],
    library: Later["Library"],
    runner: TaskRunner,
    clock: Clock,
    window: MainWindow,
) -> "MockController":
    from desktop.controllers.mock_controller import (  # noqa: PLC0415 - after the first paint
        MockController,
    )

    return MockController(writer, lambda: library().run_mock, runner, clock, window)


def _spelling_flow(answer: AnswerPane, spelling: SpellingController) -> "SpellingFlow":
    from desktop.ui.spelling_flow import SpellingFlow  # noqa: PLC0415 - after the first paint

    return SpellingFlow(answer, spelling)


def _find_speller(folders: Folders) -> "Speller | None":
    from desktop.spelling.speller import find_speller  # noqa: PLC0415 - with the first words

    return find_speller(folders.own_words, QLocale.system().name())


def _keep_image(folders: Folders, clock: Clock, key: str, png: bytes) -> str:
    from desktop.services.answer_images import keep_image  # noqa: PLC0415 - with the first picture

    return keep_image(folders.data, key, png, clock.now())


def _build_ask_coach() -> "AskCoach":
    from desktop.services.ask_coach import build_ask_coach  # noqa: PLC0415 - when it is asked for

    return build_ask_coach()


def _build_coach(
    coach: Later["AskCoach"],
    writer: Later["JournalWriter"],
    runner: TaskRunner,
    clock: Clock,
    window: MainWindow,
) -> "CoachController":
    from desktop.controllers.coach_controller import (  # noqa: PLC0415 - when it is asked for
        CoachController,
    )

    return CoachController(coach, writer, runner, clock, window)


def _build_coach_setup(
    coach: Later["AskCoach"], runner: TaskRunner, window: MainWindow
) -> "CoachSetup":
    from desktop.controllers.coach_setup import CoachSetup  # noqa: PLC0415 - with the settings

    return CoachSetup(coach, runner, window)


def _import_controller(
    library: Later["Library"], runner: TaskRunner, window: MainWindow
) -> "ImportController":
    from desktop.controllers.import_controller import (  # noqa: PLC0415 - when it is asked for
        ImportController,
    )

    return ImportController(library, runner, window)


def _build_writing_flow(
    window: MainWindow, folders: Folders, question: QuestionController
) -> "WritingFlow":
    from desktop.ui.writing_flow import WritingFlow  # noqa: PLC0415 - when it is asked for

    find_rounds = partial(_rounds_of, question)
    return WritingFlow(window, window.answer, folders.resources, find_rounds)


def _build_print_flow(
    window: MainWindow,
    runner: TaskRunner,
    appearance: Appearance,
    formulas: FormulaShelf,
    dialogs: Dialogs,
    memory: WindowMemory,
) -> "PrintFlow":
    from desktop.controllers.print_controller import (  # noqa: PLC0415 - when it is asked for
        PrintController,
    )
    from desktop.ui.print_flow import PrintFlow  # noqa: PLC0415 - as above

    printing = PrintController(runner, window)
    return PrintFlow(window, printing, appearance, formulas, dialogs, memory)


def _open_settled(
    writer: Later["JournalWriter"], library: Later["Library"], key: str
) -> "OpenedQuestion":
    """Open a question after the writes asked for so far, lest a draft be read as it was before."""
    if writer.is_built:
        writer().submit(_touch_nothing).result()
    return library().opening.open(key)


def _rounds_of(question: QuestionController) -> tuple[str, ...]:
    """The rounds in which the question on show is asked."""
    opened = question.question
    return opened.file.question.rounds if opened else ()


def _touch_nothing(_journal: object) -> None:
    """A write that waits for its turn and does nothing."""


def _nothing(_result: None) -> None:
    """There is nothing to do when the settings are saved."""
