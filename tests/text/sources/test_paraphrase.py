"""Passages that perhaps say the same in other words: offered with care, never found."""

from __future__ import annotations

import pytest

from desktop.text.sources.match import SourceSearch, SourceText

TRANSCRIPT = """MAYOR LEE: Good morning. We will hire forty more inspectors for the tunnels before the winter, and
nobody will be dismissed. The ferry company promised us a cheaper season ticket for pupils. One word about lanterns.

MR. BERG: I heard about forty inspectors for the tunnels and I doubt it. The bakery on the pier burnt down in March.

MAYOR LEE: Thank you, Mr. Berg. The library stays open on Sundays as long as volunteers look after the reading room.
"""


@pytest.fixture(scope="module")
def search() -> SourceSearch:
    return SourceSearch([SourceText("hearing.txt", TRANSCRIPT)])


def test_the_same_in_other_words_is_offered_and_is_no_find(search: SourceSearch) -> None:
    quote = "On Sundays volunteers will look after the reading room, so that our library can stay open."
    assert not any(each.is_found for each in search.match(quote, "Mayor Lee"))
    offered = search.paraphrase(quote, "Mayor Lee")
    assert offered is not None
    assert not offered.is_found
    assert offered.speaker == "Mayor Lee"
    assert TRANSCRIPT[offered.start : offered.end].startswith("The library stays open")


def test_it_is_looked_for_where_the_named_speaker_speaks(search: SourceSearch) -> None:
    quote = "On Sundays volunteers will look after the reading room, so that our library can stay open."
    assert search.paraphrase(quote, "Tom Berg") is None


@pytest.mark.parametrize(
    "quote",
    [
        "I would like to thank each and every one of you for coming here today and listening to us.",
        "The bridge over the northern canal will be painted green by the school of arts.",
        "Let me say that.",
    ],
)
def test_what_merely_shares_common_matters_is_not_offered(search: SourceSearch, quote: str) -> None:
    assert search.paraphrase(quote) is None


def test_the_very_sentence_with_another_word_is_no_paraphrase(search: SourceSearch) -> None:
    assert search.paraphrase("The ferry company promised us a dearer season ticket for pupils", "Mayor Lee") is None


def test_no_sources_offer_nothing() -> None:
    assert SourceSearch([]).paraphrase("the library stays open on Sundays as long as volunteers help") is None
