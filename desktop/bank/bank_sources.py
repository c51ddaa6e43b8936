"""The folders a bank is made of."""

from pathlib import Path

from desktop.bank.bank import BankSource

SHIPPED_NAME = "greenroom"
OWN_NAME = "own"
PACKS_NAME = "packs"


def find_sources(shipped: Path, own: Path, packs: Path) -> tuple[BankSource, ...]:
    """The person's own folder first, then what ships, then the packs, named by their folders."""
    return (
        BankSource(OWN_NAME, own, is_own=True),
        BankSource(SHIPPED_NAME, shipped, is_shipped=True),
        BankSource(PACKS_NAME, packs, holds_packs=True),
    )
