"""Words between quotation marks that nobody said: titles of works and programmes, nicknames, named things."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.text.attribution.outlets import is_outlet
from desktop.text.attribution.persons.given_names import is_given_name
from desktop.text.attribution.sentences import POSSESSIVE, last_sign

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.attribution.sentences import Sentence, Token
    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotation, Quotations

_LONGEST = 9  # words of a title
_ABBREVIATED = 4  # letters of "Dr.", "St."
_SMALL = 3  # letters of a word that a title may print small
_NEAR = 5  # tokens between a verb with a listener and what was said


_GIVEN = lazy_pattern(r"[^\W\d_][\w.’'-]*(?=[ \u00a0]\Z)")
_SURNAME = lazy_pattern(r"[ \u00a0]([^\W\d_][\w’'-]*)")
_NICKNAME = 24  # code points


def find_nicknames(quotations: Quotations, language: Reporting) -> None:
    """Mark what stands within somebody's name: "Robert “Bobby” Lindh", "Duncan “The Oak” Jansson"."""
    for quotation in quotations.found:
        if len(quotation.span) <= _NICKNAME:
            quotation.nickname = _is_within_name(quotations.text, quotation, language)


def _is_within_name(text: str, quotation: Quotation, language: Reporting) -> bool:
    start, end = quotation.outer.start, quotation.outer.end
    if not start or text[start - 1] not in " \u00a0" or text[end : end + 1] not in {" ", "\u00a0"}:
        return False
    content, after = quotation.span.of(text), _SURNAME.match(text, end)
    if not after:
        return False
    before = _GIVEN.search(text, max(0, start - 30), start)
    if not before or not content[-1].isalnum() or len(content.split()) > _SMALL:
        return False
    given, surname = before.group(), after.group(1)
    known = (language.names.openers, language.names.titles, language.names.roles, language.times.days)
    if not (given[0].isupper() and surname[0].isupper()) or any(surname.lower() in table for table in known):
        return False
    if is_given_name(given) or re.fullmatch(r"(?:\w\.)+", given):
        return True
    plain = given.isalpha() and not given.isupper() and not is_outlet(given)
    return plain and content[0].isupper() and not any(given.lower() in table for table in known)


class Thing(Enum):
    """What is named between the marks."""

    NOTHING = ""
    TITLE = "title"
    NAME = "name"
    TERM = "scare"  # "so-called": words in marks from which the reporter keeps his distance


@lru_cache(maxsize=16)
def _small_words(language: Reporting) -> frozenset[str]:
    tables = (language.clauses.prepositions, language.clauses.joining, language.subjects.determiners)
    return frozenset().union(*tables)


@lru_cache(maxsize=16)
def _by_last_word(language: Reporting) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in language.sources.by_names:
        found.setdefault(phrase[-1], []).append(phrase)
    return found


def capitals_of_title(content: str, language: Reporting) -> int:
    """Count the words with a capital of what is printed as titles are, "Midday with Ann Lee"; else 0."""
    words = content.strip(" \u00a0.,;:!?…").split(maxsplit=_LONGEST)
    if not words or len(words) > _LONGEST or not (words[0][0].isupper() or words[0][0].isdigit()):
        return 0
    count = 0
    for word in words:
        if word[0].isupper() or word[0].isdigit():
            count += 1
        elif word[0].isalpha() and len(word) > _SMALL and word.lower() not in _small_words(language):
            return 0
    return 0 if any(map(_ends_sentence, words[:-1])) else count


def _ends_sentence(word: str) -> bool:
    return word[-1] in ".!?:;" and not (len(word) <= _ABBREVIATED and word[0].isupper())


def _is_sentence_title(content: str) -> bool:
    """Say whether words may be a title that is printed as a sentence is: "Das Haus am Meer"."""
    words = content.strip(" \u00a0\u202f.,;:!?…").split(maxsplit=_LONGEST)
    opens = bool(words) and (words[0].lstrip("¿¡")[:1].isupper() or words[0][0].isdigit())
    return opens and len(words) <= _LONGEST and not any(map(_ends_sentence, words[:-1]))


