"""Form for several quotes: one reason, note and source for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from desktop.domain import MarkChange, Reason
from desktop.translation import tr, tr_n
from desktop.ui.quotes.card.growing_field import GrowingField
from desktop.ui.quotes.card.note_fields import EvidenceField
from desktop.ui.widgets.basics import plain_label
from desktop.ui.widgets.reason_choices import ReasonChoices
from desktop.ui.widgets.verdict_buttons import WhyBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class SeveralDialog(QDialog):
    """What is left empty stays as it is on every quote; Enter in the source keeps the rest.

    Signals: agreed(object): a MarkChange for all of them
    """

    agreed = Signal(object)

    def __init__(
        self, count: int, last_source: str, parent: QWidget, *, disputed: bool, own: Sequence[str] = ()
    ) -> None:
        super().__init__(parent)
        self.setObjectName("several-quotes")
        self.setWindowTitle(tr_n("Note and source of {count} quote", "Note and source of {count} quotes", count))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        intro = tr_n(
            "This is said of each of the {count} quote. An empty field leaves what each of them has.",
            "This is said of each of the {count} quotes. An empty field leaves what each of them has.",
            count,
        )
        explained = plain_label(intro, "faint", self)
        explained.setWordWrap(True)
        column.addWidget(explained)
        self.reasons = ReasonChoices("several-reasons", self)
        self.reason = WhyBox("several-reason", tr("Reason: choose or type"), list(Reason), self)
        for offering in (self.reasons, self.reason):
            offering.offer(own)
        self.note = GrowingField("several-note", tr("Note"), tr("Note"), self)
        self.source = EvidenceField("several-evidence", self)
        self.source.offer(last_source)
        for part in (self.reasons, self.reason, self.note, self.source):
            column.addWidget(part)
        self.buttons = QDialogButtonBox(self)
        keep = self.buttons.addButton(tr("Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setObjectName("several-keep")
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.reason.setVisible(disputed)
        self.reasons.chosen.connect(self._choose)
        self.reasons.passed.connect(self.source.setFocus)
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        self.source.entered.connect(self._keep)
        for field in (self.note, self.source):
            field.confirmed.connect(self._keep)
            field.left_by_key.connect(self.reject)
        if disputed:
            self.reasons.ask()
        else:
            self.source.setFocus()

    def _choose(self, reason: str) -> None:
        self.reason.show_value(reason)
        self.reasons.hide()
        self.source.setFocus()

    def _keep(self) -> None:
        words = (self.reason.currentText().strip(), self.note.toPlainText(), self.source.toPlainText())
        reason, note, source = (text or None for text in words)
        if reason or note or source:
            self.agreed.emit(MarkChange(reason=reason, note=note, evidence=source))
        self.accept()
