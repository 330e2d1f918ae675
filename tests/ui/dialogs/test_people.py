"""People are renamed, given a role and made one in a single act each; Ctrl+Z takes it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.store.records.quotes.people import Person
from desktop.ui.dialogs.people import PeopleDialog, named, perhaps_one

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.session.session import Session


@pytest.fixture
def dialog(qtbot: QtBot, host: QWidget, session: Session) -> PeopleDialog:
    assert session.desk is not None
    dialog = PeopleDialog(session, session.desk.stories()[0], host)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    dialog.table.setFocus()
    return dialog


def names(dialog: PeopleDialog) -> list[str]:
    return [dialog.model.item(row, 0).text() for row in range(dialog.model.rowCount())]


def speakers(session: Session) -> list[str]:
    assert session.desk is not None
    return [quote.attribution.name for quote in session.desk.story_quotes(session.desk.stories()[0].id)]


def test_who_speaks_is_listed_with_the_number_of_quotes(dialog: PeopleDialog, session: Session) -> None:
    everyone = [name for name in speakers(session) if name]
    assert set(names(dialog)) == set(everyone)
    assert dialog.model.item(0, 2).text() == str(max(everyone.count(name) for name in everyone))
    assert f"{len(set(everyone))} people speak in {len(everyone)} quotes" in dialog.nothing.text()


def test_a_new_name_goes_to_all_quotes_and_comes_back_with_one_undo(
    dialog: PeopleDialog, session: Session, qtbot: QtBot
) -> None:
    before = speakers(session)
    top = names(dialog)[0]
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.table, Qt.Key.Key_F2)
    line = dialog.name.lineEdit()
    assert line is not None
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "Admiral Kirby")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert speakers(session).count("Admiral Kirby") == before.count(top)
    assert names(dialog)[0] == "Admiral Kirby"
    assert [person.name for person in dialog.chosen_people()] == ["Admiral Kirby"]
    assert session.undo_stack.undoText() == "rename a person"
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert speakers(session) == before
    assert session.desk is not None
    assert session.desk.check().sound


def test_two_people_become_one_and_the_printed_mentions_stay(dialog: PeopleDialog, session: Session) -> None:
    one, other = names(dialog)[:2]
    before = speakers(session)
    dialog._choose_names([one, other])
    assert dialog.keep.text() == "Make these 2 one person"
    dialog.name.setEditText(one)
    keep = dialog.findChild(QPushButton, "people-keep")
    assert keep is not None
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton)
    assert other not in speakers(session)
    assert speakers(session).count(one) == before.count(one) + before.count(other)
    row = names(dialog).index(one)
    assert other in dialog.model.item(row, 4).text()
    session.undo_stack.undo()
    assert speakers(session) == before


def test_a_role_is_set_for_all_quotes_of_a_person(dialog: PeopleDialog, session: Session) -> None:
    top = names(dialog)[0]
    dialog.role.setEditText("White House")
    dialog.name_chosen()
    assert session.desk is not None
    quotes = session.desk.story_quotes(session.desk.stories()[0].id)
    assert {quote.attribution.role for quote in quotes if quote.attribution.name == top} == {"White House"}
    assert session.undo_stack.undoText() == "set the role of a person"


def test_nothing_is_written_when_nothing_was_changed(dialog: PeopleDialog, session: Session) -> None:
    dialog.name_chosen()
    assert not session.undo_stack.canUndo()


def test_a_locked_story_can_only_be_looked_at(dialog: PeopleDialog, session: Session) -> None:
    assert session.desk is not None
    session.desk.lock_story(session.desk.stories()[0].id, locked=True)
    session.announce(())
    assert not dialog.keep.isEnabled()
    assert "locked" in dialog.nothing.text()


def test_a_name_within_another_name_is_offered_as_the_same_person() -> None:
    people = [Person(name, "", 1, ()) for name in ("the White House", "Vedant", "Vedant Patel", "Kirby")]
    assert perhaps_one(people) == ("Vedant", "Vedant Patel")
    assert perhaps_one(people[2:]) == ()


def test_renaming_alone_leaves_the_roles_of_the_quotes() -> None:
    person = Person("Kirby", "spokesman", 2, ())
    assert named([person], "John Kirby", "spokesman").role is None
    assert named([person], "Kirby", "admiral").role == "admiral"
    assert named([person], "Kirby", "").role == ""
    assert named([Person("Kirby", "", 1, ()), Person("John Kirby", "", 1, ())], "John Kirby", "").role is None


def test_one_quote_without_a_speaker_names_nobody(dialog: PeopleDialog) -> None:
    named = sum(person.quotes for person in dialog._people)
    dialog._say(named + 1)
    assert "1 quote names nobody" in dialog.nothing.text()
    dialog._say(named + 2)
    assert "2 quotes name nobody" in dialog.nothing.text()
