"""Tokens that count as the same word have the same character, and rare words weigh more than common ones."""

from __future__ import annotations

import pytest

from desktop.text.alignment.token_codes import PUNCTUATION_BITS, STOP_BITS, WORD_BITS, Codebook, Weights, encoded


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (["bridge "], ["bridge"], True),
        (["“"], ['"'], True),
        (["don’t "], ["don't"], True),
        (["The ", "bridge"], ["the ", "bridge"], True),
        (["bridge"], ["bridges"], False),
        (["north ", "Bridge"], ["north ", "bridge"], False),  # a name, not the beginning of a sentence
        (["Bridge ", "fell"], ["bridge ", "fell"], True),
        (["It ", "fell", ". ", "Bridge"], ["It ", "fell", ". ", "bridge"], True),
    ],
)
def test_which_tokens_are_the_same(first: list[str], second: list[str], same: bool) -> None:
    x, y = Codebook().encode(first, second)
    assert (x == y) is same
    assert (len(x), len(y)) == (len(first), len(second))


def test_codes_of_two_calls_agree() -> None:
    book, x, _ = encoded(["rare ", "words"], [])
    again, _, y = encoded([], ["rare ", "words"])
    assert (book, x) == (again, y)
    assert [book.words[code] for code in x] == ["rare", "words"]


def test_marks_weigh_least_and_words_most() -> None:
    pieces = ["the ", "harbour", ". "]
    book, x, y = encoded(pieces, pieces)
    weights = Weights(book, x, y)
    assert [weights[code] for code in x] == [STOP_BITS, pytest.approx(WORD_BITS, abs=2), PUNCTUATION_BITS]
    assert weights["\U0010ffff"] == WORD_BITS  # not counted


def test_a_word_on_every_line_weighs_less_than_one_that_comes_once() -> None:
    pieces = ["harbour ", "mole "] + ["harbour "] * 400
    book, x, y = encoded(pieces, pieces)
    weights = Weights(book, x, y)
    assert weights[x[0]] < weights[x[1]]
