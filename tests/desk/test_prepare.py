"""A capture is prepared: its quotes, what to look at, and what the rules of its outlet cut."""

from __future__ import annotations

from dataclasses import replace

from desktop.desk.prepare import prepare
from desktop.domain import BoilerplateRule, Cut
from desktop.text.boilerplate_rules import RuleBook
from tests.store.desks import LETTER, TEXT, capture


def test_quotes_are_found_outside_what_is_cut() -> None:
    cut = Cut(LETTER, "call to subscribe")
    whole, without = prepare(capture()), prepare(capture(cuts=(cut,)))
    assert [quote.span.of(TEXT) for quote in whole.quotes][-1] == "the tide"
    assert [quote.span for quote in without.quotes] == [quote.span for quote in whole.quotes][:-1]
    assert [quote.span for quote in prepare(capture(cuts=(replace(cut, restored=True),))).quotes] == [
        quote.span for quote in whole.quotes
    ]


def test_the_rules_of_its_outlet_cut_a_line_and_those_of_another_do_not() -> None:
    rule = BoilerplateRule("Evening Tide", "Sign up for our letter “the tide”.", hides=True)
    book = RuleBook.of([rule])
    assert [cut.span.of(TEXT).strip() for cut in prepare(capture(outlet="Evening Tide"), book).capture.cuts] == [
        rule.line
    ]
    assert prepare(capture(outlet="Daily Quay"), book).capture.cuts == ()


def test_warnings_are_counted_as_things_to_look_at() -> None:
    assert prepare(capture()).looks == 0
    assert prepare(replace(capture(), warnings=("The encoding was guessed.",))).looks == 1


def test_it_can_be_recognised_and_found_by_its_words() -> None:
    found = prepare(capture(title="Harbour", published="1 Sept"))
    assert found.piece is not None
    assert "ada brink" in found.piece.names
    assert found.words is not None
