"""Three buttons for the status of a quote, their keys, and the list of reasons or bases that fits the status."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain import Basis, OpenReason, Reason, Status
from desktop.translation import tr
from desktop.ui import theme
from desktop.ui.status_words import STATUS_SIGN, STATUS_WORD, status_name
from desktop.ui.widgets.basics import put_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

KEYS = {Status.VERIFIED: "V", Status.DISPUTED: "D", Status.UNVERIFIED: "U"}
_ROOM = 8  # pixels beside the words of a button, where it is narrow
_CAP_GAP = 4  # pixels between them and their key
_CTRL_KEYS = {Status.VERIFIED: "Ctrl+1", Status.DISPUTED: "Ctrl+2", Status.UNVERIFIED: "Ctrl+3"}

_LETTERS = {
    Qt.Key.Key_V: Status.VERIFIED,
    Qt.Key.Key_D: Status.DISPUTED,
    Qt.Key.Key_U: Status.UNVERIFIED,
}
# Where V, D and U lie on a keyboard whose letters are not Latin: X11 and Wayland, Windows scan codes, macOS key codes.
_PLACES = {
    "linux": {55: Status.VERIFIED, 40: Status.DISPUTED, 30: Status.UNVERIFIED},
    "win32": {0x2F: Status.VERIFIED, 0x20: Status.DISPUTED, 0x16: Status.UNVERIFIED},
    "darwin": {9: Status.VERIFIED, 2: Status.DISPUTED, 32: Status.UNVERIFIED},
}
_OTHER_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def is_cannot_confirm_key(event: QKeyEvent) -> bool:
    """Say whether Shift+U was pressed: the checker tried and could not confirm it."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier) and status_for_key(event) is Status.UNVERIFIED


def status_for_key(event: QKeyEvent) -> Status | None:
    """Return the status that V, D or U stand for: by letter on Latin layouts, else by the place of the key."""
    if event.modifiers() & _OTHER_KEYS or event.isAutoRepeat():
        return None
    status = _LETTERS.get(Qt.Key(event.key())) if event.key() in set(_LETTERS) else None
    if status is not None or event.text().isascii():
        return status
    places = _PLACES.get(sys.platform, {})
    code = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    return places.get(code)


class StatusButton(QAbstractButton):
    """One of three: sign, word and key; checked when it is the status the quote has."""

    def __init__(self, status: Status, parent: QWidget) -> None:
        super().__init__(parent)
        self.status = status
        self.setObjectName(f"quote-{status}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{STATUS_WORD[status]} ({KEYS[status]})")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.explain("")

    def explain(self, why_not: str) -> None:
        """Say in the tip what a click does, or why it does nothing."""
        usual = tr(
            "Mark as {status} and stay here. In the list, {key} (anywhere {keys}) marks and "
            "moves on to the next unverified quote.",
            status=status_name(self.status),
            key=KEYS[self.status],
            keys=_CTRL_KEYS[self.status],
        )
        put_tip(self, why_not or usual)

    def nextCheckState(self) -> None:
        """A click does not check: the quote's status does."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave the second click alone: a card may have opened under it, and nobody meant this button."""
        event.accept()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._bold())
        return QSize(round(metrics.horizontalAdvance(self._words())) + 14, round(metrics.height()) + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def _words(self) -> str:
        return f"{STATUS_SIGN[self.status]} {STATUS_WORD[self.status]}"

    def fits(self) -> float:
        """Return at which share of their size the words have room, at most 1."""
        return min(1.0, (self.width() - _ROOM) / QFontMetricsF(self._bold()).horizontalAdvance(self._words()))

    def fits_key(self) -> bool:
        """Say whether its key has room beside the words."""
        words = QFontMetricsF(self._bold()).horizontalAdvance(self._words())
        return self.width() - _ROOM >= words + self._cap_width() + _CAP_GAP

    def _share(self) -> float:
        """Return the share at which all buttons of the row have room: their words are of one size."""
        return min(button.fits() for button in self._row())

    def _row(self) -> list[StatusButton]:
        parent = self.parentWidget()
        return parent.findChildren(StatusButton) if parent is not None else [self]

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their letters do
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        own, chosen = colours.status(self.status), self.isChecked()
        edge = own if chosen else colours.colour("accent" if self.underMouse() and self.isEnabled() else "edge")
        painter.setBrush(colours.status_ground(self.status) if chosen else colours.colour("raised"))
        painter.setPen(QPen(edge, 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("accent"), 2))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 5, 5)
        colour = own if chosen else colours.colour("text" if self.isEnabled() else "faint")
        self._write(
            painter, colour, own if chosen else colours.colour("faint"), edge if chosen else colours.colour("edge")
        )

    def _write(self, painter: QPainter, colour: QColor, faint: QColor, edge: QColor) -> None:
        bold = self._bold()
        bold.setPointSizeF(max(6.0, bold.pointSizeF() * self._share()))
        cap, keyed = self._cap_font(), all(button.fits_key() for button in self._row())
        wide, high = self._cap_width() if keyed else -_CAP_GAP, QFontMetricsF(cap).height()
        words = QFontMetricsF(bold).horizontalAdvance(self._words())
        left = (self.width() - words - wide - _CAP_GAP) / 2
        painter.setFont(bold)
        painter.setPen(colour)
        line = QRectF(left, 0, words + 2, self.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words())
        if not keyed:  # the tip and the menu name it
            return
        box = QRectF(left + words + _CAP_GAP, (self.height() - high) / 2, wide, high)
        painter.setFont(cap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(faint)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, KEYS[self.status])

    def _cap_font(self) -> QFont:
        small = QFont(self.font())
        small.setPointSizeF(max(6.0, small.pointSizeF() * 0.78))
        return small

    def _cap_width(self) -> float:
        return QFontMetricsF(self._cap_font()).height() * 1.15


