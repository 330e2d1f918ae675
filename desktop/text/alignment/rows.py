"""Rows of two texts: which paragraph or passage stands beside which, in versions and in accounts."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate, chain, pairwise
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.alignment.accounts import Outline, Ruling
from desktop.text.cache import cached_for_short_texts
from desktop.text.changes import Row
from desktop.text.languages.registry import detect_language, languages
from desktop.text.passages import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop.text.alignment.accounts import Passage
    from desktop.text.changes import Pin
    from desktop.text.languages.language import Language
    from desktop.text.words import Tokens
_SAMPLE = 1_000  # code points that show the language
_BREAK = 50  # code points that would fit where a paragraph breaks
_SPOKEN = lazy_pattern(':\\s+(?=["“„«])')


class Article:
    """The paragraphs and sentences of one article, as spans and as ranges of tokens."""

    def __init__(self, tokens: Tokens, paragraphs: Sequence[Span]) -> None:
        found = _sentences_of(tokens.text, tuple([(span.start, span.end) for span in paragraphs]))
        self._spans = list(chain.from_iterable(found))
        ends = list(accumulate(map(len, found), initial=0))
        starts = tokens.starts
        begins = [bisect_left(starts, span.start) for span in self._spans]
        self.outline = Outline(list(pairwise([*begins, len(starts)])), list(pairwise(ends)))

    def span(self, passage: Passage) -> Span:
        start, end = passage
        first = self._spans[start]
        return first if end - start == 1 else Span(first.start, self._spans[end - 1].end)

    def tokens(self, passage: Passage) -> tuple[int, int]:
        """The range of tokens of a passage."""
        return self.outline.sentences[passage[0]][0], self.outline.sentences[passage[1] - 1][1]

    def passage(self, span: Span) -> Passage | None:
        """The sentences that a span touches in the first paragraph it touches; None if it touches none."""
        for start, end in self.outline.paragraphs:
            touched = [at for at in range(start, end) if self._spans[at].touches(span)]
            if touched:
                return touched[0], touched[-1] + 1
        return None

    def parts(self, answered: Sequence[Passage]) -> list[Passage]:
        """The whole article as passages: those that are answered, and what is left of each paragraph."""
        begun = dict(answered)
        return [part for paragraph in self.outline.paragraphs for part in _passages(paragraph, begun)]


@cached_for_short_texts
def _sentences_of(text: str, paragraphs: tuple[tuple[int, int], ...]) -> list[list[Span]]:
    language = languages()[detect_language(text[:_SAMPLE])]
    return [_sentences(text, Span(*paragraph), language) for paragraph in paragraphs]


def _sentences(text: str, paragraph: Span, language: Language) -> list[Span]:
    """The sentences of a paragraph; a quotation after a colon is one of its own."""
    found: list[Span] = []
    for sentence in sentences(text, paragraph, language) or [paragraph]:
        start = sentence.start
        for match in _SPOKEN.finditer(text, sentence.start, sentence.end):
            found.append(Span(start, match.start() + 1))
            start = match.end()
        found.append(Span(start, sentence.end))
    return found


def _passages(paragraph: Passage, begun: Mapping[int, int]) -> Iterator[Passage]:
    at, end = paragraph
    while at < end:
        to = begun.get(at)
        if to is None:
            to = next((later for later in range(at + 1, end) if later in begun), end)
        yield at, to
        at = to


def aligned_rows(a: Sequence[Span], b: Sequence[Span], links: Sequence[tuple[int, int]]) -> tuple[Row, ...]:
    """Rows of whole paragraphs: linked ones (indices, rising on both sides) beside each other, then the rest.

    Paragraphs linked to the same one share its row.
    """
    rows: list[Row] = []
    p = q = 0
    for first_a, last_a, first_b, last_b in _groups(links):
        if p < first_a or q < first_b:
            rows += _unlinked(a[p:first_a], b[q:first_b])
        rows.append(Row(Span(a[first_a].start, a[last_a].end), Span(b[first_b].start, b[last_b].end)))
        p, q = last_a + 1, last_b + 1
    return (*rows, *_unlinked(a[p:], b[q:]))


def _groups(links: Sequence[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
    groups: list[tuple[int, int, int, int]] = []
    for p, q in links:
        if groups and (p <= groups[-1][1] or q <= groups[-1][3]):
            last = groups[-1]
            groups[-1] = (last[0], max(last[1], p), last[2], max(last[3], q))
        else:
            groups.append((p, p, q, q))
    return groups


def _unlinked(a: Sequence[Span], b: Sequence[Span]) -> list[Row]:
    """Rows of paragraphs that share nothing: those of A beside those of B, about as many words of each in a row."""
    rows: list[Row] = []
    p = q = 0
    while p < len(a) and q < len(b):
        last, other = _as_tall(a, p, _height(b[q])), _as_tall(b, q, _height(a[p]))
        rows.append(Row(Span(a[p].start, a[last].end), Span(b[q].start, b[other].end)))
        p, q = last + 1, other + 1
    return [*rows, *(Row(span, None) for span in a[p:]), *(Row(None, span) for span in b[q:])]


def _as_tall(spans: Sequence[Span], first: int, height: int) -> int:
    """The last of the paragraphs from one on that together come next to a height."""
    last, reached = first, _height(spans[first])
    while last + 1 < len(spans) and abs(reached + _height(spans[last + 1]) - height) < abs(reached - height):
        last += 1
        reached += _height(spans[last])
    return last


def _height(span: Span) -> int:
    return len(span) + _BREAK


def ruling_of(pins: Sequence[Pin], a: Article, b: Article) -> Ruling:
    """The pins by the passages they touch."""
    together: list[tuple[Passage, Passage]] = []
    apart: list[tuple[Passage, Passage]] = []
    for pin in pins:
        p, q = a.passage(pin.a), b.passage(pin.b)
        if p and q:
            (together if pin.together else apart).append((p, q))
    return Ruling(tuple(together), tuple(apart))


def account_rows(answers: Sequence[tuple[Passage, Passage]], a: Article, b: Article) -> tuple[Row, ...]:
    """Pairs in A's order; what nothing answers is folded, B's after the pair of the passage before it."""
    partner = dict(answers)
    left_over = _left_over(b, [q for _, q in answers])
    rows = left_over.get(None, [])
    for p in a.parts([p for p, _ in answers]):
        q = partner.get(p)
        rows.append(Row(a.span(p), b.span(q) if q else None, folded=q is None))
        rows += left_over.get(q, []) if q else ()
    return tuple(rows)


def _left_over(article: Article, answered: Sequence[Passage]) -> dict[Passage | None, list[Row]]:
    """What nothing answers, by the answered passage before it."""
    known, before = set(answered), None
    rows: dict[Passage | None, list[Row]] = {}
    for part in article.parts(answered):
        if part in known:
            before = part
        else:
            rows.setdefault(before, []).append(Row(None, article.span(part), folded=True))
    return rows
