"""The house rules that a machine can hold."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.api import read_configuration
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "desktop"
MOST_LINES = 400
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "misc"}
TOP_LEVEL = {"desktop", "resources", "questions", "tests"}
TOP_LEVEL_FILES = {"pyproject.toml", "README.md", "LICENSE"}


def sources(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imported_modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_imports_point_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_contracts_have_no_ignore_list() -> None:
    configuration = read_configuration(str(ROOT / "pyproject.toml"))
    for contract in configuration["contracts_options"]:
        assert "ignore_imports" not in contract


@pytest.mark.parametrize("path", [*sources(PACKAGE), *sources(ROOT / "tests")], ids=str)
def test_a_file_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", sources(PACKAGE), ids=str)
def test_a_file_is_named_for_its_idea(path: Path) -> None:
    assert path.stem not in VAGUE_NAMES


@pytest.mark.parametrize("path", sources(PACKAGE / "controllers"), ids=str)
def test_controllers_know_qtcore_only(path: Path) -> None:
    qt = {module for module in imported_modules(path) if module.startswith("PySide6.")}
    assert {module.split(".")[1] for module in qt} <= {"QtCore"}


def test_the_top_level_holds_nothing_else() -> None:
    visible = {path for path in ROOT.iterdir() if not path.name.startswith(".")}
    folders = {path.name for path in visible if path.is_dir() and path.name != "build"}
    files = {path.name for path in visible if path.is_file()}
    assert folders <= TOP_LEVEL
    assert files <= TOP_LEVEL_FILES
