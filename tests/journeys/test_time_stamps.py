"""The ends of the chains are stamped by somebody else: a statement goes out as a file, what comes back is kept."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from desktop.desk.evidence.stamping import stamps
from desktop.desk.open_desk import Desk
from desktop.stamps.rfc3161 import make_request
from desktop.ui.dialogs.stamps import AuthorityDialog, StampsDialog
from desktop.ui.menus.stamps import StampsMenu
from tests.journeys.window_driver import choose_file, click, find, messages
from tests.stamps.authority import Authority, needs_openssl
from tests.stamps.test_opentimestamps import MAGIC, in_block

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow


def action(window: MainWindow) -> QAction:
    found = window.findChild(QAction, "stamps")
    assert found is not None
    return found


def dialog(window: MainWindow, qtbot: QtBot) -> StampsDialog:
    action(window).trigger()
    return next(found for found in window.findChildren(StampsDialog) if found.isVisible())


def test_a_statement_goes_out_and_the_proof_that_comes_back_is_kept_and_told(
    qtbot: QtBot, window: MainWindow, desk_path: Path, tmp_path: Path
) -> None:
    assert window.desk_menu.open_path(desk_path)
    empty = dialog(window, qtbot)
    assert empty.model.rowCount() == 0
    click(find(empty, QPushButton, "stamps-statement"))
    statement = tmp_path / "heads.json"
    choose_file(qtbot, window, "stamp-statement-file", statement)
    qtbot.waitUntil(statement.exists)

    proof = tmp_path / "heads.ots"
    proof.write_bytes(MAGIC + b"\x01\x08" + hashlib.sha256(statement.read_bytes()).digest() + in_block(9))
    click(find(dialog(window, qtbot), QPushButton, "stamps-take"))
    choose_file(qtbot, window, "stamp-reply-file", proof)
    qtbot.waitUntil(lambda: "OpenTimestamps, Bitcoin block 9" in messages(window))
    shown = dialog(window, qtbot)
    assert shown.model.rowCount() == 1
    assert "if the Merkle root of that block is" in shown.nothing.text()
    shown.reject()

    letter = tmp_path / "letter.tsr"
    letter.write_text("Dear Sir")
    menu = window.findChild(StampsMenu)
    assert menu is not None
    menu.take(letter)
    assert "no reply of a time-stamping authority" in messages(window)
    with Desk.open(desk_path, read_only=True) as desk:
        assert len(stamps(desk)) == 1


def test_an_authority_is_asked_at_an_address_that_is_one(qtbot: QtBot, window: MainWindow, desk_path: Path) -> None:
    assert window.desk_menu.open_path(desk_path)
    click(find(dialog(window, qtbot), QPushButton, "stamps-ask"))
    qtbot.waitUntil(lambda: bool(window.findChildren(AuthorityDialog)))
    asked = window.findChildren(AuthorityDialog)[-1]
    assert not asked.keep.isEnabled()
    asked.address.setText("http://127.0.0.1:9/")
    assert asked.keep.isEnabled()
    click(asked.keep)
    qtbot.waitUntil(lambda: "private network" in messages(window))


@needs_openssl
def test_a_reply_of_another_desk_is_refused_and_a_certificate_given_in_the_window_verifies_the_right_one(
    qtbot: QtBot, window: MainWindow, desk_path: Path, tmp_path: Path
) -> None:
    assert window.desk_menu.open_path(desk_path)
    (tmp_path / "authority").mkdir()
    authority = Authority(tmp_path / "authority")
    foreign, reply = tmp_path / "foreign.tsr", tmp_path / "reply.tsr"
    foreign.write_bytes(authority.reply(make_request("ab" * 32)[0]))
    menu = window.findChild(StampsMenu)
    assert menu is not None
    menu.take(foreign)
    assert "over something else than the chains of this desk" in messages(window)

    request = tmp_path / "heads.tsq"
    click(find(dialog(window, qtbot), QPushButton, "stamps-request"))
    choose_file(qtbot, window, "stamp-request-file", request)
    qtbot.waitUntil(request.exists)
    reply.write_bytes(authority.reply(request.read_bytes()))
    click(find(dialog(window, qtbot), QPushButton, "stamps-take"))
    choose_file(qtbot, window, "stamp-reply-file", reply)
    qtbot.waitUntil(lambda: "The time stamp is in the desk" in messages(window))
    shown = dialog(window, qtbot)
    assert "The signature was not verified" in shown.nothing.text()
    menu.trust(foreign)
    assert "no certificate (PEM or DER)" in messages(window)
    click(find(shown, QPushButton, "stamps-trust"))
    choose_file(qtbot, window, "stamp-certificate-file", authority.root)
    qtbot.waitUntil(lambda: any(found.isVisible() for found in window.findChildren(StampsDialog)))
    verified = next(found for found in window.findChildren(StampsDialog) if found.isVisible())
    assert "proven to whoever trusts the clock and the key of Clock of the Harbour Authority" in verified.nothing.text()
