from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_index import SampleIndex, document

from desktop.search.file_changes import FileChanges, find_changes
from desktop.search.indexed_document import FileStamp


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[SampleIndex]:
    one = SampleIndex(tmp_path).holding(document("same"), document("gone"), document("touched"))
    one.writer.remember([FileStamp("/bank/broken.md", 5, 5)])
    yield one
    one.connection.close()


def test_new_changed_and_vanished_files_are_told_apart(sample: SampleIndex) -> None:
    present = [
        FileStamp("/bank/same.md", 10, 1),
        FileStamp("/bank/touched.md", 10, 2),
        FileStamp("/bank/broken.md", 5, 5),
        FileStamp("/bank/机器 é.md", 1, 1),
    ]
    changes = find_changes(sample.connection, present)
    assert set(changes.changed) == {"/bank/touched.md", "/bank/机器 é.md"}
    assert changes.vanished == ("/bank/gone.md",)


def test_a_file_whose_size_alone_changed_is_read_again(sample: SampleIndex) -> None:
    present = [FileStamp(f"/bank/{name}.md", 11, 1) for name in ("same", "gone", "touched")]
    assert len(find_changes(sample.connection, present).changed) == 3


def test_an_empty_folder_means_all_vanished(sample: SampleIndex) -> None:
    changes = find_changes(sample.connection, [])
    assert changes == FileChanges(
        changed=(),
        vanished=("/bank/broken.md", "/bank/gone.md", "/bank/same.md", "/bank/touched.md"),
    )


def test_a_scan_that_fails_can_be_repeated(sample: SampleIndex) -> None:
    def failing() -> Iterator[FileStamp]:
        yield FileStamp("/bank/same.md", 10, 1)
        raise TimeoutError

    with pytest.raises(TimeoutError):
        find_changes(sample.connection, failing())
    assert len(find_changes(sample.connection, []).vanished) == 4
