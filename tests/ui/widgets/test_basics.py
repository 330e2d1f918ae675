"""Tips show foreign words as they are: names of files, of people, and what an article prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

import desktop.ui
from desktop.desk.open_desk import Desk
from desktop.ui.widgets.basics import plain_tip
from tests.ui.tips import painted

if TYPE_CHECKING:
    from desktop.ui.window.main_window import MainWindow

MARKUP = "a <b>bold</b> & “1 < 2” ‹x› &amp; <img src=y>"


@pytest.mark.parametrize("text", [MARKUP, "two\nlines", "a  b", "", "plain", "AT&amp;T"])
def test_a_tip_shows_every_character_as_it_is(text: str) -> None:
    assert painted(plain_tip(text)) == text


def test_the_name_of_a_desk_stands_in_every_tip_as_it_is(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a <b>bold<b> & so.desk"
    Desk.create(path).close()
    window.session.settings.remember_desk(path)
    window.start_page.reload()
    recent = next(each for each in window.findChildren(QPushButton) if each.objectName() == f"recent-{path.stem}")
    assert painted(recent.toolTip()) == str(path)
    window.take(Desk.open(path))
    assert painted(window.status.desk.toolTip()) == str(path)
    window.desk_menu.fill_recent()
    assert painted(window.desk_menu.recent.actions()[0].toolTip()) == str(path)


def test_no_other_file_that_makes_tips_escapes_on_its_own() -> None:
    folder = Path(desktop.ui.__file__).parent
    own_way, tips = re.compile(r"\bescape\(|replace\(\"<\"|<qt>"), re.compile("tip", re.IGNORECASE)
    files = {file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.py")}
    assert {name for name, text in files.items() if own_way.search(text) and tips.search(text)} == {"widgets/basics.py"}
