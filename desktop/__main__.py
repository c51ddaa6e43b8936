"""Starts the window, or the command line where a command is given."""

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run Greenroom; the result is the exit code of design section 7."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    data = _data_alone(arguments)
    if data is None:
        from desktop.cli.command_line import run  # noqa: PLC0415 - the window starts without it

        return run(arguments)
    from desktop.app.start import start  # noqa: PLC0415 - the command line starts without Qt

    return start(data or None)


def _data_alone(arguments: Sequence[str]) -> str | None:
    """The value of `--data` if there is nothing else on the line, "" if the line is empty."""
    match list(arguments):
        case []:
            return ""
        case ["--data", folder]:
            return folder
        case [one] if one.startswith("--data="):
            return one.removeprefix("--data=")
        case _:
            return None


if __name__ == "__main__":
    sys.exit(main())
