"""Registry of the languages: the folders beside this file, the language of a text, and the tables of a language."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from desktop.lazy_pattern import lazy_pattern
from desktop.text import languages as _folders
from desktop.text.languages.language import Language
from desktop.text.languages.lexicon import Lexicon
from desktop.text.languages.other_languages import KNOWN_BY
from desktop.text.languages.reporting import MarkPatterns, Reporting
from desktop.text.languages.speaker_words import SpeakerWords
from desktop.text.languages.word_forms import WordForms, by_endings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.text.languages.hyphenation import HyphenWords
    from desktop.text.languages.spoken_forms import SpokenForms


UNKNOWN = "und"  # the code of a language that no table knows, as of BCP 47
_SAMPLE = 3_000  # code points read to tell the language
_LETTERS = 1_000  # ... of which the letters are looked at
_LOW_QUOTES = frozenset("cs da pl hu sk sl hr bg ro et lt lv is".split())  # noqa: SIM905 (codes without a folder)
_SHORT = 300  # code points of two texts from which the guess may name a language without a lexicon
_OF_EACH = 1_000  # code points of each of two texts that show their language
_ENOUGH = 15  # words of a text from which its language is told
_LEAST = 0.2  # of its words that its language knows, twice counted where they are among the commonest
_LEAST_OF_FEW, _FEW = 0.1, 40
_SURE = 0.45  # of English words, that no text in another language has
_BEGINNING = 1_200  # code points of a text in which so many are looked for first
_AHEAD = 0.08  # by which a language without a folder must be ahead of the others: its words are fewer
_FOREIGN = 0.2  # of the words of a short text that have letters English does without
_PLAIN = lazy_pattern(r"[\x00-\x7f\u2000-\u206f]*")
_BARE_WORDS = by_endings()
_MARKS = "'’.,;:!?\"“”„«»()-"


@lru_cache(maxsize=1)
def languages() -> dict[str, Language]:
    """Give every language by its code, English first; each is a package beside this file with a `LANGUAGE`."""
    paths = _folders.__path__
    names = [f"{_folders.__name__}.{found.name}" for found in iter_modules(paths) if found.ispkg]
    known: list[Language] = [import_module(name).LANGUAGE for name in names]
    known.sort(key=lambda each: (each.code != "en", each.code))
    return {each.code: each for each in known}


def language(code: str) -> Language | None:
    """Give a language by its code ("de", "de-AT"); None where it has no folder."""
    return languages().get(code.lower()[:2])


def is_other_language(one: str, other: str) -> bool:
    """Say whether two codes name different languages; unknown is no other one."""
    known = {one.lower()[:2], other.lower()[:2]}
    return len(known) > 1 and UNKNOWN not in {one, other} and "" not in known


def opens_low(code: str) -> bool:
    """Say whether quotations of a language open with „ and close with “."""
    known = language(code)
    return known.low_quotes if known else code.lower()[:2] in _LOW_QUOTES


def detect_language(text: str, among: str = "en") -> str:
    """Guess the language of a text by its commonest words and its letters.

    `among` is what a text around it is in: the answer where the words of the text tell nothing.
    """
    return _detected(text[:_SAMPLE], among)


def _words(text: str) -> list[str]:
    """The words of a text between its marks and white space."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.split()


@lru_cache(maxsize=2048)  # the quotes of a story, and the texts that are compared, are asked about again and again
def _detected(text: str, among: str) -> str:
    lowered = text.lower()
    counted = Counter(_words(lowered))
    letters = set(lowered[:_LETTERS])
    scores = dict.fromkeys(languages(), 0)
    for word in counted.keys() & _known_by().keys():
        for code in _known_by()[word]:
            scores[code] += counted[word]
    best, most = among, 1  # one word tells nothing
    for code, each in languages().items():
        score = scores[code] + (not letters.isdisjoint(each.letters))
        if score > most or (score == most and code == among):
            best, most = code, score
    return best


@lru_cache(maxsize=1)
def _known_by() -> dict[str, list[str]]:
    """Give the languages that are known by a word."""
    found: dict[str, list[str]] = {}
    for code, each in languages().items():
        for word in each.known_by:
            found.setdefault(word, []).append(code)
    return found


def article_language(text: str, stated: str = "") -> str:
    """Tell the language of a whole text: the code of its language, or `UNKNOWN` where its words speak for none.

    `stated` is what a format or a page says, "" where it says nothing; it holds unless the words gainsay it. A text of
    a few words that tell nothing is in English.
    """
    stated = stated.lower()[:2]
    found = _language_of(text[:_SAMPLE].lower())
    if not stated or found == stated or (found != UNKNOWN and _speaks_more(text, found, stated)):
        return found
    return stated


@lru_cache(maxsize=256)
def _language_of(text: str) -> str:
    first, english = next(iter(languages().items()))
    counted = Counter(_words(text[:_BEGINNING]))
    if counted.total() >= _FEW and _share(counted, english.known_by, english.function_words) >= _SURE:
        return first
    if len(text) > _BEGINNING:
        counted = Counter(_words(text))
    total = counted.total()
    if total < _ENOUGH:
        return _language_of_few(text, counted)
    known = dict.fromkeys(chain(languages(), KNOWN_BY), 0)
    for word in counted.keys() & _speaking_for().keys():
        for code, weight in _speaking_for()[word]:
            known[code] += weight * counted[word]
    shares = {code: known[code] / total - (code not in languages()) * _AHEAD for code in known}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= (_LEAST if total >= _FEW else _LEAST_OF_FEW) else UNKNOWN


