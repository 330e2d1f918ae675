"""Units of speech: what sounds the same is the same, and every unit knows its printed words."""

from __future__ import annotations

import pytest

from desktop.text.sources.units import Unit, Word, fold, printed_words, units


def sounds(text: str, code: str = "en") -> list[str]:
    return [unit.sound for unit in units(printed_words(text), code)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s late", "it is late"),
        ("ten boats", "10 boats"),
        ("five million", "5,000,000"),
        ("They won’t come", "they will not come"),
        ("the colour grey", "the color gray"),
        ("50%", "fifty percent"),
        ("The U.S. said", "the United States said"),
    ],
)
def test_two_spellings_of_one_sound_are_one(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize(("one", "other"), [("ten", "twenty"), ("it’s", "its"), ("can", "can’t"), ("boat", "boats")])
def test_other_words_are_others(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


def test_words_stand_where_they_are_printed_without_hyphens_and_marks() -> None:
    text = "“Well-known,” she said."
    words = printed_words(text)
    assert [text[word.start : word.end] for word in words] == ["Well", "known", "she", "said"]
    assert printed_words(text, 13) == words[2:]
    assert printed_words("") == []


def test_a_number_of_several_words_is_units_of_all_of_them() -> None:
    found = units(printed_words("about five million people"))
    assert (found[1].first, found[1].last) == (1, 2)
    assert found[-1] == Unit("people", 3, 3)


def test_where_a_language_has_no_table_each_word_is_its_fold() -> None:
    assert units([Word(0, 4, "zu-ra"), Word(5, 9, "mipa")], "de")[:1] == [Unit("zu-ra", 0, 0)]


@pytest.mark.parametrize(
    ("word", "expected"), [("Brücke", "brucke"), ("O’Neill’", "o'neill"), ("1,000", "1000"), ("3.5", "3.5")]
)
def test_case_accents_and_signs_do_not_tell_words_apart(word: str, expected: str) -> None:
    assert fold(word) == expected


def test_scripts_without_blanks_have_a_word_a_letter() -> None:
    assert len(printed_words("港口将关闭")) == 5
