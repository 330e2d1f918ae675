"""Portuguese: who speaks, what is stated, which words are one, and where sentences end."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from tests.text.languages.answers import alerts, are_one_word, count_sentences, speaker


@pytest.mark.parametrize(
    ("sentence", "name", "cue"),
    [
        ("“O porto continua fechado”, disse Ada Braga na segunda-feira.", "Ada Braga", "disse"),
        ("Ada Braga afirmou: “O porto continua fechado.”", "Ada Braga", "afirmou"),
    ],
)
def test_a_quotation_has_its_speaker(sentence: str, name: str, cue: str) -> None:
    assert speaker("pt", sentence) == (name, cue)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("Afundaram-se vinte e um barcos.", "Afundaram-se vinte e oito barcos.", AlertKind.NUMBER),
        ("Havia pelo menos trinta pescadores.", "Havia cerca de trinta pescadores.", AlertKind.NUMBER),
        ("O capitão confirmou a rota.", "O capitão negou a rota.", AlertKind.NEGATION),
        ("O barco chegou ao porto.", "O barco não chegou ao porto.", AlertKind.NEGATION),
        ("O barco está a caminho.", "O barco estaria a caminho.", AlertKind.HEDGE),
        ("O cais abre na quinta-feira, 4 de março.", "O cais abre na sexta-feira, 4 de maio.", AlertKind.DATE),
    ],
)
def test_what_a_text_states_is_told_apart(first: str, second: str, kind: AlertKind) -> None:
    assert kind in alerts("pt", first, second)
    assert alerts("pt", first, first) == set()


def test_forms_of_a_word_are_one_and_other_words_are_not() -> None:
    assert are_one_word("pt", "trabalhamos", "trabalharam")
    assert are_one_word("pt", "rejeitou", "recusou")
    assert not are_one_word("pt", "casa", "barco")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("O sr. Reis chegou com o dr. Costa. Falou a prof. Neves.", 2),
    ],
)
def test_abbreviations_end_no_sentence(text: str, count: int) -> None:
    assert count_sentences("pt", text) == count
