"""The folders a bank is made of."""

from pathlib import Path

from desktop.bank.bank import BankSource

SHIPPED_NAME = "greenroom"
OWN_NAME = "own"


def find_sources(shipped: Path, own: Path, packs: Path) -> tuple[BankSource, ...]:
    """The person's own folder first, then what ships, then each pack by the name of its folder."""
    installed = sorted(path for path in packs.iterdir() if path.is_dir()) if packs.is_dir() else []
    return (
        BankSource(OWN_NAME, own, is_own=True),
        BankSource(SHIPPED_NAME, shipped, is_shipped=True),
        *(BankSource(folder.name, folder) for folder in installed),
    )
