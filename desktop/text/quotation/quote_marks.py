"""Quotation marks of a text, apostrophes left out, each with how odd it would be as opener or closer."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from desktop.text.languages.reporting import MarkPatterns

DOUBLE_OPEN, DOUBLE_CLOSE = "“〝", "”〞〟"
SINGLE_OPEN, SINGLE_CLOSE = "‘", "’"
_CORNERS = {"「": "」", "『": "』", "《": "》", "〈": "〉", "﹁": "﹂", "﹃": "﹄"}

_SIGNS = (*"\"'’“”„«»‘", *"‟‹›〝〞〟＂「」『』《》〈〉﹁﹂﹃﹄‚‛＇`´", ",,")
_DECADE = lazy_pattern(r"\d0s|\d\ds?\b")
_OF_HEBREW = lazy_pattern("[\u05d0-\u05ea]+")
_PREFIXES = frozenset(
    "\u05d4\u05d5\u05d1\u05db\u05dc\u05de\u05e9"
)  # letters that Hebrew sets before a word, and before its mark


class Family(IntEnum):
    """Which marks belong together."""

    DOUBLE = 0  # curly, straight, low, and '' as typed for them
    SINGLE = 1
    GUILLEMET = 2
    ANGLE = 3  # single guillemets
    CORNER = 4  # from here on the pairs of East Asia
    WHITE_CORNER = 5
    TITLE = 6
    ANGLE_TITLE = 7
    UPRIGHT_CORNER = 8
    WHITE_UPRIGHT_CORNER = 9


_SPACED = (Family.GUILLEMET, Family.ANGLE)  # in which a space stands inside, as the French have it
_FAMILY = (
    dict.fromkeys('"“”„‟〝〞〟＂', Family.DOUBLE)
    | dict.fromkeys(("''", "``", ",,"), Family.DOUBLE)
    | dict.fromkeys("'‘’‚‛＇`´", Family.SINGLE)
    | dict.fromkeys("«»", Family.GUILLEMET)
    | dict.fromkeys("‹›", Family.ANGLE)
    | {mark: Family(Family.CORNER + n) for n, pair in enumerate(_CORNERS.items()) for mark in pair}
)


class Mark(NamedTuple):
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

_UNSPACED = "\u0e00"  # from here on are the scripts without spaces
_LEADING = 1.2  # what it costs to take an apostrophe before a word that has lost its beginning for an opener
_IN_CLAUSE = 0.1  # what each sign costs that a single mark may be such an apostrophe
_BETWEEN_LETTERS = 2.2
_BEFORE_OPENER = frozenset("([{<—–-/|=>*•_~¿¡\u200b\u200e\ufeff“‘„‚«‹\"'`")
_AFTER_CLOSER = frozenset(".,;:!?)]}…—–-/|<*_”’»›\"'“‘\u200b。、，．！？；：）」』》〉·")
_PUNCTUATION = frozenset(".,!?…;:—–)]%。、，！？；：）")
_CLAUSE_ENDS = frozenset(".,!?…;:—–-([\"“”„«‘’'\n")
_REVERSED = 4.0  # what it costs to open with » or to close with « where a space is inside


Look = Literal["", "word", "suffix", "Hebrew"]  # what tells more of a mark than the characters beside it
Costs = tuple[Family, float, float, float, Look]
_mark = tuple.__new__  # as `Mark` does, without a call of its own
_MAY_DOUBLE = frozenset("'`,")
_BEFORE_INNER = frozenset("_.,!?…")  # and letters and digits: what ends the words within two marks


def holds_mark(text: str) -> bool:
    """Say whether any sign of a text may be a quotation mark or an apostrophe."""
    return any(sign in text for sign in _SIGNS)


def signs_in(text: str) -> Sequence[str]:
    """Give the signs of a text that may be quotation marks: it has few, and each is soon found where it stands."""
    return [sign for sign in _SIGNS if sign in text]


def scan(
    text: str, start: int, end: int, habits: MarkPatterns, *, low_high: bool = False, signs: Sequence[str] = _SIGNS
) -> list[Mark]:
    """List the marks of a stretch of text without its apostrophes.

    `habits` says what the language does with marks and apostrophes; `low_high` is the German habit; `signs` are those
    that the text holds.
    """
    places: list[int] = []
    for sign in signs:
        place = text.find(sign, start, end)
        while place >= 0:
            places.append(place)
            place = text.find(sign, place + 1, end)
    places.sort()
    found: list[Mark] = []
    stop = start
    for place in places:
        if place < stop:
            continue  # the second sign of ''
        stop = place + 1
        glyph, after = text[place], text[stop] if stop < end else " "
        if glyph == after and glyph in _MAY_DOUBLE:
            if _is_doubled(text, place, end):
                stop += 1
                glyph, after = glyph + glyph, text[stop] if stop < end else " "
            elif glyph == ",":
                continue
        costs = _costs(glyph, text[place - 1] if place > start else " ", after, habits, low_high)
        if costs is None:
            continue
        family, opens, closes, ignored, look = costs
        mark = _mark(Mark, (place, stop, glyph, family, opens, closes, ignored))
        judged = _judged(text, mark, look, habits, found) if look else mark
        if judged is not None:
            found.append(judged)
    return found


def _is_doubled(text: str, at: int, end: int) -> bool:
    """Say whether a sign makes one mark with the same sign behind it.

    So do ,, before a word, and '' but for the first two of three behind a word, which close inner words and outer ones.
    """
    ahead = text[at + 2 : min(end, at + 4)]
    if text[at] == ",":
        return ahead[:1].isalnum() or ahead[:1] == "_"
    inner = text[at] == "'" and ahead[:1] == "'" and ahead[1:] != "'"
    before = text[at - 1] if inner and at else " "
    return not (inner and (before.isalnum() or before in _BEFORE_INNER))


def _judged(text: str, mark: Mark, look: Look, habits: MarkPatterns, earlier: list[Mark]) -> Mark | None:
    """Judge a mark by more of the text than the characters beside it."""
    if look == "suffix":
        return _before_suffix(mark, earlier)
    if look == "Hebrew":
        return _in_hebrew(text, mark)
    if _lost_beginning(text, mark.end, habits.elision):
        return mark._replace(opens=mark.opens + _LEADING, ignored=0.3)
    in_clause = _IN_CLAUSE * (text[mark.end].islower() + _is_inside_clause(text, mark.start))
    return mark._replace(opens=mark.opens + in_clause)


def _is_unspaced(letter: str) -> bool:
    """Say whether a letter is of a script that sets no space, or particles, beside a mark."""
    return letter > _UNSPACED and ("\u3040" <= letter <= "\ud7a3" or letter <= "\u0eff")


def _lost_beginning(text: str, at: int, elision: re.Pattern[str]) -> bool:
    """Say whether the word at a place is one that has lost its beginning: ’90s, ’tis."""
    return (text[at].isdigit() and _DECADE.match(text, at) is not None) or elision.match(text, at) is not None


def _is_inside_clause(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] == " " and text[start - 2] not in _CLAUSE_ENDS


def _before_suffix(mark: Mark, earlier: list[Mark]) -> Mark | None:
    """Take an apostrophe before an ending for a closer, where one is wanted: the Turkish 'yes'tir."""
    opener = earlier[-1] if earlier else None
    if opener is None or opener.family is not Family.SINGLE or opener.opens > 1.0:
        return None
    return mark._replace(opens=9.0, closes=1.0, ignored=0.0)


def _in_hebrew(text: str, mark: Mark) -> Mark | None:
    """Judge a double mark between two letters of Hebrew: as a rule it makes an abbreviation of the word."""
    behind = _OF_HEBREW.match(text, mark.end)
    first = mark.start
    while first and _OF_HEBREW.match(text[first - 1]):
        first -= 1
    if behind is None or behind.end() == mark.end + 1:
        return None
    prefixed = mark.start - first <= 2 and _PREFIXES.issuperset(text[first : mark.start])
    opens = 0.2 if prefixed else _BETWEEN_LETTERS
    return mark._replace(opens=opens, closes=_BETWEEN_LETTERS, ignored=0.6 if prefixed else 0.2)


@lru_cache(maxsize=4096)  # few signs stand between characters that none did before
def _costs(glyph: str, before: str, after: str, habits: MarkPatterns, low_high: bool) -> Costs | None:  # noqa: FBT001
    """Say what the characters beside a sign make it cost to open with it, to close with it, and to ignore it.

    None where it is no mark; what else of the text is to be looked at comes last.
    """
    family = _FAMILY[glyph]
    between = before.isalnum() and after.isalnum() and not (_is_unspaced(before) or _is_unspaced(after))
    if between and family is Family.SINGLE:
        return (family, 0.0, 0.0, 0.0, "suffix") if habits.suffixes else None
    if family is Family.SINGLE and glyph in "'´`" and before.isdigit() and not after.isalnum():
        return None  # feet and minutes
    if between and family is Family.DOUBLE and _OF_HEBREW.match(before):
        return (family, 0.0, 0.0, 0.0, "Hebrew")
    opens, closes = _GLYPHS.get(glyph, _NEUTRAL)[low_high]
    if glyph == "’":
        opens = habits.right_opens
    opens += _opening_cost(glyph, before, after, family)
    closes += _closing_cost(glyph, before, after, family)
    ignored = _ignoring_cost(glyph, family, before, after)
    if family is Family.SINGLE and not before.isalnum() and after.isalnum():
        return family, opens, closes, ignored, "word"
    if family is Family.DOUBLE and before in '"“”' and (after.isspace() or after in _AFTER_CLOSER):
        ignored = 0.8  # a closer set twice
    return family, opens, closes, ignored, ""


def _opening_cost(glyph: str, before: str, after: str, family: Family) -> float:
    cost = 0.0
    if not (before.isspace() or before in _BEFORE_OPENER):
        if _is_unspaced(before):
            cost += 0.3
        else:
            cost += _BETWEEN_LETTERS if before.isalnum() else 1.5
    if after.isspace():
        cost += (0.2 if glyph == "«" else _REVERSED) if family in _SPACED else 2.0
    elif after in ",;:)]}!?":
        cost += 2.0
    return cost


def _closing_cost(glyph: str, before: str, after: str, family: Family) -> float:
    cost = 0.0
    if before.isspace():
        cost += (0.2 if glyph == "»" else _REVERSED) if family in _SPACED else 1.6
    elif before in "([{":
        cost += 2.0
    if after.isalnum() and _is_unspaced(after):
        return cost
    if after.isalnum() or after in "([{$€£":
        cost += 1.0 if before in _PUNCTUATION else _BETWEEN_LETTERS
    elif not (after.isspace() or after in _AFTER_CLOSER):
        cost += 0.6
    return cost


def _ignoring_cost(glyph: str, family: Family, before: str, after: str) -> float:
    """Say how much is lost by leaving the mark without part: an apostrophe costs little, a real mark much."""
    if family is not Family.SINGLE:
        if before.isspace() and after.isspace() and family in _SPACED:
            return 0.5  # a bullet, or between the steps of a path
        return 1.0 if glyph == '"' and before.isdigit() else 3.0
    if glyph in "`´":
        return 0.6
    if glyph in "'’" or (glyph == "‘" and before.isalnum() and not _is_unspaced(before)):
        if before in "sSxzXZ" and (after.isspace() or after in ",.;"):
            return 0.3
        return 0.5 if before.isalnum() else 1.4
    return 1.8
