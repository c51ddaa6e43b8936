"""Connects the parts of the window: all connections of the practice loop in one block."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from desktop.app.parts import Parts
from desktop.domain.attempt import Attempt
from desktop.domain.draft import Draft
from desktop.domain.errors import AppError
from desktop.rendering.page_tree import Page
from desktop.services.found_page import FoundPage, FoundSummary
from desktop.ui.link_list import LinkRow

if TYPE_CHECKING:
    from desktop.services.open_question import OpenedQuestion

READING_BANK = "Reading the question files…"
EMPTY_BANK = "No questions yet. Press Ctrl+Shift+I to import one."
NONE_FOUND = "Nothing matches. Press Esc in the search field to see all questions."


class Wiring(QObject):
    """Carries facts and wishes from part to part; it holds no state of its own."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.window)
        self._parts = parts
        self._connect_browsing()
        self._connect_collecting()
        self._connect_reading()
        self._connect_writing()
        self._connect_sealing()
        self._connect_counting()
        self._connect_window()

    def is_in_run(self) -> bool:
        """Whether a mock run has the window."""
        return self._parts.mock.is_built and self._parts.mock().is_on

    def is_free(self) -> bool:
        """Whether no mock run has the window."""
        return not self.is_in_run()

    def can_write(self) -> bool:
        if self.is_in_run():
            return self._parts.mock().can_write
        return self._parts.answer.draft is not None and not self.is_sealing()

    def can_pause(self) -> bool:
        return self.is_in_run() or self.can_write()

    def can_type(self) -> bool:
        """Whether keys and formats go into the answer now."""
        return self.can_write() and self._parts.window.answer.shown_attempt is None

    def can_seal(self) -> bool:
        if self.is_in_run():
            return self._parts.mock().can_write
        return self._parts.answer.has_text and not self.is_sealing()

    def is_sealing(self) -> bool:
        return self._parts.answer.is_sealing

    def has_answer(self) -> bool:
        return self._parts.answer.has_text or self._parts.window.answer.shown_attempt is not None

    def search(self) -> None:
        """Go to the search field, also if the list is hidden."""
        self._parts.window.browser.show()
        self._parts.window.browser.focus_search()

    def choose_random(self) -> None:
        """Open a random question among those found."""
        self._parts.browse.pick_random(self._parts.question.key)

    def star_shown(self) -> None:
        """Star the question on show, or take its star away."""
        if self._parts.question.key:
            self._parts.collecting.toggle_star(self._parts.question.key)

    def list_shown(self) -> None:
        """Ask for the list the question on show is put on, or taken off."""
        self._parts.collection_flow.choose_lists(self._parts.question.key)

    def move_shown(self, by: int) -> None:
        """Put the question on show lower, or higher, in the list on show."""
        self._parts.collection_flow.move_by(self._parts.question.key, by)

    def turn_grouping(self, grouping: str) -> None:
        """Group the list by something, or no more."""
        self.group_by("" if self._parts.browse.grouping == grouping else grouping)

    def has_question(self) -> bool:
        return bool(self._parts.question.key)

    def is_shown_starred(self) -> bool:
        return self._parts.question.key in self._parts.collecting.collections.starred

    def has_query(self) -> bool:
        return bool(self._parts.browse.query.strip())

    def export_shown(self) -> None:
        """Export the answers to the question on show."""
        self._parts.export_flow.export_one(self._parts.question.key)

    def discard(self) -> None:
        """Throw the draft away, after asking."""
        from desktop.domain.word_count import count_words  # noqa: PLC0415 - after the first paint

        minutes = self._parts.answer.answer_clock.active_s / 60
        words = count_words(self._parts.window.answer.read_editor().text)
        if self._parts.dialogs.confirm(
            "Discard this draft?",
            f"{words} words and {minutes:.0f} minutes of writing. Sealed attempts are kept.",
            "Discard",
        ):
            self._parts.answer.discard()

    def _connect_browsing(self) -> None:
        browser, browse = self._parts.window.browser, self._parts.browse
        completing = self._parts.completing
        browser.query_edited.connect(browse.search)
        browser.completion_requested.connect(completing.complete)
        completing.offer_found.connect(browser.show_offer)
        browser.filter_chosen.connect(browse.filter_by)
        browser.filters_cleared.connect(browse.clear_filters)
        browser.sort_chosen.connect(self._sort)
        browser.grouping_chosen.connect(self.group_by)
        browser.more_requested.connect(browse.load_more)
        browser.question_chosen.connect(self._choose)
        browse.first_page_found.connect(self._show_found)
        browse.next_page_found.connect(self._append_found)
        browse.matches_found.connect(browser.show_matches)
        browse.summary_found.connect(self._show_summary)
        browse.query_changed.connect(browser.show_query)
        browse.random_found.connect(self._choose_random)
        self._parts.library.index_changed.connect(browse.refresh)

    def _connect_collecting(self) -> None:
        parts, browser, flow = self._parts, self._parts.window.browser, self._parts.collection_flow
        browser.star_clicked.connect(parts.collecting.toggle_star)
        browser.row_moved.connect(flow.move_before)
        browser.row_menu_requested.connect(flow.show_row_menu)
        flow.surprise_requested.connect(self.choose_random)
        parts.collecting.collections_changed.connect(flow.show_collections)
        parts.browse.first_page_found.connect(flow.mark_current)
        parts.journal_watch.collections_changed.connect(parts.collecting.refresh)
        parts.journal_watch.collected_changed.connect(parts.library.note_collected)
        parts.library.collections_indexed.connect(parts.browse.refresh_collected)

    def _connect_reading(self) -> None:
        detail, question = self._parts.window.detail, self._parts.question
        detail.part_opened.connect(self._open_part)
        detail.question_chosen.connect(self._choose)
        detail.link_chosen.connect(self._follow_link)
        question.opened.connect(self._show_opened)
        question.open_refused.connect(self._stay)
        question.part_rendered.connect(detail.show_part)
        question.attempt_rendered.connect(self._show_attempt)
        self._parts.formulas.formula_wanted.connect(self._parts.typesetting.typeset)
        self._parts.typesetting.formula_typeset.connect(self._parts.formulas.put)

    def _connect_writing(self) -> None:
        pane, answer, preview = self._parts.window.answer, self._parts.answer, self._parts.preview
        answer.set_editor(pane.read_editor)
        preview.set_source(pane.editor.toPlainText)
        pane.edited.connect(answer.note_key)
        pane.edited.connect(preview.note_change)
        pane.rewrite_requested.connect(self._rewrite)
        pane.copy_requested.connect(pane.copy_answer)
        pane.export_requested.connect(self.export_shown)
        pane.link_chosen.connect(self._follow_link)
        preview.page_rendered.connect(pane.show_preview)
        self._parts.settings_flow.spelling_chosen.connect(self._parts.spelling.set_wanted)
        answer.draft_opened.connect(self._show_draft)
        answer.clock_changed.connect(pane.clock_bar.show_clock)
        answer.draft_changed.connect(pane.clock_bar.show_unsaved)
        answer.draft_saved.connect(pane.clock_bar.show_saved)
        answer.quiet_noticed.connect(self._ask_about_quiet)
        answer.draft_discarded.connect(self._reopen)
        pane.clock_bar.pause_requested.connect(answer.toggle_pause)
        pane.clock_bar.hide_requested.connect(self._parts.window_switches.toggle_clock)

    def _connect_sealing(self) -> None:
        pane, answer = self._parts.window.answer, self._parts.answer
        pane.clock_bar.seal_requested.connect(answer.seal)
        answer.seal_begun.connect(self._offer_undo)
        answer.seal_undone.connect(self._take_up_again)
        answer.attempt_sealed.connect(self._show_sealed)

    def _connect_counting(self) -> None:
        parts, pane = self._parts, self._parts.window.answer
        pane.editor.textChanged.connect(parts.words.note_change)
        pane.editor.selectionChanged.connect(parts.selected_words.note_change)
        parts.words.counted.connect(pane.word_line.show_words)
        parts.selected_words.counted.connect(pane.word_line.show_selected)

    def _connect_window(self) -> None:
        parts = self._parts
        parts.import_flow.question_saved.connect(self._show_saved)
        parts.import_batch_flow.questions_changed.connect(parts.library.refresh)
        parts.import_batch_flow.library_taken.connect(parts.collecting.refresh)
        parts.import_batch_flow.library_taken.connect(self._reopen_shown)
        parts.import_batch_flow.take_drops_while(self.is_free)
        parts.window.first_painted.connect(self._load_rest)
        parts.window.escaped.connect(self._step_back)
        parts.window.first_painted.connect(parts.window.answer.make_ready)
        parts.window.closing.connect(self._close)
        parts.appearance.changed.connect(self._dress)
        parts.runner.failed.connect(self.tell)

    def _step_back(self) -> None:
        """Leave what Esc leaves: the bar for finding, then focus mode, then what is in a row."""
        if self._parts.find_flow.close():
            return
        if self._parts.focus_mode.is_on():
            self._parts.focus_mode.leave()
        else:
            self._parts.quick_fire.leave()
            if not self._parts.window.answer.editor.hasFocus():  # there Esc leads out by Tab
                self._parts.reviews.leave()

    def _sort(self, sort: str) -> None:
        self._parts.memory.keep("sort", sort)
        self._parts.browse.sort_by(sort)

    def group_by(self, grouping: str) -> None:
        """Show the list in groups, and remember it."""
        self._parts.memory.keep("grouping", grouping)
        self._parts.browse.group_by(grouping)

    def _choose(self, key: str) -> None:
        if key != self._parts.question.key:
            self._parts.question.open(key)
        self._parts.window.browser.choose(key)

    def _show_saved(self, key: str) -> None:
        self._parts.window.show_panes()
        self._parts.library.refresh()
        self._parts.question.open(key)

    def _load_rest(self) -> None:
        """What the first paint did not need."""
        self._parts.spelling_flow()
        if self._parts.question.key:
            self._parts.question.open(self._parts.question.key)
        self._parts.folder_watch.look()
        self._parts.library.refresh()

    def _show_found(self, page: FoundPage) -> None:
        browser, browse = self._parts.window.browser, self._parts.browse
        question = self._parts.question
        flow = self._parts.collection_flow
        in_bank = EMPTY_BANK if self._parts.library.has_read else READING_BANK
        browser.show_empty_text(flow.empty_text or (NONE_FOUND if browse.query else in_bank))
        browser.show_order(page.sort, page.grouping, is_list=flow.is_list_shown())
        browser.show_rows(page.rows, has_more=page.has_more, is_new_search=browse.is_new_search)
        browser.select(question.key)
        browser.show_mistakes(browse.query, page.mistakes)
        if not question.key and page.rows:
            self._choose(page.rows[0].key)

    def _choose_random(self, key: str) -> None:
        if key:
            self._choose(key)

    def _append_found(self, page: FoundPage) -> None:
        self._parts.window.browser.append_rows(page.rows, has_more=page.has_more)

    def _show_summary(self, summary: FoundSummary) -> None:
        browser = self._parts.window.browser
        noun = "question" if summary.count == 1 else "questions"
        browser.show_count(f"{summary.count:,} {noun}")
        browser.show_facets(summary.facets, summary.chosen)
        browser.show_mistakes(self._parts.browse.query, summary.mistakes)

    def _show_opened(self, opened: "OpenedQuestion") -> None:
        from desktop.services.answer_images import (  # noqa: PLC0415 - after the first paint
            answer_images,
        )

        parts, detail = self._parts, self._parts.window.detail
        if self.is_in_run():
            return
        images = answer_images(parts.folders.data, opened.sheet.key, opened.file)
        parts.window.answer.set_images(images)
        detail.show_sheet(opened.sheet, images)
        detail.show_related([LinkRow(key, title) for key, title in opened.related])
        parts.memory.keep("question", opened.sheet.key)
        open_draft = parts.answer.draft
        if open_draft is None or open_draft.question_key != opened.sheet.key:
            parts.answer.open(opened.draft, is_kept=opened.is_draft_kept)
        parts.answer.note_question(opened.file.text)
        parts.preview.note_change()

    def _stay(self, error: AppError) -> None:
        """A question that is gone is said, and leaves the list; the one on show stays."""
        self._parts.window.browser.choose(self._parts.question.key)
        self._parts.library.refresh()
        self.tell(error)

    def _open_part(self, name: str) -> None:
        self._parts.answer.reveal(name)
        self._parts.question.open_part(name)

    def _follow_link(self, address: str) -> None:
        QDesktopServices.openUrl(QUrl(address))

    def _show_draft(self, draft: Draft) -> None:
        self._parts.window.answer.show_draft(draft)
        self._parts.window.answer.banner.hide()
        self._parts.preview.note_change()

    def _show_attempt(self, attempt: Attempt, page: Page) -> None:
        self._parts.window.answer.show_attempt(attempt, page)

    def _rewrite(self) -> None:
        self._parts.window.detail.fold_all()
        self._parts.window.answer.focus_editor()

    def _offer_undo(self, _draft: Draft) -> None:
        pane, answer = self._parts.window.answer, self._parts.answer
        pane.set_writable(is_writable=False)
        self._parts.window.detail.set_locked(is_locked=True)
        pane.banner.tell(
            "Sealed. For ten seconds you can take it back.",
            (("Undo", answer.undo_seal), ("Seal now", answer.finish_sealing)),
        )

    def _take_up_again(self) -> None:
        pane = self._parts.window.answer
        pane.set_writable(is_writable=True)
        self._parts.window.detail.set_locked(is_locked=False)
        pane.banner.hide()
        pane.focus_editor()

    def _show_sealed(self, attempt: Attempt) -> None:
        question, pane = self._parts.question, self._parts.window.answer
        pane.banner.hide()
        self._parts.window.detail.set_locked(is_locked=False)
        if attempt.question_key == question.key:
            question.render_attempt(attempt)
            question.open(attempt.question_key)

    def _reopen(self, key: str) -> None:
        if key == self._parts.question.key:
            self._parts.question.open(key)

    def _reopen_shown(self) -> None:
        self._reopen(self._parts.question.key)

    def _ask_about_quiet(self) -> None:
        answer = self._parts.answer
        self._parts.window.answer.banner.tell(
            "Two minutes without a key. Do they count?",
            (("Count them", answer.count_quiet), ("Leave them out", answer.leave_out_quiet)),
        )

    def tell(self, error: AppError) -> None:
        """Say what went wrong, once, below the panes."""
        self._parts.window.banner.tell(str(error), (("Close", self._parts.window.banner.hide),))

    def _dress(self) -> None:
        look, window = self._parts.appearance, self._parts.window
        window.browser.set_theme(look.theme, look.icons)
        self._parts.collection_flow.dress()
        window.detail.set_theme(look.icons, look.page_style)
        window.answer.set_theme(look.theme, look.icons, look.page_style)

    def _close(self) -> None:
        if self._parts.mock.is_built:
            self._parts.mock().close()
        if self._parts.coach.is_built:
            self._parts.coach().forget()
        if self._parts.point_review.is_built:
            self._parts.point_review().close()
        self._parts.reviews.close()
        self._parts.answer.close()
        self._parts.folder_watch.close()
        self._parts.library.close()
        self._parts.compare.end()
        self._parts.runner.close()
        self._parts.writer().close()
