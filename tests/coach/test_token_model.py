import sys
from pathlib import Path

import pytest

from desktop.coach.token_model import MODEL, TokenModel
from desktop.domain.errors import AppError


def test_a_package_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, MODEL[0], None)
    with pytest.raises(AppError, match=r"not installed.*pip install \"greenroom\[semantic\]\""):
        TokenModel().load()


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "model.onnx"
    other.write_bytes(b"some other model")
    with pytest.raises(AppError, match=r"model\.onnx is not the one that was tried"):
        TokenModel(model=other, tokenizer=other).read("A clock rings.")


def test_a_model_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"cannot be read.*force-reinstall"):
        TokenModel(model=tmp_path / "gone.onnx", tokenizer=tmp_path / "gone.json").load()
