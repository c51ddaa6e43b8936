from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_index import SampleIndex

from desktop.search.page_cache import KEPT_PAGES, PageCache


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[PageCache]:
    sample = SampleIndex(tmp_path)
    yield PageCache(sample.connection)
    sample.connection.close()


def test_a_page_comes_back_as_it_was_put(pages: PageCache) -> None:
    pages.put_page("lasso", "old", b"1")
    pages.put_page("lasso", "new", b"\x00\xff")
    assert pages.find_page("lasso") == ("new", b"\x00\xff")
    assert pages.find_page("ridge") is None


def test_only_the_pages_put_last_are_kept(pages: PageCache) -> None:
    for number in range(KEPT_PAGES + 5):
        pages.put_page(f"question-{number}", "digest", b"page")
        pages.put_page("question-0", "digest", b"page")
    assert pages.find_page("question-0") is not None
    assert pages.find_page("question-1") is None
    assert pages.find_page(f"question-{KEPT_PAGES + 4}") is not None
