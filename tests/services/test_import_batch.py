"""A batch goes into the person's own folder, and comes out of it again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.bank.question_file import read_question
from desktop.domain.errors import AppError
from desktop.domain.import_choice import Candidate, ImportChoice, Likeness
from desktop.domain.import_receipt import ImportReceipt
from desktop.services.compare_import import CompareImport
from desktop.services.import_batch import ImportBatch
from desktop.services.import_receipts import ImportReceipts
from desktop.services.known_questions import KnownQuestions

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SMALL_BYTES = 400_000
RIDGE = "---\ntitle: Ridge as shrinkage\ntopics: [ridge] # mine\n---\n\nWhy does ridge shrink?\n"
CARDS = "question,answer\nWhat is lasso?,A penalty.\nWhat is a kernel?,An inner product.\n"


@dataclass(frozen=True)
class Desk:
    """A data folder, and imports into it."""

    root: Path

    @property
    def own(self) -> Path:
        return self.root / "questions"

    @property
    def importing(self) -> ImportBatch:
        """A new one each time, as after a restart."""
        return ImportBatch(self.bank, ImportReceipts(self.root / "imports", self.root), now)

    @property
    def bank(self) -> Bank:
        return Bank(find_sources(self.root / "shipped", self.own, self.root / "packs"))

    def compare(self, text: str, name: str) -> tuple[Candidate, ...]:
        known = KnownQuestions(self.bank, self.root / "index.sqlite")
        return CompareImport(self.bank, known, NOON.date).read(text.encode(), name).candidates

    def bring_in(
        self, text: str, name: str, choice: ImportChoice = ImportChoice.KEEP
    ) -> ImportReceipt:
        found = self.compare(text, name)
        return self.importing.write(name, [(one, choice) for one in found])

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.own.glob("*.md")}


def now() -> datetime:
    return NOON


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    for folder in ("questions", "shipped", "packs"):
        (tmp_path / folder).mkdir()
    return Desk(tmp_path)


def likenesses(found: tuple[Candidate, ...]) -> list[Likeness | None]:
    return [one.duplicate.likeness if one.duplicate else None for one in found]


def test_what_is_new_is_kept_and_what_is_there_is_passed_over(desk: Desk) -> None:
    assert likenesses(desk.compare(CARDS, "cards.csv")) == [None, None]
    desk.bring_in(CARDS, "cards.csv")
    again = desk.compare(CARDS, "cards.csv")
    assert likenesses(again) == [Likeness.SAME, Likeness.SAME]
    assert [one.usual_choice for one in again] == [ImportChoice.SKIP] * 2
    changed = desk.compare(CARDS.replace("A penalty.", "A prior."), "cards.csv")
    assert likenesses(changed) == [Likeness.SIMILAR, Likeness.SAME]
    assert changed[0].usual_choice is ImportChoice.KEEP


def test_what_stands_twice_in_one_import_is_taken_once(desk: Desk) -> None:
    found = desk.compare(CARDS + "what is  lasso?,A penalty.\n", "cards.csv")
    assert likenesses(found) == [None, None, Likeness.TWICE]
    assert not found[2].can_replace
    assert "cards.csv, row 2" in str(found[2].duplicate)


def test_a_question_file_is_written_with_its_bytes(desk: Desk) -> None:
    desk.bring_in(RIDGE, "ridge.md")
    assert desk.files() == {"ridge.md": RIDGE.encode()}
    assert likenesses(desk.compare(RIDGE, "ridge.md")) == [Likeness.SAME]
    changed = desk.compare(RIDGE.replace("Why", "How"), "ridge.md")
    assert likenesses(changed) == [Likeness.SAME_ID]


def test_keeping_both_gives_the_new_one_an_id_of_its_own(desk: Desk) -> None:
    desk.bring_in(RIDGE, "ridge.md")
    desk.bring_in(RIDGE.replace("Why", "How"), "ridge.md")
    assert sorted(desk.files()) == ["ridge-2.md", "ridge.md"]


def test_replacing_writes_over_an_own_question(desk: Desk) -> None:
    desk.bring_in(RIDGE, "ridge.md")
    changed = RIDGE.replace("Why", "How")
    receipt = desk.bring_in(changed, "ridge.md", ImportChoice.REPLACE)
    assert desk.files() == {"ridge.md": changed.encode()}
    assert (receipt.made, receipt.replaced) == (0, 1)


def test_replacing_a_shipped_question_leaves_it_and_hides_it(desk: Desk) -> None:
    shipped = desk.root / "shipped" / "deep" / "ridge.md"
    shipped.parent.mkdir()
    shipped.write_text(RIDGE)
    changed = RIDGE.replace("Why", "How")
    desk.bring_in(changed, "ridge.md", ImportChoice.REPLACE)
    assert shipped.read_text() == RIDGE
    assert desk.files() == {"ridge.md": changed.encode()}


def test_all_of_an_import_is_undone_after_a_restart(desk: Desk) -> None:
    desk.bring_in(RIDGE, "ridge.md")
    before = desk.files()
    found = desk.compare(RIDGE.replace("Why", "How"), "ridge.md")
    cards = desk.compare(CARDS, "cards.csv")
    decisions = [(found[0], ImportChoice.REPLACE), *((one, ImportChoice.KEEP) for one in cards)]
    desk.importing.write("many", decisions)
    assert len(desk.files()) == 3
    receipt = desk.importing.find_latest()
    assert receipt is not None
    assert (receipt.name, receipt.imported_at) == ("many", NOON)
    undone = desk.importing.undo(receipt)
    assert (undone.removed, undone.restored, undone.kept) == (2, 1, ())
    assert desk.files() == before


def test_what_was_changed_since_is_kept_by_an_undo(desk: Desk) -> None:
    receipt = desk.bring_in(CARDS, "cards.csv")
    changed, other = (file.path for file in receipt.files)
    changed.write_text("mine now")
    undone = desk.importing.undo(receipt)
    assert undone.kept == (changed,)
    assert changed.read_text() == "mine now"
    assert not other.exists()
    assert desk.importing.find_latest() is None


def test_an_import_broken_off_is_undone_as_far_as_it_went(desk: Desk) -> None:
    receipt = desk.bring_in(CARDS, "cards.csv")
    receipt.files[1].path.unlink()
    undone = desk.importing.undo(receipt)
    assert (undone.removed, undone.kept) == (1, ())
    assert desk.files() == {}


def test_a_moved_data_folder_is_undone_where_it_is(desk: Desk, tmp_path: Path) -> None:
    desk.bring_in(CARDS, "cards.csv")
    moved = Desk(desk.root.rename(tmp_path.with_name("moved")))
    receipt = moved.importing.find_latest()
    assert receipt is not None
    assert moved.importing.undo(receipt).removed == 2
    assert moved.files() == {}


def test_a_damaged_receipt_hides_no_other(desk: Desk) -> None:
    receipt = desk.bring_in(CARDS, "cards.csv")
    for name, text in (("99999998-a", "{"), ("99999999-b", '{"files": 7}')):
        folder = desk.root / "imports" / name
        folder.mkdir()
        (folder / "receipt.json").write_text(text)
    assert desk.importing.find_latest() == receipt


@pytest.fixture
def small_files_only() -> Iterator[None]:
    """The system refuses to write a file beyond 400 kB; a log of the tests stays below."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_BYTES, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("small_files_only")
