"""Two checkers meet in a hub: one shares a story in the window, what another one does comes in while the view stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from desktop.desk import newsroom
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.ui.dialogs.newsroom import HubDialog, JoinDialog, NewsroomDialog
from tests.journeys.window_driver import click, find, messages, press, write
from tests.keyring_store import KeyringStore, keyring_store
from tests.sharing_server import HubDatabase, hub_database, postgres, strict

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.domain import Quote
    from desktop.ui.window.main_window import MainWindow

__all__ = ["hub_database", "keyring_store", "postgres", "strict"]


@pytest.fixture
def ada(qtbot: QtBot, window: MainWindow, desk_path: Path) -> MainWindow:
    """The window of Ada with the sample story."""
    window.session.set_checker("Ada")
    window.desk_menu.open_path(desk_path)
    qtbot.waitUntil(lambda: window.session.pair.comparison is not None)
    return window


def share(qtbot: QtBot, window: MainWindow, url: str) -> None:
    """Share the shown story by the menu, and wait until all is there."""
    window.actions_["share_story"].trigger()
    dialog = window.findChild(HubDialog)
    assert dialog is not None
    find(dialog, QLineEdit, "hub-address").selectAll()
    write(dialog, url)
    press(window, "Return")
    qtbot.waitUntil(lambda: "is shared" in messages(window) or "⚠" in messages(window), timeout=30_000)
    assert "is shared" in messages(window)
    in_step(qtbot, window)
    window.activateWindow()  # there is no window manager here that would
    qtbot.waitUntil(window.isActiveWindow)


def in_step(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: "In step" in foot(window), timeout=30_000)


def foot(window: MainWindow) -> str:
    button = window.status.newsroom
    return button.text() if button.isVisible() else ""


def joined_by_ben(hub: HubDatabase, folder: Path) -> Desk:
    """A desk of Ben's that has joined all stories of the hub."""
    desk = Desk.create(folder / "ben.desk")
    room = desk.newsroom()
    url = hub.url("ben")
    room.join(url, [story.uid for story in room.shared_stories(url)], checker="Ben")
    room.close()
    desk.end_newsroom()
    return desk


def exchange(desk: Desk) -> None:
    """Let a desk without a window send and take."""
    room = desk.newsroom()
    came = room.sync_once()
    room.close()
    desk.end_newsroom()
    desk.take_note(came)


def quote_of(desk: Desk, uid: str) -> Quote:
    """The quote of this uid, in whichever article."""
    return next(quote for article in desk.articles() for quote in desk.quotes(article.newest) if quote.uid == uid)


def test_a_mark_of_another_checker_comes_in_and_moves_neither_view_nor_selection_nor_typed_words(
    qtbot: QtBot, ada: MainWindow, hub_database: HubDatabase, tmp_path: Path
) -> None:
    share(qtbot, ada, hub_database.url("ann"))
    assert ada.bench is not None
    assert ada.session.desk is not None
    panel = ada.bench.quotes
    first, second = panel.model.shown[:2]
    ada.session.pair.show_quote(first)
    panel.focus_note()
    write(ada, "asked the min")
    scrolled = panel.list.verticalScrollBar().value()
    with joined_by_ben(hub_database, tmp_path) as ben:
        ben.mark(
            [quote_of(ben, second.uid).id],
            MarkChange(status=Status.DISPUTED, reason="number, name or date wrong"),
            checker="Ben",
        )
        exchange(ben)
        qtbot.waitUntil(lambda: panel.model.shown[1].status is Status.DISPUTED, timeout=30_000)
        assert [quote.uid for quote in panel.list.selected_quotes()] == [first.uid]
        assert panel.card.fields.note.toPlainText() == "asked the min"
        assert panel.list.verticalScrollBar().value() == scrolled
        write(ada, "istry")
        assert panel.card.fields.note.toPlainText() == "asked the ministry"
        press(ada, "Escape", "V")
        own = ada.session.desk.quote(first.id)
        assert own.status is Status.VERIFIED
        in_step(qtbot, ada)

        def is_shown() -> bool:
            exchange(ben)
            there = quote_of(ben, first.uid)
            return there.status is Status.VERIFIED and there.note == "asked the ministry"

        qtbot.waitUntil(is_shown, timeout=30_000)


