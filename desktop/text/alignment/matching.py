"""Matching of two token lists: edits, moves, and passages that answer each other.

The two texts are put into one fixed order first, so that swapping them swaps the answer and nothing else.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from desktop.domain import value_type
from desktop.text.alignment.accounts import answering
from desktop.text.alignment.moves import Move, find_moves
from desktop.text.alignment.tidy import join_changes, slide_changes
from desktop.text.alignment.token_alignment import Aligner
from desktop.text.alignment.token_codes import STRETCH, Weights, encoded
from desktop.text.words import words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from desktop.text.alignment.accounts import Match, Passage, Ruling
    from desktop.text.alignment.rows import Article
    from desktop.text.alignment.token_alignment import Block, Edit


_MEASURED_CELLS = 10**8  # pairs of tokens up to which the longest common subsequence is found at once
_LONGEST_SENTENCE = 100  # tokens


@value_type
class Answer:
    """Two passages that answer each other, how alike they are (0 to 1), and the edits between them."""

    p: Passage
    q: Passage
    similarity: float
    part: Move


class Matcher:
    """Compares two lists of pieces (tokens with the white space after them)."""

    def __init__(
        self,
        first: Sequence[str],
        second: Sequence[str],
        cancelled: Callable[[], bool] | None = None,
        whole: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`whole` are the indices of pieces that are no tokens but stretches of text, alike on both sides.

        Their words are counted as those of the first.
        """
        self._cancelled = cancelled
        same = [first[i] for i, _ in whole]
        self._words_passed = words_in(same)
        first, second = _marked(first, [i for i, _ in whole]), _marked(second, [j for _, j in whole])
        self._flipped = (len(second), second) < (len(first), first)
        if self._flipped:
            first, second = second, first
            whole = [(j, i) for i, j in whole]
        self._whole = [(i, j, 1) for i, j in whole]
        self._sizes = {i: piece.count(" ") + 1 for (i, _), piece in zip(whole, same, strict=True)}
        self._pieces = first, second
        book, self._x, self._y = encoded(first, second, cancelled)
        self._words = book.words
        self._open = self._x, self._y  # without what moved
        self._moved: list[tuple[Passage, Passage]] = []
        self._bits = Weights(book, self._x, self._y)
        self._marks = book.marks_in(self._x, self._y)
        self._comma = book.codes.get(",", "\0")

    def take_as_moved(self, passages: Sequence[tuple[Passage, Passage]]) -> None:
        """Take passages, which rise in the first list, as moved: none of their tokens is kept in place.

        Those that hold a whole stretch are left out: it is kept.
        """
        whole = {i for i, _, _ in self._whole}, {j for _, j, _ in self._whole}
        turned = [(theirs, mine) if self._flipped else (mine, theirs) for mine, theirs in passages]
        self._moved = [
            (mine, theirs)
            for mine, theirs in turned
            if whole[0].isdisjoint(range(*mine)) and whole[1].isdisjoint(range(*theirs))
        ]
        self._open = (
            _masked(self._x, [mine for mine, _ in self._moved], "\0"),
            _masked(self._y, [theirs for _, theirs in self._moved], "\1"),
        )

    def edits(self) -> list[Edit]:
        """The edits that make the first list the second, in order."""
        found = self._between(*self._open, self._whole)
        return self._turned([trimmed for edit in found if (trimmed := self._without_likes(edit, self._open))])

    def _aligned(self, mine: Passage, theirs: Passage) -> list[Edit]:
        """The edits between two passages, in indices of the full texts."""
        (i, p), (j, q) = mine, theirs
        found = self._between(self._x[i:p], self._y[j:q])
        edits = [(i + i1, i + i2, j + j1, j + j2) for i1, i2, j1, j2 in found]
        return [trimmed for edit in edits if (trimmed := self._without_likes(edit, (self._x, self._y)))]

    def _between(self, x: str, y: str, whole: Sequence[Block] = ()) -> list[Edit]:
        """The edits between two encoded texts."""
        edits = Aligner(x, y, self._bits, self._cancelled, whole).edits()
        edits = join_changes(edits, x, y, self._bits, self._cancelled, self._sizes if whole else {})
        edits = list(_by_clauses(edits, (x, y), self._comma, self._marks, self._join))
        return slide_changes(edits, x, y, self._words, self._cancelled)

    def _without_likes(self, edit: Edit, texts: tuple[str, str]) -> Edit | None:
        """An edit without the tokens at its ends that are the same: what only begins a sentence on one side.

        `texts` are the encoded ones, in which what was set aside is the same as nothing.
        """
        i1, i2, j1, j2 = edit
        if i1 == i2 or j1 == j2:
            return edit
        first, second = self._pieces
        x, y = texts
        while i1 < i2 and j1 < j2 and first[i1].rstrip() == second[j1].rstrip() and _is_open(x[i1], y[j1]):
            i1, j1 = i1 + 1, j1 + 1
        while (
            i1 < i2 and j1 < j2 and first[i2 - 1].rstrip() == second[j2 - 1].rstrip() and _is_open(x[i2 - 1], y[j2 - 1])
        ):
            i2, j2 = i2 - 1, j2 - 1
        return (i1, i2, j1, j2) if i1 < i2 or j1 < j2 else None

    def _join(self, x: str, y: str) -> list[Edit]:
        return join_changes(Aligner(x, y, self._bits).edits(), x, y, self._bits)

    def words(self) -> tuple[int, int]:
        """The words of the first list and those of the second; punctuation is not counted."""
        first, second = self._words_passed + self._count(self._x), self._words_passed + self._count(self._y)
        return (second, first) if self._flipped else (first, second)

    def retained_words(self, edits: Sequence[Edit]) -> int:
        return self._words_passed + self._count(self._x) - self._gone(self._turned(edits))

    def most_retained_words(self) -> int | None:
        """The words that any edits could keep; None where the edits say so sooner."""
        if self._whole or len(self._x) * len(self._y) > _MEASURED_CELLS:
            return None
        return LCSseq.similarity(self._without_marks(self._x), self._without_marks(self._y))

    def words_in_any_order(self) -> int:
        """The words that both lists have, wherever they stand."""
        mine, theirs, marks = Counter(self._x), Counter(self._y), self._marks
        both = [code for code in mine if code in theirs and code not in marks]
        return self._words_passed + sum([min(mine[code], theirs[code]) for code in both])

    def _without_marks(self, text: str) -> str:
        for mark in self._marks:
            text = text.replace(mark, "")
        return text

    def same_words(self, parts: Sequence[Move]) -> int:
        """The words that stayed the same in parts that correspond."""
        turned = [self._turned_move(part) for part in parts]
        return sum(self._count(self._x[part.i1 : part.i2]) - self._gone(part.inner) for part in turned)

    def _gone(self, edits: Sequence[Edit]) -> int:
        return self._count("".join(self._x[i1:i2] for i1, i2, _, _ in edits))

    def _count(self, text: str) -> int:
        return len(text) - sum(map(text.count, self._marks))

    def moves(self, edits: Sequence[Edit]) -> list[Move]:
        """What moved among the edits, in the order of the first list."""
        open_edits = _outside(self._turned(edits), self._moved)
        found = find_moves(open_edits, *self._open, self._bits, self._words, self._cancelled)
        found += [Move(*mine, *theirs, tuple(self._aligned(mine, theirs))) for mine, theirs in self._moved]
        return sorted(map(self._turned_move, found), key=lambda move: move.i1)

    def answers(self, mine: Article, theirs: Article, ruling: Ruling) -> list[Answer]:
        """The passages that answer each other, in the order of the first list."""
        if self._flipped:
            matches = self._answering(theirs, mine, ruling.turned())
            matches = [match._replace(p=match.q, q=match.p) for match in matches]
        else:
            matches = self._answering(mine, theirs, ruling)
        return [
            Answer(match.p, match.q, match.similarity, self._within(mine.tokens(match.p), theirs.tokens(match.q)))
            for match in sorted(matches, key=lambda match: match.p)
        ]

    def _answering(self, first: Article, second: Article, ruling: Ruling) -> list[Match]:
        outlines = first.outline, second.outline
        return answering(self._x, self._y, *outlines, self._bits, ruling, cancelled=self._cancelled)

    def _within(self, mine: tuple[int, int], theirs: tuple[int, int]) -> Move:
        """Two ranges of pieces as one part with the edits between them."""
        first, second = (theirs, mine) if self._flipped else (mine, theirs)
        return self._turned_move(Move(*first, *second, tuple(self._aligned(first, second))))

    def _turned(self, edits: Sequence[Edit]) -> list[Edit]:
        return [(j1, j2, i1, i2) for i1, i2, j1, j2 in edits] if self._flipped else list(edits)

    def _turned_move(self, move: Move) -> Move:
        if not self._flipped:
            return move
        return Move(move.j1, move.j2, move.i1, move.i2, tuple(self._turned(move.inner)))


