"""The statement of where the chains of a desk end: the same bytes for the same heads, and nothing else is read."""

from __future__ import annotations

import json

import pytest

from desktop.stamps.statement import StatedHead, Statement, read_statement

STATEMENT = Statement("desk-0", (StatedHead("marks", "desk-0", 5, "a" * 64), StatedHead("entries", "desk-1", 2, "")))


def test_the_bytes_are_json_with_sorted_keys_and_no_spaces() -> None:
    expected = (
        '{"desk":"desk-0","heads":[{"desk":"desk-0","head":"' + "a" * 64 + '","length":5,"of":"marks"},'
        '{"desk":"desk-1","head":"","length":2,"of":"entries"}]}'
    )
    assert STATEMENT.content() == expected.encode()
    assert STATEMENT.sha256 == "9ca17c43537013ce96c2b66f13e82ae5706e6029b7c3ed253149b6e554748d7a"


def test_it_says_how_much_is_stated() -> None:
    assert str(STATEMENT.counts()) == "marks: 5, other acts: 2"


def test_what_was_written_is_read_again() -> None:
    assert read_statement(STATEMENT.content()) == STATEMENT
    assert read_statement(STATEMENT.content().decode()) == STATEMENT


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        '{"desk":"desk-0"}',
        STATEMENT.content().decode().replace(",", ", "),
        json.dumps(json.loads(STATEMENT.content()) | {"more": 1}, sort_keys=True, separators=(",", ":")),
        STATEMENT.content().decode().replace('"length":5', '"length":"5"'),
        "[" * 100_000,
    ],
)
def test_anything_else_is_no_statement(content: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of json as well
        read_statement(content)
