"""Where are the paragraphs of a text, and which of them are its headline block?"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.domain import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_TERMINAL = re.compile(r"[.!?:;…。][\"'“”‘’»«)\]\s]*$")
_WRAPPED = range(45, 100)  # lengths of lines that a mail program or editor broke
_REPORTED = re.compile(r"^[\"“„«‘'][^\n]{3,}?[,!?][\"”“»’']+ ")

HEADLINE_LONGEST = 300
HEADLINE_CLOSED = 130  # a title that ends in a full stop is short


def paragraphs(text: str) -> list[Span]:
    """Give the paragraphs in order; every line is one, unless the text is hard-wrapped."""
    lines = [_stripped(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line]
    return _joined(text, lines) if _is_wrapped(text, lines) else lines


def _stripped(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    left = len(line) - len(line.lstrip())
    return Span(start + left, start + len(line.rstrip())) if left < len(line) else Span(start, start)


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Most lines that are followed at once by another line stop in the middle of a sentence."""
    followed = [a for a, b in pairwise(lines) if b.start - a.end <= 2]
    if len(followed) < 3:
        return False
    broken = [line for line in followed if len(line) in _WRAPPED and not _ends(text, line)]
    return len(broken) > 0.6 * len(followed)


def _ends(text: str, line: Span) -> bool:
    return _TERMINAL.search(text, max(line.start, line.end - 6), line.end) is not None


def _joined(text: str, lines: Sequence[Span]) -> list[Span]:
    out: list[Span] = []
    for line in lines:
        gap = text[out[-1].end : line.start] if out else ""
        if out and gap.count("\n") < 2 and "\r\r" not in gap:
            out[-1] = Span(out[-1].start, line.end)
        else:
            out.append(line)
    return out


def headline_count(text: str, found: Sequence[Span]) -> int:
    """Say how many of the first paragraphs are title and standfirst (0 where the text starts at once)."""
    if len(found) < 2 or not _may_be_title(text, found[0]):
        return 0
    count = 1
    for paragraph in found[1 : min(4, len(found) - 1)]:
        if _ends(text, paragraph) or not 12 <= len(paragraph) <= 200:
            break
        count += 1
    return count


def _may_be_title(text: str, paragraph: Span) -> bool:
    if _REPORTED.match(text, paragraph.start, paragraph.end) and _ends(text, paragraph):
        return False
    longest = HEADLINE_CLOSED if _ends(text, paragraph) else HEADLINE_LONGEST
    return len(paragraph) <= longest
