"""Exporting answers: a folder with one Markdown file for each attempted question."""

import os
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.bank import Bank, BankEntry
from desktop.bank.file_reading import read_question_file
from desktop.bank.question_file import QuestionFile, read_question
from desktop.domain.attempt import Attempt
from desktop.domain.errors import AppError
from desktop.files import make_folder, remove_unfinished, replace_file
from desktop.journal.journal_reader import JournalReader
from desktop.services.answer_images import answer_images
from desktop.services.answer_markdown import answer_markdown
from desktop.services.export_file_names import choose_file_name, folded_name
from desktop.services.export_images import copy_images
from desktop.services.export_manifest import (
    MANIFEST_NAME,
    ExportedFile,
    ExportManifest,
    checksum,
    find_manifest,
    write_manifest,
)
from desktop.services.export_under_way import ExportUnderWay
from desktop.services.notes_markdown import ExportedAttempt


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did; `str` of it is the sentence to show.

    `exported` are the files that now hold the answers as they are, `unchanged` those of them that
    already did; `kept_edited` are the files left alone because somebody changed them.
    """

    exported: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    kept_edited: tuple[Path, ...]
    folder: Path

    @property
    def total(self) -> int:
        return len(self.exported) + len(self.kept_edited)

    def __str__(self) -> str:
        if not self.total:
            return "0 of 0 exported: there is no sealed answer to export yet."
        text = f"{len(self.exported)} of {self.total} exported to {self.folder}"
        if self.unchanged:
            text += f", {len(self.unchanged)} of them unchanged"
        if self.kept_edited:
            names = ", ".join(path.name for path in self.kept_edited)
            text += f". Kept because you edited them: {names}. Rename one to get a new copy"
        return f"{text}."


def export_answers(
    reader: JournalReader,
    bank: Bank,
    folder: Path,
    keys: Collection[str] | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    data_folder: Path | None = None,
) -> ExportReport:
    """Write the answers to the questions of `keys`, or to all, into `folder`.

    The pictures they show are copied from `data_folder` to beside them.
    `on_progress` hears how many of how many questions are done. Raises AppError, which says what
    was written before, if the folder cannot be used.
    """
    target = _usable_folder(folder, bank)
    remove_unfinished(target)
    before = find_manifest(target) or ExportManifest()
    wanted = sorted(
        key
        for key, activity in reader.activity().items()
        if activity.attempts and (keys is None or key in keys)
    )
    under_way = ExportUnderWay(target)
    export = _Export(target, before, under_way)
    entries = bank.find_entries(wanted)
    try:
        for done, key in enumerate(wanted, start=1):
            attempts = reader.attempts_of(key)
            if attempts:  # else another window has just deleted the last one
                question = find_question(reader, entries.get(key), attempts[-1])
                answered = [with_notes(reader, attempt) for attempt in attempts]
                page = answer_markdown(question.question, answered, question.digest)
                export.add(key, attempts, page.encode(errors="replace"))
                if data_folder:
                    images = answer_images(data_folder, key, question)
                    texts = (attempt.text for attempt in attempts)
                    export.note_images(copy_images(texts, images, target))
            if on_progress:
                on_progress(done, len(wanted))
    except AppError as error:
        with suppress(AppError):  # the first fault is the one to tell
            write_manifest(target, export.manifest(), before)
            under_way.end()
        raise AppError(
            f"{error.message} {export.count} of {len(wanted)} were exported before that.",
            error.hint,
        ) from error
    write_manifest(target, export.manifest(), before)
    under_way.end()
    return export.report()


class _Export:
    """One run: decides for each page whether and where it is written."""

    def __init__(self, folder: Path, before: ExportManifest, under_way: ExportUnderWay) -> None:
        self._folder = folder
        self._under_way = under_way
        self._files = dict(before.files)
        self._images = dict(before.images)
        self._manifest_names = {folded_name(MANIFEST_NAME), *map(_name_of, before.files.values())}
        self._taken = self._manifest_names | {folded_name(path.name) for path in folder.iterdir()}
        self._exported: list[Path] = []
        self._unchanged: list[Path] = []
        self._kept_edited: list[Path] = []

    @property
    def count(self) -> int:
        return len(self._exported)

    def add(self, key: str, attempts: Iterable[Attempt], page: bytes) -> None:
        """Write the page unless it is there already or its file was edited."""
        known = self._files.get(key)
        path = self._folder / (known.name if known else self._choose_name(key, page))
        there = _find_content(path)
        if known and there is not None and not self._is_ours(there, known, page):
            self._kept_edited.append(path)
            return
        if there == page:
            self._unchanged.append(path)
        else:
            self._under_way.note(checksum(page))
            replace_file(path, page)
        self._exported.append(path)
        uuids = tuple(attempt.uuid for attempt in attempts)
        self._files[key] = ExportedFile(path.name, key, checksum(page), uuids)

    def note_images(self, copies: Mapping[str, str]) -> None:
        """Take pictures that were copied, with their checksums, into the manifest."""
        self._images.update(copies)

    def manifest(self) -> ExportManifest:
        return ExportManifest(self._files, self._images)

    def report(self) -> ExportReport:
        return ExportReport(
            exported=tuple(self._exported),
            unchanged=tuple(self._unchanged),
            kept_edited=tuple(self._kept_edited),
            folder=self._folder,
        )

    def _is_ours(self, there: bytes, known: ExportedFile, page: bytes) -> bool:
        return checksum(there) in {known.sha256, checksum(page), *self._under_way.left}

    def _choose_name(self, key: str, page: bytes) -> str:
        """A name no file has; or that of a file with a page of ours, left by a run cut short."""
        name = choose_file_name(key, self._manifest_names)
        there = _find_content(self._folder / name)
        if there != page and (there is None or checksum(there) not in self._under_way.left):
            name = choose_file_name(key, self._taken)
        self._manifest_names.add(folded_name(name))
        self._taken.add(folded_name(name))
        return name


def find_question(
    reader: JournalReader, entry: BankEntry | None, attempt: Attempt
) -> QuestionFile:
    """The question as it is in the bank; where it is gone, as the journal kept it."""
    if entry is not None:
        with suppress(AppError):  # a file that cannot be read is as good as gone
            return read_question_file(Path(entry.path))
    text = reader.find_question_text(attempt.digest) or ""
    return read_question(text, path=Path(f"{attempt.question_key.rpartition('/')[2]}.md"))


def with_notes(reader: JournalReader, attempt: Attempt) -> ExportedAttempt:
    """An attempt with what was kept beside it and the question as it stood then."""
    text = reader.find_question_text(attempt.digest) or ""
    then = read_question(text, path=Path(f"{attempt.question_key.rpartition('/')[2]}.md"))
    return ExportedAttempt(attempt, reader.notes.of_attempt(attempt.uuid), then.question)


def _find_content(path: Path) -> bytes | None:
    """What a file holds, None if there is none; a link or a folder counts as a file of others."""
    if path.is_symlink() or path.is_dir():
        return b""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise AppError(
            f"{path} cannot be read: {error.strerror}.", "Allow reading it, or move it away."
        ) from error


def _name_of(file: ExportedFile) -> str:
    return folded_name(file.name)


def _usable_folder(folder: Path, bank: Bank) -> Path:
    target = Path(os.path.realpath(folder.expanduser()))
    if any(target.is_relative_to(os.path.realpath(one)) for one in bank.source_folders()):
        raise AppError(
            f"{folder} holds questions, and answers beside them would be taken for questions. "
            "Nothing was exported.",
            "Choose another folder.",
        )
    if target.exists() and not target.is_dir():
        raise AppError(
            f"{folder} is a file, not a folder. Nothing was exported.",
            "Choose a folder; one that does not exist yet is made.",
        )
    try:
        make_folder(target)
        list(target.iterdir())
    except OSError as error:
        raise AppError(
            f"The folder {folder} cannot be used: {error.strerror}. Nothing was exported.",
            "Choose a folder that you may write to.",
        ) from error
    return target
