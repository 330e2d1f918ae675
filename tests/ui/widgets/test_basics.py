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


def test_one_function_makes_plain_tips() -> None:
    """What is escaped elsewhere is a page that is printed or saved."""
    folder = Path(desktop.ui.__file__).parent
    own_way = re.compile(r"\bescape\(|replace\(\"<\"|<qt>")
    found = {
        file.relative_to(folder).as_posix() for file in folder.rglob("*.py") if own_way.search(file.read_text("utf-8"))
    }
    found.discard("compare/find_bar.py")  # a pattern
    assert found == {"widgets/basics.py", "compare/printing/sheet.py"}
