"""What the tables of a language answer about short texts: the tests of each language ask the same questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.diff import compare
from desktop.text.languages.registry import article_language, languages
from desktop.text.passages import sentences
from desktop.text.quotes import find_quotes

if TYPE_CHECKING:
    from desktop.text.changes import AlertKind

# Words around a sentence, by which its language is known.
AROUND = {
    "de": "Die Polizei und die Feuerwehr waren mit dem Bürgermeister in der Stadt. {} Das ist nicht alles.",
    "en": "The police and the fire brigade were in the town with the mayor. {} That is not all that is known.",
    "es": "La policía y los bomberos estaban en la ciudad con el alcalde. {} No es todo lo que se sabe.",
    "fr": "La police et les pompiers étaient dans la ville avec le maire. {} Ce n’est pas tout ce que l’on sait.",
    "it": "La polizia e i pompieri erano nella città con il sindaco. {} Non è tutto quello che si sa.",
    "nl": "De politie en de brandweer waren met de burgemeester in de stad. {} Dat is niet alles wat we weten.",
    "pt": "A polícia e os bombeiros estavam na cidade com o presidente. {} Não é tudo o que se sabe.",
}


def alerts(code: str, first: str, second: str) -> set[AlertKind]:
    """Return which facts two sentences of a language state differently."""
    a, b = (AROUND[code].format(sentence) for sentence in (first, second))
    assert article_language(a) == code
    return {alert.kind for alert in compare(a, b).alerts}


def speaker(code: str, sentence: str) -> tuple[str, str]:
    """Return the speaker of the one quotation of a sentence, and the verb by which that is known."""
    text = AROUND[code].format(sentence)
    assert article_language(text) == code
    [quote] = find_quotes(text)
    return quote.attribution.speaker, quote.attribution.cue


def are_one_word(code: str, first: str, second: str) -> bool:
    """Say whether two printed words stand for the same when wordings are matched."""
    forms = languages()[code].word_forms
    assert forms is not None
    return forms.concepts(first)[0][:5] == forms.concepts(second)[0][:5]


def count_sentences(code: str, text: str) -> int:
    return len(sentences(text, Span(0, len(text)), languages()[code]))
