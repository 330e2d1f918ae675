"""Fields for note and evidence: they grow, report drafts, offer those of a crashed run, open links on demand."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.text.display import shorten
from desktop.translation import Text, tr
from desktop.ui import theme
from desktop.ui.quotes.card import evidence_links
from desktop.ui.quotes.card.growing_field import GrowingField
from desktop.ui.widgets.basics import button, plain_label, put_tip, tool_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop.text.evidence import Evidence


_PROMPT = Text("Source: link, document, page")
_PRIVATE = Text("Lines that begin with “private:” stay out of logs, unless they are asked for.")
_HASH = re.compile(r"(?:kept|file|text) sha256 [0-9a-f]{12,64}")
_HASH_SIZE = 0.7  # of the words
_SIDE = 22  # pixels of a button
Words = tuple[str, str]  # note, evidence

_DRAFT_AFTER_MS = 300


class _FaintHashes(QSyntaxHighlighter):
    """Lets the words of evidence stand out from the SHA-256 of its files."""

    def highlightBlock(self, text: str) -> None:
        faint = QTextCharFormat()
        faint.setForeground(theme.current().colour("faint"))
        faint.setFontPointSize(max(5.0, self.document().defaultFont().pointSizeF() * _HASH_SIZE))
        for found in _HASH.finditer(text):
            start = len(text[: found.start()].encode("utf-16-le")) // 2  # Qt counts UTF-16
            self.setFormat(start, found.end() - found.start(), faint)


class EvidenceField(GrowingField):
    """Where a verdict can be looked up, a line for each piece; Enter is done with it.

    Signals:
        entered(): Enter
        opening(object): a piece of evidence that the checker wants to see
        details_requested(): its parts are to be given one by one
        dropped(object): files and links, as QUrls, that were dropped or pasted here
    """

    entered = Signal()
    opening = Signal(object)
    details_requested = Signal()
    dropped = Signal(object)

    def __init__(self, name: str, parent: QWidget, *, details: bool = False) -> None:
        super().__init__(name, tr("Evidence"), str(_PROMPT), parent)
        self._hashes = _FaintHashes(self.document())
        self._last = ""
        self._details = details
        self._has_buttons = False  # its buttons are there
        more = tr("Evidence in parts: page, time code, words, file…") if details else tr("Choose a file as the source")
        self.open_button = tool_button("↗", f"{name}-open", tr("Open this source"), parent=self)
        self.file_button = tool_button("…", f"{name}-file", more, parent=self)
        self.last_button = tool_button("↓", f"{name}-last", parent=self)
        for each in (self.open_button, self.file_button, self.last_button):
            each.setFixedSize(_SIDE, _SIDE)
            each.setStyleSheet("QToolButton { padding: 0; margin: 0; }")
            each.setCursor(Qt.CursorShape.ArrowCursor)
        self.open_button.clicked.connect(self.ask_to_open)
        self.file_button.clicked.connect(self.details_requested if details else self.choose_file)
        self.last_button.clicked.connect(self.take_last)
        self._has_buttons = True
        self._show_buttons()

    # -- the last source -----------------------------------------------------------------------------------------------

    @property
    def last(self) -> str:
        """The source that is offered, or an empty string."""
        return self._last

    def offer(self, source: str) -> None:
        """Offer a source for the next quote too."""
        self._last = source
        tip = tr("The same source as last (arrow down): {source}", source=shorten(source, 200))
        put_tip(self.last_button, tip)
        self.last_button.setAccessibleName(tip)
        prompt = tr("Source · ↓ as last: {source}", source=shorten(source, 60)) if source else str(_PROMPT)
        self.setPlaceholderText(prompt)
        self._show_buttons()

    def take_last(self) -> None:
        """Write down the last source; it becomes part of a mark as if it had been typed."""
        if self._last and not self.toPlainText():
            self.insertPlainText(self._last)
            self.setFocus()

    # -- links and files -----------------------------------------------------------------------------------------------

    def choose_file(self) -> None:
        dialog = QFileDialog(self.window(), tr("File that shows it"))
        dialog.setObjectName("evidence-file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self.setFocus()
        self.moveCursor(self.textCursor().MoveOperation.End)
        self.insertPlainText(f"\n{path}" if self.toPlainText() else path)

    def ask_to_open(self) -> None:
        """Ask whether the source is to be opened, of several which; nothing is loaded before that."""
        pieces = evidence_links.openable(self.toPlainText())
        if len(pieces) > 1:
            menu = QMenu(self)
            menu.setObjectName("evidence-menu")
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for piece in pieces:
                action = menu.addAction(evidence_links.label(piece).replace("&", "&&"))
                action.triggered.connect(partial(self._open, piece))
            menu.popup(self.open_button.mapToGlobal(self.open_button.rect().bottomLeft()))
        elif pieces:
            self._open(pieces[0])

    def _open(self, piece: Evidence) -> None:
        if self._details:
            self.opening.emit(piece)
        else:
            evidence_links.ask_to_open(piece, self.window())

    # -- Qt asks -------------------------------------------------------------------------------------------------------

    def lines_at(self, width: int) -> int:
        return super().lines_at(width - self.viewportMargins().right())

    def fit(self) -> None:
        """Take the height that the words need beside the buttons that go with them."""
        if self._has_buttons:
            self._show_buttons()
        super().fit()

    def _show_buttons(self) -> None:
        text = self.toPlainText()
        self.open_button.setVisible(bool(evidence_links.openable(text)))
        self.file_button.setVisible((self._details or not text) and not self.isReadOnly())
        self.last_button.setVisible(bool(self._last) and not text and not self.isReadOnly())
        self._place_buttons()

    def _place_buttons(self) -> None:
        bar = self.verticalScrollBar()
        x = self.width() - 3 - (bar.width() if bar.isVisible() else 0)
        right = x
        for each in (self.open_button, self.file_button, self.last_button):
            if not each.isHidden():
                x -= _SIDE
                each.move(x, 3)
        self.setViewportMargins(0, 0, max(0, right - x), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take files that are dropped or pasted as pieces of evidence; words are words."""
        if self._details and any(url.isLocalFile() for url in source.urls()):
            self.dropped.emit(source.urls())
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif plain and event.key() == Qt.Key.Key_Down and not self.toPlainText() and self._last:
            self.take_last()
        else:
            super().keyPressEvent(event)


