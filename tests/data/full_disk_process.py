"""Fills a small disk, then saves a draft in the room kept in reserve; prints what happened."""

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

from journal_samples import a_draft

from desktop.domain.errors import DiskFullError
from desktop.journal.journal import Journal
from desktop.journal.journal_writer import JournalWriter
from desktop.journal.reserve import Reserve

SIZE = 200_000


def fill(folder: Path) -> Path:
    """Write until nothing more fits."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 4_096):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                pass
    return filler


def main(folder: Path) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", folder], check=True)
    reserve = Reserve(folder, SIZE)
    said: dict[str, object] = {"filled": reserve.fill()}
    writer = JournalWriter(partial(Journal.open, folder / "journal.sqlite"), reserve.release)
    writer.save_draft(a_draft(text="before")).result()
    filler = fill(folder)
    said["filled when full"] = Reserve(folder / ".", SIZE * 2).fill()
    writer.save_draft(a_draft(text="word " * 8_000)).result()
    said["reserve left"] = (folder / "reserve").exists()
    fill(folder)
    try:
        writer.save_draft(a_draft(text="much " * 400_000)).result()
    except DiskFullError:
        said["refused"] = True
    filler.unlink()
    said["filled again"] = reserve.fill()
    writer.save_draft(a_draft(text="room again")).result()
    writer.close()
    with Journal.open(folder / "journal.sqlite") as journal:
        said["text"] = journal.drafts()[0].text
    sys.stdout.write(json.dumps(said))


main(Path(sys.argv[1]))
