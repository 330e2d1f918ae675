"""Numbers: the value and the unit of numbers in figures or in words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from desktop.lazy_pattern import lazy_pattern
from desktop.text.facts.east_asian import is_east_asian, number_in, unit_at, unit_length

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.text.languages.lexicon import Lexicon

_FIGURES = lazy_pattern(r"(?:[^\W\d_]{0,3}([$€£¥₹₽₴₩₺₪]))?(\d[\d.,'\u00a0\u202f]*)(.*)\Z", re.DOTALL)
_GROUPED = {
    ".": lazy_pattern(r"\d{1,3}(?:[,'\u00a0\u202f]\d{3})+(?:\.\d+)?\Z"),
    ",": lazy_pattern(r"\d{1,3}(?:[.'\u00a0\u202f]\d{3})+(?:,\d+)?\Z"),
}
_FRACTIONS = {chr(code): unicodedata.numeric(chr(code)) for code in (*range(0xBC, 0xBF), *range(0x2150, 0x215F))}
_MIXED = lazy_pattern(rf"(\d{{0,6}})([{''.join(_FRACTIONS)}])\Z")  # ½, 5½
_COMMON_FRACTION = lazy_pattern(r"(\d)/(\d\d?)\Z")
MINUS = "−"  # stands for the sign before a figure, which is no hyphen and no dash
_SIGNS = {"%": "%", "‰": "‰", "€": "€", "£": "£", "¥": "¥", "$": "$"}
_PLAIN_ENDINGS = frozenset(("", ".", "x"))
_COMPOSED = lazy_pattern(r"\d+(?:[:/\-]\d+)+\Z")  # 11:58, 2-1, 2/3
_LONG = 2  # letters: what is shorter stands for too many things to be a magnitude of its own
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_GROUP = 3  # figures
_MOST = 6  # tokens of one number

Value = float | str


class Number(NamedTuple):
    """A number at the tokens [first, last); its measure is empty where none is given."""

    value: Value
    measure: str
    first: int
    last: int


def value_of(word: str, lexicon: Lexicon) -> tuple[Value | None, str]:
    """The value of one folded token in lower case, and its measure; None if it is no number."""
    known = lexicon.numbers.get(word)
    if known is not None:
        return known, ""
    if word in lexicon.crowds:
        return f"crowds of {lexicon.crowds[word]:g}", ""  # not the same as one of them
    if word in lexicon.ordinals:
        return f"number {lexicon.ordinals[word]:g}", ""
    if word[:1].isdigit() or "-" not in word:
        return _figures(word, lexicon)
    stated = [lexicon.numbers[part] for part in word.split("-") if part in lexicon.numbers]
    return (stated[0] if len(stated) == 1 else None), ""  # "three-dimensional"


def _figures(word: str, lexicon: Lexicon) -> tuple[Value | None, str]:
    match = _FIGURES.match(word)
    part = _part_of_one(word) if "/" in word or not word.isascii() else None
    if part is not None or not match or _COMPOSED.match(word):
        return (word if match and part is None else part), ""
    value, ending = _decimal(match[2].rstrip(".,'"), lexicon.decimal), match[3].strip()
    sign = match[1] or next((sign for sign in _SIGNS if ending.endswith(sign)), "")
    ending = ending.removesuffix(sign).strip()
    measure = lexicon.units.get(sign, sign)
    bare = ending.lstrip("-")
    if bare in lexicon.short_magnitudes and value is not None:
        return value * lexicon.short_magnitudes[bare], measure
    if bare in lexicon.ordinal_endings and value is not None:
        return f"number {value:g}", measure
    if ending in _PLAIN_ENDINGS or ending in lexicon.plain_endings or ending.startswith("-"):
        return value, measure or lexicon.units.get(bare, "")
    return (value, lexicon.units[bare]) if bare in lexicon.units else (None, "")


def _part_of_one(word: str) -> float | None:
    """The value of a fraction: ½, 5½, 2/3; None for what may be a date or a score."""
    mixed, common = _MIXED.match(word), _COMMON_FRACTION.match(word)
    if mixed:
        return round(int(mixed[1] or 0) + _FRACTIONS[mixed[2]], 6)
    if common and 0 < int(common[1]) < int(common[2]) <= _TEN:
        return round(int(common[1]) / int(common[2]), 6)
    return None


def _decimal(digits: str, point: str) -> float | None:
    if _GROUPED[point].match(digits):
        digits = re.sub(r"[.,'\u00a0\u202f](?=\d{3}(?!\d))", "", digits)
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None


def number_at(index: int, around: Callable[[int], str], lexicon: Lexicon) -> Number | None:
    """The number that a token is a part of, with the magnitude and the measure that follow it."""
    east_asian = number_in(index, around)
    if east_asian:
        last = east_asian.last
        return Number(east_asian.value, measure_at(last, around, lexicon), east_asian.first, last)
    word = around(index)
    if word == MINUS or word in lexicon.signs:
        number = number_at(index + 1, around, lexicon)
        return number if number and number.first == index else None
    start = _start(index, around, lexicon)
    value, measure = value_of(around(start), lexicon)
    magnitude = _magnitude(around(start), lexicon)
    if magnitude and value is None:
        value = magnitude
    elif value is None:
        return None
    last = start + 1
    if isinstance(value, float | int):
        value, last = _whole_number(value, start, around, lexicon, magnitude)
    if last <= index:
        return None
    exact = value if isinstance(value, str) else round(float(value), 6)
    behind = last + (last > start + 1 and around(last) == ".")  # 5 Mio. Euro
    measure = measure or measure_at(behind, around, lexicon)
    sign = _sign(start - 1, around, lexicon)
    if sign and isinstance(exact, float):
        return Number(exact * sign, measure, start - 1, last)
    return Number(exact, measure, start, last)


def _sign(index: int, around: Callable[[int], str], lexicon: Lexicon) -> float:
    """What the sign at a token makes of the number behind it: 1 or -1; 0 where there is none."""
    word = around(index)
    if word == MINUS:
        return -1.0
    sign = lexicon.signs.get(word, 0.0)
    return 0.0 if sign and around(index - 1)[:1].isdigit() else sign  # 5 minus 3 is a sum


def measure_at(index: int, around: Callable[[int], str], lexicon: Lexicon) -> str:
    """The unit of measure at a token, in one word or two; empty if there is none."""
    return _measure(index, around, lexicon)[0]


def measure_end(index: int, around: Callable[[int], str], lexicon: Lexicon) -> int:
    """Where the unit of measure at a token ends; the token itself if there is none."""
    return index + _measure(index, around, lexicon)[1]


def _measure(index: int, around: Callable[[int], str], lexicon: Lexicon) -> tuple[str, int]:
    """The unit of measure at a token, and how many tokens it has: "mile", "percentage points", "square miles"."""
    word = around(index)
    if is_east_asian(word):
        return unit_at(index, around), unit_length(index, around)
    units, parts = lexicon.units, lexicon.unit_parts
    after = around(index + 1)
    joined = units.get(f"{word}-{after}")
    if joined:
        return joined, 2
    if word in units or word in parts:
        last = around(index + 2)
        if after == "/" and f"{word}/{last}" in units:
            return units[f"{word}/{last}"], 3
        if word in parts and after == "." and last in units:  # sq. km
            return f"{parts[word]} {units[last]}", 3
        one, other = (word, after) if word in parts else (after, word)
        if one in parts and other in units:
            return f"{parts[one]} {units[other]}", 2
    return (units[word], 1) if word in units else ("", 0)


def _magnitude(word: str, lexicon: Lexicon) -> float:
    return lexicon.magnitudes.get(word, 0.0) if len(word) >= _LONG else 0.0


def _start(index: int, around: Callable[[int], str], lexicon: Lexicon) -> int:
    """Where the number begins that a token may go on with: "two hundred and fifty"."""
    start = index
    while index - start < _MOST:
        before = around(start - 1)
        if before in lexicon.joints and _joins(around(start - 2), around(start), lexicon):
            start -= 2
        elif _continues(around(start - 1), around(start), lexicon):
            start -= 1
        else:
            break
    return _start_with_part(start, around, lexicon)


def _start_with_part(start: int, around: Callable[[int], str], lexicon: Lexicon) -> int:
    """Where a number begins of which a token is the whole or the part: "half a million", "two and a half"."""
    part = next((at for at in range(start - 2, start - 4, -1) if _whole_of(at, around, lexicon) == start), start)
    for joint in (part - 1, part - 2):
        if around(joint) in lexicon.joints and _part_behind(joint, around, lexicon) == part:
            return _start(joint - 1, around, lexicon)
    return part


def _is_part(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word states less than one: half."""
    return 0 < lexicon.numbers.get(word, 0.0) < 1


