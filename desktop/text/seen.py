"""Has something like this quote been said before, by the same or by other people?

Inside a story thin evidence is enough; over a whole desk the same score is nearly always wrong. So here words must
stand together, and what many people say is told as that.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text.utterance.likeness import Likeness, liken, thoughts, weights
from desktop.text.utterance.voices import Relation, Voice, relation, voice
from desktop.text.utterance.wordings import Wording, difference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.text.utterance.utterances import Occurrence

_LEAST = 0.4  # strength from which an earlier quote is worth a look
_SURE = 0.8  # from which it is as good as certain
_LEAST_MATTER = 3  # shared words of matter, whatever the strength
_MANY = 3  # speakers, from which words are a common saying


@dataclass(frozen=True, slots=True)
class Seen:
    """An earlier quote like a new one."""

    earlier: Occurrence
    strength: float  # 0 to 1
    sure: bool
    speaker: Relation
    why: str  # one plain sentence
    new_text: str

    @property
    def difference(self) -> Wording:
        """How the new quote is worded against the earlier one."""
        return difference(self.earlier.text, self.new_text, same_speaker=self.speaker is not Relation.OTHER)


def strength(like: Likeness) -> float:
    """Rate the evidence that two quotes from anywhere report one utterance: contained, in one run, of enough words."""
    return like.contained * (0.6 + 0.4 * like.running) * (1 - math.exp(-like.matter / 2.5))


def seen_before(
    quote: Occurrence, earlier: Sequence[Occurrence], *, weight: Mapping[str, float] | None = None, limit: int = 10
) -> tuple[Seen, ...]:
    """Rate earlier quotes that a search by rare words found, and give the best, most alike first.

    `weight` says of folded word stems how rare they are in the desk; without it the quotes handed in are counted.
    Hand in some hundreds at most: two hundred take about 10 ms.
    """
    new = thoughts(quote.text)
    olds = [thoughts(each.text) for each in earlier]
    own = weights({new, *olds})
    worth = own if weight is None else {**own, **weight}
    who = voice(quote.speaker, quote.role)
    rated = []
    for place, (old, words) in enumerate(zip(earlier, olds, strict=True)):
        like = liken(new, words, worth)
        found = strength(like)
        if old.key != quote.key and found >= _LEAST and like.matter >= min(_LEAST_MATTER, len(new)):
            rated.append((found, place, old))
    rated.sort(key=lambda each: (-each[0], each[1]))
    voices = {voice(old.speaker, old.role) for _, _, old in rated if old.speaker}
    many = _distinct(voices) >= _MANY
    return tuple(_seen(quote, who, old, found, many=many) for found, _, old in rated[:limit])


def _distinct(voices: set[Voice]) -> int:
    """Count speakers, several spellings of one name once."""
    apart: list[Voice] = []
    for each in sorted(voices, key=lambda v: (v.names, v.body, v.noun)):
        if all(relation(each, other) is Relation.OTHER for other in apart):
            apart.append(each)
    return len(apart)


def _seen(quote: Occurrence, who: Voice, old: Occurrence, found: float, *, many: bool) -> Seen:
    how = relation(who, voice(old.speaker, old.role))
    amount = "Nearly the same words" if found >= _SURE else "Similar words"
    by = old.speaker or "nobody named"
    if many and how is not Relation.SAME:
        why = f"{amount}, here by {by}; several people have said this."
    elif how in (Relation.OTHER, Relation.HIDDEN):
        why = f"{amount}, but by {by}."
    else:
        why = f"{amount}, by {by}."
    return Seen(old, found, found >= _SURE and not many, how, why, quote.text)
