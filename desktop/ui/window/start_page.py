"""The start page, before a desk is open: ways to begin, and the desks opened lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.basics import button, plain_label
from desktop.ui.window.recent_desks import RecentDesks

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from desktop.ui.settings import Settings

_WIDTH = 620  # pixels


class StartPage(QScrollArea):
    """The page before any desk.

    Signals: sample_requested(), new_requested(), open_requested(), import_requested(), desk_requested(object)
    """

    sample_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    import_requested = Signal()
    desk_requested = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start-page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = plain_label("Verbatim")
        self._first = button("Try the sample story", "start-sample", "primary")
        self._target = plain_label("Or drop files here, or paste the words of an article (Ctrl+V).", "drop")
        self.recent = RecentDesks(settings)
        self.recent.wanted.connect(self.desk_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        what = plain_label(
            "Lay several versions of an article side by side, see every changed word, and mark each quote "
            "verified, disputed or unverified. Everything stays in one file on this computer."
        )
        what.setWordWrap(True)
        rest = [
            (button("New desk…", "start-new"), self.new_requested),
            (button("Open desk…", "start-open"), self.open_requested),
            (button("Import articles…", "start-import"), self.import_requested),
        ]
        self._first.clicked.connect(self.sample_requested)
        ways = QHBoxLayout()
        ways.addWidget(self._first)
        for way, wanted in rest:
            way.clicked.connect(wanted)
            ways.addWidget(way)
        ways.addStretch(1)
        self._target.setObjectName("drop-target")
        self._target.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        for widget in (self._title, what):
            column.addWidget(widget)
        column.addLayout(ways)
        column.addWidget(self._target)
        column.addSpacing(6)
        column.addWidget(self.recent)
        page = QWidget()
        grid = QGridLayout(page)
        grid.addWidget(inner, 1, 1)
        for stretch in (0, 2):
            grid.setColumnStretch(stretch, 1)
        grid.setRowStretch(0, 2)
        grid.setRowStretch(2, 3)
        self.setWidget(page)
        self._set_title_font()

    def _set_title_font(self) -> None:
        font = theme.reading_font(200)
        font.setBold(True)
        self._title.setFont(font)

    def focus_first(self) -> None:
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        self.recent.reload()

    def show_target(self, *, on: bool) -> None:
        """Show that what is dragged over the window can be dropped on it."""
        self._target.setProperty("look", "drop-here" if on else "drop")
        self._target.style().unpolish(self._target)
        self._target.style().polish(self._target)

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == event.Type.FontChange:
            self._set_title_font()
        super().changeEvent(event)
