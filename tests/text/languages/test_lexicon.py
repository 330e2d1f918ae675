"""The tables of Italian, Portuguese and Dutch tell numbers, dates, denials and doubts, and match wordings."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from desktop.text.diff import compare
from desktop.text.languages.registry import article_language, languages, reporting_in

_IN = {
    "it": "La polizia e i pompieri erano nella città con il sindaco. {} Non è tutto quello che si sa.",
    "nl": "De politie en de brandweer waren met de burgemeester in de stad. {} Dat is niet alles wat we weten.",
    "pt": "A polícia e os bombeiros estavam na cidade com o presidente. {} Não é tudo o que se sabe.",
}


@pytest.mark.parametrize(
    ("code", "first", "second", "kind"),
    [
        ("it", "Sono affondate ventuno barche.", "Sono affondate ventotto barche.", AlertKind.NUMBER),
        ("it", "C’erano almeno trenta pescatori.", "C’erano circa trenta pescatori.", AlertKind.NUMBER),
        ("it", "Il capitano ha confermato la rotta.", "Il capitano ha negato la rotta.", AlertKind.NEGATION),
        ("it", "La barca è arrivata in porto.", "La barca non è arrivata in porto.", AlertKind.NEGATION),
        ("it", "La barca è in viaggio.", "La barca sarebbe in viaggio.", AlertKind.HEDGE),
        ("it", "Il molo riapre giovedì 4 marzo.", "Il molo riapre venerdì 4 maggio.", AlertKind.DATE),
        ("nl", "Er zonken eenentwintig boten.", "Er zonken achtentwintig boten.", AlertKind.NUMBER),
        ("nl", "Er waren minstens dertig vissers.", "Er waren ongeveer dertig vissers.", AlertKind.NUMBER),
        ("nl", "De kapitein bevestigt de koers.", "De kapitein ontkent de koers.", AlertKind.NEGATION),
        ("nl", "De boot is in de haven gekomen.", "De boot is niet in de haven gekomen.", AlertKind.NEGATION),
        ("nl", "De boot is onderweg.", "De boot zou onderweg zijn.", AlertKind.HEDGE),
        ("nl", "De steiger opent op donderdag 4 maart.", "De steiger opent op vrijdag 4 mei.", AlertKind.DATE),
        ("pt", "Afundaram-se vinte e um barcos.", "Afundaram-se vinte e oito barcos.", AlertKind.NUMBER),
        ("pt", "Havia pelo menos trinta pescadores.", "Havia cerca de trinta pescadores.", AlertKind.NUMBER),
        ("pt", "O capitão confirmou a rota.", "O capitão negou a rota.", AlertKind.NEGATION),
        ("pt", "O barco chegou ao porto.", "O barco não chegou ao porto.", AlertKind.NEGATION),
        ("pt", "O barco está a caminho.", "O barco estaria a caminho.", AlertKind.HEDGE),
        (
            "pt",
            "O cais abre na quinta-feira, 4 de março.",
            "O cais abre na sexta-feira, 4 de maio.",
            AlertKind.DATE,
        ),
    ],
)
def test_what_a_text_states_is_told_apart(code: str, first: str, second: str, kind: AlertKind) -> None:
    a, b = _IN[code].format(first), _IN[code].format(second)
    assert article_language(a) == code
    assert kind in {alert.kind for alert in compare(a, b).alerts}


@pytest.mark.parametrize(
    ("code", "first", "second"),
    [
        ("it", "ribadiamo", "ribadisco"),
        ("it", "dichiarato", "affermato"),
        ("nl", "gewerkt", "werkte"),
        ("nl", "zegt", "gezegd"),
        ("pt", "trabalhamos", "trabalharam"),
        ("pt", "rejeitou", "recusou"),
    ],
)
def test_forms_of_a_word_and_near_synonyms_are_found(code: str, first: str, second: str) -> None:
    forms = languages()[code].word_forms
    assert forms is not None
    assert forms.concepts(first)[0][:5] == forms.concepts(second)[0][:5]


@pytest.mark.parametrize("code", ["it", "nl", "pt"])
def test_a_denial_is_no_grammar_and_an_article_counts(code: str) -> None:
    known = languages()[code]
    assert known.word_forms is not None
    assert known.lexicon is not None
    negation = {"it": "non", "nl": "niet", "pt": "não"}[code]
    assert known.word_forms.concepts(negation)[0][0] == "¬"
    assert known.lexicon.decimal == ","
    assert known.speakers is not None
    assert len(known.months) == 12 or len(set(known.months.values())) == 12
    assert len(set(known.weekdays.values())) == 7


@pytest.mark.parametrize(
    ("code", "text", "sentences"),
    [
        ("it", "Il sig. Bosco è arrivato col dott. Neri. Ha parlato la prof. Sala.", 2),
        ("nl", "Het was dhr. Bos, d.w.z. de zoon van dr. Kok. Hij sprak o.a. over de brug.", 2),
        ("pt", "O sr. Reis chegou com o dr. Costa. Falou a prof. Neves.", 2),
    ],
)
def test_abbreviations_end_no_sentence(code: str, text: str, sentences: int) -> None:
    from desktop.domain import Span
    from desktop.text.passages import sentences as sentences_of

    assert len(sentences_of(text, Span(0, len(text)), languages()[code])) == sentences


@pytest.mark.parametrize("code", ["de", "en", "es", "fr", "it", "nl", "pt"])
def test_a_title_is_a_word(code: str) -> None:
    titles = languages()[code].titles
    assert all(title.replace(".", "").replace("-", "").isalpha() for title in titles)
    assert set(titles.values()) == {"", "f", "m"}
    assert all(title.rstrip(".") in titles for title in titles)


@pytest.mark.parametrize("code", ["de", "en", "es", "fr", "it", "nl", "pt"])
def test_speakers_facts_and_attribution_know_the_same_titles(code: str) -> None:
    language = languages()[code]
    assert language.lexicon is not None
    assert language.speakers is not None
    assert reporting_in(code).names.titles.keys() == language.titles.keys()
    assert language.lexicon.titles == language.titles.keys()
    assert language.speakers.titles >= language.titles.keys()


@pytest.mark.parametrize(("code", "title"), [("it", "regina"), ("nl", "drs."), ("nl", "drs")])
def test_titles_at_the_ends_of_lines_of_a_table_are_titles(code: str, title: str) -> None:
    assert title in reporting_in(code).names.titles
