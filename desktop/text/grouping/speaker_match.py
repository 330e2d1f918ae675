"""Matching of speakers: whether two attributions could mean one person, body or source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from desktop.lazy_pattern import lazy_pattern
from desktop.text.attribution.persons.given_names import is_given_name
from desktop.text.attribution.persons.namesakes import SUFFIXES
from desktop.text.languages.registry import countries, languages, speaker_words
from desktop.text.languages.reporting import NameWords


class Relation(StrEnum):
    """How the speakers of two quotes stand to each other."""

    SAME = "same"  # one named person or body
    FITS = "fits"  # a body and somebody who speaks for it, or one side has only a headline
    UNNAMED = "unnamed"  # two unnamed sources that may be one
    UNKNOWN = "unknown"  # at least one side names nobody
    HIDDEN = "hidden"  # named in one, unnamed in the other
    OTHER = "other"  # two different speakers


_WORDS = speaker_words()
_COUNTRIES = countries()
_UNNAMED = lazy_pattern(rf"\b(?:{'|'.join(_WORDS.unnamed)})\b", re.IGNORECASE)
_INDEFINITE = lazy_pattern(rf"(?:{'|'.join(_WORDS.indefinite)}) ", re.IGNORECASE)
_DEFINITE = tuple(f"{word} " for word in _WORDS.definite)
_COMPOUNDS = lazy_pattern(rf"\b({'|'.join(_WORDS.compounds)})\b", re.IGNORECASE)
_NOBODY: frozenset[int] = frozenset()
_SHORT_NAMES: dict[str, frozenset[int]] = {
    name: frozenset(at for at, names in enumerate(_WORDS.short_names) if name in names)
    for names in _WORDS.short_names
    for name in names
}
_PARTICLES = NameWords().particles - {"al", "el", "ter", "ibn", "bin", "dos"}
_NOUNS = _WORDS.sources | _WORDS.offices
_SPOKESPERSON = "spokes"  # with which spokesman and spokeswoman begin, who are one office
_INITIALS = lazy_pattern(r"[A-Z]\.?[A-Z]\.?")
_TOKEN = lazy_pattern(r"[^\W\d_](?:[^\W_]|[.’'-](?=[^\W_]))*")


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerProfile:
    """An attribution taken apart; the same words give the same object, so that it can be compared by identity."""

    names: tuple[str, ...]  # folded name words of a person
    body: tuple[str, ...]  # folded words of an organisation or a place
    noun: str  # "official" of an unnamed source
    plural: bool
    countries: frozenset[str]  # countries and unions named in speaker or role
    role: frozenset[str]
    described: bool = False  # by an office and a definite article: somebody named elsewhere in the article

    @property
    def known(self) -> bool:
        return bool(self.names or self.body or self.noun)


def _tokens(text: str) -> list[str]:
    joined = _COMPOUNDS.sub(lambda found: found.group().replace(" ", "-"), text)
    return [token.removesuffix("’s").removesuffix("'s") for token in _TOKEN.findall(joined)]


def _named_countries(tokens: list[str]) -> frozenset[str]:
    folded = (token.casefold().rstrip(".") for token in tokens)
    return frozenset(_COUNTRIES[each] for each in folded if each in _COUNTRIES)


def _source_noun(tokens: list[str]) -> tuple[str, bool]:
    """The noun that stands for a person, and whether there are several of them."""
    for token in reversed(tokens):
        folded = token.casefold()
        if folded in _NOUNS:
            return folded, False
        if folded in _WORDS.people:
            return "person", True
        if folded.endswith("s") and folded[:-1] in _NOUNS:
            return folded[:-1], True
    return "", False


def _is_body(token: str) -> bool:
    folded = token.casefold().rstrip(".")
    parts = set(folded.split("-"))
    return bool(parts & _WORDS.bodies) or folded in _COUNTRIES or (token.isupper() and len(token) > 1)


def _only_qualified(speaker: str, tokens: list[str], persons: list[str], noun: str) -> bool:
    """Say whether the capital words of "a Western diplomat" only stand before the noun; they name nobody."""
    folded = [token.casefold().removesuffix("s") for token in tokens]
    place = max((i for i, token in enumerate(folded) if token in {noun, noun.removesuffix("s")}), default=-1)
    return _INDEFINITE.match(speaker) is not None and all(tokens.index(person) < place for person in persons)


@lru_cache(maxsize=1)
def _capital_roles() -> frozenset[str]:
    """Roles of languages in which every noun has a capital, which before a name are no part of it."""
    tables = (each.reporting for each in languages().values() if each.capital_nouns)
    return frozenset(role for table in tables if table for role in table.names.roles)


def _is_of_a_name(token: str) -> bool:
    """Say whether a word is of a name: with a capital, also inside it (al-Hadid), or of a script without any."""
    if token.casefold() in _PARTICLES:
        return False
    return not token[0].islower() or any(map(str.isupper, token))


def _without_titles(name: list[str]) -> list[str]:
    """The words of a name that are no titles; the last one is none behind another: Stephen King, Luis Vega Sr."""
    folded = [token.casefold().rstrip(".") for token in name]
    titled = [token in _WORDS.titles for token in folded]
    last = len(name) - 1
    if last == 1 and is_given_name(folded[0]):
        titled[0] = False  # Don Lemon
    if last > 0 and folded[last] in SUFFIXES:
        titled[last] = False
        last -= 1
    if last > 0 and folded[last] in _WORDS.title_surnames:
        titled[last] = titled[last - 1] and folded[last - 1] not in _honorifics()
    return [token for token, is_title in zip(name, titled, strict=True) if not is_title]


def _is_full_name(plain: list[str]) -> bool:
    """Say whether a given name begins words of which none is that of a body: Jim Jordan, Jack London."""
    bodies = any(token.casefold() in _WORDS.bodies for token in plain)
    return len(plain) > 1 and is_given_name(plain[0]) and plain[0].casefold() not in _COUNTRIES and not bodies


def _with_initials(plain: list[str]) -> list[str]:
    """A name whose given names are initials, with the first of them only: "JD Vance", "J.D. Vance", "J. D. Vance"."""
    first, last = plain[0] if plain else "", plain[-1] if plain else ""
    between = all(len(token) == 1 for token in plain[1:-1])
    initials = _INITIALS.fullmatch(first) and first.casefold() not in _COUNTRIES
    if len(plain) > 1 and between and initials and not last.isupper() and not _is_body(last):
        return [first[0], last]
    return plain


@lru_cache(maxsize=1)
def _honorifics() -> frozenset[str]:
    """Titles that name no office, so that a name has to follow them: Mr, Dr."""
    return frozenset().union(*(each.honorifics for each in languages().values()))


@lru_cache(maxsize=16384)
def speaker_profile(speaker: str, role: str = "") -> SpeakerProfile:
    """Take an attribution apart; an empty speaker gives a voice that is not known."""
    tokens = [token for token in _tokens(speaker) if token.casefold() not in _WORDS.pronouns | _WORDS.articles]
    noun, plural = _source_noun(tokens)
    named = _named_countries(tokens) | _named_countries(_tokens(role))
    role_words = frozenset(token.casefold() for token in _tokens(role))
    capitals = [token for token in tokens if _is_of_a_name(token)] or [t for t in tokens if not t[0].islower()]
    plain = _without_titles(capitals)
    while len(plain) > 1 and plain[0].casefold() in _capital_roles():
        plain = plain[1:]
    plain = _with_initials(plain)
    persons = plain if _is_full_name(plain) else [token for token in plain if not _is_body(token)]
    if persons is plain:
        named -= _named_countries(plain)
    if _UNNAMED.search(speaker) or (noun and (not persons or _only_qualified(speaker, tokens, persons, noun))):
        definite = noun in _WORDS.offices and speaker.casefold().startswith(_DEFINITE) and not _UNNAMED.search(speaker)
        own_words = frozenset(token.casefold() for token in tokens) if definite else role_words
        return SpeakerProfile((), (), noun or "source", plural, named, own_words, definite)
    if persons and (len(persons) == len(plain) or len(persons) >= 2):
        return SpeakerProfile(tuple(token.casefold() for token in persons), (), "", False, named, role_words)
    body = tuple(token.casefold() for token in plain)
    return SpeakerProfile((), body, "", False, named, role_words)


def _alike(one: str, other: str) -> bool:
    """Two spellings of one name: an initial, or another way of writing a foreign name."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return (
        one == other
        or not _SHORT_NAMES.get(short, _NOBODY).isdisjoint(_SHORT_NAMES.get(long, _NOBODY))
        or (len(short) == 1 and long.startswith(short))
        or (len(short) >= 4 and fuzz.ratio(one, other) >= 80)
    )


