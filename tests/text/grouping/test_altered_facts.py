"""An exchanged fact is found in every language with tables, and one that is only written otherwise is not."""

from __future__ import annotations

import pytest

from desktop.domain import Span
from desktop.text.grouping.altered_facts import FactKind
from desktop.text.grouping.wording_difference import WordingKind, difference
from desktop.text.statements import CellKind, Occurrence, cells, group


@pytest.mark.parametrize(
    ("base", "other", "kind", "old", "new"),
    [
        # German
        ("Wir sahen zwei Millionen", "Wir sahen drei Millionen", FactKind.NUMBER, "zwei Millionen", "drei Millionen"),
        ("Das kostet uns 5 Euro", "Das kostet uns 5 Dollar", FactKind.NUMBER, "Euro", "Dollar"),
        ("Wir sehen uns am Montag wieder", "Wir sehen uns am Freitag wieder", FactKind.DATE, "Montag", "Freitag"),
        ("Wir sehen uns in Wien wieder", "Wir sehen uns in Prag wieder", FactKind.PLACE, "Wien", "Prag"),
        ("Ich traf Anna Berg und Jan Ott", "Ich traf Eva Holm und Jan Ott", FactKind.NAME, "Anna Berg", "Eva Holm"),
        ("Wir haben das gesehen", "Wir haben das nicht gesehen", FactKind.NEGATION, "gesehen", "nicht gesehen"),
        ("Das könnte uns treffen", "Das wird uns treffen", FactKind.HEDGE, "könnte", "wird"),
        ("Die Preise sind gestiegen", "Die Preise sind gefallen", FactKind.DIRECTION, "gestiegen", "gefallen"),
        ("Sie nahmen die Karren mit", "Sie nahmen die Zelte mit", FactKind.THING, "Karren", "Zelte"),
        # French
        (
            "Nous avons deux millions ici",
            "Nous avons dix millions ici",
            FactKind.NUMBER,
            "deux millions",
            "dix millions",
        ),
        ("Il est là lundi avec nous", "Il est là jeudi avec nous", FactKind.DATE, "lundi", "jeudi"),
        ("Il est à Paris avec nous", "Il est à Rome avec nous", FactKind.PLACE, "Paris", "Rome"),
        (
            "Il est avec Luc Morel dans la rue",
            "Il est avec Jean Petit dans la rue",
            FactKind.NAME,
            "Luc Morel",
            "Jean Petit",
        ),
        ("Il va pas signer ce traité", "Il va signer ce traité", FactKind.NEGATION, "pas signer", "signer"),
        ("Il est probable pour nous", "Il est certain pour nous", FactKind.HEDGE, "probable", "certain"),
        ("Les prix ont augmenté", "Les prix ont diminué", FactKind.DIRECTION, "augmenté", "diminué"),
        # Spanish
        (
            "Hay dos millones en la calle",
            "Hay tres millones en la calle",
            FactKind.NUMBER,
            "dos millones",
            "tres millones",
        ),
        ("Viene el martes con su hijo", "Viene el jueves con su hijo", FactKind.DATE, "martes", "jueves"),
        ("La reunión es en Madrid para todos", "La reunión es en París para todos", FactKind.PLACE, "Madrid", "París"),
        ("Vi a Ana Ruiz y a su hijo", "Vi a Eva Gil y a su hijo", FactKind.NAME, "Ana Ruiz", "Eva Gil"),
        ("Los vecinos no van con él", "Los vecinos van con él", FactKind.NEGATION, "no van", "van"),
        ("Es posible para los vecinos", "Es seguro para los vecinos", FactKind.HEDGE, "posible", "seguro"),
        (
            "Los precios subieron en la zona",
            "Los precios bajaron en la zona",
            FactKind.DIRECTION,
            "subieron",
            "bajaron",
        ),
        # English, where a word list of its own had missed it
        ("We sold 5 kilometres of rope", "We sold 5 miles of rope", FactKind.NUMBER, "kilometres", "miles"),
        ("We met on 6 March at noon", "We met on 7 March at noon", FactKind.DATE, "6 March", "7 March"),
    ],
)
def test_an_altered_fact_is_told_in_every_language(base: str, other: str, kind: FactKind, old: str, new: str) -> None:
    found = difference(base, other)
    assert [(fact.kind, fact.base_text, fact.other_text) for fact in found.facts] == [(kind, old, new)]
    assert found.kind is WordingKind.ALTERED_FACT


