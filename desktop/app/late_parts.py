"""Parts of the window that load when they are first needed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from desktop.controllers.journal_watch import JournalWatch
from desktop.controllers.later import Later
from desktop.controllers.question_controller import QuestionController
from desktop.controllers.reserve_controller import ReserveController
from desktop.controllers.spelling_controller import SpellingController
from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.settings.folders import Folders
from desktop.settings.settings import Settings
from desktop.ui.answer_pane import AnswerPane
from desktop.ui.appearance import Appearance
from desktop.ui.dialogs import Dialogs
from desktop.ui.main_window import MainWindow
from desktop.ui.page.formula_shelf import FormulaShelf
from desktop.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from desktop.controllers.coach_controller import CoachController
    from desktop.controllers.coach_setup import CoachSetup
    from desktop.controllers.import_batch_controller import ImportBatchController
    from desktop.controllers.import_controller import ImportController
    from desktop.controllers.mock_controller import MockController
    from desktop.controllers.mock_report_controller import MockReportController
    from desktop.controllers.point_review_controller import PointReviewController
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


def usual_budget_s(settings: Settings) -> float:
    """Seconds for a question that does not say its own time."""
    return float(settings.get_int("budget_minutes") * SECONDS_A_MINUTE)


def build_writer(
    folders: Folders, watch: JournalWatch, reserve: ReserveController
) -> "JournalWriter":
    from desktop.journal.journal import Journal  # noqa: PLC0415 - with the first write
    from desktop.journal.journal_writer import JournalWriter  # noqa: PLC0415 - as above

    open_journal = partial(Journal.open, folders.journal, listeners=(watch.note,))
    return JournalWriter(open_journal, reserve.make_room)


def build_library(folders: Folders, clock: Clock, settings: Settings) -> "Library":
    from desktop.services.library import build_library  # noqa: PLC0415 - after the first paint

    return build_library(folders, clock.now, partial(usual_budget_s, settings))


def build_mock_templates(folders: Folders) -> "MockTemplateFiles":
    from desktop.services.mock_template_files import (  # noqa: PLC0415 - when it is asked for
        MockTemplateFiles,
    )

    return MockTemplateFiles(folders.mock_templates)


def build_mock_reports(
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

    exports = Later(partial(build_report_export, folders))
    return MockReportController(
        writer, lambda: library().mock_reports, exports, runner, clock, window
    )


def build_report_export(folders: Folders) -> "ExportMockReport":
    from desktop.services.export_mock_report import (  # noqa: PLC0415 - at its first use
        ExportMockReport,
    )

    return ExportMockReport(folders.journal, folders.resources)


def build_mock(
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


def build_point_review(
    writer: Later["JournalWriter"],
    library: Later["Library"],
    runner: TaskRunner,
    clock: Clock,
    window: MainWindow,
) -> "PointReviewController":
    from desktop.controllers.point_review_controller import (  # noqa: PLC0415 - at its first use
        PointReviewController,
    )

    return PointReviewController(writer, library, runner, clock, window)


def spelling_flow(answer: AnswerPane, spelling: SpellingController) -> "SpellingFlow":
    from desktop.ui.spelling_flow import SpellingFlow  # noqa: PLC0415 - after the first paint

    return SpellingFlow(answer, spelling)


def find_speller(folders: Folders) -> "Speller | None":
    from desktop.spelling.speller import find_speller  # noqa: PLC0415 - with the first words

    return find_speller(folders.own_words, QLocale.system().name())


def keep_image(folders: Folders, clock: Clock, key: str, png: bytes) -> str:
    from desktop.services.answer_images import keep_image  # noqa: PLC0415 - with the first picture

    return keep_image(folders.data, key, png, clock.now())


def build_ask_coach() -> "AskCoach":
    from desktop.services.ask_coach import build_ask_coach  # noqa: PLC0415 - when it is asked for

    return build_ask_coach()


def build_coach(
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


def build_coach_setup(
    coach: Later["AskCoach"], runner: TaskRunner, window: MainWindow
) -> "CoachSetup":
    from desktop.controllers.coach_setup import CoachSetup  # noqa: PLC0415 - with the settings

    return CoachSetup(coach, runner, window)


def import_controller(
    library: Later["Library"], runner: TaskRunner, window: MainWindow
) -> "ImportController":
    from desktop.controllers.import_controller import (  # noqa: PLC0415 - when it is asked for
        ImportController,
    )

    return ImportController(library, runner, window)


def import_batch_controller(
    library: Later["Library"], runner: TaskRunner, window: MainWindow
) -> "ImportBatchController":
    from desktop.controllers.import_batch_controller import (  # noqa: PLC0415 - as above
        ImportBatchController,
    )

    return ImportBatchController(library, runner, window)


def build_writing_flow(
    window: MainWindow, folders: Folders, question: QuestionController
) -> "WritingFlow":
    from desktop.ui.writing_flow import WritingFlow  # noqa: PLC0415 - when it is asked for

    find_rounds = partial(rounds_of, question)
    return WritingFlow(window, window.answer, folders.resources, find_rounds)


def build_print_flow(
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


def open_settled(
    writer: Later["JournalWriter"], library: Later["Library"], key: str
) -> "OpenedQuestion":
    """Open a question after the writes asked for so far, lest a draft be read as it was before."""
    if writer.is_built:
        writer().submit(_touch_nothing).result()
    return library().opening.open(key)


def rounds_of(question: QuestionController) -> tuple[str, ...]:
    """The rounds in which the question on show is asked."""
    opened = question.question
    return opened.file.question.rounds if opened else ()


def _touch_nothing(_journal: object) -> None:
    """A write that waits for its turn and does nothing."""
