from collections.abc import Iterator
from pathlib import Path

import pytest
from sample_index import SampleIndex, document

from desktop.search.file_changes import FileChanges
from desktop.search.indexed_document import FileStamp


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[SampleIndex]:
    one = SampleIndex(tmp_path).holding(document("same"), document("gone"), document("touched"))
    one.writer.remember([FileStamp("/bank/broken.md", 5, 5)])
    yield one
    one.connection.close()


def paths(changes: FileChanges) -> list[str]:
    return sorted(stamp.path for batch in changes.batches(2) for stamp in batch)


def test_new_changed_and_vanished_files_are_told_apart(sample: SampleIndex) -> None:
    present = [
        FileStamp("/bank/same.md", 10, 1),
        FileStamp("/bank/touched.md", 10, 2),
        FileStamp("/bank/broken.md", 5, 5),
        FileStamp("/bank/机器 é.md", 1, 1),
    ]
    changes = FileChanges(sample.connection, present)
    assert changes.count == 3
    assert changes.vanished() == ["/bank/gone.md"]
    sample.writer.remove(changes.vanished())
    assert paths(changes) == ["/bank/touched.md", "/bank/机器 é.md"]


def test_a_file_whose_size_alone_changed_is_read_again(sample: SampleIndex) -> None:
    present = [FileStamp(f"/bank/{name}.md", 11, 1) for name in ("same", "gone", "touched")]
    changes = FileChanges(sample.connection, present)
    sample.writer.remove(changes.vanished())
    assert len(paths(changes)) == 3


def test_an_empty_folder_means_all_vanished(sample: SampleIndex) -> None:
    changes = FileChanges(sample.connection, [])
    assert sorted(changes.vanished()) == [
        "/bank/broken.md",
        "/bank/gone.md",
        "/bank/same.md",
        "/bank/touched.md",
    ]


def test_files_of_one_id_are_handed_out_together(sample: SampleIndex) -> None:
    sample.writer.remember([FileStamp("/pack/same.md", 7, 7), FileStamp("/other/far.md", 7, 7)])
    present = [FileStamp("/pack/same.md", 8, 8)]
    changes = FileChanges(sample.connection, present, within=["/pack"])
    assert changes.vanished() == []
    assert paths(changes) == ["/bank/same.md", "/pack/same.md"]


def test_only_what_was_looked_at_can_have_vanished(sample: SampleIndex) -> None:
    within = ["/bank/gone.md", "/bank/touched.md", "/ban"]
    present = [FileStamp("/bank/touched.md", 10, 1)]
    assert FileChanges(sample.connection, present, within).vanished() == ["/bank/gone.md"]


def test_a_scan_that_fails_can_be_repeated(sample: SampleIndex) -> None:
    def failing() -> Iterator[FileStamp]:
        yield FileStamp("/bank/same.md", 10, 1)
        raise TimeoutError

    with pytest.raises(TimeoutError):
        FileChanges(sample.connection, failing())
    assert len(FileChanges(sample.connection, []).vanished()) == 4
