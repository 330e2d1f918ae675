"""Patterns of a user's own: regular expressions that always end, by a limit of time and of size.

They mean what they mean to Python's `re`, which refuses what is none, but that vowel signs are parts of words; they are
matched by `regex`, which can be stopped. A pattern that would be too much to prepare is refused before it is prepared.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter
from typing import TYPE_CHECKING

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 1000  # characters of a pattern
_MOST_PARTS = 50_000  # of a pattern whose counted repetitions are written out, as `regex` does
_SHOWN = 60  # characters of a pattern in a sentence
_COUNT = lazy_pattern(r"\{(?:(\d+)(,?)(\d*)|(,)(\d+))\}")
_SET = lazy_pattern(r"\[\^?\]?(?:[^\]\\]|\\.)*\]", re.DOTALL)
_NAMED_SIGN = lazy_pattern(r"\\N\{[^}]*\}")
_LOOSE = lazy_pattern(r"\(\?[a-z]*x|\(\?#")  # white space and comments may part a count from what it repeats


class PatternError(ValueError):
    """What was typed is no pattern; the message is a sentence."""


class TooSlow(Exception):  # noqa: N818 - it says what happened
    """A pattern was stopped; the message is a sentence."""


@dataclass(slots=True)
class Allowance:
    """How long a pattern may take: in all, and in one text."""

    seconds: float = 2.0
    at_once: float = 2.0


class UserPattern:
    """One pattern, ready to be looked for; raises PatternError for what is none."""

    def __init__(self, source: str, *, ignore_case: bool = False, around: tuple[str, str] = ("", "")) -> None:
        """Prepare a pattern, put between two of the program's own."""
        import regex  # loaded where somebody has a pattern: it takes long

        self.source = source
        prepared = _translated(source)
        flags = regex.VERSION0 | (regex.IGNORECASE if ignore_case else 0)
        try:
            self._finder = regex.compile(f"{around[0]}(?:{prepared}){around[1]}" if any(around) else prepared, flags)
        except (regex.error, RecursionError, OverflowError, MemoryError) as error:
            raise PatternError(_no_pattern(source, error)) from error

    def spans(self, text: str, allowance: Allowance) -> Iterator[Span]:
        """Yield where it stands, empty finds too; raises TooSlow where the time allowed is over.

        Other threads go on meanwhile.
        """
        limit = min(allowance.seconds, allowance.at_once)
        begun = perf_counter()
        try:
            for match in self._finder.finditer(text, timeout=max(limit, 0.0), concurrent=True):
                yield Span(*match.span())
        except (TimeoutError, MemoryError) as error:
            allowance.seconds = 0.0
            raise TooSlow(
                tr("The pattern “{pattern}” takes too long, so it was stopped.", pattern=_short(self.source))
            ) from error
        finally:
            allowance.seconds -= perf_counter() - begun


@lru_cache(64)
def user_pattern(source: str) -> UserPattern:
    """Return a pattern as it is; the last ones are remembered."""
    return UserPattern(source)


def _translated(source: str) -> str:
    """Return a pattern of `re` as `regex` has to be given it; raises PatternError for what is none, or too big."""
    if len(source) > _LONGEST:
        raise PatternError(
            tr("A pattern has at most {number} characters; this one has {has}.", number=_LONGEST, has=len(source))
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # of sets in sets, which have no meaning here
            re.compile(source)
    except (re.error, RecursionError, OverflowError, MemoryError) as error:
        raise PatternError(_no_pattern(source, error)) from error
    translated, parts = _parts(source)
    if parts > _MOST_PARTS:
        raise PatternError(tr("“{pattern}” repeats too much at once.", pattern=_short(source)))
    return translated


def _parts(source: str) -> tuple[str, int]:
    """Return a pattern without what means something to `regex` alone, and its parts with repetitions written out."""
    written: list[str] = []
    sizes, last, product = [0], 0, 1
    at = 0
    while at < len(source):
        sign = source[at]
        count = _COUNT.match(source, at)
        if sign == "\\":
            found = _NAMED_SIGN.match(source, at)
            piece = found.group() if found else source[at : at + 2]
        elif sign == "[" and (whole := _SET.match(source, at)):
            piece = whole.group()
        else:
            piece = count.group() if count else sign
        if count:
            times = max(int(number) for number in count.groups() if number and number.isdigit())
            sizes[-1] += last * (max(times, 1) - 1)
            last *= max(times, 1)
            product *= max(times, 1)
        elif sign == "(":
            sizes.append(1)
            last = 1
        elif sign == ")" and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        elif not sign.isspace():
            last = 1
            sizes[-1] += 1
        at += len(piece)
        if sign == "[" and len(piece) > 1:
            piece = "[" + re.sub(r"\\.|\[", lambda part: part[0] if len(part[0]) > 1 else r"\[", piece[1:], flags=re.S)
        written.append(r"\{" if piece == "{" else piece)
    return "".join(written), len(source) * product if _LOOSE.search(source) else sum(sizes)


def _no_pattern(source: str, error: BaseException) -> str:
    why = tr("it is nested too deeply") if isinstance(error, RecursionError) else str(error)
    return tr("“{pattern}” is not a regular expression: {error}", pattern=_short(source), error=why)


def _short(source: str) -> str:
    return source if len(source) <= _SHOWN else source[: _SHOWN - 1] + "…"
