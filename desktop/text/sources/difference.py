"""How a quote differs from the words of its source: pieces, ends, and kinds of difference, from grave to light."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import language
from desktop.text.sources.kinds import Kind
from desktop.text.sources.likeness import likeness
from desktop.text.sources.omission import Omission
from desktop.text.sources.units import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.text.languages.spoken_forms import SpokenForms
    from desktop.text.sources.find import Run
    from desktop.text.sources.printed_quote import PrintedQuote
    from desktop.text.sources.speech import Speech
    from desktop.text.sources.units import Unit

_FAR = 40  # words of the source between two pieces
_RIM = 3  # words of the quote before and behind its chain that may answer others of the source
_BRACKETED = lazy_pattern(r"\[[^\[\]]*(?:\]|$)")


@value_type
class Change:
    """One difference: words of the quote and of the source (first, behind the last), either may be none."""

    kind: Kind
    quote: tuple[int, int]
    source: tuple[int, int]


@value_type
class Placed:
    """The words of a source that answer a quote; places are printed words of the source."""

    pieces: tuple[tuple[int, int], ...]  # first and last word, in the order of the quote
    changes: tuple[Change, ...]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All kinds that apply, the gravest first."""
        found = {change.kind for change in self.changes}
        ordered = tuple(kind for kind in Kind if kind in found)
        return ordered or (Kind.VERBATIM,)


def place_quote(
    quote: PrintedQuote, speech: Speech, runs: Sequence[Run], starts: Sequence[bool], code: str = "en"
) -> Placed:
    """Turn a chain of units into pieces of printed words and the differences between them and the quote."""
    known = language(code) or language("en")
    return _Placing(quote, speech, starts, known.spoken if known else None).place(runs)


class _Block(NamedTuple):
    """A run in printed words: the first and the last one of the quote, and of the source."""

    ours: tuple[int, int]
    theirs: tuple[int, int]


