"""Which quotes of a story report the same utterance? Reads them from the desk, and keeps what the checker decided."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop.desk import Desk
    from desktop.domain import Article, Quote, StoryId, Version
    from desktop.text.statements import Occurrence, Statements

_AROUND = 300  # code points of the reporter's words on each side of a quote


@dataclass(frozen=True, slots=True)
class Told:
    """The quotes of a story, ready to be grouped; grouping needs no desk and may run on any thread."""

    articles: tuple[Article, ...]
    quotes: dict[str, Quote]  # by uid
    occurrences: tuple[Occurrence, ...]  # keys are uids of quotes, sources are ids of versions as text
    decisions: dict[frozenset[Hashable], bool]

    def group(self) -> Statements:
        """Group them; for a story of usual size a matter of milliseconds."""
        from desktop.text.statements import group

        return group(self.occurrences, self.decisions)


def told(desk: Desk, story_id: StoryId) -> Told:
    """Read the quotes of the newest versions of a story."""
    articles = tuple(desk.articles(story=story_id))
    quotes: dict[str, Quote] = {}
    occurrences: list[Occurrence] = []
    for article in articles:
        version = desk.version(article.newest)
        for order, quote in enumerate(desk.quotes(version.id)):
            quotes[quote.uid] = quote
            occurrences.append(_occurrence(article, version, quote, order))
    return Told(articles, quotes, tuple(occurrences), _decisions(desk, story_id))


def decide(desk: Desk, story_id: StoryId, pair: frozenset[str], same: bool | None) -> None:  # noqa: FBT001 - three answers
    """Remember that two quotes report the same utterance (True), do not (False), or leave it to the program (None)."""
    kept = {frozenset(uids): known for *uids, known in _kept(desk, story_id)}
    kept.pop(pair, None)
    if same is not None:
        kept[pair] = same
    desk.remember(_key(story_id), json.dumps([[*sorted(uids), known] for uids, known in kept.items()]))


def _occurrence(article: Article, version: Version, quote: Quote, order: int) -> Occurrence:
    from desktop.text.statements import Occurrence

    text, span = version.text, quote.span
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _AROUND)
    said = quote.attribution
    return Occurrence(
        key=quote.uid,
        source=str(version.id),
        span=span,
        text=quote.text,
        speaker=said.name,
        role=said.role,
        via=said.via,
        kind=quote.kind,
        order=order,
        language=version.info.language,
        published=article.metadata.published_on,
        before=text[begin : span.start],
        after=text[span.end : end],
        mention=said.speaker,
    )


def _key(story_id: StoryId) -> str:
    return f"same/{story_id}"


def _kept(desk: Desk, story_id: StoryId) -> list[tuple[str, str, bool]]:
    return [(a, b, bool(same)) for a, b, same in json.loads(desk.remembered(_key(story_id)) or "[]")]


def _decisions(desk: Desk, story_id: StoryId) -> dict[frozenset[Hashable], bool]:
    return {frozenset((a, b)): same for a, b, same in _kept(desk, story_id)}
