"""Dialog for the reasons and bases that a desk adds to the lists on its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from desktop.desk.reasons import OwnReasons
from desktop.domain import Basis, Reason
from desktop.translation import Text, tr
from desktop.ui.widgets.basics import plain_label
from desktop.ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LINES = 5


class ReasonsDialog(FormDialog):
    """A reason or basis a line. Signals: agreed(object): OwnReasons"""

    agreed = Signal(object)

    def __init__(self, own: OwnReasons, parent: QWidget) -> None:
        sentence = tr(
            "What this desk offers on its cards beside the lists that every desk has: one a line. Marks that were made "
            "keep what they say."
        )
        super().__init__(Text("Reasons and bases"), sentence, parent)
        self.reasons = self._area("own-reasons", tr("&Disputed because"), own.reasons, list(Reason))
        self.bases = self._area("own-bases", tr("&Verified by"), own.bases, list(Basis))
        self.accepted.connect(self._agree)

    def _area(self, name: str, title: str, words: tuple[str, ...], built_in: list[str]) -> QPlainTextEdit:
        field = QPlainTextEdit("\n".join(words))
        field.setObjectName(name)
        field.setProperty("look", "field")
        field.setAccessibleName(title.replace("&", ""))
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * _LINES + 14)
        named = plain_label(title)
        named.setBuddy(field)
        self.form.addRow(named, field)
        known = plain_label(tr("In every desk: {words}", words=", ".join(map(tr, built_in))), "faint")
        known.setWordWrap(True)
        self.form.addRow("", known)
        return field

    def _agree(self) -> None:
        self.agreed.emit(
            OwnReasons(tuple(self.reasons.toPlainText().splitlines()), tuple(self.bases.toPlainText().splitlines()))
        )
