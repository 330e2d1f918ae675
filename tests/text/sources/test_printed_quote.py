"""A quote as printed: brackets are the writer's, an ellipsis is a gap, and words keep their places."""

from __future__ import annotations

from desktop.text.sources.printed_quote import read_quote


def test_words_in_brackets_are_put_in() -> None:
    quote = read_quote("We told [the council] twice")
    assert quote.sounds == ["we", "told", "the", "council", "twice"]
    assert quote.inserted == {2, 3}
    assert (quote.brackets, quote.gaps, quote.touched) == (1, frozenset(), frozenset())


def test_a_bracket_inside_a_word_changes_only_its_case_or_ending() -> None:
    text = "[T]he boat sail[s]"
    quote = read_quote(text)
    assert quote.sounds == ["the", "boat", "sails"]
    assert quote.inserted == frozenset()
    assert quote.touched == {0, 2}
    assert [text[word.start : word.end] for word in quote.words] == ["T]he", "boat", "sail[s"]


def test_an_ellipsis_stands_before_the_words_behind_it() -> None:
    assert read_quote("We waited … and left").gaps == {2}
    assert read_quote("We waited [...] and left.").gaps == {2}
    assert read_quote("… and left").gaps == {0}
    assert read_quote("We waited . . .").gaps == {2}
    assert read_quote("We waited.").gaps == frozenset()
