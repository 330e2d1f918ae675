"""Has something like this quote been said before, by the same or by other people?

Inside a story thin evidence is enough; over a whole desk the same score is nearly always wrong. So here words must
stand together, and what many people say is told as that.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text.utterance.likeness import GRAMMAR, Likeness, liken, thoughts, weights
from desktop.text.utterance.voices import Relation, Voice, relation, voice
from desktop.text.utterance.wordforms import concepts, is_function_word
from desktop.text.utterance.wordings import Wording, difference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.text.utterance.utterances import Occurrence

_LEAST = 0.4  # strength from which an earlier quote is worth a look
_SURE = 0.8  # from which it is as good as certain
_LEAST_MATTER = 3  # shared words of matter, whatever the strength
_MANY = 3  # speakers, from which words are a common saying
_NOISE_AT = 8  # quotes of a large desk that share so much by chance; what is to be told stands out above them
_STANDING_OUT = 1.15  # times as much in common as these
_LEAST_IN_COMMON = 0.25


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


def in_common(like: Likeness) -> float:
    """Rate what an altered and cut copy (A) keeps: much of its own, some of the original (B), many words, runs."""
    return like.share_a * math.sqrt(like.share_b * (1 + like.matter)) * (0.6 + 0.4 * like.running)


def seen_before(
    quote: Occurrence, earlier: Sequence[Occurrence], *, telling: Mapping[str, float] | None = None, limit: int = 10
) -> tuple[Seen, ...]:
    """Rate earlier quotes that a search by rare words found, and give the best, most alike first.

    `telling` says of casefolded words of the quote how rare they are in the desk; without it the quotes handed in are
    counted. Hand in some hundreds at most: two hundred take about 10 ms.
    """
    new = thoughts(quote.text)
    others = [old for old in earlier if old.key != quote.key]
    olds = [thoughts(old.text) for old in others]
    worth = _worth(weights({new, *olds}), telling)
    who = voice(quote.speaker, quote.role)
    alike = [liken(new, words, worth) for words in olds]
    least = _standing_out(alike)
    rated = []
    for place, (old, like) in enumerate(zip(others, alike, strict=True)):
        found, common = strength(like), in_common(like)
        sound = found >= _LEAST and like.matter >= min(_LEAST_MATTER, len(new))
        if sound or common >= least:
            rated.append((found, common, place, old))
    rated.sort(key=lambda each: (-each[1], each[2]))
    voices = {voice(old.speaker, old.role) for *_, old in rated if old.speaker}
    many = _distinct(voices) >= _MANY
    return tuple(_seen(quote, who, old, found, many=many) for found, _, _, old in rated[:limit])


def _worth(here: dict[str, float], telling: Mapping[str, float] | None) -> dict[str, float]:
    """Weigh concepts as they are in the desk; those that were not asked for as they are here, in the same measure."""
    known = _by_concept(telling or {})
    if not known:
        return here
    measure = max(known.values()) / max(here.values())
    return {concept: worth * measure for concept, worth in here.items()} | known


def _by_concept(telling: Mapping[str, float]) -> dict[str, float]:
    """Weigh the concepts of words as the words are; the most common form of a concept counts."""
    found: dict[str, float] = {}
    for word, worth in telling.items():
        for concept in concepts(word):
            lighter = min(worth, found.get(concept, worth))
            found[concept] = lighter
    return {concept: worth * (GRAMMAR if is_function_word(concept) else 1.0) for concept, worth in found.items()}


def _standing_out(alike: Sequence[Likeness]) -> float:
    """Return how much a quote must have in common to stand out from what is in common by chance."""
    common = sorted((in_common(like) for like in alike), reverse=True)
    if len(common) <= _NOISE_AT:
        return math.inf  # nothing to tell chance by
    return max(_LEAST_IN_COMMON, _STANDING_OUT * common[_NOISE_AT])


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
