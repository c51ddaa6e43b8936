"""Reads whatever a person brings in - a file, a folder, a zip, pasted bytes - as questions."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from desktop.anki.collection import read_notes
from desktop.bank.file_scan import NOT_QUESTIONS
from desktop.bank.importing.anki_cards import table_of_notes
from desktop.bank.importing.flat_question import import_source
from desktop.bank.importing.question_table import read_question_table, refuse_too_many
from desktop.bank.importing.text_import import (
    JSON_SUFFIXES,
    MARKDOWN_SUFFIXES,
    TABLE_SUFFIXES,
    TextImport,
)
from desktop.bank.importing.zip_pack import ZipPack, open_zip, printable_name
from desktop.domain.errors import AppError
from desktop.domain.import_batch import (
    Batch,
    BatchQuestion,
    BatchWarning,
    ColumnMapping,
    ImportKind,
    ImportPlace,
)
from desktop.services.page_file import MOST_BYTES, decode_page

MOST_FOLDER_FILES = 20_000
MOST_DECK_BYTES = 100_000_000
MOST_PACK_BYTES = 200_000_000
"""Of a zip that comes as bytes; one on disk may be larger, as only its questions are read."""

PASTED = "pasted text"
_ZIP_START = b"PK\x03\x04"
_EMPTY_ZIP_START = b"PK\x05\x06"
_TEXT_SUFFIXES = (
    TABLE_SUFFIXES | JSON_SUFFIXES | MARKDOWN_SUFFIXES | {".txt", ".text", ".html", ".htm"}
)
_DECK_SUFFIXES = frozenset({".apkg", ".colpkg"})
_MANY = frozenset({ImportKind.PAIRS, ImportKind.LIST, ImportKind.QUESTION_FILE})
_NEW_COLLECTION = "collection.anki21b"
_COLLECTIONS = ("collection.anki21", "collection.anki2")


@dataclass(frozen=True, slots=True)
class ImportWish:
    """How the person wants columns read; None lets them be guessed."""

    mapping: ColumnMapping | None = None
    has_header: bool | None = None


class _Member(NamedTuple):
    name: str
    read: Callable[[], bytes]


def read_import(
    source: Path | bytes, name: str, today: date, wish: ImportWish | None = None
) -> Batch:
    """What a file, a folder or bytes hold; nothing is written.

    Raises AppError where nothing can be read, or no question is found.
    """
    return _Reader(today, wish or ImportWish()).read(source, printable_name(name) or PASTED)


@dataclass(frozen=True, slots=True)
class _Reader:
    today: date
    wish: ImportWish

    def read(self, source: Path | bytes, name: str) -> Batch:
        if isinstance(source, Path) and source.is_dir():
            return self._members(_folder_members(source), ImportKind.FOLDER, name, [])
        start = source[: len(_ZIP_START)] if isinstance(source, bytes) else _first_bytes(source)
        if start in {_ZIP_START, _EMPTY_ZIP_START}:
            if isinstance(source, bytes) and len(source) > MOST_PACK_BYTES:
                raise _too_large(name, MOST_PACK_BYTES)
            with open_zip(source, name) as pack:
                return self._pack(pack, name)
        data = source if isinstance(source, bytes) else read_whole(source)
        return self._text(data, name)

    def _text(self, data: bytes, name: str) -> Batch:
        if len(data) > MOST_BYTES:
            raise _too_large(name)
        if b"\0" in data[:1_000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise AppError(
                f"{name} is neither text nor a zip or Anki file. Nothing was imported.",
                "Choose a text, Markdown, CSV, JSON, zip or apkg file.",
            )
        text = decode_page(data)
        read = TextImport(text, name, self.today, self.wish.mapping, self.wish.has_header).read()
        if read.kind is ImportKind.QUESTION_FILE and text.encode("utf-8", "replace") == data:
            return replace(
                read, questions=tuple(replace(one, file_bytes=data) for one in read.questions)
            )
        if "\ufffd" in text:
            told = "some bytes are no readable characters; they show as \ufffd."
            return replace(read, warnings=(*read.warnings, BatchWarning(ImportPlace(name), told)))
        return read

    def _pack(self, pack: ZipPack, name: str) -> Batch:
        if {_NEW_COLLECTION, *_COLLECTIONS} & set(pack.names):
            return self._deck(read_collection(pack), name)
        members = (_Member(each, partial(pack.read, each, MOST_BYTES)) for each in pack.names)
        told = [BatchWarning(ImportPlace(path), message) for path, message in pack.warnings]
        return self._members(members, ImportKind.PACK, name, told)

    def _deck(self, database: bytes, name: str) -> Batch:
        table = table_of_notes(read_notes(database))
        source = import_source(name, self.today)
        batch = read_question_table(table, ImportKind.ANKI_DECK, name, source, self.wish.mapping)
        if not batch.questions:
            raise _nothing_found(name)
        return batch

    def _members(
        self, members: Iterator[_Member], kind: ImportKind, name: str, told: list[BatchWarning]
    ) -> Batch:
        """The questions of many files; one that cannot be read hides none of the others."""
        questions: list[BatchQuestion] = []
        others: dict[str, int] = {}
        for member in members:
            suffix = PurePosixPath(member.name).suffix.lower()
            if suffix not in _TEXT_SUFFIXES | _DECK_SUFFIXES:
                others[suffix or "no ending"] = others.get(suffix or "no ending", 0) + 1
                continue
            try:
                read = self._member(member, suffix)
            except AppError as error:
                told.append(BatchWarning(ImportPlace(member.name), f"left out: {error.message}"))
                continue
            if not _is_about_the_pack(member.name) or read.kind in _MANY:
                questions += read.questions
                told += read.warnings
            refuse_too_many(len(questions), name)
        if others:
            shown = ", ".join(
                f"{count} × {suffix}" for suffix, count in sorted(others.items())[:10]
            )
            told.append(
                BatchWarning(ImportPlace(name), f"files of other kinds were left out: {shown}.")
            )
        if not questions:
            reasons = " ".join(map(str, told[:1]))
            raise AppError(
                f"No question was found in {name}. Nothing was imported. {reasons}".strip(),
                "Question files end in .md; lists and tables in .txt, .csv or .json.",
            )
        return Batch(kind, name, tuple(questions), tuple(told))

    def _member(self, member: _Member, suffix: str) -> Batch:
        data = member.read()
        if suffix in _DECK_SUFFIXES:
            with open_zip(data, member.name) as pack:
                return self._deck(read_collection(pack), member.name)
        return self._text(data, member.name)


def read_collection(pack: ZipPack) -> bytes:
    """The database in a deck; raises AppError where there is none or it cannot be unpacked."""
    if _NEW_COLLECTION in pack.names:
        return _unpacked(pack.read(_NEW_COLLECTION, MOST_DECK_BYTES))
    found = next((name for name in _COLLECTIONS if name in pack.names), None)
    if found is None:
        raise AppError("This is no Anki deck. Nothing was imported.", "Export it from Anki again.")
    return pack.read(found, MOST_DECK_BYTES)


def read_whole(path: Path) -> bytes:
    """The bytes of a file; raises AppError if it cannot be read or is far too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(data) > MOST_BYTES:
        raise _too_large(path.name)
    return data


