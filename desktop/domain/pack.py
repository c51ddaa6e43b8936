"""Packs of questions as the person sees them."""

from dataclasses import dataclass

from desktop.domain.errors import AppError


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that is installed; one that is not enabled is kept, but not in the bank."""

    name: str
    question_count: int
    is_enabled: bool = True


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file that came with a pack and was not taken."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class PackReport:
    """What installing or updating a pack did, by the paths of files within the pack."""

    name: str
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def has_changes(self) -> bool:
        """Whether the pack is not as it was."""
        return bool(self.added or self.changed or self.removed)

    @property
    def summary(self) -> str:
        """One sentence, as in "3 files new, 1 changed, 2 gone, 4 not taken."."""
        counted = (
            (self.added, "new"),
            (self.changed, "changed"),
            (self.removed, "gone"),
            (self.left_out, "not taken"),
        )
        said = [f"{len(files)} {word}" for files, word in counted if files]
        if not self.has_changes:
            said.insert(0, "nothing changed")
        return f"{self.name}: {', '.join(said)}."


class PackInstalledError(AppError):
    """The pack that was to be installed is there already; it can be updated."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"There is a pack {name} already. Nothing was changed.",
            "Update it, or give the new one another name.",
        )
        self.name = name