class _Placing:
    """The chain of one quote, given as pieces of printed words and the changes between them."""

    def __init__(self, quote: PrintedQuote, speech: Speech, starts: Sequence[bool], forms: SpokenForms | None) -> None:
        self.quote = quote
        self.speech = speech
        self.starts = starts
        self.forms = forms
        self.changes: list[Change] = []

    def place(self, runs: Sequence[Run]) -> Placed:
        runs = _slid([run for run in runs if run.length], self.quote.units, self.speech.units)
        blocks = [self._block(run) for run in runs]
        start = self._before(blocks[0])
        pieces = [[start, blocks[0].theirs[1]]]
        for place, (one, two) in enumerate(pairwise(blocks)):
            if two.theirs[0] > one.theirs[1] + _FAR or self._is_turned(one, two) or self._is_parted(one, two):
                pieces.append([*two.theirs])
                self._join(one, two)
            else:
                self._gap(runs[place], runs[place + 1])
                pieces[-1] = [min(pieces[-1][0], two.theirs[0]), max(pieces[-1][1], two.theirs[1])]
        pieces[-1][1] = max(self._behind(blocks[-1]), pieces[-1][1])
        self._cut_ends(runs[0], runs[-1])
        self._note_brackets(start)
        for block in blocks:
            self._spelling(block)
        return Placed(tuple((first, last) for first, last in pieces), tuple(self.changes))

    def _block(self, run: Run) -> _Block:
        ours, theirs = self.quote.units, self.speech.units
        return _Block(
            (ours[run.quote].first, ours[run.quote + run.length - 1].last),
            (theirs[run.source].first, theirs[run.source + run.length - 1].last),
        )

    def _add(self, kind: Kind, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
        self.changes.append(Change(kind, ours, theirs))

    # -- pieces --------------------------------------------------------------------------------------------------------

    def _is_turned(self, one: _Block, two: _Block) -> bool:
        """Say whether the second block stands before the first, far from it."""
        return two.theirs[1] + _FAR < one.theirs[0]

    def _is_parted(self, one: _Block, two: _Block) -> bool:
        """Say whether another's words stand between two blocks."""
        last, first = one.theirs[1], two.theirs[0]
        if first <= last:
            return False
        turns, speakers = self.speech.turns[last : first + 1], self.speech.speakers[last : first + 1]
        return len(set(turns)) > 2 or (turns[0] != turns[-1] and speakers[0] != speakers[-1])

    def _join(self, one: _Block, two: _Block) -> None:
        at = (one.theirs[1] + 1, one.theirs[1] + 1)
        between = (one.ours[1] + 1, two.ours[0])
        self._add(Kind.JOINED, between, at)
        if any(not self._is_writers(word) for word in range(*between)):
            self._add(Kind.ALTERED, between, at)

    # -- ends ----------------------------------------------------------------------------------------------------------

    def _before(self, block: _Block) -> int:
        """Return the first word of the source that answers; the quote's words before its chain are given as changes."""
        ours, theirs = block.ours[0], block.theirs[0]
        taken = self._answered(range(ours), theirs, -1)
        self._words_gap((0, ours), (theirs - taken, theirs))
        return theirs - taken

    def _behind(self, block: _Block) -> int:
        """Return the last word of the source that answers."""
        ours, theirs = block.ours[1] + 1, block.theirs[1]
        taken = self._answered(range(ours, len(self.quote.words)), theirs, 1)
        self._words_gap((ours, len(self.quote.words)), (theirs + 1, theirs + 1 + taken))
        return theirs + taken

    def _cut_ends(self, first: Run, last: Run) -> None:
        """Tell of a word at either end of the quote of which the source has a part only: “Who’s” for “is”."""
        units = self.quote.units
        if _cuts(units, 0, first.quote):
            words = _words_of(units, first.quote, first.quote + 1)
            self._add(Kind.ALTERED, words, _words_of(self.speech.units, first.source, first.source + 1))
        if _cuts(units, last.quote + last.length, len(units)):
            words = _words_of(units, last.quote + last.length, last.quote + last.length + 1)
            at = last.source + last.length - 1
            self._add(Kind.ALTERED, words, _words_of(self.speech.units, at, at + 1))

    def _answered(self, places: range, edge: int, step: int) -> int:
        """Return how many words of the source, beyond the edge of the chain, the quote's own words there replace."""
        own = [place for place in places if not self._is_writers(place)]
        if not own or len(places) > 4 * _RIM:
            return 0
        if dressed := self._in_another_form(places, edge, step):
            return dressed
        available = self._available(len(places), edge, step)
        if len(places) > _RIM or available < len(places):
            return available
        theirs = [self.speech.words[edge + step * (each + 1)].fold for each in range(len(places))][::step]
        if self._is_like([self.quote.words[place].fold for place in places], theirs):
            return len(places)
        return len(places) if self._fits(edge, step, len(places)) else 0

    def _in_another_form(self, places: range, edge: int, step: int) -> int:
        """Return how many words of the source have the very letters of the quote's: “workforce” of “work force”."""
        letters = self._letters((places[0], places[-1] + 1))
        for count in range(1, len(places) + 3):
            theirs = (edge - count, edge) if step < 0 else (edge + 1, edge + 1 + count)
            if theirs[0] >= 0 and theirs[1] <= len(self.speech.words) and self._spoken_letters(theirs) == letters:
                return count
        return 0

    def _available(self, count: int, edge: int, step: int) -> int:
        """Return how many words, up to a count, follow in the same sentence of the same turn."""
        found = 0
        while found < count and 0 <= edge + step * (found + 1) < len(self.speech.words):
            at = edge + step * (found + 1)
            if self.speech.turns[at] != self.speech.turns[edge] or self.starts[at if step > 0 else at + 1]:
                break
            found += 1
        return found

    def _fits(self, edge: int, step: int, count: int) -> bool:
        """Say whether taking so many words brings the quote's end to that of a sentence."""
        at = edge + step * count
        if step < 0:
            return self.starts[at]
        return at + 1 >= len(self.starts) or self.starts[at + 1]

    def _is_like(self, ours: list[str], theirs: list[str]) -> bool:
        pairs = zip(ours, theirs, strict=True)
        if sum(likeness(one, other, self.forms) for one, other in pairs) >= 0.5 * len(ours):
            return True
        return Levenshtein.normalized_similarity(" ".join(ours), " ".join(theirs)) >= 0.4

    # -- gaps ----------------------------------------------------------------------------------------------------------

    def _is_writers(self, word: int) -> bool:
        """Say whether a word of the quote stands in brackets."""
        return any(self.quote.units[place].first == word for place in self.quote.inserted)

    def _gap(self, one: Run, two: Run) -> None:
        """Tell what was done between two runs, also inside a word: “can” for “can’t”."""
        ours = one.quote + one.length, two.quote
        theirs = one.source + one.length, two.source
        if theirs[1] < theirs[0]:
            self._add(
                Kind.ALTERED, (self.quote.units[two.quote].first,) * 2, (self.speech.units[two.source].first,) * 2
            )
            return
        if _cuts(self.quote.units, *ours) or _cuts(self.speech.units, *theirs):
            written, spoken = _words_of(self.quote.units, *ours), _words_of(self.speech.units, *theirs)
            self._add(self._kind_of_cut(ours, theirs, written, spoken), written, spoken)
            return
        first, last = self.quote.units[one.quote + one.length - 1].last + 1, self.quote.units[two.quote].first
        begin, end = self.speech.units[theirs[0] - 1].last + 1, self.speech.units[theirs[1]].first
        self._words_gap((first, last), (begin, end))

    def _kind_of_cut(
        self, ours: tuple[int, int], theirs: tuple[int, int], written: tuple[int, int], spoken: tuple[int, int]
    ) -> Kind:
        if self._letters(written) == self._spoken_letters(spoken):
            return Kind.SPELLING
        mine = [unit.sound for unit in self.quote.units[slice(*ours)]]
        others = [unit.sound for unit in self.speech.units[slice(*theirs)]]
        printed = [self.quote.words[word].fold for word in range(*written)]
        printed += [self.speech.words[word].fold for word in range(*spoken)]
        for ending, one, other in self.forms.either if self.forms else ():
            if sorted((*mine, *others)) == sorted((one, other)) and any(word.endswith(ending) for word in printed):
                return Kind.SPELLING
        return Kind.ALTERED

    def _words_gap(self, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
        """Tell what was done to whole words."""
        written, spoken = range(*ours), range(*theirs)
        if not written and not spoken:
            return
        own = [word for word in written if not self._is_writers(word)]
        if written and self._letters(ours) == self._spoken_letters(theirs):
            self._add(Kind.SPELLING, ours, theirs)
        elif written and (not own or self._is_bracketed(own, theirs)):
            self._add(Kind.BRACKET, ours, theirs)
        elif own:
            self._add(Kind.ALTERED, ours, theirs)
        elif self._has_ellipsis(ours[0]):
            self._add(Kind.ELLIPSIS, ours, theirs)
        else:
            self._add(self._kind_of_omission(theirs), ours, theirs)

    def _is_bracketed(self, own: list[int], theirs: tuple[int, int]) -> bool:
        """Say whether words differ only by what stands in brackets inside them: “make[s]”."""
        if not self.quote.touched.issuperset(own):
            return False
        spoken = self._spoken_letters(theirs)
        return bool(spoken) and all(self._outside(word) in spoken for word in own)

    def _outside(self, word: int) -> str:
        """Return the letters of a word that stand outside its brackets."""
        where = self.quote.words[word]
        return fold(_BRACKETED.sub("", self.quote.text[where.start : where.end + 1]))

    def _kind_of_omission(self, theirs: tuple[int, int]) -> Kind:
        if self.forms is None:
            return Kind.TRIMMED
        omission = Omission(self.speech, self.starts, theirs, self.forms)
        if omission.is_noise():
            return Kind.CLEANED
        return Kind.ALTERED if omission.turns_meaning() else Kind.TRIMMED

    def _letters(self, written: tuple[int, int]) -> str:
        return _bare([self.quote.words[word].fold for word in range(*written)])

    def _spoken_letters(self, spoken: tuple[int, int]) -> str:
        return _bare([self.speech.words[word].fold for word in range(*spoken)])

    def _has_ellipsis(self, word: int) -> bool:
        units = self.quote.units
        return any(gap < len(units) and units[gap].first == word for gap in self.quote.gaps)

    def _note_brackets(self, start: int) -> None:
        if self.quote.brackets and not any(change.kind is Kind.BRACKET for change in self.changes):
            self._add(Kind.BRACKET, (0, 0), (start, start))

    def _spelling(self, block: _Block) -> None:
        ours, theirs = (block.ours[0], block.ours[1] + 1), (block.theirs[0], block.theirs[1] + 1)
        if self._letters(ours) != self._spoken_letters(theirs):
            self._add(Kind.SPELLING, ours, theirs)


def _bare(words: list[str]) -> str:
    return "".join(f"{word[:-2]}" if word.endswith("s's") else word for word in words).replace("'", "").replace(".", "")


def _cuts(units: Sequence[Unit], first: int, behind: int) -> bool:
    """Say whether a stretch of units, not empty, begins or ends inside a printed word."""
    if first >= behind:
        return False
    return (first > 0 and units[first - 1].last >= units[first].first) or (
        behind < len(units) and units[behind].first <= units[behind - 1].last
    )


def _words_of(units: Sequence[Unit], first: int, behind: int) -> tuple[int, int]:
    """Return the printed words (first, behind the last) of a stretch of units; of an empty one, none."""
    if first < behind:
        return units[first].first, units[behind - 1].last + 1
    return (units[first - 1].last + 1,) * 2 if first else (0, 0)


def _slid(runs: Sequence[Run], ours: Sequence[Unit], theirs: Sequence[Unit]) -> list[Run]:
    """Move what is left out, where it may stand here or there, out of words: “that (that)’s” to “(that) that’s”."""
    slid = list(runs)
    for place in range(len(slid) - 1):
        slid[place], slid[place + 1] = _slide(slid[place], slid[place + 1], ours, theirs)
    return slid


def _slide(one: Run, two: Run, ours: Sequence[Unit], theirs: Sequence[Unit]) -> tuple[Run, Run]:
    while one.length > 1 and _is_cut(one, two, ours, theirs):
        last = ours[one.quote + one.length - 1].sound
        if ours[two.quote - 1].sound != last or theirs[two.source - 1].sound != last:
            break
        one = one._replace(length=one.length - 1)
        two = two._replace(quote=two.quote - 1, source=two.source - 1, length=two.length + 1)
    return one, two


def _is_cut(one: Run, two: Run, ours: Sequence[Unit], theirs: Sequence[Unit]) -> bool:
    return _cuts(ours, one.quote + one.length, two.quote) or _cuts(theirs, one.source + one.length, two.source)


def changed_words(changes: Sequence[Change]) -> Iterator[Change]:
    """Give the changes that touch words of the quote or of the source, in the order of the quote."""
    touching = (each for each in changes if each.quote[0] < each.quote[1] or each.source[0] < each.source[1])
    yield from sorted(touching, key=lambda each: each.quote)
