"""Pairs of texts for laws: what no one would write, and articles as newsrooms revise them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from desktop.text.changes import Change, Kind
from desktop.text.diff import compare

if TYPE_CHECKING:
    from desktop.domain import Span

SEEDS = [path.read_text(encoding="utf-8") for path in sorted(Path("seeds").glob("*.txt"))]

PIECES = [
    "the ", "Russia ", "said ", "rockets ", "a", "b ", "\n\n", "\n", ". ", ", ", "“", "” ", '"', "’s ", "\u200b",
    "日本", "é",     "e\u0301 ", "5% ", "$3,000 ", "\ud800", "👩‍👧 ", "שלום ", "\u202e", "--", "… ",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)

_LENGTH = 2_400  # code points: long enough that what is alike is passed over
_OTHER_WORDS = [
    "not",
    "at least",
    "2,000",
    "six",
    "Kyiv",
    "Mr Smith",
    "September",
    "“so",
    "may",
    "he",
    "the",
    "—",
    "’tis",
]


@st.composite
def revisions(draw: st.DrawFn) -> tuple[str, str]:
    """A text and what became of it: pieces dropped, added, and stretches moved."""
    before = draw(st.lists(st.sampled_from(PIECES), max_size=40))
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(after)))
        taken = after[start : start + draw(st.integers(0, 12))]
        del after[start : start + len(taken)]
        at = draw(st.integers(0, len(after)))
        after[at:at] = taken if draw(st.booleans()) else draw(st.lists(st.sampled_from(PIECES), max_size=3))
    return "".join(before), "".join(after)


def as_a_newsroom_would(choice: int) -> tuple[str, str]:
    """An article and an update of it; the same number gives the same pair."""
    chance = random.Random(choice)
    before = chance.choice(SEEDS)[:_LENGTH]
    paragraphs = before.split("\n")
    for _ in range(chance.randint(0, 3)):
        at, to = (chance.randrange(len(paragraphs)) for _ in range(2))
        moved = chance.choice(chance.choice(SEEDS).split("\n")) if chance.random() < 0.5 else paragraphs.pop(at)
        paragraphs.insert(to, moved)
    words = "\n".join(paragraphs).split(" ")
    for _ in range(chance.choice((0, 3, 12, 60))):
        at = chance.randrange(len(words))
        word = words[at]
        words[at : at + 1] = chance.choice(
            (
                [],
                [chance.choice(_OTHER_WORDS)],
                [word, chance.choice(_OTHER_WORDS)],
                [word.replace("’", "'").replace("“", '"')],
                [word[:1].upper() + word[1:]],
                [word + "\n\n"],
                [*words[at + 1 : at + 2], word],
            )
        )
    return before, " ".join(words)


articles = st.integers(0, 2**31).map(as_a_newsroom_would)
# Letters and signs so few that a change may be drawn in several places, hard beside the next one.
crowded = st.text("abc.,)\n", max_size=10)
pairs = st.one_of(st.tuples(texts, texts), revisions(), articles, st.tuples(crowded, crowded))


def outside(text: str, spans: list[Span]) -> str:
    """What is left of a text when the spans are taken out; they must not overlap."""
    left, at = "", 0
    for span in sorted(spans):
        assert span.start >= at
        left += text[at : span.start]
        at = span.end
    return left + text[at:]


def changes_of(a: str, b: str) -> tuple[Change, ...]:
    return compare(a, b, kind=Kind.VERSIONS).changes
