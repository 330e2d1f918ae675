"""Quoted text: which offsets of a text lie between quotation marks, whatever marks its language uses."""

from __future__ import annotations

import pytest

from desktop.domain import Span
from desktop.text.facts.quoted_text import QuotedText


def span_of(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The mate said “we sail now” and left.", "we sail now"),
        ("The mate's note read 'we sail now' twice.", "we sail now"),
        ("The mate’s note said “we sail now”, the sailors’ wives’ said.", "we sail now"),
        ("Der Maat rief „wir segeln jetzt“ und ging.", "wir segeln jetzt"),
        ("Der Maat rief ‚wir segeln jetzt‘ und ging.", "wir segeln jetzt"),
        ("Le matelot cria ‹on part maintenant› puis partit.", "on part maintenant"),
        ("The mate said 「we sail now」 and left.", "we sail now"),
        ("Der Maat rief »wir segeln jetzt« und ging.", "wir segeln jetzt"),
        ("Le matelot cria «on part maintenant» puis partit.", "on part maintenant"),
        ("El marinero gritó «zarpamos ya» y se fue.", "zarpamos ya"),
    ],
)
def test_the_words_between_the_marks_are_quoted_and_the_others_are_not(text: str, words: str) -> None:
    quoted, inside = QuotedText(text), span_of(text, words)
    assert quoted.around(Span(inside.start + 3, inside.start + 5)) == inside
    assert quoted.around(Span(0, 3)) is None
    assert quoted.around(Span(len(text) - 3, len(text))) is None


def test_a_span_inside_a_quotation_lies_at_its_edge_or_amid_its_words() -> None:
    text = "The mate said “we sail now” and left."
    quoted = QuotedText(text)
    assert quoted.inside(span_of(text, "sail"))
    assert not quoted.inside(span_of(text, "we sail now"))
    assert quoted.at_edge(span_of(text, "we"))
    assert quoted.at_edge(span_of(text, "now"))
    assert not quoted.at_edge(span_of(text, "sail"))


def test_the_words_beside_a_span_are_quoted_or_not() -> None:
    text = "The mate said “we sail now” and left."
    quoted = QuotedText(text)
    assert quoted.beside(span_of(text, "said")) == (False, True)
    assert quoted.beside(span_of(text, "and")) == (True, False)
    assert quoted.beside(span_of(text, "sail")) == (True, True)


def test_a_quotation_that_is_never_closed_quotes_nothing_of_the_next_paragraph() -> None:
    text = "The mate said “we sail now\n\nThen he left."
    assert QuotedText(text).around(span_of(text, "he left")) is None
    assert not QuotedText("Nothing is quoted here.").reaches(Span(0, 7))
