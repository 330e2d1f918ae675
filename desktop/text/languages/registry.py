"""Which language is a text in, and which tables of words go with it?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.text.languages.english.reporting import ENGLISH
from desktop.text.languages.german.reporting import GERMAN
from desktop.text.quotation.romance import FRENCH, SPANISH

if TYPE_CHECKING:
    from desktop.text.languages.reporting import Reporting

_REPORTING = {language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH)}

_STOP = {
    "en": "the and of to in that is was for with said on as he his from at by have has not are were they who would be",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat",
    "fr": "le la les de des et en un une du que qui dans est pour pas sur au par plus ce il avec sont a été cette",
    "es": "el la los las de que y en un una del se por con para su al lo como más pero fue ha este sobre",
    "nl": "de het een en van in is dat op te met voor niet zijn aan er om ook als dan maar bij hij heeft",
    "it": "il la che di e un una per non con del della sono le dei si da al nel anche come gli ha",
    "pt": "o a os as de que e em um uma do da para com não por mais se no na dos como foi ao",
}
_STOP_SETS = {code: frozenset(words.split()) for code, words in _STOP.items()}
_SAMPLE = 4_000  # code points read


def detect_language(text: str) -> str:
    """Guess the language by its commonest words; "en" where nothing speaks for another."""
    words = Counter(text[:_SAMPLE].lower().split())
    scores = {code: sum(map(words.__getitem__, stop & words.keys())) for code, stop in _STOP_SETS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] > scores["en"] else "en"


def reporting_in(code: str) -> Reporting:
    """Give the words that report speech in a language ("de", "de-AT"); English where there is no table."""
    return _REPORTING.get(code.lower()[:2], ENGLISH)
