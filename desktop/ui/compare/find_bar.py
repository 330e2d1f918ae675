"""Find bar: looks for words or a pattern in the texts shown, counts the matches and steps through them."""

from __future__ import annotations

import re
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.domain import Span
from desktop.text.ignore_rules.user_patterns import Allowance, PatternError, TooSlow, UserPattern
from desktop.text.word_search import LETTER, folded_text, search_form
from desktop.translation import number, tr, tr_n
from desktop.ui import background
from desktop.ui.compare.layout.layers import plain_layer
from desktop.ui.compare.layout.options import FoldKind
from desktop.ui.compare.layout.page_set import is_long
from desktop.ui.widgets.basics import plain_label, tool_button

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.ui.compare.layout.page import Page
    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.compare.panes.view_stack import PageView
    from desktop.ui.session.session import Session

MOST = 20_000  # matches in a text that are counted; more are of no use to anybody
_PART = 200_000  # code points that are looked through at a time


_AT_ONCE = 0.02  # seconds in which a pattern is looked for while the window waits
_IN_ALL = 2.0  # seconds in the background


class FindQuery(NamedTuple):
    """Words to look for, as a search takes them, or a pattern, which speaks of the characters as they are printed."""

    words: str
    pattern: bool = False
    whole: bool = False

    def matches(self, text: str, allowance: Allowance | None = None) -> Iterator[Span]:
        """Yield where it stands in a text; raises PatternError for what is no pattern, TooSlow where one is stopped."""
        if self.pattern:  # it may reach far
            around = (f"(?<!{LETTER})", f"(?!{LETTER})") if self.whole else ("", "")
            pattern = UserPattern(self.words, ignore_case=True, around=around)
            yield from (span for span in pattern.spans(text, allowance or Allowance()) if span.end > span.start)
            return
        words = search_form(self.words)
        if not words:
            return
        # Words are looked for in one part of the text after the other, between which others have their turn.
        folded, finder, last = folded_text(text), self._finder(re.escape(words)), 0
        before = Span(0, 0)
        for start in range(0, len(folded.form), _PART):
            end = start + _PART
            for match in finder.finditer(folded.form, max(start, last), end + len(words)):
                if match.start() >= end:
                    break
                last = match.end()
                span = folded.span(*match.span())
                if span.start >= before.end:  # and not once more in the same joined letter
                    yield span
                    before = span

    def _finder(self, source: str) -> re.Pattern[str]:
        if self.whole:
            source = f"(?<!{LETTER})(?:{source})(?!{LETTER})"
        return re.compile(source)


