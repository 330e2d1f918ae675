"""Matches of quotes in sources: the best place of each, how it differs, who says it there and when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.gc_pause import gc_paused
from desktop.text.grouping.speaker_match import speaker_profile
from desktop.text.languages.registry import language, speaker_words, spoken_tables
from desktop.text.sources.difference import Change, place_quote
from desktop.text.sources.find import find_candidates, unit_weights
from desktop.text.sources.index import SourceIndex
from desktop.text.sources.kinds import Kind
from desktop.text.sources.likeness import weight_of_likeness
from desktop.text.sources.paraphrase import ParaphraseSearch
from desktop.text.sources.printed_quote import read_quote
from desktop.text.sources.speech import Speech, read_speech, sentence_starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.sources.difference import Placed
    from desktop.text.sources.find import Candidate
    from desktop.text.sources.printed_quote import PrintedQuote
    from desktop.text.sources.speech import Segment

FOUND, PERHAPS = 0.73, 0.45  # of the quote's weight
_FOUND_SHORT = 0.78
_LONG_RUN, _MOST_OF_IT = 14, 0.5  # units in a row by the named speaker, and their part of the quote: no chance find
_FOUND_BY_RUN = 0.66
_OTHER_WORDING = 0.6  # score above which words are the same sentence with others put in, and no paraphrase
_FEW = 10  # units up to which a single other word may make another sentence
_SHORT = 3  # units up to which only the very words count
_OFTEN = 25  # places from which a single word merely recurs
_SAME_WORDS = frozenset({Kind.VERBATIM, Kind.SPELLING, Kind.BRACKET, Kind.OTHER_SPEAKER})
_SPEAKER = 0.06  # what the right speaker is worth among places


@dataclass(frozen=True)
class SourceText:
    """A source to search: its text, its language, and for captions their segments."""

    id: str
    text: str
    segments: tuple[Segment, ...] = ()
    language: str = "en"

    @cached_property
    def speech(self) -> Speech:
        return read_speech(self.text, self.segments, self.language)

    @cached_property
    def starts(self) -> list[bool]:
        return sentence_starts(self.speech)

    @cached_property
    def surnames(self) -> frozenset[str]:
        return frozenset(name for name in map(surname, set(self.speech.speakers)) if name)


@value_type
class Match:
    """Where a source prints the words of a quote; offsets are code points into the source's text."""

    source: str
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]
    kinds: tuple[Kind, ...]  # the gravest first
    speaker: str  # who says it there; empty where nobody is named
    seconds: tuple[float, float] | None
    score: float  # share of the quote's weight that stands there
    changes: tuple[Change, ...] = ()
    needed: float = FOUND  # score from which it is the quote
    recurs: bool = False  # the very words of the quote, but so few that they may stand there by chance

    @property
    def is_found(self) -> bool:
        """Whether it is the quote; else it is perhaps a paraphrase."""
        return self.score >= self.needed and not self.recurs

    @property
    def kind(self) -> Kind:
        return self.kinds[0]


