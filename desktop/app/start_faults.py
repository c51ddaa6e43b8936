"""Why Qt could not start, in one plain sentence and what to do about it."""

import ctypes
import os
import re
import sys
from pathlib import Path

from desktop.domain.errors import AppError

DEBIAN_PACKAGES = {
    "libxcb-cursor": "libxcb-cursor0",
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libxkbcommon-x11": "libxkbcommon-x11-0",
    "libxkbcommon": "libxkbcommon0",
    "libdbus-1": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libglib-2.0": "libglib2.0-0",
    "libgthread-2.0": "libglib2.0-0",
    "libxcb-icccm": "libxcb-icccm4",
    "libxcb-image": "libxcb-image0",
    "libxcb-keysyms": "libxcb-keysyms1",
    "libxcb-render-util": "libxcb-render-util0",
    "libxcb-shape": "libxcb-shape0",
    "libX11-xcb": "libx11-xcb1",
}
"""The Debian package of each system library Qt's wheels expect, by the library's name."""


def missing_library(fault: str) -> AppError:
    """The error for an import or a plugin that failed with the loader's message `fault`."""
    found = re.search(r"(lib[\w.+-]+?)\.so[\w.]*", fault)
    if found is None:
        return AppError(f"Qt cannot start: {fault}", "Your data is untouched.")
    name = found.group(1)
    package = DEBIAN_PACKAGES.get(name)
    hint = f"On Debian or Ubuntu: sudo apt install {package}" if package else "README lists them."
    return AppError(f"The system library {name} is missing, so no window can open.", hint)


def no_window(qt_message: str) -> AppError:
    """The error for a platform plugin that could not be started."""
    plugin = _platform_plugin()
    if plugin is not None:
        try:
            ctypes.CDLL(str(plugin))
        except OSError as fault:
            return missing_library(str(fault))
    if _has_no_screen():
        return AppError(
            "There is no screen to open the window on.",
            "Start Greenroom in a desktop session; `greenroom list` and the other commands "
            "work without one.",
        )
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or ""
    first_line = qt_message.strip().partition("\n")[0]
    return AppError(
        f"The window cannot be opened on the screen {display}: {first_line}",
        "Check that DISPLAY names a screen you may use. Your data is untouched.",
    )


def _has_no_screen() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in names)


def _platform_plugin() -> Path | None:
    import PySide6  # noqa: PLC0415 - only where Qt has already failed

    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    return plugin if plugin.exists() else None
