"""The command line: finds the command, runs it, and says in one line what went wrong."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module, metadata
from typing import Protocol, cast

from desktop.cli.command_parser import CommandParser, WrongUseError, take_data_option
from desktop.cli.printing import prepare_streams, say, say_columns, tell_error
from desktop.cli.workplace import Workplace
from desktop.domain.errors import AppError
from desktop.domain.nearest_name import find_nearest_name

DONE, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


class CommandModule(Protocol):
    """What the file of a command holds; it is loaded when the command is given."""

    def add_arguments(self, parser: CommandParser) -> None:
        """Describe the command's arguments."""

    def run(self, options: argparse.Namespace, place: Workplace) -> int:
        """Do it; the result is the exit code."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the file it lives in, how it is written, what it does."""

    module: str
    arguments: str
    about: str


COMMANDS = {
    "check": Command(
        "check", "[--strict] [PATH…]", "check question files and say how to mend them"
    ),
    "list": Command("list_questions", "[QUERY…]", "list the questions that match"),
    "due": Command("due", "", "list what is due today"),
    "import": Command(
        "import_page",
        "PATH|- [--dry-run] [--to DIR]",
        "bring in questions: a page, Markdown, CSV, JSON, zip, apkg, a folder, or - for a pipe",
    ),
    "export": Command("export", "DIR [QUERY…]", "write answers as Markdown, with a manifest"),
    "feedback": Command(
        "feedback",
        "QUESTION ANSWER… | --jsonl IN OUT",
        "say which expected points an answer makes, by its wording",
    ),
    "pack": Command(
        "pack",
        "install|update PATH · list · disable|enable|remove NAME",
        "look after packs of questions: a folder or a .zip of question files",
    ),
    "merge": Command("merge", "JOURNAL", "add what another laptop's journal has"),
    "backup": Command("backup", "[FILE]", "make a checked copy of the journal"),
    "restore": Command(
        "restore", "FILE", "put a backup in the place of the journal, which is kept"
    ),
    "verify": Command("verify", "PATH", "check an export against its manifest, or a backup"),
}


def run(arguments: Sequence[str]) -> int:
    """Run a command; the result is the exit code of design section 7."""
    prepare_streams()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except WrongUseError as error:
        tell_error(error)
        return WRONG_USE
    except AppError as error:
        tell_error(error)
        return PROBLEMS
    except BrokenPipeError:
        _drop_output()
        return DONE
    except OSError as error:
        tell_error(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
        return PROBLEMS
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: Sequence[str]) -> int:
    data, rest = take_data_option(arguments)
    if not rest:
        raise WrongUseError("A command is missing; see greenroom --help.")
    name, *others = rest
    if name in ("-h", "--help"):
        _say_help()
        return DONE
    if name == "--version":
        say(f"Greenroom {metadata.version('greenroom')}")
        return DONE
    command = COMMANDS.get(name)
    if command is None:
        raise _unknown_command(name)
    module = cast("CommandModule", import_module(f"desktop.cli.{command.module}"))
    parser = CommandParser(name, command.about.capitalize() + ".")
    module.add_arguments(parser)
    with suppress(SystemExit):  # argparse leaves so after printing the help
        return module.run(parser.read(others), Workplace.find(data))
    return DONE


def _say_help() -> None:
    say("greenroom opens the window; with a command it works without one.\n")
    say_columns((f"  {name} {one.arguments}", one.about) for name, one in COMMANDS.items())
    say("\ngreenroom COMMAND --help says more. --data DIR keeps everything in one folder.")


def _unknown_command(name: str) -> WrongUseError:
    nearest = find_nearest_name(name, COMMANDS)
    advice = f"did you mean {nearest}?" if nearest else f"there are {', '.join(COMMANDS)}."
    return WrongUseError(f"There is no command {name}; {advice}")


def _drop_output() -> None:
    """Let the rest of the output go nowhere, as whoever read it has left."""
    with suppress(OSError, ValueError):  # a stream without a file has nothing to flush
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
