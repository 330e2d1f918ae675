"""Ignore rules: what two readings differ in and does not count, and what no rule ever hides."""

from __future__ import annotations

import pytest

from desktop.domain import Span
from desktop.text.changes import Change, ChangeKind
from desktop.text.ignore_rules.rules import Rules, with_rules


def is_ignored(a: str, b: str, rules: Rules, kind: ChangeKind = ChangeKind.REPLACED) -> bool:
    change = Change(kind, Span(0, len(a)), Span(0, len(b)))
    [ruled] = with_rules([change], a, b, rules)
    return ruled.ignored


@pytest.mark.parametrize(
    ("a", "b", "rules"),
    [
        ("Harbour", "harbour", Rules(case=True)),
        ("harbour,", "harbour", Rules(punctuation=True)),
        ("40 boats", "45 boats", Rules(numbers=True)),
        ("Updated 3 May", "Updated 4 May", Rules(patterns=(r"Updated \d+ \w+",))),
        ("HARBOUR 1,", "harbour 2", Rules(case=True, punctuation=True, numbers=True)),
    ],
)
def test_each_rule_takes_out_its_own_difference_and_none_without_it(a: str, b: str, rules: Rules) -> None:
    assert is_ignored(a, b, rules)
    assert not is_ignored(a, b, Rules())
    assert not is_ignored(a, f"{b} closed", rules)


@pytest.mark.parametrize(("a", "b"), [("1.5", "15"), ("-5", "5"), ("£5", "$5"), ("5%", "5"), ("can't", "cant")])
def test_marks_that_tell_a_number_or_a_word_are_no_punctuation(a: str, b: str) -> None:
    assert not is_ignored(a, b, Rules(punctuation=True))


@pytest.mark.parametrize("kind", [ChangeKind.MOVED, ChangeKind.PARAGRAPH])
def test_no_rule_hides_what_moved_or_a_paragraph_that_came(kind: ChangeKind) -> None:
    assert not is_ignored("Harbour", "harbour", Rules(case=True, punctuation=True, numbers=True), kind)


def test_typography_and_white_space_have_rules_of_their_own() -> None:
    kind = ChangeKind.TYPOGRAPHY
    assert is_ignored("“late”", '"late"', Rules(), kind)
    assert not is_ignored("“late”", '"late"', Rules(typography=False), kind)
    assert is_ignored("  ", " ", Rules(typography=False), kind)
    assert not is_ignored("  ", " ", Rules(white_space=False), kind)


def test_the_edits_inside_moved_text_are_ruled_one_by_one() -> None:
    inner = tuple(Change(ChangeKind.REPLACED, span, span) for span in (Span(0, 1), Span(2, 3)))
    moved = Change(ChangeKind.MOVED, Span(0, 3), Span(0, 3), move=1, inner=inner)
    [ruled] = with_rules([moved], "A x", "a y", Rules(case=True))
    assert (ruled.ignored, [part.ignored for part in ruled.inner]) == (False, [True, False])


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\("):
        Rules(patterns=("(",))
