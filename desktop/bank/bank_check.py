"""Checking many question files at once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.bank.file_reading import read_question_file
from desktop.bank.file_scan import walk_files
from desktop.bank.question_check import check_question
from desktop.domain.errors import AppError
from desktop.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class BankCheck:
    """How many question files were looked at, and every problem, in order of files and lines."""

    file_count: int
    problems: tuple[Problem, ...]


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
    for files in packs:
        first_with: dict[str, Path] = {}
        for file in files:
            first = first_with.setdefault(file.stem, file)
            if first is not file:
                message = f"the id `{file.stem}` is taken by {first}; rename one of the two"
                problems.append(Problem(file, 1, message))
            problems += _check_file(file, shipped, ids)
    return BankCheck(sum(map(len, packs)), tuple(sorted(set(problems))))


def _files_of(path: Path, problems: list[Problem]) -> tuple[Path, ...]:
    if not path.exists():
        raise AppError(f"There is no file or folder {path}.", "Check how it is written.")
    if not path.is_dir():
        return (path,)
    return tuple(
        Path(one) for one in sorted(file.path for file in walk_files(str(path), problems.append))
    )


def _check_file(path: Path, shipped: Path | None, known_ids: Collection[str]) -> list[Problem]:
    try:
        file = read_question_file(path)
    except AppError as error:
        return [Problem(path, 1, str(error))]
    is_shipped = shipped is not None and path.resolve().is_relative_to(shipped.resolve())
    rules = check_question(file, is_shipped=is_shipped, known_ids=known_ids)
    return [*file.problems, *rules]
