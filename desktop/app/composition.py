"""Builds the parts of the window, and nothing else."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QApplication

from desktop.bank.bank import Bank, shipped_and_own
from desktop.controllers.answer_controller import AnswerController
from desktop.controllers.browse_controller import BrowseController
from desktop.controllers.preview_controller import PreviewController
from desktop.controllers.question_controller import QuestionController
from desktop.controllers.system_clock import Clock
from desktop.controllers.task_runner import TaskRunner
from desktop.journal.journal import Journal
from desktop.journal.journal_writer import JournalWriter
from desktop.services.find_questions import FindQuestions
from desktop.services.practice_desk import PracticeDesk
from desktop.settings.folders import Folders
from desktop.settings.settings import Settings
from desktop.ui.answer_pane import AnswerPane
from desktop.ui.appearance import Appearance
from desktop.ui.browser_pane import BrowserPane
from desktop.ui.detail_pane import DetailPane
from desktop.ui.main_window import MainWindow
from desktop.ui.window_memory import WindowMemory
