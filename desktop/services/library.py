"""All that is done with the bank, built together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from time import monotonic

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.bank.folder_stamps import FolderStamps
from desktop.domain.question_collections import Collections
from desktop.journal.journal_reader import JournalReader
from desktop.services.bundle_answers import BundleAnswers
from desktop.services.compare_aside import CompareAside
from desktop.services.export_answers import ExportReport, export_answers
from desktop.services.export_library import ExportedLibrary, export_library
from desktop.services.find_questions import FindQuestions
from desktop.services.give_feedback import GiveFeedback
from desktop.services.import_batch import ImportBatch
from desktop.services.import_library import ImportedLibrary, import_library
from desktop.services.import_receipts import ImportReceipts
from desktop.services.known_questions import KnownQuestions
from desktop.services.open_mock_report import OpenMockReport
from desktop.services.open_question import OpenQuestion
from desktop.services.plan_aside import PlanAside
from desktop.services.plan_mock import PlanMock
from desktop.services.question_files import QuestionFiles
from desktop.services.read_import_aside import ReadImportAside
from desktop.services.read_practice import ReadPractice
from desktop.services.refresh_aside import RefreshAside
from desktop.services.refresh_index import RefreshIndex
from desktop.services.replay_attempt import ReplayAttempt
from desktop.services.review_point import ReviewPoint
from desktop.services.run_mock import RunMock
from desktop.services.take_in_page import TakeInPage
from desktop.services.watch_bank import WatchBank
from desktop.settings.folders import Folders


@dataclass(frozen=True, slots=True)
class Library:
    """The services around one bank; every one may be called from any thread."""

    folders: Folders
    now: Callable[[], datetime]
    bank: Bank
    find: FindQuestions
    refresh: RefreshIndex
    refresh_aside: RefreshAside
    watch: WatchBank
    opening: OpenQuestion
    take_in: TakeInPage
    read_import: ReadImportAside
    import_batch: ImportBatch
    compare: CompareAside
    plan_mock: PlanMock
    run_mock: RunMock
    mock_reports: OpenMockReport
    bundle: BundleAnswers
    replay: ReplayAttempt
    practice: ReadPractice
    planning: PlanAside
    review_point: ReviewPoint

    def read_collections(self) -> Collections:
        """The stars, lists and saved searches."""
        return read_collections(self.folders.journal)

    def export_everything(self, folder: Path) -> ExportedLibrary:
        """Export all answers, and the whole library beside them."""
        report = self.export(folder, None)
        return export_library(self.folders, report.folder)

    def import_everything(self, folder: Path) -> ImportedLibrary:
        """Add a whole library to this one."""
        return import_library(folder, self.folders, self.now())

    def export(self, folder: Path, keys: frozenset[str] | None) -> ExportReport:
        """Export the answers to these questions, or to all."""
        with JournalReader.open(self.folders.journal) as reader:
            return export_answers(reader, self.bank, folder, keys, data_folder=self.folders.data)


def read_collections(journal: Path) -> Collections:
    """The stars, lists and saved searches in a journal."""
    with JournalReader.open(journal) as reader:
        return reader.collections.all()


def build_library(
    folders: Folders, now: Callable[[], datetime], usual_budget_s: Callable[[], float]
) -> Library:
    """The services of one installation."""
    bank = Bank(find_sources(folders.shipped_questions, folders.own_questions, folders.packs))
    find = FindQuestions(folders.index, now, partial(read_collections, folders.journal))
    files = QuestionFiles(bank, folders.index)
    linked_packs = [folder for folder in bank.source_folders() if folder.is_symlink()]
    roots = [*(source.folder for source in bank.sources), *linked_packs]
    stamps = FolderStamps([str(folder) for folder in roots], monotonic)
    feedback = GiveFeedback(bank)
    known = KnownQuestions(bank, folders.index)
    reports = OpenMockReport(folders.journal, feedback.on_answer)
    return Library(
        folders=folders,
        now=now,
        bank=bank,
        find=find,
        refresh=RefreshIndex(bank, folders.index, folders.journal, now),
        refresh_aside=RefreshAside(bank.sources, folders.index, folders.journal, now),
        watch=WatchBank(files, folders.index, stamps),
        opening=OpenQuestion(
            bank,
            files,
            folders.journal,
            find,
            now,
            usual_budget_s,
        ),
        compare=CompareAside(bank.sources, folders.journal),
        plan_mock=PlanMock(bank, files, find),
        run_mock=RunMock(folders.journal, feedback),
        mock_reports=reports,
        bundle=BundleAnswers(folders, bank, reports.open),
        replay=ReplayAttempt(folders.journal, feedback.on_answer),
        practice=ReadPractice(folders.index, folders.journal, find, now),
        planning=PlanAside(folders.index, folders.journal),
        review_point=ReviewPoint(folders.journal, feedback),
        take_in=TakeInPage(bank, known, now),
        read_import=ReadImportAside(bank, folders.index, lambda: now().astimezone().date()),
        import_batch=ImportBatch(
            bank, ImportReceipts(folders.imports, folders.data.absolute()), now
        ),
    )
