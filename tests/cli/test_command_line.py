import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_samples import Said, Shell

from desktop.__main__ import main
from desktop.cli.command_line import COMMANDS


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_names_every_command(shell: Shell, flag: str) -> None:
    said = shell(flag)
    assert said.code == 0
    assert all(f"  {name} " in said.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(shell: Shell, name: str) -> None:
    said = shell(name, "--help")
    assert said.code == 0
    assert said.out.startswith(f"usage: greenroom {name}")
    assert "--data DIR" in said.out
    assert "--json" in said.out


def test_the_version(shell: Shell) -> None:
    assert shell("--version").out.startswith("Greenroom 0.")


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["lst"], "did you mean list?"),
        (["frobnicate"], "there are check, list, due, import"),
        (["--frobnicate"], "There is no command"),
        (["list", "--frobnicate"], "see greenroom list --help"),
        (["list", "--js"], "see greenroom list --help"),
        (["check", "-x"], "see greenroom check --help"),
        (["export"], "DIR; see greenroom export --help"),
        (["import"], "PATH; see greenroom import --help"),
        (["import", "page.txt", "--to"], "see greenroom import --help"),
    ],
)
def test_wrong_use_is_told_in_one_line(shell: Shell, arguments: list[str], advice: str) -> None:
    said = shell(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("greenroom: ")
    assert said.err.count("\n") == 1
    assert advice in said.err


@pytest.mark.parametrize("arguments", [["list", "--data"], ["--data", "--json", "list"]])
def test_data_without_a_folder_is_wrong_use(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert "--data needs a folder" in capsys.readouterr().err


def test_data_twice_without_a_command_is_wrong_use(shell: Shell) -> None:
    assert shell("--data", "elsewhere").code == 2


def test_data_stands_anywhere(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    shell.write_question("momentum", "Momentum")
    data = str(shell.data)
    for arguments in (
        ["--data", data, "list", "pack:own"],
        ["list", "--data", data, "pack:own"],
        ["list", f"--data={data}", "pack:own"],
    ):
        assert main(arguments) == 0
        assert capsys.readouterr().out.startswith("momentum ")


def test_a_data_folder_that_cannot_be_is_told_in_one_line(shell: Shell) -> None:
    shell.data.write_text("a file", encoding="utf-8")
    said = shell("list")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "Choose another with --data DIR" in said.err


def test_a_damaged_journal_is_told_in_one_line(shell: Shell) -> None:
    shell.data.mkdir()
    (shell.data / "journal.sqlite").write_bytes(b"no journal at all" * 100)
    said = shell("export", "answers")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert "is not a journal" in said.err


class InterruptedPipe(io.BytesIO):
    def read(self, _size: int | None = -1) -> bytes:
        raise KeyboardInterrupt


def test_an_interrupted_command_says_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(InterruptedPipe()))
    assert shell("import", "-") == Said(130, "", "")


def run_alone(*arguments: str, data: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", *arguments, "--data", str(data)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdin=subprocess.PIPE,
    )


def test_a_reader_that_leaves_is_no_fault(shell: Shell) -> None:
    for number in range(60):
        shell.write_question(f"question-{number}", "A title of many words " * 100)
    process = run_alone("list", data=shell.data)
    assert process.stdout is not None
    assert process.stderr is not None
    with process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_a_page_comes_in_by_a_pipe(shell: Shell) -> None:
    with run_alone("import", "-", "--dry-run", data=shell.data) as process:
        out, _ = process.communicate("# Überfit\n\nWhy does a model overfit?\n".encode())
    assert process.returncode == 0
    assert "title: Überfit" in out.decode()


def test_no_command_loads_qt(shell: Shell) -> None:
    code = (
        "import sys; from desktop.__main__ import main; main(sys.argv[1:]);"
        "sys.exit('PySide6' in sys.modules)"
    )
    for arguments in (["check"], ["list"], ["export", "answers"], ["import", "-"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments, "--data", str(shell.data)],
            input=b"# Overfit\n\nWhy does a model overfit?\n",
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
