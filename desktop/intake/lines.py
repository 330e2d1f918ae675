"""Lines of a text, and what kind of line each is; figures that are raised in a line."""

from __future__ import annotations

from desktop.domain import Span, value_type
from desktop.lazy_pattern import lazy_pattern

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
RAISED_WITH_SIGNS = RAISED | str.maketrans("+-−", "⁺⁻⁻")


MOST = 20_000  # lines looked at; a longer text is not one article
_NOT_BLANK = lazy_pattern(r"(?m)^(?=[^\S\n]*+\S)[^\n]+")
_WORD = lazy_pattern(r"\w[\w'’.-]*")
_FINAL = tuple(".!?…。")
_CLOSERS = "\"'”’»)]“ "
_QUOTES = frozenset('"“”„«»‹›')


@value_type
class Line:
    """A line that is not blank, without the blanks around it; the span is in code points of the full text."""

    span: Span
    text: str
    apart: bool  # a blank line stands before it, or nothing
    words: int  # up to 100

    @property
    def is_finished(self) -> bool:
        """Say whether it ends like a sentence."""
        return self.text[-20:].rstrip(_CLOSERS).endswith(_FINAL)

    @property
    def is_body(self) -> bool:
        """Say whether it is long and finished enough to be running text."""
        return self.words >= 40 or (self.words >= 12 and self.is_finished)

    @property
    def has_quotation(self) -> bool:
        return not _QUOTES.isdisjoint(self.text)


def split_lines(text: str) -> list[Line]:
    """Give the lines that are not blank, in order."""
    lines: list[Line] = []
    end = -2
    for found in _NOT_BLANK.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        first, last = found.span()
        start = first if stripped == raw else first + len(raw) - len(raw.lstrip())
        words = min(100, len(_WORD.findall(stripped)))
        lines.append(Line(Span(start, start + len(stripped)), stripped, first > end + 1, words))
        end = last
        if len(lines) == MOST:
            break
    return lines
