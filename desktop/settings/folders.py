"""Where things are: what ships with the app, and what belongs to the person."""

from dataclasses import dataclass
from pathlib import Path

APP_NAME = "Greenroom"


@dataclass(frozen=True, slots=True)
class Folders:
    """All folders the app uses; `data` is worth a backup, `cache` may be deleted at any time."""

    resources: Path
    shipped_questions: Path
    data: Path
    cache: Path
    config: Path

    @property
    def own_questions(self) -> Path:
        return self.data / "questions"

    @property
    def packs(self) -> Path:
        return self.data / "packs"

    @property
    def imports(self) -> Path:
        """What imports wrote and replaced, so that they can be undone."""
        return self.data / "imports"

    @property
    def bin(self) -> Path:
        """Where question files and packs go that are taken away."""
        return self.data / "bin"

    @property
    def journal(self) -> Path:
        return self.data / "journal.sqlite"

    @property
    def own_words(self) -> Path:
        """What the person has added to the dictionary."""
        return self.data / "words.txt"

    @property
    def index(self) -> Path:
        return self.cache / "index.sqlite"

    @property
    def settings(self) -> Path:
        return self.config / "settings.toml"

    @property
    def window(self) -> Path:
        return self.config / "window.ini"

    @property
    def mock_templates(self) -> Path:
        """The person's own templates of mock runs."""
        return self.data / "mock-templates"

    @property
    def edits(self) -> Path:
        """The text of questions that are being edited, until it is saved."""
        return self.data / "edits"

    @property
    def rescued(self) -> Path:
        """Where text goes that could not be written to the journal."""
        return self.data / "rescued"


def find_folders(data: Path | None = None) -> Folders:
    """The folders of a source tree or a wheel; all that is the person's in `data` if given."""
    package = Path(__file__).resolve().parent.parent
    wheel = package / "shipped"
    shipped = wheel if wheel.is_dir() else package.parent
    if data is not None:
        own = data.expanduser().absolute()
        return Folders(
            resources=shipped / "resources",
            shipped_questions=shipped / "questions",
            data=own,
            cache=own / "cache",
            config=own,
        )
    from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed with --data; costs start-up

    dirs = PlatformDirs(APP_NAME, appauthor=False)
    return Folders(
        resources=shipped / "resources",
        shipped_questions=shipped / "questions",
        data=Path(dirs.user_data_dir),
        cache=Path(dirs.user_cache_dir),
        config=Path(dirs.user_config_dir),
    )
