"""Spanish: who speaks, what is stated, which words are one, and where sentences end."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.languages.answers import alerts, are_one_word, count_sentences, speaker


@pytest.mark.parametrize(
    ("sentence", "name", "cue"),
    [
        ("«El puerto sigue cerrado», dijo Ada Bosch el lunes.", "Ada Bosch", "dijo"),
        ("Ada Bosch afirmó: «El puerto sigue cerrado».", "Ada Bosch", "afirmó"),
        ("«El puerto sigue cerrado», según la alcaldesa Ada Bosch.", "la alcaldesa Ada Bosch", "según"),
    ],
)
def test_a_quotation_has_its_speaker(sentence: str, name: str, cue: str) -> None:
    assert speaker("es", sentence) == (name, cue)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Se hundieron veintiún barcos.", "Se hundieron veintiocho barcos.", AlertKind.NUMBER),
        ("Había al menos treinta pescadores.", "Había unos treinta pescadores.", AlertKind.NUMBER),
        ("El capitán confirmó el rumbo.", "El capitán negó el rumbo.", AlertKind.NEGATION),
        ("El barco ha llegado al puerto.", "El barco no ha llegado al puerto.", AlertKind.NEGATION),
        ("El muelle abre el jueves 4 de marzo.", "El muelle abre el viernes 4 de mayo.", AlertKind.DATE),
    ],
)
def test_what_a_text_states_is_told_apart(first: str, second: str, kind: AlertKind) -> None:
    assert kind in alerts("es", first, second)
    assert alerts("es", first, first) == set()


def test_forms_of_a_word_are_one_and_other_words_are_not() -> None:
    assert are_one_word("es", "trabajamos", "trabajaron")
    assert are_one_word("es", "rechazó", "negó")
    assert not are_one_word("es", "casa", "barco")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("El Sr. Reyes llegó con la Dra. Costa. Habló de EE. UU. y de la obra.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert count_sentences("es", text) == count
