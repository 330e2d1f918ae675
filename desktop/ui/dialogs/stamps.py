"""Dialogs of time stamps: the stamps of a desk with what each proves, and the address of an authority."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox

from desktop.intake.web.address import Address, lone_address
from desktop.translation import Text, shown, tr
from desktop.ui.widgets.form_dialog import FormDialog, TableDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.desk.evidence.stamping import Stamp, StampReport

_HEADS = (Text("Time stamp"), Text("Covers"))


class StampsDialog(TableDialog):
    """What somebody else has stamped, and the ways to a new stamp: by files, or by asking an authority.

    `check` says what one stamp proves, and is only asked about those that are chosen: signatures take a moment.

    Signals: query_requested(), statement_requested(), reply_requested(), stamp_requested(), trust_requested()
    """

    query_requested = Signal()
    statement_requested = Signal()
    reply_requested = Signal()
    stamp_requested = Signal()
    trust_requested = Signal()

    def __init__(
        self, found: Sequence[Stamp], check: Callable[[Stamp], StampReport], parent: QWidget, *, writable: bool
    ) -> None:
        super().__init__(Text("Time stamps"), _HEADS, _rows(found), parent)
        self._found = found
        self._check = check
        self.filter.setVisible(len(found) > 10)
        self.nothing.setWordWrap(True)
        self.nothing.show()
        self.table.selectionModel().selectionChanged.connect(self._say)
        self._say()
        if found:
            self.choose(len(found) - 1)
        for name, words, tip, signal, usable in (
            (
                "stamps-request",
                tr("Save &request…"),
                tr("A file (.tsq) for a time-stamping authority, by mail or by its page"),
                self.query_requested,
                writable,
            ),
            (
                "stamps-statement",
                tr("Save &statement…"),
                tr("A file for a client of OpenTimestamps to stamp"),
                self.statement_requested,
                writable,
            ),
            (
                "stamps-take",
                tr("&Take reply…"),
                tr("The reply of an authority (.tsr) or a proof of OpenTimestamps (.ots)"),
                self.reply_requested,
                writable,
            ),
            ("stamps-ask", tr("&Ask an authority…"), tr("Over the network, now"), self.stamp_requested, writable),
            (
                "stamps-trust",
                tr("&Certificate…"),
                tr("Verify signatures by the certificate of an authority (PEM or DER) until the program is closed"),
                self.trust_requested,
                bool(found),
            ),
        ):
            button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.setObjectName(name)
            button.setProperty("look", "button")
            button.setToolTip(tip)
            button.setEnabled(usable)
            button.clicked.connect(self.accept)
            button.clicked.connect(signal)

    def _say(self) -> None:
        """Say what the chosen stamps prove."""
        about = tr(
            "Somebody else stamps the ends of the chains of this desk, so that nobody can write them anew with an "
            "earlier date. Only a hash leaves the desk."
        )
        chosen = [self._check(self._found[row]) for row in self.chosen()]
        lines = [shown(line) for report in chosen for line in (*report.findings, *report.proofs)]
        self.nothing.setText("\n\n".join([about, *lines]))


def _rows(found: Sequence[Stamp]) -> list[tuple[str, str]]:
    return [(stamp.line, shown(stamp.statement.counts())) for stamp in found]


class AuthorityDialog(FormDialog):
    """Asks for the address of a time-stamping authority.

    Signals: chosen(object): an Address
    """

    chosen = Signal(object)

    def __init__(self, address: str, parent: QWidget) -> None:
        sentence = tr(
            "The authority is asked once, now. It gets a hash and your network address; nothing else leaves this "
            "computer."
        )
        super().__init__(Text("Ask an authority"), sentence, parent, tr("Ask"))
        self.address = self.line("authority-address", tr("&Address"), address, "https://")
        self.address.textChanged.connect(self._check)
        self.accepted.connect(self._choose)
        self._check()

    def _address(self) -> Address | None:
        written = self.address.text().strip()
        return lone_address(written if "://" in written or not written else f"https://{written}")

    def _check(self) -> None:
        self.keep.setEnabled(self._address() is not None)

    def _choose(self) -> None:
        address = self._address()
        if address is not None:
            self.chosen.emit(address)
