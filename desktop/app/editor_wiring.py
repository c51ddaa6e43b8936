"""Connects the editing of questions: the editor, what it saves, and the bank."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.parts import Parts
from desktop.app.wiring import Wiring
from desktop.controllers.later import Later
from desktop.controllers.preview_controller import PreviewController
from desktop.controllers.question_edit_controller import FieldChange, QuestionEditController
from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from desktop.services.edit_question import EditedQuestion, EditQuestion, ReadText
    from desktop.ui.question_editor import QuestionEditor

PREVIEW_LANE = "question preview"


class EditorWiring(QObject):
    """Makes the editor when it is asked for."""

    def __init__(self, parts: Parts, practice: Wiring) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._practice = practice
        self._dialog: QuestionEditor | None = None
        self._editing = QuestionEditController(
            Later(partial(_build_edit, parts)), parts.runner, self
        )
        self._preview = PreviewController(parts.runner, self, PREVIEW_LANE)
        editing = self._editing
        editing.begun.connect(self._show)
        editing.text_read.connect(self._show_read)
        editing.text_rewritten.connect(self._show_rewritten)
        editing.saved.connect(self._finish)
        editing.reverted.connect(self._finish)
        editing.refused.connect(self._refuse)
        editing.unsaved_found.connect(self._offer_unsaved)
        parts.window.first_painted.connect(self._look_for_unsaved)
        parts.window.closing.connect(self._keep)
        parts.appearance.changed.connect(self._dress)

    def begin_new(self) -> None:
        """Write a new question."""
        self._begin("")

    def begin(self) -> None:
        """Edit the question on show."""
        self._begin(self._parts.question.key)

    def can_edit(self) -> bool:
        """Whether there is a question to edit, and no seal that can still be undone."""
        return self._practice.has_question() and not self._practice.is_sealing()

    def _look_for_unsaved(self) -> None:
        if self._parts.folders.edits.exists():
            self._editing.look_for_unsaved()

    def _offer_unsaved(self, key: str) -> None:
        what = f"the question {key}" if key else "a new question"
        banner = self._parts.window.banner
        banner.tell(
            f"What you last typed into {what} was not saved. It is kept.",
            (("Go on", partial(self._go_on, key)), ("Later", banner.hide)),
        )

    def _go_on(self, key: str) -> None:
        if self._practice.is_free() and not self._practice.is_sealing():
            self._begin(key)

    def _keep(self) -> None:
        try:
            self._editing.keep_now()
        except AppError as error:
            self._parts.dialogs.show_error(error)

    def _begin(self, key: str) -> None:
        if self._dialog is None:
            self._editing.begin(key)
        else:
            self._dialog.raise_()
            self._dialog.activateWindow()

    def _show(self, edited: "EditedQuestion") -> None:
        from desktop.ui.question_editor import QuestionEditor  # noqa: PLC0415 - at its first use

        parts, editing = self._parts, self._editing
        if self._dialog is not None:
            return
        self._reveal(edited.key)
        look = parts.appearance
        dialog = QuestionEditor(edited, look.theme, look.page_style, parts.formulas, parts.window)
        dialog.text_edited.connect(editing.note_text)
        dialog.fields_edited.connect(editing.rewrite_fields)
        dialog.page_wanted.connect(self._preview.note_change)
        dialog.save_requested.connect(editing.save)
        dialog.revert_requested.connect(self._ask_to_revert)
        dialog.close_requested.connect(self._ask_to_close)
        dialog.finished.connect(self._forget)
        self._preview.page_rendered.connect(dialog.show_page)
        self._preview.set_source(dialog.page_text)
        self._show_images(edited, dialog)
        self._dialog = dialog
        editing.follow(dialog.text)
        dialog.open()

    def _reveal(self, key: str) -> None:
        """Whoever edits a question has seen all its parts, as if they had been opened."""
        sheet = self._parts.window.detail.sheet
        if sheet is not None and sheet.key == key == self._parts.question.key:
            for name, _ in sheet.folds:
                self._parts.answer.reveal(name)

    def _show_images(self, edited: "EditedQuestion", dialog: "QuestionEditor") -> None:
        from desktop.services.answer_images import answer_images  # noqa: PLC0415 - as above

        if edited.base is not None:
            dialog.set_images(answer_images(self._parts.folders.data, edited.key, edited.base))

    def _show_read(self, read: "ReadText") -> None:
        if self._dialog is not None and not self._editing.is_rewriting:
            self._dialog.show_read(read)

    def _show_rewritten(self, text: str, change: FieldChange) -> None:
        if self._dialog is not None:
            self._dialog.show_rewritten(text, change)

    def _ask_to_close(self) -> None:
        if not self._editing.has_changes or self._parts.dialogs.confirm(
            "Close without saving?",
            "What you changed in this question is thrown away.",
            "Throw away",
        ):
            self._editing.discard()
            self._close()

    def _ask_to_revert(self) -> None:
        if self._parts.dialogs.confirm(
            "Go back to the original?",
            f"Your mended copy goes to {self._parts.folders.bin}. Your answers are kept.",
            "Revert",
        ):
            self._editing.revert()

    def _finish(self, key: str) -> None:
        self._close()
        self._parts.library.refresh()
        self._parts.question.open(key)

    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.finish()

    def _refuse(self, error: AppError) -> None:
        if self._dialog is not None:
            self._dialog.tell(str(error))

    def _dress(self) -> None:
        if self._dialog is not None:
            look = self._parts.appearance
            self._dialog.set_look(look.theme, look.page_style)

    def _forget(self) -> None:
        self._dialog = None
        self._preview.set_source(_nothing)


def _nothing() -> str:
    return ""


def _build_edit(parts: Parts) -> "EditQuestion":
    from desktop.bank.bank import Bank  # noqa: PLC0415 - after the first paint
    from desktop.bank.bank_sources import find_sources  # noqa: PLC0415 - as above
    from desktop.bank.bin_folder import BinFolder  # noqa: PLC0415 - as above
    from desktop.services.edit_question import EditQuestion  # noqa: PLC0415 - as above
    from desktop.services.question_files import QuestionFiles  # noqa: PLC0415 - as above

    folders = parts.folders
    bank = Bank(find_sources(folders.shipped_questions, folders.own_questions, folders.packs))
    files = QuestionFiles(bank, folders.index)
    put_away = BinFolder(folders.bin / "questions", parts.clock.now)
    return EditQuestion(bank, files, folders.edits, put_away, parts.clock.now)
