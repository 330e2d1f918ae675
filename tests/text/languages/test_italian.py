"""Italian: who speaks, what is stated, which words are one, and where sentences end."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.languages.answers import alerts, are_one_word, count_sentences, speaker


@pytest.mark.parametrize(
    ("sentence", "name", "cue"),
    [
        ("«Il porto resta chiuso», ha detto Ada Bruni lunedì.", "Ada Bruni", "detto"),
        ("Ada Bruni ha dichiarato: «Il porto resta chiuso».", "Ada Bruni", "dichiarato"),
    ],
)
def test_a_quotation_has_its_speaker(sentence: str, name: str, cue: str) -> None:
    assert speaker("it", sentence) == (name, cue)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Sono affondate ventuno barche.", "Sono affondate ventotto barche.", AlertKind.NUMBER),
        ("C’erano almeno trenta pescatori.", "C’erano circa trenta pescatori.", AlertKind.NUMBER),
        ("Il capitano ha confermato la rotta.", "Il capitano ha negato la rotta.", AlertKind.NEGATION),
        ("La barca è arrivata in porto.", "La barca non è arrivata in porto.", AlertKind.NEGATION),
        ("La barca è in viaggio.", "La barca sarebbe in viaggio.", AlertKind.HEDGE),
        ("Il molo riapre giovedì 4 marzo.", "Il molo riapre venerdì 4 maggio.", AlertKind.DATE),
    ],
)
def test_what_a_text_states_is_told_apart(first: str, second: str, kind: AlertKind) -> None:
    assert kind in alerts("it", first, second)
    assert alerts("it", first, first) == set()


def test_forms_of_a_word_are_one_and_other_words_are_not() -> None:
    assert are_one_word("it", "ribadiamo", "ribadisco")
    assert are_one_word("it", "dichiarato", "affermato")
    assert not are_one_word("it", "casa", "barca")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Il sig. Bosco è arrivato col dott. Neri. Ha parlato la prof. Sala.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert count_sentences("it", text) == count
