"""View of quotes in sources: what was looked for, chips by outcome, the list; keys mark as in the list of quotes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QStackedLayout, QVBoxLayout, QWidget

from desktop.translation import Text, number, tr, tr_n
from desktop.ui.sources.delegate import SourceDelegate
from desktop.ui.sources.model import Show, SourceModel
from desktop.ui.widgets.basics import FlowLayout, button, fit_chip, plain_label
from desktop.ui.widgets.card_painting import Fonts
from desktop.ui.widgets.verdict_buttons import status_for_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from desktop.domain import Quote
    from desktop.ui.session.session import Session

_CHIPS = {
    Show.ALL: Text("All"),
    Show.SAME: Text("= word for word"),
    Show.DIFFERS: Text("~ differs"),
    Show.ALTERED: Text("! altered"),
    Show.NOWHERE: Text("— not found"),
}


class SourceList(QListView):
    """One row a quote.

    Signals:
        status_pressed(object): V, D or U, as a Status
        evidence_requested(): E
        open_requested(): Enter or a double click
    """

    status_pressed = Signal(object)
    evidence_requested = Signal()
    open_requested = Signal()

    def __init__(self, model: SourceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("source-list")
        self.setAccessibleName(tr("Quotes in sources"))
        self.setModel(model)
        self.drawing = SourceDelegate(model, self)
        self.setItemDelegate(self.drawing)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self.open_requested)
        self.setFrameShape(QListView.Shape.NoFrame)

    def set_zoom(self, percent: int) -> None:
        self.drawing.fonts = Fonts.of_zoom(percent)
        self.scheduleDelayedItemsLayout()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.drawing.width = self.viewport().width()
        self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = status_for_key(event)
        if status is not None:
            self.status_pressed.emit(status)
        elif event.key() == Qt.Key.Key_E and not event.modifiers():
            self.evidence_requested.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters mark here; they do not jump."""


class SourcesView(QWidget):
    """The quotes of the listed version beside the words of the sources.

    Signals: opened(object, object): the source's version (its id) and the span at which it is to be shown
    """

    opened = Signal(object, object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sources")
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._quiet = False
        self.model = SourceModel(self)
        self.list = SourceList(self.model, self)
        self.head = plain_label("", "faint")
        self.head.setObjectName("sources-head")
        self.note = plain_label("", "faint")
        self.note.setObjectName("sources-note")
        self.note.setWordWrap(True)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.chips = {show: button("", f"sources-{show.name.lower()}", "chip", self) for show in Show}
        self.perhaps = button(tr("≈ perhaps paraphrased"), "sources-perhaps", "chip", self)
        self.perhaps.setToolTip(tr("Offer passages that perhaps say in other words what no source prints"))
        self.perhaps.setChecked(False)
        self._stack = QStackedLayout()
        self._lay_out()
        self._connect()
        self.reload()

    def _lay_out(self) -> None:
        top = QWidget()
        around = QVBoxLayout(top)
        around.setContentsMargins(12, 8, 12, 8)
        flow = FlowLayout(gap=8)
        around.addLayout(flow)
        flow.addWidget(self.head)
        for chip in (*self.chips.values(), self.perhaps):
            chip.setCheckable(True)
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.note)

    def _connect(self) -> None:
        session = self._session
        session.in_sources.changed.connect(self.reload)
        session.pair.changed.connect(self.reload)
        session.pair.side_changed.connect(self.reload)
        session.quotes_changed.connect(self.reload)
        session.pair.quote_selected.connect(self._follow)
        session.zoom_changed.connect(self._zoom)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.open_requested.connect(self._open)
        self.perhaps.toggled.connect(lambda on: session.in_sources.look_for_paraphrases(on=on))
        for show, chip in self.chips.items():
            chip.clicked.connect(partial(self.pick, show))
        self._zoom()

    def _zoom(self) -> None:
        self.list.set_zoom(self._session.settings.zoom)

    # -- content ---------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Show the quotes of the listed version as they are now."""
        if not self.isVisible():
            return
        desk, listed, found = self._session.desk, self._session.pair.listed, self._session.in_sources.found
        quotes = desk.quotes(listed.id) if desk is not None and listed is not None else []
        self._quietly(lambda: self.model.fill(quotes, found))
        self._say(len(found.sources))
        self._follow(self._session.pair.selected)

    def _say(self, sources: int) -> None:
        counts = self.model.counts()
        counted = tr_n("{count} quote held against", "{count} quotes held against", len(self.model.all))
        against = tr_n("{count} source", "{count} sources", sources)
        self.head.setText(f"{counted} {against}" if sources and not self._shows_source() else "")
        for show, chip in self.chips.items():
            chip.setText(f"{_CHIPS[show]} {number(counts[show])}")
            chip.setChecked(show is self.model.show)
            fit_chip(chip)
            chip.setVisible(
                bool(sources)
                and not self._shows_source()
                and (show is Show.ALL or counts[show] > 0 or show is self.model.show)
            )
        self.perhaps.setVisible(bool(counts[Show.NOWHERE]) and self.chips[Show.ALL].isVisibleTo(self))
        fit_chip(self.perhaps)
        if not sources:
            self.note.setText(
                tr(
                    "This story has no source yet. Article ▸ Source of the story… names a transcript, captions,"
                    " a document or notes; its words will stand here beside the quotes."
                )
            )
        elif self._shows_source():
            self.note.setText(
                tr("This is a source itself. Read (Alt+2) shows beside its passages which articles quote them.")
            )
        elif not self.model.rows:
            self.note.setText(tr("No quote of this article is to be shown here."))
        self._stack.setCurrentIndex(0 if self.model.rows else 1)

    def _shows_source(self) -> bool:
        """Say whether the listed text is one of the sources that quotes are held against."""
        listed = self._session.pair.listed
        sources = self._session.in_sources.found.sources
        return listed is not None and any(source.version.id == listed.id for source in sources)

    def pick(self, show: Show) -> None:
        """List only quotes of one outcome."""
        self._quietly(lambda: self.model.pick(show))
        self._say(len(self._session.in_sources.found.sources))
        self._follow(self._session.pair.selected)
        self.list.setFocus()

    def focus_list(self) -> None:
        """Give the list the keys, and choose its first row if none is chosen."""
        self.list.setFocus()
        if not self.list.currentIndex().isValid() and self.model.rows:
            self.list.setCurrentIndex(self.model.index(0))

    # -- choosing --------------------------------------------------------------------------------------------------

    def _quietly(self, change: Callable[[], object]) -> None:
        self._quiet = True
        try:
            change()
        finally:
            self._quiet = False

    def _chosen(self, index: QModelIndex) -> None:
        if not self._quiet and index.isValid():
            self._session.pair.select_quote(self.model.rows[index.row()].quote)

    def _follow(self, quote: Quote | None) -> None:
        row = self.model.row_of(quote.id) if quote is not None else -1
        if row >= 0 and row != self.list.currentIndex().row():
            self._quietly(lambda: self.list.setCurrentIndex(self.model.index(row)))

    def _open(self) -> None:
        """Lay article and source side by side at the words, or at those that are nearest."""
        index = self.list.currentIndex()
        row = self.model.rows[index.row()] if index.isValid() else None
        place = (row.place or row.perhaps or row.nearest) if row is not None else None
        if place is None:
            self._session.announced.emit(tr("No place in the sources of this story was found for this quote."))
            return
        quote, source = place.quote, place.source.version.id
        self._session.pair.show_with_source(quote, source)
        self.opened.emit(source, place.span)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()
