"""How does one get from find to find in the texts that are shown?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.ui.compare.layers import plain_layer

if TYPE_CHECKING:
    from desktop.domain import Span
    from desktop.ui.compare.find_bar import FindBar
    from desktop.ui.compare.quotes_shown import Stage
    from desktop.ui.session import Session


class Finding(QObject):
    """The finds in the panes of a stage, and the current one."""

    def __init__(self, session: Session, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._stage: Stage | None = None
        self._finds: list[tuple[str, Span]] = []
        self._now = -1
        bar.wanted.connect(self.look)
        bar.step_wanted.connect(self.step)
        bar.closed.connect(self._on_closed)

    def use(self, stage: Stage) -> None:
        """Look in the panes of this stage from now on."""
        self._stage = stage
        if self._bar.isVisible():
            self.look()

    def look(self) -> None:
        """Find what the bar asks for, in everything that is shown."""
        stage = self._stage
        if stage is None:
            return
        texts = {side: text for pane in stage.panes for side, text in pane.page.texts.items()}
        finds = self._bar.finds(sorted(texts.items()))
        shown = [find for find in finds if any(pane.page.stretches(*find) for pane in stage.panes)]
        self._finds, self._now = shown, -1
        if finds:
            self._bar.tell(-1, len(shown))
        for pane in stage.panes:
            pane.found = plain_layer(pane.page, shown)
            pane.found_now = {}
            pane.viewport().update()

    def step(self, by: int) -> None:
        """Go to the next find (+1) or the one before (-1); says so at the end instead of starting over."""
        if not self._finds:
            self._session.said.emit("Nothing found" if self._bar.field.text() else "Type what to find")
            return
        there = self._now + by if self._now >= 0 else (0 if by > 0 else len(self._finds) - 1)
        if not 0 <= there < len(self._finds):
            self._session.said.emit("Last find" if by > 0 else "First find")
            return
        self._now = there
        side, span = self._finds[there]
        self._bar.tell(there, len(self._finds))
        if self._stage is not None:
            self._stage.reveal(side, span)
            for pane in self._stage.panes:
                pane.found_now = plain_layer(pane.page, [(side, span)])
                pane.put_caret(side, span.start)
                pane.viewport().update()

    def _on_closed(self) -> None:
        self._finds, self._now = [], -1
        panes = self._stage.panes if self._stage is not None else ()
        for pane in panes:
            pane.found, pane.found_now = {}, {}
            pane.viewport().update()
        for pane in panes[:1]:
            pane.setFocus()
