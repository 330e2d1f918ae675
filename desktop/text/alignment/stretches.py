"""Equal stretches of two texts and plain edits between them: what is passed over without an alignment.

Whole sentences that stand once in both texts are found first, then the letters around each difference between them.
Offsets are code points. Differences so plain that no alignment is needed are passed over with the text around them.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Postfix, Prefix

from desktop.lazy_pattern import lazy_pattern
from desktop.text.alignment.token_alignment import heaviest_chain
from desktop.text.progress import watched
from desktop.text.words import word_after, word_before

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.text.alignment.token_alignment import Block


Gap = tuple[int, int, int, int]  # a[i:i2] stands where b[j:j2] does

_AMID = 60  # letters around a difference that must be the same in both texts: the ends of its words lie in them
_APART = 24  # letters between two edits that would never be taken for chance
_MOST = 8  # words on both sides; more may have moved
_MARKS = '.,:;!?()[]"“”'  # that stand between white space and a word, and are tokens of their own
_ENDS = frozenset(".,;")
_LETTER = r"[^\W\d_\u0250-\U0010ffff]"  # further letters may be written in several ways, or be words by themselves
_WORD = lazy_pattern(rf"{_LETTER}+(?:['’-]{_LETTER}+)*")
_MARK = "\x1e"  # ends a line as str.splitlines sees it, and does not stand in texts
_SENTENCE = 24  # the least length of a sentence that serves as an anchor
_AT_ONCE = 512  # letters compared in one go
_PROBE = 32  # letters that say that both texts go on alike
_STEP = 16
_REACH = 160  # letters after a difference within which both texts must go on alike
_WIDE, _FAR = 20_000, 2_000  # a gap so long has no sentences to wait for: it is looked through further
_BEFORE, _AFTER = 24, 12  # letters around a difference that are looked at together with it
_SHORTEST = 2_000
_LEAST = 40  # letters that are worth passing over; with those around them more than a plain edit looks at
_MOST_READ = 0.35  # share of both texts up to which passing over the rest is worth it


class PlainEdit(NamedTuple):
    """a[i:i2] became b[j:j2]: whole words, with the space after them if they only went or came."""

    i: int
    i2: int
    j: int
    j2: int
    gone: int  # words
    come: int


def plain_edits(a: str, b: str, gaps: Sequence[Gap]) -> list[PlainEdit]:
    """The words that differ in gaps that lie near each other; none if one of them takes more than a look."""
    found: list[PlainEdit] = []
    for gap in gaps:
        edit = _plain_edit(a, b, gap)
        if not edit or (found and edit.i - found[-1].i2 < _APART):
            return []
        found.append(edit)
    return found


def _plain_edit(a: str, b: str, gap: Gap) -> PlainEdit | None:
    """The words that differ in a gap; None if that takes more than a look."""
    i, i2, j, j2 = gap
    start = a.rfind(" ", max(0, i - _AMID), i) + 1
    end = a.find(" ", i2, i2 + _AMID)
    if not start or end < 0:
        return None
    begin = start - i + j
    mine, theirs = a[start:end], b[begin : end - i2 + j2]
    if " " in mine or " " in theirs:
        return _among_others(a, b, (mine, theirs), (start, begin))
    if not (mine and theirs):
        return _between_its_spaces((a, mine, start), (b, theirs, begin))
    gone, come = mine.strip(_MARKS), theirs.strip(_MARKS)
    lead = mine.find(gone)
    marks = mine[:lead], mine[lead + len(gone) :]
    if marks != (theirs[:lead], theirs[lead + len(come) :]) or not (_is_plain(gone) and _is_plain(come)):
        return None
    if _key(gone) == _key(come):
        return None
    start, begin = start + lead, begin + lead
    return PlainEdit(start, start + len(gone), begin, begin + len(come), 1, 1)


def _between_its_spaces(first: tuple[str, str, int], second: tuple[str, str, int]) -> PlainEdit | None:
    """A word that went from between its two spaces, or came between two; of each side its text, its word and where."""
    text, word, at = first if first[1] else second
    if not _is_plain(word) or _could_stand_elsewhere(text, (word,), at):
        return None
    (_, gone, start), (_, come, begin) = first, second
    return PlainEdit(start, start + len(gone), begin, begin + len(come), int(gone != ""), int(come != ""))


def _is_plain(word: str) -> bool:
    return (word.isalpha() and word.isascii()) or _WORD.fullmatch(word) is not None


def _among_others(a: str, b: str, texts: tuple[str, str], starts: tuple[int, int]) -> PlainEdit | None:
    """The words that differ among those of two stretches of text; `starts` are where they begin."""
    marked = texts[0][-1:] in _ENDS and texts[0][-1:] == texts[1][-1:]
    first, second = (text[: len(text) - marked].split(" ") for text in texts)
    words = [*first, *second]
    if len(words) > _MOST or not all(map(_is_plain, words)):
        return None
    head, tail = _shared(first, second)
    gone, come = first[head : len(first) - tail], second[head : len(second) - tail]
    start, begin = (at + _length(first[:head]) for at in starts)
    if gone and come:
        if not {*map(_key, gone)}.isdisjoint(map(_key, come)):
            return None
        return PlainEdit(start, start + _length(gone) - 1, begin, begin + _length(come) - 1, len(gone), len(come))
    if (marked and not tail) or _could_stand_elsewhere(*((a, gone, start) if gone else (b, come, begin))):
        return None
    return PlainEdit(start, start + _length(gone), begin, begin + _length(come), len(gone), len(come))


def _shared(first: Sequence[str], second: Sequence[str]) -> tuple[int, int]:
    """How many words the two have in common at their beginnings, and then at their ends."""
    least = min(len(first), len(second))
    head = tail = 0
    while head < least and first[head] == second[head]:
        head += 1
    while tail < least - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    return head, tail


def _length(words: Sequence[str]) -> int:
    """Code points of words with a space after each."""
    return sum(map(len, words)) + len(words)


def _could_stand_elsewhere(text: str, words: Sequence[str], start: int) -> bool:
    """Say whether the text goes on with the first of some words after them, or has the last of them before."""
    end = start + _length(words)
    before, after = text[start - 1 - len(words[-1]) : start - 1], text[end : end + len(words[0])]
    return _key(before) == _key(words[-1]) or _key(after) == _key(words[0])


def _key(word: str) -> str:
    """By which a word is known again, whatever its capitals and apostrophes are."""
    return word.lower().replace("’", "'")


class Stretch(NamedTuple):
    """a[i:i2] and b[j:j2], which are the same but for plain edits."""

    i: int
    i2: int
    j: int
    j2: int


class Passed(NamedTuple):
    """What can be passed over: the stretches in order, and the plain edits inside them."""

    stretches: list[Stretch]
    edits: list[PlainEdit]


def stretches(a: str, b: str, breaks: Sequence[int] = (), cancelled: Callable[[], bool] | None = None) -> Passed:
    """The stretches that can be passed over; none if the texts have too little in common.

    Each begins and ends where a token begins or the text ends, some words away from any other difference, and is cut
    at `breaks`, which are rising offsets into `a`.
    """
    if (len(b), b) < (len(a), a):
        gaps = [(i, i2, j, j2) for j, j2, i, i2 in _differences(b, a, cancelled)]
    else:
        gaps = _differences(a, b, cancelled)
    if min(len(a), len(b)) < _SHORTEST:
        return Passed([], [])
    if sum(i2 - i + j2 - j for i, i2, j, j2 in gaps) > _MOST_READ * (len(a) + len(b)):
        return Passed([], [])
    passed = _passed(gaps, a, b)
    return Passed([part for whole in passed.stretches for part in _cut(whole, passed.edits, breaks)], passed.edits)


def _differences(a: str, b: str, cancelled: Callable[[], bool] | None) -> list[Gap]:
    gaps: list[Gap] = []
    i = j = 0
    for p, q, size in watched([*_seeds(a, b), (len(a), len(b), 0)], cancelled):
        if i < p or j < q:
            _walk(a, b, (i, p, j, q), gaps)
        i, j = p + size, q + size
    return gaps


def _seeds(a: str, b: str) -> list[Block]:
    """The sentences that stand once in both texts, in the heaviest order, those that follow each other as one."""
    if _MARK in a or _MARK in b:
        return []
    mine, theirs = _sentences(a), _sentences(b)
    runs: list[Block] = []
    start = i = j = 0
    for text in filter(theirs.__contains__, mine):
        at, to = mine[text], theirs[text]
        if at < 0 or to < 0:
            continue
        if at != i or to != j:
            runs.append((start, j - i + start, i - start))
            start = at
        i, j = at + len(text), to + len(text)
    runs.append((start, j - i + start, i - start))
    return heaviest_chain([run for run in runs if run[2]])


def _sentences(text: str) -> dict[str, int]:
    """The sentences of a text and where they begin; -1 for those that it has twice."""
    places: dict[str, int] = {}
    at = 0
    for sentence in text.replace(". ", "." + _MARK).splitlines(keepends=True):
        size = len(sentence)
        if size >= _SENTENCE and places.setdefault(sentence, at) != at:
            places[sentence] = -1
        at += size
    return places


def _walk(a: str, b: str, gap: Gap, gaps: list[Gap]) -> None:
    """Add the differences inside a gap."""
    i, i2, j, j2 = gap
    same = _same(a, b, gap)
    i, j = i + same, j + same
    back = _same_at_end(a, b, (i, i2, j, j2))
    i2, j2 = i2 - back, j2 - back
    while i < i2 and j < j2 and max(i2 - i, j2 - j) >= _STEP and (met := _met(a, b, (i, i2, j, j2))):
        back = _same_at_end(a, b, (i, met[0], j, met[1]))
        gaps.append((i, met[0] - back, j, met[1] - back))
        i, j = met
        same = _same(a, b, (i, i2, j, j2))
        i, j = i + same, j + same
    if i < i2 or j < j2:
        gaps.append((i, i2, j, j2))


def _same(a: str, b: str, gap: Gap) -> int:
    """How many letters are the same at the beginning of a gap."""
    i, i2, j, j2 = gap
    total = 0
    while total < i2 - i:
        same = Prefix.similarity(
            a[i + total : min(i2, i + total + _AT_ONCE)], b[j + total : min(j2, j + total + _AT_ONCE)]
        )
        total += same
        if same < _AT_ONCE:
            break
    return total


def _same_at_end(a: str, b: str, gap: Gap) -> int:
    i, i2, j, j2 = gap
    total = 0
    while total < min(i2 - i, j2 - j):
        same = Postfix.similarity(
            a[max(i, i2 - total - _AT_ONCE) : i2 - total], b[max(j, j2 - total - _AT_ONCE) : j2 - total]
        )
        total += same
        if same < _AT_ONCE:
            break
    return total


def _met(a: str, b: str, gap: Gap) -> tuple[int, int] | None:
    """Where the two go on alike after a difference at the beginning of a gap."""
    i, i2, j, j2 = gap
    reach = _REACH if min(i2 - i, j2 - j) < _WIDE else _FAR
    for p in range(i + _STEP, min(i + reach, i2 - _PROBE), _STEP):
        probe, end = a[p : p + _PROBE], min(j2, j + p - i + reach + _PROBE)
        q = b.find(probe, j, end)
        if q >= 0 and b.find(probe, q + 1, end) < 0:
            return p, q
    return None


def _passed(gaps: Sequence[Gap], a: str, b: str) -> Passed:
    """The stretches between gaps, those put together that have only plain edits between them."""
    found = Passed([], [])
    before: Stretch | None = None
    near: list[Gap] = []  # since the stretch before
    for gap, stretch in zip([None, *gaps], _between(gaps, a, b), strict=True):
        near += [gap] if gap else []
        if not stretch:
            continue
        edits = plain_edits(a, b, near) if before else []
        if edits and before:
            found.edits.extend(edits)
            before = Stretch(before.i, stretch.i2, before.j, stretch.j2)
        else:
            found.stretches.extend([before] if before else [])
            before = stretch
        near = []
    found.stretches.extend([before] if before else [])
    return found


def _between(gaps: Sequence[Gap], a: str, b: str) -> Iterator[Stretch | None]:
    """What lies between gaps, from the beginning of a word some way after one to one some way before the next.

    None where that is too little.
    """
    i = j = 0
    for p, p2, q, q2 in [*gaps, (len(a), len(a), len(b), len(b))]:
        begin = i if i == j == 0 else word_after(a, i + _AFTER, p)
        end = p if p == len(a) and q == len(b) else word_before(a, i, p - _BEFORE)
        enough = end - begin >= _LEAST and begin >= 0
        yield Stretch(begin, end, j + begin - i, j + end - i) if enough else None
        i, j = p2, q2


def _cut(stretch: Stretch, edits: Sequence[PlainEdit], breaks: Sequence[int]) -> Iterator[Stretch]:
    i, i2, j, j2 = stretch
    for at in breaks[bisect_right(breaks, i) : bisect_right(breaks, i2 - 1)]:
        number = bisect_right(edits, (at,))  # of edits before it: the last says where it stands in the other text
        last = edits[number - 1] if number else None
        to = at + (last.j2 - last.i2 if last and last.i >= i else j - i)
        yield Stretch(i, at, j, to)
        i, j = at, to
    yield Stretch(i, i2, j, j2)