class NoteFields(QWidget):
    """Note and evidence of one quote.

    Typed words are a draft 300 ms after the last key, and committed when the focus goes elsewhere in the program.
    Words of an earlier run that were never committed are shown with an offer; they count only when they are kept.

    Signals:
        drafted(): the words are worth keeping as a draft now
        committed(): the words are to become a mark
        left_by_key(): Esc, the list takes the focus
        discarded(): the offered words are not wanted
        grown(): the height changed
        entered(): Enter in the evidence, after it was committed
    """

    drafted = Signal()
    committed = Signal()
    left_by_key = Signal()
    discarded = Signal()
    grown = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.note = GrowingField("quote-note", tr("Note"), tr("Note"), self)
        self.evidence = EvidenceField("quote-evidence", self, details=True)
        self.touched = False  # there may be pending words: cheaper to ask than for `pending`
        self._saved: Words = ("", "")
        self._shown: Words = (
            "",
            "",
        )  # in the fields by our doing, or typed while that is allowed
        self._offered: Words | None = None
        self._stays: Sequence[QWidget] = ()
        self._draft = QTimer(self, interval=_DRAFT_AFTER_MS, singleShot=True)
        self._draft.timeout.connect(self.drafted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self.offer = self._make_offer()
        column.addWidget(self.offer)
        for field in (self.note, self.evidence):
            column.addWidget(field)
            field.textChanged.connect(self._typed)
            field.left.connect(self._left)
            field.confirmed.connect(self._keep)
            field.left_by_key.connect(self.left_by_key)
            field.grown.connect(self.grown)
        self.evidence.entered.connect(self._enter)

    def _make_offer(self) -> QWidget:
        offer = QWidget(self)
        column = QVBoxLayout(offer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = plain_label(tr("Half-typed words from last time are back."), "faint", offer)
        line.setWordWrap(True)
        row = QHBoxLayout()
        keep, drop = button(tr("Keep"), "quote-draft-keep"), button(tr("Discard"), "quote-draft-discard")
        keep.clicked.connect(self._keep)
        drop.clicked.connect(self._drop)
        for each in (keep, drop):
            row.addWidget(each)
        row.addStretch(1)
        column.addWidget(line)
        column.addLayout(row)
        offer.hide()
        return offer

    def stay_for(self, widgets: Sequence[QWidget]) -> None:
        """Going to these does not commit: what is pressed there takes the words along."""
        self._stays = (self.note, self.evidence, *widgets)

    # -- what is in the fields -------------------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        return self.note.toPlainText(), self.evidence.toPlainText()

    @property
    def pending(self) -> Words | None:
        """Words that are not yet a mark; None if there are none, or if they are only offered."""
        words = self.words
        return None if words in {self._saved, self._offered} else words

    @property
    def offering(self) -> bool:
        """Words of an earlier run are shown and wait for Keep or Discard."""
        return self._offered is not None

    def show_words(self, saved: Words, *, pending: Words | None = None, offered: Words | None = None) -> None:
        """Show a quote's words, or such that are pending, or offer a draft of an earlier run."""
        self._saved, self._offered = saved, offered if offered != saved else None
        self._set(self._offered or pending or saved)
        self.touched = self.pending is not None
        self._draft.stop()
        self.offer.setVisible(self._offered is not None)

    def follow(self, saved: Words) -> None:
        """The quote's words changed on the disk: show them, unless something else is being typed."""
        if self.pending is None and self._offered is None:
            self._set(saved)
        self._saved = saved
        if self.words == saved:
            self.touched = False
            self._draft.stop()

    def _set(self, words: Words) -> None:
        self._shown = words
        for field, text in zip((self.note, self.evidence), words, strict=True):
            if field.toPlainText() != text:
                field.blockSignals(True)
                field.setPlainText(text)
                field.blockSignals(False)
                field.fit()

    def set_writable(self, writable: bool, why_not: str) -> None:  # noqa: FBT001 - as in Qt's own setters
        for field in (self.note, self.evidence):
            field.setReadOnly(not writable)
            put_tip(field, (str(_PRIVATE) if field is self.note else "") if writable else why_not)

    # -- what happens ----------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        if self.note.isReadOnly():  # only assistive software writes then: show again what is stored
            QTimer.singleShot(0, self, self._show_again)
            return
        self._shown = self.words
        self.touched = True
        if self._offered is not None and self.words != self._offered:
            self._offered = None
            self.offer.hide()
            self.grown.emit()
        self._draft.start()

    def _show_again(self) -> None:
        self._set(self._shown)

    def _left(self) -> None:
        if QApplication.focusWidget() not in self._stays:
            self.committed.emit()

    def _keep(self) -> None:
        self.touched, self._offered = True, None
        self.offer.hide()
        self.committed.emit()
        self.grown.emit()

    def _enter(self) -> None:
        self._keep()
        self.entered.emit()

    def _drop(self) -> None:
        self._offered = None
        self.offer.hide()
        self._set(self._saved)
        self.touched = False
        self.discarded.emit()
        self.grown.emit()
