"""What comes in goes to the story of its event; what looks like a later version is offered as one, with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.ui.session.imports import import_paths
from tests.desk.mixed_news import mixed_set
from tests.journeys.window_driver import click, messages, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.session.imports import ImportReport
    from desktop.ui.window.main_window import MainWindow


def bring(qtbot: QtBot, window: MainWindow, *paths: Path) -> ImportReport:
    assert window.session.desk is not None
    with qtbot.waitSignal(window.session.imported, timeout=20_000) as caught:
        import_paths(window.session, paths, window.session.desk.stories()[0].id)
    report: ImportReport = caught.args[0]
    return report


def test_a_nearly_identical_text_is_offered_as_a_later_version(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_sample(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    article = desk.articles()[2]
    file = tmp_path / "again.txt"
    file.write_text(desk.version(article.newest).text.replace("officials", "sources"), encoding="utf-8")
    bring(qtbot, window, file)
    assert "This looks like a later version of" in messages(window)
    assert "% the same" in messages(window)
    [make] = [each for each in window.message.findChildren(QPushButton) if each.text() == "Make it one"]
    click(make)
    assert desk.article(article.id).versions == article.versions + 1
    press(window, "Ctrl+Z")
    assert desk.article(article.id).versions == article.versions


def test_files_on_two_events_go_to_two_stories(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_sample(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    before = len(desk.stories())
    events = mixed_set(3, events=2)
    paths = [tmp_path / f"{number}.txt" for number in range(len(events))]
    for path, article in zip(paths, events, strict=True):
        path.write_text(article.text, encoding="utf-8")
    report = bring(qtbot, window, *paths)
    stories = {added.story_id: set[int]() for added in report.added}
    for added in report.added:
        stories[added.story_id].add(events[int(report.names[added.version_id].removesuffix(".txt"))].event)
    assert sorted(stories.values(), key=min) == [{0}, {1}]
    assert len(desk.stories()) == before + 2
    assert any("both have" in line for line in report.details())
