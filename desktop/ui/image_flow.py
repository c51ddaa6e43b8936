"""From a pasted picture to its file and its name in the text."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtGui import QImage, QImageWriter

from desktop.controllers.answer_controller import AnswerController
from desktop.controllers.task_runner import TaskRunner
from desktop.domain.errors import AppError
from desktop.ui.markdown_editor import MarkdownEditor

if TYPE_CHECKING:
    from desktop.ui.pasting import PastedImage


class ImageFlow(QObject):
    """Keeps pictures off the UI thread; the text names one when its file is there."""

    def __init__(
        self,
        editor: MarkdownEditor,
        answer: AnswerController,
        runner: TaskRunner,
        keep: Callable[[str, bytes], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._answer = answer
        self._runner = runner
        self._keep = keep
        self._count = 0
        editor.image_pasted.connect(self._take)

    def _take(self, pasted: "PastedImage") -> None:
        draft = self._answer.draft
        if draft is None:
            return
        self._count += 1
        key = draft.question_key
        work = partial(
            _keep_pasted, partial(self._keep, key), pasted.png, pasted.image, pasted.file
        )
        self._runner.run(f"image {self._count}", work, partial(self._insert, key, pasted))

    def _insert(self, key: str, pasted: "PastedImage", name: str) -> None:
        """Name the picture where it was pasted, if that text is still being written."""
        draft = self._answer.draft
        if draft is not None and draft.question_key == key and not self._editor.isReadOnly():
            pasted.place.insertText(f"![]({name})")


def _keep_pasted(keep: Callable[[bytes], str], png: bytes, image: QImage, file: str) -> str:
    return keep(png or _encode(QImage(file) if file else image))


def _encode(image: QImage) -> bytes:
    """A picture as PNG bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        raise AppError(
            "The picture cannot be read, so it was not pasted.",
            "Copy it again, or save it and copy it from another program.",
        )
    return bytes(buffer.data().data())
