"""Header of the comparison: version buttons (menu, drop target), layout and kind, counts as filters, place."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.domain import VersionId
from desktop.text.changes import Kind
from desktop.text.display import one_line
from desktop.translation import Plural, Text, number, shown, tr, tr_n
from desktop.ui import theme
from desktop.ui.compare.layout.change_steps import ChangeSteps, Filter
from desktop.ui.compare.layout.descriptions import share_alike
from desktop.ui.session.dragged_version import version_in
from desktop.ui.widgets.basics import button, plain_label, put_tip, tool_button
from desktop.ui.widgets.date_words import as_printed, published, short_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent

    from desktop.domain import Metadata, Version
    from desktop.text.changes import Comparison
    from desktop.ui.session.session import Session


_MENU_ARTICLES = 40
_BESIDE = 66  # pixels for the letter, the arrow and the space between
_TITLE = 110  # pixels that a headline keeps before a date
_GAP, _AROUND = 10, 26  # pixels between the groups of a line, and of the margins around it
_CHIPS = (Filter.ALL, Filter.MOVED, Filter.ALERTS)
# The words of the switches, and what is written on them where there is no room for that.
_LAYOUTS = (("side", Text("Side by side"), Text("Side")), ("inline", Text("Inline"), Text("Inline")))
_KINDS = ((Kind.ACCOUNTS, Text("Passages"), Text("Passages")), (Kind.VERSIONS, Text("Word by word"), Text("Words")))
_LAYOUT_TIP = {"side": Text("Show the two texts side by side"), "inline": Text("Show both texts as one")}
_KIND_TIP = {
    Kind.ACCOUNTS: Text("Compare passages: what answers what, the rest folded away"),
    Kind.VERSIONS: Text("Compare word by word: both texts in their order, with every change"),
}


_PLACES = Plural("{count} place", "{count} places")
_CHANGES = Plural("{count} change", "{count} changes")
_MOVED = Plural("{count} moved", "{count} moved")
_ALERTS = Plural("{count} alert", "{count} alerts")
_PAIRED = Plural("{count} paired", "{count} paired")
_PARTED = Plural("{count} parted", "{count} parted")
_PLACE = {
    Filter.ALL: Text("change {number} of {all}"),
    Filter.MOVED: Text("moved {number} of {all}"),
    Filter.ALERTS: Text("change {number} of {all} with alert"),
}


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
            self._title, self._rests = tr("Choose a version"), [""]
        else:
            info = version.info
            self._title = info.metadata.outlet or info.metadata.title or tr("Untitled")
            self._rests = [" · ".join(filter(None, (when, f"v{info.number}"))) for when in _dates(info.metadata)]
        spoken = f"{self._side.upper()}: {self._title}, {self._rests[0]}"
        self.button.setAccessibleName(spoken)
        put_tip(self.button, _tip(version) if version is not None else tr("Choose a version"))
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
        listed = desk.article_list.state().lines
        for article in desk.articles_by_ids(list(islice(listed, _MENU_ARTICLES))):
            name = " · ".join(filter(None, (article.metadata.outlet, article.metadata.title))) or tr("Untitled")
            for info in desk.versions(article.id):
                dated = published(info.metadata if info.metadata.published else article.metadata)
                action = self._menu.addAction(f"{name[:70]}  —  {dated} · v{info.number}".replace("&", "&&"))
                action.setData(int(info.id))
                action.setCheckable(True)
                action.setChecked(chosen is not None and chosen.id == info.id)

        if len(listed) > _MENU_ARTICLES:
            rest = len(listed) - _MENU_ARTICLES
            self._menu.addAction(
                tr_n("{count} more in the list on the left", "{count} more in the list on the left", rest)
            ).setEnabled(False)

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(VersionId(int(action.data())))

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if version_in(event.mimeData(), self._session.desk) is not None:
            event.acceptProposedAction()
            self.show_target(hovered=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.show_target(hovered=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.show_target(hovered=False)
        version = version_in(event.mimeData(), self._session.desk)
        if version is not None:
            event.acceptProposedAction()
            self.chosen.emit(version)

    def show_target(self, *, hovered: bool) -> None:
        """Show that a dragged version would stand here."""
        self._target = hovered
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
    """Return the date as the whole window writes it, then shorter, then left out; the tip has it as printed."""
    if not meta.published_on:
        return [one_line(meta.published), ""]
    return [published(meta), short_day(date.fromisoformat(meta.published_on)), ""]


def _tip(version: Version) -> str:
    info = version.info
    lines = [info.metadata.title or tr("Untitled"), info.metadata.outlet or tr("outlet not given"),
             as_printed(info.metadata), tr_n("{count} word", "{count} words", info.words)]  # fmt: skip
    if version.hidden:
        lines.append(
            tr_n(
                "{count} passage hidden; the reading view shows them",
                "{count} passages hidden; the reading view shows them",
                len(version.hidden),
            )
        )
    return "\n".join(lines)


class Header(QWidget):
    """Who is compared, layout and kind, the counts as filters, the place among the changes.

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
        self._unmarked = ""  # why nothing is marked
        self._low = False  # whether there is so little room below that one figure has to do for a sentence
        self.setStyleSheet(
            "QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }"
            'QToolButton[look="button"] { padding: 3px 8px; } QToolButton[look="chip"] { padding: 1px 6px; }'
            'QPushButton[look="flat"] { text-align: left; font-weight: bold; padding: 2px 4px; }'
        )
        self.setObjectName("compare-header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("look", "head")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)  # never lower than its lines
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
        self._swap = tool_button("⇄", "compare-swap", tr("Swap A and B"), "button", self)
        self._layouts = {
            name: tool_button(str(words), object_name, str(_LAYOUT_TIP[name]), "button", self)
            for (name, words, _), object_name in zip(_LAYOUTS, ("compare-side-by-side", "compare-inline"), strict=True)
        }
        self._kinds = {
            kind: tool_button(str(words), f"compare-kind-{kind.value}", str(_KIND_TIP[kind]), "button", self)
            for kind, words, _ in _KINDS
        }
        for each in (*self._layouts.values(), *self._kinds.values()):
            each.setCheckable(True)
        self._switches = _group(self, self._layouts.values(), self._kinds.values())

    def _make_counts(self) -> None:
        self._alike = plain_label()
        self._alike.setObjectName("compare-alike")
        self._chips = {
            each: tool_button("", f"compare-filter-{each.value}", look="chip", parent=self) for each in _CHIPS
        }
        for chip in self._chips.values():
            chip.setCheckable(True)
        self._counts = _group(self, (self._alike,), self._chips.values(), gap=4)

    def _make_places(self) -> None:
        before = tool_button("◂", "compare-previous", tr("Previous change (Shift+F8)"), parent=self)
        after = tool_button("▸", "compare-next", tr("Next change (F8)"), parent=self)
        before.clicked.connect(partial(self.step_requested.emit, -1))
        after.clicked.connect(partial(self.step_requested.emit, 1))
        self._place = plain_label()
        self._place.setObjectName("compare-place")
        self._walk = _group(self, (before, self._place, after), gap=4)
        self._list = tool_button(tr("List"), "compare-list-toggle", tr("List of the changes"), parent=self)
        self._list.setCheckable(True)
        self._ignore = tool_button(tr("Ignore ▾"), "compare-ignore", tr("Which differences do not count"), parent=self)
        self._ignore.setMenu(self._ignore_menu)
        self._ignore.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._tools = _group(self, (self._list, self._ignore), gap=4)
        self._why = plain_label(look="faint")
        self._why.setWordWrap(True)
        self._why.setObjectName("compare-why")
        self._measured = tool_button(
            tr("Auto"), "compare-measured-kind", tr("Let the measured overlap choose"), parent=self
        )

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self._versions["a"], 1)
        names.addWidget(self._swap)
        names.addWidget(self._versions["b"], 1)
        # The groups stand in one, two or three of these lines, as there is room; see `_arrange`.
        self._lines = [QHBoxLayout() for _ in range(3)]
        reason = QHBoxLayout()
        reason.addWidget(self._why, 1)
        reason.addWidget(self._measured)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 7)
        column.setSpacing(6)
        for line in (names, *self._lines, reason):
            column.addLayout(line)
        self._placed: tuple[tuple[QWidget | None, ...], ...] = ()
        self._arrange()

    def _connect(self) -> None:
        pair = self._session.pair
        self._swap.clicked.connect(pair.swap)
        for name, each in self._layouts.items():
            each.clicked.connect(partial(self.layout_chosen.emit, name))
        for kind, each in self._kinds.items():
            each.clicked.connect(partial(pair.set_kind, kind))
        self._list.clicked.connect(self.list_toggled)
        self._measured.clicked.connect(partial(pair.set_kind, None))
        self._versions["a"].chosen.connect(self._set_a)
        self._versions["b"].chosen.connect(pair.set_b)
        for only, chip in self._chips.items():
            chip.clicked.connect(partial(self._choose_filter, only))

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_pair(self) -> None:
        """Name the two versions."""
        self._versions["a"].show_version(self._session.pair.a)
        self._versions["b"].show_version(self._session.pair.b)
        self._swap.setEnabled(self._session.pair.a is not None and self._session.pair.b is not None)

    def show_comparison(self, steps: ChangeSteps, unmarked: str = "") -> None:
        """Say how alike the two are, and what differs; `unmarked` is a sentence that says why nothing is marked."""
        comparison = steps.comparison
        for widget in (self._counts, self._walk, self._tools):
            widget.setEnabled(comparison is not None)
            widget.setVisible(comparison is not None or not unmarked)
        for kind, each in self._kinds.items():
            each.setEnabled(comparison is not None or bool(unmarked))
            each.setChecked(comparison is not None and kind is comparison.kind)
        self._unmarked = unmarked
        self._show_why()
        if comparison is None:
            self._counts.hide()
            self._place.setText("")
            self._why.setText(unmarked)
        else:
            self._show_counts(steps, comparison)
        self._arrange()

    def _show_why(self) -> None:
        """Show the sentence on the kind of comparison where it is needed and there is room for it."""
        comparison = self._session.pair.comparison
        needed = bool(self._unmarked) or (comparison is not None and self._worth_saying(comparison))
        self._why.setVisible(needed and (bool(self._unmarked) or not self._low))
        self._measured.setVisible(needed and self._session.pair.kind is not None)

    def set_low(self, low: bool) -> None:  # noqa: FBT001 - what a size comes to
        """Take less room, or as much as is good to read, because the view is low, or no more."""
        if low != self._low:
            self._low = low
            self._show_why()
            self._arrange()

    def _show_counts(self, steps: ChangeSteps, comparison: Comparison) -> None:
        self._alike.setToolTip("\n".join(filter(None, (share_alike(comparison), shown(comparison.why)))))
        words = {Filter.ALL: _PLACES if comparison.coarse else _CHANGES, Filter.MOVED: _MOVED, Filter.ALERTS: _ALERTS}
        for each in _CHIPS:
            there = len(steps.alerts) if each is Filter.ALERTS else len(steps.numbers(each))
            self._chips[each].setText(words[each].of(there))
            self._chips[each].setVisible(there > 0 or (each is Filter.ALL and not comparison.coarse))
        same = not steps.numbers(Filter.ALL)
        self._why.setText(
            tr("The words of the two are the same.")
            if same
            else " ".join(filter(None, (shown(comparison.why), self._by_hand(comparison))))
        )

    def _by_hand(self, comparison: Comparison) -> str:
        """Say how many pairs were decided by hand."""
        pins = self._session.pair.pins if comparison.kind is Kind.ACCOUNTS else ()
        together = sum(pin.together for pin in pins)
        counts = ((together, _PAIRED), (len(pins) - together, _PARTED))
        counted = ", ".join(words.of(count) for count, words in counts if count)
        return tr("By hand: {what}.", what=counted) if counted else ""

    def _worth_saying(self, comparison: Comparison) -> bool:
        """Say whether the kind of comparison needs its sentence: it is not the plain one, or was chosen by hand.

        A coarse comparison has its own line.
        """
        chosen = comparison.kind is Kind.ACCOUNTS or self._session.pair.kind is not None
        return not comparison.coarse and (chosen or not 0.4 <= comparison.stats.alike < 1)

    def show_steps(self, steps: ChangeSteps) -> None:
        """Say which change is the current one."""
        at, total = steps.position()
        comparison = steps.comparison
        if comparison is None or (comparison.coarse and not total):
            words = ""
        elif not total:
            words = tr("no changes")
        else:
            place = _PLACE.get(steps.filter, _PLACE[Filter.ALL]).english
            words = tr(place, number=number(at) if at else "–", all=number(total))
        longer = len(words) != len(self._place.text())
        self._place.setText(words)
        for each, chip in self._chips.items():
            chip.setChecked(each is steps.filter and each is not Filter.ALL)
        if longer:
            self._arrange()

    def open_versions(self) -> None:
        """Open the menu of versions for B."""
        self._versions["b"].button.showMenu()

    def show_target(self, side: str) -> None:
        """Show that a dragged version would go to a side, or to none."""
        for each, version in self._versions.items():
            version.show_target(hovered=each == side)

    def take(self, side: str, version: VersionId) -> None:
        """Put a version on a side, as if it had been chosen there."""
        self._versions[side].chosen.emit(version)

    def show_layout(self, layout: str) -> None:
        for name, each in self._layouts.items():
            each.setChecked(name == layout)

    def show_list(self, visible: bool) -> None:  # noqa: FBT001 - a slot for `toggled`
        self._list.setChecked(visible)

    # -- room ------------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """Put the groups on as few lines as hold them whole; words are shortened first, and never elided."""
        first = (self._switches, None, self._tools)
        most_lines = ((self._switches,), (self._counts,), (self._walk, None, self._tools))
        self._write(full=False)
        # The same for every arrangement: else the window would grow and shrink by what it makes room for.
        self.setMinimumWidth(max(map(_needed, most_lines)))
        for full in (True, False):
            self._write(full=full)
            for lines in (
                ((self._switches, self._counts, None, self._walk, self._tools),),
                (first, (self._counts, None, self._walk)),
                (first, (self._counts,), (self._walk,)),
                most_lines,
            ):
                if max(map(_needed, lines)) <= self.width() and (full or len(lines) > 1):
                    self._put(lines)
                    return
        self._put(most_lines)

    def _write(self, *, full: bool) -> None:
        """Write the full words, or the short ones."""
        for name, words, short in _LAYOUTS:
            self._layouts[name].setText(str(words if full else short))
        for kind, words, short in _KINDS:
            self._kinds[kind].setText(str(words if full else short))
        comparison = self._session.pair.comparison
        is_below = comparison is not None and not self._why.isHidden() and not self._unmarked  # by the sentence below
        self._alike.setText(share_alike(comparison, full=full) if comparison is not None and not is_below else "")
        self._alike.setVisible(bool(self._alike.text()))

    def _put(self, lines: tuple[tuple[QWidget | None, ...], ...]) -> None:
        if lines == self._placed:
            return
        self._placed = lines
        for line in self._lines:
            while line.count():
                line.takeAt(0)
        for line, groups in zip(self._lines, lines, strict=False):
            line.setSpacing(_GAP)
            for group in groups:
                if group is None:
                    line.addStretch(1)
                else:
                    line.addWidget(group)
            if None not in groups:
                line.addStretch(1)

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

    def _choose_filter(self, chosen: Filter) -> None:
        on = self._chips[chosen].isChecked()
        self.filter_chosen.emit((chosen if on else Filter.ALL).value)

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
        elif event.type() == QEvent.Type.FontChange:
            self._arrange()


def _group(parent: QWidget, *parts: Iterable[QWidget], gap: int = 0) -> QWidget:
    """Return widgets beside each other, that stay together wherever they stand."""
    group = QWidget(parent)
    group.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for place, part in enumerate(parts):
        if place and not gap:
            row.addSpacing(8)
        for widget in part:
            row.addWidget(widget)
    return group


def _needed(groups: tuple[QWidget | None, ...]) -> int:
    """Return how wide a line has to be that holds these groups."""
    widths = [group.sizeHint().width() for group in groups if group is not None and not group.isHidden()]
    return sum(widths) + _GAP * (len(groups) - 1) + _AROUND
