import subprocess
import sys

import pytest

OF_THE_COACH = ("http.client", "ssl", "keyring", "desktop.services.ask_coach")
OF_PROGRESS = (
    "desktop.domain.progress",
    "desktop.ui.progress_page",
    "desktop.ui.progress_filters",
    "desktop.ui.charts",
    "PySide6.QtSvg",
)
CODE = "import sys, desktop.app.opening; print(*(set(sys.argv[1:]) & set(sys.modules)))"


@pytest.mark.parametrize("modules", [OF_THE_COACH, OF_PROGRESS], ids=["coach", "progress"])
def test_the_window_opens_without_what_only_some_need(modules: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", CODE, *modules]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []
