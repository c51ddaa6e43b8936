"""Each parser of text that may come from anywhere: reads one, with a folder to use."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from desktop.bank.importing.clipboard_html import looks_like_html, markdown_from_html
from desktop.bank.question_file import read_question
from desktop.bank.question_writing import write_question
from desktop.domain.errors import AppError
from desktop.domain.query import parse_query
from desktop.domain.query_editing import with_filter, without_filters
from desktop.journal.journal import Journal
from desktop.rendering.formula import find_fault
from desktop.rendering.page_html import page_to_html
from desktop.rendering.render_page import render_markdown
from desktop.rendering.tex_spelling import fault_in, respelled
from desktop.services.import_question import import_question
from desktop.services.mock_template_files import read_template
from desktop.services.page_file import decode_page
from desktop.services.peer_marks import read_peer_marks
from desktop.settings.settings import Settings
from desktop.ui.query_field import MOST_CHARACTERS


def reads_question(text: str, _folder: Path) -> None:
    file = read_question(text, path=Path("a-question.md"))
    again = read_question(write_question(file.question, file), path=Path("a-question.md"))
    assert again.question == file.question


def reads_page(text: str, _folder: Path) -> None:
    with suppress(AppError):
        write_question(import_question(text, today=date(2026, 11, 22)).question)


def reads_html(text: str, _folder: Path) -> None:
    looks_like_html(text)
    markdown_from_html(text)


def reads_query(text: str, _folder: Path) -> None:
    text = text[:MOST_CHARACTERS]  # as the field cuts it
    parse_query(text)
    parse_query(with_filter(text, "topic", 'a "b'))
    without_filters(text)


def renders_markdown(text: str, _folder: Path) -> None:
    html = page_to_html(render_markdown(text))
    assert "<script" not in html


def spells_formula(text: str, _folder: Path) -> None:
    respelled(text)
    fault_in(text)


def sets_formula(text: str, _folder: Path) -> None:
    find_fault(text)


def reads_template(text: str, folder: Path) -> None:
    path = folder / "template.toml"
    path.write_text(text, encoding="utf-8", errors="replace")
    with suppress(AppError):
        read_template(path)


def reads_settings(text: str, folder: Path) -> None:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8", errors="replace")
    read = Settings(path)
    read.get_text("theme")
    read.get_int("budget_minutes")


def reads_marks(text: str, folder: Path) -> None:
    path = folder / "marks.json"
    path.write_text(text, encoding="utf-8", errors="replace")
    with Journal.open(folder / "journal.sqlite") as journal, suppress(AppError):
        read_peer_marks(path, journal)


def decodes_page(text: str, _folder: Path) -> None:
    decode_page(text.encode("utf-16", "surrogatepass"))
    decode_page(text.encode("utf-8", "surrogatepass"))
