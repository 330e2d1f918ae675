"""How far ignore rules reach, by clicks in their menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from desktop.desk.open_desk import Desk
from desktop.text.ignore_rules.rules import Rules
from desktop.ui.compare.view import CompareView
from desktop.ui.session.ignore_rules import Scope
from desktop.ui.session.session import Session
from tests.ui.compare.screen import label, panes
from tests.ui.compare.texts import version

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop.domain import VersionId
    from desktop.ui.settings import Settings


def entry(view: CompareView, name: str) -> QAction:
    action = view.findChild(QAction, f"compare-{name}")
    assert action is not None
    return action


def click(qtbot: QtBot, view: CompareView, name: str) -> None:
    """Open the menu and click an entry, as a hand does."""
    menu, action = view._ignore, entry(view, name)
    menu.popup(view.mapToGlobal(view.rect().topLeft()))
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    menu.close()


def ignore(qtbot: QtBot, view: CompareView, pattern: str) -> None:
    field = view.findChild(QLineEdit, "compare-ignore-pattern")
    assert field is not None
    field.setText(pattern)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def other_pair(session: Session) -> tuple[VersionId, VersionId]:
    assert session.desk is not None
    articles = session.desk.articles()
    return articles[0].newest, articles[1].newest


def this_pair(session: Session) -> tuple[VersionId, VersionId]:
    assert session.pair.a is not None
    assert session.pair.b is not None
    return session.pair.a.id, session.pair.b.id


def patterns(session: Session) -> tuple[str, ...]:
    return session.pair.rules.patterns if session.pair.rules is not None else ()


def test_rules_of_one_view_stay_with_their_pair(qtbot: QtBot, view: CompareView, session: Session) -> None:
    here = this_pair(session)
    ignore(qtbot, view, "offensives")
    view._ignore.fill()
    assert entry(view, "scope-view").isChecked()
    session.pair.compare(*other_pair(session))
    assert session.pair.rules is None
    session.pair.compare(*here)
    assert patterns(session) == ("offensives",)


def test_rules_of_a_story_hold_for_every_pair_and_after_reopening(
    qtbot: QtBot, view: CompareView, session: Session, desk_path: Path
) -> None:
    ignore(qtbot, view, r"\bU\.S\.")
    click(qtbot, view, "scope-story")
    session.pair.compare(*other_pair(session))
    assert patterns(session) == (r"\bU\.S\.",)
    view._ignore.fill()
    assert entry(view, "scope-story").isChecked()
    session.close_desk()
    session.open_desk(Desk.open(desk_path))
    assert patterns(session) == (r"\bU\.S\.",)
    assert session.pair.scopes.in_force()[0] is Scope.STORY


def test_rules_that_always_hold_are_there_in_another_desk(
    qtbot: QtBot, view: CompareView, session: Session, settings: Settings, tmp_path: Path, sample_desk: Path
) -> None:
    click(qtbot, view, "ignore-numbers")
    click(qtbot, view, "scope-always")
    other = tmp_path / "other.desk"
    other.write_bytes(sample_desk.read_bytes())
    session.settings.save()
    again = Session(type(settings)(settings.path, settings.own_folder))
    again.open_desk(Desk.open(other))
    assert again.pair.rules == Rules(numbers=True)
    again.close_desk()


def test_the_most_specific_rules_hold_and_giving_them_up_brings_the_next(
    qtbot: QtBot, view: CompareView, session: Session
) -> None:
    ignore(qtbot, view, "one")
    click(qtbot, view, "scope-always")
    click(qtbot, view, "scope-story")
    ignore(qtbot, view, "two")
    click(qtbot, view, "scope-view")
    ignore(qtbot, view, "three")
    assert patterns(session) == ("one", "two", "three")
    click(qtbot, view, "scope-drop")
    assert patterns(session) == ("one", "two")
    click(qtbot, view, "scope-drop")
    assert patterns(session) == ("one",)
    click(qtbot, view, "scope-drop")
    assert session.pair.rules is None
    view._ignore.fill()
    assert not entry(view, "scope-drop").isVisible()


def test_a_wider_scope_takes_the_place_of_the_narrower_one(qtbot: QtBot, view: CompareView, session: Session) -> None:
    ignore(qtbot, view, "one")
    click(qtbot, view, "scope-always")
    assert session.pair.scopes.of(Scope.VIEW) is None
    assert session.pair.scopes.of(Scope.ALWAYS) == Rules(patterns=("one",))


def test_a_desk_that_can_only_be_read_keeps_no_rules_and_says_so(
    qtbot: QtBot, settings: Settings, desk_path: Path
) -> None:
    before = desk_path.read_bytes()
    session = Session(settings)
    session.open_desk(Desk.open(desk_path, read_only=True))
    view = CompareView(session)
    qtbot.addWidget(view)
    view.show()
    announcements: list[str] = []
    session.announced.connect(announcements.append)
    ignore(qtbot, view, "one")
    click(qtbot, view, "scope-story")
    assert len(announcements) == 1
    assert "can only be read" in announcements[0]
    assert patterns(session) == ("one",)
    assert session.pair.scopes.in_force()[0] is Scope.VIEW
    session.close_desk()
    assert desk_path.read_bytes() == before


def test_white_space_counts_once_it_is_not_ignored(qtbot: QtBot, view: CompareView, session: Session) -> None:
    assert session.pair.a is not None
    session.pair.a, session.pair.b = version("The mayor said no to it.", 1), version("The mayor  said no to it.", 2)
    session.pair.compare_again()
    assert label(view, "compare-place") == "no changes"
    click(qtbot, view, "ignore-white_space")
    assert label(view, "compare-place") == "change – of 1"
    view.next_change()
    left, _ = panes(view)
    assert [mark.look for number in range(len(left.page.blocks)) for mark in left.layers.of(number).marks] == ["gone"]


def test_kept_rules_that_cannot_be_read_are_as_if_they_were_not_there(session: Session) -> None:
    for stored in ("rubbish", "[1]", '{"patterns": ["("]}', '{"patterns": 3}'):
        session.settings.set_text("rules/always", stored)
        assert session.pair.scopes.of(Scope.ALWAYS) is None


def test_a_pattern_that_takes_too_long_is_stopped_and_said_once(
    qtbot: QtBot, view: CompareView, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.text.ignore_rules.rules._TRY", 0.0)
    failed: list[str] = []
    session.failed.connect(failed.append)
    session.pair.a, session.pair.b = version("The mayor said no.", 1), version("The mayor said yes.", 2)
    ignore(qtbot, view, "no|yes")
    assert failed == ["The pattern “no|yes” takes too long, so it was stopped."]
    assert label(view, "compare-place") == "change – of 1"
    session.pair.compare_again()
    assert len(failed) == 1


def test_what_is_no_pattern_is_said_and_not_kept(qtbot: QtBot, view: CompareView, session: Session) -> None:
    failed: list[str] = []
    session.failed.connect(failed.append)
    for pattern in ("(", "a{99999999999}", "z" * 1001):
        ignore(qtbot, view, pattern)
    assert len(failed) == 3
    assert patterns(session) == ()
