"""Where is a quote in another version of its article: exactly there, worded otherwise, or nowhere to be sure?

A mark follows a quote only where the words are exactly the same and the place is, too. Whatever merely looks
like it is offered to the checker and never taken silently.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.text.likeness import Likeness, liken, thoughts
from desktop.text.voices import Relation, relation, voice
from desktop.text.wordforms import is_function_word, plain_words
from desktop.text.wordings import Wording, difference
from desktop.text.words import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

_CONTEXT = 12  # code points on one side that must agree, where so many are kept
_LONG = 6  # words from which exactly the same wording needs no more than a speaker that does not differ
_SAME_PLACE = 0.35  # likeness asked of a changed quote between the neighbours it had
_SAME_RIMS = 0.2  # and where the words before or after it are the same
_LOOKS_LIKE = 0.5  # likeness from which a quote elsewhere is offered to the checker


class Fate(StrEnum):
    """What became of a quote in the new version."""

    CARRIED = "carried"
    CHANGED = "changed"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote of one version; prefix and suffix are the text around it, quotation marks included."""

    key: Hashable
    span: Span
    text: str
    prefix: str = ""
    suffix: str = ""
    speaker: str = ""
    role: str = ""


Old = Quoted
New = Quoted


@dataclass(frozen=True, slots=True)
class Followed:
    """One quote of the old version and what became of it."""

    old: Hashable
    new: Hashable | None  # carried to, or changed into
    fate: Fate
    why: str  # one plain sentence
    wording: Wording | None = None  # how the new words differ, where it changed
    candidates: tuple[Hashable, ...] = ()  # new quotes that look like a lost one; for a person to judge


# -- one text --------------------------------------------------------------------------------------------------------


def places(exact: str, text: str) -> tuple[Span, ...]:
    """Every place where exactly these words stand, overlaps left out."""
    found: list[Span] = []
    at = text.find(exact) if exact else -1
    while at >= 0:
        found.append(Span(at, at + len(exact)))
        at = text.find(exact, at + len(exact))
    return tuple(found)


def find(exact: str, prefix: str, suffix: str, start: int, text: str) -> Span | None:
    """Find a quote again by its words, the words around it and its old place; None where that is not one place.

    Ask `places` for what to offer then.
    """
    there = Span(start, start + len(exact))
    if exact and there.of(text) == exact and start >= 0 and _agrees(there, prefix, suffix, text):
        return there
    agreeing = [span for span in places(exact, text) if _agrees(span, prefix, suffix, text)]
    if len(agreeing) > 1:
        agreeing = [span for span in agreeing if _agrees(span, prefix, suffix, text, both=True)]
    return agreeing[0] if len(agreeing) == 1 else None


def _agrees(span: Span, prefix: str, suffix: str, text: str, *, both: bool = False) -> bool:
    """Say whether the text before or after (or both) is what it was; without any context all agree."""
    before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
    sides = [_same_before(prefix, before)] if prefix else []
    sides += [_same_after(suffix, after)] if suffix else []
    return (all(sides) if both else any(sides)) if sides else True


def _same_before(prefix: str, before: str) -> bool:
    """Compare what stands before; a shorter prefix means that the text began there."""
    return prefix[-_CONTEXT:] == before[-_CONTEXT:]


def _same_after(suffix: str, after: str) -> bool:
    """Compare what stands after; a shorter suffix means that the text ended there."""
    return suffix[:_CONTEXT] == after[:_CONTEXT]


def _tells(context: str) -> bool:
    """Say whether a context has letters enough to tell places apart: a lone quotation mark has not."""
    return sum(map(str.isalnum, context)) >= 3


# -- two versions ----------------------------------------------------------------------------------------------------


def follow(old: Sequence[Old], new: Sequence[New]) -> tuple[Followed, ...]:
    """Say of each old quote, in the order given, what became of it in the new version.

    Carried only when the wording is exactly the same, letter by letter, and context, order and speaker say that it is
    the same occurrence. Each new quote answers at most one old one.
    """
    return _Following(old, new).run()


