"""Similarity of two passages of speech, and which words of the one answer which of the other."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq, MatchingBlock, Postfix, Prefix

from desktop.domain import Span
from desktop.text.languages.registry import detect_language, language, speaker_words, word_forms_in
from desktop.text.languages.word_forms import is_function_word, is_negation
from desktop.text.passages import is_abbreviated
from desktop.text.words import plain_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_SCOPE = 4  # words behind a "not" that it is about
GRAMMAR = 0.15  # what a function word weighs against a word of matter
_OUT_OF_ORDER = 0.8  # what a word counts that is there, but elsewhere
_CUT = re.compile(r"(?:…|\.{3,}|\. \. \.)+[.]?\s*|[.!?]+[”\"’'»)]*\s+(?=[“\"‘'«(]?[A-ZÀ-ÖØ-Þ0-9])")
_CELLS = 4_000_000  # words times words up to which two passages are aligned; beyond, only their ends are
_INSERTED = re.compile(r"\[[^\]\n]{0,200}\]")
_WORDS = speaker_words()
_AND = "|".join(sorted(_WORDS.coordinating))
_BROKEN = re.compile(rf"(?<=[a-zà-öø-ÿ])-[ \n]+(?=[a-zà-öø-ÿ])(?!(?:{_AND})\b)")  # medi- cine
# An apostrophe that another encoding, or none, has made of it: can?t, canâ€™t.
_CLITIC = "|".join(sorted(_WORDS.clitics))
_APOSTROPHE = re.compile(rf"(?<=\w)(?:â€™|\ufffd+|\?(?=(?:{_CLITIC})\b)|&(?:rsquo|apos|#39|#x27|#8217);)(?=\w)")
_JOINED = dict(_WORDS.two_words)
_TWO_WORDS = re.compile(rf"\b(?:{'|'.join(_JOINED)})\b".replace(" ", "[ \u00a0]"), re.IGNORECASE)


@lru_cache(maxsize=16384)
def segments(text: str) -> tuple[Span, ...]:
    """Cut a quote where it may join two utterances: inside at an ellipsis, and at sentence ends."""
    rims = [0]
    for cut in _CUT.finditer(text):
        ellipsis = cut.group()[0] in "…" or cut.group().startswith(("..", ". ."))
        if cut.end() < len(text) and (ellipsis or not _ends_in_abbreviation(text, cut.end())):
            rims.append(cut.end())
    spans = [Span(a, b) for a, b in zip(rims, [*rims[1:], len(text)], strict=True)]
    return tuple(_join_scraps(text, spans)) if len(spans) > 1 else tuple(spans)


def _ends_in_abbreviation(text: str, end: int) -> bool:
    """Say whether the full stop before an offset belongs to the word before it, as the text's language writes it."""
    stop = len(text[:end].rstrip()) - 1
    spoken = language(detect_language(text)) if text[stop] == "." else None
    return spoken is not None and is_abbreviated(text, 0, stop, spoken)


def _join_scraps(text: str, spans: list[Span]) -> list[Span]:
    """A piece of a single word is no utterance of its own: it goes with its neighbour."""
    kept: list[Span] = []
    scrap_start: int | None = None
    for span in spans:
        start = span.start if scrap_start is None else scrap_start
        scrap_start = None
        if len(plain_words(span.of(text))) >= 2:
            kept.append(Span(start, span.end))
        elif kept:
            kept[-1] = Span(kept[-1].start, span.end)
        else:
            scrap_start = start
    return kept or [Span(0, len(text))]


@lru_cache(maxsize=16384)
def content_words(text: str, among: str = "en") -> tuple[str, ...]:
    """Give the concepts of a text in reading order; editorial brackets are the reporter's and left out.

    `among` is the language of the quotes around it, for a text too short to tell its own.
    """
    bare = _INSERTED.sub(" ", text) if "[" in text else text
    bare = _TWO_WORDS.sub(_one_word, _BROKEN.sub("", _APOSTROPHE.sub("'", bare)))
    forms = word_forms_in(detect_language(bare, among))
    return tuple(chain.from_iterable(map(forms.concepts, plain_words(bare))))


