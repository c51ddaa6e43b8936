import subprocess
import sys

NOT_AT_START = ("http.client", "ssl", "keyring", "desktop.services.ask_coach")
CODE = "import sys, desktop.app.opening; print(*(set(sys.argv[1:]) & set(sys.modules)))"


def test_the_window_opens_without_what_only_the_coach_needs() -> None:
    command = [sys.executable, "-c", CODE, *NOT_AT_START]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []
