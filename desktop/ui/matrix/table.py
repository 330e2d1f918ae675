"""Table of quotes across versions: column headers and widths, heights of rows, the frozen first column, keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QStyle, QTableView

from desktop.translation import tr
from desktop.ui import theme
from desktop.ui.matrix.cell_wordings import day_of, name_of
from desktop.ui.matrix.delegate import PAD, MatrixDelegate
from desktop.ui.widgets.basics import bold, calm, small
from desktop.ui.widgets.card_painting import Lines
from desktop.ui.widgets.verdict_buttons import status_for_key

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop.domain import Quote
    from desktop.text.statements import Cell, Row
    from desktop.ui.matrix.model import MatrixModel


_NAME_LINES = 3
_BADGE = 16
Index = QModelIndex | QPersistentModelIndex
_LEAST = 88  # pixels of a version's column
_MOST = 190
_STATEMENT = (190, 250)  # least width of the statements: where columns scroll, and where they do not
_FITTED = 400  # rows that are measured; a longer table has rows of one height


class MatrixHeader(QHeaderView):
    """Outlet or headline in bold, wrapped, with the date under it and the letter A or B."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("matrix-header")
        self._matrix = model
        self.letters: dict[int, str] = {}  # by id of the version
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)

    def fit(self) -> None:
        """Take the height that the tallest heading needs."""
        self.setFixedHeight(self.needed())

    def needed(self) -> int:
        fine = QFontMetrics(small(self.font())).lineSpacing()
        names = [self._name(section).height for section in range(1, self.count())]
        dated = any(self._day(section) for section in range(1, self.count()))
        base = QFontMetrics(bold(self.font())).lineSpacing()
        return round(max([base, *names]) + 14 + (fine + 3 if dated or self.letters else 0))

    def _name(self, section: int) -> Lines:
        meta = self._matrix.meta(section)
        words = name_of(meta) if meta is not None else tr("Statement and speaker")
        return Lines(words, bold(small(self.font())), self.sectionSize(section) - 2 * PAD + 4, _NAME_LINES)

    def _day(self, section: int) -> str:
        meta = self._matrix.meta(section)
        return day_of(meta) if meta is not None else ""

    def _paint_foot(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The date, and the letter of a side that shows the version."""
        colours = theme.current()
        letter = self.letters.get(self._matrix.version(section), "")
        font = small(self.font())
        metrics = QFontMetrics(font)
        foot = QRect(rect.left() + PAD, rect.bottom() - 7 - metrics.lineSpacing(), rect.width() - 2 * PAD, 0)
        foot.setHeight(metrics.lineSpacing())
        if letter:
            badge = QRectF(foot.right() - _BADGE + 3, foot.center().y() - _BADGE / 2, _BADGE, _BADGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour(f"badge_{letter.lower()}"))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setPen(colours.colour("badge_text"))
            painter.setFont(bold(font))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter)
            foot.setRight(round(badge.left()) - 3)
        painter.setPen(colours.colour("faint"))
        painter.setFont(font)
        day = self._day(section)
        if metrics.horizontalAdvance(day) > foot.width() and day[-4:].isdigit():
            day = day[:-4].rstrip(" ,")  # the tip has the year
        day = metrics.elidedText(day, Qt.TextElideMode.ElideRight, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, day)

    # Qt

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's own name
        colours = theme.current()
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their letters do
        painter.setClipRect(rect)
        painter.fillRect(rect, colours.colour("ground"))
        painter.setPen(colours.colour("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.colour("text"))
        name = self._name(section)
        fine = QFontMetrics(small(self.font())).lineSpacing()
        foot = 7 + (fine + 3 if section else 0)
        name.draw(painter, QPointF(rect.left() + PAD, rect.bottom() - foot - name.height))
        if section:
            self._paint_foot(painter, rect, section)
        painter.restore()


def shares(width: int, versions: int) -> list[int]:
    """Share a width among the statement and the versions; more than the width where it does not do."""
    if not versions:
        return [width]
    first = max(_STATEMENT[1], round(width * 0.35), width - versions * _MOST)
    first = min(first, width - versions * _LEAST)
    if first < _STATEMENT[0]:
        return [_STATEMENT[0]] + [_LEAST + 4] * versions
    each, rest = divmod(width - first, versions)
    return [first] + [each + (number < rest) for number in range(versions)]


def _bare(view: QTableView) -> None:
    """Set what the table and its frozen column have in common."""
    calm(view)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setMinimumSectionSize(20)


class MatrixTable(QTableView):
    """The table; the statements stay in sight while the versions scroll.

    Signals:
        mark_requested(object): V, D or U was pressed; the Status travels
        open_requested(): Enter or a double click
        copy_requested(): Ctrl+C
        chosen(): a cell was clicked
        menu_requested(object): a menu at a global position
    """

    mark_requested = Signal(object)
    open_requested = Signal()
    copy_requested = Signal()
    chosen = Signal()
    menu_requested = Signal(object)

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self._matrix = model
        self._refit = QTimer(self)
        self._refit.setSingleShot(True)
        self._refit.setInterval(0)
        self._refit.timeout.connect(self.fit)
        self.delegate = MatrixDelegate(model, self)
        self.setObjectName("matrix-table")
        self.setAccessibleName(tr("Quotes across versions"))
        _bare(self)
        self.setItemDelegate(self.delegate)
        self.head = MatrixHeader(model, self)
        self.setHorizontalHeader(self.head)
        self.frozen = QTableView(self)
        self.setModel(model)
        self._freeze(model)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self._refit.start)
        self.doubleClicked.connect(self.open_requested)
        self.clicked.connect(self.chosen)

    def _freeze(self, model: MatrixModel) -> None:
        """Set up the copy of the first column that lies over the table while that is scrolled sideways."""
        frozen = self.frozen
        frozen.setObjectName("matrix-statements")
        frozen.setAccessibleName(tr("Statements"))
        frozen.setFrameShape(QFrame.Shape.NoFrame)
        frozen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frozen.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frozen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        _bare(frozen)
        frozen.setModel(model)
        frozen.setSelectionModel(self.selectionModel())
        frozen.setItemDelegate(self.delegate)
        frozen.setHorizontalHeader(MatrixHeader(model, frozen))
        frozen.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        frozen.customContextMenuRequested.connect(self._on_frozen_menu)
        frozen.doubleClicked.connect(self.open_requested)
        frozen.clicked.connect(self.chosen)
        frozen.clicked.connect(self.setFocus)
        frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(frozen.verticalScrollBar().setValue)
        frozen.hide()

    def show_letters(self, letters: dict[int, str]) -> None:
        """Say which versions are A and B, by their ids."""
        if letters != self.head.letters:
            self.head.letters = letters
            self.head.viewport().update()

    # -- sizes -----------------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Share the width, and make each row as high as its content needs."""
        count = self._matrix.columnCount()
        if not count:
            self.frozen.hide()
            return
        widths = self._fit_columns(count)
        self._fit_rows(widths)
        if self._fit_columns(count) != widths:  # a scroll bar came or went
            self._fit_rows(self._fit_columns(count))
        self._place_frozen()

    def _fit_columns(self, count: int) -> list[int]:
        widths = shares(self.viewport().width(), count - 1)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self.head.fit()
        self.updateGeometries()
        return widths

    def _fit_rows(self, widths: list[int]) -> None:
        rows = self._matrix.rowCount()
        self.verticalHeader().setDefaultSectionSize(self.delegate.full_height())
        self.frozen.verticalHeader().setDefaultSectionSize(self.delegate.full_height())
        if rows > _FITTED:
            return
        other = min(widths[1:], default=widths[0])
        for number in range(rows):
            row = self._matrix.row_at(number)
            if row is not None:
                height = self.delegate.height(row, widths[0], other)
                self.setRowHeight(number, height)
                self.frozen.setRowHeight(number, height)
        self.updateGeometries()

    def _place_frozen(self) -> None:
        frozen = self.frozen
        needed = self.horizontalScrollBar().maximum() > 0
        frozen.setVisible(needed)
        if not needed:
            return
        for column in range(self._matrix.columnCount()):
            frozen.setColumnHidden(column, column > 0)
        frozen.setColumnWidth(0, self.columnWidth(0))
        frozen.horizontalHeader().setFixedHeight(self.head.height())
        edge = self.frameWidth()
        place = QRect(edge, edge, self.columnWidth(0), self.viewport().height() + self.head.height())
        frozen.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        frozen.verticalScrollBar().setValue(self.verticalScrollBar().value())
        frozen.raise_()

    # -- the current cell ------------------------------------------------------------------------------------------

    def row(self) -> Row | None:
        """Return the current row."""
        return self._matrix.row_at(self.currentIndex().row())

    def cell(self) -> Cell | None:
        """Return the current cell; None in the first column."""
        return self._matrix.cell_at(self.currentIndex())

    def in_a_version(self) -> bool:
        """Say whether the current cell is one version's, not the statement's."""
        return self.currentIndex().column() > 0

    def quotes(self) -> list[Quote]:
        """Return the quotes of the current cell; the first column stands for all of its row."""
        row, cell = self.row(), self.cell()
        if row is None:
            return []
        cells = row.cells if cell is None else (cell,)
        return [quote for each in cells for quote in self._matrix.quotes_of(each)]

    def _show_current(self) -> None:
        index = self.currentIndex()
        self.delegate.row, self.delegate.column = index.row(), index.column()
        self.delegate.focused = self.hasFocus()
        self.viewport().update()
        self.frozen.viewport().update()

    def _on_frozen_menu(self, at: QPoint) -> None:
        self.setFocus()
        self.menu_requested.emit(self.frozen.viewport().mapToGlobal(at))

    # Qt

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's own name
        super().currentChanged(current, previous)
        self._show_current()

    def scrollTo(  # noqa: N802 - Qt's own name
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Keep the current cell out from under the frozen column."""
        if not index.isValid():
            return
        before = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            self.horizontalScrollBar().setValue(before if self.frozen.isVisibleTo(self) else 0)
            return
        cell = QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), self.visualRect(index))
        hidden = self.columnWidth(0) - cell.left() if self.frozen.isVisibleTo(self) else 0
        if hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._matrix.rowCount():
            self.setCurrentIndex(self._matrix.index(0, min(1, self._matrix.columnCount() - 1)))
        self._show_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_current()

    def set_zoom(self, percent: int) -> None:
        """Give the words of statements another size, and the rows the height for it."""
        self.delegate.set_zoom(percent)
        self._refit.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.delegate.refresh()
            self._refit.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit.start()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == event.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            place = event.globalPos()
        self.menu_requested.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        status = status_for_key(event)
        if status is not None:
            self.mark_requested.emit(status)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_requested.emit()
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)