def _unpacked(data: bytes) -> bytes:
    """A collection in the newer form, compressed by Zstandard, which Python knows since 3.14."""
    try:
        zstd = import_module("compression.zstd")
    except ImportError as error:
        raise AppError(
            "This deck is in Anki's newer form, which cannot be unpacked here. "
            "Nothing was imported.",
            "In Anki, export it again with “Support older Anki versions” ticked.",
        ) from error
    try:
        database: bytes = zstd.ZstdFile(BytesIO(data)).read(MOST_DECK_BYTES + 1)
    except (zstd.ZstdError, EOFError, OSError) as error:
        raise AppError(f"The deck is damaged: {error}.", "Export it from Anki again.") from error
    if len(database) > MOST_DECK_BYTES:
        raise _too_large(_NEW_COLLECTION, MOST_DECK_BYTES)
    return database


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP_START))
    except OSError as error:
        raise _unreadable(path, error) from error


def _folder_members(folder: Path) -> Iterator[_Member]:
    """The files below a folder by name; links and hidden names are passed over."""
    count = 0
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if name.startswith(".") or path.is_symlink() or not path.is_file():
                continue
            count += 1
            if count > MOST_FOLDER_FILES:
                raise AppError(
                    f"{folder.name} holds more than {MOST_FOLDER_FILES:,} files.",
                    "Choose the folder with the questions only.",
                )
            shown = printable_name(path.relative_to(folder).as_posix())
            yield _Member(shown, partial(read_whole, path))


def _is_about_the_pack(name: str) -> bool:
    return PurePosixPath(name).name.lower() in NOT_QUESTIONS


def _unreadable(path: Path, error: OSError) -> AppError:
    return AppError(
        f"{path.name} cannot be read: {error.strerror or error}.",
        "Check that the file is there and may be read.",
    )


def _too_large(name: str, limit: int = MOST_BYTES) -> AppError:
    return AppError(
        f"{name} is larger than {limit // 1_000_000} MB. Nothing was imported.",
        "Split it into smaller files, or copy the questions out of it.",
    )


def _nothing_found(name: str) -> AppError:
    return AppError(
        f"No question was found in {name}. Nothing was imported.", "Choose another deck."
    )
