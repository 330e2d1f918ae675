"""Dates of a sentence: the parts they state, from where to where, and which of them contradict each other."""

from __future__ import annotations

import pytest

from desktop.text.facts.dates import Date, contradict, dates_in
from desktop.text.languages.registry import lexicon_in


def read(language: str, words: str) -> list[tuple[Date, int, int]]:
    """Read the dates of a text with blanks between its tokens."""
    tokens, lexicon = words.split(), lexicon_in(language)
    assert lexicon is not None

    def printed(index: int) -> str:
        return tokens[index] if 0 <= index < len(tokens) else ""

    return dates_in(lambda index: printed(index).lower(), printed, lexicon, range(len(tokens)))


@pytest.mark.parametrize(
    ("language", "words", "parts", "first", "last"),
    [
        ("en", "on Monday , 6 May 2020 there",
         {"weekday": "monday", "day": "6", "month": "may", "year": "2020"}, 1, 6),
        ("en", "on March 5 , 10 people died", {"day": "5", "month": "march"}, 1, 3),
        ("en", "the harbour shut at 11:30 sharp", {"time": "11:30"}, 4, 5),
        ("en", "last week the ferry sank", {"which week": "last"}, 0, 2),
        ("de", "am 6. Mai 2020 dort", {"day": "6", "month": "mai", "year": "2020"}, 1, 4),
        ("de", "vorige Woche sank sie", {"which woche": "letzte"}, 0, 2),
        ("fr", "le 14 juillet 1789 à Paris", {"day": "14", "month": "juillet", "year": "1789"}, 1, 4),
        ("fr", "il coula lundi soir", {"weekday": "lundi", "part of the day": "soir"}, 2, 4),
        ("fr", "la semaine dernière il coula", {"which semaine": "dernier"}, 1, 3),
        ("es", "el 3 de marzo de 2019 en Lima", {"day": "3", "month": "marzo", "year": "2019"}, 1, 6),
        ("es", "llegó el lunes", {"weekday": "lunes"}, 2, 3),
    ],
)  # fmt: skip
def test_a_date_is_read_in_its_parts_and_with_its_tokens(
    language: str, words: str, parts: dict[str, str], first: int, last: int
) -> None:
    assert read(language, words) == [(frozenset(parts.items()), first, last)]


def test_the_verb_may_is_no_month() -> None:
    assert read("en", "they may leave the pier") == []


@pytest.mark.parametrize(
    ("one", "other", "contradicts"),
    [
        ("6 September", "7 September", True),
        ("6 September", "September 6", False),
        ("6 September 2020", "6 September", False),
        ("Tuesday", "Wednesday", True),
        ("Tuesday", "yesterday", False),
    ],
)
def test_dates_contradict_each_other_where_one_class_of_parts_differs(one: str, other: str, contradicts: bool) -> None:
    [(first, *_)], [(second, *_)] = read("en", one), read("en", other)
    assert contradict(first, second) is contradict(second, first) is contradicts
