"""Find bar: looks for words or a pattern in the texts shown, counts the matches and steps through them."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.domain import Span
from desktop.ui import background
from desktop.ui.compare.header import tool
from desktop.ui.compare.layout.build_pages import counted
from desktop.ui.compare.layout.layers import plain_layer
from desktop.ui.compare.layout.page_set import is_long
from desktop.ui.widgets.basics import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.compare.quotes_in_text import Stage
    from desktop.ui.session.session import Session

MOST = 20_000  # finds in a text that are counted; more are of no use to anybody
_PART = 200_000  # code points that are looked through at a time


class Sought(NamedTuple):
    """What is to be found; case is ignored."""

    words: str
    pattern: bool = False
    whole: bool = False

    def finds(self, text: str) -> Iterator[Span]:
        """Yield where it stands in a text; raises re.error for a pattern that is none."""
        source = self.words if self.pattern else re.escape(self.words)
        if self.whole:
            source = rf"(?<!\w)(?:{source})(?!\w)"
        finder = re.compile(source, re.IGNORECASE)
        if self.pattern:  # it may reach far
            yield from (Span(*match.span()) for match in finder.finditer(text) if match.end() > match.start())
            return
        # Words are looked for in one part of the text after the other, between which others have their turn.
        last = 0
        for start in range(0, len(text), _PART):
            end = start + _PART
            for match in finder.finditer(text, max(start, last), end + len(self.words)):
                if match.start() >= end:
                    break
                last = match.end()
                yield Span(*match.span())


def find_all(wanted: str, text: str, *, pattern: bool, whole: bool) -> list[Span]:
    """Return where words stand in a text, case ignored; raises re.error for a pattern that is none."""
    return list(islice(Sought(wanted, pattern, whole).finds(text), MOST))


class FindBar(QWidget):
    """A field, two switches, the count and the way from find to find.

    Signals:
        wanted(): what is looked for has changed
        step_wanted(int): +1 or -1
        closed()
    """

    wanted = Signal()
    step_wanted = Signal(int)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "head")
        self.field = QLineEdit(self)
        self.field.setObjectName(f"{name}-field")
        self.field.setAccessibleName("Find in the text")
        self.field.setPlaceholderText("Find in the text")
        self.pattern = tool(".*", f"{name}-pattern", "Regular expression", "button", self)
        self.whole = tool("ab|", f"{name}-whole", "Whole words", "button", self)
        self.count = plain_label(look="faint")
        self.count.setObjectName(f"{name}-count")
        before = tool("▴", f"{name}-previous", "Previous find (Shift+F3)", parent=self)
        after = tool("▾", f"{name}-next", "Next find (F3)", parent=self)
        close = tool("✕", f"{name}-close", "Close (Esc)", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self.field, 1)
        for widget in (self.pattern, self.whole, self.count, before, after, close):
            row.addWidget(widget)
        for switch in (self.pattern, self.whole):
            switch.setCheckable(True)
            switch.toggled.connect(self.wanted)
        self.field.textChanged.connect(self.wanted)
        before.clicked.connect(self._back)
        after.clicked.connect(self._on)
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.wanted.emit()

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    def sought(self) -> Sought | None:
        """Return what is to be found; None where nothing is, which is said if it is no pattern."""
        wanted = Sought(self.field.text(), self.pattern.isChecked(), self.whole.isChecked())
        self.count.setText("")
        if not wanted.words or self.isHidden():
            return None
        try:
            list(wanted.finds(""))
        except re.error as error:
            self.count.setText(f"not a pattern: {error}")
            return None
        return wanted

    def tell(self, now: int, total: int) -> None:
        """Say which find, from 0, is the current one."""
        words = counted(total, "find") if total else "nothing found"
        self.count.setText(f"{now + 1} of {words}" if now >= 0 else words)

    def tell_looking(self) -> None:
        """Say that a long text is still being looked through."""
        self.count.setText("looking…")

    def _back(self) -> None:
        self.step_wanted.emit(-1)

    def _on(self) -> None:
        self.step_wanted.emit(1)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.step_wanted.emit(-1 if back else 1)
            case _:
                super().keyPressEvent(event)


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