class CardBox(QComboBox):
    """A combo box on a card: the wheel scrolls the list of cards, and Alt+Down opens its own list."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the list scroll: a wheel that passes by chooses nothing."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep Alt+Down and Alt+Up, which elsewhere go from change to change."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.AltModifier
            if alt and event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                event.accept()
                return True
        return super().event(event)


class WhyBox(CardBox):
    """An editable list of reasons or bases; `committed` when the checker has chosen or typed one.

    Signals: committed(str)
    """

    committed = Signal(str)

    def __init__(self, name: str, prompt: str, choices: Sequence[StrEnum], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(prompt)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._built_in = list(map(str, choices))
        self._read: dict[str, str] = {}  # kept in English, read as the window speaks
        self.offer(())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._stored = ""
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(prompt)
            edit.setAccessibleName(prompt)
            edit.editingFinished.connect(self.settle)
        self.activated.connect(self._settle_chosen)
        self.call(name)

    def call(self, name: str) -> None:
        """Give the list and its field their object names."""
        self.setObjectName(name)
        edit = self.lineEdit()
        if edit is not None:
            edit.setObjectName(f"{name}-edit")

    def offer(self, own: Sequence[str]) -> None:
        """List what every desk has and what this one adds; what is shown or typed stays."""
        typed = self.currentText()
        self._read = {choice: tr(choice) for choice in self._built_in} | {word: word for word in own}
        self.clear()
        self.addItems(["", *self._read.values()])
        self.setEditText(typed)

    def show_value(self, value: str) -> None:
        """Show what the quote says, without a signal."""
        self._stored = value
        self.setEditText(self._read.get(value, value))

    @property
    def pending(self) -> str | None:
        """What was typed and not settled yet; None if nothing was."""
        typed = self._typed()
        return None if typed == self._stored else typed

    def _typed(self) -> str:
        words = self.currentText().strip()
        return next((choice for choice, read in self._read.items() if read == words), words)

    def settle(self) -> None:
        if self.pending is not None:
            self._stored = self._typed()
            self.committed.emit(self._stored)

    def _settle_chosen(self, _row: int) -> None:
        self.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes back what was typed here and not settled."""
        if event.key() == Qt.Key.Key_Escape and self.pending is not None:
            self.show_value(self._stored)
            event.accept()
            return
        super().keyPressEvent(event)


class VerdictButtons(QWidget):
    """The three buttons and, under them, why.

    Signals:
        pressed(object): a button, as a Status
        reason_committed(str), basis_committed(str), open_committed(str): why it is disputed, verified, still unverified
    """

    pressed = Signal(object)
    reason_committed = Signal(str)
    basis_committed = Signal(str)
    open_committed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        row = QHBoxLayout()
        row.setSpacing(5)
        self.buttons = {status: StatusButton(status, self) for status in KEYS}
        for each in self.buttons.values():
            each.clicked.connect(self._pressed)
            row.addWidget(each, each.sizeHint().width())  # the longer word has more room
        self.reason = WhyBox("quote-reason", tr("Reason: choose or type"), list(Reason), self)
        self.basis = WhyBox("quote-basis", tr("Basis: choose or type"), list(Basis), self)
        self.open = WhyBox("quote-open", tr("Still open because: choose or type"), list(OpenReason), self)
        self.reason.committed.connect(self.reason_committed)
        self.basis.committed.connect(self.basis_committed)
        self.open.committed.connect(self.open_committed)
        self.boxes = {Status.DISPUTED: self.reason, Status.VERIFIED: self.basis, Status.UNVERIFIED: self.open}
        column.addLayout(row)
        for box in self.boxes.values():
            column.addWidget(box)
        self.show_status(None, "", "")

    def show_status(self, status: Status | None, reason: str, basis: str) -> None:
        """Show what is so; None when several quotes are chosen."""
        for which, each in self.buttons.items():
            each.setChecked(which is status)
        for which, box in self.boxes.items():
            if box.pending is None or not box.hasFocus():
                box.show_value(basis if which is Status.VERIFIED else reason)
            box.setVisible(which is status)

    def offer(self, reasons: Sequence[str], bases: Sequence[str]) -> None:
        """List what this desk adds to reasons and bases."""
        self.reason.offer(reasons)
        self.basis.offer(bases)

    def settle(self) -> None:
        """Settle what is typed for the status that is shown."""
        for box in self.boxes.values():
            if not box.isHidden():
                box.settle()

    def set_writable(self, writable: bool, why_not: str) -> None:  # noqa: FBT001 - as in Qt's own setters
        for each in self.buttons.values():
            each.setEnabled(writable)
            each.explain("" if writable else why_not)
        for box in self.boxes.values():
            box.setEnabled(writable)
            put_tip(box, "" if writable else why_not)

    def _pressed(self) -> None:
        sender = self.sender()
        if isinstance(sender, StatusButton):
            self.pressed.emit(sender.status)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()
