"""How does one get from find to find in the texts that are shown?"""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from desktop.ui import background
from desktop.ui.compare.find_bar import MOST
from desktop.ui.compare.layout.laid_out import is_long
from desktop.ui.compare.layout.layers import plain_layer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain import Span
    from desktop.ui.compare.find_bar import FindBar, Sought
    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.compare.quotes_in_text import Stage
    from desktop.ui.session.session import Session


class Found(NamedTuple):
    """Finds in the pages of some panes."""

    shown: list[tuple[str, Span]]
    layers: list[dict[int, list[tuple[int, int]]]]  # where they stand, by pane


def find(sought: Sought, pages: Sequence[Page], cancelled: Callable[[], bool] = lambda: False) -> Found:
    """Find words in everything that is shown; nothing more once it is `cancelled`."""
    texts = {side: text for page in pages for side, text in page.texts.items()}
    shown: list[tuple[str, Span]] = []
    for side, text in sorted(texts.items()):
        for span in islice(sought.finds(text), MOST):
            if cancelled():
                return Found([], [])
            if any(page.stretches(side, span) for page in pages):
                shown.append((side, span))
    return Found(shown, [plain_layer(page, shown) for page in pages])


class Finding(QObject):
    """The finds in the panes of a stage, and the current one; in long texts they are looked for in the background."""

    def __init__(self, session: Session, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._stage: Stage | None = None
        self._task: background.Task | None = None
        self._steps = 0  # that wait for the finds
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
        self._drop()
        sought, stage = self._bar.sought(), self._stage
        if stage is None:
            return
        panes, pages = list(stage.panes), [pane.page for pane in stage.panes]
        if sought is None:
            self._show(panes, Found([], [{} for _ in panes]))
        elif is_long(sum(len(text) for page in pages for text in page.texts.values())):
            self._look_in_the_background(sought, panes, pages)
        else:
            self._show(panes, find(sought, pages))
            self._bar.tell(-1, len(self._finds))

    def _look_in_the_background(self, sought: Sought, panes: Sequence[TextPane], pages: Sequence[Page]) -> None:
        self._bar.tell_looking()
        task = background.start(lambda task: find(sought, pages, task.cancelled), "Finding", self)
        task.done.connect(partial(self._arrived, task, panes))
        self._task = task

    def _arrived(self, task: background.Task, panes: Sequence[TextPane], found: Found) -> None:
        if task is not self._task:
            return
        steps = self._steps
        self._drop()
        self._show(panes, found)
        self._bar.tell(-1, len(self._finds))
        for _ in range(abs(steps)):
            self.step(1 if steps > 0 else -1)

    def _drop(self) -> None:
        """Look no longer in the background."""
        if self._task is not None:
            self._task.cancel()
        self._task, self._steps = None, 0

    def _show(self, panes: Sequence[TextPane], found: Found) -> None:
        self._finds, self._now = found.shown, -1
        for pane, layer in zip(panes, found.layers, strict=True):
            pane.found, pane.found_now = layer, {}
            pane.viewport().update()

    def step(self, by: int) -> None:
        """Go to the next find (+1) or the one before (-1); says so at the end instead of starting over."""
        if self._task is not None:
            self._steps += by
            return
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
        self._drop()
        self._finds, self._now = [], -1
        panes = self._stage.panes if self._stage is not None else ()
        for pane in panes:
            pane.found, pane.found_now = {}, {}
            pane.viewport().update()
        for pane in panes[:1]:
            pane.setFocus()
