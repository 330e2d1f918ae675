"""A table in a dialog is filtered by words, whatever their typography and in which column they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop.translation import Text
from desktop.ui.widgets.form_dialog import TableDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("office", [0]),
        ("cafe mayor", [1]),
        ("CAF\u00c9", [1]),
        ("soft", [0]),
        ("o", [0, 1]),
        ("\u00ad", [0, 1]),
        ("x", []),
    ],
)
def test_rows_with_every_word_pass(qtbot: QtBot, words: str, rows: list[int]) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    made = [("The o\ufb03ce", "so\u00adft"), ("Mayor", "of the cafe\u0301")]
    dialog = TableDialog(Text("Places"), ("What", "Where"), made, host)
    dialog.filter.setText(words)
    assert [row for row in range(2) if dialog.index_of(row).isValid()] == rows
