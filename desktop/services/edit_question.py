"""Editing a question's file: from its text and back, without losing what another wrote."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desktop.bank.bank import Bank
from desktop.bank.bin_folder import BinFolder
from desktop.bank.edited_text import shown_text, text_for_file
from desktop.bank.new_id import new_id
from desktop.bank.question_check import check_question
from desktop.bank.question_file import QuestionFile, read_question
from desktop.bank.question_layout import read_layout
from desktop.bank.question_writing import write_question
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem
from desktop.domain.question import Question
from desktop.domain.question_changes import carry_over
from desktop.domain.question_digest import question_digest
from desktop.files import replace_file
from desktop.services.answer_images import AnswerImages, image_names
from desktop.services.kept_edit import KeptEdit, KeptText, find_unsaved
from desktop.services.question_files import QuestionFiles

NEW_ID = "new-question"
COPY_NOTE = "Saving makes a copy of your own, and the original stays as it is."
TEMPLATE = """\
---
title:
category:
topics: []
difficulty: medium
rounds: []
roles: []
minutes: 20
---

## What the interviewer expects

## Sample answer
"""


@dataclass(frozen=True, slots=True)
class EditedQuestion:
    """What an editor begins with; a new question has no key and no base.

    `original` is the text that a mended copy hides; `kept` was typed before and not saved; `note`
    says where it will be saved if that is not where it comes from.
    """

    key: str
    text: str
    base: QuestionFile | None
    known_ids: frozenset[str]
    saving: KeptEdit
    kept: KeptText | None
    original: str | None = None
    note: str = ""

    @property
    def digest(self) -> str:
        return question_digest(self.text)


@dataclass(frozen=True, slots=True)
class ReadText:
    """The question in a text that is being edited, what is wrong, and where its prompt starts."""

    text: str
    question: Question
    problems: tuple[Problem, ...]
    page: str


class EditQuestion:
    """Opens and saves what is edited; every call may come from another thread."""

    def __init__(
        self,
        bank: Bank,
        files: QuestionFiles,
        edits: Path,
        bin_folder: BinFolder,
        now: Callable[[], datetime],
    ) -> None:
        self._bank = bank
        self._files = files
        self._edits = edits
        self._bin = bin_folder
        self._now = now

    def begin_new(self) -> EditedQuestion:
        """A question that is not there yet, with the outline of its file."""
        return self._new(KeptEdit(self._edits, "", self._now))

    def begin(self, key: str) -> EditedQuestion:
        """A question of the bank; raises AppError if its file is gone or cannot be read.

        What was typed into one that is gone comes back as a new question.
        """
        entry = self._files.find_entry(key)
        saving = KeptEdit(self._edits, key, self._now)
        if entry is None and saving.find() is not None:
            return self._new(saving)
        if entry is None:
            raise AppError(
                f"The question {key} is not in the bank any more.",
                "Its file was moved or deleted.",
            )
        base = self._bank.read(entry.path)
        original = self._bank.find_original(base.question.id) if entry.is_edited else None
        return EditedQuestion(
            key,
            shown_text(base.text),
            base,
            self._ids(),
            saving,
            saving.find(),
            shown_text(self._bank.read(original).text) if original else None,
            "" if entry.source.is_own else COPY_NOTE,
        )

    def find_unsaved(self) -> str | None:
        """The key of the question that was edited last and not saved; "" is a new one."""
        return find_unsaved(self._edits)

    def save(self, edited: EditedQuestion, text: str) -> str:
        """Write the text into the person's own folder; the key of the question.

        Raises AppError, with nothing written, where `save_text` does or a new one has no title.
        """
        key = edited.key
        if edited.base is None:
            title = read_text(edited, text).question.title.strip()
            if not title:
                raise AppError("The question has no title yet.", "Give it one, then save again.")
            key = new_id(title, self._ids())
            self._bank.save_text(key, text)
        elif text != edited.text:
            key = edited.base.question.id
            saved = self._bank.save_text(key, text_for_file(text, edited.base.text), edited.base)
            _copy_pictures(text, edited.base.path.parent, saved.parent)
        edited.saving.drop()
        return key

    def revert(self, edited: EditedQuestion) -> Path:
        """Move a mended copy to the bin, so that its original counts again; where it is now."""
        if edited.base is None or not self._bank.is_own(edited.base.path):
            raise AppError(f"{edited.key} is as it came.", "There is nothing to go back from.")
        place = self._bin.put(edited.base.path)
        edited.saving.drop()
        return place

    def _new(self, saving: KeptEdit) -> EditedQuestion:
        return EditedQuestion("", TEMPLATE, None, self._ids(), saving, saving.find())

    def _ids(self) -> frozenset[str]:
        return frozenset(self._bank.ids())


def read_text(edited: EditedQuestion, text: str) -> ReadText:
    """The question in a text, as far as it can be read, and all that is wrong with it."""
    file = read_question(text, path=edited.base.path if edited.base else Path())
    if edited.base is None:
        file = replace(file, question=replace(file.question, id=NEW_ID))
    problems = (
        *file.problems,
        *check_question(file, is_shipped=False, known_ids=edited.known_ids),
    )
    body = text[read_layout(text, file.path).prompt_start :]
    page = f"# {file.question.title}\n\n{body}" if file.question.title else body
    return ReadText(text, file.question, tuple(sorted(problems)), page)


def with_fields(edited: EditedQuestion, text: str, before: Question, after: Question) -> str:
    """The text with those entries rewritten in which `after` differs from `before`."""
    path = edited.base.path if edited.base else Path()
    file = read_question(text, path=path)
    return write_question(carry_over(before, after, file.question), file)


def _copy_pictures(text: str, origin: Path, folder: Path) -> None:
    """Bring the pictures a question shows along, where there are none of their names yet."""
    pictures = AnswerImages(origin, (), origin)
    for name in dict.fromkeys(image_names(text)):
        picture = pictures(name)
        if picture is not None and not (folder / name).exists():
            replace_file(folder / name, picture)
