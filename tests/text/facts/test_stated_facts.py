"""Classes of tokens: what a word may be a part of, by the words of its language."""

from __future__ import annotations

import pytest

from desktop.text.facts import stated_facts as classes
from desktop.text.facts.stated_facts import Form, forms_in
from desktop.text.languages.registry import lexicon_in


def form(language: str, word: str) -> Form:
    lexicon = lexicon_in(language)
    assert lexicon is not None
    return forms_in(lexicon).of(word)


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [
        ("en", "six", classes.NUMBER), ("en", "miles", classes.UNIT), ("en", "Paris", classes.NAME),
        ("en", "not", classes.DENIAL), ("en", "said", classes.CUE), ("en", "he", classes.PRONOUN),
        ("en", "unharmed", classes.PREFIXED), ("en", "killed", classes.OUTCOME), ("en", "2020", classes.DATE),
        ("de", "Montag", classes.DATE), ("de", "sechs", classes.NUMBER), ("de", "nicht", classes.DENIAL),
        ("de", "könnte", classes.HEDGE), ("de", "sagte", classes.CUE),
        ("fr", "lundi", classes.DATE), ("fr", "pas", classes.DENIAL), ("fr", "pourrait", classes.HEDGE),
        ("fr", "déclaré", classes.CUE),
        ("es", "lunes", classes.DATE), ("es", "treinta", classes.NUMBER), ("es", "presunto", classes.HEDGE),
        ("es", "dijo", classes.CUE), ("es", "Lima", classes.NAME),
    ],
)  # fmt: skip
def test_a_word_has_the_class_of_what_it_may_be_a_part_of(language: str, word: str, expected: int) -> None:
    assert form(language, word).classes & expected


def test_a_word_may_have_several_classes_or_none() -> None:
    both = classes.DATE | classes.HEDGE
    assert form("en", "may").classes & both == both
    assert form("en", "ferry").classes == 0


def test_a_capital_alone_makes_no_name_of_a_function_word_or_a_day() -> None:
    assert not form("en", "The").classes & classes.NAME
    assert not form("en", "Monday").classes & classes.NAME
    assert not form("en", "The").content
    assert form("en", "Ferry").classes & classes.NAME


def test_a_melted_article_is_taken_off() -> None:
    found = form("fr", "l'Ukraine")
    assert found.lower == "ukraine"
    assert found.classes & classes.NAME
    assert form("en", "l'Ukraine").lower == "l'ukraine"
