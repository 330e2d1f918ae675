"""What do the quotes of a story tell, with what the checker said of them? Read here, grouped on any thread."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text.origins import Account, SharedRuns, origins, shared_runs
from desktop.text.statements import Occurrence, group

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, Quote, StoryId, Version
    from desktop.text.statements import Statements

_AROUND = 300  # code points of the reporter's words on each side of a quote

Pair = frozenset[str]  # uids of two quotes, or of two articles


@dataclass(frozen=True, slots=True)
class Told:
    """The quotes of a story, ready to be grouped; grouping needs no desk and may run on any thread."""

    articles: tuple[Article, ...]
    quotes: dict[str, Quote]  # by uid
    occurrences: tuple[Occurrence, ...]  # keys are uids of quotes, sources are ids of versions as text
    decisions: dict[frozenset[Hashable], bool]
    accounts: tuple[Account, ...] = ()  # keys are uids of articles
    one_origin: dict[frozenset[Hashable], bool] | None = None  # what the checker said of pairs of articles
    primary: str = ""  # uid of the article that the checker named as the primary source of the story

    def group(self) -> Statements:
        """Group them; for a story of usual size a matter of milliseconds."""
        return group(self.occurrences, self.decisions)

    def shared_runs(self) -> tuple[SharedRuns, ...]:
        """Return what each two articles have in common word for word, outside quotations; most shared first."""
        return shared_runs(self.accounts)

    def origins(self) -> list[set[Hashable]]:
        """Group the articles by origin; only what the checker confirmed joins two of them."""
        confirmed = [pair for pair, same in (self.one_origin or {}).items() if same]
        return origins(self.accounts, confirmed)

    @property
    def primary_version(self) -> str:
        """The id, as text, of the newest version of the primary source; empty where none is named."""
        return next((str(article.newest) for article in self.articles if article.uid == self.primary), "")

    def origins_among(self, uids: Collection[str]) -> int:
        """Return how many origins these articles have."""
        return sum(not group.isdisjoint(uids) for group in self.origins())


def told(desk: Desk, story_id: StoryId) -> Told:
    """Read the quotes of the newest versions of a story."""
    articles = tuple(desk.articles(story=story_id))
    quotes: dict[str, Quote] = {}
    occurrences: list[Occurrence] = []
    accounts: list[Account] = []
    for article in articles:
        version = desk.version(article.newest)
        own = desk.quotes(version.id)
        for order, quote in enumerate(own):
            quotes[quote.uid] = quote
            occurrences.append(_occurrence(article, version, quote, order))
        accounts.append(Account(article.uid, version.text, version.hidden, tuple(quote.span for quote in own)))
    same = _decided(_followed(desk, articles, quotes, kept_answers(desk, same_key(story_id))))
    origin = _decided(kept_answers(desk, origin_key(story_id)))
    named = primary(desk, story_id)
    return Told(articles, quotes, tuple(occurrences), same, tuple(accounts), origin, named)


# -- what the checker decided ------------------------------------------------------------------------------------------


def primary(desk: Desk, story_id: StoryId) -> str:
    """Return the uid of the article that was named as the primary source of a story, or an empty string."""
    return desk.remembered(f"primary/{story_id}")


def same_key(story_id: StoryId) -> str:
    """Under which key it is kept what was said of pairs of quotes."""
    return f"same/{story_id}"


def origin_key(story_id: StoryId) -> str:
    """Under which key it is kept what was said of pairs of articles."""
    return f"origin/{story_id}"


def kept_answers(desk: Desk, key: str) -> dict[Pair, bool | None]:
    """Return every answer; None says that the program may decide, whatever was said of an earlier version."""
    return {frozenset((a, b)): same for a, b, same in json.loads(desk.remembered(key) or "[]")}


def _decided(kept: dict[Pair, bool | None]) -> dict[frozenset[Hashable], bool]:
    return {frozenset(pair): same for pair, same in kept.items() if same is not None}


def _followed(
    desk: Desk, articles: tuple[Article, ...], quotes: dict[str, Quote], kept: dict[Pair, bool | None]
) -> dict[Pair, bool | None]:
    """Let answers about quotes of earlier versions hold for the quotes of the newest that have exactly their words."""
    if all(uid in quotes for pair in kept for uid in pair):
        return kept
    now = _successors(desk, articles, quotes)
    followed: dict[Pair, bool | None] = {}
    for pair, same in kept.items():
        heirs = [uid if uid in quotes else now.get(uid, "") for uid in sorted(pair)]
        if all(heirs) and not pair <= quotes.keys():
            followed[frozenset(heirs)] = same
    return {**followed, **{pair: same for pair, same in kept.items() if pair <= quotes.keys()}}


def _successors(desk: Desk, articles: tuple[Article, ...], quotes: dict[str, Quote]) -> dict[str, str]:
    """Return, by uid, for quotes of earlier versions the quote of the newest that prints the same words, if but one."""
    found: dict[str, str] = {}
    for article in articles:
        own: dict[str, list[str]] = {}
        for quote in quotes.values():
            if quote.version_id == article.newest:
                own.setdefault(quote.text, []).append(quote.uid)
        earlier = [info.id for info in desk.versions(article.id) if info.id != article.newest]
        for old in (quote for version in earlier for quote in desk.quotes(version)):
            heirs = own.get(old.text, [])
            if len(heirs) == 1:
                found[old.uid] = heirs[0]
    return found


# -- quotes ------------------------------------------------------------------------------------------------------------


def _occurrence(article: Article, version: Version, quote: Quote, order: int) -> Occurrence:
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
