from __future__ import annotations

import pytest

from desktop.text.alignment.plain_edits import plain_edits
from desktop.text.diff import compare

BEFORE = "The council of the small town on the coast met on a rainy Monday in the old hall and"
AFTER = "while the ferry waited at the quay for those who had come over from the islands to listen."


def edit(mine: str, theirs: str) -> tuple[str, str] | None:
    """What differs between the same words before and after, as a plain edit says it; None if it says nothing."""
    a, b = f"{BEFORE} {mine} {AFTER}", f"{BEFORE} {theirs} {AFTER}"
    start = next(at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other)
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    found = plain_edits(a, b, [(start, len(a) - end, start, len(b) - end)])
    return (a[found[0].i : found[0].i2], b[found[0].j : found[0].j2]) if found else None


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ("talked", "spoke", ("talked", "spoke")),
        ("talked,", "talk,", ("talked", "talk")),
        ("(talked)", "(spoke)", ("talked", "spoke")),
        ("well-known", "little-known", ("well-known", "little-known")),
        ("talked long", "spoke briefly", ("talked long", "spoke briefly")),
        ("talked long", "talked", ("long ", "")),
        ("talked", "then talked", ("", "then ")),
        ("talked very long.", "talked long.", ("very ", "")),
    ],
)
def test_words_for_words_are_plain(mine: str, theirs: str, said: tuple[str, str]) -> None:
    assert edit(mine, theirs) == said
    assert edit(theirs, mine) == said[::-1]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("talked 3 hours", "talked 4 hours"),  # numbers have marks of their own
        ("Talked", "talked"),
        ("and talked", "talked"),  # one of two of the same
        ("talked long", "long talked"),
        ("talked long,", "talked,"),  # the comma moves to another word
        ("the U.S. talked", "the U.K. talked"),
        ("talked\nlong", "spoke\nlong"),
        ("talked“", "talked”"),
        ("東京", "京都"),
        ("e\u0301tat", "état"),
        ("one two three four five", "six seven eight nine ten"),
    ],
)
def test_what_takes_more_than_a_look_is_left_to_the_alignment(mine: str, theirs: str) -> None:
    assert edit(mine, theirs) is None


def test_edits_that_stand_close_are_left_to_the_alignment() -> None:
    a = f"{BEFORE} talked of ships {AFTER}"
    first, second = a.index("talked"), a.index("ships")
    b = a.replace("talked", "spoke!").replace("ships", "boats")
    assert plain_edits(a, b, [(first, first + 6, first, first + 6), (second, second + 5, second, second + 5)]) == []


def test_plain_edits_are_changes_like_others() -> None:
    a = " ".join([f"{BEFORE} talked of it {AFTER}"] * 20)
    b = a.replace("talked", "argued", 1)
    b = b[: b.rindex("talked")] + "sang" + b[b.rindex("talked") + len("talked") :]
    found = compare(a, b)
    assert [(change.a.of(a), change.b.of(b)) for change in found.changes] == [("talked", "argued"), ("talked", "sang")]
    assert found.stats.words_a == found.stats.words_b
    assert (found.stats.inserted, found.stats.deleted) == (2, 2)
