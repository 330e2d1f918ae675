"""English: who speaks, what is stated, which words are one, and where sentences end."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.languages.answers import alerts, are_one_word, count_sentences, speaker


@pytest.mark.parametrize(
    ("sentence", "name", "cue"),
    [
        ("“The harbour stays shut,” said Ada Brink on Monday.", "Ada Brink", "said"),
        ("Ada Brink said: “The harbour stays shut.”", "Ada Brink", "said"),
        ("“The harbour stays shut,” according to the mayor, Ada Brink.", "the mayor", "according to"),
    ],
)
def test_a_quotation_has_its_speaker(sentence: str, name: str, cue: str) -> None:
    assert speaker("en", sentence) == (name, cue)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Twenty-one boats sank.", "Twenty-eight boats sank.", AlertKind.NUMBER),
        ("There were at least thirty fishermen.", "There were about thirty fishermen.", AlertKind.NUMBER),
        ("The captain confirmed the course.", "The captain denied the course.", AlertKind.NEGATION),
        ("The boat has reached the harbour.", "The boat has not reached the harbour.", AlertKind.NEGATION),
        ("The boat sank in the storm.", "The boat may have sunk in the storm.", AlertKind.HEDGE),
        ("The pier opens on Thursday 4 March.", "The pier opens on Friday 4 May.", AlertKind.DATE),
    ],
)
def test_what_a_text_states_is_told_apart(first: str, second: str, kind: AlertKind) -> None:
    assert kind in alerts("en", first, second)
    assert alerts("en", first, first) == set()


def test_forms_of_a_word_are_one_and_other_words_are_not() -> None:
    assert are_one_word("en", "worked", "working")
    assert are_one_word("en", "says", "said")
    assert not are_one_word("en", "house", "boat")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Bosch came on Jan. 5. He spoke to Gov. Hill.", 2),
        ("It cost the U.S. $3.5 million. That is a lot.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert count_sentences("en", text) == count
