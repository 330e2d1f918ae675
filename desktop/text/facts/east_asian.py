"""East Asian numbers: figures with 万 億 兆 or 만 억 조, and numbers written in Chinese characters or Korean letters.

Chinese and Japanese print them without spaces, so each character is a token; a Korean token holds the whole number and
what is counted. What may be a word as well ("一方", "万一", "千葉") is no number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_DIGITS |= {sign: value for value, sign in enumerate("零壱弐参")} | {"两": 2, "兩": 2, "壹": 1, "贰": 2, "叁": 3}
_DIGITS |= {sign: value for value, sign in enumerate("영일이삼사오육칠팔구")} | {"륙": 6}
_SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1_000, "십": 10, "백": 100, "천": 1_000}
_LARGE = dict.fromkeys("万萬만", 10**4) | dict.fromkeys("億亿억", 10**8) | dict.fromkeys("兆조", 10**12)
_NUMERALS = _DIGITS.keys() | _SMALL.keys() | _LARGE.keys()
_HANGUL = frozenset("영일이삼사오육륙칠팔구십백천만억조")
HAN_NUMERALS = frozenset(_NUMERALS) - _HANGUL

# What is counted: a single character before it, or a 百 or 万 without a number before it, is a number.
_COUNTED = frozenset(
    "人名个個位只隻頭头匹件次回度倍台輛辆艘架枚発发歳岁年月日时時天周週元円圓块塊米吨噸戸户家所社歩步票点點"
)
_UNITS = {"元": "元", "円": "円", "圓": "円", "米": "m", "吨": "t", "噸": "t", "人": "人", "名": "人"}
_UNITS |= {"美-元": "$", "欧-元": "€", "日-元": "円", "英-镑": "£", "公-里": "km", "公-斤": "kg", "ド-ル": "$"}
_UNITS |= {"ユ-ー": "€", "ト-ン": "t", "メ-ー": "m", "キ-ロ": "キロ"}
UNIT_BEGINNINGS = frozenset(key[0] for key in _UNITS)
# The same in Korean, in the token of the number or the next: 이천 alone is a town as well, 구조 is rescue.
_KOREAN_COUNTED = lazy_pattern("명|원|개|달러|유로|엔|위안|건|곳|가구|톤|미터|킬로|마리|년|배|번째|여 ?명|표|척|퍼센트")
CALENDAR = {"年": "year", "月": "month", "日": "day", "号": "day", "년": "year", "월": "month", "일": "day"}
DATE_SIGNS = frozenset("年月日号")

_FIGURES = lazy_pattern(r"\d[\d,]*(?:\.\d+)?\Z")
_IN_TOKEN = lazy_pattern(r"\d[\d,]*(?:\.\d+)?|[^\W\d]")
_KOREAN = lazy_pattern(
    rf"(?:\d[\d,]*(?:\.\d+)?[십백천만억조]+)+(?:\d[\d,]*)?|\d[\d,]*(?:\.\d+)?|[{''.join(sorted(_HANGUL))}]{{2,}}"
)
_KOREAN_DATE = lazy_pattern(r"(\d+)([년월일])(?![가-힣]{4})")
_MOST = 16  # tokens of one number
_EAST_ASIAN = "\u2e80"  # from here on stand the scripts of East Asia
_HANGUL_BEGINS, _HANGUL_ENDS = "\uac00", "\ud7a3"


class EastAsianNumber(NamedTuple):
    """A number at the tokens [first, last)."""

    value: float
    first: int
    last: int


def is_east_asian(token: str) -> bool:
    return token[:1] >= _EAST_ASIAN


def is_korean_number(token: str) -> bool:
    """Say whether a token may begin with a number in Korean letters: "삼십만명이"."""
    return token[:1] in _HANGUL and _KOREAN.match(token) is not None


def number_in(index: int, around: Callable[[int], str]) -> EastAsianNumber | None:
    """The number that a token is a part of, if a numeral of East Asia is; None for all others, also plain figures."""
    token = around(index)
    if not (token[:1].isdigit() or token in HAN_NUMERALS or token[:1] in _HANGUL):
        return None
    if _HANGUL_BEGINS <= token[-1:] <= _HANGUL_ENDS:
        value = _korean_value(token, around(index + 1))
        return None if value is None else EastAsianNumber(value, index, index + 1)
    first, last = index, index + 1
    while index - first < _MOST and _goes_on(around(first - 1), around(first)):
        first -= 1
    while last - index < _MOST and _goes_on(around(last - 1), around(last)):
        last += 1
    parts = [around(at) for at in range(first, last)]
    if not any(part in HAN_NUMERALS for part in parts) or not _counts(parts, around(last)):
        return None
    value = _value(parts)
    return None if value is None else EastAsianNumber(value, first, last)


def _korean_value(token: str, after: str) -> float | None:
    match = _KOREAN.match(token)
    if match is None:
        return None
    is_number = token[0].isdecimal() and not _HANGUL.isdisjoint(match[0])
    if not is_number and not _KOREAN_COUNTED.match(token[match.end() :] or after):
        return None
    return _value(_IN_TOKEN.findall(match[0]))


def unit_at(index: int, around: Callable[[int], str]) -> str:
    """The unit of measure or the currency at a token; empty if there is none."""
    return _UNITS.get(f"{around(index)}-{around(index + 1)}") or _UNITS.get(around(index)) or ""


def unit_length(index: int, around: Callable[[int], str]) -> int:
    """How many tokens the unit at a token has."""
    return 2 if f"{around(index)}-{around(index + 1)}" in _UNITS else int(around(index) in _UNITS)


def date_part(index: int, around: Callable[[int], str]) -> tuple[str, str] | None:
    """What figures before 年, 月 or 日 say of a date, and in which class; a Korean token holds both."""
    token = around(index)
    if token.isdecimal():
        kind = CALENDAR.get(around(index + 1))
        return (kind, str(int(token))) if kind else None
    korean = _KOREAN_DATE.match(token)
    return (CALENDAR[korean[2]], str(int(korean[1]))) if korean else None


def _goes_on(before: str, token: str) -> bool:
    """Say whether two tokens that follow each other may be of one number."""
    if before in HAN_NUMERALS:
        return token in HAN_NUMERALS or _FIGURES.match(token) is not None
    return token in HAN_NUMERALS and _FIGURES.match(before) is not None


def _counts(parts: list[str], after: str) -> bool:
    """Say whether numerals are a number, and not a part of a word."""
    if any(part[0].isdecimal() for part in parts) or after in _COUNTED:
        return True
    return (
        len(parts) > 1 and parts[0] not in "百千万萬億亿兆" and any(part in _SMALL or part in _LARGE for part in parts)
    )


def _value(parts: list[str]) -> float | None:
    """The value of figures and numerals; None if they are no number."""
    total = section = 0.0
    digits: float | None = None
    for part in parts:
        if part[0].isdecimal():
            digits = float(part.replace(",", "")) if digits is None else None
            if digits is None:
                return None
        elif part in _DIGITS:
            digits = (digits or 0) * 10 + _DIGITS[part]
        elif part in _SMALL:
            section += (1 if digits is None else digits) * _SMALL[part]
            digits = None
        else:
            section += digits or 0
            total += (section or 1) * _LARGE[part]
            section, digits = 0, None
    return round(total + section + (digits or 0), 6)
