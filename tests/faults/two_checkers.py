"""Do whatever two checkers may do, each on a desk, and merge these in both orders."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, Cut, MarkChange, Metadata, QuoteKind, Span, Status
from tests.store.desks import LETTER, TEXT, Ticking, backed_up_today, prepared, quick_folder
from tests.store.upkeep.test_merge import hashes, merged

if TYPE_CHECKING:
    import tempfile
    from collections.abc import Callable

    from desktop.domain import Quote

TEXTS = [
    TEXT,
    TEXT.replace("nine", "ten"),
    "“Nobody came,” he said.\n",
    "Nobody spoke.\n",
    "Nobody. “Yes.” “Yes.” “No.”\n",
]
WHAT = "add version mark note undo delete restore move edit attribute resize hand cut"
acts = st.tuples(st.sampled_from(WHAT.split()), st.integers(0, 50), st.integers(0, 50))


def perform(desk: Desk, one: tuple[str, int, int], who: str) -> None:
    """Do one act with whatever the two numbers point at; nothing if there is nothing."""
    what, first, second = one
    articles = [*desk.articles(), *desk.articles(deleted=True)]
    if what == "add" or not articles:
        cuts = (Cut(LETTER, "letter"),) if first % 2 and TEXTS[second % 5] == TEXT else ()
        url = f"https://x.example/{second % 3}" if first % 3 == 0 else ""
        desk.add(prepared(TEXTS[second % 5], cuts=cuts, source=who, title=f"T{first % 2}", url=url), checker=who)
        return
    article = articles[first % len(articles)]
    quotes = desk.quotes(article.newest)
    if what in ONE_ARTICLE:
        ONE_ARTICLE[what](desk, article.id, second)
    elif what == "cut":
        for cut in desk.version(article.newest).cuts:
            desk.boilerplate.restore_cut(article.newest, cut.span, restored=bool(second % 2), checker=who)
    elif quotes:
        ONE_QUOTE[what](desk, quotes[second % len(quotes)], first, who)


ONE_ARTICLE: dict[str, Callable[[Desk, Any, int], object]] = {
    "version": lambda desk, a, n: desk.add(prepared(TEXTS[n % 5], source="later"), article=a),
    "delete": lambda desk, a, n: desk.delete_articles([a]),
    "restore": lambda desk, a, n: desk.restore_articles([a]),
    "move": lambda desk, a, n: desk.move_article(a, desk.new_story(f"S{n}").id),
    "edit": lambda desk, a, n: desk.edit_metadata(a, Metadata(title=f"E{n}")),
    "hand": lambda desk, a, n: desk.corrections.add(desk.article(a).newest, Span(n % 5, n % 5 + 2), QuoteKind.INDIRECT),
}
ONE_QUOTE: dict[str, Callable[[Desk, Quote, int, str], object]] = {
    "mark": lambda desk, q, n, who: desk.mark([q.id], MarkChange(list(Status)[n % 3], note=f"tape {n}"), checker=who),
    "note": lambda desk, q, n, who: desk.mark([q.id], MarkChange(note=f"tape {n}"), checker=who),
    "undo": lambda desk, q, n, who: desk.unmark([q], checker=who),
    "attribute": lambda desk, q, n, who: desk.corrections.attribute([q.id], Attribution(person=f"Ann {n}")),
    "resize": lambda desk, q, n, who: desk.corrections.resize(q.id, Span(q.span.start, q.span.start + 1 + n % 3)),
}


def merge_often(runs: int, seed_: int = 1) -> int:
    """Try so many pairs of desks; returns how many that were, raises the AssertionError of a pair that failed."""
    tried = 0

    @seed(seed_)
    @settings(max_examples=runs, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(
        before=st.lists(acts, max_size=3), by_a=st.lists(acts, max_size=6), by_b=st.lists(acts, max_size=6),
        related=st.booleans(), clock_back=st.booleans(),
    )  # fmt: skip
    def both_orders(before: list[Any], by_a: list[Any], by_b: list[Any], *, related: bool, clock_back: bool) -> None:
        nonlocal tried
        tried += 1
        with quick_folder() as folder:
            _both_orders(Path(folder), (before, by_a, by_b), related=related, clock_back=clock_back)

    both_orders()
    return tried


def _both_orders(
    folder: Path, doings: tuple[list[Any], list[Any], list[Any]], *, related: bool, clock_back: bool
) -> None:
    a, b = folder / "a.desk", folder / "b.desk"
    before, by_a, by_b = doings
    shutil.copy(_empty("a"), a)
    shutil.copy(_empty("b"), b)
    with Desk.open(a, clock=Ticking()) as desk:
        for one in before:
            perform(backed_up_today(desk), one, "A")
    if related:
        shutil.copy(a, b)
    marks = set()
    for path, done, who in ((a, by_a, "A"), (b, by_b, "B")):
        start = datetime(2016 if clock_back and who == "B" else 2026, 9, 1, 13, tzinfo=UTC)
        with Desk.open(path, clock=Ticking(start)) as desk:
            for one in done:
                perform(backed_up_today(desk), one, who)
            marks |= hashes(desk)
    one_way, other_way = merged(a, b), merged(b, a, twice=False)
    assert one_way == other_way
    assert {mark[-1] for mark in _marks(one_way)} == marks


@cache
def _empties() -> tempfile.TemporaryDirectory[str]:
    return quick_folder()


@cache
def _empty(name: str) -> Path:
    """Make a desk once, to be copied: one without anything on it."""
    path = Path(_empties().name) / f"{name}.desk"
    Desk.create(path, clock=Ticking()).close()
    return path


def _marks(content: dict[str, Any]) -> list[Any]:
    """Return all marks of what `content` of test_merge tells."""
    return [
        mark
        for *_, versions in content["articles"].values()
        for *_, quotes in versions
        for _, marks in quotes
        for mark in marks
    ]