@lru_cache(maxsize=1)
def _speaking_for() -> dict[str, list[tuple[str, int]]]:
    """Give the languages that a word speaks for, and how much: twice where it is one of the commonest."""
    tables = [(code, each.known_by, each.function_words) for code, each in languages().items()]
    tables += [(code, known, known) for code, known in KNOWN_BY.items() if code not in languages()]
    found: dict[str, list[tuple[str, int]]] = {}
    for code, commonest, known in tables:
        for word in commonest | known:
            found.setdefault(word, []).append((code, (word in commonest) + (word in known)))
    return found


def _language_of_few(text: str, counted: Counter[str]) -> str:
    """Tell the language of a few words: by those of them that are among the commonest, else by their letters."""
    words = counted.keys()
    known = max(len(words & each.function_words) for each in languages().values())
    other = max(KNOWN_BY, key=lambda code: len(words & KNOWN_BY[code]))
    if len(words & KNOWN_BY[other]) > known + 1:
        return other
    found = _detected(text, "")
    return found or (UNKNOWN if _is_in_foreign_letters(counted) else "en")


def _share(counted: Counter[str], commonest: frozenset[str], known: frozenset[str]) -> float:
    words, count = counted.keys(), counted.__getitem__
    return (sum(map(count, commonest & words)) + sum(map(count, known & words))) / (counted.total() or 1)


def _is_in_foreign_letters(counted: Counter[str]) -> bool:
    foreign = sum(count for word, count in counted.items() if not _PLAIN.fullmatch(word))
    return foreign >= _FOREIGN * counted.total() > 0


def _speaks_more(text: str, found: str, stated: str) -> bool:
    """Say whether a text has many words of the language found and hardly any of the one that is stated."""
    counted = Counter(_words(text[:_SAMPLE].lower()))
    known = language(stated)
    own = known.function_words if known else KNOWN_BY.get(stated, frozenset())
    other = languages()[found].function_words if found in languages() else KNOWN_BY[found]
    enough = counted.total() >= _FEW and _share(counted, other, other) >= 2 * _LEAST
    return enough and _share(counted, own, own) * 2 < _share(counted, other, other)


def reporting_in(code: str) -> Reporting:
    """Give the words that report speech in a language ("de", "de-AT"; "" is English).

    A language without them has a table without words, by which nobody is said to have spoken.
    """
    known = language(code or "en")
    return (known and known.reporting) or _WITHOUT_VERBS


_WITHOUT_VERBS = Reporting(
    language=Language(UNKNOWN, __name__, common=frozenset()),
    marks=MarkPatterns(right_opens=0.9, suffixes=True, spaced=True, dialogues=True),
)


def lexicon_of(first: str, second: str, among: str = "en") -> Lexicon:
    """Give the lexicon of the language both texts are in; figures, capitals and marks only where there is none.

    `among` is what a text around them is in, see `detect_language`.
    """
    code = detect_language(f"{first[:_OF_EACH]}\n{second[:_OF_EACH]}", among)
    return lexicon_in(code) or (_without_words(code) if len(first) + len(second) > _SHORT else _english_lexicon())


def lexicon_in(code: str) -> Lexicon | None:
    """Give the lexicon of a language; None where its folder has none."""
    known = language(code)
    return known.lexicon if known else None


def _english_lexicon() -> Lexicon:
    found = lexicon_in("en")
    assert found is not None
    return found


@lru_cache
def _without_words(code: str) -> Lexicon:
    return Lexicon(code)


def word_forms_in(code: str) -> WordForms:
    """Give what the words of a language stand for; the bare words, without accents, where its folder does not say."""
    known = language(code)
    return (known and known.word_forms) or _BARE_WORDS


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words of any language that carry no content of their own, so that finding them twice says little."""
    return shared_function_words().union(*(each.light_words for each in languages().values()))


@lru_cache(maxsize=1)
def capital_stop_words() -> frozenset[str]:
    """Those of the stop words that mean the same with a capital, which is only that of a beginning."""
    return stop_words().difference(*(each.also_names for each in languages().values()))


@lru_cache(maxsize=1)
def shared_function_words() -> frozenset[str]:
    """Words that carry grammar in one language, and no content in another."""
    return frozenset().union(*(each.common | each.stop_words for each in languages().values()))


@lru_cache(maxsize=1)
def speaker_words() -> SpeakerWords:
    """The words of attributions in all languages together: a speaker's name tells no language."""
    tables = [each.speakers for each in languages().values() if each.speakers]
    merged: dict[str, Any] = {
        name: frozenset().union(*values) if isinstance(values[0], frozenset) else tuple(chain(*values))
        for name in SpeakerWords.__annotations__
        if (values := [getattr(table, name) for table in tables])
    }
    return SpeakerWords(**merged)


@lru_cache(maxsize=1)
def other_hyphen_words() -> HyphenWords:
    """Return the words that stand with a hyphen for a language without such a table: those of the first that has one.

    Its suffixes tell more than no table would.
    """
    return next(each.hyphenation for each in languages().values() if each.hyphenation is not None)


def spoken_tables() -> tuple[SpokenForms, ...]:
    """The spoken forms of all languages: what a transcript prints beside the words tells no language."""
    return tuple(each.spoken for each in languages().values() if each.spoken is not None)


@lru_cache(maxsize=1)
def countries() -> Mapping[str, str]:
    """What stands for a country, by word, in all languages together."""
    return dict(chain.from_iterable(each.countries.items() for each in reversed(languages().values())))
