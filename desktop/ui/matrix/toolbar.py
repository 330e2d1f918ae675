"""Toolbar of the view of quotes across versions: counts, filter, order, base wording, origins, table menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.text.display import shorten
from desktop.translation import Plural, tr, tr_n
from desktop.ui.matrix.background_grouping import EARLIEST, LONGEST, PRIMARY
from desktop.ui.matrix.model import Order, Show
from desktop.ui.widgets.basics import FlowLayout, button, plain_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.ui.matrix.model import Totals


class Picker(QToolButton):
    """A menu of choices of which one is ticked.

    Signals: picked(object): the choice
    """

    picked = Signal(object)

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("look", "flat")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = title
        self._choices: list[tuple[object, str]] = []
        menu = QMenu(self)
        menu.setObjectName(f"{name}-menu")
        menu.triggered.connect(self._on_triggered)
        self.setMenu(menu)
        self._group = QActionGroup(self)

    def offer(self, choices: Iterable[tuple[object, str]], present: object) -> None:
        """Offer choices with their words; the present one is ticked and named on the button."""
        found = list(choices)
        if found != self._choices:
            self._choices = found
            self.menu().clear()
            for number, (_, words) in enumerate(found):
                action = self._group.addAction(self.menu().addAction(_capital(words).replace("&", "&&")))
                action.setCheckable(True)
                action.setData(number)  # Qt would make a plain string of an enum's member
        words = dict(found).get(present, "")
        for action in self.menu().actions():
            action.setChecked(self.choice(action) == present)
        self.setText(f"{self._title}: {shorten(words, 26)} ▾".replace("&", "&&"))
        self.setAccessibleName(f"{self._title}: {words}")

    def choice(self, action: QAction) -> object:
        """Return what an entry of the menu stands for."""
        return self._choices[action.data()][0]

    def _on_triggered(self, action: QAction) -> None:
        self.picked.emit(self.choice(action))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_OUTLETS = Plural("{count} outlet", "{count} outlets")
_ARTICLES = Plural("{count} article", "{count} articles")


class MatrixToolbar(QWidget):
    """Counts on the left, menus on the right, wrapped where the room is small.

    Signals: show_picked(object), order_picked(object), base_picked(object), origins_requested(), copy_requested(),
    save_requested()
    """

    show_picked = Signal(object)
    order_picked = Signal(object)
    base_picked = Signal(object)
    origins_requested = Signal()
    copy_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("matrix-head")
        self.setProperty("look", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._present = (Show.ALL, Order.OUTLETS)
        self.counts = plain_label("")
        self.counts.setObjectName("matrix-counts")
        self.altered = self._chip("matrix-altered", tr("Show only the statements with an altered fact"))
        self.suggested = self._chip("matrix-suggested", tr("Show only the statements that may be the same as another"))
        self.altered.clicked.connect(self._on_altered)
        self.suggested.clicked.connect(self._on_suggested)
        self.origins = plain_label("", "faint")
        self.origins.setObjectName("matrix-origins-count")
        self.origins_button = QToolButton(self)
        self.origins_button.setObjectName("matrix-origins")
        self.origins_button.setProperty("look", "flat")
        self.origins_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.origins_button.setToolTip(tr("Which articles share long runs of the reporters’ own words?"))
        self.origins_button.clicked.connect(self.origins_requested)
        self.shown = Picker("matrix-show", tr("Show"), self)
        self.order = Picker("matrix-order", tr("Sort"), self)
        self.base = Picker("matrix-base", tr("Against"), self)
        self.shown.picked.connect(self.show_picked)
        self.order.picked.connect(self.order_picked)
        self.base.picked.connect(self.base_picked)
        self._lay_out()

    @staticmethod
    def _chip(name: str, tip: str) -> QPushButton:
        chip = button("", name, "chip")
        chip.setCheckable(True)
        chip.setToolTip(tip)
        return chip

    def _lay_out(self) -> None:
        above, below = QWidget(), QWidget()
        line = self.altered.sizeHint().height()
        for label in (self.counts, self.origins):
            label.setMinimumHeight(line)
        first, second = FlowLayout(above, 8), FlowLayout(below, 4)
        for widget in (self.counts, self.altered, self.suggested, self.origins):
            first.addWidget(widget)
        for menu in (self.shown, self.order, self.base, self.origins_button, self._table_menu()):
            second.addWidget(menu)
        column = QVBoxLayout(self)
        above.setContentsMargins(8, 0, 0, 0)
        column.setContentsMargins(4, 7, 6, 4)
        column.setSpacing(2)
        column.addWidget(above)
        column.addWidget(below)

    def _table_menu(self) -> QToolButton:
        tool = QToolButton(self)
        tool.setObjectName("matrix-table-menu")
        tool.setText(tr("Table ▾"))
        tool.setProperty("look", "flat")
        tool.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(tool)
        for name, text, signal in (
            ("matrix-copy", tr("Copy table"), self.copy_requested),
            ("matrix-save", tr("Save table…"), self.save_requested),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(signal)
        tool.setMenu(menu)
        return tool

    # -- saying ----------------------------------------------------------------------------------------------------

    def say_counts(self, totals: Totals | None) -> None:
        """Show how many statements there are; None: nothing to count."""
        self.setEnabled(totals is not None)
        if totals is None:
            self.counts.setText("")
            self.altered.hide()
            self.suggested.hide()
            return
        statements = tr_n("{count} statement", "{count} statements", totals.statements)
        shared = tr_n("{count} in more than one version", "{count} in more than one version", totals.shared)
        progress = [tr("comparing…")] if totals.altered is None else []
        self.counts.setText(" · ".join([statements, shared, *progress]))
        altered = totals.altered or 0
        self.altered.setText(tr_n("! {count} altered fact", "! {count} altered facts", altered))
        self.altered.setVisible(altered > 0 or self._present[0] is Show.ALTERED)
        self.suggested.setText(tr_n("≈ {count} perhaps the same", "≈ {count} perhaps the same", totals.suggested))
        self.suggested.setVisible(totals.suggested > 0 or self._present[0] is Show.SUGGESTED)

    def say_choices(self, show: Show, order: Order) -> None:
        self._present = (show, order)
        self.shown.offer([(choice, tr(choice.value)) for choice in Show], show)
        self.order.offer([(choice, tr(choice.value)) for choice in Order], order)
        self.altered.setChecked(show is Show.ALTERED)
        self.suggested.setChecked(show is Show.SUGGESTED)

    def say_base(self, sources: Sequence[tuple[str, str]], present: str, primary: str = "") -> None:
        """Offer the wordings that the others can be compared with.

        Sources are ids of versions with their names; `primary` names the primary source, if there is one.
        """
        choices = [(LONGEST, tr("longest wording")), (EARLIEST, tr("earliest wording"))]
        choices += [(PRIMARY, tr("primary source ({outlet})", outlet=primary))] if primary else []
        choices += sources
        self.base.offer(choices, present)

    def say_origins(self, articles: int, outlets: int, origins: int, suggested: int) -> None:
        """Show how many origins there are once the checker confirmed that some are one."""
        confirmed = origins < articles
        places = _OUTLETS if outlets == articles else _ARTICLES
        count = ", ".join((places.of(articles), tr_n("{count} origin", "{count} origins", origins)))
        self.origins.setText(count if confirmed else "")
        self.origins.setVisible(confirmed)
        label = tr("Origins…")
        if suggested:
            label = tr_n("Origins… ({count} suggested)", "Origins… ({count} suggested)", suggested)
        self.origins_button.setText(label)
        self.origins_button.setVisible(articles > 1)

    # -- clicks ----------------------------------------------------------------------------------------------------

    def _on_altered(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.show_picked.emit(Show.ALTERED if checked else Show.ALL)

    def _on_suggested(self, checked: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self.show_picked.emit(Show.SUGGESTED if checked else Show.ALL)
