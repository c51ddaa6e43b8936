"""All answers in one file, which other programs read as it was meant."""

import json
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from journal_samples import NOON, a_draft

from desktop.bank.bank import Bank
from desktop.bank.bank_sources import find_sources
from desktop.domain.errors import AppError
from desktop.domain.question_digest import question_digest
from desktop.journal.journal import Journal
from desktop.services.answer_images import keep_image
from desktop.services.bundle_answers import BundleAnswers, BundleForm
from desktop.services.export_answers import export_answers
from desktop.services.give_feedback import GiveFeedback
from desktop.services.open_mock_report import OpenMockReport
from desktop.settings.folders import find_folders

QUESTION = """---
title: "{title}: why?"
topics: [l2 norm]
---

Why $a^2$ and `b`?

$$\\sum_i x_i$$
"""
PNG = b"\x89PNG\r\n\x1a\n and so on"
ANSWER = """# My plan

It costs $5 or $10, and $\\lambda>0$ %% not a comment %% [[not a link]].

```python
# not a heading
x = 1
```

| a | b |
|---|---|
| 1 | 2 |
"""
needs_pandoc = pytest.mark.skipif(which("pandoc") is None, reason="pandoc is not installed")


class Desk:
    """Two answered questions of one's own."""

    def __init__(self, folder: Path) -> None:
        self.folders = find_folders(folder)
        self.bank = Bank(
            find_sources(folder / "shipped", self.folders.own_questions, folder / "packs")
        )
        self.folders.own_questions.mkdir()
        with Journal.open(self.folders.journal) as journal:
            for key in ("ridge", "lasso"):
                text = QUESTION.format(title=key.capitalize())
                (self.folders.own_questions / f"{key}.md").write_text(text, encoding="utf-8")
                draft = a_draft(key, text=ANSWER, digest=question_digest(text))
                journal.seal(draft, sealed_at=NOON, uuid=key, question_text=text)

    @property
    def bundle(self) -> BundleAnswers:
        reports = OpenMockReport(self.folders.journal, GiveFeedback(self.bank).on_answer)
        return BundleAnswers(self.folders, self.bank, reports.open)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def headings(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if line.startswith("#")]


def test_every_question_stands_below_one_title_with_its_answer(desk: Desk) -> None:
    text = desk.bundle.read().markdown()
    assert headings(text) == [
        "# Greenroom answers",
        *(
            line
            for title in ("Lasso: why?", "Ridge: why?")
            for line in (
                f"## {title}",
                "### Question",
                "### Answer",
                "#### My plan",
                "# not a heading",
            )
        ),
    ]
    assert "1. Lasso: why?\n2. Ridge: why?" in text
    assert "question: lasso" not in text


def test_some_questions_can_be_asked_for(desk: Desk, tmp_path: Path) -> None:
    assert desk.bundle.write(tmp_path / "out.md", BundleForm.MARKDOWN, {"ridge"}) == 1
    assert "Lasso" not in (tmp_path / "out.md").read_text(encoding="utf-8")
    with pytest.raises(AppError, match="no sealed answer"):
        desk.bundle.read({"other"})


def test_a_page_of_html_stands_on_its_own(desk: Desk, tmp_path: Path) -> None:
    desk.bundle.write(tmp_path / "out.html", BundleForm.HTML)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert page.count("<svg ") >= 6
    assert "default-src 'none'" in page
    assert "src=" not in page
    for number, title in enumerate(("Lasso: why?", "Ridge: why?"), start=1):
        assert f'<a href="#question-{number}">{title}</a>' in page
        assert f'<article id="question-{number}">\n<h2>{title}</h2>' in page


def with_picture(desk: Desk) -> str:
    """Let a third answer show a pasted picture; its name."""
    name = keep_image(desk.folders.data, "trees", PNG, NOON)
    with Journal.open(desk.folders.journal) as journal:
        text = QUESTION.format(title="Trees")
        shown = f"![a split]({name}) and ![none](images/ridge/gone.png)"
        draft = a_draft("trees", text=shown, digest=question_digest(text))
        journal.seal(draft, sealed_at=NOON, uuid="trees", question_text=text)
    return name


def test_pictures_stand_in_the_page_or_beside_the_markdown(desk: Desk, tmp_path: Path) -> None:
    name = with_picture(desk)
    out = tmp_path / "out"
    out.mkdir()
    desk.bundle.write(out / "all.md", BundleForm.MARKDOWN)
    assert (out / name).read_bytes() == PNG
    assert f"![a split]({name})" in (out / "all.md").read_text(encoding="utf-8")
    desk.bundle.write(out / "all.html", BundleForm.HTML)
    page = (out / "all.html").read_text(encoding="utf-8")
    assert f'<img src="data:image/png;base64,{b64encode(PNG).decode()}" alt="a split">' in page
    assert "[none]" in page
    bundle = desk.bundle.read()
    assert bundle.find_image(name) == PNG
    assert bundle.find_image("images/ridge/gone.png") is None


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Yield every element of pandoc's tree."""
    if isinstance(node, dict):
        if "t" in node:
            yield node
        for child in node.values():
            yield from walk(child)
    elif isinstance(node, list):
        for child in node:
            yield from walk(child)


def pandoc(path: Path, form: str) -> dict[str, Any]:
    """What pandoc reads in a file."""
    said = subprocess.run(
        ["pandoc", "-f", form, "-t", "json", str(path)], capture_output=True, check=True
    )
    tree: dict[str, Any] = json.loads(said.stdout)
    return tree


@needs_pandoc
@pytest.mark.parametrize("form", ["markdown", "gfm+tex_math_dollars"])
def test_pandoc_reads_headings_code_math_and_tables(desk: Desk, tmp_path: Path, form: str) -> None:
    desk.bundle.write(tmp_path / "out.md", BundleForm.MARKDOWN)
    found = list(walk(pandoc(tmp_path / "out.md", form)["blocks"]))
    levels = [one["c"][0] for one in found if one["t"] == "Header"]
    assert levels == [1, 2, 3, 3, 4, 2, 3, 3, 4]
    code = [one["c"][1] for one in found if one["t"] == "CodeBlock"]
    assert code == ["# not a heading\nx = 1"] * 2
    assert sum(one["t"] == "Table" for one in found) == 2
    math = [one["c"][1] for one in found if one["t"] == "Math"]
    assert [tex for tex in math if "sum" in tex] == ["\\sum_i x_i"] * 2
    assert math.count("a^2") == 2


@needs_pandoc
def test_pandoc_reads_the_front_matter_of_a_single_file(desk: Desk, tmp_path: Path) -> None:
    with Journal.open(desk.folders.journal) as journal:
        export_answers(journal, desk.bank, tmp_path / "out")
    meta = pandoc(tmp_path / "out" / "lasso.md", "markdown")["meta"]
    assert {"question", "title", "topics", "tags", "attempt", "minutes"} <= meta.keys()
    tags = [walked["c"] for walked in walk(meta["tags"]) if walked["t"] == "Str"]
    assert tags == ["l2-norm"]
