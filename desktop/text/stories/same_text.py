"""Same text: how much two texts share word for word, and whether one is a later version of the other.

Measured on shingles, runs of four words, without case and punctuation. Unknown outlets and addresses decide nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD = lazy_pattern(r"\w+(?:[’'.,-]\w+)*")
_SIZE = 4  # words of a shingle
_VERSION = 0.6  # of the words of both
_GROWN = 0.85  # of the words of the shorter, where the other one holds it all but a few
_LEAST = 12  # words; fewer are too few to tell a version by
_TRACKING = lazy_pattern(
    r"utm_.*|fbclid|gclid|msclkid|mc_[ce]id|igshid|ref|ref_src|cmp|smid|ito|at_.*|ns_.*", re.IGNORECASE
)
_DOOR = lazy_pattern(r"(?:www\d?|m|mobile|amp)\.")
_COPY_OF_PAGE = lazy_pattern(r"/(?:amp|index\.(?:html?|php))$|\.amp$")


@value_type
class Likeness:
    """The share of words (0 to 1) that stand in runs which both texts have."""

    of_both: float
    of_shorter: float


@value_type
class Wording:
    """A text as far as it is compared: its words, casefolded, hashed."""

    words: tuple[int, ...]
    runs: tuple[int, ...]  # of `_SIZE` words, hashed: one from each word on
    shingles: frozenset[int]  # the runs, each once


@dataclass(frozen=True)
class Edition:
    """What tells versions of one article from articles: words, address, outlet; empty strings are unknown."""

    wording: Wording
    address: str = ""  # as `canonical_address` gives it
    outlet: str = ""
    title: str = ""

    @cached_property
    def host(self) -> str:
        """The host of its address; empty where that is unknown."""
        return self.address.partition("/")[0].partition("?")[0]

    @cached_property
    def outlet_words(self) -> str:
        """The words of its outlet, by which two names of one outlet are the same."""
        return _plain(self.outlet).removeprefix("the ")


@value_type
class LaterVersion:
    """Why a text looks like another version of an article."""

    percent: int  # of the words, rounded down: 100 only where all are the same
    same_address: bool


def wording(text: str) -> Wording:
    """Read the words of a text."""
    words = tuple(map(hash, _WORD.findall(text.casefold())))
    runs = tuple(map(hash, zip(*(words[start:] for start in range(_SIZE)), strict=False)))
    return Wording(words, runs, frozenset(runs))


def likeness(one: Wording, other: Wording) -> Likeness:
    """Compare two texts; the order in which they are given does not matter."""
    if one.words == other.words:
        return Likeness(1.0, 1.0)
    return _likeness(one, other, one.shingles & other.shingles)


def _likeness(one: Wording, other: Wording, shared: frozenset[int]) -> Likeness:
    if not shared:
        return Likeness(0.0, 0.0)
    counts = [_count_shared(each.runs, shared) for each in (one, other)]
    sizes = [len(one.words), len(other.words)]
    shares = [count / size for count, size in zip(counts, sizes, strict=True)]
    return Likeness(sum(counts) / sum(sizes), max(shares))


def _count_shared(runs: Sequence[int], shared: frozenset[int]) -> int:
    """Count the words that stand in a run which both texts have."""
    starts = int.from_bytes(bytes(map(shared.__contains__, runs)), "little")  # a byte a word, 1 where a run begins
    shared_bits = 0
    for place in range(_SIZE):
        shared_bits |= starts << 8 * place
    return shared_bits.bit_count()


def _most_shared(text: Wording, shared: frozenset[int]) -> int:
    """Return how many words of a text stand in runs that both texts have, at most."""
    again = len(text.runs) - len(text.shingles)  # runs that stand in it before
    return min(len(text.words), _SIZE * (len(shared) + again))


def canonical_address(url: str) -> str:
    """Return an address without what varies from visit to visit; empty where it names no single page."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removesuffix(".")
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"} or not host:
        return ""
    path = _COPY_OF_PAGE.sub("", parts.path.rstrip("/"))
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0])))
    return f"{_host(host)}{path}{'?' if query else ''}{query}" if path or query else ""


def _host(host: str) -> str:
    return _DOOR.sub("", host.lower(), count=1)


def later_version(one: Edition, other: Edition) -> LaterVersion | None:
    """Say whether two texts look like versions of one article; the same words of another outlet do not."""
    if one.address and one.address == other.address:
        return LaterVersion(int(likeness(one.wording, other.wording).of_both * 100), same_address=True)
    if _elsewhere(one, other) or min(len(one.wording.words), len(other.wording.words)) < _LEAST:
        return None
    shared = one.wording.shingles & other.wording.shingles
    if not shared:
        return None
    sizes = len(one.wording.words), len(other.wording.words)
    may_have_grown = bool(one.title) and _plain(one.title) == _plain(other.title)
    most = [_most_shared(one.wording, shared), _most_shared(other.wording, shared)]
    for place, text in enumerate((one.wording, other.wording)):  # what is counted is less than it could be
        if not _is_version(most, sizes, may_have_grown=may_have_grown):
            return None
        most[place] = _count_shared(text.runs, shared)
    percent = int(sum(most) / sum(sizes) * 100)
    is_version = _is_version(most, sizes, may_have_grown=may_have_grown)
    return LaterVersion(percent, same_address=False) if is_version else None


def _is_version(shared: Sequence[int], sizes: Sequence[int], *, may_have_grown: bool) -> bool:
    """Say whether so many words that both have, of so many, make two texts versions of one article."""
    if sum(shared) / sum(sizes) >= _VERSION:
        return True
    return may_have_grown and max(shared[0] / sizes[0], shared[1] / sizes[1]) >= _GROWN


def _elsewhere(one: Edition, other: Edition) -> bool:
    """Say whether the two are known to be of different outlets."""
    return _differ(one.host, other.host) or _differ(one.outlet_words, other.outlet_words)


def _differ(one: str, other: str) -> bool:
    return bool(one and other) and one != other


@lru_cache(1_000)
def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
