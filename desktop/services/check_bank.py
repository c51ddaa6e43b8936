"""Checking question files: what is wrong, what an editor would remark, what the bank covers."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.file_reading import read_question_file
from desktop.bank.file_scan import walk_files
from desktop.bank.map_file import NAME, find_map
from desktop.bank.question_check import check_question
from desktop.bank.question_file import QuestionFile
from desktop.bank.question_remarks import is_for_editors, remarks_on
from desktop.bank.repeated_texts import RepeatedTexts
from desktop.domain.coverage_map import Coverage, CoverageMap, CoverageTally
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem
from desktop.services.formula_check import FormulaCheck


@dataclass(frozen=True, slots=True)
class FolderCoverage:
    """How a folder with a map of its own compares with it."""

    folder: Path
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class BankCheck:
    """How many question files were looked at, and what was found, in order of files and lines.

    A problem breaks a rule; a remark is for an editor to weigh.
    """

    file_count: int
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...] = ()
    coverages: tuple[FolderCoverage, ...] = ()


def check_paths(
    paths: Sequence[Path], *, shipped: Path | None = None, known_ids: Collection[str] = ()
) -> BankCheck:
    """Check files, and all question files in folders; each folder counts as one pack.

    Files below `shipped` keep the closed vocabulary. `related` may name what is checked here or
    one of `known_ids`. Raises AppError if a path does not exist.
    """
    problems: list[Problem] = []
    packs = [_files_of(path, problems) for path in paths]
    ids = {file.stem for files in packs for file in files} | set(known_ids)
    checking = _Checking(shipped.resolve() if shipped else None, ids)
    coverages = [
        FolderCoverage(path, tally.coverage)
        for path, files in zip(paths, packs, strict=True)
        if (tally := checking.check_pack(path, files)) is not None
    ]
    return BankCheck(
        sum(map(len, packs)),
        tuple(sorted({*problems, *checking.problems})),
        tuple(sorted({*checking.remarks, *checking.repeated.find(), *_gaps(coverages)})),
        tuple(coverages),
    )


class _Checking:
    """Reads each file once and gathers what is found in it."""

    def __init__(self, shipped: Path | None, known_ids: Collection[str]) -> None:
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []
        self.repeated = RepeatedTexts()
        self._shipped = shipped
        self._known_ids = known_ids
        self._formulas = FormulaCheck()

    def check_pack(self, path: Path, files: Sequence[Path]) -> CoverageTally | None:
        """Check the files of a folder; how they are spread, if the folder has a map."""
        wanted = self._find_map(path)
        tally = CoverageTally(wanted) if wanted else None
        first_with: dict[str, Path] = {}
        for one in files:
            first = first_with.setdefault(one.stem, one)
            if first is not one:
                message = f"the id `{one.stem}` is taken by {first}; rename one of the two"
                self.problems.append(Problem(one, 1, message))
            file = self._read(one)
            if file is not None:
                self._check_file(file)
                if tally is not None:
                    tally.add(file.question)
        return tally

    def _check_file(self, file: QuestionFile) -> None:
        shipped = self._shipped
        is_shipped = shipped is not None and file.path.resolve().is_relative_to(shipped)
        self.problems += file.problems
        self.problems += check_question(file, is_shipped=is_shipped, known_ids=self._known_ids)
        self.problems += self._formulas.problems(file)
        if is_for_editors(file.question):
            self.remarks += remarks_on(file, is_shipped=is_shipped)
            self.repeated.add(file)

    def _read(self, path: Path) -> QuestionFile | None:
        try:
            return read_question_file(path)
        except AppError as error:
            self.problems.append(Problem(path, 1, str(error)))
            return None

    def _find_map(self, path: Path) -> CoverageMap | None:
        if not path.is_dir():
            return None
        try:
            return find_map(path)
        except AppError as error:
            self.problems.append(Problem(path / NAME, 1, str(error)))
            return None


def _files_of(path: Path, problems: list[Problem]) -> tuple[Path, ...]:
    if not path.exists():
        raise AppError(f"There is no file or folder {path}.", "Check how it is written.")
    if not path.is_dir():
        return (path,)
    return tuple(
        Path(one) for one in sorted(file.path for file in walk_files(str(path), problems.append))
    )


def _gaps(coverages: Sequence[FolderCoverage]) -> Iterator[Problem]:
    for one in coverages:
        lines = (one.folder / NAME).read_text(encoding="utf-8").splitlines()
        for row in one.coverage.rows:
            if row.gap:
                line = next((n for n, text in enumerate(lines, 1) if row.value in text), 1)
                message = (
                    f"{row.count} questions have {row.field} `{row.value}`, "
                    f"the map wants about {row.target:.0f}; {row.gap}"
                )
                yield Problem(one.folder / NAME, line, message)