def test_without_the_server_marks_wait_and_go_out_once_it_is_back(
    qtbot: QtBot, ada: MainWindow, hub_database: HubDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsroom, "_FIRST_PAUSE", 0.1)
    share(qtbot, ada, hub_database.url("ann"))
    assert ada.bench is not None
    server = hub_database.server
    server.kill()
    try:
        ada.bench.quotes.focus_list()
        press(ada, "V")
        qtbot.waitUntil(lambda: "1 act waits · since today" in foot(ada), timeout=20_000)
        click(ada.status.newsroom)
        dialog = ada.findChild(NewsroomDialog)
        assert dialog is not None
        assert "not reached" in dialog.nothing.text()
        press(ada, "Escape")
    finally:
        server.start()
    in_step(qtbot, ada)
    assert hub_database.run("SELECT count(*) FROM pg_stat_activity WHERE usename = 'ann'") == [(1,)]
    with joined_by_ben(hub_database, tmp_path) as ben:
        marked = [quote for article in ben.articles() for quote in ben.quotes(article.newest) if quote.checker == "Ada"]
    assert len(marked) == 1


def test_a_story_is_joined_from_the_list_of_a_hub_and_left_again(
    qtbot: QtBot, window: MainWindow, hub_database: HubDatabase, tmp_path: Path, sample_desk: Path
) -> None:
    (tmp_path / "ann.desk").write_bytes(sample_desk.read_bytes())
    with Desk.open(tmp_path / "ann.desk") as desk:
        room = desk.newsroom()
        room.share(desk.stories()[0].uid, hub_database.url("ann"), checker="Ann")
        room.close()
        desk.end_newsroom()
    Desk.create(tmp_path / "mine.desk").close()
    window.session.set_checker("Cleo")
    window.desk_menu.open_path(tmp_path / "mine.desk")
    window.actions_["join_newsroom"].trigger()
    write(window, hub_database.url("ben"))
    press(window, "Return")
    qtbot.waitUntil(lambda: window.findChild(JoinDialog) is not None, timeout=20_000)
    dialog = window.findChild(JoinDialog)
    assert dialog is not None
    assert not find(dialog, QPushButton, "join").isEnabled()
    dialog.choose(0)
    press(window, "Return")  # ticks the row
    assert dialog.model.item(0, 0).checkState() is Qt.CheckState.Checked
    click(find(dialog, QPushButton, "join"))
    qtbot.waitUntil(lambda: "1 story joined" in messages(window), timeout=30_000)
    assert window.session.desk is not None
    assert len(window.session.desk.articles()) == 5
    in_step(qtbot, window)
    click(window.status.newsroom)
    state = window.findChild(NewsroomDialog)
    assert state is not None
    click(find(state, QPushButton, "newsroom-leave"))
    qtbot.waitUntil(lambda: "shared no more" in messages(window), timeout=20_000)
    qtbot.waitUntil(lambda: not window.status.newsroom.isVisible())
    assert len(window.session.desk.articles()) == 5


def test_what_is_taken_on_by_one_stands_on_the_card_of_the_other(
    qtbot: QtBot, ada: MainWindow, hub_database: HubDatabase, tmp_path: Path
) -> None:
    share(qtbot, ada, hub_database.url("ann"))
    assert ada.bench is not None
    panel = ada.bench.quotes
    first, second = panel.model.shown[:2]
    with joined_by_ben(hub_database, tmp_path) as ben:
        ben.taking.take([second.uid], checker="Ben")
        exchange(ben)
        qtbot.waitUntil(lambda: "taken on by Ben" in panel.model.labels_of(second), timeout=30_000)
        ada.session.pair.show_quote(first)
        press(ada, "Ctrl+5")
        assert "taken on by you" in panel.model.labels_of(first)
        press(ada, "Ctrl+Z")
        assert "taken on by you" not in panel.model.labels_of(first)
        press(ada, "Ctrl+Shift+Z")

        def is_shown() -> bool:
            exchange(ben)
            return first.uid in ben.taking.taken()

        qtbot.waitUntil(is_shown, timeout=30_000)


