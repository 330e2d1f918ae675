from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.words import count_words, fold, tokenise


def tokens(text: str) -> list[str]:
    return [text[word.start : word.end] for word in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia’s Cold-War ally didn't go.", ["Russia’s", "Cold-War", "ally", "didn't", "go", "."]),
        ("$35,000,000 or 5 % at 11:58", ["$35,000,000", "or", "5 %", "at", "11:58"]),
        ("7–8 men, US$5m, 1990s", ["7–8", "men", ",", "US$5m", ",", "1990s"]),
        ("the U.S. said", ["the", "U.S.", "said"]),
        ("wait... no — “yes”", ["wait", "...", "no", "—", "“", "yes", "”"]),
        ("日本語のtext", ["日", "本", "語", "の", "text"]),
        ("हिन्दी में।", ["हिन्दी", "में", "।"]),
        ("e\u0301te\u0301 👨‍👩‍👧 🇩🇪🇫🇷 👍🏽", ["e\u0301te\u0301", "👨‍👩‍👧", "🇩🇪", "🇫🇷", "👍🏽"]),
        ("שלום עֲלֵיכֶם!", ["שלום", "עֲלֵיכֶם", "!"]),
        ("\ud800x soft\u00adhyphen", ["\ud800", "x", "soft\u00adhyphen"]),
        ("\u202eabc\u202c \ufeff", ["abc"]),
        (" \n\t ", []),
        (
            "5  % or 7 €,  5 %, 5\u200b \u200b% and 9 \n£",
            ["5", "%", "or", "7 €", ",", "5 %", ",", "5", "%", "and", "9", "£"],
        ),
    ],
)
def test_tokens_keep_words_numbers_and_characters_whole(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def _is_unseen(character: str) -> bool:
    """White space, what is invisible, and U+0002, which some PDFs hold for a soft hyphen."""
    return character.isspace() or unicodedata.category(character) == "Cf" or character == "\x02"


@given(st.text(alphabet=st.characters(), max_size=60))
def test_tokens_rise_and_leave_out_only_white_space_and_invisible_characters(text: str) -> None:
    at = 0
    for word in tokenise(text):
        assert at <= word.start < word.end
        assert not [c for c in text[at : word.start] if not _is_unseen(c)]
        at = word.end
    assert not [c for c in text[at:] if not _is_unseen(c)]


_PARTS = st.text(
    alphabet=st.sampled_from("aB5 \n.,'’-%€U\u00a0\u200b\u00ad\u0301é日🇩“") | st.characters(exclude_characters="\x02"),
    max_size=12,
)


@given(_PARTS, _PARTS)
def test_a_space_ends_a_token_but_for_a_number_before_its_sign(first: str, second: str) -> None:
    if second[:1] not in tuple("%‰€£¥"):
        assert tokens(f"{first} {second}") == tokens(first) + tokens(second)


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Yes”", '"Yes"'),
        ("it’s", "it's"),
        ("1990–95", "1990-95"),
        ("e\u0301", "\u00e9"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a\u00a0b", "a  b"),
        ("wait…", "wait..."),
        ("ﬁrst", "first"),
    ],
)
def test_typography_folds_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert [word.key for word in tokenise(one)] == [word.key for word in tokenise(other)]


def test_case_stays_in_the_key() -> None:
    assert [word.key for word in tokenise("US us U.S.")] == ["US", "us", "US"]


def test_hidden_text_has_no_tokens_and_offsets_are_those_of_the_full_text() -> None:
    text = "One two. Subscribe now! Three."
    words = tokenise(text, [Span(9, 24)])
    assert [text[word.start : word.end] for word in words] == ["One", "two", ".", "Three", "."]
    assert count_words(text, [Span(9, 24)]) == 3
    assert count_words(text) == 5
