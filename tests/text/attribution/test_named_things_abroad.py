"""Titles, by-names and rejected claims in German, French, Spanish, Italian, Portuguese and Dutch."""

from __future__ import annotations

import pytest

from desktop.domain import QuoteKind
from desktop.text.quotes import find_quotes

ARTICLES = {
    "de": "Hafen\n\nDer Stadtrat tagte am Montag im alten Rathaus und sprach bis spät über die neue Brücke. "
    "Petra Vogel und Jan Weber waren dabei.\n\n",
    "fr": "Le port\n\nLe conseil de la ville a siégé lundi dans la vieille mairie et a parlé du nouveau pont "
    "jusque tard. Marie Dupont et Jean Morel étaient là.\n\n",
    "es": "El puerto\n\nEl consejo de la ciudad se reunió el lunes en el viejo ayuntamiento y habló del nuevo puente "
    "hasta muy tarde. Elena Ruiz y Pablo Soto estaban allí.\n\n",
    "it": "Il porto\n\nIl consiglio della città si è riunito lunedì nel vecchio municipio e ha parlato del nuovo ponte "
    "fino a tardi. Anna Rossi e Marco Villa erano presenti.\n\n",
    "pt": "O porto\n\nO conselho da cidade reuniu-se na segunda-feira na velha câmara e falou da nova ponte até tarde. "
    "Ana Silva e Paulo Costa estavam lá.\n\n",
    "nl": "De haven\n\nDe raad van de stad kwam maandag bijeen in het oude stadhuis en sprak tot laat over de nieuwe "
    "brug. Anna Jansen en Piet de Vries waren erbij.\n\n",
}


def read(code: str, sentence: str) -> list[tuple[QuoteKind, str]]:
    return [(q.kind, q.attribution.name) for q in find_quotes(ARTICLES[code] + sentence, language=code)]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("de", "Petra Vogel sagte, der Film „Das Haus am Meer“ laufe im Mai."),
        ("de", "Der Dokumentarfilm „Leben am Kai“ läuft im Mai, sagte Petra Vogel."),
        ("de", "Petra Vogel stellte ihr neues Album, „Ebbe und Flut“, am Freitag vor."),
        ("fr", "Marie Dupont a dit que le film « La maison du quai » sortirait en mai."),
        ("fr", "Dans son livre « Le port en hiver », Marie Dupont raconte la ville."),
        ("es", "Elena Ruiz dijo que la película «La casa del muelle» se estrena en mayo."),
        ("it", "Anna Rossi ha detto che il film «La casa sul molo» esce a maggio."),
        ("pt", "Ana Silva disse que o filme “A casa do cais” estreia em maio."),
        ("nl", "Anna Jansen zei dat de film ‘Het huis aan de kade’ in mei uitkomt."),
    ],
)
def test_a_title_behind_its_noun_is_nobodys_words(code: str, sentence: str) -> None:
    assert read(code, sentence) == [(QuoteKind.TITLE, "")]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("de", "Jan Weber, genannt „der Fuchs“, sagte, die Brücke sei sicher."),
        ("de", "Das Projekt heißt „Neue Mitte“ und beginnt im Mai, sagte Petra Vogel."),
        ("fr", "Marie Dupont, surnommée « la Mouette », a parlé du pont."),
        ("es", "Pablo Soto, alias «el Zorro», habló del puente."),
        ("it", "Marco Villa, detto «il Lupo», ha parlato del ponte."),
        ("pt", "Paulo Costa, conhecido como “o Lobo”, falou da ponte."),
        ("nl", "Piet de Vries, bijgenaamd ‘de Vos’, sprak over de brug."),
    ],
)
def test_a_by_name_is_nobodys_words(code: str, sentence: str) -> None:
    assert read(code, sentence) == [(QuoteKind.NAME, "")]