class _Following:
    """The state of one following: what is carried bounds where the rest can be."""

    def __init__(self, old: Sequence[Old], new: Sequence[New]) -> None:
        self.given = old
        self.old = sorted(old, key=lambda quote: quote.span)
        self.new = sorted(new, key=lambda quote: quote.span)
        self.to: dict[int, int] = {}  # old index -> new index, carried
        self.changed: dict[int, tuple[int, str]] = {}

    def run(self) -> tuple[Followed, ...]:
        self._carry()
        self._change()
        told = {id(self.old[i]): self._tell(i) for i in range(len(self.old))}
        return tuple(told[id(quote)] for quote in self.given)

    # -- carried ----------------------------------------------------------------------------------------------------

    def _carry(self) -> None:
        """First what its surroundings place, then what lies in order between that."""
        by_text: dict[str, list[int]] = defaultdict(list)
        for j, quote in enumerate(self.new):
            by_text[quote.text].append(j)
        olds: dict[str, list[int]] = defaultdict(list)
        for i, quote in enumerate(self.old):
            if quote.text in by_text:
                olds[quote.text].append(i)
        for text, ours in olds.items():
            self._carry_by_context(ours, by_text[text])
        for text, ours in olds.items():
            self._carry_by_order(ours, by_text[text])

    def _carry_by_context(self, ours: list[int], theirs: list[int]) -> None:
        """Take pairs that are each other's only match by surroundings: both sides first, then one."""
        for both in (True, False):
            for i in [i for i in ours if i not in self.to]:
                free = [j for j in theirs if j not in self.to.values()]
                fits = [j for j in free if self._same_rims(i, j, both=both)]
                if len(fits) == 1 and not self._rivals(i, ours, fits[0], both=both) and self._same_speaker(i, fits[0]):
                    self.to[i] = fits[0]

    def _rivals(self, i: int, ours: list[int], j: int, *, both: bool) -> bool:
        return any(k != i and k not in self.to and self._same_rims(k, j, both=both) for k in ours)

    def _carry_by_order(self, ours: list[int], theirs: list[int]) -> None:
        """As many left on both sides, between the same neighbours: the first is the first."""
        left = [i for i in ours if i not in self.to]
        taken = set(self.to.values())
        free = [j for j in theirs if j not in taken]
        if len(left) != len(free):
            return
        for i, j in zip(left, free, strict=True):
            long = len(plain_words(self.old[i].text)) >= _LONG
            if self._same_speaker(i, j) and (long or self._same_gap(i, j)):
                self.to[i] = j

    def _same_rims(self, i: int, j: int, *, both: bool) -> bool:
        one, other = self.old[i], self.new[j]
        before = _tells(one.prefix[-_CONTEXT:]) and _same_before(one.prefix, other.prefix)
        after = _tells(one.suffix[:_CONTEXT]) and _same_after(one.suffix, other.suffix)
        return (before and after) if both else (before or after)

    def _same_speaker(self, i: int, j: int) -> bool:
        one, other = self.old[i], self.new[j]
        if one.speaker == other.speaker:
            return True
        how = relation(voice(one.speaker, one.role), voice(other.speaker, other.role))
        return how not in (Relation.OTHER, Relation.HIDDEN)

    def _gap(self, i: int) -> tuple[int, int]:
        """The new indexes between which an old quote must lie, given its carried neighbours."""
        before = max((j for k, j in self.to.items() if k < i), default=-1)
        after = min((j for k, j in self.to.items() if k > i), default=len(self.new))
        return before, after

    def _same_gap(self, i: int, j: int) -> bool:
        before, after = self._gap(i)
        return before < j < after

    # -- changed ----------------------------------------------------------------------------------------------------

    def _change(self) -> None:
        """Pair what is left, most alike first, where place or surroundings say that it is the same occurrence."""
        scored = sorted(self._alike_in_place(), key=lambda found: (-found[0], found[1], found[2]))
        taken: set[int] = set()
        for _, i, j, why in scored:
            if i not in self.changed and j not in taken:
                self.changed[i] = (j, why)
                taken.add(j)

    def _alike_in_place(self) -> Iterator[tuple[float, int, int, str]]:
        taken = set(self.to.values())
        bounds = sorted(self.to.items())
        keys = [i for i, _ in bounds]
        monotone = all(a[1] < b[1] for a, b in pairwise(bounds))
        free = [j for j in range(len(self.new)) if j not in taken]
        for i in (i for i in range(len(self.old)) if i not in self.to):
            if monotone:
                at = bisect_left(keys, i)
                gap = (bounds[at - 1][1] if at else -1, bounds[at][1] if at < len(bounds) else len(self.new))
            else:
                gap = self._gap(i)
            for j in free:
                found = self._likeness_in_place(i, j, in_gap=gap[0] < j < gap[1])
                if found:
                    yield (found[0], i, j, found[1])

    def _likeness_in_place(self, i: int, j: int, *, in_gap: bool) -> tuple[float, str] | None:
        rims = self._same_rims(i, j, both=False)
        if not in_gap and not rims:
            return None
        if self.old[i].text == self.new[j].text:
            if not self._same_speaker(i, j):
                return 2.0, f"The same words, now given to {self.new[j].speaker or 'nobody'}."
            return (2.0, "The same words in another surrounding.") if rims else None
        like = _alike(self.old[i].text, self.new[j].text)
        if like.mutual < (_SAME_RIMS if rims else _SAME_PLACE) and like.contained < 0.75:
            return None
        return like.mutual, _changed_why(self.old[i].text, self.new[j].text)

    # -- telling ----------------------------------------------------------------------------------------------------

    def _tell(self, i: int) -> Followed:
        quote = self.old[i]
        if i in self.to:
            why = "Exactly the same words in the same place."
            return Followed(quote.key, self.new[self.to[i]].key, Fate.CARRIED, why)
        if i in self.changed:
            j, why = self.changed[i]
            same = self._same_speaker(i, j)
            wording = difference(quote.text, self.new[j].text, same_speaker=same)
            return Followed(quote.key, self.new[j].key, Fate.CHANGED, why, wording)
        candidates = tuple(self.new[j].key for j in self._look_alikes(i))
        why = "The new version prints it no more."
        if candidates:
            why = "It is not where it was; something like it stands elsewhere, which may be another quote."
        return Followed(quote.key, None, Fate.LOST, why, candidates=candidates)

    def _look_alikes(self, i: int) -> list[int]:
        taken = set(self.to.values()) | {j for j, _ in self.changed.values()}
        text = self.old[i].text
        scored = [
            (like.mutual, j)
            for j, other in enumerate(self.new)
            if j not in taken and (like := _alike(text, other.text)).contained >= _LOOKS_LIKE
        ]
        return [j for _, j in sorted(scored, key=lambda pair: (-pair[0], pair[1]))][:5]


def _alike(one: str, other: str) -> Likeness:
    a, b = thoughts(one), thoughts(other)
    return liken(a, b, {word: 0.25 if is_function_word(word) else 1.0 for word in (*a, *b)})


def _changed_why(old: str, new: str) -> str:
    if fold(old) == fold(new):
        return "Only the typography differs; the words are the same."
    changed = difference(old, new).changed
    if not changed:
        return "Only punctuation or capitals differ; the words are the same."
    return f"In the same place, with {changed} word{'' if changed == 1 else 's'} changed."
