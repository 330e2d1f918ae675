"""A real session on a real desk file with the five sample articles, and a tidy end to every test."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from desktop.intake.reading import read_path
from PySide6.QtCore import QCoreApplication, QEvent

from desktop import assets
from desktop.desk import Desk, prepare
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def no_gc_in_qt() -> Iterator[None]:
    """Keep the collector from freeing widgets in the middle of an event."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()
    gc.collect()


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk file with the five sample articles in one story; copy it, never open it."""
    path = tmp_path_factory.mktemp("sample") / "sample.desk"
    with Desk.create(path) as desk:
        story = desk.new_story("Russia buys North Korean shells")
        for seed in assets.seeds():
            desk.add(prepare(read_path(seed)), story=story.id)
    return path


@pytest.fixture
def desk_path(sample_desk: Path, tmp_path: Path) -> Path:
    """A fresh copy of the sample desk."""
    path = tmp_path / "story.desk"
    path.write_bytes(sample_desk.read_bytes())
    return path


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "verbatim.ini")
    settings.checker = "Ada"
    return settings


@pytest.fixture
def session(qapp: QApplication, settings: Settings, desk_path: Path) -> Iterator[Session]:
    """The sample desk open in a session; A is 001, B is 002."""
    theme.apply(qapp)
    session = Session(settings)
    session.open_desk(Desk.open(desk_path))
    articles = session.desk.articles() if session.desk else []
    session.compare(articles[1].newest, articles[2].newest)
    yield session
    session.close_desk()
    session.deleteLater()
