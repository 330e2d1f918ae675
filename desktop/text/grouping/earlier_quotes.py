"""Earlier quotes like a new one, by the same or by other people, anywhere on the desk.

Inside a story thin evidence is enough; over a whole desk the same score is nearly always wrong. So here words must
stand together, and what many people say is weighed as that.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.text.grouping.similarity import GRAMMAR, Likeness, content_words, liken, passages, places, weights
from desktop.text.grouping.speaker_match import Relation, SpeakerProfile, relation, speaker_profile
from desktop.text.grouping.wording_difference import Wording, difference
from desktop.text.languages.registry import detect_language, word_forms_in
from desktop.text.languages.word_forms import is_function_word
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.text.grouping.statement_types import Occurrence
    from desktop.text.languages.word_forms import WordForms

_LEAST = 0.4  # strength from which an earlier quote is worth a look
_SURE = 0.8  # from which it is as good as certain
_LEAST_MATTER = 3  # shared words of matter, whatever the strength
_MANY = 3  # speakers, from which words are a common saying
_NOISE_AT = 8  # quotes of a large desk that share so much by chance; what is to be shown stands out above them
_STANDING_OUT = 1.15  # times as much in common as these
_LEAST_IN_COMMON = 3.5
_TOGETHER = 3  # quotes that share two words, from which these are a name or a phrase
_WHOLE = 4  # shared words, from which quotes that share the same are copies of each other


@value_type
class EarlierMatch:
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
        same = self.speaker is not Relation.OTHER
        return difference(self.earlier.text, self.new_text, same_speaker=same, language=self.earlier.language)


def strength(like: Likeness) -> float:
    """Rate the evidence that two quotes from anywhere report one utterance: contained, in one run, of enough words."""
    return like.contained * (0.6 + 0.4 * like.running) * (1 - math.exp(-like.matter / 2.5))


def in_common(like: Likeness, evidence: float) -> float:
    """Rate what an altered and cut copy (A) keeps: rare words of its own, much of A and of the original (B)."""
    return evidence * math.sqrt(like.share_a * like.share_b) * (0.8 + 0.2 * like.running)


def evidence(shared: Sequence[frozenset[str]], worth: Mapping[str, float]) -> list[float]:
    """Add up what the words say that each of several quotes shares with a new one.

    Words that several quotes share together, as the two of a name, say hardly more than one of them; words that only
    one quote brings together say all they can.
    """
    apart = [words for words in shared if len(words) < _WHOLE] + list({ws for ws in shared if len(ws) >= _WHOLE})
    alone = Counter(word for words in apart for word in words)
    both = Counter(pair for words in apart for pair in combinations(sorted(words), 2))
    return [_together(words, worth, alone, both) for words in shared]


def _together(
    words: Iterable[str], worth: Mapping[str, float], alone: Mapping[str, int], both: Mapping[tuple[str, str], int]
) -> float:
    total, earlier = 0.0, list[str]()
    for word in sorted(words, key=lambda each: (-worth[each], each)):
        pairs = [(other, both.get((min(word, other), max(word, other)), 0)) for other in earlier]
        least = (math.log(1 + alone[other] / count) for other, count in pairs if count >= _TOGETHER)
        total += min(worth[word], *least, math.inf)
        earlier.append(word)
    return total


def earlier_matches(
    quote: Occurrence, earlier: Sequence[Occurrence], *, rarity: Mapping[str, float] | None = None, limit: int = 10
) -> tuple[EarlierMatch, ...]:
    """Rate earlier quotes that a search by rare words found, and give the best, most alike first.

    `rarity` says of casefolded words of the quote how rare they are in the desk; without it the quotes handed in are
    counted. Hand in some hundreds at most: two hundred take about 10 ms.
    """
    new = content_words(quote.text)
    others = [old for old in earlier if old.key != quote.key]
    olds = [content_words(old.text) for old in others]
    worth = _worth(weights({new, *olds}), rarity, word_forms_in(detect_language(quote.text)))
    who = speaker_profile(quote.speaker, quote.role)
    sought, *rest = passages([new, *olds], worth)
    alike = [liken(sought, other) for other in rest]
    weighed = evidence([_of_matter(new, like) for like in alike], worth)
    in_commons = [in_common(like, earlier_words) for like, earlier_words in zip(alike, weighed, strict=True)]
    least = _standing_out(in_commons)
    rated = []
    for place, (old, like, common) in enumerate(zip(others, alike, in_commons, strict=True)):
        found = strength(like)
        sound = found >= _LEAST and like.matter >= min(_LEAST_MATTER, len(new))
        if sound or common >= least:
            rated.append((found, common, place, old))
    rated.sort(key=lambda each: (-each[1], each[2]))
    profiles = {speaker_profile(old.speaker, old.role) for *_, old in rated if old.speaker}
    many = _distinct(profiles) >= _MANY
    return tuple(_match(quote, who, old, found, many=many) for found, _, _, old in rated[:limit])


def _worth(here: dict[str, float], rarity: Mapping[str, float] | None, forms: WordForms) -> dict[str, float]:
    """Weigh concepts as they are in the desk; those that were not asked for as they are here, in the same measure."""
    known = _by_concept(rarity or {}, forms)
    if not known:
        return here
    measure = max(known.values()) / max(here.values())
    return {concept: worth * measure for concept, worth in here.items()} | known


def _by_concept(rarity: Mapping[str, float], forms: WordForms) -> dict[str, float]:
    """Weigh the concepts of words as the words are; the most common form of a concept counts."""
    found: dict[str, float] = {}
    for word, worth in rarity.items():
        for concept in forms.concepts(word):
            lighter = min(worth, found.get(concept, worth))
            found[concept] = lighter
    return {concept: worth * (GRAMMAR if is_function_word(concept) else 1.0) for concept, worth in found.items()}


def _of_matter(words: Sequence[str], like: Likeness) -> frozenset[str]:
    return frozenset(words[place] for place in places(like.a) if not is_function_word(words[place]))


def _standing_out(in_commons: Iterable[float]) -> float:
    """Return how much a quote must have in common to stand out from what is in common by chance."""
    common = sorted(in_commons, reverse=True)
    if len(common) <= _NOISE_AT:
        return math.inf  # nothing to tell chance by
    return max(_LEAST_IN_COMMON, _STANDING_OUT * common[_NOISE_AT])


def _distinct(profiles: set[SpeakerProfile]) -> int:
    """Count speakers, several spellings of one name once."""
    apart: list[SpeakerProfile] = []
    for each in sorted(profiles, key=lambda v: (v.names, v.body, v.noun)):
        if all(relation(each, other) is Relation.OTHER for other in apart):
            apart.append(each)
    return len(apart)


def _match(quote: Occurrence, who: SpeakerProfile, old: Occurrence, found: float, *, many: bool) -> EarlierMatch:
    how = relation(who, speaker_profile(old.speaker, old.role))
    like = Sentence("Nearly the same words") if found >= _SURE else Sentence("Similar words")
    by = old.speaker or Sentence("nobody named")
    if many and how is not Relation.SAME:
        why = Sentence("{like}, here by {who}; several people have said this.", like=like, who=by)
    elif how in (Relation.OTHER, Relation.HIDDEN):
        why = Sentence("{like}, but by {who}.", like=like, who=by)
    else:
        why = Sentence("{like}, by {who}.", like=like, who=by)
    return EarlierMatch(old, found, found >= _SURE and not many, how, why, quote.text)
