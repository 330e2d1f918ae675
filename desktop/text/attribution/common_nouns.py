"""Common nouns where every noun has a capital: can what such a phrase names speak at all?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.attribution.persons.given_names import gender_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.sentences import Token
    from desktop.text.languages.reporting import Reporting


def names_a_thing(words: Sequence[Token], language: Reporting, *, by_saying: bool) -> bool:
    """Say whether a phrase, which is nobody's name in the article, is headed by a noun for a thing.

    `by_saying` tells that a verb of saying, or "according to", stands with it.
    """
    first = words[0]
    if len(words) == 1 and (first.low in language.subjects.pronouns or first.low in language.subjects.possessives):
        return first.low in language.subjects.impersonal
    introduced = first.low in language.subjects.determiners
    capitals = [word for word in words[introduced:] if word.capital]
    if not capitals:
        return not by_saying or len(words) == 1 or words[-1].low in language.subjects.pronouns  # "ein anderer"
    last = capitals[-1].low
    if last in language.sources.word_nouns or any(
        word.low in language.names.roles or _is_name(word.word) for word in capitals
    ):
        return last in language.sources.word_nouns  # "so die Vorwürfe"
    if capitals[-1].low in language.subjects.pronouns or capitals[-1].low.endswith(language.names.thing_endings):
        return True
    if capitals[-1].low.endswith(language.names.agent_endings):
        return False
    return not by_saying and (introduced or len(capitals) == 1)


def _is_name(word: str) -> bool:
    """Say whether a word is a given name, or in capitals as the letters of a body are: NATO, GdP."""
    first = word.partition("-")[0]
    return bool(gender_of(first)) or sum(letter.isupper() for letter in first) > 1


def is_apposed_name(before: Sequence[Token], content: str, language: Reporting) -> bool:
    """Read "die Zeitschrift „Hafenlicht“": a noun right before the marks says what bears the name in them.

    `before` are the reporter's words up to the marks, `content` what stands between them.
    """
    if len(before) < 2 or not before[-1].capital or not before[-1].word[:1].isalpha():
        return False
    lead, noun = before[-2], before[-1]
    adjective = lead.word[:1].islower() and lead.low.endswith(language.names.adjective_endings)
    introduced = (
        lead.low in language.subjects.determiners or lead.low in language.clauses.prepositions or adjective
    ) and lead.low not in language.verbs.cues
    called = any(word.low in language.verbs.calling for word in before[-9:])
    named = content[:1].isupper() or content[:1].isdigit()
    by_saying = (
        called
        or _is_object(before, language)
        or noun.low in language.sources.word_nouns
        or noun.low in language.names.titles
    )
    return introduced and named and not by_saying and content[-1:] not in ".,!?"


def _is_object(before: Sequence[Token], language: Reporting) -> bool:
    """Say whether the noun before the marks is that of a verb of saying: "warf der Regierung „Versagen“ vor"."""
    at = len(before) - 2
    while at >= 0 and (before[at].low in language.subjects.determiners or before[at].word[:1].islower()):
        low = before[at].low
        if low in language.clauses.prepositions:
            return False
        if language.verbs.cues.get(low, 0) > 1:
            return True
        at -= 1
    return False
