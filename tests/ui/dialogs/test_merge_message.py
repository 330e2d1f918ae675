"""What a merge brought in is told without noughts, and a colleague's corrections count as something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.store.records.quotes.people import PersonName

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.window.main_window import MainWindow


def test_only_what_came_in_is_counted(window: MainWindow, desk_path: Path, tmp_path: Path) -> None:
    assert window.desk_menu.open_path(desk_path)
    assert window.session.desk is not None
    copy = tmp_path / "grace.desk"
    window.session.desk.blind_copy(copy)
    window.desk_care.merge(copy)
    assert "holds nothing that is not on this desk already" in window.message.text()
    with Desk.open(copy) as other:
        [story] = other.stories()
        other.people.name(story.id, ["Jenny Town"], PersonName("Jenny T. Town"), checker="Grace")
    window.desk_care.merge(copy)
    message = window.message.text()
    assert "other acts came in" in message
    assert "0 " not in message.replace("10 ", "")
    names = {quote.attribution.name for quote in window.session.desk.story_quotes(story.id)}
    assert "Jenny T. Town" in names
