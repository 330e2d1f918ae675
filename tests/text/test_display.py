"""Text for display: cut at whole words, with signs for what turns it, counted with its noun."""

from __future__ import annotations

import pytest

from desktop.text.display import amount, first_words, one_line, shorten, with_signs


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


def test_what_turns_the_reading_order_is_named_where_a_text_is_shown_and_stays_where_it_is_stored() -> None:
    text = "paid \u202e\nnoillim\u202c owt"
    assert one_line(text) == with_signs("paid [RLO] noillim[PDF] owt") == "paid [RLO] noillim[PDF] owt"
    assert shorten(text, 12) == "paid [RLO]…"
    assert first_words(text) == "paid \u202e noillim\u202c owt"


def test_a_count_gets_its_noun_in_the_right_number() -> None:
    assert [amount(1, "quote"), amount(1200, "quote"), amount(2, "story", "stories")] == [
        "1 quote",
        "1,200 quotes",
        "2 stories",
    ]
    assert amount(1200, "word", thousands="") == "1200 words"
