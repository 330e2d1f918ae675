"""Hyphens at the ends of printed lines: whether the word has one of its own, or only the line had.

The file itself is asked first: a hyphen that was added when the line was set is often drawn as a piece of its own. Then
the words of the document, then case, digits and a few words that rarely stand without a hyphen.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.intake.pdf.page import HYPHENS, Hyphen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.pdf.page import Line, Page

_BROKEN = "\0"  # between the parts of a word that the end of a line parts
_MARKS = "\"'“”‘’„‚«»‹›.,;:!?…()[]"
_LAST = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*$")
_FIRST = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

_SHORTEST = 3  # letters of a part that stands for a word
# Words that are joined to another by a hyphen far more often than without: before the other, and behind it.
_BEFORE = re.compile(r"self|well|high|low|wide|half|cross|all|full|quasi|vice|non|mid|one|two|three|four|five|six")
_ENDS = re.compile(
    r"based|minded|related|backed|owned|funded|friendly|century|dollar|looking|sized?|sponsored|driven|oriented|facing"
    r"|winning|supported|shaped|haired|eyed|handed|elect|years?|called|centric|compatible|mounted|leaning|effective|coded"
)
# Words that join others without one, what stands within a chain of words, and what only ends a word.
_CLOSED = re.compile(
    r"under|over|out|with|some|any|every|news|back|fore|there|where|here|when|what|how|inter|super|business|data|stand"
)
_CHAIN = re.compile(r"(?:of|by|to|the|in|and|or|on|at|for|a|an|yet|de|la|le|du)-\w", re.IGNORECASE)
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
        if _SUFFIX.match(first) or len(first) < _SHORTEST:
            return False
        if _BEFORE.fullmatch(last) or _ENDS.fullmatch(first) or (last.endswith("ly") and len(last) > 4):
            return True
        if len(last) < 4 or _CLOSED.fullmatch(last):
            return False
        return last in words and (first in words or len(first) > 4)

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


def ends_parted(line: Line) -> bool:
    """Say whether a line ends in the middle of a word or figure, at a hyphen."""
    return len(line.text) > 1 and line.text[-1] in HYPHENS and line.text[-2].isalnum()
