"""The start page, before a desk is open: ways to begin, and the desks opened lately."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.widgets.basics import button, plain_label, plain_tip

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QEvent

    from desktop.ui.settings import Settings

_WIDTH = 560


class StartPage(QWidget):
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
        self._settings = settings
        self._title = plain_label("Verbatim")
        self._first = button("Try the sample story", "start-sample", "primary")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._lay_out()
        self.reload()

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
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(what)
        column.addLayout(ways)
        column.addSpacing(10)
        column.addLayout(self._recent)
        grid = QGridLayout(self)
        grid.addWidget(inner, 1, 1)
        for stretch in (0, 2):
            grid.setColumnStretch(stretch, 1)
        grid.setRowStretch(0, 2)
        grid.setRowStretch(2, 3)
        self._set_title_font()

    def _set_title_font(self) -> None:
        font = theme.reading_font(200)
        font.setBold(True)
        self._title.setFont(font)

    def focus_first(self) -> None:
        self._first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """List the recent desks again; missing ones are marked and can be taken off the list."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        recent = self._settings.recent
        if recent:
            self._recent.addWidget(plain_label("Recent desks", "title"))
        for path in recent:
            self._recent.addWidget(self._line(path))

    def _line(self, path: Path) -> QWidget:
        there = path.exists()
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        width = _WIDTH - 170
        place = QFontMetrics(self.font()).elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, width // 2)
        words = f"{path.stem}   ·   {place}" + ("" if there else "   ·   missing")
        opened = button(words.replace("&", "&&"), f"recent-{path.stem}", "flat")
        opened.setToolTip(plain_tip(str(path)))
        opened.setEnabled(there)
        opened.clicked.connect(partial(self._want, path))
        forget = button("Remove", f"forget-{path.stem}", "flat")
        forget.setAccessibleName(f"Take {path.stem} off this list")
        forget.clicked.connect(partial(self._forget, path))
        row.addWidget(opened)
        row.addStretch(1)
        row.addWidget(forget)
        return line

    def _want(self, path: Path) -> None:
        self.desk_requested.emit(path)

    def _forget(self, path: Path) -> None:
        self._settings.forget_desk(path)
        self.reload()

    # Qt

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == event.Type.FontChange:
            self._set_title_font()
        super().changeEvent(event)
