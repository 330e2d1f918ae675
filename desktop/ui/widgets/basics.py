"""Plain labels, plain tips, buttons, tables, fonts, bars, a flow layout, announcements for screen readers."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QLineEdit,
    QPushButton,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QSplitter, QTableView


_NARROW = 560  # pixels; in less, words and buttons stand one above the other


class FlowLayout(QLayout):
    """Lays widgets out like words: in the direction of the language, then on the next line."""

    def __init__(self, parent: QWidget | None = None, gap: int = 5) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self._gap, 0
            if move:
                item.setGeometry(QStyle.visualRect(self._direction(), rect, QRect(QPoint(x, y), size)))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line - rect.y()

    def _direction(self) -> Qt.LayoutDirection:
        parent = self.parentWidget()
        return parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight


def announce(place: QWidget, words: Callable[[], str]) -> None:
    """Let a screen reader say `words`, which are only put together if one is there; empty ones say nothing."""
    if QAccessible.isActive() and (sentence := words()):
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(place, sentence))


class Bar(QFrame):
    """A bar that comes and goes; whoever was in it is put back where they came from.

    Signals: presence_changed(): it is shown, or hidden, or says something else
    """

    presence_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._focus_before: QWidget | None = None
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._remember)

    def lay_out(self, words: QWidget, buttons: Sequence[QWidget], details: QWidget | None = None) -> None:
        """Put words and buttons in a line, and over them what can be unfolded: the buttons stay where they are then."""
        self._line.setContentsMargins(12, 6, 8, 6)
        self._line.setSpacing(8)
        self._line.addWidget(words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        if not any(isinstance(button, QLineEdit) for button in buttons):
            row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._line.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        if details is not None:
            whole.addWidget(details)
        whole.addLayout(self._line)

    def fit(self, width: int) -> None:
        """Put the buttons under the words where the bar is narrow, `width` in pixels."""
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if width >= _NARROW else direction.TopToBottom)

    def _remember(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and new is not None and self.isAncestorOf(new) and not self.isAncestorOf(old):
            self._focus_before = old

    # Qt

    def setVisible(self, visible: bool) -> None:  # noqa: N802, FBT001 - as Qt has it
        focus, back = QApplication.focusWidget(), self._focus_before
        inside = focus is not None and self.isAncestorOf(focus)
        super().setVisible(visible)
        if inside and not visible and back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presence_changed.emit()


def bold(font: QFont) -> QFont:
    result = QFont(font)
    result.setBold(True)
    return result


def small(font: QFont) -> QFont:
    result = QFont(font)
    result.setPointSizeF(font.pointSizeF() * 0.9)
    return result


def plain_label(text: str = "", look: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that never takes text for markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if look:
        label.setProperty("look", look)
    return label


def plain_tip(text: str) -> str:
    """Return a tip that shows a text as it is: Qt takes a tip for markup as soon as it looks like markup."""
    return f'<p style="white-space: pre-wrap">{escape(text)}</p>' if text else ""


def put_tip(widget: QWidget, text: str) -> None:
    """Show a text as it is while the mouse rests on a widget; it is read out without the markup that keeps it so."""
    widget.setToolTip(plain_tip(text))
    widget.setAccessibleDescription(text)


def read_in_order(splitter: QSplitter) -> None:
    """Let a screen reader meet the panes of a splitter in their order: Qt puts each new one before the others."""
    for place in reversed(range(splitter.count())):
        pane = splitter.widget(place)
        if pane is not None:
            pane.lower()


def button(text: str, name: str, look: str = "button", parent: QWidget | None = None) -> QPushButton:
    """Return a push button with an object name."""
    result = QPushButton(text, parent)
    result.setObjectName(name)
    result.setProperty("look", look)
    result.setAutoDefault(False)
    return result


_CHIP_SIDES = 18  # pixels of room and border beside the words of a chip


def fit_chip(chip: QAbstractButton) -> None:
    """Give a chip room for its words in bold, as they are while it is chosen; a style sheet does not measure that."""
    chip.setMinimumWidth(QFontMetrics(bold(chip.font())).horizontalAdvance(chip.text()) + _CHIP_SIDES)


def tool_button(text: str, name: str, tip: str = "", look: str = "flat", parent: QWidget | None = None) -> QToolButton:
    """Return a small button; the tip is its accessible name where the text is only a sign."""
    result = QToolButton(parent)
    result.setText(text.replace("&", "&&"))
    result.setObjectName(name)
    result.setProperty("look", look)
    result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if tip:
        result.setToolTip(tip)
        result.setAccessibleName(tip)
    return result


def calm(view: QTableView) -> None:
    """Scroll smoothly, draw no grid, leave Tab to the window, and edit only when asked to."""
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().hide()


_FRAME = QSize(16, 48)  # what a system puts around a window, not known before it is shown


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window a size in pixels, or as much of it as its screen has room for."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableGeometry().size() - _FRAME))
