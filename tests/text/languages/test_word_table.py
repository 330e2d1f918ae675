"""Tables of a language are made from their parts, and from nothing else."""

from __future__ import annotations

from dataclasses import field
from typing import Any

import pytest

from desktop.text.languages.word_table import word_table


@word_table
class Greetings:
    """A made-up table."""

    code: str
    words: frozenset[str] = frozenset()
    answers: dict[str, str] = field(default_factory=dict)


def test_parts_come_in_order_or_by_name() -> None:
    table = Greetings("en", frozenset({"hello"}), answers={"hello": "hi"})
    assert (table.code, table.words, table.answers) == ("en", frozenset({"hello"}), {"hello": "hi"})


def test_parts_left_out_have_defaults_that_no_two_tables_share() -> None:
    one, other = Greetings("en"), Greetings("de")
    assert one.words == frozenset()
    assert one.answers == other.answers == {}
    assert one.answers is not other.answers


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("en",), {"word": "hi"}), (("en",), {"code": "de"}), (("en", frozenset(), {}, 1), {})],
    ids=["a part is missing", "no such part", "one part twice", "too many parts"],
)
def test_other_parts_are_refused(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="Greetings is made of: code, words, answers"):
        Greetings(*values, **named)
