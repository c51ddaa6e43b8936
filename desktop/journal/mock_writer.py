"""Writing mock runs into the journal."""

from collections.abc import Iterable
from datetime import datetime
from zlib import compress

from desktop.domain.mock_record import MockRecord, PartText
from desktop.domain.mock_run import MAIN, MockRun
from desktop.domain.moment import Moment
from desktop.domain.question_digest import question_digest
from desktop.journal.journal_change import ChangeKind
from desktop.journal.mock_reader import MockReader
from desktop.journal.mock_state import write_state
from desktop.journal.statements import Transactions
from desktop.journal.storable_text import storable
from desktop.journal.timestamps import as_text


class MockWriter(MockReader):
    """Each step of a run is one transaction: its state, its text, its line in the record."""

    def __init__(self, transactions: Transactions) -> None:
        super().__init__(transactions)
        self._transactions = transactions

    def begin(self, record: MockRecord, question_texts: Iterable[str]) -> None:
        """Keep a run that begins, and the texts of its questions."""
        with self._transactions.writing() as changed:
            changed.update((ChangeKind.MOCK_RUNS, ChangeKind.QUESTION_TEXTS))
            for text in question_texts:
                self._do(
                    "INSERT OR IGNORE INTO question_texts VALUES (?, ?)",
                    question_digest(text),
                    storable(text),
                )
            self._do(
                "INSERT INTO mock_runs VALUES (?, ?, ?, ?, NULL, ?)",
                record.uuid,
                record.template,
                record.seed,
                as_text(record.started_at),
                write_state(record.run),
            )
            self._log(record.uuid, "begun", record.run.seen)

    def save(
        self, uuid: str, run: MockRun, text: PartText | None, *, with_history: bool = False
    ) -> None:
        """Keep where a run stands and what is written, without a line in its record."""
        with self._transactions.writing():
            self._put_state(uuid, run)
            if text is not None:
                self._put_text(uuid, run, text)
                if with_history:
                    self._keep_copy(uuid, run, text)

    def step(self, uuid: str, run: MockRun, step: str) -> None:
        """Keep a step that seals nothing: a pause, its end, a gap that was settled."""
        with self._transactions.writing() as changed:
            changed.add(ChangeKind.MOCK_RUNS)
            self._put_state(uuid, run)
            self._log(uuid, step, run.seen)

    def seal(self, uuid: str, run: MockRun, text: PartText, attempt_uuid: str) -> None:
        """Seal the current part because its time is up (`run` is the state after that)."""
        with self._transactions.writing() as changed:
            changed.add(ChangeKind.MOCK_RUNS)
            self._put_text(uuid, run, text)
            changed.update(self._seal(uuid, run, text.text, attempt_uuid))
            self._put_state(uuid, run)
            self._log(uuid, "sealed at time", run.seen)

    def go_on(
        self, uuid: str, before: MockRun, after: MockRun, text: PartText, attempt_uuid: str
    ) -> None:
        """Leave a part for the next or for the end: seal it now, or keep its overtime text."""
        with self._transactions.writing() as changed:
            changed.add(ChangeKind.MOCK_RUNS)
            self._put_text(uuid, before, text)
            if before.is_sealed:
                changed.update(self._seal_nothing(uuid, before, text.text, attempt_uuid))
                self._put_overtime(uuid, before, text.text, after.seen.wall)
            else:
                changed.update(self._seal(uuid, before, text.text, attempt_uuid))
            self._do(
                "DELETE FROM mock_texts WHERE run_uuid = ? AND task = ? AND follow_up = ?",
                uuid,
                before.task,
                before.follow_up,
            )
            self._put_state(uuid, after)
            if after.is_ended:
                ended_at = as_text(after.seen.wall)
                self._do("UPDATE mock_runs SET ended_at = ? WHERE uuid = ?", ended_at, uuid)
            self._log(uuid, "went on" if not after.is_ended else "ended", after.seen)

    def rate(self, uuid: str, dimension: str, rating: int, at: datetime) -> None:
        """Keep how the person rated one dimension of a run; 0 takes the rating back."""
        with self._transactions.writing() as changed:
            changed.add(ChangeKind.MOCK_RUNS)
            if not rating:
                self._do(
                    "DELETE FROM mock_ratings WHERE run_uuid = ? AND dimension = ?",
                    uuid,
                    dimension,
                )
                return
            self._do(
                "INSERT OR REPLACE INTO mock_ratings VALUES (?, ?, ?, ?)",
                uuid,
                dimension,
                rating,
                as_text(at),
            )

    def _seal(self, uuid: str, run: MockRun, text: str, attempt_uuid: str) -> set[ChangeKind]:
        """Make the text of a part an attempt or a reply to a follow-up; of blanks nothing."""
        if not text.strip():
            return set()
        if run.follow_up == MAIN:
            self._seal_answer(uuid, run, attempt_uuid)
            return {ChangeKind.ATTEMPTS, ChangeKind.REVEALS}
        at = as_text(run.seen.wall)
        self._do(
            "INSERT OR REPLACE INTO replies"
            " SELECT attempt_uuid, ?, ?, ?, ? FROM mock_answers WHERE run_uuid = ? AND task = ?",
            run.follow_up,
            storable(text),
            None,
            at,
            uuid,
            run.task,
        )
        return {ChangeKind.NOTES}

    def _seal_nothing(
        self, uuid: str, run: MockRun, late_text: str, attempt_uuid: str
    ) -> set[ChangeKind]:
        """An answer begun only in overtime becomes an empty attempt, beside which it is kept."""
        is_begun_late = run.follow_up == MAIN and run.task not in self.answers(uuid)
        if not is_begun_late or not late_text.strip():
            return set()
        self._seal_answer(uuid, run, attempt_uuid, is_empty=True)
        return {ChangeKind.ATTEMPTS, ChangeKind.REVEALS}

    def _seal_answer(
        self, uuid: str, run: MockRun, attempt_uuid: str, *, is_empty: bool = False
    ) -> None:
        task = run.tasks[run.task]
        self._do(
            "INSERT INTO attempts SELECT ?, ?, draft_id, ?, ?, ?, ?, ?,"
            "  CASE WHEN ? THEN '' ELSE text END, NULL"
            " FROM mock_texts WHERE run_uuid = ? AND task = ? AND follow_up = ?",
            attempt_uuid,
            task.question_key,
            task.digest,
            as_text(run.part_began.wall),
            as_text(run.seen.wall),
            run.part_s,
            run.budget_s,
            is_empty,
            uuid,
            run.task,
            MAIN,
        )
        self._do(
            "UPDATE reveals SET attempt_uuid = ? WHERE question_key = ? AND attempt_uuid IS NULL",
            attempt_uuid,
            task.question_key,
        )
        self._do("INSERT INTO mock_answers VALUES (?, ?, ?)", uuid, run.task, attempt_uuid)

    def _put_overtime(self, uuid: str, run: MockRun, text: str, at: datetime) -> None:
        """Keep what was written after the time was up, if anything was."""
        attempt_uuid = self.answers(uuid).get(run.task)
        if attempt_uuid is None:
            return
        sealed = (
            self._transactions.rows("SELECT text FROM attempts WHERE uuid = ?", attempt_uuid)
            if run.follow_up == MAIN
            else self._transactions.rows(
                "SELECT text FROM replies WHERE attempt_uuid = ? AND follow_up = ?",
                attempt_uuid,
                run.follow_up,
            )
        )
        if not sealed or sealed[0][0] != storable(text):
            self._do(
                "INSERT OR REPLACE INTO overtime_texts VALUES (?, ?, ?, ?)",
                attempt_uuid,
                run.follow_up,
                storable(text),
                as_text(at),
            )

    def _put_state(self, uuid: str, run: MockRun) -> None:
        self._do("UPDATE mock_runs SET state = ? WHERE uuid = ?", write_state(run), uuid)

    def _put_text(self, uuid: str, run: MockRun, text: PartText) -> None:
        self._do(
            "INSERT INTO mock_texts (run_uuid, task, follow_up, text, cursor, saved_at)"
            " VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET"
            " text = excluded.text, cursor = excluded.cursor, saved_at = excluded.saved_at",
            uuid,
            run.task,
            run.follow_up,
            storable(text.text),
            text.cursor,
            as_text(run.seen.wall),
        )

    def _keep_copy(self, uuid: str, run: MockRun, text: PartText) -> None:
        packed = compress(storable(text.text).encode())
        self._do(
            "INSERT INTO draft_history (draft_id, saved_at, active_s, text_zlib)"
            " SELECT draft_id, saved_at, ?, ? FROM mock_texts"
            " WHERE run_uuid = ? AND task = ? AND follow_up = ? AND ? IS NOT"
            " (SELECT text_zlib FROM draft_history WHERE draft_id = mock_texts.draft_id"
            "  ORDER BY draft_history.id DESC LIMIT 1)",
            run.part_s,
            packed,
            uuid,
            run.task,
            run.follow_up,
            packed,
        )

    def _log(self, uuid: str, step: str, at: Moment) -> None:
        self._do(
            "INSERT INTO mock_steps SELECT ?, 1 + coalesce(max(number), 0), ?, ?, ?, ?"
            " FROM mock_steps WHERE run_uuid = ?",
            uuid,
            step,
            as_text(at.wall),
            at.steady_s,
            at.boot,
            uuid,
        )

    def _do(self, sql: str, *values: object) -> int:
        return self._transactions.do(sql, *values)
