"""A text whose encoding was guessed wrong is read as another one: seen before it is added, as a version, with undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from desktop.ui.dialogs.article.read_as import ReadAsDialog
from desktop.ui.session.imports import ImportReport, import_paths
from tests.intake.texts import BODY, TITLE
from tests.journeys.window_driver import click, find, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

TEXT = f"{TITLE}\n\nŁódź: {BODY[0]}\n"


def test_another_encoding_is_shown_first_and_then_added_as_a_version(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp852"))
    open_sample(qtbot, window)
    session = window.session
    session.set_checker("Ada")
    reports: list[ImportReport] = []
    session.imported.connect(reports.append)
    import_paths(session, [tmp_path / "a.txt"], None)
    qtbot.waitUntil(lambda: bool(reports), timeout=30_000)
    [added] = reports[0].added
    desk = session.desk
    assert desk is not None
    press(window, "Ctrl+J")
    click(find(window, QPushButton, "review-read-as"))
    dialog = find(window, ReadAsDialog, "read-as")
    qtbot.waitUntil(lambda: "words" in dialog.note.text(), timeout=30_000)
    assert not dialog.keep.isEnabled()  # nothing is chosen yet
    before = desk.version(added.version_id).text
    dialog.encoding.setCurrentIndex(dialog.encoding.findData("cp852"))
    qtbot.waitUntil(dialog.keep.isEnabled, timeout=30_000)
    assert "Łódź" in dialog.preview
    assert len(desk.versions(added.article_id)) == 1
    click(dialog.keep)
    versions = desk.versions(added.article_id)
    if before == TEXT:  # it was told right: the same text adds nothing
        assert len(versions) == 1
    else:
        assert desk.version(versions[0].id).text == TEXT
        assert desk.version(added.version_id).text == before
