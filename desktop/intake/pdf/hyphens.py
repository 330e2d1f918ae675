"""Hyphens at the ends of printed lines: whether the word has one of its own, or only the line had.

The file itself is asked first: a hyphen that was added when the line was set is often drawn as a piece of its own. Then
the words of the document, then case, digits, words of the language that rarely stand without a hyphen, and, where its
words were counted, how often the word and its parts are seen elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from itertools import islice
from typing import TYPE_CHECKING

from desktop.intake.pdf.page import HYPHENS, Hyphen
from desktop.lazy_pattern import lazy_pattern
from desktop.text.languages.registry import article_language, language, other_hyphen_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.intake.pdf.page import Line, Page
    from desktop.text.languages.hyphenation import HyphenWords


def word_count(word: str, language: str) -> int:
    """Give how often a word of small letters was counted, in 1.6 billion words for English; 0 for an unknown one."""
    return _counts(language).get(word, 0)


@cache
def _counts(language: str) -> Mapping[str, int]:
    from spellchecker import SpellChecker  # takes half a second, and only some files need it

    counts: Mapping[str, int] = SpellChecker(language=language).word_frequency.dictionary
    return counts


_BROKEN = "\0"  # between the parts of a word that the end of a line parts
_MARKS = "\"'“”‘’„‚«»‹›.,;:!?…()[]"
_LAST = lazy_pattern(r"[^\W_]+(?:['’-][^\W_]+)*$")
_FIRST = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")

_SHORTEST = 3  # letters of a part that stands for a word
_SAMPLE = 20_000  # characters by which the language is detected
# Counts: a word that is seen so often is known, one seen less often is rare; parts of a word that is written
# with a hyphen are each seen so many times more often than the word without.
_KNOWN, _RARE, _RATIO, _PART = 400, 20, 15, 150


class Hyphenation:
    """What the words of a document say about hyphens at the ends of its lines."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._lines = [line for page in pages for line in page.lines]

    def keeps(self, line: Line, after: str) -> bool:
        """Say whether the hyphen at the end of a line belongs to the word; the next line begins with `after`."""
        left, right = _LAST.search(line.text.rstrip(HYPHENS)), _FIRST.match(after)
        if not left or not right:
            return True
        head, tail = left.group(), right.group()
        if head[-1].isdigit() or tail[0].isdigit():
            return True
        if self._tells_added and line.hyphen is not Hyphen.NONE:
            return line.hyphen is Hyphen.TYPED
        if self._known.chain.match(after):
            return True
        return self._by_words(head, tail)

    def _by_words(self, head: str, tail: str) -> bool:
        last, first = re.split(r"[-\u2010\u2011]", head)[-1].casefold(), tail.casefold()
        words = self._words
        whole = max(words.get((head + tail).casefold(), 0), words.get(last + first, 0))
        parted = words.get(f"{head}-{tail}".casefold(), 0)
        if whole != parted:
            return parted > whole
        in_chain = len(last) == 1 or ("-" in head and self._known.chain.match(f"{last}-x"))
        if in_chain or (tail[0].isupper() and not (head + tail).isupper()):
            return True
        known = self._known
        if self._counted:
            decided = _decided_by_counts(known, self._counted, head, last, re.split("['’]", first)[0])
            if decided is not None:
                return decided
        if known.suffixes.match(first) or len(first) < _SHORTEST:
            return False
        if known.before.fullmatch(last) or known.ends.fullmatch(first) or known.adverbs.fullmatch(last):
            return True
        is_open = len(last) > 3 and not known.closed.fullmatch(last)
        return is_open and last in words and (first in words or len(first) > 4)

    @cached_property
    def _language(self) -> str:
        lines = islice(self._lines, _SAMPLE // 20)
        return article_language(" ".join(line.text for line in lines)[:_SAMPLE])

    @cached_property
    def _own(self) -> HyphenWords | None:
        known = language(self._language)
        return known.hyphenation if known is not None else None

    @cached_property
    def _known(self) -> HyphenWords:
        return self._own or other_hyphen_words()

    @cached_property
    def _counted(self) -> str:
        """The language in which words were counted, if it is that of this document and its table goes by counts."""
        return self._language if self._own is not None and self._own.by_counts else ""

    @cached_property
    def _tells_added(self) -> bool:
        """Say whether this file draws the hyphens that were added as pieces of their own, and only these."""
        probes = sum(page.probes for page in self._pages)
        parted = sum(page.parted_probes for page in self._pages)
        added = sum(line.hyphen is Hyphen.ADDED for line in self._lines)
        return added >= 2 and parted <= 0.15 * probes

    @cached_property
    def _words(self) -> dict[str, int]:
        """Count what stands between blanks, without marks around it and without what the end of a line parts."""
        found: dict[str, int] = {}
        text = "".join(line.text + (_BROKEN if line.text[-1] in HYPHENS else " ") for line in self._lines)
        for token, count in Counter(text.casefold().split()).items():
            if _BROKEN not in token:
                word = token.strip(_MARKS)
                found[word] = found.get(word, 0) + count
        return found


def _decided_by_counts(known: HyphenWords, language: str, head: str, last: str, first: str) -> bool | None:
    """Say whether a word has a hyphen, by how often it and its parts are seen; None where that is unsure."""
    whole, before, behind = (word_count(word, language) for word in (last + first, last, first))
    if whole >= _KNOWN or (whole and known.closed.fullmatch(last)):
        return False
    unsure = False if whole > _RARE else None
    is_ending = known.suffixes.match(first) is not None
    is_name = head[0].isupper() and len(first) < 5 and not known.ends_of_names.fullmatch(first)
    if (is_ending or is_name) and not known.before.fullmatch(last):
        return unsure
    if behind >= _PART and known.prefixes.fullmatch(last):
        return whole * _RATIO < behind and (whole <= _RARE or len(last) > 2)
    is_set_before = whole <= _RARE and behind >= _PART and known.before.fullmatch(last)
    is_pair = min(before, behind) > max(_RATIO * whole, _PART) and min(len(last), len(first)) > 1
    return True if is_set_before or is_pair else unsure


def ends_parted(line: Line) -> bool:
    """Say whether a line ends in the middle of a word or figure, at a hyphen."""
    return len(line.text) > 1 and line.text[-1] in HYPHENS and line.text[-2].isalnum()
