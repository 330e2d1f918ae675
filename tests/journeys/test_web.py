"""A page comes in by its address, two captures open side by side, and a changed page becomes a new version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from desktop.ui.dialogs.address import AddressDialog, CapturesDialog
from tests.journeys.window_driver import click, find, messages, open_sample, press, write
from tests.web_server import Site, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.ui.session.imports import ImportReport
    from desktop.ui.window.main_window import MainWindow

_STORY = "https://paper.example/story"
_QUERY = (
    "/cdx/search/cdx?url=https%3A%2F%2Fpaper.example%2Fstory&output=json"
    "&fl=urlkey,timestamp,original,mimetype,statuscode,digest&limit=-10000"
)


def _page(word: str, around: str = "") -> str:
    words = f"“We {word} promised to sell the old bridge,” Ann Lee said on Monday in front of the town hall."
    return (
        f"<html><head><title>The bridge is not for sale</title></head><body><nav>{around}</nav><article>"
        f"<h1>The bridge is not for sale</h1><p>{words}</p></article></body></html>"
    )


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    with serve() as site:
        yield site


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, site: Site) -> MainWindow:
    """The window with the sample, allowed to fetch from this computer, with an archive there."""
    window.settings.allow_private = True
    window.settings.set_text("web/archive", site.address)
    open_sample(qtbot, window)
    return window


def _ask(window: MainWindow, address: str, *, captures: bool = False) -> None:
    window.actions_["add_address"].trigger()
    dialog = find(window, AddressDialog, "add-from-address")
    write(dialog, address)
    assert find(dialog, QLineEdit, "address-line").text() == address
    find(dialog, QComboBox, "address-what").setCurrentIndex(int(captures))
    click(dialog.keep)


def _report(qtbot: QtBot, window: MainWindow, act: object) -> ImportReport:
    reports: list[ImportReport] = []
    window.session.imported.connect(reports.append)
    assert callable(act)
    act()
    qtbot.waitUntil(lambda: bool(reports), timeout=30_000)
    return reports[0]


def test_a_page_comes_in_and_is_checked_for_changes(qtbot: QtBot, opened: MainWindow, site: Site) -> None:
    address = site.page("/story", _page("never"))
    report = _report(qtbot, opened, lambda: _ask(opened, address))
    desk, pair = opened.session.desk, opened.session.pair
    assert desk is not None
    [added] = report.added
    assert pair.a is not None
    assert (pair.a.info.source, desk.article(added.article_id).metadata.url) == (address, address)
    assert "1 article added" in messages(opened)

    site.page("/story", _page("never", "Today: rain"))
    check = opened.actions_["check_article"].trigger
    assert (
        _report(qtbot, opened, check).sentence()
        == "“The bridge is not for sale” is unchanged: its page has the same words."
    )
    assert len(desk.versions(added.article_id)) == 1

    site.page("/story", _page("always"))
    assert _report(qtbot, opened, check).sentence() == "1 new version added."
    assert pair.b is not None
    assert ("never" in pair.a.text, "always" in pair.b.text) == (True, True)
    assert pair.b.info.article_id == added.article_id


def test_a_page_that_is_gone_says_so_and_can_be_tried_again(qtbot: QtBot, opened: MainWindow, site: Site) -> None:
    address = f"{site.address}/story"
    _report(qtbot, opened, lambda: _ask(opened, address))
    assert "is not there: its server says so (404)" in messages(opened)
    site.page("/story", _page("never"))
    report = _report(qtbot, opened, lambda: click(find(opened, QPushButton, "message-first")))
    assert len(report.added) == 1


def test_a_private_address_is_refused_unless_the_preferences_allow_it(
    qtbot: QtBot, opened: MainWindow, site: Site
) -> None:
    opened.settings.allow_private = False
    _report(qtbot, opened, lambda: _ask(opened, site.page("/story", _page("never"))))
    assert "private network" in messages(opened)
    assert site.asked == []


def test_a_pasted_address_is_fetched_only_after_a_question(qtbot: QtBot, opened: MainWindow, site: Site) -> None:
    QApplication.clipboard().setText(site.page("/story", _page("never")))
    press(opened, "Ctrl+V")
    assert "address of a page" in messages(opened)
    assert site.asked == []
    report = _report(qtbot, opened, lambda: click(find(opened, QPushButton, "message-first")))
    assert len(report.added) == 1


def test_two_captures_open_on_their_differences(qtbot: QtBot, opened: MainWindow, site: Site) -> None:
    rows = [["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest"]]
    for timestamp, word in (("20220101000000", "never"), ("20230101000000", "never"), ("20240102030405", "always")):
        rows.append(["example,paper)/story", timestamp, _STORY, "text/html", "200", word.upper()])
        site.page(f"/web/{timestamp}id_/{_STORY}", _page(word))
    site.page(_QUERY, json.dumps(rows), "application/json")
    _ask(opened, _STORY, captures=True)
    qtbot.waitUntil(lambda: opened.findChild(CapturesDialog) is not None, timeout=20_000)
    dialog = find(opened, CapturesDialog, "captures")
    cells = [[dialog.model.index(row, column).data() for column in (0, 1)] for row in range(dialog.model.rowCount())]
    assert cells == [["2024-01-02 03:04:05", "1 capture"], ["2022-01-01 00:00:00", "2 captures"]]
    flags = QItemSelectionModel.SelectionFlag
    dialog.table.selectionModel().select(dialog.index_of(1), flags.Select | flags.Rows)
    report = _report(qtbot, opened, lambda: click(dialog.take))
    assert [added.article_id for added in report.added] == [report.added[0].article_id] * 2
    desk = opened.session.desk
    assert desk is not None
    newest, first = desk.versions(report.added[0].article_id)
    assert ("20240102030405" in newest.source, "20220101000000" in first.source) == (True, True)
    assert desk.article(newest.article_id).metadata.url == _STORY
    pair = opened.session.pair
    assert pair.a is not None
    assert pair.b is not None
    assert (pair.a.id, pair.b.id) == (first.id, newest.id)


def test_articles_without_an_address_say_so(qtbot: QtBot, opened: MainWindow) -> None:
    opened.actions_["check_desk"].trigger()
    assert "has an address" in messages(opened) or "has no address" in messages(opened)


def test_a_fetch_is_cancelled_at_the_foot_of_the_window(qtbot: QtBot, opened: MainWindow, site: Site) -> None:
    address = site.raw("/story", b"HTTP/1.1 200 OK\r\n", for_ever=True)

    def ask_and_cancel() -> None:
        _ask(opened, address)
        qtbot.waitUntil(lambda: site.asked == ["/story"], timeout=20_000)
        click(find(opened, QPushButton, "work-cancel"))

    report = _report(qtbot, opened, ask_and_cancel)
    assert (report.cancelled, report.added, report.failed) == (True, [], [])
