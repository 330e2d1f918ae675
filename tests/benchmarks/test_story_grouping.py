"""Grouping of 200 made-up articles on 40 events into stories, pairwise; and version or article on 200 pairs."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.text.stories.same_text import Edition, canonical_address, later_version, wording
from tests.desk.mixed_news import grouped, mixed_set
from tests.store.desks import Ticking, backed_up_today

if TYPE_CHECKING:
    from pathlib import Path

    from tests.desk.mixed_news import NewsArticle


@pytest.mark.parametrize("seed", [7, 8, 9])
def test_pieces_go_to_the_stories_of_their_events(tmp_path: Path, seed: int) -> None:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        precision, recall = grouped(backed_up_today(desk), mixed_set(seed))
    print(f"seed {seed}: precision {precision:.3f}, recall {recall:.3f}")
    assert precision >= 0.98
    assert recall >= 0.90


def test_versions_are_told_from_articles() -> None:
    articles = mixed_set(11)
    chance = random.Random(11)
    wrong = [
        a.title for a in articles[:100] if later_version(edition(a, a.text), edition(a, edited(chance, a.text))) is None
    ]
    by_event: dict[int, list[NewsArticle]] = {}
    for article in articles:
        by_event.setdefault(article.event, []).append(article)
    pairs = [(one, other) for many in by_event.values() for one, other in pairwise(many)][:100]
    wrong += [a.title for a, b in pairs if later_version(edition(a, a.text), edition(b, b.text)) is not None]
    assert (len(pairs), wrong) == (100, [])


def edition(article: NewsArticle, text: str) -> Edition:
    return Edition(wording(text), canonical_address(""), article.outlet, article.title)


def edited(chance: random.Random, text: str) -> str:
    """Change every twentieth word, drop a paragraph and put one in, as a newsroom does in a day."""
    words = [word if chance.random() > 0.05 else "altered" for word in text.split(" ")]
    paragraphs = " ".join(words).split("\n\n")
    paragraphs.pop(chance.randrange(1, len(paragraphs)))
    paragraphs.insert(
        chance.randrange(1, len(paragraphs)), "This article was corrected: an earlier one said otherwise."
    )
    return "\n\n".join(paragraphs)
