"""Reading a command's arguments, in which what looks like an option may be part of a query."""

import argparse
from collections.abc import Iterator, Sequence
from typing import NoReturn

_NO_OPTION = "\0"
"""Marks an argument that is no option whatever it looks like; the shell cannot pass this sign."""


class WrongUseError(Exception):
    """The command line was not understood; the message says how it is written."""


class CommandParser(argparse.ArgumentParser):
    """A parser that raises WrongUseError in place of printing its usage and leaving."""

    def __init__(self, name: str, about: str) -> None:
        super().__init__(prog=f"greenroom {name}", description=about, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise WrongUseError(f"{message}; see {self.prog} --help.")

    def add_json(self) -> None:
        """Offer `--json`."""
        self.add_argument("--json", action="store_true", help="write JSON for a program to read")

    def add_data_for_help(self) -> None:
        """Show `--data` in the help; it was read before."""
        self.add_argument("--data", metavar="DIR", help="the folder with journal and questions")

    def add_query(self) -> None:
        """Take a query: words and `field:value` pairs, also with a minus in front."""
        self.add_argument(
            "query",
            metavar="QUERY",
            nargs="*",
            default=(),
            type=plain_argument,
            help="words and field:value pairs; a minus in front excludes",
        )

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The values of the arguments; raises WrongUseError."""
        has_query = any(action.dest == "query" for action in self._actions)
        return self.parse_intermixed_args(list(_marked(arguments, has_query=has_query)))


def plain_argument(argument: str) -> str:
    """The argument as it was typed; the type of every argument that is no option."""
    return argument.removeprefix(_NO_OPTION)


def take_data_option(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The value of `--data`, wherever it stands, and the other arguments; raises WrongUseError."""
    data: str | None = None
    others: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            others += [argument, *rest]
        elif argument == "--data":
            data = next(rest, "")
        elif argument.startswith("--data="):
            data = argument.removeprefix("--data=")
        else:
            others.append(argument)
            continue
        if argument.startswith("--data") and (not data or data.startswith("--")):
            raise WrongUseError("--data needs a folder, as in: greenroom list --data DIR.")
    return data, others


def _marked(arguments: Sequence[str], *, has_query: bool) -> Iterator[str]:
    """The arguments, with those marked that are no options."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            yield from (_NO_OPTION + one for one in rest)
        elif has_query and argument not in ("-", "-h") and argument[:1] == "-" != argument[1:2]:
            yield _NO_OPTION + argument
        else:
            yield argument
