from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.alignment.stretches import plain_edits, stretches
from desktop.text.diff import compare
from desktop.text.words import Tokens, count_words, words_in
from tests.benchmarks.revisions import plain, revision

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]
PIECES = [
    "the",
    "B",
    "can't",
    "x-y",
    "U.S.",
    "'",
    "-",
    "--",
    "...",
    '"',
    "(",
    "é",
    "’",
    "3",
    "5,000",
    "US$5m",
    "_",
    " ",
    "\n",
]
BEFORE = "The council of the small town on the coast met on a rainy Monday in the old hall and"
AFTER = "while the ferry waited at the quay for those who had come over from the islands to listen."


def edited(text: str, seed: int) -> str:
    """A text with some of its words gone, doubled or new."""
    chance = random.Random(seed)
    words = text.split(" ")
    for _ in range(12):
        at = chance.randrange(len(words))
        words[at : at + 1] = chance.choice(
            ([], ["new"], [words[at], words[at]], ["“5%", "U.S.", "—"], [words[at] + "\n\n"])
        )
    return " ".join(words)


@pytest.mark.timeout(300)  # where a night's examples are tried
@given(st.integers(0, len(SEEDS) - 1), st.integers(0, 10**6))
def test_stretches_are_the_same_but_for_plain_edits_and_no_token_is_cut(number: int, seed: int) -> None:
    a = SEEDS[number]
    b = edited(a, seed)
    found, edits = stretches(a, b)
    turned = stretches(b, a)
    assert [(j, j2, i, i2) for i, i2, j, j2 in found] == turned.stretches
    assert [(j, j2, i, i2, come, gone) for i, i2, j, j2, gone, come in edits] == turned.edits
    sides = (
        (a, [(i, i2) for i, i2, _, _ in found], {edit.i for edit in edits}),
        (b, [(j, j2) for _, _, j, j2 in found], {edit.j for edit in edits}),
    )
    for text, passed, begun in sides:
        whole = Tokens(text)
        amid = Tokens(text, (), None, passed)
        assert "".join(amid.pieces) == "".join(whole.pieces)
        assert set(amid.starts) <= set(whole.starts)
        assert len(amid.whole) == len(found)
        assert begun <= set(whole.starts)
    left = list(edits)
    for i, i2, j, j2 in found:
        at, to = i, j
        while left and left[0].i < i2:
            edit = left.pop(0)
            assert a[at : edit.i] == b[to : edit.j]
            assert count_words(a[edit.i : edit.i2]) == edit.gone
            assert count_words(b[edit.j : edit.j2]) == edit.come
            at, to = edit.i2, edit.j2
        assert a[at:i2] == b[to:j2]
    assert not left


def test_most_of_a_revised_text_is_passed_over() -> None:
    truth = revision(10_000)
    passed = sum(i2 - i for i, i2, _, _ in stretches(truth.before, truth.after).stretches)
    assert passed > 0.85 * len(truth.before)


def test_a_text_against_itself_is_one_stretch_cut_at_the_breaks() -> None:
    text = SEEDS[0]
    end = len(text)
    assert stretches(text, text) == ([(0, end, 0, end)], [])
    parts = [(0, 100, 0, 100), (100, 200, 100, 200), (200, end, 200, end)]
    assert stretches(text, text, [0, 100, 200]) == (parts, [])


def test_texts_with_little_in_common_have_no_stretches() -> None:
    assert stretches(plain(2_000, 1), plain(2_000, 2)) == ([], [])
    assert stretches(SEEDS[1], SEEDS[2]) == ([], [])


@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=4))
def test_the_words_of_stretches_are_those_of_their_tokens(texts: list[str]) -> None:
    assert words_in(texts) == sum(map(count_words, texts))


FACTS = [
    ("Russia", "Ukraine"),
    ("not", ""),
    ("officials", "ministers"),
    ("“", ""),
    ("North", "South"),
    ("million", "billion"),
]


@pytest.mark.parametrize("seed", range(12))
def test_what_is_passed_over_changes_nothing_in_changes_and_alerts(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    chance = random.Random(seed)
    a = SEEDS[seed % len(SEEDS)]
    words = a.split(" ")
    for fact, other in chance.sample(FACTS, 4):
        at = chance.choice([at for at, word in enumerate(words) if fact in word] or [0])
        words[at] = words[at].replace(fact, other)
    b = " ".join(words)
    passing = compare(a, b)
    monkeypatch.setattr("desktop.text.alignment.stretches._MOST_READ", -1)
    assert stretches(a, b) == ([], [])
    assert passing == compare(a, b)


def test_a_word_that_begins_a_sentence_in_one_text_only_is_no_change() -> None:
    a, b = "He left. “Five men came, five went.”", "He left “Five men came, five went.”"
    assert all(change.a.of(a) != change.b.of(b) for change in compare(a, b).changes)


def test_a_text_without_sentences_is_passed_over_as_well() -> None:
    chance = random.Random(1)
    words = [f"w{chance.randrange(5_000)}" for _ in range(20_000)]
    revised = [word if chance.random() > 0.02 else "new" for word in words]
    a, b = " ".join(words), " ".join(revised)
    assert sum(i2 - i for i, i2, _, _ in stretches(a, b).stretches) > 0.6 * len(a)


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
