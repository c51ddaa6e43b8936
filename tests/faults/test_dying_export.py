"""An export that dies at each of its renames."""

from pathlib import Path
from shutil import copytree

import pytest
from journal_samples import after
from script import lines_until_killed

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.bank.file_reading import read_question_file
from desktop.domain.draft import Draft
from desktop.journal.journal import Journal
from desktop.services.export_answers import export_answers
from desktop.services.export_manifest import find_manifest
from desktop.services.verify_export import verify_export

BANK = Path(__file__).parents[1] / "data" / "journey_bank"
KEYS = sorted(path.stem for path in BANK.glob("*.md"))
RENAMES = len(KEYS) + 1
"""One for each page, and one for the manifest."""

LONG_S = 30.0


def seal_all(data: Path, turn: int) -> None:
    """One more attempt at each question."""
    with Journal.open(data / "journal.sqlite") as journal:
        for number, key in enumerate(KEYS):
            file = read_question_file(BANK / f"{key}.md")
            at = after(turn * 100 + number)
            draft = Draft(
                question_key=key,
                digest=file.digest,
                text=f"Answer {turn} to {key}",
                started_at=at,
                saved_at=at,
            )
            journal.seal(draft, sealed_at=at, uuid=f"{key} {turn}", question_text=file.text)


def export(data: Path) -> Path:
    """Export everything; fails if a file is taken for edited, though nobody touched any."""
    bank = Bank(find_sources(data / "shipped", data / "questions", data / "packs"))
    with Journal.open(data / "journal.sqlite") as journal:
        report = export_answers(journal, bank, data / "exported", data_folder=data)
    assert not report.kept_edited
    return report.folder


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("countdown", range(RENAMES))
def test_the_export_after_it_has_everything(
    tmp_path: Path, countdown: int, moment: str, *, is_first: bool
) -> None:
    copytree(BANK, tmp_path / "questions")
    seal_all(tmp_path, 1)
    if not is_first:
        export(tmp_path)
    seal_all(tmp_path, 2)
    lines_until_killed("dying_export_process.py", tmp_path, countdown, moment, after_s=LONG_S)
    seal_all(tmp_path, 3)
    folder = export(tmp_path)
    manifest = find_manifest(folder)
    assert manifest is not None
    exported = {uuid for file in manifest.files.values() for uuid in file.attempts}
    assert exported == {f"{key} {turn}" for key in KEYS for turn in (1, 2, 3)}
    assert len(list(folder.glob("*.md"))) == len(KEYS)
    assert not list(folder.glob(".*"))
    assert verify_export(folder).is_whole
