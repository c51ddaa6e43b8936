"""Why Qt could not start, in one plain sentence and what to do about it."""

import ctypes
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from desktop.domain.errors import AppError

DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""The Debian package of each system library that Qt's wheels expect but do not bring."""


def import_fault(error: ImportError) -> AppError:
    """The error for Qt's modules that could not be imported."""
    return missing_library(str(error), find_absent_libraries())


def window_fault(qt_message: str, environ: Mapping[str, str]) -> AppError:
    """The error for a platform plugin of Qt that could not be started."""
    loader_message = _load_platform_plugin(environ)
    if loader_message:
        return missing_library(loader_message, find_absent_libraries())
    if sys.platform != "linux":
        return AppError(
            f"Qt cannot open a window: {qt_message.strip()}", "Your data is untouched."
        )
    return unreachable_screen(environ)


def find_absent_libraries() -> tuple[str, ...]:
    """Those of Qt's system libraries that this machine does not have; none where Qt brings all."""
    if sys.platform != "linux":
        return ()
    return tuple(name for name in DEBIAN_PACKAGES if _load(name))


def missing_library(loader_message: str, absent: Iterable[str]) -> AppError:
    """The error for the loader's message on one library, when `absent` ones are missing too."""
    found = re.match(r"(lib[\w.+-]+\.so[\w.]*): ", loader_message)
    if found is None:
        return AppError(
            f"Qt cannot be loaded: {loader_message}.",
            "Run README's start command again, which installs it. Your data is untouched.",
        )
    named = found.group(1)
    missing = {named, *absent}
    others = f" and {len(missing) - 1} more are" if len(missing) > 1 else " is"
    packages = [package for name, package in DEBIAN_PACKAGES.items() if name in missing]
    return AppError(
        f"The system library {named}{others} missing, so no window can open.",
        f"On Debian or Ubuntu: sudo apt install {' '.join(packages)}"
        if packages
        else "Install the package of your system that holds it.",
    )


def unreachable_screen(environ: Mapping[str, str]) -> AppError:
    """The error for a session that has no screen, or one that refuses."""
    platform = environ.get("QT_QPA_PLATFORM")
    if platform:
        return AppError(
            f"Qt cannot open a window by QT_QPA_PLATFORM={platform}.",
            "Unset QT_QPA_PLATFORM and start again.",
        )
    variable = next((name for name in ("DISPLAY", "WAYLAND_DISPLAY") if environ.get(name)), None)
    if variable is None:
        return AppError(
            "There is no screen to open the window on.",
            "Start Greenroom in a desktop session; `greenroom --help` names the commands "
            "that work without one.",
        )
    return AppError(
        f"The screen {environ[variable]} cannot be reached, so no window can open.",
        f"Check that {variable} names a screen you may use.",
    )


def _load_platform_plugin(environ: Mapping[str, str]) -> str:
    """What the loader says of the plugin that draws on this screen; "" if it can be loaded."""
    import PySide6  # noqa: PLC0415 - only where Qt has already failed

    is_wayland = bool(environ.get("WAYLAND_DISPLAY")) and not environ.get("DISPLAY")
    name = "libqwayland.so" if is_wayland else "libqxcb.so"
    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / name
    return _load(str(plugin)) if plugin.exists() else ""


def _load(library: str) -> str:
    """What the loader says of `library`; "" if it can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""
