"""Alerts of a story: the facts that its articles and their versions tell differently, most pressing first."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from desktop.log.rows import StoryAlert
from desktop.text.changes import AlertKind
from desktop.text.diff import compare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, ArticleId, Version
    from desktop.text.changes import Alert

MOST_ARTICLES = 8  # of one story; every pair of them is compared
_FACTS = (
    AlertKind.NUMBER, AlertKind.NAME, AlertKind.PLACE, AlertKind.DATE, AlertKind.NEGATION, AlertKind.DIRECTION,
    AlertKind.ATTRIBUTION, AlertKind.SPEAKER,
)  # fmt: skip


def story_alerts(desk: Desk, articles: Sequence[Article]) -> tuple[list[StoryAlert], bool]:
    """Compare the newest versions of the articles of one story, and each with the version before it.

    Each fact is reported once. The flag says whether all pairs were compared; of more than
    `MOST_ARTICLES` only versions are.
    """
    newest = {article.id: desk.version(article.newest) for article in articles}
    pairs = list(_updates(desk, articles, newest))
    complete = len(articles) <= MOST_ARTICLES
    if complete:
        pairs += combinations([(_name(article), newest[article.id]) for article in articles], 2)
    ranked: dict[tuple[AlertKind, frozenset[str]], tuple[int, StoryAlert]] = {}
    for (a_name, a), (b_name, b) in pairs:
        found = compare(a.text, b.text, hidden_a=a.hidden, hidden_b=b.hidden, one_article=a_name == b_name)
        for alert in found.alerts:
            key = (alert.kind, frozenset((alert.a_text.casefold(), alert.b_text.casefold())))
            if alert.kind in _FACTS and (key not in ranked or alert.rank < ranked[key][0]):
                ranked[key] = alert.rank, _story_alert(alert, f"{a_name}{_number(a, b)}", f"{b_name}{_number(b, a)}")
    return [alert for _, alert in sorted(ranked.values(), key=lambda each: each[0])], complete


def _updates(
    desk: Desk, articles: Sequence[Article], newest: dict[ArticleId, Version]
) -> Iterator[tuple[tuple[str, Version], tuple[str, Version]]]:
    for article in articles:
        earlier = [info for info in desk.versions(article.id) if info.id != article.newest]
        if earlier:
            yield (_name(article), desk.version(earlier[0].id)), (_name(article), newest[article.id])


def _story_alert(alert: Alert, a_name: str, b_name: str) -> StoryAlert:
    return StoryAlert(alert.kind.value, a_name, b_name, alert.a_text, alert.b_text)


def _name(article: Article) -> str:
    return article.metadata.outlet or article.metadata.title or f"article {article.id}"


def _number(version: Version, other: Version) -> str:
    same = version.info.article_id == other.info.article_id
    return f", version {version.info.number}" if same else ""
