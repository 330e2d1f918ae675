"""Dialogs of addresses: one that asks for an address, one that shows what an archive holds of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox

from desktop.intake.web.address import Address, lone_address
from desktop.translation import Text, shown, tr, tr_n
from desktop.ui.widgets.form_dialog import FormDialog, TableDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.intake.web.wayback import Captures
    from desktop.intake.web_archive.capture_list import ListedCapture

_NEWEST, _OLDEST = 80, 20  # rows where there are too many; the command line lists them all
_HEADS = (Text("Captured (UTC)"), Text("With these bytes"))


class AddressDialog(FormDialog):
    """One address, and what of it is wanted.

    Signals: page_requested(object), captures_requested(object): an Address
    """

    page_requested = Signal(object)
    captures_requested = Signal(object)

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
            (self.captures_requested if self.what.currentIndex() else self.page_requested).emit(address)


class CapturesDialog(TableDialog):
    """Captures to choose one or two from, the newest first; those that brought the same bytes again are counted.

    Signals: captures_chosen(object): their addresses, oldest first
    """

    captures_chosen = Signal(object)

    def __init__(self, captures: Captures, archive: str, parent: QWidget) -> None:
        changed = _changed(captures)
        listed = changed if len(changed) <= _NEWEST + _OLDEST else [*changed[:_NEWEST], *changed[-_OLDEST:]]
        self._listed = [each for each, _ in listed]
        self._archive = archive
        rows = [(each.moment, tr_n("{count} capture", "{count} captures", count)) for each, count in listed]
        super().__init__(Text("Captures"), _HEADS, rows, parent)
        words = tr_n(
            "{count} text; choose one, or two that become versions of one article.",
            "{count} texts; choose one, or two that become versions of one article.",
            len(changed),
        )
        few = tr("The newest {newest} and the oldest {oldest} are listed.", newest=_NEWEST, oldest=_OLDEST)
        sentences = [words, *([few] if len(listed) < len(changed) else []), *map(shown, captures.notices)]
        self.nothing.setText(" ".join(sentences))
        self.nothing.setWordWrap(True)
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
        self.captures_chosen.emit(addresses)


def _changed(captures: Captures) -> list[tuple[ListedCapture, int]]:
    """Return the captures that brought other bytes than the one before, newest first, with how many were the same."""
    found: list[tuple[ListedCapture, int]] = []
    for each in captures.listed:
        if found and each.digest and each.digest == found[-1][0].digest:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((each, 1))
    return found[::-1]
