"""Fields for note and evidence: they grow with their words, report drafts, and offer those of a crashed run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.quotes.card.evidence_field import EvidenceField
from desktop.ui.quotes.card.growing_field import GrowingField
from desktop.ui.widgets.basics import button, plain_label, plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

Words = tuple[str, str]  # note, evidence

_DRAFT_AFTER_MS = 300


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
        self.note = GrowingField("quote-note", "Note", "Note", self)
        self.evidence = EvidenceField("quote-evidence", self)
        self.touched = False  # there may be pending words: cheaper to ask than for `pending`
        self._saved: Words = ("", "")
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
        line = plain_label("Half-typed words from last time are back.", "faint", offer)
        line.setWordWrap(True)
        row = QHBoxLayout()
        keep, drop = button("Keep", "quote-draft-keep"), button("Discard", "quote-draft-discard")
        keep.clicked.connect(self._keep)
        drop.clicked.connect(self._drop)
        for made in (keep, drop):
            row.addWidget(made)
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
        for field, text in zip((self.note, self.evidence), words, strict=True):
            if field.toPlainText() != text:
                field.blockSignals(True)
                field.setPlainText(text)
                field.blockSignals(False)
                field.fit()

    def set_writable(self, writable: bool, why_not: str) -> None:  # noqa: FBT001 - as in Qt's own setters
        for field in (self.note, self.evidence):
            field.setReadOnly(not writable)
            field.setToolTip(plain_tip("" if writable else why_not))

    # -- what happens ----------------------------------------------------------------------------------------------

    def _typed(self) -> None:
        self.touched = True
        if self._offered is not None and self.words != self._offered:
            self._offered = None
            self.offer.hide()
            self.grown.emit()
        self._draft.start()

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
