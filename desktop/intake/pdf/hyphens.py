"""Hyphens at the ends of printed lines: whether the word has one of its own, or only the line had.

The file itself is asked first: a hyphen that was added when the line was set is often drawn as a piece of its own. Then
the words of the document, then case, digits, a few words that rarely stand without a hyphen, and in an English text
how often the word and its parts are seen elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from desktop.intake.pdf.page import HYPHENS, Hyphen
from desktop.intake.pdf.vocabulary import english_count
from desktop.text.languages.registry import article_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.pdf.page import Line, Page

_BROKEN = "\0"  # between the parts of a word that the end of a line parts
_MARKS = "\"'“”‘’„‚«»‹›.,;:!?…()[]"
_LAST = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*$")
_FIRST = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_SHORTEST = 3  # letters of a part that stands for a word
_SAMPLE = 20_000  # characters by which the language is told
# Counts of English: a word that is seen so often is known, one seen less often is rare; parts of a word that is written
# with a hyphen are each seen so many times more often than the word without.
_KNOWN, _RARE, _RATIO, _PART = 400, 20, 15, 150
# Words that are joined to another by a hyphen far more often than without: before the other, and behind it.
_BEFORE = re.compile(
    r"self|well|high|low|wide|half|cross|all|full|quasi|vice|non|mid|one|two|three|four|five|six|seven|eight|nine"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_ENDS = re.compile(
    r"based|minded|related|backed|owned|funded|friendly|century|dollar|looking|sized?|sponsored|driven|oriented|facing"
    r"|winning|supported|shaped|haired|eyed|handed|elect|years?|called|centric|compatible|mounted|leaning|effective|coded"
)
# Words that join others without one, what stands within a chain of words, and what only ends a word.
_CLOSED = re.compile(
    r"under|over|out|with|some|any|every|news|back|fore|there|where|here|when|what|how|inter|super|business|data|stand"
)
_CHAIN = re.compile(r"(?:of|by|to|the|in|and|or|on|at|for|a|an|yet|de|la|le|du)-\w", re.IGNORECASE)
# What is put before any word, with a hyphen or without.
_PREFIX = re.compile(r"anti|multi|non|ex|pro|pre|post|co|re|de|trans|intra|inter|semi|bi|mega|ultra|pan|neo")
_ENDS_OF_NAMES = re.compile(r"born|bred|led|run|held|made|era|type|like|area|only|free")
_SUFFIX = re.compile(
    r"(?:(?:ing|ness|less|ed|er|est|ish|ly|land|way|ment|ship|hood|ful|ist|ism|ity|al|ous|ive|ic|ian|ion|ance|ence|or|e)s?$"
    r"|ation|ition|ing|able|ible|ness|less|ment|ist|ism|ical|ally|edly|ingly|ious)"
)


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
        if _CHAIN.match(after):
            return True
        return self._by_words(head, tail)

    def _by_words(self, head: str, tail: str) -> bool:
        last, first = re.split(r"[-\u2010\u2011]", head)[-1].casefold(), tail.casefold()
        words = self._words
        whole = max(words.get((head + tail).casefold(), 0), words.get(last + first, 0))
        parted = words.get(f"{head}-{tail}".casefold(), 0)
        if whole != parted:
            return parted > whole
        in_chain = len(last) == 1 or ("-" in head and _CHAIN.match(f"{last}-x"))
        if in_chain or (tail[0].isupper() and not (head + tail).isupper()):
            return True
        if self._is_english and (told := _told_by_counts(head, last, re.split("['’]", first)[0])) is not None:
            return told
        if _SUFFIX.match(first) or len(first) < _SHORTEST:
            return False
        if _BEFORE.fullmatch(last) or _ENDS.fullmatch(first) or (last.endswith("ly") and len(last) > 4):
            return True
        is_open = len(last) > 3 and not _CLOSED.fullmatch(last)
        return is_open and last in words and (first in words or len(first) > 4)

    @cached_property
    def _is_english(self) -> bool:
        lines = islice(self._lines, _SAMPLE // 20)
        return article_language(" ".join(line.text for line in lines)[:_SAMPLE]) == "en"

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


def _told_by_counts(head: str, last: str, first: str) -> bool | None:
    """Say whether a word of English has a hyphen, by how often it and its parts are seen; None where that is unsure."""
    whole, before, behind = english_count(last + first), english_count(last), english_count(first)
    if whole >= _KNOWN or (whole and _CLOSED.fullmatch(last)):
        return False
    unsure = False if whole > _RARE else None
    is_ending = _SUFFIX.match(first) is not None
    is_name = head[0].isupper() and len(first) < 5 and not _ENDS_OF_NAMES.fullmatch(first)
    if (is_ending or is_name) and not _BEFORE.fullmatch(last):
        return unsure
    if behind >= _PART and _PREFIX.fullmatch(last):
        return whole * _RATIO < behind and (whole <= _RARE or len(last) > 2)
    is_set_before = whole <= _RARE and behind >= _PART and _BEFORE.fullmatch(last)
    is_pair = min(before, behind) > max(_RATIO * whole, _PART) and min(len(last), len(first)) > 1
    return True if is_set_before or is_pair else unsure


def ends_parted(line: Line) -> bool:
    """Say whether a line ends in the middle of a word or figure, at a hyphen."""
    return len(line.text) > 1 and line.text[-1] in HYPHENS and line.text[-2].isalnum()
