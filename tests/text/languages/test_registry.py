"""Languages are found by their folders, and a text is told to be in one of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop.domain import QuoteKind
from desktop.text import languages as folders
from desktop.text.languages import registry
from desktop.text.quotes import find_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A made-up language: no word of it stands in any other folder, none of another's in it.
_LANGUAGE = """
from desktop.text.languages.language import Language, titles, words

LANGUAGE = Language(
    "qq", __name__, common=words("zu-ra mipa velo"), abbreviations=words("Pel"), titles=titles("f: pel")
)
"""
_REPORTING = """
from desktop.text.languages.language import table, words
from desktop.text.languages.qqish import LANGUAGE
from desktop.text.languages.reporting import (NameWords, Reporting, STRONG, SpeechVerbs, SubjectWords)

REPORTING = Reporting(
    language=LANGUAGE,
    verbs=SpeechVerbs(
        cues={"zorpa": STRONG, "krilt": STRONG},
    ),
    subjects=SubjectWords(
        pronouns=table("f: sela; m: dorn"),
        determiners=words("vo"),
    ),
    names=NameWords(
        titles=LANGUAGE.titles,
        roles=table("mayor: gobarra"),
        openers=words("vo mipa"),
    ),
)
"""


@pytest.fixture
def made_up_language(tmp_path: Path) -> Iterator[None]:
    folder = tmp_path / "qqish"
    folder.mkdir()
    (folder / "__init__.py").write_text(_LANGUAGE, encoding="utf-8")
    (folder / "reporting.py").write_text(_REPORTING, encoding="utf-8")
    folders.__path__.append(str(tmp_path))
    _forget()
    yield
    folders.__path__.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.startswith("desktop.text.languages.qqish")]:
        del sys.modules[name]
    _forget()


def _forget() -> None:
    registry.languages.cache_clear()
    registry._detected.cache_clear()
    registry._language_of.cache_clear()
    registry._speaking_for.cache_clear()
    registry._known_by.cache_clear()


@pytest.mark.usefixtures("made_up_language")
def test_a_new_language_is_one_folder() -> None:
    text = (
        "Mipa velo rond Teskin Arvel pano velo.\n\n"
        "“Grun tavi mipa lonn velo,” zorpa vo gobarra Teskin Arvel velo mipa.\n\n"
        "“Tavi grun mipa velo lonn,” krilt sela.\n\n"
        "Pel. Marin zorpa: “Velo tavi mipa.”"
    )
    assert registry.detect_language(text) == "qq"
    found = [(q.attribution.name, q.attribution.cue) for q in find_quotes(text)]
    assert found == [("Teskin Arvel", "zorpa"), ("Teskin Arvel", "krilt"), ("Pel. Marin", "zorpa")]


def test_without_its_folder_the_made_up_language_is_unknown() -> None:
    assert "qq" not in registry.languages()
    assert registry.detect_language("Mipa velo rond mipa velo.") == "en"


def test_a_language_without_a_table_has_one_without_words() -> None:
    assert registry.reporting_in("") is registry.reporting_in("en")
    assert registry.reporting_in("pl") is registry.reporting_in(registry.UNKNOWN)
    assert not registry.reporting_in("pl").verbs.cues
    assert registry.reporting_in("de-AT") is registry.reporting_in("DE")
    assert registry.reporting_in("de") is not registry.reporting_in("en")


_TOLD = {
    "da": "Kommunen lukkede færgen i mandags, men det er ikke alle, der har hørt om det. "
    "»Vi venter ikke længere,« sagde Mette Friis. »Den skal sejle igen.«",
    "el": "Το συμβούλιο έκλεισε το πορθμείο τη Δευτέρα. «Δεν περιμένουμε άλλο», είπε ο Γιώργος Δήμου.",
    "fi": "Kunta sulki lautan maanantaina, mutta kaikki eivät ole kuulleet siitä. "
    "”Emme odota enää”, sanoi Pekka Laine. ”Se kulkee pian.”",
    "hu": "A hivatal hétfőn lezárta a kompot, de ezt nem mindenki tudta meg. "
    "„Nem várunk tovább” – mondta Nagy Péter. „Ez így nem mehet.”",
    "pl": "W poniedziałek zamknięto prom, ale nie wszyscy o tym wiedzą. Jan Kos przyjechał z żoną. "
    "„Nie będziemy czekać”, powiedział Piotr Lis. „To jest za długo.”",
    "ro": "Primăria a închis bacul de luni, dar nu toți au aflat. "
    "„Nu mai așteptăm”, a spus Ion Dobre. „Este prea mult pentru un om.”",
    "ru": "Власти закрыли паром в понедельник. Пётр Лунин уехал. «Мы не будем ждать», — сказал Олег Рыбин.",
    "sv": "Kommunen stängde färjan i måndags, men alla har inte hört det. Karin Holm var där. "
    "”Vi väntar inte längre”, sade Nils Ek. ”Den ska gå igen.”",
    "tr": "Belediye feribotu pazartesi günü kapattı ama herkes bunu duymadı. "
    "“Artık beklemiyoruz” dedi Kemal Aydın. “Bu çok uzun sürdü.”",
}


@pytest.mark.parametrize("code", sorted(_TOLD))
def test_nobody_is_said_to_speak_in_a_language_without_a_table(code: str) -> None:
    headed = f"{_TOLD[code]}\n\n{_TOLD[code]}"
    for text in (_TOLD[code], headed):
        found = find_quotes(text)
        assert found
        assert [quote.attribution.speaker for quote in found if quote.attribution.speaker] == []
        assert registry.article_language(text) in {code, registry.UNKNOWN}


def test_a_quotation_of_a_language_without_a_table_is_no_scare_quote_where_it_stands_as_a_sentence() -> None:
    kinds = [quote.kind for quote in find_quotes(_TOLD["pl"])]
    assert kinds == [QuoteKind.DIRECT, QuoteKind.DIRECT]
    greek = "Ο λιμενάρχης είπε: «Δεν περιμένουμε». Το λένε «φάρο» εδώ."
    assert [quote.kind for quote in find_quotes(greek)] == [QuoteKind.DIRECT, QuoteKind.SCARE]
    chinese = "港务长说：“我们不会再等下去了。”他们叫它“灯塔”。"
    assert [quote.kind is QuoteKind.SCARE for quote in find_quotes(chinese)] == [False, True]


@pytest.mark.parametrize(
    ("text", "stated", "code"),
    [
        (_TOLD["pl"], "en-US", "pl"),
        (
            "The ferry has not left since Monday, and that is bad for all of us who live on the far side. " * 3,
            "pl",
            "en",
        ),
        ("Ferry: shut.", "pl", "pl"),
        ("Ferry: shut.", "", "en"),
        ("Die Fähre ist zu.", "de-CH", "de"),
        ("", "", "en"),
    ],
)
def test_what_a_page_says_of_its_language_holds_unless_its_words_gainsay_it(text: str, stated: str, code: str) -> None:
    assert registry.article_language(text * 2, stated) == code


@pytest.mark.usefixtures("made_up_language")
def test_a_language_without_a_lexicon_has_one_without_words_in_a_long_text() -> None:
    text = "Mipa velo rond Teskin velo, lonn velo mipa zu-ra velo mipa grun tavi velo. "
    assert registry.lexicon_of(text * 4, text * 4).code == "qq"
    assert not registry.lexicon_of(text * 4, text * 4).cues
    assert registry.lexicon_of(text, "").code == "en"


@pytest.mark.parametrize("code", sorted(registry.languages()))
def test_every_language_knows_its_own_commonest_words(code: str) -> None:
    common = sorted(registry.languages()[code].common)
    assert registry.detect_language(" ".join(common)) == code


@pytest.mark.parametrize(
    ("text", "among", "code"),
    [
        ("Das war nicht gut.", "en", "de"),
        ("Nein!", "de", "de"),
        ("Nein!", "en", "en"),
        ("never again", "de", "de"),
        ("a liar and a coward", "fr", "fr"),
        ("a liar and a coward of the town", "fr", "en"),
        ("Il n’est pas dans l’eau", "en", "fr"),
    ],
)
def test_a_short_text_is_in_the_language_around_it_unless_two_words_say_otherwise(
    text: str, among: str, code: str
) -> None:
    assert registry.detect_language(text, among) == code
