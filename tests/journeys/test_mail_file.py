"""A mail with a message attached, added in the window: two texts, each with its own sender, the head of each hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.journeys.window_driver import choose_file, open_sample, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.ui.window.main_window import MainWindow

INNER = """From: Mayor's office <press@example.org>
Date: Mon, 5 Sep 2022 10:00:00 +0200
Subject: Statement on the bridge
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

=93We will open the bridge in May,=94 said Mayor Ann Kirby.
"""
MAIL = f"""From: Bob Roe <bob@example.org>
Date: Tue, 6 Sep 2022 09:30:00 +0200
Subject: The mayor answers
Content-Type: multipart/mixed; boundary=X

--X
Content-Type: text/plain; charset=utf-8

Her words are in the mail attached; “nothing new,” says Roe.
--X
Content-Type: message/rfc822
Content-Disposition: attachment

{INNER}
--X--
"""


def test_a_mail_and_the_message_in_it(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"  # whatever it is called
    path.write_text(MAIL, "utf-8")
    open_sample(qtbot, window)
    desk = window.session.desk
    assert desk is not None
    press(window, "Ctrl+I")
    choose_file(qtbot, window, "add-files", path)
    qtbot.waitUntil(lambda: len(desk.articles()) == 8)
    by_title = {article.metadata.title: article for article in desk.articles()}
    answer, statement = by_title["The mayor answers"], by_title["Statement on the bridge"]
    assert (answer.metadata.byline, answer.metadata.published_on) == ("Bob Roe", "2022-09-06")
    assert (statement.metadata.byline, statement.metadata.published_on) == ("Mayor's office", "2022-09-05")
    version = desk.version(next(iter(desk.versions(statement.id))).id)
    assert version.text.endswith("“We will open the bridge in May,” said Mayor Ann Kirby.")
    assert [(cut.why, cut.span.of(version.text).split("\n")[0]) for cut in version.cuts] == [
        ("mail head", "From: Mayor's office <press@example.org>")
    ]
    assert [quote.attribution.person for quote in desk.quotes(version.id)] == ["Ann Kirby"]
    assert desk.original(version.id) == path.read_bytes()
