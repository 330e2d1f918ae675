"""Which page of the compare view is shown: the texts side by side, as one, or what to do to have any?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.ui.compare.layout.laid_out import is_long
from desktop.ui.compare.panes.background_layout import Job, Laying
from desktop.ui.compare.panes.side_by_side import SideBySide
from desktop.ui.compare.panes.single_pane import OneText
from desktop.ui.widgets.empty_page import EmptyPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.compare.layout.laid_out import Laid, Wanted
    from desktop.ui.compare.layout.layers import Layers
    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.panes.page_document import Draft

_LATER = 100  # milliseconds: to take apart what was long takes a turn of its own


class Stages(QStackedWidget):
    """The two layouts and the empty page. Of long texts the beginning is shown at once, all of them soon after.

    Signals: shown(object): these pages, a Laid, are shown now and wait to be dressed
    """

    shown = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.side = SideBySide()
        self.inline = OneText("compare-text-inline", struck=True)
        self.empty = EmptyPage("compare-empty")
        for page in (self.side, self.inline, self.empty):
            self.addWidget(page)
        self.current: SideBySide | OneText = self.side  # the layout that is shown, or was before the empty page
        self.wished: tuple[str, int] | None = None  # where to scroll once the texts are there
        self.laying = Laying(self)
        self._laid: Laid | None = None

    def show_empty(self) -> None:
        self.laying.cancel()
        self._laid = None
        self.setCurrentWidget(self.empty)

    def show_pair(self, wanted: Wanted, *, keep: bool) -> None:
        """Show a pair; `keep` the place in the text."""
        stage = self.side if wanted.layout == "side" else self.inline
        bare = self._laid.without_marks(wanted) if self._laid is not None and keep and stage is self.current else None
        if bare is not None:
            self.laying.cancel()
            self._use(stage, bare, (), keep=True, same=True)
            return
        if not keep:
            self.laying.cancel()
        if not keep and is_long(wanted.length):
            self._use(stage, wanted.head(), (), keep=False)
            keep = True  # the reader may be on the way already
        self.laying.ask(Job(wanted.length, wanted.lay, stage.panes, partial(self._use, stage, keep=keep)))

    def _use(
        self, stage: SideBySide | OneText, laid: Laid, drafts: Sequence[Draft], *, keep: bool, same: bool = False
    ) -> None:
        anchor = self._anchor() if keep else None
        every = (*self.side.panes, *self.inline.panes)
        selected = [pane.selected_span() for pane in every] if keep else []
        former, self._laid = self._laid, laid
        shown = [(pane.page, pane.layers) for pane in stage.panes]
        QTimer.singleShot(_LATER, self, partial(_let_go, former, shown))
        stage.show_laid(laid, drafts, same=same)
        self.current = stage
        self.setCurrentWidget(stage)
        self.shown.emit(laid)
        for span in filter(None, selected):
            for pane in stage.panes:
                pane.select(*span)
        if self.wished is not None and not laid.is_head:
            anchor, self.wished = self.wished, None
        if anchor is not None:
            stage.go_to_anchor(*anchor)
        elif not keep:
            stage.panes[0].verticalScrollBar().setValue(0)

    def _anchor(self) -> tuple[str, int] | None:
        """Return the place at the top of what is shown; the very top is no place to hold on to."""
        moved = self.current.panes[0].verticalScrollBar().value() > 0
        return self.current.anchor() if moved else None


def _let_go(_laid: Laid | None, _shown: list[tuple[Page, Layers]]) -> None:
    """Be the last to hold what was shown."""
