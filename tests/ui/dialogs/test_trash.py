"""Articles come back from the trash, undoably; emptying it asks first, says what stays, and is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain import Status
from desktop.ui.dialogs.trash import EmptyTrashDialog, TrashDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, host: QWidget, session: Session) -> TrashDialog:
    assert session.desk is not None
    session.delete_articles(session.desk.articles()[3:5])
    dialog = TrashDialog(session, host)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def click(parent: QWidget, name: str) -> None:
    found = parent.findChild(QPushButton, name)
    assert found is not None
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def test_deleted_articles_are_listed_and_come_back(dialog: TrashDialog, session: Session) -> None:
    assert dialog.model.rowCount() == 2
    click(dialog, "trash-restore")
    assert session.desk is not None
    assert len(session.desk.articles()) == 4
    assert session.undo_stack.undoText() == "bring back article"
    session.undo_stack.undo()
    assert len(session.desk.articles()) == 3


def test_emptying_asks_first_and_says_what_goes_and_what_stays(dialog: TrashDialog, session: Session) -> None:
    click(dialog, "trash-empty")
    sure = dialog.findChild(EmptyTrashDialog)
    assert sure is not None
    words = " ".join(label.text() for label in sure.findChildren(QLabel))
    assert "2 articles go for good" in words
    assert "marks" in words
    assert "cannot be undone" in words
    click(sure, "empty-trash-keep")
    assert session.desk is not None
    assert len(session.desk.articles(deleted=True)) == 2


def test_an_emptied_trash_keeps_the_marks_and_is_logged(dialog: TrashDialog, session: Session) -> None:
    desk = session.desk
    assert desk is not None
    gone = desk.articles(deleted=True)[0]
    quote = desk.quotes(gone.newest)[0]
    session.set_status([quote], Status.VERIFIED)
    click(dialog, "trash-empty")
    sure = dialog.findChild(EmptyTrashDialog)
    assert sure is not None
    counts: list[int] = []
    dialog.emptied.connect(counts.append)
    click(sure, "empty-trash-go")
    assert counts == [2]
    assert desk.articles(deleted=True) == []
    assert desk.history(quote.id)[0].checker == "Ada"
    assert not session.undo_stack.canUndo()
    assert desk.check().sound


def test_an_empty_trash_says_so(host: QWidget, session: Session) -> None:
    dialog = TrashDialog(session, host)
    dialog.open()
    assert "The trash is empty" in dialog.nothing.text()
    buttons = [dialog.findChild(QPushButton, name) for name in ("trash-restore", "trash-empty")]
    assert not any(button.isEnabled() for button in buttons if button is not None)
