"""French: who speaks, what is stated, which words are one, and where sentences end."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.languages.answers import alerts, are_one_word, count_sentences, speaker


@pytest.mark.parametrize(
    ("sentence", "name", "cue"),
    [
        ("« Le port reste fermé », a déclaré Ada Brunel lundi.", "Ada Brunel", "déclaré"),
        ("Ada Brunel a dit : « Le port reste fermé. »", "Ada Brunel", "dit"),
        ("« Le port reste fermé », selon la maire Ada Brunel.", "la maire Ada Brunel", "selon"),
    ],
)
def test_a_quotation_has_its_speaker(sentence: str, name: str, cue: str) -> None:
    assert speaker("fr", sentence) == (name, cue)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Vingt et un bateaux ont coulé.", "Vingt-huit bateaux ont coulé.", AlertKind.NUMBER),
        ("Il y avait au moins trente pêcheurs.", "Il y avait environ trente pêcheurs.", AlertKind.NUMBER),
        ("Le capitaine a confirmé le cap.", "Le capitaine a démenti le cap.", AlertKind.NEGATION),
        ("Le bateau est arrivé au port.", "Le bateau n’est pas arrivé au port.", AlertKind.NEGATION),
        ("Le quai ouvre le jeudi 4 mars.", "Le quai ouvre le vendredi 4 mai.", AlertKind.DATE),
    ],
)
def test_what_a_text_states_is_told_apart(first: str, second: str, kind: AlertKind) -> None:
    assert kind in alerts("fr", first, second)
    assert alerts("fr", first, first) == set()


def test_forms_of_a_word_are_one_and_other_words_are_not() -> None:
    assert are_one_word("fr", "travaillait", "travaillé")
    assert are_one_word("fr", "maison", "maisons")
    assert not are_one_word("fr", "maison", "bateau")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("M. Bosc est arrivé avec Mme. Noir. Il a parlé du port.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert count_sentences("fr", text) == count
