"""The dialog of the log offers no form that cannot hold what is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.ui.dialogs.export import ExportDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def test_no_page_is_offered_for_what_only_fits_a_table(host: QWidget) -> None:
    dialog = ExportDialog([], host)
    page = dialog.format.findData("html")

    def offered() -> bool:
        return bool(dialog.format.model().flags(dialog.format.model().index(page, 0)) & Qt.ItemFlag.ItemIsEnabled)

    assert offered()
    dialog.columns.setCurrentIndex(dialog.columns.findData("matrix"))
    assert dialog.format.currentData() == "csv"
    assert not offered()
    dialog.columns.setCurrentIndex(dialog.columns.findData("audit"))
    assert offered()
    dialog.close()
