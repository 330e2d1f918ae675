"""Disagreements are listed with both words, and settled by key with a note; that is a mark and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from desktop.domain import Act, Flag, Status
from desktop.store.queries.agreement import Agreement
from desktop.ui.dialogs.settle import HEADS, AgreementDialog, SettleDialog, meaning, row

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, host: QWidget, contested: Session) -> SettleDialog:
    dialog = SettleDialog(contested, host)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.table.setFocus()
    return dialog


def cell(dialog: SettleDialog, row: int, column: int) -> str:
    return str(dialog.model.item(row, column).text())


def text_of(dialog: SettleDialog) -> str:
    frames = dialog.verdicts.findChildren(QWidget, "stance", Qt.FindChildOption.FindDirectChildrenOnly)
    return " | ".join(frame.accessibleName() for frame in frames if not frame.isHidden())


def test_every_contested_quote_is_listed_with_who_says_what(dialog: SettleDialog) -> None:
    assert "3 quotes" in dialog.about.text()
    assert dialog.model.rowCount() == 3
    assert cell(dialog, 0, 2) == "Ada ✓ · Grace ≠"
    assert cell(dialog, 0, 4) == "Russia buys North Korean shells"
    text = text_of(dialog)
    assert "Verified: You" in text
    assert "recording" in text
    assert "Disputed: Grace" in text
    assert "the tape goes on" in text


def test_a_letter_settles_with_the_note_and_goes_on_to_the_next(dialog: SettleDialog, contested: Session) -> None:
    first = dialog.current()
    assert first is not None
    assert contested.desk is not None
    dialog.note.setText("we heard it together")
    QTest.keyClicks(dialog.table, "v")
    newest = contested.desk.history(first.id)[0]
    assert (newest.act, newest.status, newest.note) == (Act.SETTLED, Status.VERIFIED, "we heard it together")
    assert (newest.basis, newest.evidence, newest.reason) == ("recording", "tape 3", "")
    assert dialog.model.rowCount() == 2
    now = dialog.current()
    assert now is not None
    assert now.id != first.id
    assert dialog.note.text() == ""
    assert "Settled as verified" in dialog.outcome.text()
    assert "settle as" in contested.undo_stack.undoText()


def test_undo_brings_the_disagreement_back_and_says_so_in_the_chain(
    dialog: SettleDialog, contested: Session, qtbot: QtBot
) -> None:
    first = dialog.current()
    assert first is not None
    assert contested.desk is not None
    QTest.keyClicks(dialog.table, "d")
    assert Flag.CHECKERS_DISAGREE not in contested.desk.quote(first.id).flags
    qtbot.waitUntil(dialog.isActiveWindow)
    undo = dialog.findChild(QPushButton, "settle-undo")
    assert undo is not None
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert Flag.CHECKERS_DISAGREE in contested.desk.quote(first.id).flags
    assert contested.desk.history(first.id)[0].act is Act.UNDO
    assert dialog.model.rowCount() == 3
    assert contested.desk.check().sound


def test_next_and_previous_by_key_work_from_the_note_too(dialog: SettleDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    note = dialog.findChild(QLineEdit, "settle-note")
    assert note is not None
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.table.currentIndex().row() == 1
    QTest.keyClick(note, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert dialog.table.currentIndex().row() == 0
    QTest.keyClicks(note, "vdu")
    assert note.text() == "vdu"
    assert dialog.model.rowCount() == 3
    QTest.keyClick(note, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert dialog.model.rowCount() == 2


def test_when_all_is_settled_the_dialog_says_so(dialog: SettleDialog) -> None:
    for _ in range(3):
        QTest.keyClicks(dialog.table, "u")
    assert dialog.model.rowCount() == 0
    assert "No disagreement waits" in dialog.about.text()
    buttons = [dialog.findChild(QPushButton, f"settle-{status}") for status in Status]
    assert not any(button.isVisible() for button in buttons if button is not None)


def test_a_locked_story_refuses_with_a_sentence(dialog: SettleDialog, contested: Session) -> None:
    assert contested.desk is not None
    contested.desk.lock_story(contested.desk.stories()[0].id, locked=True)
    QTest.keyClicks(dialog.table, "v")
    label = dialog.findChild(QLabel, "settle-happened")
    assert label is not None
    assert "is locked" in label.text()
    assert dialog.model.rowCount() == 3


def test_esc_leaves_the_note_with_its_words_before_it_closes(dialog: SettleDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.note.setFocus()
    QTest.keyClicks(dialog.note, "half a thou")
    QTest.keyClick(dialog.note, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.table.hasFocus()
    assert dialog.note.text() == "half a thou"
    closed = QSignalSpy(dialog.rejected)
    QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert closed.count() == 1


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
    assert row(Agreement("Ada", "Grace", 40, 30, -0.25))[:5] == ("Ada and Grace", "40 quotes", "30", "75%", "−0.25")


def test_the_rows_are_copied_as_a_table(host: QWidget, contested: Session) -> None:
    assert contested.desk is not None
    dialog = AgreementDialog(contested.desk.agreements(), host)
    dialog.open()
    copy = dialog.findChild(QPushButton, "agreement-copy")
    assert copy is not None
    copy.click()
    head, only = QGuiApplication.clipboard().text().splitlines()
    assert head.split("\t") == [str(head) for head in HEADS]
    assert only.split("\t")[:4] == ["Ada and Grace", "4 quotes", "1", "25%"]


def test_without_two_checkers_the_dialog_says_how_to_get_there(host: QWidget, session: Session) -> None:
    dialog = AgreementDialog((), host)
    dialog.open()
    assert "No two checkers" in dialog.nothing.text()
    assert not dialog.table.isVisible()
    copy = dialog.findChild(QPushButton, "agreement-copy")
    assert copy is not None
    assert not copy.isVisible()
    assert dialog.height() < 200, "no empty ground below one sentence"
