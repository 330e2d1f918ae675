"""A quote in words: what a screen reader says of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain import Status
from desktop.text.display import shorten
from desktop.ui.widgets.card_painting import status_sentence

if TYPE_CHECKING:
    from desktop.ui.session.session import Session


def test_a_screen_reader_hears_the_status_once(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    first, second = (replace(quote, status=Status.VERIFIED) for quote in session.desk.quotes(session.pair.a.id)[:2])
    assert status_sentence([first]) == f"Verified: {shorten(first.text)}"
    assert status_sentence([first, second]) == "Verified: 2 quotes"
    assert status_sentence([]) == ""
