"""All answers, and the reports of mock runs, as one text with the pictures it shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from desktop.services.answer_images import AnswerImages
from desktop.services.export_images import copy_images
from desktop.services.html_page import html_document, html_of

TITLE = "Greenroom answers"
RUNS = "Mock runs"


@dataclass(frozen=True, slots=True)
class BundledQuestion:
    """A question with its answers as Markdown, from its title at the second level on.

    `images` finds the pictures that `texts`, its answers, show.
    """

    title: str
    markdown: str
    texts: tuple[str, ...]
    images: AnswerImages


@dataclass(frozen=True, slots=True)
class AnswerBundle:
    """Questions in their order, then reports as Markdown from the third level on."""

    questions: tuple[BundledQuestion, ...]
    reports: tuple[str, ...] = ()

    def markdown(self) -> str:
        """One text below one title."""
        return f"# {TITLE}\n\n{self.below_title()}"

    def below_title(self) -> str:
        """The questions by number, then all of it."""
        contents = "\n".join(
            f"{number}. {one.title}" for number, one in enumerate(self.questions, start=1)
        )
        pages = (one.markdown for one in self.questions)
        return "\n\n".join((contents, *pages, *self._runs())) + "\n"

    def html(self, resources: Path) -> str:
        """A page that stands on its own, with links to its parts and the pictures in it."""
        contents = "".join(
            f'<li><a href="#question-{number}">{escape(one.title)}</a></li>\n'
            for number, one in enumerate(self.questions, start=1)
        )
        articles = "".join(
            f'<article id="question-{number}">\n{html_of(one.markdown, one.images)}</article>\n'
            for number, one in enumerate(self.questions, start=1)
        )
        runs = "\n\n".join(self._runs())
        if runs:
            contents += f'<li><a href="#runs">{RUNS}</a></li>\n'
            articles += f'<article id="runs">\n{html_of(runs)}</article>\n'
        body = f"<h1>{TITLE}</h1>\n<nav>\n<ol>\n{contents}</ol>\n</nav>\n{articles}"
        return html_document(TITLE, body, resources)

    def find_image(self, name: str) -> bytes | None:
        """The bytes of a picture that one of the answers may show."""
        found = (one.images(name) for one in self.questions)
        return next((content for content in found if content is not None), None)

    def copy_images(self, folder: Path) -> None:
        """Copy the pasted pictures to where the text has them, below a folder.

        Raises AppError if the disk refuses.
        """
        for one in self.questions:
            copy_images(one.texts, one.images, folder)

    def _runs(self) -> Iterator[str]:
        if self.reports:
            yield f"## {RUNS}"
        yield from self.reports
