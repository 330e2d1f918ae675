"""German: who speaks, what is stated, which words are one, and where sentences end."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.languages.answers import alerts, are_one_word, count_sentences, speaker


@pytest.mark.parametrize(
    ("sentence", "name", "cue"),
    [
        ("„Der Hafen bleibt zu“, sagte Ada Brink am Montag.", "Ada Brink", "sagte"),
        ("Ada Brink erklärte: „Der Hafen bleibt zu.“", "Ada Brink", "erklärte"),
        ("„Der Hafen bleibt zu“, so Bürgermeisterin Ada Brink.", "Bürgermeisterin Ada Brink", "so"),
    ],
)
def test_a_quotation_has_its_speaker(sentence: str, name: str, cue: str) -> None:
    assert speaker("de", sentence) == (name, cue)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Es sanken einundzwanzig Boote.", "Es sanken achtundzwanzig Boote.", AlertKind.NUMBER),
        ("Es waren mindestens dreißig Fischer.", "Es waren ungefähr dreißig Fischer.", AlertKind.NUMBER),
        ("Der Kapitän bestätigt den Kurs.", "Der Kapitän dementiert den Kurs.", AlertKind.NEGATION),
        ("Das Boot ist im Hafen.", "Das Boot ist nicht im Hafen.", AlertKind.NEGATION),
        ("Der Steg öffnet am Donnerstag, 4. März.", "Der Steg öffnet am Freitag, 4. Mai.", AlertKind.DATE),
    ],
)
def test_what_a_text_states_is_told_apart(first: str, second: str, kind: AlertKind) -> None:
    assert kind in alerts("de", first, second)
    assert alerts("de", first, first) == set()


def test_forms_of_a_word_are_one_and_other_words_are_not() -> None:
    assert are_one_word("de", "gearbeitet", "arbeitete")
    assert are_one_word("de", "Boote", "Boot")
    assert not are_one_word("de", "Haus", "Boot")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Herr Dr. Bosch kam am 5. Mai. Er sprach u.a. über die Brücke.", 2),
        ("Es kostet 3 Mio. Euro. Das ist viel.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert count_sentences("de", text) == count
