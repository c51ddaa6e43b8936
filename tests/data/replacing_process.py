"""A process that writes a file in the place of another: FILE TEXT."""

import sys
from pathlib import Path

from desktop.files import replace_file

if __name__ == "__main__":
    replace_file(Path(sys.argv[1]), sys.argv[2].encode())
