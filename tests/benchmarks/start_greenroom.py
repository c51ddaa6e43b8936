"""Greenroom's window as `desktop.app.start` opens it; it reports when it is painted."""

import gc
import sys
from pathlib import Path


def main(data: str) -> None:
    gc.disable()
    from desktop.settings.folders import find_folders  # noqa: PLC0415 - as the start does

    folders = find_folders(Path(data))
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as the start does

    app = QApplication(["greenroom"])
    app.setApplicationName("Greenroom")
    app.setStyle("Fusion")
    from desktop.app.instance_lock import InstanceLock  # noqa: PLC0415 - as the start does

    lock = InstanceLock(folders.data, app)
    lock.take()
    from desktop.app.opening import open_window  # noqa: PLC0415 - as the start does

    parts = open_window(app, folders, lock)

    def check_and_report() -> None:
        from painted_report import report_and_end  # noqa: PLC0415 - not before the paint

        editor = parts.window.answer.editor
        is_usable = (
            parts.window.browser.chosen_key
            and parts.answer.draft is not None
            and (editor.hasFocus() or not parts.window.isActiveWindow())
        )
        report_and_end(is_good=bool(is_usable))

    parts.window.first_painted.disconnect()
    parts.window.first_painted.connect(check_and_report)
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
