"""Head of the quotes panel: side, chips by status, search, menu of filters, chips of active filters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from desktop.desk.sources.source_check import NOWHERE
from desktop.domain import GUESSES, Flag, QuoteKind, Status
from desktop.text.display import shorten
from desktop.translation import Text, number, tr, tr_n
from desktop.ui.quotes.filter import DOUBTFUL_MARKS, GUESSED_SPEAKER, Selection
from desktop.ui.status_words import KIND_WORD, STATUS_SIGN, STATUS_WORD, label_words, status_name
from desktop.ui.widgets.basics import FlowLayout, fit_chip, plain_label
from desktop.ui.widgets.card_painting import speaker
from desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.domain import Quote

_ORDER = (None, Status.UNVERIFIED, Status.DISPUTED, Status.VERIFIED)
_PEOPLE = 30  # in the menu
_ORDERS = (  # words, by speaker, by statement
    (Text("In the order of the text"), False, False),
    (Text("Group by speaker"), True, False),
    (Text("Group by statement"), False, True),
)
_SEARCH_AFTER_MS = 120
_MORE, _GAP = Text("More ▾"), 4  # pixels between chips
# What each chip of a filter in force sets back when it is clicked.
_TAKEN_AWAY: dict[str, dict[str, Any]] = {
    "speaker": {"speaker": None},
    "kind": {"kind": None},
    "alert": {"alert": None},
    "order": {"by_speaker": False, "by_statement": False},
}

_OF_SOURCES = {
    "not-in-sources": NOWHERE,
    "source-changed": Flag.SOURCE_CHANGED,
    "source-gone": Flag.SOURCE_GONE,
}
_AGAIN = {
    "speaker": Text("Any speaker again"),
    "kind": Text("Any kind again"),
    "alert": Text("Any alert again"),
    "order": Text("In the order of the text again"),
}


def _words(value: object) -> str:
    return str(KIND_WORD[value]) if isinstance(value, QuoteKind) else str(value)


def _chip(text: str, name: str, parent: QWidget) -> QToolButton:
    chip = QToolButton(parent)
    chip.setText(text)
    chip.setObjectName(name)
    chip.setProperty("look", "chip")
    chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return chip


class FilterBar(QWidget):
    """The head of the panel.

    Signals:
        selected(object): another Selection
        side_chosen(str): "a" or "b"
        left(): the list takes the focus
    """

    selected = Signal(object)
    side_chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.selection = Selection()
        self._counted = True  # else nobody knows yet how many there are
        self._all: Sequence[Quote] = ()
        self._quotes: Sequence[Quote] = ()  # of these, all but titles and names that nobody worked on
        self._counts = dict.fromkeys(Status, 0)  # of these
        self._labels: Mapping[str, Sequence[str]] = {}
        self._typing = QTimer(self, interval=_SEARCH_AFTER_MS, singleShot=True)
        self._typing.timeout.connect(self._searched)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 9, 8, 6)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addLayout(self._chips())
        self.field = SearchField(self)
        self.field.setObjectName("quote-search")
        self.field.setPlaceholderText(tr("Words, speaker, note"))
        self.field.setAccessibleName(tr("Search these quotes"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._typing.start)
        self.field.left.connect(self._leave_search)
        self.field.hide()
        column.addWidget(self.field)
        self.show_selection(self.selection)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(plain_label(tr("Quotes"), "title", self))
        self.sides = QButtonGroup(self)
        self.side_buttons = {side: self._side(side) for side in ("a", "b")}
        self.progress = plain_label("", "faint", self)
        self.progress.setObjectName("quote-progress")
        self._keep_width()
        row.addStretch(1)
        for each in self.side_buttons.values():
            row.addWidget(each)
        row.addWidget(self.progress)
        return row

    def _keep_width(self) -> None:
        """Let the head be as wide for every count: else a narrow panel would become wider and narrower with it."""
        self.progress.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        widest = tr("{checked} of {all} checked", checked="00", all="00")
        self.progress.setMinimumWidth(self.progress.fontMetrics().horizontalAdvance(widest))

    def _side(self, side: str) -> QToolButton:
        chip = _chip(side.upper(), f"quote-side-{side}", self)
        chip.setCheckable(True)
        chip.setAccessibleName(tr("Quotes of {side}", side=side.upper()))
        chip.setToolTip(tr("List the quotes of text {side}", side=side.upper()))
        chip.clicked.connect(self._side_clicked)
        self.sides.addButton(chip)
        return chip

    def _chips(self) -> QHBoxLayout:
        flow = FlowLayout(gap=_GAP)
        self.statuses = QButtonGroup(self)
        self.chips: dict[Status | None, QToolButton] = {}
        for status in _ORDER:
            chip = _chip("", f"quotes-only-{status or 'all'}", self)
            chip.setCheckable(True)
            chip.clicked.connect(self._chip_clicked)
            self.statuses.addButton(chip)
            self.chips[status] = chip
            flow.addWidget(chip)
        self.names = _chip("", "quotes-names", self)
        self.names.setCheckable(True)
        self.names.clicked.connect(self._names_clicked)
        flow.addWidget(self.names)
        self.search = _chip(tr("Search"), "quote-search-open", self)
        self.search.setToolTip(tr("Search in these quotes"))
        self.search.clicked.connect(self.open_search)
        self.more = _chip(str(_MORE), "quote-filter-more", self)
        self.more.setAccessibleName(tr("Filter by speaker, kind or alert, and order"))
        self.more.setToolTip(tr("Filter by speaker, kind or alert; order"))
        self.more.clicked.connect(self._open_menu)
        self.in_force = {name: _chip("", f"quote-filter-off-{name}", self) for name in _TAKEN_AWAY}
        for chip in self.in_force.values():
            chip.setCheckable(True)
            chip.clicked.connect(self._take_away)
        for chip in self.in_force.values():
            flow.addWidget(chip)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addLayout(flow, 1)
        for chip in (self.search, self.more):  # at the right end, where no other chip moves them
            row.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    # -- what is shown ---------------------------------------------------------------------------------------------

    def show_counts(self, quotes: Sequence[Quote], shown: int, chosen: int) -> None:
        """Say how many quotes have which status, how many are checked, shown, and chosen."""
        self._labels, self._counted = self.selection.story.labels, True
        if quotes is not self._all:  # else only the rows are others
            self._all = quotes
            self._quotes = [quote for quote in quotes if not quote.is_passed_over]
            statuses = [quote.status for quote in self._quotes]
            self._counts = {status: statuses.count(status) for status in Status}
        quotes, counts = self._quotes, self._counts
        self._show_names(len(self._all) - len(quotes))
        for status, chip in self.chips.items():
            if status is None:
                chip.setAccessibleName(tr("All: {number}", number=number(len(quotes))))
                chip.setToolTip(tr("All quotes: {number}", number=number(len(quotes))))
            else:
                chip.setText(f"{STATUS_SIGN[status]} {counts[status]}")
                chip.setAccessibleName(f"{STATUS_WORD[status]}: {number(counts[status])}")
                there = number(counts[status])
                chip.setToolTip(tr("Only {status}: {number}", status=status_name(status), number=there))
                chip.setVisible(bool(counts[status]) or chip.isChecked())  # of none there is nothing to show
        self._fit()
        done, every = number(len(quotes) - counts[Status.UNVERIFIED]), number(len(quotes))
        if chosen > 1:
            self.progress.setText(tr_n("{count} selected", "{count} selected", chosen))
        elif self.selection.narrows:
            self.progress.setText(tr("{shown} of {all} shown", shown=number(shown), all=every))
        else:
            self.progress.setText(tr("{checked} of {all} checked", checked=done, all=every))
        self.progress.setToolTip(tr("{checked} of {all} checked: verified or disputed", checked=done, all=every))

    def show_reading(self) -> None:
        """Give no number: the quotes are still being read."""
        self._all = self._quotes = ()
        self._counted = False
        for status, chip in self.chips.items():
            chip.setText(STATUS_SIGN[status] if status is not None else tr("All"))
            chip.setAccessibleName(str(STATUS_WORD[status]) if status is not None else tr("All"))
            chip.setToolTip("")
        self.names.hide()
        self.progress.setText(tr("Reading…"))
        self.progress.setToolTip("")

    @property
    def counted(self) -> int:
        """How many quotes there are, but for titles and names that nobody worked on."""
        return len(self._quotes)

    def _show_names(self, count: int) -> None:
        """Offer titles and names that nobody worked on, where there are some."""
        self.names.setText(tr_n("{count} title or name", "{count} titles and names", count))
        self.names.setToolTip(
            tr("Titles of works, names and nicknames in quotation marks: nobody said them, and they are not counted")
        )
        self.names.setChecked(self.selection.names)
        fit_chip(self.names)
        self.names.setVisible(count > 0)

    def _fit(self) -> None:
        """Keep the chips in one row: in a narrow panel the search is in the menu, and words are left out."""
        layout = self.layout()
        margins = layout.contentsMargins() if layout is not None else self.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        self.more.setText(str(_MORE))
        every = number(len(self._quotes)) if self._counted else ""
        self.chips[None].setText(tr("All {number}", number=every).strip())
        self.search.setVisible(self._taken() + _GAP + self.search.sizeHint().width() <= room)
        if self._taken() > room:
            self.more.setText("▾")
        if self._taken() > room and every:
            self.chips[None].setText(every)

    def _taken(self) -> int:
        """Return the width of all chips of statuses and the menu, in pixels; those without quotes keep their room.

        So that nothing moves when the first quote gets a status.
        """
        shown = [*self.chips.values(), self.more]
        return sum(chip.sizeHint().width() for chip in shown) + _GAP * (len(shown) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_side(self, side: str, *, both: bool) -> None:
        self.side_buttons[side].setChecked(True)
        for each in self.side_buttons.values():
            each.setVisible(both)

    def show_selection(self, selection: Selection) -> None:
        """Show which filter is in force."""
        self.selection = selection
        self.chips[selection.status].setChecked(True)
        self.names.setChecked(selection.names)
        if self.field.text().strip() != selection.words:
            self.field.blockSignals(True)
            self.field.setText(selection.words)
            self.field.blockSignals(False)
        self.field.setVisible(bool(selection.words) or self.field.hasFocus())
        order = tr("by speaker") if selection.by_speaker else tr("by statement") if selection.by_statement else ""
        named = {
            "speaker": shorten(selection.speaker or "", 24),
            "kind": str(KIND_WORD[selection.kind]) if selection.kind else "",
            "alert": label_words(selection.alert) if selection.alert else "",
            "order": order,
        }
        for name, chip in self.in_force.items():
            chip.setText(f"{named[name]} ✕".replace("&", "&&"))
            chip.setAccessibleName(tr("Take away: {name}", name=named[name]))
            chip.setToolTip(str(_AGAIN[name]))
            chip.setChecked(True)
            chip.setVisible(bool(named[name]))

    def open_search(self) -> None:
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    # -- what is asked for -----------------------------------------------------------------------------------------

    def _ask(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of Selection
        changed = replace(self.selection, **changes)
        if changed != self.selection:
            self.selected.emit(changed)
        self.show_selection(self.selection)

    def _chip_clicked(self) -> None:
        sender = self.sender()
        self._ask(status=next(status for status, chip in self.chips.items() if chip is sender))

    def _names_clicked(self, on: bool) -> None:  # noqa: FBT001 - Qt's own signal
        self._ask(names=on)

    def _side_clicked(self) -> None:
        sender = self.sender()
        self.side_chosen.emit(next(side for side, each in self.side_buttons.items() if each is sender))

    def _searched(self) -> None:
        self._ask(words=self.field.text().strip())

    def _leave_search(self) -> None:
        self._typing.stop()
        self._searched()
        self.left.emit()
        self.field.setVisible(bool(self.selection.words))

    def _take_away(self) -> None:
        sender = self.sender()
        name = next(name for name, chip in self.in_force.items() if chip is sender)
        self._ask(**_TAKEN_AWAY[name])

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """Speakers, kinds and alerts that these quotes have, and the order."""
        menu = QMenu(self)
        menu.setObjectName("quote-filter-menu")
        people = sorted({speaker(quote) for quote in self._quotes}, key=str.casefold)[:_PEOPLE]
        kinds = [kind for kind in QuoteKind if any(quote.kind is kind for quote in self._all)]
        self._submenu(menu, tr("Speaker"), "speaker", people)
        self._submenu(menu, tr("Kind"), "kind", kinds)
        self._submenu(menu, tr("Alert"), "alert", self._alerts())
        self._add_narrowing(
            menu, "no-source", Flag.NO_SOURCE, sum(Flag.NO_SOURCE in quote.flags for quote in self._quotes)
        )
        for name, label in _OF_SOURCES.items():
            there = self.selection.story.in_sources
            self._add_narrowing(menu, name, label, sum(label in there.get(quote.uid, ()) for quote in self._quotes))
        menu.addSeparator()
        group = QActionGroup(menu)
        for words, by_speaker, by_statement in _ORDERS:
            order = QAction(str(words), menu)
            order.setCheckable(True)
            order.setChecked((self.selection.by_speaker, self.selection.by_statement) == (by_speaker, by_statement))
            order.setData({"by_speaker": by_speaker, "by_statement": by_statement})
            group.addAction(order)
            menu.addAction(order)
        group.triggered.connect(self._order)
        menu.addSeparator()
        menu.addAction(tr("Search…"), self.open_search)
        return menu

    def _add_narrowing(self, menu: QMenu, name: str, label: str, count: int) -> None:
        """Let the quotes with a label be listed by one click; what there is nothing of is not offered."""
        is_on = self.selection.alert == label
        if not count and not is_on and label != Flag.NO_SOURCE:
            return
        text = tr("{label} ({number})", label=tr(label), number=number(count))
        action = menu.addAction(text[:1].upper() + text[1:])
        action.setObjectName(f"quote-filter-{name}")
        action.setCheckable(True)
        action.setChecked(is_on)
        action.setEnabled(count > 0 or is_on)
        action.triggered.connect(lambda on: self._ask(alert=str(label) if on else None))

    def _alerts(self) -> list[str]:
        quotes, of_story = self._quotes, self._labels
        flags = [str(flag) for flag in Flag if any(flag in quote.flags for quote in quotes)]
        labels = sorted({label for quote in quotes for label in of_story.get(quote.uid, ())})
        doubts = {GUESSED_SPEAKER if quote.doubt in GUESSES else DOUBTFUL_MARKS for quote in quotes if quote.doubt}
        return [*flags, *labels, *sorted(map(str, doubts))]

    def _submenu(self, menu: QMenu, title: str, field: str, values: Sequence[Any]) -> None:
        below = menu.addMenu(title)
        below.setEnabled(bool(values))
        group = QActionGroup(below)
        for value in [None, *values]:
            words = (
                tr("Any")
                if value is None
                else shorten(label_words(value) if field == "alert" else _words(value), 60).replace("&", "&&")
            )
            action = QAction(words, below)
            action.setCheckable(True)
            action.setChecked(getattr(self.selection, field) == value)
            action.setData((field, value))
            group.addAction(action)
            below.addAction(action)
        group.triggered.connect(self._picked)

    def _picked(self, action: QAction) -> None:
        field, value = action.data()
        self._ask(**{field: value})

    def _order(self, action: QAction) -> None:
        self._ask(**action.data())
