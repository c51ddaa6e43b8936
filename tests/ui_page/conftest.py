from pathlib import Path

import pytest

from desktop.ui.page.page_style import PageStyle


@pytest.fixture
def style() -> PageStyle:
    return PageStyle(
        text="#1f2326",
        muted="#595f64",
        accent="#1c7047",
        background="#ffffff",
        code_background="#f4f4f1",
        code_text="#1f2326",
        border="#e1e1dc",
        quote_bar="#c9ccc6",
        selection="#cfe6d8",
        match="#d6ead0",
        selection_text="#1f2326",
        danger="#a8261d",
        text_families=("Inter", "DejaVu Sans"),
        code_families=("JetBrains Mono", "DejaVu Sans Mono"),
        syntax={"Keyword": "#8a2f8f"},
    )


@pytest.fixture
def sample() -> str:
    path = Path(__file__).parents[1] / "data" / "pages" / "everything.md"
    return path.read_text(encoding="utf-8")
