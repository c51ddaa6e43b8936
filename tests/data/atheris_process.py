"""Feeds a parser what atheris makes of its branches: PARSER FOLDER, then options of libFuzzer."""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["desktop"]):
    import parsers_under_test

if __name__ == "__main__":
    parser = getattr(parsers_under_test, sys.argv[1])
    folder = Path(sys.argv[2])

    def read(data: bytes) -> None:
        """One input of libFuzzer's."""
        parser(data.decode("utf-8", "replace"), folder)

    atheris.Setup([sys.argv[0], *sys.argv[3:]], read)
    atheris.Fuzz()