def test_what_another_checker_has_marked_since_is_not_taken_back(
    qtbot: QtBot, ada: MainWindow, hub_database: HubDatabase, tmp_path: Path
) -> None:
    share(qtbot, ada, hub_database.url("ann"))
    assert ada.bench is not None
    assert ada.session.desk is not None
    panel = ada.bench.quotes
    first = panel.model.shown[0]
    ada.session.pair.show_quote(first)
    panel.focus_list()
    press(ada, "V")
    with joined_by_ben(hub_database, tmp_path) as ben:

        def is_there() -> bool:
            exchange(ben)
            return quote_of(ben, first.uid).checker == "Ada"

        qtbot.waitUntil(is_there, timeout=30_000)
        ben.mark([quote_of(ben, first.uid).id], MarkChange(status=Status.DISPUTED, reason="not said"), checker="Ben")
        exchange(ben)
    desk = ada.session.desk
    qtbot.waitUntil(lambda: desk.quote(first.id).status is Status.DISPUTED, timeout=30_000)
    qtbot.waitUntil(lambda: panel.model.shown[0].status is Status.DISPUTED, timeout=30_000)
    press(ada, "Ctrl+Z")
    assert desk.quote(first.id).status is Status.DISPUTED
    assert "was not taken back" in messages(ada)


def test_a_copy_that_was_worked_on_too_is_told_and_made_a_desk_of_its_own(
    qtbot: QtBot, ada: MainWindow, hub_database: HubDatabase, tmp_path: Path
) -> None:
    share(qtbot, ada, hub_database.url("ann"))
    assert ada.session.desk is not None
    path = ada.session.desk.path
    ada.close_desk()
    (tmp_path / "copy.desk").write_bytes(path.read_bytes())
    with Desk.open(tmp_path / "copy.desk") as copy:
        [first, second, *_] = copy.quotes(copy.articles()[0].newest)
        copy.mark([first.id], MarkChange(status=Status.DISPUTED, reason="not said"), checker="Ada")
        exchange(copy)
    with Desk.open(path) as desk:
        desk.mark([second.id], MarkChange(status=Status.VERIFIED), checker="Ada")
    ada.desk_menu.open_path(path)
    qtbot.waitUntil(
        lambda: ada.session.newsroom.state is not None and bool(ada.session.newsroom.state.why), timeout=30_000
    )
    click(ada.status.newsroom)
    dialog = ada.findChild(NewsroomDialog)
    assert dialog is not None
    assert "Two copies of this desk" in dialog.nothing.text()
    click(find(dialog, QPushButton, "newsroom-own"))
    click(find(dialog, QPushButton, "make-own-yes"))

    in_step(qtbot, ada)
    assert not find(dialog, QPushButton, "newsroom-own").isVisible()
    desk = ada.session.desk
    assert desk is not None
    by_uid = {quote.uid: quote.status for article in desk.articles() for quote in desk.quotes(article.newest)}
    assert (by_uid[first.uid], by_uid[second.uid]) == (Status.DISPUTED, Status.VERIFIED)


def test_an_address_that_is_none_is_said_and_asked_again(qtbot: QtBot, ada: MainWindow) -> None:
    ada.actions_["share_story"].trigger()
    write(ada, "https://example.org/newsroom")
    press(ada, "Return")
    qtbot.waitUntil(lambda: "no address of a hub" in messages(ada))


def test_a_password_typed_in_the_window_goes_into_the_keyring_and_nowhere_else(
    qtbot: QtBot, ada: MainWindow, strict: HubDatabase, tmp_path: Path, keyring_store: KeyringStore
) -> None:
    strict.run("ALTER ROLE ann PASSWORD 'open-barley-17'")
    ada.actions_["share_story"].trigger()
    dialog = ada.findChild(HubDialog)
    assert dialog is not None
    find(dialog, QLineEdit, "hub-address").selectAll()
    write(dialog, strict.url("ann"))
    dialog.password.setFocus()
    write(dialog, "open-barley-17")
    click(dialog.remember)
    press(ada, "Return")
    in_step(qtbot, ada)
    assert keyring_store.kept == {("Verbatim", strict.url("ann")): "open-barley-17"}
    ada.session.settings.save()
    assert "barley" not in messages(ada) + foot(ada)
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"barley" not in file.read_bytes(), file