class NamedThings:
    """Tells the names between the marks of one sentence from what somebody said."""

    def __init__(self, sentence: Sentence, text: str, found: Sequence[Quotation], language: Reporting) -> None:
        self.sentence = sentence
        self.text = text
        self.found = found
        self.language = language
        self._titles: set[int] = set()  # places of titles that were found

    def thing(self, place: int, *, alone: bool = False) -> Thing:
        """Say what the quotation at a place names; one that stands `alone` is at most a label."""
        found = self._thing(place) if not alone or self._is_label(place) else Thing.NOTHING
        if found is not Thing.NOTHING:
            self._titles.add(place)
        return found

    def _thing(self, place: int) -> Thing:
        sentence, language = self.sentence, self.language
        content = self.found[sentence.tokens[place].quote].span.of(self.text)
        before = sentence.tokens[place - 1] if place > sentence.start else None
        if before is not None and before.low in language.sources.distancing and len(content.split()) <= _SMALL + 1:
            return Thing.TERM
        if self._is_by_name(place) and len(content.split()) <= _SMALL + 1:
            return Thing.NAME
        if language.sources.titles_as_sentences and _is_sentence_title(content) and self._is_behind_noun(place):
            return Thing.TITLE
        capitals = capitals_of_title(content, language)
        if content.endswith(":") and content[:-1].lower() in language.sources.rubrics:
            return Thing.NAME
        if not capitals:
            return Thing.NOTHING
        return Thing.TITLE if self._holds_title(place, before, capitals) else Thing.NOTHING

    def _holds_title(self, place: int, before: Token | None, capitals: int) -> bool:
        """Judge words in capitals by what stands before them."""
        if self._is_behind_noun(place):
            return True
        if self.language.names.capital_nouns:  # there every noun is printed so
            return False
        if before is None:
            return capitals > 1 and self._goes_on_plainly(place)
        return before.quote < 0 and before.word[0].isalnum() and self._behind_word(place, before, capitals)

    def _is_behind_noun(self, place: int) -> bool:
        """Read "the film “X”", "her album, “X”", and a title right behind another: "“X”, “Y”"."""
        tokens, start = self.sentence.tokens, self.sentence.start
        if place > start and self._is_name_noun(tokens[place - 1]):
            return True
        behind_comma = place - 2 >= start and tokens[place - 1].word == ","
        return behind_comma and (place - 2 in self._titles or self._is_name_noun(tokens[place - 2]))

    def _is_name_noun(self, token: Token) -> bool:
        sources = self.language.sources
        return token.quote < 0 and (token.low in sources.name_nouns or token.low.endswith(sources.name_noun_endings))

    def _behind_word(self, place: int, before: Token, capitals: int) -> bool:
        language = self.language
        low = before.low
        if low in language.clauses.joining:
            return place - 2 in self._titles
        opens = low in language.subjects.determiners or low in language.clauses.prepositions or self._as(low)
        if opens or capitals == 1:
            return opens or low.endswith(POSSESSIVE)
        if low in language.verbs.making or low in language.verbs.naming:
            return True
        speaks = low in language.verbs.cues or low in language.verbs.participles
        clause = low in language.clauses.breaks or low in language.verbs.be or low in language.clauses.fillers
        return not (speaks or clause or (self._is_addressed(place) and not low.endswith(POSSESSIVE)))

    def _is_label(self, place: int) -> bool:
        return self.found[self.sentence.tokens[place].quote].span.of(self.text).endswith(":")

    def _as(self, low: str) -> bool:
        return low in self.language.clauses.as_words

    def _goes_on_plainly(self, place: int) -> bool:
        """Say whether words go on behind the marks as behind a name: "“The Long Bridge” is a film"."""
        tokens, end = self.sentence.tokens, self.sentence.end
        if last_sign(self.text, self.found[tokens[place].quote]) in set(",.!?…—-") or place + 1 >= end:
            return False
        after = tokens[place + 1]
        return after.quote < 0 and after.word[0].isalpha() and after.low not in self.language.verbs.cues

    def _is_addressed(self, place: int) -> bool:
        """Say whether the word before is whom somebody tells: "told the crowd “Go Home Now”"."""
        tokens = self.sentence.tokens
        near = tokens[max(self.sentence.start, place - _NEAR) : place]
        informed = any(token.low in self.language.verbs.informing for token in near)
        return informed and not any(token.low in self.language.clauses.infinitive_marks for token in near)

    def _is_by_name(self, place: int) -> bool:
        """Read "known as “the Fixer”", "who goes by the name “Moose”"."""
        tokens, start = self.sentence.tokens, self.sentence.start
        if place == start:
            return False
        for phrase in _by_last_word(self.language).get(tokens[place - 1].low, ()):
            first = place - len(phrase)
            if first >= start and all(tokens[first + n].low == word for n, word in enumerate(phrase)):
                return True
        return False
