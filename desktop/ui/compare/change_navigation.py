"""Change navigation: steps from change to change, the current one in all views, and the strip of its alert."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.translation import number, shown, tr
from desktop.ui.compare.layout.change_steps import ChangeSteps, Filter
from desktop.ui.compare.layout.descriptions import alert_words, count_kinds, describe_change, in_quotes, masked
from desktop.ui.compare.layout.layers import plain_layer
from desktop.ui.compare.layout.page_set import main_side
from desktop.ui.widgets.basics import announce, plain_label, put_tip, tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.domain import Span, Version
    from desktop.text.changes import Change
    from desktop.ui.compare.change_list import ChangeList
    from desktop.ui.compare.header import Header
    from desktop.ui.compare.layout.page_set import PageSet
    from desktop.ui.compare.panes.text_pane import TextPane
    from desktop.ui.compare.panes.view_stack import PageView
    from desktop.ui.compare.quotes_in_text import QuotesInText
    from desktop.ui.session.session import Session


_LONGEST = 400  # code points of a reading


class AlertStrip(QWidget):
    """One line that stays as long as the comparison has alerts, so that nothing moves from alert to alert.

    Signals: step_requested(int): +1 or -1
    """

    step_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compare-alert-strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "head")
        before = tool_button("◂", "compare-previous-alert", tr("Previous alert (Shift+F7)"), parent=self)
        after = tool_button("▸", "compare-next-alert", tr("Next alert (F7)"), parent=self)
        before.clicked.connect(partial(self.step_requested.emit, -1))
        after.clicked.connect(partial(self.step_requested.emit, 1))
        self._label = plain_label(parent=self)
        self._label.setObjectName("compare-alert-words")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words, self._place = "", ""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 10, 1)
        row.setSpacing(6)
        row.addWidget(self._label, 1)
        row.addWidget(before)
        row.addWidget(after)
        self.hide()

    def show_alert(self, steps: ChangeSteps) -> None:
        """Name the current alert; where there is none yet, how many there are of which kind."""
        total = len(steps.alerts)
        self.setVisible(total > 0)
        if not total:
            return
        alert = steps.alert
        if alert is None:
            self._words, place = count_kinds([each for _, each in steps.alerts]), tr("F7 goes to the next")
        else:
            place = tr("{number} of {all}", number=number(steps.alert_number), all=number(total))
            self._words = alert_words(alert, _LONGEST)
        self._place = f" · {place}"
        put_tip(self._label, shown(alert.why) if alert is not None else self._words)
        self._label.setAccessibleName(self._words + self._place)
        self._elide()

    def _elide(self) -> None:
        """Cut the words where there is no room for them, never the number."""
        metrics = self._label.fontMetrics()
        room = self._label.width() - metrics.horizontalAdvance(self._place) - 4
        self._label.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(60, room)) + self._place)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


class ChangeNavigation(QObject):
    """The current change in texts, ruler, header and list; they all show the same list of changes.

    Signals: fold_requested(object): a change lies in this Fold, which is to be opened
    """

    fold_requested = Signal(object)

    def __init__(
        self,
        session: Session,
        head: tuple[Header, AlertStrip],
        listed: ChangeList,
        quotes: QuotesInText,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._header, self._strip = header, strip = head
        self._list = listed
        self._quotes = quotes
        self._widget = parent
        self._page_view: PageView | None = None
        self._coarse = False  # whether the changes walked through are those of a coarse comparison
        self._jumped_to = (-1, "")  # the move and the side that was jumped to last
        self.steps = ChangeSteps(None)
        header.filter_chosen.connect(self.set_filter)
        header.step_requested.connect(self.step)
        strip.step_requested.connect(self.step_alert)
        listed.chosen.connect(self.go_to)

    def restart(self, steps: ChangeSteps) -> None:
        """Take the changes of another comparison; no change is the current one.

        Only where a fine comparison takes the place of the coarse one of the same texts, the walk goes on from there.
        """
        before, comparison = self.steps, steps.comparison
        coarse, self._coarse = self._coarse, comparison is not None and comparison.coarse
        self.steps = steps
        steps.current = -1
        steps.filter = before.filter if steps.numbers(before.filter) else Filter.ALL
        if coarse and comparison is not None and before.current >= 0:
            place = before.changes[before.current].a.start
            later = (number for number in steps.numbers() if steps.changes[number].a.start >= place)
            steps.current = next(later, -1)
        self._header.show_steps(steps)
        self._strip.show_alert(steps)

    def use(self, page_view: PageView, page_set: PageSet) -> None:
        """Show the changes of what is page_set out on this page_view from now on."""
        self._page_view = page_view
        page_view.ruler.set_marks(page_set.marks, page_set.distinct)
        self.show_current()

    # -- walking ---------------------------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Go to the next change (+1) or the one before (-1) that passes the filter."""
        number = self.steps.next() if by > 0 else self.steps.previous()
        self._go_or_say(number, tr("Last change") if by > 0 else tr("First change"))

    def step_alert(self, by: int) -> None:
        """Go to the next alert (+1) or the one before (-1)."""
        place = self.steps.alert_after(by)
        if place < 0:
            self._go_or_say(
                -1, (tr("Last alert") if by > 0 else tr("First alert")) if self.steps.alerts else tr("No alerts")
            )
            return
        self._make_current(self.steps.alerts[place][0])
        self.steps.choose_alert(place)
        self._show()

    def _go_or_say(self, number: int, at_the_end: str) -> None:
        if self.steps.comparison is None and self._pair() is not None:
            comparing = self._session.pair.comparison is None
            self._session.announced.emit(
                tr("The two texts are still being compared") if comparing else tr("Nothing is marked here")
            )
        elif number < 0:
            self._session.announced.emit(at_the_end if self.steps.numbers() else tr("No changes"))
        else:
            self.go_to(number)

    def go_to(self, number: int) -> None:
        """Make a change the current one and show it; `number` counts in the comparison."""
        if self._page_view is not None and 0 <= number < len(self.steps.changes):
            self._make_current(number)
            self._show()

    def _show(self) -> None:
        """Show the current change, unfolding what hides it, and say what it is."""
        for side, span in _sides(self.steps.changes[self.steps.current]):
            fold = self._page_view.fold_at(side, span) if self._page_view is not None else None
            if fold is not None:
                self.fold_requested.emit(fold)
        self.reveal()
        self._announce()

    def reveal(self) -> None:
        """Bring the current change, if there is one, on the screen."""
        if self._page_view is not None and self.steps.current >= 0:
            side, span = main_side(self.steps.changes[self.steps.current])
            alert = self.steps.alert
            if alert is not None:  # of a long change the place that matters
                side, span = ("a", alert.a) if len(alert.a) else ("b", alert.b)
            self._page_view.reveal(side, span)
            self.show_current()

    def reveal_first(self) -> None:
        """Bring the first change on the screen, as a comparison begins; none is the current one."""
        numbers = self.steps.numbers()
        if self._page_view is not None and numbers and self.steps.current < 0:
            side, span = main_side(self.steps.changes[numbers[0]])
            if self._page_view.fold_at(side, span) is None:
                self._page_view.reveal(side, span)

    def choose(self, number: int) -> None:
        """Make a change the current one where it is, as a click on its words does."""
        if number in self.steps.numbers(Filter.ALL):
            self._make_current(number)
            self.show_current()

    def _make_current(self, number: int) -> None:
        self.steps.current = number
        if number not in self.steps.numbers():
            self.steps.filter = Filter.ALL
            self.fill_list()

    def go_to_partner(self, pane: TextPane | None = None) -> None:
        """Go to the other place of the current change, if it moved; `pane` is the one to leave."""
        number = self.steps.current
        if self._page_view is None or number < 0 or not self.steps.changes[number].move:
            self._session.announced.emit(tr("The current change is no move; step to one, or click moved words, first."))
            return
        change = self.steps.changes[number]
        here = pane or next((pane for pane in self._page_view.panes if pane.hasFocus()), None)
        one_sided = here is not None and len(here.page.texts) == 1  # else both ends stand in one text: back and forth
        leaving_b = "b" in here.page.texts if here is not None and one_sided else self._jumped_to == (number, "b")
        side, span = ("a", change.a) if leaving_b else ("b", change.b)
        self._jumped_to = number, side
        self.show_current()
        self._page_view.reveal(side, span)
        for other in self._page_view.panes:
            if here is not None and here.hasFocus() and side in other.page.texts:
                other.put_caret(side, span.start)
                other.setFocus()
                break

    def set_filter(self, name: str) -> None:
        """ChangeNavigation, and list, only the changes of this kind."""
        self.steps.filter = Filter(name)
        if self.steps.current not in self.steps.numbers():
            self.steps.current = -1
        self.show_current()
        self.fill_list()

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_current(self) -> None:
        """Outline the current change and say which one it is."""
        number = self.steps.current
        places = _sides(self.steps.changes[number]) if number >= 0 else []
        if self._page_view is not None:
            for pane in self._page_view.panes:
                pane.current = _outlined(pane, places)
                pane.viewport().update()
            self._page_view.ruler.set_current(number)
        self._header.show_steps(self.steps)
        self._strip.show_alert(self.steps)
        if not self._list.isHidden():
            self._list.show_current(number)

    def fill_list(self) -> None:
        """List the changes that pass the filter."""
        pair = self._pair()
        if pair is not None and not self._list.isHidden():
            quotes = self._quotes.quotes
            both = quotes.get("a", []), quotes.get("b", [])
            self._list.show_changes(self.steps.changes, pair, both, self.steps.numbers())
            self._list.show_current(self.steps.current, self._on_screen())

    def _on_screen(self) -> int:
        """Return the first change at or below the top of the screen, or -1."""
        anchor = self._page_view.anchor() if self._page_view is not None else None
        if anchor is None:
            return -1
        side, offset = anchor
        spans = ((n, dict(_sides(self.steps.changes[n]))[side]) for n in self.steps.numbers())
        return next((number for number, span in spans if span.end >= offset), -1)

    def _pair(self) -> tuple[Version, Version] | None:
        a, b = self._session.pair.a, self._session.pair.b
        return (a, b) if a is not None and b is not None else None

    def _announce(self) -> None:
        """Let a screen reader say what the current change is."""
        pair, quotes, change = self._pair(), self._quotes.quotes, self.steps.changes[self.steps.current]

        def words() -> str:
            quoted = in_quotes(change.a, quotes.get("a", ())) or in_quotes(change.b, quotes.get("b", ()))
            return describe_change(change, masked(pair[0]), masked(pair[1]), quoted=quoted) if pair is not None else ""

        announce(self._widget, words)


def _sides(change: Change) -> list[tuple[str, Span]]:
    return [("a", change.a), ("b", change.b)]


def _outlined(pane: TextPane, places: list[tuple[str, Span]]) -> dict[int, list[tuple[int, int]]]:
    """Return what to outline in a pane; where a side shows no words, a bar at their place."""
    layer = plain_layer(pane.page, places)
    for side, span in places:
        alone = len(pane.page.texts) == 1 or not layer
        if alone and side in pane.page.texts and not pane.page.stretches(side, span):
            place = pane.page.place(side, span.start)
            if place is not None:
                layer.setdefault(place[0], []).append((place[1], place[1]))
    return layer