def test_a_nickname_within_a_name_is_none_of_its_words() -> None:
    assert read("de", "„Wir bauen die Brücke“, sagte Petra „Pipo“ Vogel.") == [
        (QuoteKind.DIRECT, "Petra Vogel"),
        (QuoteKind.NAME, ""),
    ]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("de", "Petra Vogel sagte im Podcast „Ebbe und Flut“, die Brücke sei „ein Geschenk“.", "Petra Vogel"),
        (
            "fr",
            "Marie Dupont a dit dans l’émission « Bonjour » que le pont était « un cadeau ».",
            "Marie Dupont",
        ),
        ("es", "Elena Ruiz dijo en el programa «Buenos días puerto» que el puente es «un regalo».", "Elena Ruiz"),
    ],
)
def test_what_is_said_in_a_programme_keeps_its_speaker(code: str, sentence: str, name: str) -> None:
    assert read(code, sentence) == [(QuoteKind.TITLE, ""), (QuoteKind.MIXED, name)]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("de", "„Der Film war gut“, sagte Petra Vogel."),
        ("de", "Petra Vogel sagte über den Film: „Das Haus bleibt stehen.“"),
        ("fr", "Marie Dupont a dit du film : « La maison restera debout. »"),
        ("it", "Marco Villa ha detto: «Il film era bello»."),
        ("es", "«La película es buena», dijo Elena Ruiz."),
    ],
)
def test_what_is_said_about_a_film_is_no_title(code: str, sentence: str) -> None:
    [(kind, name)] = read(code, sentence)
    assert kind.is_said
    assert name


def test_a_term_from_which_the_reporter_keeps_his_distance_is_listed_and_nobodys() -> None:
    assert read("de", "Die sogenannte „Freundesgruppe“ kam nicht.") == [(QuoteKind.SCARE, "")]
    assert read("nl", "De zogenaamde ‘vrienden’ kwamen niet.") == [(QuoteKind.SCARE, "")]


# -- rejected claims -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("de", "Petra Vogel wies Jan Webers Behauptung zurück, die Brücke sei „völlig morsch“.", "Jan Weber"),
        ("de", "Petra Vogel wies die Behauptung von Jan Weber zurück, dass sie „völlig morsch“ sei.", "Jan Weber"),
        ("de", "Petra Vogel hat Jan Webers Vorwurf bestritten, die Brücke sei „völlig morsch“.", "Jan Weber"),
        ("fr", "Marie Dupont a rejeté l’affirmation de Jean Morel selon laquelle il était « pourri ».", "Jean Morel"),
        ("es", "Elena Ruiz rechazó la afirmación de Pablo Soto de que el puente estaba «podrido».", "Pablo Soto"),
        ("it", "Anna Rossi ha respinto l’accusa di Marco Villa secondo cui il ponte era «marcio».", "Marco Villa"),
        ("it", "Anna Rossi ha smentito l’affermazione di Marco Villa che il ponte fosse «marcio».", "Marco Villa"),
        ("pt", "Ana Silva rejeitou a alegação de Paulo Costa de que a ponte estava “podre”.", "Paulo Costa"),
        ("nl", "Anna Jansen verwierp de bewering van Piet de Vries dat de brug ‘verrot’ was.", "Piet de Vries"),
        ("nl", "Anna Jansen verwierp Piet de Vries’ bewering dat de brug ‘verrot’ was.", "Piet de Vries"),
    ],
)  # fmt: skip
def test_a_rejected_claim_is_of_who_made_it(code: str, sentence: str, name: str) -> None:
    assert [found for _, found in read(code, sentence)] == [name]


@pytest.mark.parametrize(
    ("code", "sentence", "name"),
    [
        ("de", "Petra Vogel wies Jan Webers Behauptung als „Unsinn“ zurück.", "Petra Vogel"),
        ("de", "Petra Vogel wies Webers Kritik zurück und nannte sie „absurd“.", "Petra Vogel"),
        ("de", "Petra Vogel wies darauf hin, dass die Brücke „sicher“ sei.", "Petra Vogel"),
        ("es", "Elena Ruiz rechazó las críticas de Pablo Soto: «Son falsas».", "Elena Ruiz"),
        ("es", "Elena Ruiz calificó la acusación de Pablo Soto de «falsa».", "Elena Ruiz"),
        ("fr", "Marie Dupont a qualifié l’accusation de Jean Morel de « fausse ».", "Marie Dupont"),
        ("nl", "Anna Jansen noemde de bewering van Piet de Vries ‘volledig onzin’.", "Anna Jansen"),
    ],
)
def test_what_is_said_of_a_claim_is_of_who_says_it(code: str, sentence: str, name: str) -> None:
    assert [found for _, found in read(code, sentence)] == [name]
