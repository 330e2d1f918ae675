"""Dutch: who speaks, what is stated, which words are one, and where sentences end."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.languages.answers import alerts, are_one_word, count_sentences, speaker


@pytest.mark.parametrize(
    ("sentence", "name", "cue"),
    [
        ("“De haven blijft dicht”, zei Ada Brink maandag.", "Ada Brink", "zei"),
        ("Ada Brink zegt: “De haven blijft dicht.”", "Ada Brink", "zegt"),
    ],
)
def test_a_quotation_has_its_speaker(sentence: str, name: str, cue: str) -> None:
    assert speaker("nl", sentence) == (name, cue)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Er zonken eenentwintig boten.", "Er zonken achtentwintig boten.", AlertKind.NUMBER),
        ("Er waren minstens dertig vissers.", "Er waren ongeveer dertig vissers.", AlertKind.NUMBER),
        ("De kapitein bevestigt de koers.", "De kapitein ontkent de koers.", AlertKind.NEGATION),
        ("De boot is in de haven gekomen.", "De boot is niet in de haven gekomen.", AlertKind.NEGATION),
        ("De boot is onderweg.", "De boot zou onderweg zijn.", AlertKind.HEDGE),
        ("De steiger opent op donderdag 4 maart.", "De steiger opent op vrijdag 4 mei.", AlertKind.DATE),
    ],
)
def test_what_a_text_states_is_told_apart(first: str, second: str, kind: AlertKind) -> None:
    assert kind in alerts("nl", first, second)
    assert alerts("nl", first, first) == set()


def test_forms_of_a_word_are_one_and_other_words_are_not() -> None:
    assert are_one_word("nl", "gewerkt", "werkte")
    assert are_one_word("nl", "zegt", "gezegd")
    assert not are_one_word("nl", "huis", "boot")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Het was dhr. Bos, d.w.z. de zoon van dr. Kok. Hij sprak o.a. over de brug.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert count_sentences("nl", text) == count
