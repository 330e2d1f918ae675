"""The centre of the window: compare, read, and quotes across versions, three tabs, each made when first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.ui.compare.view import CompareView

if TYPE_CHECKING:
    from desktop.domain import Span, VersionId
    from desktop.ui.compare.read_view import ReadView
    from desktop.ui.matrix.view import MatrixView
    from desktop.ui.session.session import Session

COMPARE, READ, MATRIX = range(3)


class Centre(QWidget):
    """The tabs and what they show."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self._session = session
        self.compare = CompareView(session)
        self._read: ReadView | None = None
        self._matrix: MatrixView | None = None
        self.tabs = QTabBar()
        self.tabs.setObjectName("centre-tabs")
        self.tabs.setAccessibleName("What the centre shows")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for words in ("Compare", "Read", "Quotes across versions"):
            self.tabs.addTab(words)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.compare)
        head = QWidget()
        head.setProperty("look", "head")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 6, 12, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._on_tab)

    @property
    def read(self) -> ReadView:
        """The reading view, made when first asked for."""
        if self._read is None:
            from desktop.ui.compare.read_view import ReadView

            self._read = ReadView(self._session)
            self.stack.addWidget(self._read)
        return self._read

    @property
    def matrix(self) -> MatrixView:
        """The view of quotes across versions, made when first asked for."""
        if self._matrix is None:
            from desktop.ui.matrix.view import MatrixView

            self._matrix = MatrixView(self._session)
            self._matrix.opened.connect(self.show_compare)
            self.stack.addWidget(self._matrix)
        return self._matrix

    def show_compare(self) -> None:
        self.tabs.setCurrentIndex(COMPARE)

    def show_read(self) -> None:
        self.tabs.setCurrentIndex(READ)

    def show_matrix(self) -> None:
        self.tabs.setCurrentIndex(MATRIX)

    @property
    def text(self) -> CompareView | ReadView:
        """The view with text in it that is in front, else the comparison."""
        return self.read if self.tabs.currentIndex() == READ else self.compare

    def show_find(self, version: VersionId, span: Span) -> None:
        """Bring words of a version that is shown on the screen, select them, and give their text the focus.

        What the comparison does not show, because it is hidden or stands alone, the reading view does.
        """
        if self.tabs.currentIndex() == MATRIX:
            self.show_compare()
        if not self.text.show_find(version, span):
            self.show_read()
            self.read.show_find(version, span)

    def focus_front(self) -> None:
        """Give what is in front the focus."""
        if self.tabs.currentIndex() == MATRIX:
            self.matrix.focus_table()
        else:
            self.text.focus_text()

    def _on_tab(self, number: int) -> None:
        page: QWidget = self.read if number == READ else self.matrix if number == MATRIX else self.compare
        self.stack.setCurrentWidget(page)