def _one_word(found: re.Match[str]) -> str:
    return _JOINED[found.group().lower().replace("\u00a0", " ")]


def weights(passages: Iterable[Sequence[str]]) -> dict[str, float]:
    """Weigh each concept by how few of the (distinct) passages hold it; function words weigh little."""
    distinct = list(passages)
    seen = Counter(concept for passage in distinct for concept in set(passage))
    size = max(len(distinct), 30)
    return {
        concept: math.log(1 + size / count) * (GRAMMAR if is_function_word(concept) else 1.0)
        for concept, count in seen.items()
    }


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two passages share, by weight; shares lie between 0 and 1."""

    share_a: float  # of A's weight found in B
    share_b: float
    running: float  # of the shared weight, what stands in runs of two or more
    matter: int  # shared words that are not function words
    a: frozenset[int]  # places of the shared words in A
    b: frozenset[int]

    @property
    def contained(self) -> float:
        """How much of the one that is wholly quoted in the other, at best."""
        return max(self.share_a, self.share_b)

    @property
    def mutual(self) -> float:
        total = self.share_a + self.share_b
        return 2 * self.share_a * self.share_b / total if total else 0.0


def says_no(words: Sequence[str], shared: frozenset[int]) -> bool:
    """Say whether a negation that the other wording lacks stands before words that both have."""
    for i, word in enumerate(words):
        if is_negation(word) and i not in shared:
            scope = range(i + 1, min(len(words), i + 1 + _SCOPE))
            if any(j in shared and not is_function_word(words[j]) for j in scope):
                return True
    return False


def _strays(a: Sequence[str], b: Sequence[str], in_a: set[int], in_b: set[int]) -> list[tuple[int, int]]:
    """Pair words of matter that both hold in another order."""
    free: dict[str, list[int]] = {}
    for j, concept in enumerate(b):
        if j not in in_b and not is_function_word(concept):
            free.setdefault(concept, []).append(j)
    return [(i, free[c].pop(0)) for i, c in enumerate(a) if i not in in_a and free.get(c)]


def _blocks(a: Sequence[str], b: Sequence[str]) -> list[MatchingBlock]:
    """Runs of the same words in the same order; of huge passages only those at both ends, for the sake of memory."""
    if len(a) * len(b) <= _CELLS:
        return [block for block in LCSseq.editops(a, b).as_matching_blocks() if block.size]
    head = Prefix.similarity(a, b)
    tail = Postfix.similarity(a[head:], b[head:])
    found = [MatchingBlock(0, 0, head), MatchingBlock(len(a) - tail, len(b) - tail, tail)]
    return [block for block in found if block.size]


def liken(a: Sequence[str], b: Sequence[str], weight: Mapping[str, float]) -> Likeness:
    """Measure what two passages share: in order first, then words of matter in another order."""
    worth = weight.__getitem__
    blocks = _blocks(a, b)
    in_a = {i for m in blocks for i in range(m.a, m.a + m.size)}
    in_b = {j for m in blocks for j in range(m.b, m.b + m.size)}
    runs = [(m.size, sum(map(worth, a[m.a : m.a + m.size]))) for m in blocks]
    ordered = sum(value for _, value in runs)
    running = sum(value for size, value in runs if size > 1)
    strays = _strays(a, b, in_a, in_b)
    shared = ordered + _OUT_OF_ORDER * sum(weight[a[i]] for i, _ in strays)
    in_a.update(i for i, _ in strays)
    in_b.update(j for _, j in strays)
    whole_a, whole_b = sum(map(worth, a)), sum(map(worth, b))
    return Likeness(
        share_a=shared / whole_a if whole_a else 0.0,
        share_b=shared / whole_b if whole_b else 0.0,
        running=running / shared if shared else 0.0,
        matter=sum(not is_function_word(a[i]) for i in in_a),
        a=frozenset(in_a),
        b=frozenset(in_b),
    )
