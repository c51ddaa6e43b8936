"""Makes README's picture from the running app: `python tests/data/make_screenshot.py`."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app.instance_lock import InstanceLock
from desktop.app.opening import open_window
from desktop.settings.folders import find_folders

PICTURE = Path(__file__).parents[2] / "resources" / "screenshot.png"
QUESTION = "contrastive-or-regularised-summariser"
ANSWER = """\
# What each one changes

The references themselves are wrong in **18%** of the audited articles, so \
likelihood has learned a habit and smoothing only softens it. With \
$p_i = \\operatorname{softmax}(z)_i$ the gradient of the smoothed loss is

$$\\frac{\\partial L}{\\partial z_i} = p_i - (1-\\varepsilon)\\,y_i - \\frac{\\varepsilon}{V}$$

which keeps the order of the candidates. A ranking term moves the order itself.

| arm | extra cost | what decides |
|---|---:|---|
| label smoothing | 0 h | calibration |
| ranking, k = 8 | 9 h | blind ratings |
"""


def wait_ms(delay_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(delay_ms, loop.quit)
    loop.exec()


def main() -> None:
    app = QApplication([sys.argv[0], "-platform", "offscreen"])
    app.setStyle("Fusion")
    with tempfile.TemporaryDirectory() as data:
        folders = find_folders(Path(data))
        parts = open_window(app, folders, InstanceLock(folders.data, app))
        parts.window_switches.choose_theme("light")
        parts.window.resize(1366, 768)
        wait_ms(2_000)
        parts.window.browser.question_chosen.emit(QUESTION)
        wait_ms(1_000)
        editor = parts.window.answer.editor
        editor.insertPlainText(ANSWER)
        editor.moveCursor(editor.textCursor().MoveOperation.Start)
        wait_ms(3_000)
        parts.window.grab().save(str(PICTURE))
        parts.window.close()


if __name__ == "__main__":
    main()
