"""What the person can mend."""


class AppError(Exception):
    """A fault the person can mend, shown once in plain words.

    `message` says what happened and that nothing was lost (or what was); `hint` says what to do.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class DiskFullError(AppError):
    """There is no room on the disk for a write."""
