"""Numbers in figures and in words, their magnitude and their measure, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.facts.numbers import Number, number_at, value_of
from desktop.text.languages.registry import lexicon_in


def read(language: str, words: str, at: int = 0) -> Number | None:
    """Read the number at a token of a text with blanks between its tokens."""
    tokens, lexicon = words.lower().split(), lexicon_in(language)
    assert lexicon is not None
    return number_at(at, lambda index: tokens[index] if 0 <= index < len(tokens) else "", lexicon)


@pytest.mark.parametrize(
    ("language", "words", "value", "measure", "tokens"),
    [
        ("en", "two hundred and fifty ferries", 250, "", 4),
        ("en", "7,200 tonnes", 7200, "tonne", 1),
        ("en", "5.5 percent", 5.5, "percent", 1),
        ("en", "$5m more", 5_000_000, "dollar", 1),
        ("en", "3.5 million euros", 3_500_000, "euro", 2),
        ("en", "10 thousand men", 10_000, "", 2),
        ("en", "half a million euros", 500_000, "euro", 3),
        ("en", "quarter of a million men", 250_000, "", 4),
        ("en", "two and a half million euros", 2_500_000, "euro", 5),
        ("en", "million and a half men", 1_500_000, "", 4),
        ("en", "five million and a half", 5_500_000, "", 5),
        ("en", "3 and a half miles", 3.5, "mile", 4),
        ("en", "two and half million", 2_500_000, "", 4),
        ("en", "two dozen men", 24, "", 2),
        ("en", "half a dozen men", 6, "", 3),
        ("de", "halbe Million Euro", 500_000, "euro", 2),
        ("de", "zweieinhalb Millionen Euro", 2_500_000, "euro", 2),
        ("fr", "deux millions et demi", 2_500_000, "", 4),
        ("fr", "quart de million", 250_000, "", 3),
        ("es", "medio millón", 500_000, "", 2),
        ("es", "dos millones y medio", 2_500_000, "", 4),
        ("it", "due milioni e mezzo", 2_500_000, "", 4),
        ("pt", "dois milhões e meio", 2_500_000, "", 4),
        ("nl", "halve miljoen", 500_000, "", 2),
        ("de", "fünfundzwanzig Kräne", 25, "", 1),
        ("de", "1.500 Euro", 1500, "euro", 1),
        ("de", "1,5 Millionen Euro", 1_500_000, "euro", 2),
        ("fr", "quatre-vingt-dix euros", 90, "euro", 1),
        ("fr", "vingt et un bateaux", 21, "", 3),
        ("fr", "2,5 millions", 2_500_000, "", 2),
        ("es", "treinta y cinco barcos", 35, "", 3),
        ("es", "dos millones", 2_000_000, "", 2),
    ],
)
def test_a_number_is_read_with_its_magnitude_and_measure(
    language: str, words: str, value: float, measure: str, tokens: int
) -> None:
    assert read(language, words) == Number(value, measure, 0, tokens)


def test_a_number_is_found_from_each_of_its_words_that_counts() -> None:
    whole = Number(250, "", 1, 5)
    assert {read("en", "some two hundred and fifty ferries", at) for at in (1, 2, 4)} == {whole}
    assert read("en", "some two hundred and fifty ferries", 5) is None


@pytest.mark.parametrize(
    "words", ["half a million men", "quarter of a million", "two and a half million", "million and a half"]
)
def test_a_number_is_found_from_its_part_and_from_its_whole(words: str) -> None:
    counted = [at for at, word in enumerate(words.split()) if word not in {"a", "of", "and", "men"}]
    assert {read("en", words, at) for at in counted} == {read("en", words)}


@pytest.mark.parametrize("words", ["two and half the men", "five and a quarter of the men", "men and a half"])
def test_a_part_of_something_else_is_a_number_of_its_own(words: str) -> None:
    (part,) = (at for at, word in enumerate(words.split()) if word in {"half", "quarter"})
    assert read("en", words, part) == Number(0.25 if "quarter" in words else 0.5, "", part, part + 1)


def test_the_point_and_the_comma_are_read_as_the_language_uses_them() -> None:
    english, german = read("en", "1.500 boats"), read("de", "1.500 Boote")
    assert english is not None
    assert german is not None
    assert (english.value, german.value) == (1.5, 1500)


def test_an_ordinal_is_not_the_number_itself() -> None:
    lexicon = lexicon_in("en")
    assert lexicon is not None
    assert value_of("third", lexicon) == value_of("3rd", lexicon) == ("number 3", "")
    assert value_of("three", lexicon) == (3, "")
    assert value_of("ferry", lexicon) == (None, "")


def test_a_comma_ends_a_number_in_words() -> None:
    assert read("en", "in two thousand , five people died", 1) == Number(2000, "", 1, 3)
    assert read("en", "in two thousand , five people died", 4) == Number(5, "", 4, 5)


def test_a_crowd_is_not_the_number_itself() -> None:
    assert read("en", "hundreds of men") == Number("crowds of 100", "", 0, 1)
    assert read("en", "a hundred men", 1) == Number(100, "", 1, 2)


def test_a_sign_between_two_numbers_is_that_of_a_sum() -> None:
    assert read("en", "at minus 3 degrees", 2) == Number(-3, "degree", 1, 3)
    assert read("en", "5 minus 3", 2) == Number(3, "", 2, 3)
