"""Agreement is told in numbers and in a plain sentence, also where it cannot be computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.store.queries.agreement import Agreement
from desktop.ui.dialogs.agreement import HEADS, AgreementDialog, meaning, row

if TYPE_CHECKING:
    from desktop.ui.session.session import Session


@pytest.mark.parametrize(
    ("kappa", "words"),
    [
        (1.0, "Full agreement"),
        (0.7, "Good agreement beyond chance"),
        (0.0, "No more agreement than chance would give"),
        (-0.3, "Less agreement than chance would give"),
        (None, "Cannot be computed: both gave every quote the same status"),
    ],
)
def test_kappa_is_put_in_plain_words(kappa: float | None, words: str) -> None:
    assert meaning(Agreement("Ada", "Grace", 40, 30, kappa)).startswith(words)


def test_few_quotes_are_called_only_a_hint() -> None:
    assert "only a hint" in meaning(Agreement("Ada", "Grace", 5, 4, 0.5))
    assert "hint" not in meaning(Agreement("Ada", "Grace", 50, 40, 0.5))


def test_a_row_has_count_per_cent_and_kappa() -> None:
    assert row(Agreement("Ada", "Grace", 40, 30, -0.25))[:5] == ("Ada and Grace", "40 quotes", "30", "75 %", "−0.25")


def test_the_rows_are_copied_as_a_table(host: QWidget, contested: Session) -> None:
    assert contested.desk is not None
    dialog = AgreementDialog(contested.desk.agreements(), host)
    dialog.open()
    copy = dialog.findChild(QPushButton, "agreement-copy")
    assert copy is not None
    copy.click()
    head, only = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t") == list(HEADS)
    assert only.split("\t")[:4] == ["Ada and Grace", "4 quotes", "1", "25 %"]


def test_without_two_checkers_the_dialog_says_how_to_get_there(host: QWidget, session: Session) -> None:
    dialog = AgreementDialog((), host)
    dialog.open()
    assert "No two checkers" in dialog.nothing.text()
    assert not dialog.table.isVisible()
    copy = dialog.findChild(QPushButton, "agreement-copy")
    assert copy is not None
    assert not copy.isVisible()
    assert dialog.height() < 200, "no empty ground below one sentence"
