"""Which files of a pack are taken, and which paths are never written."""

import re
from pathlib import PurePosixPath

from desktop.bank.file_scan import NOT_QUESTIONS, SUFFIX
from desktop.domain.errors import AppError

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})
LONGEST_PATH = 200
DEEPEST = 12

_ABOUT = re.compile(r"(?:readme|license|licence|copying|notice)(?:\.(?:md|txt))?", re.IGNORECASE)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_UNUSABLE = re.compile(
    '[\\x00-\\x1f\\x7f-\\x9f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]'
)
_MAC_FOLDER = "__MACOSX"


def safe_path(name: str) -> PurePosixPath:
    """A path within a pack; raises AppError where it leads out of it."""
    path = PurePosixPath(name.replace("\\", "/"))
    if not path.parts or path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name):
        raise AppError(
            f"The pack names a file outside of itself: {name!r}. Nothing was installed.",
            "Such a pack may do harm; get it from somebody else.",
        )
    return path


def is_hidden(path: PurePosixPath) -> bool:
    """Whether a file is of the kind nobody misses: hidden, or a leaving of another system."""
    return any(part.startswith(".") or part == _MAC_FOLDER for part in path.parts)


def is_question(path: PurePosixPath) -> bool:
    """Whether a file is named as a question."""
    return path.suffix.lower() == SUFFIX and path.name.lower() not in NOT_QUESTIONS


def reason_against(path: PurePosixPath) -> str:
    """Why a file is not taken; "" if it is."""
    if any(_DEVICE.fullmatch(part) or part[-1:] in ". " for part in path.parts):
        return "Windows does not allow the name"
    if _UNUSABLE.search(str(path)) or len(str(path).encode(errors="replace")) > LONGEST_PATH:
        return "the name cannot be used on every system"
    if len(path.parts) > DEEPEST:
        return "it lies too deep"
    is_about = len(path.parts) == 1 and _ABOUT.fullmatch(path.name) is not None
    if is_about or is_question(path) or path.suffix.lower() in PICTURES:
        return ""
    return "neither a question nor a picture"
