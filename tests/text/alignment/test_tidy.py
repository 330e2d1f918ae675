"""Edits are joined over matches by chance and slid to where a reader would mark them; what they make stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.alignment.tidy import Lengths, join_changes, slide_changes
from desktop.text.alignment.token_alignment import Aligner
from desktop.text.alignment.token_codes import Weights, encoded
from desktop.text.words import Tokens
from tests.text.alignment.test_token_alignment import applied

if TYPE_CHECKING:
    from desktop.text.alignment.token_alignment import Edit

WORDS = st.lists(
    st.sampled_from(["the", "a", "bridge", "mayor", "said", "not", "late", ".", ",", "river", "closed"]), max_size=30
)


def tidied(a: str, b: str) -> tuple[str, str, list[Edit], list[Edit]]:
    """Both texts encoded, the edits as aligned, and as tidied."""
    book, x, y = encoded(Tokens(a).pieces, Tokens(b).pieces)
    bits = Weights(book, x, y)
    edits = Aligner(x, y, bits).edits()
    return x, y, edits, slide_changes(join_changes(edits, x, y, bits), x, y, book.words)


@given(WORDS, WORDS)
def test_tidied_edits_make_the_same_text(mine: list[str], theirs: list[str]) -> None:
    x, y, edits, tidy = tidied(" ".join(mine), " ".join(theirs))
    assert applied(x, y, tidy) == y
    assert len(tidy) <= len(edits)


def changed(a: str, b: str) -> list[tuple[str, str]]:
    """The words of each edit, of both sides."""
    mine, theirs = Tokens(a).pieces, Tokens(b).pieces
    return [("".join(mine[i1:i2]).strip(), "".join(theirs[j1:j2]).strip()) for i1, i2, j1, j2 in tidied(a, b)[3]]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The bridge was observed not.", "The bridge was not observed.", [("observed not", "not observed")]),
        ("The mayor came. The mayor went.", "The mayor came. The mayor spoke. The mayor went.",
         [("", "The mayor spoke.")]),
        ("He saw the red boat in the harbour.", "He met a blue ship at the harbour.",
         [("saw the red boat in", "met a blue ship at")]),
    ],
)  # fmt: skip
def test_changes_are_where_a_reader_would_mark_them(a: str, b: str, expected: list[tuple[str, str]]) -> None:
    assert changed(a, b) == expected


def test_a_code_may_stand_for_several_words() -> None:
    lengths = Lengths({2: 40, 5: 3})
    assert (lengths.of(0, 2), lengths.of(2, 3), lengths.of(0, 6)) == (2, 40, 6 + 39 + 2)
