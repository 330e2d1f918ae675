"""Numbers: the value and the unit of numbers in figures or in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from desktop.text.facts.east_asian import is_east_asian, number_in, unit_at, unit_length

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.text.languages.lexicon import Lexicon

_FIGURES = re.compile(r"(?:[^\W\d_]{0,3}([$€£¥₹₽₴₩₺₪]))?(\d[\d.,'\u00a0\u202f]*)(.*)\Z", re.DOTALL)
_GROUPED = {
    ".": re.compile(r"\d{1,3}(?:[,'\u00a0\u202f]\d{3})+(?:\.\d+)?\Z"),
    ",": re.compile(r"\d{1,3}(?:[.'\u00a0\u202f]\d{3})+(?:,\d+)?\Z"),
}
_SIGNS = {"%": "%", "‰": "‰", "€": "€", "£": "£", "¥": "¥", "$": "$"}
_PLAIN_ENDINGS = frozenset(("", ".", "x"))
_COMPOSED = re.compile(r"\d+(?:[:/\-]\d+)+\Z")  # 11:58, 2-1, 2/3
_LONG = 2  # letters: what is shorter stands for too many things to be a magnitude of its own
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_MOST = 6  # tokens of one number

Value = float | str


class Number(NamedTuple):
    """A number at the tokens [first, last); its measure is empty where none is told."""

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
    if not match:
        return None, ""
    if _COMPOSED.match(word):
        return word, ""
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
    start = _start(index, around, lexicon)
    value, measure = value_of(around(start), lexicon)
    magnitude = _magnitude(around(start), lexicon)
    if magnitude and value is None:
        value = magnitude
    elif value is None:
        return None
    last = start + 1
    if isinstance(value, float | int):
        value, last = _run(value, start, around, lexicon, magnitude)
    if last <= index:
        return None
    exact = value if isinstance(value, str) else round(float(value), 6)
    return Number(exact, measure or measure_at(last, around, lexicon), start, last)


def measure_at(index: int, around: Callable[[int], str], lexicon: Lexicon) -> str:
    """The unit of measure at a token, in one word or two; empty if there is none."""
    word = around(index)
    if is_east_asian(word):
        return unit_at(index, around)
    return lexicon.units.get(word) or lexicon.units.get(f"{word}-{around(index + 1)}") or ""


def measure_end(index: int, around: Callable[[int], str], lexicon: Lexicon) -> int:
    """Where the unit of measure at a token ends; the token itself if there is none."""
    word = around(index)
    if is_east_asian(word):
        return index + unit_length(index, around)
    if word in lexicon.units:
        return index + 1
    return index + (2 if measure_at(index, around, lexicon) else 0)


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
    return start


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
    value = value_of(before, lexicon)[0]
    if _magnitude(word, lexicon):
        return isinstance(value, float | int) or bool(_magnitude(before, lexicon))
    added = lexicon.numbers.get(word)
    if added is None or added < 1:
        return False
    if _magnitude(before, lexicon):
        return added < _magnitude(before, lexicon)
    return _is_tens(before, lexicon) and added < _TEN


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
        if not scale:
            current += lexicon.numbers[word]
        elif scale == _HUNDRED:
            current = (current or 1) * scale
        else:
            total, current = total + (current or (0.0 if total else 1.0)) * scale, 0.0
        last += step
    return total + current, last
