"""Dates: the parts (day, weekday, month, year, time, last week) of the dates that tokens state.

The day on which an article was published is read by intake/dates.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.text.facts.east_asian import DATE_SIGNS, date_part, is_east_asian

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from desktop.text.languages.lexicon import Lexicon

_YEAR = lazy_pattern(r"(?:1[5-9]|20)\d\d(?:'?s)?\Z")
_FULL_DATE = lazy_pattern(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\Z")
_RELEASE = lazy_pattern(r"\d[-/.]\d{1,2}[-/.]\d\Z")  # 3.1.2
_DAY = lazy_pattern(r"(\d{1,2})([^\W\d_]*)\.?\Z")
_CLOCK = lazy_pattern(r"(\d{1,2})(?:([:.h])(\d\d))?([^\W\d_]{2})?\Z")
_HALF_A_DAY = 12  # hours
_MARKS = frozenset((",", "."))  # between the parts of a date
_LAST_DAY = 31
_REACH = 5  # tokens of one date to each side
_HOUR_WITHIN = 4  # tokens before a part of the day: "7 in the morning"

# A date is a set of parts, each of a class; two dates differ where they differ in one class.
Date = frozenset[tuple[str, str]]


def contradict(first: Date, second: Date) -> bool:
    """Say whether two dates cannot be the same: "6 September" and "7 September", not "Tuesday" and "yesterday".

    A date may have two parts of one class, "Monday, Tuesday": they differ where each has one that the other has not.
    """
    return not {kind for kind, _ in first - second}.isdisjoint(kind for kind, _ in second - first)


class _Reader:
    """Reads the parts of dates at the tokens of one text."""

    def __init__(self, around: Callable[[int], str], calendar: Callable[[int], str], lexicon: Lexicon) -> None:
        self._around, self._calendar, self._lexicon = around, calendar, lexicon

    def part(self, index: int) -> tuple[str, str] | None:
        """What a token says of a date, and in which class."""
        if not self._calendar(index):
            return None
        word = self._around(index).removesuffix("'s")
        lexicon = self._lexicon
        if word in lexicon.days and self._as_calendar(index):
            day = lexicon.days[word]
            return ("near", day) if day in lexicon.near_days else ("weekday", day)
        if self._is_month(index):
            return "month", lexicon.months[word]
        return self._of_a_day(word, index) or self._in_figures(word, index) or self._spell(index)

    def _of_a_day(self, word: str, index: int) -> tuple[str, str] | None:
        """What a word without figures says of the time of a day."""
        lexicon = self._lexicon
        if word in lexicon.clock_times:
            return "time", lexicon.clock_times[word]
        half = self._half(index)
        if half is not None and self._around(index - 1)[:1].isdigit():
            return "half of the day", str(half)
        dated = word in lexicon.day_parts and (self._dated(index - 1) or self._dated(index - 2))
        if dated or (word in lexicon.day_parts and self._behind_an_hour(index)):
            return "part of the day", lexicon.day_parts[word]
        return None

    def joins(self, index: int) -> bool:
        """Say whether a token may stand between two parts of a date."""
        token = self._around(index)
        return token in _MARKS or token in self._lexicon.date_joints or token in DATE_SIGNS

    def _as_calendar(self, index: int) -> bool:
        folded = self._calendar(index)
        return not self._lexicon.capital_calendar or folded[:1].isupper() or len(folded) > 4

    def _dated(self, index: int) -> bool:
        return self._around(index) in self._lexicon.days

    def _half(self, index: int) -> int | None:
        """The hours that a token behind an hour adds to it: "p.m." and "pm" are one; None if it adds nothing."""
        return self._lexicon.clock_halves.get(self._around(index).replace(".", ""))

    def _behind_an_hour(self, index: int) -> bool:
        """Say whether a part of the day tells which hour stands before it: "7 in the morning"."""
        for at in range(index - 1, index - 1 - _HOUR_WITHIN, -1):
            word = self._around(at)
            if word[:1].isdigit() or word in self._lexicon.numbers:
                return at < index - 1 or self._lexicon.decimal == ","
            if word not in self._lexicon.clock_words:
                return False
        return False

    def _is_month(self, index: int) -> bool:
        word = self._around(index).removesuffix("'s")
        if word not in self._lexicon.months or (
            self._lexicon.capital_calendar and not self._calendar(index)[:1].isupper()
        ):
            return False
        beside = (self._around(index - 1), self._around(index + 1))
        if word not in self._lexicon.uncertain_months or beside[0] in self._lexicon.before_months:
            return True
        return any(each[:1].isdigit() for each in beside)

    def _in_figures(self, word: str, index: int) -> tuple[str, str] | None:
        if not word[:1].isdigit():
            return None
        if is_east_asian(word[-1:]) or is_east_asian(self._around(index + 1)):
            return date_part(index, self._around)
        return self._figures(word, index)

    def _figures(self, word: str, index: int) -> tuple[str, str] | None:
        if _YEAR.match(word) and self._around(index + 1) not in self._lexicon.units and "$" not in word:
            return "year", word.replace("'", "")
        if _FULL_DATE.match(word) and not _RELEASE.match(word):
            return "date", word
        time = self._time(word, index)
        if time:
            return "time", time
        day = _DAY.match(word)
        ending = day[2] if day else ""
        plain = not ending or ending in self._lexicon.ordinal_endings
        if day and plain and int(day[1]) <= _LAST_DAY and self._beside_month(index):
            return "day", str(int(day[1]))
        return None

    def _time(self, word: str, index: int) -> str:
        """The time of day that figures give, in hours and minutes; empty if they are none."""
        clock = _CLOCK.match(word)
        if not clock:
            return ""
        hour, sign, minutes, ending = int(clock[1]), clock[2], clock[3] or "00", clock[4]
        half = self._lexicon.clock_halves.get(ending) if ending else self._half(index + 1)
        if half is not None:
            return f"{hour % _HALF_A_DAY + half}:{minutes}"
        named = sign in (":", "h") or (sign and self._around(index + 1) in self._lexicon.clock_words)
        return f"{hour}:{minutes}" if named and not ending else ""

    def _beside_month(self, index: int) -> bool:
        after = index + 1 + self.joins(index + 1)
        after += self.joins(after)
        months = self._lexicon.months
        return (
            self._around(index - 1) in months
            or self._around(after) in months
            or (self._around(index - 1) == "." and self._around(index - 2) in months)
        )

    def _spell(self, index: int) -> tuple[str, str] | None:
        """What either of its words tells of "last week"."""
        relative, spells = self._lexicon.relative, self._lexicon.spells
        for first, second in self._orders(index):
            which, spell = relative.get(self._around(first)), spells.get(self._around(second))
            if which and spell:
                return f"which {spell}", which
        return None

    def _orders(self, index: int) -> Iterator[tuple[int, int]]:
        """Where the words of "last week" may stand if one of them is here; "semaine dernière" is turned round."""
        yield index, index + 1
        yield index - 1, index
        if not self._lexicon.capital_calendar:
            yield index, index - 1
            yield index + 1, index


def dates_in(
    around: Callable[[int], str], calendar: Callable[[int], str], lexicon: Lexicon, indices: Iterable[int]
) -> list[tuple[Date, int, int]]:
    """The dates that have a token among `indices`, each with its range of tokens.

    `around` gives the tokens in lower case, `calendar` as they are printed those that may be a part of a date.
    """
    reader = _Reader(around, calendar, lexicon)
    found: list[tuple[Date, int, int]] = []
    for index in indices:
        if (found and index < found[-1][2]) or reader.part(index) is None:
            continue
        first, last = _extent(reader, index)
        parts = frozenset(part for at in range(first, last) if (part := reader.part(at)))
        found.append((parts, first, last))
    return found


def _extent(reader: _Reader, index: int) -> tuple[int, int]:
    """From where to where the tokens go on with a date."""
    first, last = index, index + 1
    while last - index <= _REACH and (step := _step(reader, last, 1)):
        last += step
    while index - first < _REACH and (step := _step(reader, first - 1, -1)):
        first -= step
    return first, last


def _step(reader: _Reader, at: int, way: int) -> int:
    """How many tokens further the date goes on at a token; 0 if it ends before it."""
    if reader.part(at):
        return 1
    return 2 if reader.joins(at) and reader.part(at + way) else 0
