"""The words a person has added to the dictionary: a text file with one word a line."""

from pathlib import Path
from threading import Lock

from desktop.domain.errors import AppError
from desktop.files import replace_file


class OwnWords:
    """Words kept in a file, which may also be edited by hand."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        """Whether the word is there, also if it only has a capital at the start of a sentence."""
        words = self._loaded()
        return word in words or word[:1].lower() + word[1:] in words

    def add(self, word: str) -> None:
        """Keep a word; AppError if the disk refuses."""
        with self._lock:
            words = self._loaded()
            words.add(word)
            replace_file(self._path, "".join(f"{one}\n" for one in sorted(words)).encode())

    def _loaded(self) -> set[str]:
        if self._words is None:
            self._words = self._load()
        return self._words

    def _load(self) -> set[str]:
        try:
            text = self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return set()
        except (OSError, UnicodeDecodeError) as error:
            raise AppError(
                f"Your own words in {self._path} cannot be read: {error}.",
                "Mend the file or move it away; it is plain text with one word a line.",
            ) from error
        return {word for line in text.splitlines() if (word := line.strip())}
