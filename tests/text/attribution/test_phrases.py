"""Noun phrases behind verbs of saying: where they begin and end, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.attribution.phrases import Phrases
from tests.text.attribution.sentence_reader import place_of, read, words


@pytest.mark.parametrize(
    ("code", "text", "first", "phrase"),
    [
        ("en", "“Late,” said the harbour master of Salem on Monday.", "the", "the harbour master"),
        ("en", "“Late,” said Rita Gomez, a farmer.", "Rita", "Rita Gomez"),
        ("de", "„Spät“, sagte der Hafenmeister am Montag.", "der", "der Hafenmeister"),
        ("fr", "« Tard », a dit le maire de la ville lundi.", "le", "le maire"),
        ("es", "«Tarde», dijo el alcalde de la ciudad.", "el", "el alcalde"),
    ],
)
def test_a_phrase_behind_the_verb_ends_before_what_describes_it(code: str, text: str, first: str, phrase: str) -> None:
    sentence, language = read(text, code)
    assert words(sentence, Phrases(sentence, language).after(place_of(sentence, first), inverted=True)) == phrase


def test_a_preposition_opens_no_phrase_that_could_speak() -> None:
    sentence, language = read("“Late,” said on Monday the crew.")
    assert Phrases(sentence, language).after(place_of(sentence, "on"), inverted=True) is None
