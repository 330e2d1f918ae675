"""A quote in words: cut to a line of whole words, and told to a screen reader."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain import Status
from desktop.ui.widgets.citation import shorten, status_told

if TYPE_CHECKING:
    from desktop.ui.session.session import Session


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one \n two\tthree", 8, "one two…"),
        ("unbroken", 4, "unbr…"),
        ("", 4, ""),
    ],
)
def test_a_text_is_cut_at_whole_words(text: str, limit: int, cut: str) -> None:
    assert shorten(text, limit) == cut


def test_a_screen_reader_hears_the_status_once(session: Session) -> None:
    assert session.desk is not None
    assert session.pair.a is not None
    first, second = (replace(quote, status=Status.VERIFIED) for quote in session.desk.quotes(session.pair.a.id)[:2])
    assert status_told([first]) == f"Verified: {shorten(first.text)}"
    assert status_told([first, second]) == "Verified: 2 quotes"
    assert status_told([]) == ""
