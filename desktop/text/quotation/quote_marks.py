"""Quotation marks of a text, apostrophes left out, each with how odd it would be as opener or closer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

DOUBLE_OPEN, DOUBLE_CLOSE = "“〝", "”〞〟"
SINGLE_OPEN, SINGLE_CLOSE = "‘", "’"
_CORNERS = {"「": "」", "『": "』", "《": "》", "〈": "〉", "﹁": "﹂", "﹃": "﹄"}

MARK = re.compile(r"(?<=[\w.,!?…])'(?=''(?!'))|''|``|,,(?=\w)|[\"“”„‟«»〝〞〟＂「」『』《》〈〉﹁﹂﹃﹄'‘’‚‛‹›＇`´]")
_FAST = re.compile(r"[\"“”„‟«»〝〞〟＂「」『』《》〈〉﹁﹂﹃﹄'‘’‚‛‹›＇`´]|,,")
_DECADE = re.compile(r"\d0s|\d\ds?\b")


class Family(IntEnum):
    """Which marks belong together."""

    DOUBLE = 0  # curly, straight, low, and '' as typed for them
    SINGLE = 1
    GUILLEMET = 2
    ANGLE = 3  # single guillemets
    CORNER = 4


_FAMILY = (
    dict.fromkeys('"“”„‟〝〞〟＂', Family.DOUBLE)
    | dict.fromkeys(("''", "``", ",,"), Family.DOUBLE)
    | dict.fromkeys("'‘’‚‛＇`´", Family.SINGLE)
    | dict.fromkeys("«»", Family.GUILLEMET)
    | dict.fromkeys("‹›", Family.ANGLE)
    | dict.fromkeys([*_CORNERS, *_CORNERS.values()], Family.CORNER)
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One quotation mark; the costs say how odd it would be in each part (0 = natural)."""

    start: int
    end: int
    glyph: str
    family: Family
    opens: float
    closes: float
    ignored: float

    @property
    def straight(self) -> bool:
        return self.glyph in {'"', "'", "''", "＂", "＇"}


# How odd each glyph is as an opener and as a closer: (English and the like, German and the like).
_GLYPHS = {
    "“": ((0, 2.5), (0.8, 0)), "”": ((2.5, 0), (1.5, 0)), "„": ((0, 6), (0, 6)), "‟": ((0, 2), (0.5, 0.5)),
    "‘": ((0, 2.5), (0.8, 0)), "’": ((3, 0.1), (3, 0.2)), "‚": ((0, 6), (0, 6)), "‛": ((0, 2), (0, 2)),
    "«": ((0, 2.5), (0.6, 0.6)), "»": ((2.5, 0), (0.6, 0.6)), "‹": ((0, 2.5), (0.6, 0.6)), "›": ((2.5, 0), (0.6, 0.6)),
    "``": ((0, 6), (0, 6)), ",,": ((0.3, 9), (0.3, 9)), "`": ((0.2, 1), (0.2, 1)), "´": ((1.5, 0.3), (1.5, 0.3)),
    "〝": ((0, 6), (0, 6)), "〞": ((6, 0), (6, 0)), "〟": ((6, 0), (6, 0)),
}  # fmt: skip
_GLYPHS |= dict.fromkeys(_CORNERS, ((0, 9), (0, 9))) | dict.fromkeys(_CORNERS.values(), ((9, 0), (9, 0)))
_NEUTRAL = ((0, 0), (0, 0))

_BEFORE_OPENER = frozenset("([{<—–-/|=>*•_~¿¡\u200b\u200e\ufeff“‘„‚«‹\"'`")
_AFTER_CLOSER = frozenset(".,;:!?)]}…—–-/|<*_”’»›\"'“‘\u200b")
_PUNCTUATION = frozenset(".,!?…;:—–)]%")


def holds_mark(text: str) -> bool:
    """Say whether any sign of a text may be a quotation mark or an apostrophe."""
    return _FAST.search(text) is not None


def scan(text: str, start: int, end: int, elision: re.Pattern[str], *, low_high: bool = False) -> list[Mark]:
    """List the marks of a stretch of text without its apostrophes.

    `elision` matches what an apostrophe may stand before ("'tis"); `low_high` is the German habit.
    """
    if not _FAST.search(text, start, end):
        return []
    found = []
    for match in MARK.finditer(text, start, end):
        mark = _judge(text, match.span(), (start, end), elision, low_high=low_high)
        if mark:
            found.append(mark)
    return found


def _judge(
    text: str, place: tuple[int, int], rims: tuple[int, int], elision: re.Pattern[str], *, low_high: bool
) -> Mark | None:
    start, end = place
    before = text[start - 1] if start > rims[0] else " "
    after = text[end] if end < rims[1] else " "
    glyph = text[start:end]
    family = _FAMILY[glyph]
    if family is Family.SINGLE and _is_apostrophe(text, place, (before, after), elision):
        return None
    opens, closes = _GLYPHS.get(glyph, _NEUTRAL)[low_high]
    opens += _opening_cost(before, after, family)
    closes += _closing_cost(before, after, family)
    ignored = _ignoring_cost(glyph, family, before, after)
    if family is Family.DOUBLE and before in '"“”' and (after.isspace() or after in _AFTER_CLOSER):
        ignored = 0.8  # a closer set twice
    return Mark(start, end, glyph, family, opens, closes, ignored)


def _is_apostrophe(text: str, place: tuple[int, int], sides: tuple[str, str], elision: re.Pattern[str]) -> bool:
    (start, end), (before, after) = place, sides
    if before.isalnum() and after.isalnum():
        return True
    if text[start] in "'’" and not before.isalnum() and (_DECADE.match(text, end) or elision.match(text, end)):
        return True
    return text[start] in "'´`" and before.isdigit() and not after.isalnum()


def _opening_cost(before: str, after: str, family: Family) -> float:
    cost = 0.0
    if not (before.isspace() or before in _BEFORE_OPENER):
        cost += 2.2 if before.isalnum() else 1.5
    if after.isspace():
        cost += 0.2 if family is Family.GUILLEMET else 2.0
    elif after in ",;:)]}!?":
        cost += 2.0
    return cost


def _closing_cost(before: str, after: str, family: Family) -> float:
    cost = 0.0
    if before.isspace():
        cost += 0.2 if family is Family.GUILLEMET else 1.6
    elif before in "([{":
        cost += 2.0
    if after.isalnum() or after in "([{$€£":
        cost += 1.0 if before in _PUNCTUATION else 2.2
    elif not (after.isspace() or after in _AFTER_CLOSER):
        cost += 0.6
    return cost


def _ignoring_cost(glyph: str, family: Family, before: str, after: str) -> float:
    """Say how much is lost by leaving the mark without part: an apostrophe costs little, a real mark much."""
    if family is not Family.SINGLE:
        return 1.0 if glyph == '"' and before.isdigit() else 3.0
    if glyph in "`´":
        return 0.6
    if glyph in "'’":
        if before in "sSxzXZ" and (after.isspace() or after in ",.;"):
            return 0.3
        return 0.5 if before.isalnum() else 1.4
    return 1.8
