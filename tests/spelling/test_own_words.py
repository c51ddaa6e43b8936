from pathlib import Path

import pytest

from desktop.domain.errors import AppError
from desktop.spelling.own_words import OwnWords


def test_a_word_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    words = OwnWords(path)
    assert "softmax" not in words
    words.add("softmax")
    words.add("café")
    assert path.read_text(encoding="utf-8") == "café\nsoftmax\n"
    assert "softmax" in OwnWords(path)


def test_a_word_may_start_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("softmax\nAdam\n")
    words = OwnWords(path)
    assert "Softmax" in words
    assert "adam" not in words


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(AppError, match=r"words\.txt"):
        assert "a" not in OwnWords(path)
