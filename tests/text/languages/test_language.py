"""What the tables of every language have in common: denials, the calendar, titles."""

from __future__ import annotations

import pytest

from desktop.text.languages.registry import languages, reporting_in

EVERY = pytest.mark.parametrize("code", ["de", "en", "es", "fr", "it", "nl", "pt"])
DENIALS = {"de": "nicht", "en": "not", "es": "no", "fr": "pas", "it": "non", "nl": "niet", "pt": "não"}


@EVERY
def test_a_denial_is_no_grammar_and_the_calendar_is_whole(code: str) -> None:
    known = languages()[code]
    assert known.word_forms is not None
    assert known.lexicon is not None
    assert known.word_forms.concepts(DENIALS[code])[0][0] == "¬"
    assert known.lexicon.decimal == ("." if code == "en" else ",")
    assert known.speakers is not None
    assert len(known.months) == 12 or len(set(known.months.values())) == 12
    assert len(set(known.weekdays.values())) == 7


@EVERY
def test_a_title_is_a_word(code: str) -> None:
    titles = languages()[code].titles
    assert all(title.replace(".", "").replace("-", "").isalpha() for title in titles)
    assert set(titles.values()) == {"", "f", "m"}
    assert all(title.rstrip(".") in titles for title in titles)


@EVERY
def test_speakers_facts_and_attribution_know_the_same_titles(code: str) -> None:
    language = languages()[code]
    assert language.lexicon is not None
    assert language.speakers is not None
    assert reporting_in(code).names.titles.keys() == language.titles.keys()
    assert language.lexicon.titles == language.titles.keys()
    assert language.speakers.titles >= language.titles.keys()


@pytest.mark.parametrize(("code", "title"), [("it", "regina"), ("nl", "drs."), ("nl", "drs")])
def test_titles_at_the_ends_of_lines_of_a_table_are_titles(code: str, title: str) -> None:
    assert title in reporting_in(code).names.titles
