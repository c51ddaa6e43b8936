"""Starts the window: what is needed for the first paint, then the rest."""

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.errors import AppError
from desktop.files import make_folder
from desktop.settings.folders import Folders, find_folders

if TYPE_CHECKING:
    from desktop.app.instance_lock import InstanceLock


def start(data: str | None) -> int:
    """Open the window, or raise the one that is open; the result is the exit code."""
    try:
        folders = find_folders(Path(data) if data else None)
        _make_writable(folders)
        return _run(folders)
    except AppError as error:
        print(f"greenroom: {error}", file=sys.stderr)  # noqa: T201 - there is no window to say it
        return 1


def _run(folders: Folders) -> int:
    gc.disable()  # what the start makes, stays; to look for garbage in it costs 10 ms
    try:
        from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: PLC0415 - may fail
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - may fail, and that is told
    except ImportError as error:
        from desktop.app.start_faults import import_fault  # noqa: PLC0415 - only on failure

        raise import_fault(error) from error

    held_back: list[str] = []

    def on_message(kind: QtMsgType, _context: object, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:
            _die_plainly(text)
        held_back.append(f"{text}\n")

    qInstallMessageHandler(on_message)
    app = QApplication([sys.argv[0]])
    qInstallMessageHandler(None)
    sys.stderr.writelines(held_back)
    app.setApplicationName("Greenroom")
    app.setApplicationDisplayName("Greenroom")
    app.setDesktopFileName("greenroom")
    app.setStyle("Fusion")

    from desktop.app.instance_lock import InstanceLock  # noqa: PLC0415 - after Qt is known to load

    lock = InstanceLock(folders.data, app)
    if not lock.take():
        return _raise_other(lock, folders.data)
    from desktop.app.opening import open_window  # noqa: PLC0415 - not for a second start

    parts = open_window(app, folders, lock)
    parts.window.first_painted.connect(_collect_garbage)
    code = app.exec()
    lock.release()
    return code


def _collect_garbage() -> None:
    gc.freeze()
    gc.enable()


def _raise_other(lock: "InstanceLock", data: Path) -> int:
    if lock.raise_other():
        return 0
    raise AppError(
        f"Greenroom is open already with {data}, but its window does not answer.",
        "Wait a moment, or end that process and start again. What you wrote is saved.",
    )


def _make_writable(folders: Folders) -> None:
    for folder in (folders.data, folders.cache, folders.config):
        try:
            make_folder(folder)
        except OSError as error:
            raise AppError(
                f"The folder {folder} cannot be made: {error.strerror}.",
                "Choose another with --data DIR.",
            ) from error
        if not os.access(folder, os.W_OK):
            raise AppError(
                f"The folder {folder} cannot be written to.",
                "Change its permissions, or choose another with --data DIR.",
            )


def _die_plainly(qt_message: str) -> None:
    """Say why there is no window and end, before Qt aborts with a core dump."""
    from desktop.app.start_faults import window_fault  # noqa: PLC0415 - only on failure

    sys.stderr.write(f"greenroom: {window_fault(qt_message, os.environ)}\n")
    sys.stderr.flush()
    os._exit(1)
