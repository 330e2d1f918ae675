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

_MARKS = "\"'“”‘’„‚«»‹›.,;:!?…()[]"
_LAST = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*$")
_FIRST = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

# Words that stand with a hyphen far more often than without: before it, and behind it.
_BEFORE = re.compile(
    r"self|ex|all|well|ill|half|quasi|vice|cross|non|pro|anti|ultra|mid|post|pre|semi|co|much|so|low|high|long|short|full"
    r"|part|first|second|third|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|then|great|hard|soft|old|new|left|right|far|centre|center|top|best|better|state|would|must"
    r"|demi|mi|sous|arrière|grand|petite?|lui|elle|eux|nord|sud|avant|après"
)
_BEHIND = re.compile(
    r"years?|old|based|style|like|led|free|related|born|known|made|owned|run|backed|wide|wing|century|time|term|level|class"
    r"|quality|scale|to|of|the|in|up|off|out|on|and|being|called|looking|minded|day|week|month|hour|minute|mile|foot|page"
    r"|man|men|woman|person|second|round|door|pound|dollar|cent|degree|speed|sized?|elect|general|laws?|friendly|ridden"
    r"|rich|poor|proof|rights|held|funded|sponsored|long|term|moi|toi|lui|elles?|ils?|je|tu|nous|vous|ce|ci|là|mêmes?|être"
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
        return self._by_words(head, tail)

    def _by_words(self, head: str, tail: str) -> bool:
        last = re.split(r"[-\u2010\u2011]", head)[-1]
        joined, parted = (head + tail).casefold(), f"{head}-{tail}".casefold()
        whole, apart = self._words.get(joined, 0), self._words.get(parted, 0)
        if whole != apart:
            return apart > whole
        if "-" in head or (tail[0].isupper() and not head.isupper()):
            return True
        if _BEFORE.fullmatch(last.casefold()) and tail.casefold() in self._words and len(tail) > 3:
            return True
        return bool(_BEHIND.fullmatch(tail.casefold())) and last.casefold() in self._words

    @cached_property
    def _tells_added(self) -> bool:
        """Say whether this file draws the hyphens that were added as pieces of their own, and only these."""
        ends, parted = sum(page.ends for page in self._pages), sum(page.parted_ends for page in self._pages)
        added = sum(line.hyphen is Hyphen.ADDED for line in self._lines)
        return added >= 2 and parted <= 0.15 * ends

    @cached_property
    def _words(self) -> dict[str, int]:
        """Count what stands between blanks, without marks around it and without what the end of a line parts."""
        found: dict[str, int] = {}
        for token, count in Counter(" ".join(line.text for line in self._lines).casefold().split()).items():
            if token[-1] not in HYPHENS:
                word = token.strip(_MARKS)
                found[word] = found.get(word, 0) + count
        return found


def ends_parted(line: Line) -> bool:
    """Say whether a line ends in the middle of a word or figure, at a hyphen."""
    return len(line.text) > 1 and line.text[-1] in HYPHENS and line.text[-2].isalnum()
