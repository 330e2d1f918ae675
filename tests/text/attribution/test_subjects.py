"""Subjects before verbs of saying: the noun phrase that speaks, without what only describes it."""

from __future__ import annotations

import pytest

from desktop.text.attribution.subjects import Subjects
from tests.text.attribution.sentence_reader import place_of, read, words


@pytest.mark.parametrize(
    ("code", "text", "verb", "subject"),
    [
        ("en", "Rita Gomez, a farmer from Salem, said it was “late”.", "said", "Rita Gomez"),
        ("en", "The harbour master of Salem on Monday said it was “late”.", "said", "The harbour master"),
        ("de", "Der Hafenmeister von Salem sagte, es sei „spät“.", "sagte", "Der Hafenmeister"),
        ("fr", "Le maire de la ville a dit que c'était « tard ».", "dit", "Le maire"),
        ("es", "El alcalde de la ciudad dijo que era «tarde».", "dijo", "El alcalde"),
    ],
)
def test_the_subject_stands_before_its_verb(code: str, text: str, verb: str, subject: str) -> None:
    sentence, language = read(text, code)
    assert words(sentence, Subjects(sentence, language).before(place_of(sentence, verb)).subject) == subject


def test_a_second_verb_goes_on_with_the_subject_of_the_first() -> None:
    sentence, language = read("Rita Gomez left the pier and added it was “late”.")
    found = Subjects(sentence, language).before(place_of(sentence, "added"))
    assert (found.subject, found.inherits) == (None, True)
