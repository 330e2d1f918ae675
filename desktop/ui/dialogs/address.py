"""Dialogs of addresses: one that asks for an address, one that shows what an archive holds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox

from desktop.intake.web.address import Address, lone_address
from desktop.translation import Text, number, shown, tr, tr_n
from desktop.ui.widgets.form_dialog import FormDialog, TableDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.intake.web.wayback import Captures

_MOST = 1_000  # rows; the command line lists them all
_HEADS = (Text("Captured (UTC)"), Text("What was found"))


class AddressDialog(FormDialog):
    """One address, and what of it is wanted.

    Signals: page_wanted(object), captures_wanted(object): an Address
    """

    page_wanted = Signal(object)
    captures_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        sentence = tr(
            "The page is fetched once, now, without cookies. Its server sees your network address; an archive is asked "
            "only for captures."
        )
        super().__init__(Text("Add from address"), sentence, parent, tr("Fetch"))
        self.address = self.line("address-line", tr("&Address"), "", "https://")
        self.what = QComboBox()
        self.what.setObjectName("address-what")
        self.what.addItem(tr("The page as it is now"))
        self.what.addItem(tr("Captures in the Wayback Machine"))
        self.form.addRow(tr("&What"), self.what)
        self.address.textChanged.connect(self._check)
        self.accepted.connect(self._ask)
        self._check()

    def _address(self) -> Address | None:
        """Return the address; one without a scheme counts as https."""
        written = self.address.text().strip()
        return lone_address(written if "://" in written or not written else f"https://{written}")

    def _check(self) -> None:
        self.keep.setEnabled(self._address() is not None)

    def _ask(self) -> None:
        address = self._address()
        if address is not None:
            (self.captures_wanted if self.what.currentIndex() else self.page_wanted).emit(address)


class CapturesDialog(TableDialog):
    """Captures to choose one or two from, the newest first.

    Signals: wanted(object): their addresses, oldest first
    """

    wanted = Signal(object)

    def __init__(self, captures: Captures, archive: str, parent: QWidget) -> None:
        newest = captures.listed[::-1]
        self._listed = newest[:_MOST]
        self._archive = archive
        before = [*newest[1 : _MOST + 1], None][: len(self._listed)]
        rows = [
            (
                each.moment,
                tr("the same bytes as before") if former and former.digest == each.digest != "" else each.media_type,
            )
            for each, former in zip(self._listed, before, strict=True)
        ]
        super().__init__(Text("Captures"), _HEADS, rows, parent)
        words = tr_n(
            "{count} capture; choose one, or two that become versions of one article.",
            "{count} captures; choose one, or two that become versions of one article.",
            len(newest),
        )
        listed = tr("The newest {most} are listed.", most=number(_MOST)) if len(newest) > _MOST else ""
        self.nothing.setText(" ".join([words, listed, *map(shown, captures.notices)]).strip())
        self.nothing.show()
        self.take = self.buttons.addButton(tr("Fetch"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setObjectName("captures-fetch")
        self.take.setProperty("look", "button")
        self.buttons.accepted.connect(self._take)
        self.table.selectionModel().selectionChanged.connect(self._count)
        self.choose(0)

    def _count(self) -> None:
        self.take.setEnabled(1 <= len(self.chosen()) <= 2)

    def _take(self) -> None:
        from desktop.intake.web.wayback import capture_address

        addresses = [capture_address(self._listed[row], self._archive) for row in reversed(self.chosen())]
        self.accept()
        self.wanted.emit(addresses)
