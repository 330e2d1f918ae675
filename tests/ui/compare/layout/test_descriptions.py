"""Descriptions of changes in words."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain import Span
from desktop.text.changes import Change, ChangeKind
from desktop.ui.compare.layout.descriptions import change_tip, context, describe_change, readings, short

A, B = "The North wind blew.", "The South wind blew."
CHANGE = Change(ChangeKind.REPLACED, Span(4, 9), Span(4, 9))


def test_a_change_is_described_with_both_readings() -> None:
    assert describe_change(CHANGE, A, B) == "changed: “North” → “South”"
    assert describe_change(CHANGE, A, B, quoted=True) == "changed: “North” → “South”, inside a quotation"


def test_an_ignored_change_says_so_in_the_list_and_in_its_tip() -> None:
    ignored = replace(CHANGE, ignored=True)
    assert describe_change(ignored, A, B).endswith(", ignored")
    assert change_tip(ignored, A, B).splitlines()[-1] == "Ignored by your rules: shown, not counted."


def test_a_move_is_described_by_its_number_and_its_words_once() -> None:
    moved = Change(ChangeKind.MOVED, Span(4, 9), Span(4, 9), move=2)
    assert describe_change(moved, A, A) == "moved (2): “North”"


def test_a_paragraph_break_is_split_or_joined() -> None:
    two, one = "One.\n\nTwo.", "One. Two."
    assert readings(Change(ChangeKind.PARAGRAPH, Span(4, 6), Span(4, 5)), two, one) == "paragraphs joined"
    assert readings(Change(ChangeKind.PARAGRAPH, Span(4, 5), Span(4, 6)), one, two) == "paragraph split"


def test_invisible_characters_are_named_in_a_short_text() -> None:
    assert short("zero\u200bwidth") == "zero[ZWSP]width"


def test_the_context_of_a_span_is_cut_between_words() -> None:
    text = "Some words before it all, then North and some words after it all."
    start = text.index("North")
    assert context(Span(start, start + 5), text, reach=12) == "… all, then [ ] and some …"
