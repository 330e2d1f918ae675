"""A desk of a size that no newsroom has: by default 100,000 articles with ten quotes each.

`python -m tests.benchmarks.big_desk OUT [ARTICLES]` makes one.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

from desktop.desk import Desk
from desktop.domain import FoundQuote, MarkChange, QuoteKind, Span, Status
from desktop.store import adding
from tests.store.making import capture

_WORDS = [f"{start}{middle}{end}" for start in "bdfgklmnprst" for middle in ("a", "e", "io", "u") for end in "lmnrst"]
_PER_STORY = 5


def build(path: Path, articles: int) -> None:
    chance = random.Random(5)
    with Desk.create(path) as desk:
        story = None
        for number in range(0, articles, 1000):
            with desk._writing("Kim") as by:
                for one in range(number, min(number + 1000, articles)):
                    text, found = _article(chance, one)
                    told = capture(text, title=f"{text.splitlines()[0]} {one}", outlet=f"Outlet {one % 40}")
                    where = None if one % _PER_STORY == 0 else story
                    story = adding.add(desk._db, by, told, found, story=where, article=None, label="").story_id
        for article in desk.articles()[:: max(1, articles // 200)]:
            desk.mark([quote.id for quote in desk.quotes(article.newest)], MarkChange(Status.VERIFIED), checker="Kim")


def _article(chance: random.Random, number: int) -> tuple[str, list[FoundQuote]]:
    text, found = " ".join(chance.choices(_WORDS, k=6)).capitalize() + "\n\n", []
    for place in range(10):
        said = f"{' '.join(chance.choices(_WORDS, k=14))} {number}.{place}"
        start = len(text) + 1
        found.append(FoundQuote(Span(start, start + len(said)), QuoteKind.DIRECT))
        text += f"“{said}” said {chance.choice(_WORDS).capitalize()}. {' '.join(chance.choices(_WORDS, k=20))}.\n\n"
    return text, found


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