def _marked(pieces: Sequence[str], whole: Sequence[int]) -> Sequence[str]:
    """The pieces, the same mark in place of each that is a whole stretch."""
    if not whole:
        return pieces
    marked = list(pieces)
    for index in whole:
        marked[index] = STRETCH
    return marked


def _masked(text: str, passages: Sequence[Passage], code: str) -> str:
    """An encoded text with a code that answers none in the place of all those in some passages."""
    for start, end in passages:
        text = f"{text[:start]}{code * (end - start)}{text[end:]}"
    return text


def _outside(edits: Sequence[Edit], moved: Sequence[tuple[Passage, Passage]]) -> Sequence[Edit]:
    """What only one text has by edits, without the passages that moved: no other move may reach into them."""
    if not moved:
        return edits
    gone = _gaps([edit[:2] for edit in edits], sorted([mine for mine, _ in moved]))
    come = _gaps([edit[2:] for edit in edits], sorted([theirs for _, theirs in moved]))
    return [*((i, i2, 0, 0) for i, i2 in gone), *((0, 0, j, j2) for j, j2 in come)]


def _gaps(ranges: Sequence[Passage], taken: Sequence[Passage]) -> Iterator[Passage]:
    """What is left of ranges without others; both rise."""
    passed = 0
    for start, end in ranges:
        at = start
        while passed < len(taken) and taken[passed][0] < end:
            first, last = taken[passed]
            if last > at:
                yield at, first
                at = last
            passed += 1
        yield at, end