@pytest.mark.parametrize(
    ("base", "other"),
    [
        ("We counted 1.5 million people", "We counted 1,500,000 people"),
        ("We counted two hundred people", "We counted 200 people"),
        ("Wir zählten 1,5 Millionen der Leute", "Wir zählten 1.500.000 der Leute"),
        ("Wir sahen zweihundert und mehr", "Wir sahen 200 und mehr"),
        ("Nous avons compté 1,5 million dans la rue", "Nous avons compté 1.500.000 dans la rue"),
        ("Hay 1,5 millones en la calle", "Hay 1.500.000 en la calle"),
        ("Das ist womöglich der Fall", "Das ist vielleicht der Fall"),
        ("We met on Sept. 6 at noon", "We met on September 6 at noon"),
        ("We paid 5 percent of it", "We paid 5% of it"),
    ],
)
def test_a_fact_written_otherwise_is_not_altered(base: str, other: str) -> None:
    assert difference(base, other).facts == ()


def test_the_language_around_decides_for_words_that_tell_none() -> None:
    base, other = "elf Tonnen", "zwölf Tonnen"
    assert difference(base, other).facts == ()
    assert [fact.kind for fact in difference(base, other, language="de").facts] == [FactKind.NUMBER]


@pytest.mark.parametrize(
    ("base", "other"),
    [
        ("not everyone agrees with us", "everyone agrees with us"),
        ("No vamos a firmar el tratado de la paz", "vamos a firmar el tratado de la paz"),
        ("nicht alle sind auf der Liste", "alle sind auf der Liste"),
    ],
)
def test_a_denial_that_is_cut_off_at_the_beginning_is_an_altered_fact(base: str, other: str) -> None:
    assert [fact.kind for fact in difference(base, other).facts] == [FactKind.NEGATION]
    assert [fact.kind for fact in difference(other, base).facts] == [FactKind.NEGATION]


def test_an_answer_that_is_cut_off_before_a_comma_is_no_denial() -> None:
    assert difference("No, we will sign it", "we will sign it").facts == ()


def test_the_matrix_calls_an_altered_number_of_two_short_german_quotes_altered() -> None:
    def printed(source: str, words: str) -> Occurrence:
        return Occurrence(source, source, Span(0, len(words)), words, "Eva Holm", language="de")

    words = "Schlepper brauchen zusätzliche Mannschaften spätestens Anfang Dezember"
    quotes = [printed("a", f"Elf {words}"), printed("b", f"Zwölf {words}")]
    ((row,)) = cells(group(quotes), ["a", "b"]).rows
    assert sorted(cell.kind for cell in row.cells) == [CellKind.ALTERED, CellKind.SAME]


@pytest.mark.parametrize(
    ("base", "other"),
    [
        ("zwei Millionen", "drei Millionen"),
        ("deux millions", "trois millions"),
        ("dos millones", "tres millones"),
        ("two million", "three million"),
    ],
)
def test_numerals_alone_tell_the_language(base: str, other: str) -> None:
    found = difference(base, other).facts
    assert [(fact.kind, fact.base_text, fact.other_text) for fact in found] == [(FactKind.NUMBER, base, other)]


@pytest.mark.parametrize(
    ("base", "other"),
    [
        ("We lost 5% of our trade here", "We lost 5 of our trade here"),
        ("They paid $15 for each of them", "They paid 15 for each of them"),
        ("Wir verloren 5% der Leute im Handel", "Wir verloren 5 der Leute im Handel"),
    ],
)
def test_a_figure_that_loses_its_measure_is_altered(base: str, other: str) -> None:
    for one, two in ((base, other), (other, base)):
        assert [fact.kind for fact in difference(one, two).facts] == [FactKind.NUMBER]


@pytest.mark.parametrize(
    ("base", "other"),
    [("They paid $5 million for it", "They paid 5 million dollars for it"), ("In 20% of it", "In it")],
)
def test_a_measure_that_stands_behind_its_figure_is_none_that_went(base: str, other: str) -> None:
    assert difference(base, other).facts == ()
