"""What the foot and the list of the newsroom say of hubs in every state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.desk.newsroom_state import HubState, SyncState
from desktop.ui.dialogs.newsroom import NewsroomDialog, foot_words, hub_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

POSTPONED = tuple(f"Mark {number} of the desk 0a1b2c3d, by Ben, waits." for number in range(1, 9))


def state(role: str, *, asks_every: int = 0, postponed: tuple[str, ...] = ()) -> SyncState:
    return SyncState(
        (HubState("postgresql://eve@db/newsroom", ("story",), role, 0, asks_every=asks_every, postponed=postponed),)
    )


def sentence(qtbot: QtBot, shown: SyncState) -> str:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 600)
    return NewsroomDialog(shown, {"story": "Harbour"}, {}, parent).nothing.text()


def test_a_replica_is_said_to_be_asked_for_news(qtbot: QtBot) -> None:
    shown = state("reader", asks_every=5)
    words, tip = foot_words(shown, {})
    assert words == "⇄ In step · asked every 5 seconds"
    assert "follows another server" in tip
    assert hub_words(shown.hubs[0]) == "in step · asked every 5 seconds · reader"
    assert "follows another server" in sentence(qtbot, shown)


def test_a_reader_is_not_told_that_anything_goes_out(qtbot: QtBot) -> None:
    assert "goes out" in sentence(qtbot, state("checker"))
    assert "goes out" not in sentence(qtbot, state("reader"))


def test_what_waits_is_named_and_what_is_more_counted(qtbot: QtBot) -> None:
    shown = state("checker", postponed=POSTPONED)
    words, tip = foot_words(shown, {})
    assert words == "⇄ In step · ⚠ acts of others wait"
    assert tip.splitlines()[:6] == [*POSTPONED[:5], "and 3 more"]
    assert sentence(qtbot, shown).splitlines() == [*POSTPONED[:5], "and 3 more"]