class SourceSearch:
    """Sources with their index; `match` may be called for one quote after the other."""

    def __init__(self, sources: Sequence[SourceText]) -> None:
        self.sources = tuple(sources)
        with gc_paused():  # makes a few small objects for each word
            self.index = SourceIndex([unit.sound for unit in source.speech.units] for source in self.sources)

    @cached_property
    def _paraphrases(self) -> ParaphraseSearch:
        return ParaphraseSearch(self.sources)

    def paraphrase(self, text: str, speaker: str = "", code: str = "en") -> Match | None:
        """Return the passage that perhaps says the same in other words; it is never one that `is_found`.

        None, too, where most of the very words stand somewhere: that is another wording, and `match` names the place.
        """
        if any(each.score > _OTHER_WORDING for each in self.match(text, speaker, code)[:1]):
            return None
        theirs = surname(speaker)

        def may_say(there: str) -> bool:
            return not theirs or not there or surname(there) == theirs

        found = self._paraphrases.best(read_quote(text, code), code, may_say)
        if found is None:
            return None
        source = self.sources[found.source]
        speech = source.speech
        start, end = speech.span(found.first, found.last)
        seconds = _seconds(speech, found.first, found.last)
        its_speaker = speech.speakers[found.first]
        return Match(
            source.id, start, end, ((start, end),), (Kind.ALTERED,), its_speaker, seconds, found.likeness, (), 2.0
        )

    def match(self, text: str, speaker: str = "", code: str = "en") -> list[Match]:
        """Return the places of a quote (the words between its marks), the best first; empty where nothing is near.

        Of a very short quote that may stand there by chance one place is returned, which is not `is_found`.
        """
        quote = read_quote(text, code)
        if not quote.units:
            return []
        found = [self._match(quote, candidate, speaker) for candidate in find_candidates(quote, self.index)]
        ranked = sorted((each for each in found if each is not None), key=lambda each: -self._rank(each, speaker))
        enough = [each for each in ranked if self._is_enough(each, quote, speaker)]
        by_chance = [replace(each, recurs=True) for each in ranked if each not in enough and _has_the_words(each)]
        return enough or by_chance[:1]

    def _match(self, quote: PrintedQuote, candidate: Candidate, speaker: str) -> Match | None:
        if candidate.score < PERHAPS:
            return None
        source = self.sources[candidate.source]
        speech = source.speech
        placed = place_quote(quote, speech, candidate.runs, source.starts, source.language)
        pieces = tuple(speech.span(first, last) for first, last in placed.pieces)
        first, last = max(placed.pieces, key=lambda piece: piece[1] - piece[0])
        its_speaker = speech.speakers[first]
        kinds = placed.kinds
        if is_other_speaker(speaker, its_speaker, source.surnames):
            kinds = (Kind.OTHER_SPEAKER, *(kind for kind in kinds if kind is not Kind.VERBATIM))
        needed = self._needed(quote, candidate, is_named=bool(speaker) and surname(speaker) == surname(its_speaker))
        score = self._score(quote, speech, placed, candidate, source.language)
        start, end = speech.span(first, last)
        seconds = _seconds(speech, first, last)
        return Match(source.id, start, end, pieces, kinds, its_speaker, seconds, score, placed.changes, needed)

    def _needed(self, quote: PrintedQuote, candidate: Candidate, *, is_named: bool) -> float:
        """Return the score from which a candidate is the quote; `is_named`: the named speaker says it there."""
        if len(quote.units) <= _FEW:
            return _FOUND_SHORT
        longest = max(candidate.runs, key=lambda run: run.length)
        if is_named and longest.length >= _LONG_RUN:
            weights = unit_weights(quote, self.index)
            if sum(weights[longest.quote : longest.quote + longest.length]) >= _MOST_OF_IT * sum(weights):
                return _FOUND_BY_RUN
        return FOUND

    def _score(self, quote: PrintedQuote, speech: Speech, placed: Placed, candidate: Candidate, code: str) -> float:
        """Return the share of the quote that stands there, words in another form counted by how alike they are."""
        if not any(change.kind is Kind.ALTERED for change in placed.changes):
            return candidate.score
        weights = unit_weights(quote, self.index)
        known = language(code) or language("en")
        altered = [change for change in placed.changes if change.kind is Kind.ALTERED]
        gained = weight_of_likeness(quote, speech, altered, weights, known.spoken if known else None)
        return min(1.0, candidate.score + gained / sum(weights))

    def _rank(self, match: Match, speaker: str) -> float:
        if match.kind is Kind.OTHER_SPEAKER:
            return match.score - _SPEAKER
        same = bool(speaker) and bool(match.speaker) and surname(match.speaker) == surname(speaker)
        return match.score + (_SPEAKER if same else 0.0)

    def _is_enough(self, match: Match, quote: PrintedQuote, speaker: str) -> bool:
        """Say whether so short a quote is told from words that merely recur."""
        if len(quote.units) > _SHORT:
            return True
        rarest = min(self.index.count(self.index.id_of(sound)) for sound in quote.sounds)
        if len(quote.units) == 1 and rarest > _OFTEN:
            return False
        exact = match.kind in _SAME_WORDS and match.kind is not Kind.OTHER_SPEAKER
        named = bool(speaker) and surname(speaker) == surname(match.speaker)
        return exact and (named or not match.speaker or not speaker)


def _has_the_words(match: Match) -> bool:
    """Say whether the source prints the very words of a quote, whoever says them there."""
    return match.score >= _FOUND_SHORT and set(match.kinds) <= _SAME_WORDS


def _seconds(speech: Speech, first: int, last: int) -> tuple[float, float] | None:
    """Return when words are said, from the first to the last of them."""
    at, until = speech.seconds[first], speech.seconds[last]
    return (at, until if until is not None else at) if at is not None else None


@lru_cache(maxsize=1)
def _title() -> re.Pattern[str]:
    titles = sorted(speaker_words().titles, key=len, reverse=True)
    return re.compile(rf"^(?:(?:{'|'.join(titles)})\.?\s+)+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _nobody() -> re.Pattern[str]:
    labels = sorted(label for table in spoken_tables() for label in table.unnamed)
    return re.compile(rf"(?:{'|'.join(labels)})\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _name_ends() -> frozenset[str]:
    return frozenset().union(*(table.name_ends for table in spoken_tables()))


@lru_cache(maxsize=20_000)
def surname(name: str) -> str:
    """Return the last name in lower case, without titles; empty for a role as “Q” or “Audience”."""
    bare = _title().sub("", name.strip()).strip(" .")
    if not bare or _nobody().match(bare):
        return ""
    parts = [part for part in re.split(r"[\s,]+", bare) if part.lower().strip(".") not in _name_ends()]
    return parts[-1].lower().strip(".'’") if parts else ""


def is_other_speaker(speaker: str, its_speaker: str, known: frozenset[str]) -> bool:
    """Say whether the source gives the words to somebody else than the article; unknown is no contradiction."""
    ours, theirs = surname(speaker), surname(its_speaker)
    if not ours or not its_speaker or not speaker_profile(speaker).names:
        return False  # a ministry and a country speak by people
    if theirs:
        return ours != theirs
    return ours in known  # a reporter's question, where the speaker has turns of their own