def _whole_of(part: int, around: Callable[[int], str], lexicon: Lexicon) -> int:
    """Where the magnitude stands of which a token is a part: "half a million", "quarter of a million"; or the token."""
    if not _is_part(around(part), lexicon) or around(part + 1) not in lexicon.part_joints:
        return part
    whole = part + 2 + (around(part + 2) in lexicon.part_joints)
    return whole if _magnitude(around(whole), lexicon) else part


def _part_behind(joint: int, around: Callable[[int], str], lexicon: Lexicon) -> int:
    """Where the part stands that a joint adds to the number before it: "two and a half"; the joint if there is none."""
    part = joint + 1 + (around(joint + 1) in lexicon.part_joints)
    added = _is_part(around(part), lexicon) and around(part + 1) not in lexicon.part_joints
    sure = part == joint + 2 or lexicon.decimal == "," or _magnitude(around(part + 1), lexicon)
    before = around(joint - 1)
    counts = _magnitude(before, lexicon) or isinstance(value_of(before, lexicon)[0], float | int)
    return part if added and sure and counts and not _is_part(before, lexicon) else joint


def _joins(before: str, word: str, lexicon: Lexicon) -> bool:
    """Say whether two words make one number with a joint between them: "hundred and fifty", "treinta y cinco"."""
    added = lexicon.numbers.get(word, 0.0)
    if 0 < _magnitude(before, lexicon) <= _THOUSAND:
        return 1 <= added < _HUNDRED
    return lexicon.decimal == "," and _is_tens(before, lexicon) and 1 <= added < _TEN


