"""A bare PySide6 window that reports when it is painted."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    has_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.has_painted:
            self.has_painted = True
            QTimer.singleShot(0, self.report)

    def report(self) -> None:
        from painted_report import report_and_end  # noqa: PLC0415 - not before the paint

        report_and_end()


app = QApplication([])
window = BareWindow()
window.resize(1280, 740)
window.show()
app.exec()
