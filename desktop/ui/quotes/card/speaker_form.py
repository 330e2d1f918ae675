"""Form that corrects speaker, role and kind of a quote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.domain import Attribution, Quote, QuoteKind
from desktop.ui.status_words import KIND_WORD
from desktop.ui.widgets.basics import button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QWheelEvent


class _Kinds(QComboBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SpeakerForm(QWidget):
    """Speaker, role and kind of one quote; Enter keeps, Esc leaves all as it was.

    Signals: corrected(object, object): an Attribution, and a QuoteKind or None; closed(): done, either way
    """

    corrected = Signal(object, object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._quote: Quote | None = None
        self.person = QLineEdit(self)
        self.role = QLineEdit(self)
        self.kind = _Kinds(self)
        for kind in QuoteKind:
            self.kind.addItem(KIND_WORD[kind], kind)
        form = QFormLayout(self)
        form.setContentsMargins(0, 2, 0, 2)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, name, field in (
            ("&Speaker", "quote-speaker", self.person),
            ("R&ole", "quote-role", self.role),
            ("&Kind", "quote-kind", self.kind),
        ):
            field.setObjectName(name)
            field.setAccessibleName(title.replace("&", ""))
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            form.addRow(title, field)
        self.save = button("Keep", "quote-speaker-keep", "primary", self)
        cancel = button("Cancel", "quote-speaker-cancel", "button", self)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(cancel)
        row.addStretch(1)
        form.addRow(row)
        self.save.clicked.connect(self.keep)
        cancel.clicked.connect(self.leave)
        self.person.textChanged.connect(self._person_typed)
        self.person.returnPressed.connect(self.keep)
        self.role.returnPressed.connect(self.keep)
        self.hide()

    def open(self, quote: Quote, people: Iterable[str]) -> None:
        """Offer a quote's attribution for correction; `people` are suggested while typing."""
        self._quote = quote
        completer = QCompleter(sorted(set(people) - {""}), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.person.setCompleter(completer)
        self.person.setText(quote.attribution.name)
        self.role.setText(quote.attribution.role)  # not modified by the checker after this
        self.kind.setCurrentIndex(self.kind.findData(quote.kind))
        self.show()
        self.person.setFocus()
        self.person.selectAll()

    def _person_typed(self, typed: str) -> None:
        """Another person has another role: let the one of the former go, and bring it back with the name."""
        if self._quote is None or self.role.isModified():
            return
        was = self._quote.attribution
        self.role.setText(was.role if _same_name(typed, was.name) else "")

    def keep(self) -> None:
        """Tell what was corrected; nothing if nothing was."""
        if self._quote is not None:
            was, person, role = self._quote.attribution, self.person.text().strip(), self.role.text().strip()
            now: Attribution = replace(was, person=person, role=role)
            if not person:
                now = replace(now, speaker="", speaker_span=None)
            kind = QuoteKind(self.kind.currentData())
            same_person = (person, role) == (was.name, was.role)
            if not same_person or kind is not self._quote.kind:
                attribution = was if same_person else now
                self.corrected.emit(attribution, None if kind is self._quote.kind else kind)
        self.leave()

    def leave(self) -> None:
        self._quote = None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.kind.hasFocus():
            self.keep()
        else:
            super().keyPressEvent(event)


def _same_name(one: str, other: str) -> bool:
    return one.split() == other.split()
