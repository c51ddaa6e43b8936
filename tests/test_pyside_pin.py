"""PySide6 6.12.0 on Python 3.11 loses a reference to None in every call that returns None."""

import sys

from PySide6.QtCore import QObject

CALLS = 500
SLACK = 50


def test_void_calls_keep_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - SLACK
