"""What office files state about themselves: a title counts only if it stands in the text."""

from __future__ import annotations

from desktop.domain import Fact
from desktop.intake.office.properties import facts_of, language_of


def test_a_title_that_stands_in_the_text_is_its_title() -> None:
    assert list(facts_of([("title", " Dam\n opens ")], "By Ann\n\nDAM opens\nin May", "Word properties")) == [
        Fact("title", "Dam opens", "Word properties")
    ]


def test_another_title_and_blanks_fill_nothing() -> None:
    stated = [("title", "Template 3"), ("creator", " "), ("created", "2026-01-02")]
    assert list(facts_of(stated, "Dam opens", "Word properties")) == [
        Fact("title", "Template 3", "Word properties", offered=True),
        Fact("created", "2026-01-02", "Word properties"),
    ]


def test_the_language_is_the_one_that_is_stated() -> None:
    assert language_of(facts_of([("title", "Dam"), ("language", "de-CH")], "Dam", "Word properties")) == "de-CH"
    assert language_of([]) == ""
