"""List view of articles: drawing of the rows, keys, mouse, heights of rows."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.translation import number, tr, tr_n
from desktop.ui import theme
from desktop.ui.articles.arrangement import ArticleRow, StoryRow, VersionRow, source_in_words
from desktop.ui.articles.model import Index, Role, counts_in_words
from desktop.ui.widgets.basics import bold, calm, small
from desktop.ui.widgets.date_words import published, short_day
from desktop.ui.widgets.form_dialog import Line
from desktop.ui.widgets.row_pictures import RowPictures

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop.domain import Counts, VersionId, VersionInfo
    from desktop.ui.articles.model import ArticleModel


_PAD = 12
_BADGE = 18
_HEADLINE_LINES = 2
_LOCKED = "locked"
_FITTED_AT_ONCE = 1000  # rows that are given their heights before something else may happen
_TURN = 0.006  # seconds of that, then keys and the mouse come first
_PADLOCK, _LOCK_GAP = 9, 4  # pixels: width of the padlock, room beside it


def heights(font: QFont) -> tuple[int, int, int]:
    """Return the heights of a story, an article and a version row, in pixels."""
    line, strong, fine = (QFontMetrics(each).lineSpacing() for each in (font, bold(font), small(font)))
    return strong + 22, _HEADLINE_LINES * strong + 2 * fine + 21, fine + 10 + line * 0


def band(font: QFont) -> int:
    """Return the height of the heading above the first source of a story, in pixels."""
    return QFontMetrics(bold(font)).lineSpacing() + 12


def _body(rect: QRect, row: object, font: QFont) -> QRect:
    """Return the rectangle of a row without the heading above the first source."""
    above = band(font) if isinstance(row, ArticleRow) and row.sources else 0
    return rect.adjusted(0, above, 0, 0)


def wrapped(text: str, font: QFont, width: int, lines: int) -> list[str]:
    """Break text into at most `lines` lines of `width` pixels; the last is elided."""
    metrics = QFontMetrics(font)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    wrapped_lines: list[str] = []
    while len(wrapped_lines) < lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 20))
        start = line.textStart()
        if len(wrapped_lines) == lines - 1:
            wrapped_lines.append(metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width))
        else:
            wrapped_lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return wrapped_lines


def version_in_words(version: VersionInfo) -> list[str]:
    """Return number, label and time of capture, the fullest words first."""
    when = version.captured_at.astimezone()
    known = " · ".join(filter(None, (f"v{version.number}", tr(version.label))))
    day = short_day(when.date())
    return [
        tr("{version} · captured {day} {time}", version=known, day=day, time=f"{when:%H:%M}"),
        f"{known} · {day} {when:%H:%M}",
        f"{known} · {day}",
        known,
    ]


@dataclass(frozen=True, slots=True)
class _Shown:
    """All that a row shows."""

    row: StoryRow | ArticleRow | VersionRow
    letter: str  # "A", "B" or none
    changed: str  # what a version changed, in words
    hover: bool
    focused: bool


class ArticleDelegate(QStyledItemDelegate):
    """Paint stories, articles and versions; A and B are letters on a ground.

    Signals: b_clicked(object): somebody clicked the empty B beside an article; the row travels
    """

    b_clicked = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.a: VersionId | None = None
        self.b: VersionId | None = None
        self._pictures = RowPictures()

    def letter(self, row: object) -> str:
        """Return "A" or "B" where a row shows that side, else nothing."""
        match row:
            case ArticleRow():
                version = row.article.newest
            case VersionRow() if row.version.id != row.article.newest:
                version = row.version.id
            case _:
                return ""
        return "A" if version == self.a else "B" if version == self.b else ""

    @staticmethod
    def badge_rect(rect: QRect) -> QRect:
        return QRect(rect.right() - _PAD - _BADGE + 1, rect.top() + 10, _BADGE, _BADGE)

    def _paint_story(self, painter: QPainter, rect: QRect, row: StoryRow) -> None:
        colours = theme.current()
        painter.fillRect(rect, colours.colour("window"))
        plain, font = small(painter.font()), bold(painter.font())
        painter.setFont(font)
        painter.setPen(colours.colour("text"))
        metrics = QFontMetrics(font)
        sign = "▸ " if row.folded else "▾ "
        line = QRect(rect.left() + _PAD, rect.top() + 7, rect.width() - 2 * _PAD, metrics.height())
        room = line.width() - (lock_width(plain) if row.story.locked else 0)
        title = metrics.elidedText(sign + row.story.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line.left(), line.top() + metrics.ascent(), title)
        if row.story.locked:
            draw_lock(painter, line, plain)
        bar = QRectF(rect.left() + _PAD, rect.bottom() - 8, rect.width() - 2 * _PAD, 3)
        self._paint_bar(painter, bar, row.counts)

    @staticmethod
    def _paint_bar(painter: QPainter, bar: QRectF, counts: Counts) -> None:
        colours = theme.current()
        painter.fillRect(bar, colours.colour("line"))
        if not counts.total:
            return
        left = bar.left()
        for name, count in (("verified", counts.verified), ("disputed", counts.disputed)):
            width = bar.width() * count / counts.total
            painter.fillRect(QRectF(left, bar.top(), width, bar.height()), colours.colour(name))
            left += width

    def _paint_article(self, painter: QPainter, rect: QRect, row: ArticleRow, shown: _Shown) -> None:
        colours = theme.current()
        font = painter.font()
        strong, fine = bold(font), small(font)
        width = rect.width() - 2 * _PAD - _BADGE - 8
        top = rect.top() + 9
        painter.setPen(colours.colour("text"))
        painter.setFont(strong)
        metrics = QFontMetrics(strong)
        for line in wrapped(row.headline, strong, width, _HEADLINE_LINES):
            painter.drawText(rect.left() + _PAD, top + metrics.ascent(), line)
            top += metrics.lineSpacing()
        painter.setPen(colours.colour("faint"))
        painter.setFont(fine)
        metrics = QFontMetrics(fine)
        top += 3
        for line in self._facts(row):
            text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, rect.width() - 2 * _PAD)
            painter.drawText(rect.left() + _PAD, top + metrics.ascent(), text)
            top += metrics.lineSpacing()
        self._paint_letter(painter, rect, shown)
        if row.source is not None:
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colours.colour("verified"))

    @staticmethod
    def _paint_band(painter: QPainter, rect: QRect, sources: int) -> None:
        colours = theme.current()
        painter.fillRect(rect, colours.colour("window"))
        painter.setPen(colours.colour("text"))
        words = tr("Sources ({count})", count=number(sources))
        painter.drawText(rect.adjusted(_PAD, 0, -_PAD, 0), Qt.AlignmentFlag.AlignVCenter, words)

    @staticmethod
    def _facts(row: ArticleRow) -> list[str]:
        article = row.article
        if row.source is not None:
            day = published(article.metadata) if article.metadata.published else ""
            return [source_in_words(row.source), " · ".join(filter(None, (article.metadata.outlet, day)))]
        first = f"{article.metadata.outlet or tr('Outlet not given')} · {published(row.article.metadata)}"
        counts = counts_in_words(article.counts)
        if article.versions > 1:
            counts = f"{tr_n('{count} version', '{count} versions', article.versions)} · {counts}"
        return [first, f"{row.taken} · {counts}" if row.taken else counts]

    def _paint_letter(self, painter: QPainter, rect: QRect, shown: _Shown) -> None:
        colours = theme.current()
        badge = self.badge_rect(rect)
        painter.setFont(bold(small(painter.font())))
        if shown.letter:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(f"badge_{shown.letter.lower()}"))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setPen(colours.colour("badge_text"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown.letter)
        elif shown.hover:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("badge_b"), 1))
            painter.drawRoundedRect(badge, 4, 4)
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "B")

    def _paint_version(self, painter: QPainter, rect: QRect, row: VersionRow, shown: _Shown) -> None:
        colours = theme.current()
        fine = small(painter.font())
        metrics = QFontMetrics(fine)
        painter.setFont(fine)
        painter.setPen(colours.colour("faint"))
        lettered = bool(shown.letter or shown.hover)
        left, right = rect.left() + 2 * _PAD, rect.right() - _PAD - (_BADGE + 6 if lettered else 0)
        base = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) // 2
        width = metrics.horizontalAdvance(shown.changed)
        painter.drawText(right - width, base, shown.changed)
        room = right - left - width - 8
        text = next((text for text in version_in_words(row.version) if metrics.horizontalAdvance(text) <= room), "")
        text = text or metrics.elidedText(version_in_words(row.version)[-1], Qt.TextElideMode.ElideRight, room)
        painter.drawText(left, base, text)
        if lettered:
            place = QRect(rect.left(), rect.top() - 10 + (rect.height() - _BADGE) // 2, rect.width(), rect.height())
            painter.setFont(QFont(fine))
            self._paint_letter(painter, place, shown)

    # Qt

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        state, flag = option.state, QStyle.StateFlag
        letter = self.letter(row)
        changed = str(index.data(Role.CHANGED)) if isinstance(row, VersionRow) else ""
        hover, focused = bool(state & flag.State_MouseOver), bool(state & flag.State_HasFocus)
        chosen = bool(state & flag.State_Selected) or (isinstance(row, ArticleRow) and bool(letter))
        colours = theme.current()
        ground = colours.colour("accent_ground" if chosen else "ground")
        shown = _Shown(row, letter, changed, hover=hover, focused=focused)
        font = QFont(option.font)
        self._pictures.draw(
            painter, option.rect, (shown, font.key(), colours.dark), ground,
            lambda own, rect: self._paint_row(own, rect, font, shown),
        )  # fmt: skip

    def _paint_row(self, painter: QPainter, rect: QRect, font: QFont, shown: _Shown) -> None:
        colours = theme.current()
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their letters do
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        body = _body(rect, shown.row, font)
        match shown.row:
            case StoryRow():
                self._paint_story(painter, rect, shown.row)
            case ArticleRow():
                if shown.row.sources:
                    above = QRect(rect.topLeft(), QSize(rect.width(), body.top() - rect.top()))
                    self._paint_band(painter, above, shown.row.sources)
                self._paint_article(painter, body, shown.row, shown)
            case VersionRow():
                self._paint_version(painter, rect, shown.row, shown)
        painter.setPen(colours.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if shown.focused:
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(body.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        story, article, version = heights(option.font)
        row = index.data(Role.ROW)
        height = story if isinstance(row, StoryRow) else version if isinstance(row, VersionRow) else article
        above = band(option.font) if isinstance(row, ArticleRow) and row.sources else 0
        return QSize(200, height + above)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        editor = Line(parent)
        editor.setObjectName("rename")
        editor.setAccessibleName(tr("New name for {name}", name=index.data(Qt.ItemDataRole.DisplayRole)))
        return editor

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(Role.ROW)
        if event.type() == QEvent.Type.MouseButtonPress and not isinstance(row, StoryRow) and not self.letter(row):
            mouse: QMouseEvent = event  # type: ignore[assignment]  # the type of the event says so
            rect = _body(option.rect, row, option.font)
            place = rect if isinstance(row, ArticleRow) else rect.translated(0, -10)
            if self.badge_rect(place).contains(mouse.position().toPoint()):
                self.b_clicked.emit(row)
                return True
        return super().editorEvent(event, model, option, index)


def lock_width(font: QFont) -> int:
    """Return how much room the sign takes, in pixels, with the gap before it."""
    return QFontMetrics(font).horizontalAdvance(_LOCKED) + _PADLOCK + 3 * _LOCK_GAP


def draw_lock(painter: QPainter, line: QRect, font: QFont) -> None:
    """Draw the sign at the right end of a line of text."""
    colour = theme.current().colour("faint")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, _LOCKED)
    left = line.right() - QFontMetrics(font).horizontalAdvance(_LOCKED) - _LOCK_GAP - _PADLOCK
    body = QRectF(left, line.center().y() - 1, _PADLOCK, 7)
    painter.setPen(QPen(colour, 1.4))
    painter.drawArc(QRectF(left + 2, body.top() - 4.5, _PADLOCK - 4, 9), 0, 180 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(body, 1.5, 1.5)
    painter.restore()


class ArticleList(QTableView):
    """The rows; Enter shows, Space folds a story, Del deletes, letters go to a headline, rows can be dragged.

    Signals: b_requested(object), fold_requested(object), delete_requested(), typed(str): letters, escaped(): Esc;
        mouse_released(): after it was pressed on a row; dragged(): a row was dragged somewhere, or in vain
    """

    b_requested = Signal(object)
    fold_requested = Signal(object)
    delete_requested = Signal()
    typed = Signal(str)
    escaped = Signal()
    mouse_released = Signal()
    dragged = Signal()

    def __init__(self, articles: ArticleModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._articles = articles
        self.grabbed = False  # the button of the mouse is down on a row, which may be dragged
        self.setObjectName("article-list")
        self.setAccessibleName(tr("Articles"))
        self._heights = heights(self.font())
        self._unfitted = 0  # the first row whose height may be that of another kind of row
        self._rows = 0  # how many there are
        self._plain_from = 0  # the first that was not there before: a row keeps its height through a reset of the model
        self._fitting = QTimer(self, interval=0)
        self._fitting.timeout.connect(self._fit_some)
        self.verticalScrollBar().valueChanged.connect(self._fit_shown)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        calm(self)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    # -- heights of the rows ---------------------------------------------------------------------------------------

    def fit_rows(self) -> None:
        """Give every kind of row its height; articles, the most, have the default. Of many rows the first ones."""
        self._heights = heights(self.font())
        head, (_, article, version) = self.verticalHeader(), self._heights
        head.setMinimumSectionSize(version)
        self._plain_from, self._rows = self._rows, head.count()
        if head.defaultSectionSize() != article:
            head.setDefaultSectionSize(article)
            self._plain_from = self._rows
        self._unfitted = 0
        self._fit_next()
        if self._unfitted < head.count():
            self._fitting.start()
        self.viewport().update()

    def _fit_next(self) -> None:
        """Give the next rows their heights."""
        start = self._unfitted
        self._unfitted = min(start + _FITTED_AT_ONCE, self.verticalHeader().count())
        self._fit(range(start, self._unfitted))

    def _fit(self, rows: range) -> None:
        head, (story, article, version) = self.verticalHeader(), self._heights
        kinds = (story, version, article + band(self.font()))
        heights: dict[int, int] = {}
        for odd, height in zip(self._articles.odd_rows(), kinds, strict=True):
            heights |= dict.fromkeys(odd[bisect_left(odd, rows.start) : bisect_left(odd, rows.stop)], height)
        head.blockSignals(True)  # the table would lay itself out again after every one of them,
        head.setUpdatesEnabled(False)  # and the header would count where every one begins
        for row in (*range(rows.start, min(rows.stop, self._plain_from)), *heights):
            height = heights.get(row, article)
            if head.sectionSize(row) != height:
                head.resizeSection(row, height)
        head.setUpdatesEnabled(True)
        head.blockSignals(False)
        self.updateGeometries()

    def _fit_some(self) -> None:
        """Go on for a few milliseconds; what is on the screen stays where it is."""
        ends, top = monotonic() + _TURN, self.rowAt(0)
        before = self.rowViewportPosition(top)
        while self._unfitted < self.verticalHeader().count() and monotonic() < ends:
            self._fit_next()
        if self._unfitted >= self.verticalHeader().count():
            self._fitting.stop()
        if top >= 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.rowViewportPosition(top) - before)
        self.viewport().update()

    def _fit_shown(self) -> None:
        """Fit what was scrolled to before its turn came."""
        top = self.rowAt(0)
        if self._fitting.isActive() and top >= 0:
            room = self.viewport().height() // self._heights[-1] + 1
            self._fit(range(top, min(top + room, self.verticalHeader().count())))

    def _point_at(self, index: QModelIndex) -> None:
        """Choose what the menu is about, and leave the current row where it is: that one is shown."""
        model = self.selectionModel()
        if index.isValid() and not model.isSelected(index):
            model.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def acted_on(self) -> QModelIndex:
        """Return the row that verbs are about: the current one, unless only others are chosen."""
        current, chosen = self.currentIndex(), self.selectionModel().selectedIndexes()
        return current if not chosen or current in chosen else min(chosen, key=lambda index: index.row())

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter ends the editing of a name, and nothing else
            return
        row = self.currentIndex().data(Role.ROW)
        key, shift = event.key(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        enter = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if isinstance(row, StoryRow) and (enter or key == Qt.Key.Key_Space):
            self.fold_requested.emit(row)
        elif enter and shift and row is not None:
            self.b_requested.emit(row)
        elif key == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Leave it to others to find a headline: Qt would read every row for it."""
        self.typed.emit(search)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the ends of the list; a table would go to the ends of the row."""
        ends = {self.CursorAction.MoveHome: 0, self.CursorAction.MoveEnd: self.model().rowCount() - 1}
        if action in ends and self.model().rowCount():
            return self.model().index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = index.data(Role.ROW) if index.isValid() else None
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle and isinstance(row, ArticleRow | VersionRow):
            self.b_requested.emit(row)
            return
        if event.button() == Qt.MouseButton.RightButton:
            self._point_at(index)
            return
        self.grabbed = event.button() == Qt.MouseButton.LeftButton and isinstance(row, ArticleRow | VersionRow)
        super().mousePressEvent(event)
        if isinstance(row, StoryRow) and event.button() == Qt.MouseButton.LeftButton and event.position().x() < 28:
            self.fold_requested.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.grabbed:
            self.grabbed = False
            self.mouse_released.emit()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag what is chosen; only pressed, it was never shown."""
        super().startDrag(actions)
        if self.grabbed:
            self.grabbed = False
            self.dragged.emit()
