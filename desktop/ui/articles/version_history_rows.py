"""Table model of the version history: one row for each version, newest first."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.domain import Status
from desktop.text.stories.version_history import later
from desktop.translation import Text, number, shown, tr, tr_n
from desktop.ui import theme
from desktop.ui.status_words import STATUS_SIGN
from desktop.ui.widgets.basics import plain_tip
from desktop.ui.widgets.date_words import day, weekday

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop.domain import Counts, VersionId, VersionInfo
    from desktop.text.stories.version_history import Step

Index = QModelIndex | QPersistentModelIndex

_BADGE = 16


class Column(IntEnum):
    """What is said of a version, from left to right."""

    VERSION = 0
    CAPTURED = 1
    LATER = 2
    WORDS = 3
    ADDED = 4
    REMOVED = 5
    WHAT = 6
    QUOTES = 7
    HEADLINE = 8


_HEADS = (
    Text("Version"),
    Text("Captured"),
    Text("Later"),
    Text("Words"),
    Text("Added"),
    Text("Removed"),
    Text("What it is"),
    Text("Quotes"),
    Text("New headline"),
)
_NUMBERS = frozenset({Column.WORDS, Column.ADDED, Column.REMOVED})


def on_the_clock(at: datetime) -> str:
    """Return day and time where the checker is; the tip has the seconds and the time zone."""
    when = at.astimezone()
    return f"{day(when.date())}, {when:%H:%M}"


def counts_by_sign(counts: Counts) -> str:
    """Return e.g. “✓ 2  ≠ 1  ? 18”; what there is none of is left out."""
    found = ((STATUS_SIGN[status], getattr(counts, status.value)) for status in Status)
    return "  ".join(f"{sign} {count}" for sign, count in found if count) or tr("none")


def badge(letter: str) -> QPixmap:
    """Paint the letter of a side on its ground."""
    colours, ratio = theme.current(), QApplication.primaryScreen().devicePixelRatio()
    pixmap = QPixmap(int(_BADGE * ratio), int(_BADGE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour(f"badge_{letter.lower()}"))
    painter.drawRoundedRect(0, 0, _BADGE, _BADGE, 4, 4)
    font = QFont(QApplication.font())
    font.setBold(True)
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(colours.colour("badge_text"))
    painter.drawText(QRectF(0, 0, _BADGE, _BADGE), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return pixmap


class HistoryModel(QAbstractTableModel):
    """The versions of one article; what each changed may come later than the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._versions: Sequence[VersionInfo] = ()
        self._steps: dict[VersionId, Step] = {}
        self._letters: dict[VersionId, str] = {}

    def set_versions(self, versions: Sequence[VersionInfo]) -> bool:
        """Take the versions, newest first; says whether they are other ones than before."""
        if [version.id for version in versions] == [version.id for version in self._versions]:
            self._versions = versions
            self._repaint()
            return False
        self.beginResetModel()
        self._versions = versions
        self.endResetModel()
        return True

    def set_steps(self, steps: Sequence[Step]) -> None:
        self._steps = {step.version.id: step for step in steps}
        self._repaint()

    def set_sides(self, a: VersionId | None, b: VersionId | None) -> None:
        """Say which versions stand on A and B."""
        self._letters = {side: letter for side, letter in ((a, "A"), (b, "B")) if side is not None}
        self._repaint()

    def _repaint(self) -> None:
        if self._versions:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._versions) - 1, len(Column) - 1))

    def version(self, row: int) -> VersionInfo | None:
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def row_of(self, version_id: VersionId) -> int:
        """Return the row of a version, or -1."""
        return next((row for row, version in enumerate(self._versions) if version.id == version_id), -1)

    # -- what a cell says ------------------------------------------------------------------------------------------

    def _text(self, version: VersionInfo, before: VersionInfo | None, column: int) -> str:
        match column:
            case Column.VERSION:
                return f"v{version.number}"
            case Column.CAPTURED:
                return on_the_clock(version.captured_at)
            case Column.LATER:
                return later(before.captured_at, version.captured_at).shown() if before else ""
            case Column.QUOTES:
                return counts_by_sign(version.counts)
            case Column.WHAT:
                return " · ".join(filter(None, (tr(version.label), self._what(version))))
            case _:
                return self._counted(version, column)

    def _what(self, version: VersionInfo) -> str:
        step = self._steps.get(version.id)
        if step is None:
            return tr("comparing…")
        parts = [shown(step.sentence)]
        parts += [tr_n("{count} moved", "{count} moved", step.moved)] if step.moved else []
        parts += [tr_n("{count} alert", "{count} alerts", step.alerts)] if step.alerts else []
        parts += [
            tr("new {what}", what=tr(each.name)) for each in step.renewed if each.name not in {"headline", *step.only}
        ]
        return " · ".join(parts)

    def _counted(self, version: VersionInfo, column: int) -> str:
        step = self._steps.get(version.id)
        if step is None:
            return "…" if column in _NUMBERS else ""
        match column:
            case Column.WORDS:
                return number(step.words)
            case Column.HEADLINE:
                return (step.title[1] or tr("none")) if step.title else ""
            case Column.ADDED if step.before:
                return f"+{number(step.added)}"
            case Column.REMOVED if step.before:
                return f"−{number(step.removed)}"
            case _:
                return ""

    def _tip(self, version: VersionInfo, column: int) -> str:
        step = self._steps.get(version.id)
        match column:
            case Column.CAPTURED | Column.LATER:
                return _full_time(version)
            case Column.QUOTES:
                counts = version.counts
                return tr(
                    "{verified} verified, {disputed} disputed, {unverified} to check",
                    verified=number(counts.verified),
                    disputed=number(counts.disputed),
                    unverified=number(counts.unverified),
                )
            case Column.HEADLINE | Column.WHAT if step:
                lines = [
                    f"{tr(each.name).capitalize()}: {each.old or tr('none')} → {each.new or tr('none')}"
                    for each in step.renewed
                ]
                whole = [self._text(version, None, column)] if column == Column.WHAT else []
                return "\n".join([*whole, *lines])
            case Column.WORDS | Column.ADDED | Column.REMOVED:
                return tr("Words that are not hidden as boilerplate; what only moved is neither added nor removed")
            case _:
                return ""

    def _colour(self, version: VersionInfo, column: int) -> str:
        step = self._steps.get(version.id)
        if step is None or step.minor or column == Column.LATER:
            return "faint"
        if column == Column.ADDED and step.added:
            return "new"
        return "gone" if column == Column.REMOVED and step.removed else "text"

    def _spoken(self, version: VersionInfo, before: VersionInfo | None, column: int) -> str:
        """Say a cell so that it stands without its head."""
        text = self._text(version, before, column)
        letter = self._letters.get(version.id)
        match column:
            case Column.VERSION:
                if letter:
                    return tr("Version {number}, shown as {side}", number=version.number, side=letter)
                return tr("Version {number}", number=version.number)
            case Column.QUOTES:
                return self._tip(version, column)
            case _:
                return f"{_HEADS[column]}: {text or tr('nothing')}"

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._versions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(_HEADS[section])
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        version, before = self.version(index.row()), self.version(index.row() + 1)
        if version is None:
            return None
        column = index.column()
        found: object = None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                found = self._text(version, before, column)
            case Qt.ItemDataRole.ToolTipRole:
                found = plain_tip(self._tip(version, column)) or None
            case Qt.ItemDataRole.TextAlignmentRole:
                found = _alignment(column)
            case Qt.ItemDataRole.ForegroundRole:
                found = theme.current().colour(self._colour(version, column))
            case Qt.ItemDataRole.DecorationRole if column == Column.VERSION and version.id in self._letters:
                found = badge(self._letters[version.id])
            case Qt.ItemDataRole.AccessibleTextRole:
                found = self._spoken(version, before, column)
        return found


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _full_time(version: VersionInfo) -> str:
    when = version.captured_at.astimezone()
    printed = version.metadata.published or tr("none")
    captured = tr(
        "Captured {day}, {time} ({utc} UTC)",
        day=weekday(when.date()),
        time=f"{when:%H:%M:%S %Z}",
        utc=f"{version.captured_at:%Y-%m-%d %H:%M:%S}",
    )
    return "\n".join((captured, tr("Date as printed: {date}", date=printed)))
