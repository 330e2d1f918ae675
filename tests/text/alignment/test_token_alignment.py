"""Edits between two encoded texts make the first the second, and chains of blocks are the heaviest there are."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.alignment.token_alignment import Aligner, Block, edits_between, heaviest_chain, joined
from desktop.text.alignment.token_codes import WORD_BITS

ENCODED = st.text("abcdefgh", max_size=40)


def applied(x: str, y: str, edits: list[tuple[int, int, int, int]]) -> str:
    """The first text after the edits."""
    parts, at = [], 0
    for i1, i2, j1, j2 in edits:
        parts += [x[at:i1], y[j1:j2]]
        at = i2
    return "".join([*parts, x[at:]])


def rises(blocks: list[Block]) -> bool:
    return all(p[0] + p[2] <= q[0] and p[1] + p[2] <= q[1] for p, q in pairwise(blocks))


@given(ENCODED, ENCODED)
def test_the_edits_make_the_first_text_the_second(x: str, y: str) -> None:
    bits = dict.fromkeys("abcdefgh", WORD_BITS)
    edits = Aligner(x, y, bits).edits()
    assert applied(x, y, edits) == y
    assert all(i1 < i2 or j1 < j2 for i1, i2, j1, j2 in edits)


@given(ENCODED)
def test_a_text_and_itself_have_no_edits(x: str) -> None:
    assert Aligner(x, x, dict.fromkeys("abcdefgh", WORD_BITS)).edits() == []


def test_known_blocks_are_kept_whatever_the_rest() -> None:
    bits = dict.fromkeys("abcdxyz", WORD_BITS)
    edits = Aligner("xabcd", "abcdx", bits, known=[(0, 4, 1)]).edits()
    assert edits == [(0, 0, 0, 4), (1, 5, 5, 5)]


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 9), max_size=8))
def test_no_chain_of_single_matches_is_longer(places: dict[int, int]) -> None:
    blocks = [(i, j, 1) for i, j in sorted(places.items())]
    chains = (list(chain) for size in range(len(blocks) + 1) for chain in combinations(blocks, size))
    found = heaviest_chain(blocks)
    assert rises(found)
    assert len(found) == max(len(chain) for chain in chains if rises(chain))


def test_what_two_blocks_share_is_taken_off_the_second() -> None:
    assert heaviest_chain([(0, 0, 4), (2, 3, 4)]) == [(0, 0, 4), (4, 5, 2)]


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [([(0, 0, 2), (2, 2, 3)], [(0, 0, 5)]), ([(0, 0, 2), (2, 3, 3)], [(0, 0, 2), (2, 3, 3)]), ([], [])],
)
def test_blocks_without_a_gap_are_one(blocks: list[Block], expected: list[Block]) -> None:
    assert joined(blocks) == expected


def test_what_lies_between_blocks_is_edited() -> None:
    assert edits_between([(1, 0, 2), (5, 2, 1)], 6, 4) == [(0, 1, 0, 0), (3, 5, 2, 2), (6, 6, 3, 4)]
