"""A real session on a real desk file, the real window, and a tidy end to every test of them."""

from __future__ import annotations

import gc
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from desktop.desk.open_desk import Desk
from desktop.store.file.location import own_folder
from desktop.text import diff
from desktop.ui import theme
from desktop.ui.session import comparisons
from desktop.ui.session.session import Session
from desktop.ui.settings import Settings
from desktop.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.text.changes import Comparison


_ended = count(1)  # tests
_AT_ONCE = 8


@pytest.fixture(autouse=True)
def no_gc_in_qt(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the collector from freeing widgets in the middle of an event."""
    monkeypatch.setattr(comparisons, "gc_resumed", lambda: None)  # what was frozen here stays so
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()
    # What a test made; now and then the windows, too, that something held until their test had ended.
    ended = next(_ended)
    gc.collect(1 if ended % _AT_ONCE else 2)
    if ended.bit_count() == 1:
        gc.freeze()  # what was loaded meanwhile stays; to look through it would take longer than most tests


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests out of the folders of whoever runs them."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
        (tmp_path / name.lower()).mkdir()


@pytest.fixture(scope="session", autouse=True)
def compared_once() -> Iterator[None]:
    """Keep what was compared: most tests begin with the same two texts."""
    kept = lru_cache(64)(diff.compare)

    def compare(*texts: str, cancelled: Callable[[], bool] | None = None, **how: Hashable) -> Comparison:
        return kept(*texts, **how) if cancelled is None else kept.__wrapped__(*texts, cancelled=cancelled, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(diff, "compare", compare)
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "verbatim.ini", own_folder())
    settings.checker = "Ada"
    return settings


@pytest.fixture
def session(qapp: QApplication, settings: Settings, desk_path: Path) -> Iterator[Session]:
    """The sample desk open in a session; A is 001, B is 002."""
    theme.apply(qapp)
    session = Session(settings)
    with session.pair.shown_once():
        session.open_desk(Desk.open(desk_path))
        articles = session.desk.articles() if session.desk else []
        session.pair.compare(articles[1].newest, articles[2].newest)
    yield session
    session.close_desk()
    session.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The real window as a new user sees it first."""
    window = MainWindow(Session(Settings(tmp_path / "verbatim.ini", own_folder())))
    window.apply_scheme()
    window.resize(1440, 900)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()
