from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QObject


@pytest.fixture
def owner(qapp: QCoreApplication) -> Iterator[QObject]:
    """Parent of the controllers under test, which dies with them on the thread they live on.

    Left to the garbage collector they might die on the journal writer's, with their timers still
    to fire.
    """
    assert qapp is not None
    owner = QObject()
    yield owner
    shiboken6.delete(owner)
