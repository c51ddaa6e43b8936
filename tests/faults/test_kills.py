"""kill -9 at random moments while all sorts of things are written."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest
from fault_seeds import fault_seeds
from script import lines_until_killed

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.bank.file_reading import read_question_file
from desktop.domain.mark import Verdict
from desktop.journal.journal import Journal
from desktop.journal.journal_reader import JournalReader
from desktop.services.clear_leftovers import clear_leftovers
from desktop.services.export_answers import export_answers
from desktop.services.export_manifest import find_manifest
from desktop.services.verify_export import verify_export
from desktop.settings.folders import find_folders

KILLS_IN_A_ROW = 5
LONGEST_S = 0.8
MIGRATION_S = 0.06
BANK = Path(__file__).parents[1] / "data" / "journey_bank"
VERSION_1 = Path(__file__).parents[1] / "data" / "journal_version_1.sql"


@dataclass
class Promised:
    """What a process said was done before it was killed."""

    drafts: dict[str, str] = field(default_factory=dict)
    sealed: dict[str, str] = field(default_factory=dict)
    marks: dict[tuple[str, int], Verdict] = field(default_factory=dict)
    reviews: set[str] = field(default_factory=set)
    imported: set[Path] = field(default_factory=set)
    backups: dict[Path, set[str]] = field(default_factory=dict)

    def add(self, lines: Iterable[str]) -> None:
        """Take in what one process said; its own drafts begin anew."""
        self.drafts.clear()
        for line in lines:
            match json.loads(line):
                case ["typed", key, text]:
                    self.drafts[key] = text
                case ["sealed", uuid, text]:
                    self.sealed[uuid] = text
                    self.drafts = {k: one for k, one in self.drafts.items() if one != text}
                case ["marked", uuid, point, verdict]:
                    self.marks[uuid, point] = Verdict(verdict)
                case ["reviewed", uuid]:
                    self.reviews.add(uuid)
                case ["imported", path]:
                    self.imported.add(Path(path))
                case ["backed up", path, sealed]:
                    self.backups[Path(path)] = set(sealed)


def integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


def bank_of(data: Path) -> Bank:
    return Bank(find_sources(data / "shipped", data / "questions", data / "packs"))


def reviews_in(journal: Journal) -> set[str]:
    keys = [path.stem for path in BANK.glob("*.md")]
    return {one.uuid for key in keys for one in journal.reviews.point_reviews_of(key)}


def check_journal(data: Path, promised: Promised) -> None:
    """Nothing that was said to be done is lost, and nothing is torn."""
    assert integrity(data / "journal.sqlite") == "ok"
    with Journal.open(data / "journal.sqlite") as journal:
        sealed = {attempt.uuid: attempt.text for attempt in journal.attempts()}
        assert promised.sealed.items() <= sealed.items()
        for key, text in promised.drafts.items():
            draft = journal.find_draft(key)
            kept = draft.text if draft else ""
            assert kept.startswith(text) or text in sealed.values()
        for (uuid, point), verdict in promised.marks.items():
            marks = {mark.point: mark.verdict for mark in journal.notes.of_attempt(uuid).marks}
            assert point in marks
            assert marks[point] == verdict or (uuid, point) == [*promised.marks][-1]
        assert promised.reviews <= reviews_in(journal)


def check_questions(data: Path, promised: Promised) -> None:
    """What was imported is there, and no file is half a question."""
    assert all(path.exists() for path in promised.imported)
    for path in (data / "questions").glob("*.md"):
        question = read_question_file(path).question
        assert question.title
        assert question.prompt


def check_export(data: Path) -> None:
    """The next export has all attempts, one file a question, and its manifest is true."""
    folder = data / "exported"
    with Journal.open(data / "journal.sqlite") as journal:
        report = export_answers(journal, bank_of(data), folder, data_folder=data)
        attempts = journal.attempts()
    assert not report.kept_edited
    if not attempts:
        return
    manifest = find_manifest(folder)
    assert manifest is not None
    exported = {uuid for file in manifest.files.values() for uuid in file.attempts}
    assert exported == {attempt.uuid for attempt in attempts}
    assert len(list(folder.glob("*.md"))) == len({attempt.question_key for attempt in attempts})
    assert verify_export(folder).is_whole


def check_backups(data: Path, promised: Promised) -> None:
    """Each backup is whole and holds what was sealed before it; the newest one is still there."""
    for path in (data / "backups").glob("*.sqlite"):
        assert integrity(path) == "ok"
        with JournalReader.open(path) as reader:
            inside = {attempt.uuid for attempt in reader.attempts()}
        assert promised.backups.get(path, set()) <= inside
    if promised.backups:
        assert [*promised.backups][-1].exists()


def unfinished(data: Path) -> list[Path]:
    return [path for path in data.rglob("*") if ".part" in path.name]


@pytest.mark.parametrize("seed", fault_seeds(few=1, many=40))
def test_a_kill_at_any_moment_loses_nothing_that_was_done(tmp_path: Path, seed: int) -> None:
    chance, promised = Random(seed), Promised()
    for number in range(KILLS_IN_A_ROW):
        after_s = chance.uniform(0, LONGEST_S)
        lines, _ = lines_until_killed(
            "busy_process.py", tmp_path, seed * 1_000 + number, after_s=after_s
        )
        promised.add(lines)
        check_journal(tmp_path, promised)
        check_questions(tmp_path, promised)
    check_export(tmp_path)
    check_backups(tmp_path, promised)
    clear_leftovers(find_folders(tmp_path))
    assert unfinished(tmp_path) == []


@pytest.mark.parametrize("seed", fault_seeds(few=3, many=200))
def test_a_kill_while_migrating_leaves_the_old_journal_or_the_new(
    tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "journal.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(VERSION_1.read_text(encoding="utf-8"))
    after_s = Random(seed).uniform(0, MIGRATION_S)
    lines_until_killed("migrating_process.py", path, after_s=after_s)
    for backup in (tmp_path / "backups").glob("*before-*.sqlite"):
        assert integrity(backup) == "ok"
    with Journal.open(path) as journal:
        assert [attempt.uuid for attempt in journal.attempts()] == ["attempt-1"]
        assert [draft.text for draft in journal.drafts()] == ["A second try", "Half a thought"]
    assert integrity(path) == "ok"
    assert any((tmp_path / "backups").glob("*before-*.sqlite"))
    clear_leftovers(find_folders(tmp_path))
    assert unfinished(tmp_path) == []
