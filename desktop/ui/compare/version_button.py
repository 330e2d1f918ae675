"""Version button: which version stands on a side, and the menu of all that could."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop.domain import VersionId
from desktop.text.display import amount, one_line
from desktop.ui import theme
from desktop.ui.session.dragged_version import version_in
from desktop.ui.widgets.basics import button, plain_label, plain_tip
from desktop.ui.widgets.date_words import as_printed, published, short_day

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent

    from desktop.domain import Metadata, Version
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
                dated = published(info.metadata if info.metadata.published else article.metadata)
                action = self._menu.addAction(f"{name[:70]}  —  {dated} · v{info.number}".replace("&", "&&"))
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
    """Return the date as the whole window writes it, then shorter, then left out; the tip has it as printed."""
    if not meta.published_on:
        return [one_line(meta.published), ""]
    return [published(meta), short_day(date.fromisoformat(meta.published_on)), ""]


def _tip(version: Version) -> str:
    info = version.info
    lines = [info.metadata.title or "Untitled", info.metadata.outlet or "outlet not given",
             as_printed(info.metadata), amount(info.words, "word")]  # fmt: skip
    if version.hidden:
        lines.append(f"{amount(len(version.hidden), 'passage')} hidden; the reading view shows them")
    return plain_tip("\n".join(lines))
