"""Paragraphs are cut into tokens and sentences: a quotation is one token, and no abbreviation ends a sentence."""

from __future__ import annotations

import pytest

from desktop.domain import Span
from desktop.text.attribution.sentences import in_small_letters, sentences_of, tokens_of
from desktop.text.languages.registry import reporting_in
from desktop.text.quotation.quotations import find_quotations
from tests.text.attribution.sentence_reader import read


def sentences(text: str, code: str = "en") -> list[str]:
    """The sentences of a paragraph, as they are printed."""
    language, found = reporting_in(code), find_quotations(text, (), code).found
    cut = sentences_of(text, Span(0, len(text)), list(enumerate(found)), found, language)
    return [text[each.tokens[each.start].start : each.tokens[each.end - 1].end] for each in cut]


@pytest.mark.parametrize(
    ("text", "code", "count"),
    [
        ("The bridge fell. Nobody was hurt.", "en", 2),
        ("Rep. Ann Lee of Ohio said so. Nobody was hurt.", "en", 2),
        ("Dr. Lee came at 5 p.m. on Monday with Maj. Field.", "en", 1),
        ("“It fell. We ran,” said Ann Lee. Nobody was hurt.", "en", 2),
        ("“It fell.” Nobody was hurt.", "en", 2),
        ("Am 5. Mai kamen 3 Mio. Gäste. Niemand fehlte.", "de", 2),
        ("M. Petit est venu. Mme. Petit aussi.", "fr", 2),
        ("El Sr. Gómez vino. La Sra. Gómez también.", "es", 2),
    ],
)
def test_where_sentences_end(text: str, code: str, count: int) -> None:
    assert len(sentences(text, code)) == count


def test_a_quotation_is_one_token() -> None:
    sentence, _ = read("Ann Lee called it “a gift to all” on Monday.")
    [place] = sentence.quotes()
    assert [token.word for token in sentence.tokens[:place]] == ["Ann", "Lee", "called", "it"]
    assert sentence.tokens[place].quote == 0


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Ann Lee's plan", "en", ["Ann", "Lee's", "plan"]),
        ("The U.S. vice-president", "en", ["The", "U.S.", "vice-president"]),
        ("L'homme dit-il", "fr", ["L", "homme", "dit", "il"]),
    ],
)
def test_tokens_of_a_text(text: str, code: str, words: list[str]) -> None:
    found = tokens_of(text, Span(0, len(text)), (), reporting_in(code))
    assert [token.word.replace("’", "'") for token in found] == words


def test_a_headline_loses_the_capitals_of_its_small_words() -> None:
    text = "Mayor Ann Lee Said The Bridge Was Late"
    language = reporting_in("en")
    low = in_small_letters(tokens_of(text, Span(0, len(text)), (), language), language)
    capitals = {token.word for token in low if token.capital}
    assert {"Ann", "Lee"} <= capitals
    assert not capitals & {"Said", "The", "Was"}