class FindBar(QWidget):
    """A field, two switches, the count and the way from match to match.

    Signals:
        query_changed(): what is looked for has changed
        step_requested(int): +1 or -1
        closed()
    """

    query_changed = Signal()
    step_requested = Signal(int)
    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "head")
        self.field = QLineEdit(self)
        self.field.setObjectName(f"{name}-field")
        self.field.setAccessibleName(tr("Find in the text"))
        self.field.setPlaceholderText(tr("Find in the text"))
        self.pattern = tool_button(".*", f"{name}-pattern", tr("Regular expression"), "button", self)
        self.whole = tool_button("ab|", f"{name}-whole", tr("Whole words"), "button", self)
        self.count = plain_label(look="faint")
        self.count.setObjectName(f"{name}-count")
        before = tool_button("▴", f"{name}-previous", tr("Previous find (Shift+F3)"), parent=self)
        after = tool_button("▾", f"{name}-next", tr("Next find (F3)"), parent=self)
        close = tool_button("✕", f"{name}-close", tr("Close (Esc)"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.addWidget(self.field, 1)
        for widget in (self.pattern, self.whole, self.count, before, after, close):
            row.addWidget(widget)
        for switch in (self.pattern, self.whole):
            switch.setCheckable(True)
            switch.toggled.connect(self.query_changed)
        self.field.textChanged.connect(self.query_changed)
        before.clicked.connect(self._back)
        after.clicked.connect(self._on)
        close.clicked.connect(self.close_bar)
        self.hide()

    def open_bar(self) -> None:
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.query_changed.emit()

    def close_bar(self) -> None:
        self.hide()
        self.closed.emit()

    def query(self) -> FindQuery | None:
        """Return the query; None where there is none, with a word beside the field if the pattern is broken."""
        query = FindQuery(self.field.text(), self.pattern.isChecked(), self.whole.isChecked())
        self.count.setText("")
        if not query.words or self.isHidden():
            return None
        try:
            list(query.matches(""))
        except (PatternError, TooSlow) as error:
            self.count.setText(str(error))
            return None
        return query

    def show_count(self, now: int, total: int) -> None:
        """Say which match, from 0, is the current one."""
        words = tr_n("{count} find", "{count} finds", total) if total else tr("nothing found")
        place = tr_n("{number} of {count} find", "{number} of {count} finds", total, number=number(now + 1))
        self.count.setText(place if now >= 0 else words)

    def show_stopped(self, error: TooSlow) -> None:
        """Say that a pattern took too long."""
        self.count.setText(str(error))

    def show_searching(self) -> None:
        """Say that a long text is still being looked through."""
        self.count.setText(tr("looking…"))

    def _back(self) -> None:
        self.step_requested.emit(-1)

    def _on(self) -> None:
        self.step_requested.emit(1)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.close_bar()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.step_requested.emit(-1 if back else 1)
            case _:
                super().keyPressEvent(event)


class Matches(NamedTuple):
    """Matches in the pages of some panes."""

    spans: list[tuple[str, Span]]
    layers: list[dict[int, list[tuple[int, int]]]]  # where they stand, by pane


def find_matches(
    query: FindQuery,
    pages: Sequence[Page],
    cancelled: Callable[[], bool] = lambda: False,
    allowance: Allowance | None = None,
) -> Matches:
    """Find words in everything that is shown; nothing more once it is `cancelled`. Raises TooSlow as `matches` does."""
    allowance = allowance or Allowance()
    texts = {side: text for page in pages for side, text in page.texts.items()}
    spans: list[tuple[str, Span]] = []
    for side, text in sorted(texts.items()):
        for span in islice(query.matches(text, allowance), MOST):
            if cancelled():
                return Matches([], [])
            if any(page.stretches(side, span) or _is_folded(page, side, span) for page in pages):
                spans.append((side, span))
    return Matches(spans, [plain_layer(page, spans) for page in pages])


def _find(query: FindQuery, pages: Sequence[Page], task: background.Task) -> Matches:
    return find_matches(query, pages, task.cancelled, Allowance(_IN_ALL, _IN_ALL))


def _is_folded(page: Page, side: str, span: Span) -> bool:
    """Say whether a span is folded away, but still part of the article."""
    fold = page.fold_at(side, span.start)
    return fold is not None and fold.kind not in (FoldKind.HIDDEN_A, FoldKind.HIDDEN_B)


class FindController(QObject):
    """The matches in the panes of a view, and the current one; in long texts they are looked for in the background.

    Signals: fold_requested(object): the current match lies in this Fold, which is to be opened
    """

    fold_requested = Signal(object)

    def __init__(self, session: Session, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._bar = bar
        self._page_view: PageView | None = None
        self._task: background.Task | None = None
        self._steps = 0  # to make once there are matches
        self._matches: list[tuple[str, Span]] = []
        self._now = -1
        self._next_match: tuple[str, Span] | None = None  # the match that is to be the current one of the next page
        bar.query_changed.connect(self.look)
        bar.step_requested.connect(self.step)
        bar.closed.connect(self._on_closed)

    def open(self) -> None:
        """Ask what to look for."""
        self._bar.open_bar()

    def next(self) -> None:
        self.step(1)

    def previous(self) -> None:
        self.step(-1)

    def use(self, page_view: PageView) -> None:
        """Look in the panes of this view from now on."""
        self._page_view = page_view
        if self._bar.isVisible():
            self.look()

    def look(self) -> None:
        """Find what the bar asks for, in everything that is shown."""
        self._drop()
        query, page_view = self._bar.query(), self._page_view
        if page_view is None:
            return
        panes, pages = list(page_view.panes), [pane.page for pane in page_view.panes]
        if query is None:
            self._show(panes, Matches([], [{} for _ in panes]))
        elif is_long(sum(len(text) for page in pages for text in page.texts.values())):
            self._search_in_background(query, panes, pages)
        else:
            try:
                matches = find_matches(query, pages, allowance=Allowance(_AT_ONCE, _AT_ONCE))
            except TooSlow:  # for the window, which waits
                self._search_in_background(query, panes, pages)
            else:
                self._show(panes, matches)
                self._bar.show_count(self._now, len(self._matches))

    def _search_in_background(self, query: FindQuery, panes: Sequence[TextPane], pages: Sequence[Page]) -> None:
        self._bar.show_searching()
        task = background.start(lambda task: _find(query, pages, task), tr("Finding"), self)
        task.done.connect(partial(self._arrived, task, panes))
        task.failed.connect(partial(self._stopped, task, panes))
        self._task = task

    def _arrived(self, task: background.Task, panes: Sequence[TextPane], matches: Matches) -> None:
        if task is not self._task:
            return
        steps = self._steps
        self._drop()
        self._show(panes, matches)
        self._bar.show_count(self._now, len(self._matches))
        for _ in range(abs(steps)):
            self.step(1 if steps > 0 else -1)

    def _stopped(self, task: background.Task, panes: Sequence[TextPane], error: object) -> None:
        if task is self._task:
            self._drop()
            self._show(panes, Matches([], [{} for _ in panes]))
            if isinstance(error, TooSlow):
                self._bar.show_stopped(error)

    def _drop(self) -> None:
        """Look no longer in the background."""
        if self._task is not None:
            self._task.cancel()
        self._task, self._steps = None, 0

    def _show(self, panes: Sequence[TextPane], matches: Matches) -> None:
        next_match, self._next_match = self._next_match, None
        self._matches = matches.spans
        self._now = self._matches.index(next_match) if next_match in self._matches else -1
        for pane, layer in zip(panes, matches.layers, strict=True):
            pane.matches, pane.current_match = layer, {}
            pane.viewport().update()
        if self._now >= 0:
            self._reveal()

    def step(self, by: int) -> None:
        """Go to the next match (+1) or the one before (-1); says so at the end instead of starting over."""
        if self._task is not None:
            self._steps += by
            return
        if not self._matches:
            self._session.announced.emit(tr("Nothing found") if self._bar.field.text() else tr("Type what to find"))
            return
        there = self._now + by if self._now >= 0 else (0 if by > 0 else len(self._matches) - 1)
        if not 0 <= there < len(self._matches):
            self._session.announced.emit(tr("Last find") if by > 0 else tr("First find"))
            return
        self._now = there
        self._bar.show_count(there, len(self._matches))
        self._reveal()

    def _reveal(self) -> None:
        """Bring the current match on the screen, unfolding what hides it."""
        side, span = self._matches[self._now]
        fold = self._page_view.fold_at(side, span) if self._page_view is not None else None
        if fold is not None:
            self._next_match = side, span
            self.fold_requested.emit(fold)  # the pages are built again, and searched again
        elif self._page_view is not None:
            self._page_view.reveal(side, span)
            for pane in self._page_view.panes:
                pane.current_match = plain_layer(pane.page, [(side, span)])
                pane.put_caret(side, span.start)
                pane.viewport().update()

    def _on_closed(self) -> None:
        self._drop()
        self._matches, self._now = [], -1
        panes = self._page_view.panes if self._page_view is not None else ()
        for pane in panes:
            pane.matches, pane.current_match = {}, {}
            pane.viewport().update()
        for pane in panes[:1]:
            pane.setFocus()
