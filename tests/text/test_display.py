"""Text for display: cut at whole words, counted with its noun."""

from __future__ import annotations

import pytest

from desktop.text.display import amount, shorten


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one \n two\tthree", 8, "one two…"),
        ("one" + " " * 40 + "two", 8, "one…"),  # what stands far behind blanks is left out, and said to be
        ("unbroken", 4, "unbr…"),
        ("", 4, ""),
    ],
)
def test_a_text_is_cut_at_whole_words(text: str, limit: int, cut: str) -> None:
    assert shorten(text, limit) == cut


def test_a_count_gets_its_noun_in_the_right_number() -> None:
    assert [amount(1, "quote"), amount(1200, "quote"), amount(2, "story", "stories")] == [
        "1 quote",
        "1,200 quotes",
        "2 stories",
    ]
    assert amount(1200, "word", thousands="") == "1200 words"
