from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.domain import Span
from desktop.text.ignore_rules.user_patterns import Allowance, PatternError, TooSlow, UserPattern

TEXT = "Updated 3 May: the quay {e} [x] costs 1,250 or a{e} ab aab; Mrs Brink’s café.\n\nUpdated 12 June."
parts = st.sampled_from(
    [*"abe1 x", r"\d+", r"\w{2,3}", ".", "[a-c]", "[[:alpha:]]", "[^]x]", "(?:ab|a)", "(?i:QUAY)", r"\b", "^", "$",
     "a{e}", "{e<=1}", "{", "}", r"\{e\}", r"\[", "(?P<n>a)(?P=n)", r"(a)\1", "(?=a)", "(?<!a)b", "*", "+?", "{2}",
     "{,2}", "{2,}", r"\N{DIGIT ONE}", r"[\]\[a]", "a&&b", "[a||b]", "[a--c]", r"\p",
     r"\m", "(?x) a", "(?#c)", "|", r"\s", r"\Z"]
)  # fmt: skip


def found(source: str, text: str = TEXT) -> list[Span]:
    return list(UserPattern(source).spans(text, Allowance()))


@given(st.lists(parts, min_size=1, max_size=4).map("".join))
@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_a_pattern_means_what_it_means_to_re(source: str) -> None:
    try:
        expected = [Span(*match.span()) for match in re.finditer(source, TEXT)]
    except re.error:
        with pytest.raises(PatternError):
            UserPattern(source)
        return
    assume("(?x)" not in source[1:])
    assert found(source) == expected


@pytest.mark.parametrize("source", ["(", "*", "a{2,1}", "(" * 200 + ")" * 200 + "[", "a{99999999999}", "\\"])
def test_what_is_no_pattern_is_refused_with_a_sentence(source: str) -> None:
    with pytest.raises(PatternError, match="is not a regular expression: "):
        UserPattern(source)


@pytest.mark.parametrize("source", ["(?:ab{300}){300}", "(?x)(ab) {300} #c\n{300}", "(?:ab)(?#c){300}c{300}"])
def test_a_pattern_that_would_be_too_big_is_refused_before_it_is_prepared(source: str) -> None:
    with pytest.raises(PatternError, match=r"repeats too much|is not a regular expression"):
        UserPattern(source)


def test_a_pattern_has_a_longest_length() -> None:
    assert found("z" * 1000) == []
    with pytest.raises(PatternError, match="at most 1000 characters; this one has 1001"):
        UserPattern("z" * 1001)


def test_many_counts_beside_one_another_are_not_too_big() -> None:
    assert found(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2} " * 5) == []


def test_a_pattern_whose_time_is_over_is_stopped_with_a_sentence() -> None:
    with pytest.raises(TooSlow, match="The pattern “Upd” takes too long, so it was stopped"):
        list(UserPattern("Upd").spans(TEXT, Allowance(seconds=0.0)))
    with pytest.raises(TooSlow):  # in the engine itself: harmless, only more than a text of this length allows
        list(UserPattern("(.*?)(.*?)(.*?)#").spans("ab" * 3000, Allowance(at_once=1e-6)))


def test_time_is_taken_off_what_is_allowed() -> None:
    allowance = Allowance()
    assert list(UserPattern("Updated").spans(TEXT, allowance))
    assert allowance.seconds < Allowance().seconds


def test_a_pattern_stands_between_the_programs_own() -> None:
    pattern = UserPattern("quay|costs", ignore_case=True, around=(r"(?<!\w)", r"(?!\w)"))
    assert [span.of(TEXT) for span in pattern.spans(TEXT, Allowance())] == ["quay", "costs"]