def _is_tens(word: str, lexicon: Lexicon) -> bool:
    value = lexicon.numbers.get(word, 0.0)
    return _TEN < value < _HUNDRED and value % _TEN == 0


def _continues(before: str, word: str, lexicon: Lexicon) -> bool:
    """Say whether a word goes on with the number before it."""
    if _is_group(before, word, lexicon):
        return True
    value = value_of(before, lexicon)[0]
    if _magnitude(word, lexicon):
        return isinstance(value, float | int) or bool(_magnitude(before, lexicon))
    added = lexicon.numbers.get(word)
    if added is None or added < 1:
        return False
    if _magnitude(before, lexicon):
        return added < _magnitude(before, lexicon)
    return _is_tens(before, lexicon) and added < _TEN


def _is_group(before: str, word: str, lexicon: Lexicon) -> bool:
    """Say whether three figures go on with those before a space: "18 000", where a comma is decimal."""
    grouped = lexicon.decimal == "," and len(word) == _GROUP and before.isdecimal() and word.isdecimal()
    return grouped and len(before) <= _GROUP and before[0] != "0"


def _whole_number(
    value: float, start: int, around: Callable[[int], str], lexicon: Lexicon, magnitude: float
) -> tuple[float, int]:
    """The value of a number with the part that it has or is, and where it ends: "half a million", "two and a half"."""
    whole = _whole_of(start, around, lexicon)
    if whole > start:
        return value * _magnitude(around(whole), lexicon), whole + 1
    value, last = _run(value, start, around, lexicon, magnitude)
    part = _part_behind(last, around, lexicon) if around(last) in lexicon.joints else last
    if part == last:
        return value, last
    added, scale = lexicon.numbers[around(part)], _magnitude(around(last - 1), lexicon)
    if scale:
        return value + added * scale, part + 1
    scale = _magnitude(around(part + 1), lexicon)
    return (value + added) * (scale or 1), part + 1 + bool(scale)


def _run(
    value: float, start: int, around: Callable[[int], str], lexicon: Lexicon, magnitude: float
) -> tuple[float, int]:
    """The value of a number that goes on over several tokens, and where it ends."""
    total, current, last = 0.0, value, start + 1
    if magnitude >= _THOUSAND:
        total, current = value, 0.0
    while last - start < _MOST:
        joined = around(last) in lexicon.joints and _joins(around(last - 1), around(last + 1), lexicon)
        step = 2 if joined else 1
        word = around(last + step - 1)
        if not joined and not _continues(around(last - 1), word, lexicon):
            break
        scale = _magnitude(word, lexicon)
        if _is_group(around(last - 1), word, lexicon):
            current = current * _THOUSAND + int(word)
        elif not scale:
            current += lexicon.numbers[word]
        elif scale == _HUNDRED:
            current = (current or 1) * scale
        else:
            total, current = total + (current or (0.0 if total else 1.0)) * scale, 0.0
        last += step
    return total + current, last
