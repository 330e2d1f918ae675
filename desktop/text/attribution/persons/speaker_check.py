"""Speaker check, which closes attribution: can these words be a speaker? By class of noun, determiner, place, label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.attribution.sentences import POSSESSIVE
from desktop.text.languages.reporting import STRONG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.sentences import Token
    from desktop.text.languages.reporting import Reporting

_LONG = 4  # letters above which an ending tells an adverb or a participle
_THINGS = frozenset(("document",))  # kinds of roles that speak only where a verb says so


def may_speak(words: Sequence[Token], strength: int, language: Reporting) -> bool:
    """Say whether a phrase can be the subject of a verb of saying of that strength."""
    first = words[0]
    if len(words) == 1 and first.low in language.subjects.pronouns:
        return strength >= STRONG or first.low not in language.subjects.things
    if len(words) == 1 and first.low.partition("'")[0] in language.subjects.pronouns and "'" in first.low:
        return strength >= STRONG  # "she'd tell", not "we'll see"
    if first.low in language.subjects.possessives:
        return True
    if first.low in language.subjects.never or not any(word.word[0].isalpha() for word in words):
        return False
    kind = language.names.roles.get(words[-1].low)
    if first.low.endswith(language.verbs.participle_ending) and first.word.islower() and len(first.low) > _LONG:
        leads = any(word.low in language.clauses.prepositions for word in words)  # "passing around letters"
        return kind is not None and kind not in _THINGS and not leads
    return (
        kind is not None or any(_is_name(word, language) for word in words) or _may_be_group(words, strength, language)
    )


def _may_be_group(words: Sequence[Token], strength: int, language: Reporting) -> bool:
    """Judge a phrase without a name, whose last word no table knows."""
    first, last = words[0], words[-1]
    if last.low in language.times.spells or last.low in language.times.days:
        return False
    introduced = first.low in language.subjects.determiners or first.low.endswith(POSSESSIVE)
    stands = len(words) == 1 and introduced and first.low not in language.subjects.articles  # "one described it as"
    if stands or (not introduced and any(word.low in language.names.roles for word in words)):
        return True  # "officials close to the talks"
    if last.low.endswith(language.names.agent_endings) and strength > 1:
        return True
    plural = last.low.endswith((*language.subjects.plural_endings, *language.subjects.group_endings))
    passive = last.low.endswith(language.verbs.participles_passive) and len(last.low) > _LONG
    return strength >= STRONG and (introduced or plural) and not passive


def _is_name(word: Token, language: Reporting) -> bool:
    return word.capital and (word.low not in language.names.openers or (len(word.word) > 1 and word.word.isupper()))


def is_no_source(words: Sequence[Token], language: Reporting, *, by_saying: bool) -> bool:
    """Say whether capital words that are nobody's name in the article are none of a group either.

    `by_saying` tells that a verb of saying stands beside them.
    """
    first = words[0]
    lows = [word.low.removesuffix("'s").rstrip("'") for word in words]
    if any(low in language.sources.credits for low in lows) and not by_saying:
        return True
    if all(low in language.names.places or low in language.names.place_words for low in lows):
        return not by_saying and any(low in language.names.places for low in lows)
    if len(words) > 1:
        return False
    low, word = lows[0], first.word
    if language.names.qualified.search(word):
        return True  # "London-based"
    if word.rstrip(".") in language.language.abbreviations:
        return True
    ordinary = low.endswith((*language.verbs.adverb_endings, *language.verbs.participle_ending))
    return ordinary and len(low) > _LONG and not by_saying
