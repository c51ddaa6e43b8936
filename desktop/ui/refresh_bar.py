"""How far a long refresh of the list has come."""

from PySide6.QtWidgets import QProgressBar, QWidget

HEIGHT_PX = 4


class RefreshBar(QProgressBar):
    """A thin bar that is there only while there is something to wait for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("refreshBar")
        self.setAccessibleName("Questions read into the list")
        self.setTextVisible(False)
        self.setFixedHeight(HEIGHT_PX)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show so many questions of all as read."""
        self.setMaximum(total)
        self.setValue(done)
        self.setToolTip(f"{done:,} of {total:,} questions read")
        self.show()

    def end(self) -> None:
        """There is nothing more to wait for."""
        self.hide()
