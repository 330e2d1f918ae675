"""Words that a quote leaves out are noise of speech where they say nothing, and turn the meaning where they deny it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.languages.english.spoken import SPOKEN
from desktop.text.sources.omission import Omission
from desktop.text.sources.speech import read_speech

WORDS = ("harbour", "ferry", "closes", "tide", "winter", "boats", "captain")
PLAIN = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4)


def omission(text: str) -> Omission:
    """Read a speech in which what is left out stands between braces; the first word alone begins a sentence."""
    speech = read_speech(text.replace("{", "").replace("}", ""))
    first = len(text.partition("{")[0].split())
    left_out = len(text.partition("{")[2].partition("}")[0].split())
    starts = [place == 0 for place in range(len(speech.words) + 1)]
    return Omission(speech, starts, (first, first + left_out), SPOKEN)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour, {uh,} closes in winter, they said.",
        "The harbour, {you know,} closes in winter, they said.",
        "The harbour {the harbour} closes in winter, they said.",
        "The harbour is, {now,} closed in winter, they said.",
        "{So} the harbour is closed in winter, they said.",
        "They will {clo—} close it in winter, they said.",
        "{We wanted to} we wanted to close it, they said.",
        "{We want the} we want a wall, they said.",
    ],
)
def test_fillers_repeats_and_starts_taken_back_are_noise(text: str) -> None:
    assert omission(text).is_noise()


@pytest.mark.parametrize(
    "text",
    [
        "The harbour {almost} closes in winter, they said.",
        "The harbour closes {every second} winter, they said.",
        "They closed {now} before winter, they said.",  # no pause: it is no filler here
        "{We want no} we want a wall, they said.",
        "{We saw Ann} we saw Ben there, they said.",
    ],
)
def test_what_says_something_is_no_noise(text: str) -> None:
    assert not omission(text).is_noise()


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("We do {not} close it in winter.", True),
        ("We {do not} close it in winter.", True),
        ("We {almost never} close it in winter.", True),
        ("We {really} close it in winter.", False),
        ("We close it {and we do not want that} in winter.", False),  # a clause of its own
    ],
)
def test_only_a_negation_left_out_alone_turns_the_meaning(text: str, turns: bool) -> None:
    assert omission(text).turns_meaning() is turns


@given(before=PLAIN, said=PLAIN, after=PLAIN)
def test_words_said_again_are_noise_whichever_of_the_two_is_left_out(
    before: list[str], said: list[str], after: list[str]
) -> None:
    once = " ".join(said)
    for both in (f"{{{once}}} {once}", f"{once} {{{once}}}"):
        assert omission(" ".join((*before, both, *after))).is_noise()


@given(before=PLAIN, fillers=st.lists(st.sampled_from(sorted(SPOKEN.fillers)), min_size=1, max_size=3), after=PLAIN)
def test_fillers_in_any_number_are_noise_and_deny_nothing(
    before: list[str], fillers: list[str], after: list[str]
) -> None:
    left_out = omission(" ".join((*before, "{" + " ".join(fillers) + "}", *after)))
    assert left_out.is_noise()
    assert not left_out.turns_meaning()
