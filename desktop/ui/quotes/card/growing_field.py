"""Text field that is as high as its words, up to a few lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_MAX_LINES = 7
_LAYOUT_LIMIT = 2000  # code points: more than fill these lines
# Leaving for another window or a menu is not leaving the field: the checker is fetching something.
_STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class GrowingField(QPlainTextEdit):
    """A field as high as its words, up to a few lines.

    Signals: left(): the focus went elsewhere; confirmed(): Ctrl+Enter; left_by_key(): Esc; grown(): the height changed
    """

    left = Signal()
    confirmed = Signal()
    left_by_key = Signal()
    grown = Signal()

    def __init__(self, name: str, title: str, prompt: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setPlaceholderText(prompt)
        self.setProperty("look", "field")
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().clearUndoRedoStacks()  # the margin is nothing to take back
        self._lines = 1
        self.textChanged.connect(self.fit)

    def lines_at(self, width: int) -> int:
        """Return how many lines the words take in a field of this width, at most the few it grows to."""
        room = max(20, width - 20)
        count = 0
        for paragraph in self.toPlainText()[:_LAYOUT_LIMIT].split("\n")[:_MAX_LINES]:
            layout = QTextLayout(paragraph, self.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid() and count < _MAX_LINES:
                line.setLineWidth(room)
                count += 1
            layout.endLayout()
        return min(_MAX_LINES, max(1, count))

    def sizeHint(self) -> QSize:
        return QSize(120, round(self.lines_at(self.width()) * self.fontMetrics().lineSpacing()) + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.lines_at(width) * self.fontMetrics().lineSpacing()) + 12

    def fit(self) -> None:
        """Take the height that the words need."""
        lines = self.lines_at(self.width())
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines == _MAX_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whether the words need a bar depends on the width, too."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window when there is nothing in here to take back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            document = self.document()
            undo = event.matches(QKeySequence.StandardKey.Undo) and not document.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not document.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_by_key.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYING:
            self.left.emit()
