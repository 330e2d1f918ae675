"""The centre of the workbench: its tabs and what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desktop.translation import tr
from desktop.ui.compare.panes.text_pane import TextPane
from desktop.ui.compare.view import CompareView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction

    from desktop.domain import Span, VersionId
    from desktop.ui.compare.read_view import ReadView
    from desktop.ui.matrix.view import MatrixView
    from desktop.ui.session.session import Session
    from desktop.ui.sources.view import SourcesView


COMPARE, READ, MATRIX, SOURCES = range(4)  # in the order of the tabs


class Centre(QWidget):
    """The tabs and what they show.

    Signals: status_pressed(object), evidence_requested(): V, D, U or E on a quote in sources
    """

    status_pressed = Signal(object)
    evidence_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("centre")
        self._session = session
        self.compare = CompareView(session)
        self._read: ReadView | None = None
        self._matrix: MatrixView | None = None
        self._sources: SourcesView | None = None
        self._on_selection: Sequence[QAction] = ()
        self.tabs = QTabBar()
        self.tabs.setObjectName("centre-tabs")
        self.tabs.setAccessibleName(tr("What the centre shows"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for words in (tr("Compare"), tr("Read"), tr("Quotes across versions"), tr("Quotes in sources")):
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
            self._read.opened.connect(self.show_place)
            self._offer(self._read)
            self.stack.addWidget(self._read)
        return self._read

    def offer_for_selection(self, actions: Sequence[QAction]) -> None:
        """Offer these where words of a text are selected and somebody asks for the menu."""
        self._on_selection = actions
        self._offer(self.compare)

    def _offer(self, view: QWidget) -> None:
        marked = view is self.compare  # elsewhere there are no marks to be copied
        fitting = [each for each in self._on_selection if marked or each.objectName() != "copy_with_marks"]
        for pane in view.findChildren(TextPane):
            pane.addActions(fitting)

    @property
    def matrix(self) -> MatrixView:
        """The view of quotes across versions, made when first asked for."""
        if self._matrix is None:
            from desktop.ui.matrix.view import MatrixView

            self._matrix = MatrixView(self._session)
            self._matrix.opened.connect(self.show_compare)
            self.stack.addWidget(self._matrix)
        return self._matrix

    @property
    def sources(self) -> SourcesView:
        """The view of quotes in sources, made when first asked for."""
        if self._sources is None:
            from desktop.ui.sources.view import SourcesView

            self._sources = SourcesView(self._session)
            self._sources.opened.connect(self.show_place)
            self._sources.list.status_pressed.connect(self.status_pressed)
            self._sources.list.evidence_requested.connect(self.evidence_requested)
            self.stack.addWidget(self._sources)
        return self._sources

    def show_place(self, version: VersionId, span: Span) -> None:
        self.show_compare()
        self.show_find(version, span)

    def show_sources(self) -> None:
        self.tabs.setCurrentIndex(SOURCES)
        self.sources.focus_list()

    def show_compare(self) -> None:
        self.tabs.setCurrentIndex(COMPARE)

    def show_read(self) -> None:
        self.tabs.setCurrentIndex(READ)

    def show_matrix(self) -> None:
        self.tabs.setCurrentIndex(MATRIX)

    @property
    def is_reading(self) -> bool:
        """Whether the reading view is in front."""
        return self.tabs.currentIndex() == READ

    @property
    def text(self) -> CompareView | ReadView:
        """The view with text in it that is in front, else the comparison."""
        return self.read if self.is_reading else self.compare

    def show_find(self, version: VersionId, span: Span) -> None:
        """Bring words of a version that is shown on the screen, select them, and give their text the focus.

        What the comparison does not show, because it is hidden or stands alone, the reading view does.
        """
        if self.tabs.currentIndex() in {MATRIX, SOURCES}:
            self.show_compare()
        if not self.text.show_find(version, span):
            self.show_read()
            self.read.show_find(version, span)

    def focus_front(self) -> None:
        """Give what is in front the focus."""
        if self.tabs.currentIndex() == MATRIX:
            self.matrix.focus_table()
        elif self.tabs.currentIndex() == SOURCES:
            self.sources.focus_list()
        else:
            self.text.focus_text()

    def _on_tab(self, number: int) -> None:
        pages: dict[int, Callable[[], QWidget]] = {
            READ: lambda: self.read,
            MATRIX: lambda: self.matrix,
            SOURCES: lambda: self.sources,
        }
        self.stack.setCurrentWidget(pages.get(number, lambda: self.compare)())
