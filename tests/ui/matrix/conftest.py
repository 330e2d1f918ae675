"""A small story whose statements are known by heart, and the view on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.ui import theme
from desktop.ui.matrix.view import MatrixView
from desktop.ui.session.session import Session
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.ui.settings import Settings

RUN = (
    "The ferry company moved its boats to the northern quay on Sunday evening and asked passengers to arrive an hour "
    "before departure because the road along the water is narrow and cannot be widened."
)
TEXTS = {
    "Daily Quay": (
        "“We will close the harbour for nine months because the old wall is no longer safe,” said Ada Brink, the "
        f"harbour master.\n\n{RUN}\n\n“The fishermen were asked in April and they agreed to the plan,” Brink said.\n\n"
        "“Nobody told my brother anything about it,” said Tom Vale, who runs a café on the quay.\n"
    ),
    "Evening Tide": (
        "“We will close the harbour for six months because the old wall is no longer safe,” said Ada Brink, the "
        f"harbour master.\n\n{RUN}\n\n“The fishermen were asked in April and they agreed to the plan,” Brink said.\n"
    ),
    "": (
        "“The fishermen were consulted in April and accepted the plan after all,” said Ada Brink, the harbour master."
        "\n\n“A wall like this one cannot be mended twice,” said Ines Moreau, an engineer.\n"
    ),
}


def make_story(path: Path, texts: dict[str, str] | None = None) -> Path:
    """Make a desk with one story; the outlets are the keys of `texts`."""
    with Desk.create(path) as desk:
        story = desk.new_story("Harbour")
        for number, (outlet, text) in enumerate((TEXTS if texts is None else texts).items()):
            title = f"Harbour to close, report {number + 1}"
            capture = prepared(text, source=f"{number}.txt", title=title, outlet=outlet, published=f"{number + 1} Sept")
            desk.add(capture, story=story.id)
    return path


@pytest.fixture
def story_path(tmp_path: Path) -> Path:
    return make_story(tmp_path / "harbour.desk")


@pytest.fixture
def harbour(qapp: QApplication, settings: Settings, story_path: Path) -> Iterator[Session]:
    """The story open in a session; A is the first article, B the second."""
    theme.apply(qapp)
    session = Session(settings)
    session.open_desk(Desk.open(story_path))
    yield session
    session.close_desk()
    session.deleteLater()


def shown(qtbot: QtBot, session: Session, width: int = 745) -> MatrixView:
    """Open the view as wide as the centre of the window usually is."""
    view = MatrixView(session)
    qtbot.addWidget(view)
    view.resize(width, 700)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.table.setFocus()
    return view


@pytest.fixture
def view(qtbot: QtBot, harbour: Session) -> MatrixView:
    return shown(qtbot, harbour)


@pytest.fixture
def announcements(harbour: Session) -> list[str]:
    """What the session says during a test, errors too."""
    sentences: list[str] = []
    harbour.announced.connect(sentences.append)
    harbour.failed.connect(sentences.append)
    harbour.exported.connect(lambda _, sentence: sentences.append(sentence))
    return sentences