def _is_open(first: str, second: str) -> bool:
    """Say whether two codes are of text that did not move."""
    return first != "\0" and second != "\1"


def _by_clauses(
    edits: Sequence[Edit],
    texts: tuple[str, str],
    comma: str,
    marks: AbstractSet[str],
    compared: Callable[[str, str], list[Edit]],
) -> Iterator[Edit]:
    """The edits, those that can be reported clause by clause as the edits that `compared` finds in each clause.

    They can where both sides have as many commas, a word before the first, and no other mark: with a bracket, a
    quotation mark or the end of a sentence they would be commas of different things. The first comma is kept.
    """
    x, y = texts
    for edit in edits:
        i1, i2, j1, j2 = edit
        at = x.find(comma, i1, i2) if j2 - j1 > 1 else -1
        to = y.find(comma, j1, j2) if at > i1 else -1
        if to <= j1 or not _clauses_answer(x[i1:i2], y[j1:j2], comma, marks):
            yield edit
            continue
        for i, p, j, q in ((i1, at, j1, to), (at + 1, i2, to + 1, j2)):
            for a, b, c, d in compared(x[i:p], y[j:q]):
                yield i + a, i + b, j + c, j + d


def _clauses_answer(mine: str, theirs: str, comma: str, marks: AbstractSet[str]) -> bool:
    if max(len(mine), len(theirs)) > _LONGEST_SENTENCE or mine.count(comma) != theirs.count(comma):
        return False
    return len(marks & {*mine, *theirs}) == 1