def same_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether two folded names can be one person's: every word of the shorter has its like in the longer."""
    if a == b:
        return True
    if a[-1] in SUFFIXES or b[-1] in SUFFIXES:
        if a[-1] in SUFFIXES and b[-1] in SUFFIXES and a[-1] != b[-1]:
            return False
        a, b = (name[:-1] if name[-1] in SUFFIXES and len(name) > 1 else name for name in (a, b))
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return any(_alike(short[0], each) for each in (long[0], long[-1])) and len(short[0]) > 1
    used: set[int] = set()
    for name in short:
        place = next((i for i, each in enumerate(long) if i not in used and _alike(name, each)), None)
        if place is None:
            return False
        used.add(place)
    return True


def _speaks_for(person: SpeakerProfile, body: SpeakerProfile) -> Relation:
    """Relation of a person and a body: it fits where the person's role names the body, or its country."""
    words = set(body.body)
    if words & person.role or (body.countries and body.countries & person.countries):
        return Relation.FITS
    if body.countries and person.countries:
        return Relation.OTHER
    return Relation.UNKNOWN


def _unnamed(a: SpeakerProfile, b: SpeakerProfile) -> Relation:
    """Two unnamed sources: one only if nothing in their description speaks against it."""
    apart = a.countries and b.countries and not a.countries & b.countries
    return Relation.OTHER if a.plural != b.plural or apart else Relation.UNNAMED


