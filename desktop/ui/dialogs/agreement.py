"""Dialog on the agreement of each two checkers: counts, per cent, Cohen's kappa, and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView

from desktop.text.display import amount
from desktop.ui.widgets.basics import button, plain_label
from desktop.ui.widgets.table_dialog import TableDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.store.queries.agreement import Agreement

HEADS = ("Checkers", "Both checked", "Agree", "Per cent", "Cohen’s kappa", "What that means")
_FEW = 20  # quotes; with fewer, one mark more or less moves the number a lot
# From this kappa on, after Landis and Koch (1977).
_BANDS = (
    (0.995, "full agreement"),
    (0.81, "almost complete agreement beyond chance"),
    (0.61, "good agreement beyond chance"),
    (0.41, "moderate agreement beyond chance"),
    (0.21, "fair agreement beyond chance"),
    (0.005, "hardly more agreement than chance would give"),
)
_EXPLAINED = (
    "Counted are quotes to which both gave a status themselves; the newest one counts. Kappa takes away the agreement "
    "that chance alone would give: 1 is full agreement, 0 is what chance gives."
)
_EMPTY = (
    "No two checkers have given a status to the same quote. Copy the desk without marks for a colleague and merge what "
    "comes back: then this says how far the two of you agree."
)


def meaning(agreement: Agreement) -> str:
    """Say in one sentence what kappa says of two checkers, or why there is none."""
    if agreement.kappa is None:
        return "Cannot be computed: both gave every quote the same status, so chance alone would have them agree always"
    words = next((words for least, words in _BANDS if agreement.kappa >= least), "")
    if not words:
        words = "no more agreement than chance would give"
        if agreement.kappa < -0.005:
            words = "less agreement than chance would give"
    few = f"; with {amount(agreement.both, 'quote')} only a hint" if agreement.both < _FEW else ""
    return f"{words.capitalize()}{few}"


def row(agreement: Agreement) -> tuple[str, ...]:
    kappa = "–" if agreement.kappa is None else f"{agreement.kappa:.2f}".replace("-", "−")
    return (
        f"{agreement.one or 'Nobody named'} and {agreement.other or 'nobody named'}",
        amount(agreement.both, "quote"),
        str(agreement.same),
        f"{agreement.per_cent:.0f} %",
        kappa,
        meaning(agreement),
    )


class AgreementDialog(TableDialog):
    """One row for each pair of checkers."""

    def __init__(self, agreements: Sequence[Agreement], parent: QWidget) -> None:
        self._rows = [row(agreement) for agreement in agreements]
        super().__init__("Agreement", HEADS, self._rows, parent)
        self.resize(min(980, parent.width() - 40), 360)
        self.filter.setVisible(len(self._rows) > 5)
        self.table.setWordWrap(True)
        self.table.setVisible(bool(self._rows))
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(len(HEADS) - 1, QHeaderView.ResizeMode.Stretch)
        self.nothing.setText(_EXPLAINED if self._rows else _EMPTY)
        self.nothing.setWordWrap(True)
        self.nothing.show()
        copy = button("Copy as table", "agreement-copy")
        QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self).activated.connect(self._copy)
        copy.setToolTip("Copy the rows with their headings, for a spreadsheet (Ctrl+C)")
        copy.clicked.connect(self._copy)
        self.buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.setVisible(bool(self._rows))
        self.copied = plain_label("", "faint")
        self.copied.hide()
        self.column.insertWidget(self.column.count() - 1, self.copied)
        if self._rows:
            self.choose(0)
            self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        else:
            width = min(520, parent.width() - 40)
            self.resize(width, self.column.totalHeightForWidth(width))

    def _copy(self) -> None:
        if not self._rows:
            return
        lines = [HEADS, *self._rows]
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines))
        self.copied.show()
        self.copied.setText(f"Copied: {amount(len(self._rows), 'row')} and the headings")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
