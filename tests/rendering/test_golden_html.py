import os
from pathlib import Path

import pytest

from desktop.rendering.page_html import page_to_html
from desktop.rendering.page_tree import page_from_bytes, page_to_bytes
from desktop.rendering.render_page import render_markdown

PAGES = sorted((Path(__file__).parents[1] / "data" / "pages").glob("*.md"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_html_is_as_kept(path: Path) -> None:
    html = page_to_html(render_markdown(path.read_text(encoding="utf-8")))
    kept = path.with_suffix(".html")
    if os.environ.get("REMAKE_PAGES"):
        kept.write_text(html, encoding="utf-8")
    assert html == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_survives_its_bytes(path: Path) -> None:
    page = render_markdown(path.read_text(encoding="utf-8"))
    assert page_from_bytes(page_to_bytes(page)) == page