def test_where_the_disk_refuses_nothing_is_left_behind(desk: Desk) -> None:
    found = [(one, ImportChoice.KEEP) for one in desk.compare(CARDS, "cards.csv")]
    (large,) = desk.compare(RIDGE + "x" * (SMALL_BYTES + 1), "ridge.md")
    with pytest.raises(AppError, match=r"ridge\.md could not be written"):
        desk.importing.write("many", [*found, (large, ImportChoice.KEEP)])
    assert desk.importing.find_latest() is None
    assert desk.files() == {}


@pytest.mark.parametrize("title", ["readme", "Con", "../../etc/passwd", "\u202etxt.exe", "?!"])
def test_odd_titles_become_harmless_names_that_are_found_again(desk: Desk, title: str) -> None:
    (desk.own / "question.md").mkdir()
    receipt = desk.bring_in(f"title,prompt\n{title},Why?\n", "cards.csv")
    (path,) = (file.path for file in receipt.files)
    assert path.parent == desk.own
    assert path.stem.replace("-", "").isalnum()
    assert path.stem.isascii()
    assert path.stem not in {"readme", "con", "question"}
    assert likenesses(desk.compare(f"title,prompt\n{title},Why?\n", "cards.csv")) == [
        Likeness.SAME
    ]


def test_nothing_chosen_is_told(desk: Desk) -> None:
    with pytest.raises(AppError, match="No question is chosen"):
        desk.bring_in(CARDS, "cards.csv", ImportChoice.SKIP)


def test_many_of_one_title_get_ids_of_their_own(desk: Desk) -> None:
    rows = "".join(f"Ridge,Why {number}?\n" for number in range(300))
    receipt = desk.bring_in(f"title,prompt\n{rows}", "cards.csv")
    assert len({file.path for file in receipt.files}) == 300
    last = desk.own / "ridge-300.md"
    assert read_question(last.read_text(), path=last).question.prompt == "Why 299?"
