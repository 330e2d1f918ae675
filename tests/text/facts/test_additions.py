"""Alerts of whole quotations, figures and dates that a new version puts in or takes out."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind, Kind
from desktop.text.diff import compare
from tests.text.alert_examples import assert_raised

K = AlertKind
FRAME = "The barge left the lock at dawn with twelve sheep.\n\n{}\n\nIt came back at night and the lock was shut."
PLAIN = "The water was nine feet deep and the wind was cold."


def alerts_of(added: str) -> list[tuple[AlertKind, str]]:
    found = compare(FRAME.format(PLAIN), FRAME.format(f"{PLAIN} {added}")).alerts
    assert all(not alert.a_text for alert in found)
    return [(alert.kind, alert.b_text) for alert in found]


@pytest.mark.parametrize(
    ("added", "kind", "words"),
    [
        ("“I will row if I must,” Eva Lind said.", K.WHOLE_QUOTATION, "I will row if I must,"),
        ("“Never again,” Eva Lind said.", K.WHOLE_QUOTATION, "Never again,"),
        ("Nine rowers drowned, the lock office wrote.", K.FIGURE, "Nine"),
        ("It cost the town 4.5 million euros to mend.", K.FIGURE, "4.5 million"),
        ("The lock was last mended by the town in March 2014.", K.DATE, "March 2014"),
    ],
)
def test_what_a_new_sentence_puts_in_is_told_once(added: str, kind: AlertKind, words: str) -> None:
    assert alerts_of(added) == [(kind, words)]


@pytest.mark.parametrize(
    "added",
    [
        "The water was cold and nine feet deep in the lock.",
        "The song “The Long Way Home Again” was sung.",
        "It has a “soft” bank.",
        "It has a “rather soft” bank.",
        "Nobody was hurt or missed that day.",
        "One of them was late and the others waited for it.",
    ],
)
def test_what_the_text_has_already_titles_and_vague_numbers_are_not_told(added: str) -> None:
    assert alerts_of(added) == []


def test_a_quotation_that_only_moved_is_neither_put_in_nor_taken_out() -> None:
    quote = "“I will row to the end of the lock if I must,” Eva Lind said."
    a, b = FRAME.format(f"{quote}\n\n{PLAIN}"), FRAME.format(f"{PLAIN}\n\n{quote}")
    assert compare(a, b).alerts == ()


def test_two_accounts_are_not_told_what_only_one_of_them_has() -> None:
    a, b = FRAME.format(PLAIN), FRAME.format(f"{PLAIN} It cost the town 4.5 million euros to mend.")
    assert compare(a, b, kind=Kind.ACCOUNTS).alerts == ()


def test_dots_for_words_left_out_of_a_quotation_are_told() -> None:
    a, b = "“Many fear the ice ... and want the lock,” he said.", "“Many fear the ice and want the lock,” he said."
    assert_raised(a, b, K.QUOTATION, ("...", ""))
