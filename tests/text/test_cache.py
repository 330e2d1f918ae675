"""What is cached of a text changes nothing but the time."""

from __future__ import annotations

from desktop.text.cache import cached_for_short_texts
from desktop.text.changes import Kind
from desktop.text.diff import compare
from desktop.text.words import Tokens

FIRST = "Storm hits the coast\n\nThe mayor said “we were not warned” on Monday.\nTwo hundred homes lost power."
SECOND = "Coast hit by storm\n\nOn Tuesday the mayor said “we were warned”.\nThree hundred homes lost their power."
THIRD = "Power is back\n\nAll homes on the coast have power again, the mayor said on Friday."


def test_a_text_is_read_once_for_each_question() -> None:
    asked: list[tuple[str, int]] = []

    @cached_for_short_texts
    def counted(text: str, more: int) -> int:
        asked.append((text, more))
        return len(text) + more

    assert [counted("abc", 1), counted("abc", 1), counted("abc", 2)] == [4, 4, 5]
    assert asked == [("abc", 1), ("abc", 2)]


def test_what_is_found_in_a_long_text_is_not_kept() -> None:
    asked: list[str] = []

    @cached_for_short_texts
    def counted(text: str) -> int:
        asked.append(text)
        return len(text)

    long = "word " * 20_000
    assert counted(long) == counted(long) == len(long)
    assert len(asked) == 2


def test_a_comparison_is_the_same_whatever_was_compared_before() -> None:
    before = {kind: compare(FIRST, SECOND, kind=kind) for kind in Kind}
    for other in (SECOND, THIRD, FIRST):
        compare(other, FIRST, kind=Kind.ACCOUNTS)
        compare(SECOND, other)
    assert {kind: compare(FIRST, SECOND, kind=kind) for kind in Kind} == before


def test_opening_the_tokens_of_one_comparison_leaves_those_of_the_next_alone() -> None:
    tokens = Tokens(FIRST)
    pieces, starts = list(tokens.pieces), list(tokens.starts)
    tokens.open([(0, len(FIRST))])
    again = Tokens(FIRST)
    assert (again.pieces, list(again.starts)) == (pieces, starts)
