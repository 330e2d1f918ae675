"""A folder with files of several formats comes in at once; the review sheet says what came of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton

from desktop.desk.open_desk import Desk
from desktop.domain import AddOutcome
from desktop.ui.dialogs.import_review import ImportReview
from desktop.ui.session.imports import ImportReport, import_paths
from tests.intake.texts import BODY, TITLE
from tests.journeys.window_driver import click, find, messages, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

_SHARE = "<p>Share this story with friends and family</p>"
PAGE = (
    f"<!doctype html><html><head><title>{TITLE} | The Tide</title>"
    '<meta property="og:title" content="Two ships are hit"><meta property="og:site_name" content="The Tide">'
    "</head><body>"
    f'<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>{TITLE}</h1>'
    f"<p>{BODY[0]}</p><p>“Nobody was hurt,” said Ann Lee.</p>"
    f'<aside class="share">{_SHARE}</aside><p>{BODY[1]}</p><p>{BODY[2]}</p></article></body></html>'
)
CAPTIONS = "1\n00:00:01,000 --> 00:00:03,000\nNobody was hurt, not one.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a page.html").write_text(PAGE, "utf-8")
    (folder / "b talk.srt").write_text(CAPTIONS, "utf-8")
    (folder / "c notes.txt").write_text(f"{TITLE}\n\n{BODY[0]}\n", "utf-8")
    (folder / "d photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    return folder


def imported(qtbot: QtBot, window: MainWindow, folder: Path) -> ImportReport:
    open_sample(qtbot, window)
    reports: list[ImportReport] = []
    window.session.imported.connect(reports.append)
    import_paths(window.session, [folder], None)
    qtbot.waitUntil(lambda: bool(reports), timeout=30_000)
    return reports[0]


def sheet(window: MainWindow) -> ImportReview:
    press(window, "Ctrl+J")
    found = window.findChild(ImportReview)
    assert found is not None
    return found


def words(review: ImportReview) -> str:
    page = review.page.widget()
    assert page is not None
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_each_file_is_named_with_what_came_of_it(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    report = imported(qtbot, window, folder)
    assert [added.outcome for added in report.added] == [AddOutcome.NEW_ARTICLE] * 3
    assert "3 articles added" in messages(window)
    review = sheet(window)
    rows = [review.files.item(row).text() for row in range(review.files.count())]
    assert [row.split("\n")[0] for row in rows[1:]] == ["b talk.srt", TITLE, "d photo.txt"]
    assert review.files.currentRow() == 3
    assert "d photo.txt is a picture, not a text." in words(review)
    assert not find(review, QPushButton, "review-again").isVisible()  # a picture is none at the second try, either


def test_an_offer_is_taken_with_one_click_and_stays_after_a_restart(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    report = imported(qtbot, window, folder)
    review = sheet(window)
    find(review, QListWidget, "review-files").setCurrentRow(0)
    title = find(review, QComboBox, "review-title")
    offers = [title.itemText(row) for row in range(title.count())]
    assert {TITLE, "Two ships are hit"} <= set(offers)
    other = "Two ships are hit" if title.currentText() == TITLE else TITLE
    title.setFocus()
    title.setCurrentText(other)
    title.activated.emit(offers.index(other))
    session = window.session
    assert session.desk is not None
    path, article = session.desk.path, session.desk.article(report.added[0].article_id)
    assert article.metadata.title == other
    press(window, "Ctrl+Z")
    assert session.desk.article(article.id).metadata.title != other
    press(window, "Ctrl+Shift+Z")
    session.close_desk()
    with Desk.open(path, read_only=True) as desk:
        assert desk.article(article.id).metadata.title == other


def test_a_day_that_can_be_two_is_taken_with_one_click(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TITLE}\n06/09/2022\n\n{BODY[0]}\n", "utf-8")
    report = imported(qtbot, window, tmp_path / "a.txt")
    review = sheet(window)
    assert "2022-09-06 (if the day stands first)" in words(review)
    takes = review.page.findChildren(QPushButton, "review-take-published_on")
    assert len(takes) == 2
    click(takes[1])
    desk = window.session.desk
    assert desk is not None
    assert desk.article(report.added[0].article_id).metadata.published_on == "2022-06-09"
    assert "stated in: if the month stands first" in words(review)
    press(window, "Ctrl+Z")
    assert desk.article(report.added[0].article_id).metadata.published_on == ""


def test_what_was_cut_inside_the_text_is_brought_back(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    report = imported(qtbot, window, folder)
    review = sheet(window)
    review.files.setCurrentRow(0)
    assert "Share this story with friends and family" in words(review)
    click(find(review, QPushButton, "review-turn"))
    desk = window.session.desk
    assert desk is not None
    [cut] = [cut for cut in desk.version(report.added[0].version_id).inner_cuts if cut.restored]
    assert "Share this story" in cut.span.of(desk.version(report.added[0].version_id).text)
    assert find(review, QPushButton, "review-turn").text() == "Hide again"


def test_a_text_that_looks_like_a_later_version_is_made_one_on_the_sheet(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    open_sample(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    article = desk.articles()[2]
    text = desk.version(article.newest).text.replace("officials", "sources")
    (tmp_path / "again.txt").write_text(text, "utf-8")
    with qtbot.waitSignal(window.session.imported, timeout=20_000):
        import_paths(window.session, [tmp_path / "again.txt"], article.story_id)
    review = sheet(window)
    assert "This looks like a later version of" in words(review)
    click(find(review, QPushButton, "review-join"))
    assert desk.article(article.id).versions == article.versions + 1
    assert review.page.findChildren(QPushButton, "review-join") == []
    press(window, "Ctrl+Z")
    assert desk.article(article.id).versions == article.versions


def test_lines_of_a_header_are_nothing_to_look_at(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    head = f"{TITLE}\n\nBy Ann Lee\nThe Morning Herald\n14 May 2024\n\n"
    (tmp_path / "a.txt").write_text(f"{head}{BODY[0]}\n\n{BODY[1]}\n", "utf-8")
    report = imported(qtbot, window, tmp_path / "a.txt")
    review = sheet(window)
    assert "To look at" not in words(review)
    assert "to look at" not in review.files.item(0).text()
    assert "By Ann Lee" not in words(review)
    assert report.looks[report.added[0].version_id] == 0
    assert find(review, QPushButton, "review-hidden").text().startswith("Hidden passages: 3 passages")


def test_without_an_import_it_says_so(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(qtbot, window)
    press(window, "Ctrl+J")
    assert "Nothing was imported since this desk was opened." in messages(window)
