"""Header of the comparison: the two versions, the layout, the counts as filters, the place among the changes."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.domain import VersionId
from desktop.text.changes import Kind
from desktop.text.display import amount
from desktop.ui import theme
from desktop.ui.compare.layout.descriptions import share_alike
from desktop.ui.compare.layout.layers import ChangeSteps, Filter
from desktop.ui.session.dragged_version import version_in
from desktop.ui.widgets.basics import button, plain_label, plain_tip, tool_button

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent

    from desktop.domain import Metadata, Version
    from desktop.text.changes import Comparison
    from desktop.ui.session.session import Session

_MENU_ARTICLES = 40
_BESIDE = 66  # pixels for the letter, the arrow and the space between
_TITLE = 110  # pixels that a headline keeps before a date


class VersionButton(QWidget):
    """The letter of a side and a button with the version on it, whose menu has all others.

    Signals: chosen(object): the VersionId that is to stand here
    """

    chosen = Signal(object)

    def __init__(self, session: Session, side: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._side = side
        self._title = ""
        self._rests = [""]  # date and number, the fullest words first
        self._target = False  # a version is held over this side
        self.setAcceptDrops(True)
        badge = plain_label(side.upper(), f"badge-{side}")
        badge.setFixedSize(20, 20)
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = button("", f"compare-version-{side}", "flat", self)
        self.button.setMinimumWidth(60)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._label = plain_label(look="faint", parent=self)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self._menu.setObjectName(f"compare-versions-{side}")
        self._menu.aboutToShow.connect(self.fill)
        self._menu.triggered.connect(self._choose)
        self.button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(badge)
        row.addWidget(self.button)
        row.addWidget(self._label, 1)

    def show_version(self, version: Version | None) -> None:
        """Name a version: outlet or headline, date, number."""
        if version is None:
            self._title, self._rests = "Choose a version", [""]
        else:
            info = version.info
            self._title = info.metadata.outlet or info.metadata.title or "Untitled"
            self._rests = [" · ".join(filter(None, (when, f"v{info.number}"))) for when in _dates(info.metadata)]
        spoken = f"{self._side.upper()}: {self._title}, {self._rests[0]}"
        self.button.setAccessibleName(spoken)
        self.button.setToolTip(_tip(version) if version is not None else "Choose a version")
        self._elide()

    def _elide(self) -> None:
        """Fit headline, date and number beside each other: the date gets shorter, then the headline, then it goes."""
        room = self.width() - _BESIDE
        bold = QFont(self.font())
        bold.setBold(True)
        wide, faint = QFontMetrics(bold), self._label.fontMetrics()
        needed = wide.horizontalAdvance(self._title)
        widths = [faint.horizontalAdvance(rest) + 2 for rest in self._rests]  # rounded down it would be elided
        whole = next((n for n, width in enumerate(widths) if width + needed <= room), None)
        dated = next((n for n, width in enumerate(widths) if width + min(needed, _TITLE) <= room), len(widths) - 1)
        shown = whole if whole is not None and whole < len(widths) - 1 else dated
        title = wide.elidedText(self._title, Qt.TextElideMode.ElideRight, max(40, room - widths[shown]))
        self.button.setText(f"{title} ▾".replace("&", "&&"))
        self._label.setText(faint.elidedText(self._rests[shown], Qt.TextElideMode.ElideRight, max(30, widths[shown])))

    def fill(self) -> None:
        """Read the versions that can stand here into the menu."""
        self._menu.clear()
        desk = self._session.desk
        if desk is None:
            return
        chosen = self._session.pair.a if self._side == "a" else self._session.pair.b
        listed = desk.article_list().lines
        for article in desk.articles_by_ids(list(islice(listed, _MENU_ARTICLES))):
            name = " · ".join(filter(None, (article.metadata.outlet, article.metadata.title))) or "Untitled"
            for info in desk.versions(article.id):
                date = info.metadata.published or article.metadata.published or "date not given"
                action = self._menu.addAction(f"{name[:70]}  —  {date} · v{info.number}".replace("&", "&&"))
                action.setData(int(info.id))
                action.setCheckable(True)
                action.setChecked(chosen is not None and chosen.id == info.id)

        if len(listed) > _MENU_ARTICLES:
            self._menu.addAction(f"{len(listed) - _MENU_ARTICLES} more in the list on the left").setEnabled(False)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(VersionId(int(action.data())))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if version_in(event.mimeData(), self._session.desk) is not None:
            event.acceptProposedAction()
            self._show_target(held=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_target(held=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_target(held=False)
        version = version_in(event.mimeData(), self._session.desk)
        if version is not None:
            event.acceptProposedAction()
            self.chosen.emit(version)

    def _show_target(self, *, held: bool) -> None:
        self._target = held
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._target:
            with QPainter(self) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(theme.current().colour("accent"), 2))
                painter.setBrush(theme.current().colour("accent_ground"))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 5, 5)


def _dates(meta: Metadata) -> list[str]:
    """Return the date as printed, then shorter, then left out."""
    printed = " ".join(meta.published.split())
    if not meta.published_on:
        return [printed, ""]
    day = date.fromisoformat(meta.published_on)
    return [printed, f"{day.day} {day:%b %Y}", f"{day.day} {day:%b}", ""]


def _tip(version: Version) -> str:
    info = version.info
    lines = [info.metadata.title or "Untitled", info.metadata.outlet or "outlet not given",
             info.metadata.published or "date not given", amount(info.words, "word")]  # fmt: skip
    if version.hidden:
        lines.append(f"{amount(len(version.hidden), 'passage')} hidden; the reading view shows them")
    return plain_tip("\n".join(lines))


_NARROWEST = 420  # pixels
_CHIPS = (Filter.ALL, Filter.MOVED, Filter.ALERTS)


class Header(QWidget):
    """Who is compared, the layout, the counts as filters, the place among the changes.

    Signals:
        layout_chosen(str): "side" or "inline"
        filter_chosen(str): the value of a Filter
        step_requested(int): +1 or -1
        list_toggled(bool): show or hide the list of changes
    """

    layout_chosen = Signal(str)
    filter_chosen = Signal(str)
    step_requested = Signal(int)
    list_toggled = Signal(bool)

    def __init__(self, session: Session, ignore: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._ignore_menu = ignore
        self._coloured: theme.Theme | None = None
        self.setStyleSheet(
            "QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }"
            'QToolButton[look="button"] { padding: 3px 8px; } QToolButton[look="chip"] { padding: 1px 6px; }'
            'QPushButton[look="flat"] { text-align: left; font-weight: bold; padding: 2px 4px; }'
        )
        self.setObjectName("compare-header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "head")
        self.setMinimumWidth(_NARROWEST)  # else the one-line form would keep the window from becoming narrow
        self._make_names()
        self._make_counts()
        self._make_places()
        self._lay_out()
        self._connect()
        self._colour()
        self.show_layout("side")

    # -- making ----------------------------------------------------------------------------------------------------

    def _make_names(self) -> None:
        self._versions = {side: VersionButton(self._session, side, self) for side in ("a", "b")}
        self._swap = tool_button("⇄", "compare-swap", "Swap A and B", "button", self)
        self._layouts = {
            "side": tool_button(
                "Side by side", "compare-side-by-side", "Show the two texts side by side", "button", self
            ),
            "inline": tool_button("Inline", "compare-inline", "Show both texts as one", "button", self),
        }

    def _make_counts(self) -> None:
        self._alike = plain_label()
        self._alike.setObjectName("compare-alike")
        self._chips = {
            each: tool_button("", f"compare-filter-{each.value}", look="chip", parent=self) for each in _CHIPS
        }
        self._counts = QWidget(self)
        row = QHBoxLayout(self._counts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._alike)
        for chip in self._chips.values():
            chip.setCheckable(True)
            row.addWidget(chip)

    def _make_places(self) -> None:
        self._before = tool_button("◂", "compare-previous", "Previous change (Shift+F8)", parent=self)
        self._place = plain_label()
        self._place.setObjectName("compare-place")
        self._after = tool_button("▸", "compare-next", "Next change (F8)", parent=self)
        self._list = tool_button("List", "compare-list-toggle", "List of the changes", parent=self)
        self._list.setCheckable(True)
        self._ignore = tool_button("Ignore ▾", "compare-ignore", "Which differences do not count", parent=self)
        self._ignore.setMenu(self._ignore_menu)
        self._ignore.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._why = plain_label(look="faint")
        self._why.setWordWrap(True)
        self._why.setObjectName("compare-why")
        self._other_kind = tool_button("", "compare-other-kind", look="button", parent=self)
        self._measured = tool_button("Auto", "compare-measured-kind", "Let the measured overlap choose", parent=self)

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self._versions["a"], 1)
        names.addWidget(self._swap)
        names.addWidget(self._versions["b"], 1)
        layouts = QHBoxLayout()
        layouts.setSpacing(0)
        for each in self._layouts.values():
            each.setCheckable(True)
            layouts.addWidget(each)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(4)
        self._tools.addLayout(layouts)
        self._tools.addSpacing(6)
        self._tools.addWidget(self._counts)
        self._tools.addStretch(1)
        for widget in (self._before, self._place, self._after, self._list, self._ignore):
            self._tools.addWidget(widget)
        self._second = QHBoxLayout()
        self._second.setSpacing(0)
        self._second.addStretch(1)
        self._kinds = QWidget(self)
        kinds = QHBoxLayout(self._kinds)
        kinds.setContentsMargins(0, 0, 0, 0)
        kinds.setSpacing(4)
        for widget in (self._measured, self._other_kind):
            kinds.addWidget(widget)
        self._reason_row = QHBoxLayout()
        self._reason_row.addWidget(self._why, 1)
        self._reason_row.addWidget(self._kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 7)
        column.setSpacing(6)
        column.addLayout(names)
        column.addLayout(self._tools)
        column.addLayout(self._second)
        column.addLayout(self._reason_row)

    def _connect(self) -> None:
        self._swap.clicked.connect(self._session.pair.swap)
        self._layouts["side"].clicked.connect(self._choose_side)
        self._layouts["inline"].clicked.connect(self._choose_inline)
        self._before.clicked.connect(self._step_back)
        self._after.clicked.connect(self._step_on)
        self._list.clicked.connect(self.list_toggled)
        self._other_kind.clicked.connect(self._switch_kind)
        self._measured.clicked.connect(self._measure_kind)
        self._versions["a"].chosen.connect(self._set_a)
        self._versions["b"].chosen.connect(self._session.pair.set_b)
        for chip in self._chips.values():
            chip.clicked.connect(self._choose_filter)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_pair(self) -> None:
        """Name the two versions."""
        self._versions["a"].show_version(self._session.pair.a)
        self._versions["b"].show_version(self._session.pair.b)
        self._swap.setEnabled(self._session.pair.a is not None and self._session.pair.b is not None)

    def show_comparison(self, steps: ChangeSteps) -> None:
        """Say how alike the two are, and what differs."""
        comparison = steps.comparison
        for widget in (self._counts, self._before, self._place, self._after, self._list, self._ignore):
            widget.setEnabled(comparison is not None)
        worth_saying = comparison is not None and self._worth_saying(comparison)
        for widget in (self._why, self._kinds):
            widget.setVisible(worth_saying)
        self._counts.setVisible(comparison is not None)
        if comparison is None:
            self._place.setText("")
            return
        self._show_similarity(comparison)
        change = "place" if comparison.coarse else "change"
        for each, noun in ((Filter.ALL, change), (Filter.MOVED, "moved"), (Filter.ALERTS, "alert")):
            number = len(steps.numbers(each))
            if each is Filter.ALERTS:
                number = steps.alerts()
            self._chips[each].setText(f"{number:,} moved" if noun == "moved" else amount(number, noun))
            self._chips[each].setVisible(number > 0 or (each is Filter.ALL and not comparison.coarse))
        accounts = comparison.kind is Kind.ACCOUNTS
        same = not steps.numbers(Filter.ALL)
        self._why.setText("The words of the two are the same." if same else comparison.why + self._by_hand(comparison))
        self._other_kind.setToolTip("Compare word by word" if accounts else "Compare passages")
        self._measured.setVisible(self._session.pair.kind is not None)
        self._arrange()

    def _by_hand(self, comparison: Comparison) -> str:
        """Say how many pairs were decided by hand."""
        pins = self._session.pair.pins if comparison.kind is Kind.ACCOUNTS else ()
        together = sum(pin.together for pin in pins)
        counts = ((together, "paired"), (len(pins) - together, "parted"))
        words = " and ".join(f"{number} {word}" for number, word in counts if number)
        return f" By hand: {words}." if words else ""

    def _worth_saying(self, comparison: Comparison) -> bool:
        """Say whether the kind of comparison needs its sentence: it is not the plain one, or was chosen by hand.

        A coarse comparison has its own line.
        """
        chosen = comparison.kind is Kind.ACCOUNTS or self._session.pair.kind is not None
        return not comparison.coarse and (chosen or not 0.4 <= comparison.stats.alike < 1)

    def show_steps(self, steps: ChangeSteps) -> None:
        """Say which change is the current one."""
        number, total = steps.position()
        comparison = steps.comparison
        if comparison is None or (comparison.coarse and not total):
            self._place.setText("")
            return
        noun = {Filter.MOVED: "moved", Filter.ALERTS: "with alert"}.get(steps.filter, "change")
        if not total:
            self._place.setText("no changes")
        elif noun == "with alert":
            self._place.setText(
                f"change {number or '–'} of {total:,} with alert" if total > 1 else f"{number or '–'} of 1"
            )
        else:
            self._place.setText(f"{noun} {number or '–'} of {total:,}")
        for each, chip in self._chips.items():
            chip.setChecked(each is steps.filter and each is not Filter.ALL)

    def open_versions(self) -> None:
        """Open the menu of versions for B."""
        self._versions["b"].button.showMenu()

    def show_layout(self, layout: str) -> None:
        for name, each in self._layouts.items():
            each.setChecked(name == layout)

    def show_list(self, visible: bool) -> None:  # noqa: FBT001 - a slot for `toggled`
        self._list.setChecked(visible)

    def _arrange(self) -> None:
        """Put the counts on a line of their own where one line is too narrow, and say things shortly there."""
        self._use_full_words()
        walk = (*self._layouts.values(), self._before, self._place, self._after, self._list, self._ignore)
        long = _width(*walk, self._counts) + 66 > self.width()
        if long:
            self._alike.setText(self._alike.text().partition(" in ")[0])
        narrow = long and _width(*walk, self._counts) + 66 > self.width()
        self._put(narrow=narrow)
        if narrow and _width(*walk) + 60 > self.width():
            self._layouts["side"].setText("Side")
        if narrow and _width(self._counts, self._kinds) + 36 > self.width():
            self._other_kind.setText(self._other_kind.toolTip().removeprefix("Compare ").capitalize())

    def _use_full_words(self) -> None:
        self._layouts["side"].setText("Side by side")
        for widget in (self._alike, self._other_kind):
            widget.setText(widget.toolTip())

    def _put(self, *, narrow: bool) -> None:
        """Put the counts and the other kind on a line of their own, or in the lines above and below it."""
        if narrow and self._tools.indexOf(self._counts) >= 0:
            self._tools.removeWidget(self._counts)
            self._reason_row.removeWidget(self._kinds)
            self._second.insertWidget(0, self._counts)
            self._second.addWidget(self._kinds)
        elif not narrow and self._second.indexOf(self._counts) >= 0:
            self._second.removeWidget(self._counts)
            self._second.removeWidget(self._kinds)
            self._tools.insertWidget(2, self._counts)
            self._reason_row.addWidget(self._kinds)

    def _show_similarity(self, comparison: Comparison) -> None:
        words = share_alike(comparison)
        self._alike.setText(words)
        self._alike.setToolTip(words)

    def _colour(self) -> None:
        colours = theme.current()
        if colours is self._coloured:
            return  # a style sheet changes the palette, which would bring us here again
        self._coloured = colours
        self._chips[Filter.ALERTS].setStyleSheet(
            f"QToolButton {{ background: {colours.alert_ground}; color: {colours.alert}; font-weight: bold;"
            f" border: 1px solid {colours.edge}; border-radius: 10px; padding: 1px 6px; }}"
            f"QToolButton:checked, QToolButton:focus, QToolButton:hover {{ border-color: {colours.accent}; }}"
        )

    # -- asking ----------------------------------------------------------------------------------------------------

    def _choose_side(self) -> None:
        self.layout_chosen.emit("side")

    def _choose_inline(self) -> None:
        self.layout_chosen.emit("inline")

    def _step_back(self) -> None:
        self.step_requested.emit(-1)

    def _step_on(self) -> None:
        self.step_requested.emit(1)

    def _choose_filter(self) -> None:
        chosen = next((each for each, chip in self._chips.items() if chip is self.sender()), Filter.ALL)
        on = self._chips[chosen].isChecked()
        self.filter_chosen.emit((chosen if on else Filter.ALL).value)

    def _switch_kind(self) -> None:
        comparison = self._session.pair.comparison
        if comparison is not None:
            self._session.pair.set_kind(Kind.VERSIONS if comparison.kind is Kind.ACCOUNTS else Kind.ACCOUNTS)

    def _measure_kind(self) -> None:
        self._session.pair.set_kind(None)

    def _set_a(self, version: VersionId) -> None:
        if self._session.pair.b is not None and self._session.pair.b.id == version:
            self._session.pair.swap()
        else:
            self._session.pair.show(version)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()


def _width(*widgets: QWidget) -> int:
    return sum(widget.sizeHint().width() for widget in widgets if not widget.isHidden())