def _bodies(a: SpeakerProfile, b: SpeakerProfile) -> Relation:
    if a.body == b.body or set(a.body) <= set(b.body) or set(b.body) <= set(a.body):
        return Relation.SAME
    if a.countries and b.countries:
        return Relation.FITS if a.countries & b.countries else Relation.OTHER
    return Relation.UNKNOWN


@lru_cache(maxsize=65536)
def relation(a: SpeakerProfile, b: SpeakerProfile) -> Relation:
    """Say how two speakers stand to each other; symmetric."""
    if not a.known or not b.known:
        return Relation.UNKNOWN
    if a.noun and b.noun:
        return _unnamed(a, b)
    if a.noun or b.noun:
        return _with_unnamed(a, b) if a.noun else _with_unnamed(b, a)
    if a.names and b.names:
        first, second = _without_role(a.names, b.role), _without_role(b.names, a.role)
        return Relation.SAME if same_name(first, second) else Relation.OTHER
    if a.body and b.body:
        return _bodies(a, b)
    return _speaks_for(a, b) if a.names else _speaks_for(b, a)


def _without_role(names: tuple[str, ...], role: frozenset[str]) -> tuple[str, ...]:
    """A name without words before it that are the other's role: "Förster Auer" beside Jens Auer, a Förster."""
    while len(names) > 1 and names[0] in role:
        names = names[1:]
    return names


def _with_unnamed(source: SpeakerProfile, other: SpeakerProfile) -> Relation:
    """An unnamed or described source against a named person, or against the body that it belongs to."""
    apart = bool(source.countries and other.countries and not source.countries & other.countries)
    if other.names and source.described and not apart:
        return (
            Relation.FITS
            if source.countries & other.countries or _office(source) & _office(other)
            else Relation.UNKNOWN
        )
    if other.names:
        return Relation.HIDDEN
    return Relation.OTHER if apart else Relation.FITS


def _office(person: SpeakerProfile) -> frozenset[str]:
    """The offices that a role or a description names, spokesman and spokeswoman being one."""
    return frozenset("spokes" if word.startswith("spokes") else word for word in person.role if word in _WORDS.offices)


def only_pointed_at(mention: str) -> bool:
    """Say whether a printed mention is a pronoun or a bare description, which somebody had to resolve."""
    words = mention.split()
    alone = len(words) == 1 and words[0].casefold() in _WORDS.pronouns
    return alone or mention.casefold().startswith(_DEFINITE)
