"""The start page, before a desk is open: ways to begin, and recent desks, read on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.domain import VerbatimError
from desktop.translation import tr, tr_n
from desktop.ui import background, theme
from desktop.ui.widgets.basics import FlowLayout, button, plain_label, put_tip
from desktop.ui.widgets.date_words import moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QLabel

    from desktop.store.queries.desk_summary import DeskSummary
    from desktop.ui.settings import Settings


_PLACE = 300  # pixels of the folder of a desk; the tip has all of it
_WIDTH = 620  # pixels
_MOMENT = 100  # milliseconds after which no desk is about to be opened by itself


@dataclass(frozen=True, slots=True)
class _DeskState:
    """A desk as it was found; None: not known."""

    path: Path
    there: bool
    changed: datetime | None
    summary: DeskSummary | None

    def sentence(self) -> str:
        if not self.there:
            return tr("missing: it was moved or deleted, or its disk is not there")
        parts = []
        if self.summary is not None:
            counts = self.summary.counts
            parts.append(tr_n("{count} article", "{count} articles", self.summary.articles))
            checked = counts.total - counts.unverified
            parts.append(
                tr_n(
                    "{checked} of {count} quote checked",
                    "{checked} of {count} quotes checked",
                    counts.total,
                    checked=checked,
                )
            )
        if self.changed is not None:
            parts.append(tr("changed {moment}", moment=moment(self.changed)))
        return " · ".join(parts)


def _look(paths: Sequence[Path], task: background.Task) -> None:
    for path in paths:
        if task.cancelled():
            return
        task.report_found(_look_at(path))


def _look_at(path: Path) -> _DeskState:
    from desktop.store.queries.desk_summary import read_summary

    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return _DeskState(path, there=False, changed=None, summary=None)
    try:
        return _DeskState(path, there=True, changed=changed, summary=read_summary(path))
    except VerbatimError:
        return _DeskState(path, there=True, changed=changed, summary=None)


class _Line(QWidget):
    """One desk: a button with its name, the folder, what is known of it, and a button that takes it off the list."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.opened = button(path.stem.replace("&", "&&"), f"recent-{path.stem}", "flat", self)
        put_tip(self.opened, str(path))
        self.forget = button(tr("Remove"), f"forget-{path.stem}", "flat", self)
        self.forget.setAccessibleName(tr("Take {stem} off this list", stem=path.stem))
        metrics = QFontMetrics(self.font())
        place = plain_label(metrics.elidedText(str(path.parent), Qt.TextElideMode.ElideMiddle, _PLACE), "faint", self)
        put_tip(place, str(path))
        self.known: QLabel = plain_label(" ", "faint", self)  # keeps its room: nothing moves when the words come
        self.known.setObjectName(f"about-{path.stem}")
        self.known.setIndent(6)
        first = QHBoxLayout()
        first.addWidget(self.opened)
        first.addWidget(place)
        first.addStretch(1)
        first.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addLayout(first)
        column.addWidget(self.known)

    def show_state(self, state: _DeskState) -> None:
        self.opened.setEnabled(state.there)
        self.known.setText(state.sentence() or " ")
        self.opened.setAccessibleDescription(state.sentence())


class RecentDesks(QWidget):
    """The list; empty while no desk was opened.

    Signals: desk_requested(object): the path of a desk that is to be opened
    """

    desk_requested = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lines: dict[Path, _Line] = {}
        self._task: background.Task | None = None
        self._soon = QTimer(self, interval=_MOMENT, singleShot=True)
        self._soon.timeout.connect(self._look)
        self._title = plain_label(tr("Recent desks"), "title", self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self._title)

    def reload(self) -> None:
        """List the desks again, and look at each on another thread, unless one of them is opened at once."""
        for line in self._lines.values():
            line.hide()
            line.deleteLater()
        self.stop()
        recent = self._settings.recent
        self._lines = {path: _Line(path, self) for path in recent}
        for path, line in self._lines.items():
            line.opened.clicked.connect(partial(self._want, path))
            line.forget.clicked.connect(partial(self._forget, path))
            self._column.addWidget(line)
        self._title.setVisible(bool(recent))
        if recent:
            self._soon.start()

    def _look(self) -> None:
        self._task = background.start(partial(_look, list(self._lines)), tr("Looking at recent desks"), self)
        self._task.found.connect(self._show_state)

    def stop(self) -> None:
        """Look no further: a desk is open, and the list is not seen."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()

    def _show_state(self, state: _DeskState) -> None:
        line = self._lines.get(state.path)
        if line is not None:
            line.show_state(state)

    def _want(self, path: Path) -> None:
        self.desk_requested.emit(path)

    def _forget(self, path: Path) -> None:
        self._settings.forget_desk(path)
        self.reload()


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
        self._title = plain_label(tr("Verbatim"))
        self._first = button(tr("Try the sample story"), "start-sample", "primary")
        self._target = plain_label(tr("Or drop files here, or paste the words of an article (Ctrl+V)."), "drop")
        self.recent = RecentDesks(settings)
        self.recent.desk_requested.connect(self.desk_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        what = plain_label(
            tr(
                "Lay several versions of an article side by side, see every changed word, and mark each "
                "quote verified, disputed or unverified. Everything stays in one file on this computer."
            )
        )
        what.setWordWrap(True)
        rest = [
            (button(tr("New desk…"), "start-new"), self.new_requested),
            (button(tr("Open desk…"), "start-open"), self.open_requested),
            (button(tr("Import articles…"), "start-import"), self.import_requested),
        ]
        self._first.clicked.connect(self.sample_requested)
        ways = FlowLayout(gap=12)
        ways.addWidget(self._first)
        for way, signal in rest:
            way.clicked.connect(signal)
            ways.addWidget(way)
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
