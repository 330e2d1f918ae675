"""Quotes of a story with the checker's decisions on them: read from the desk here, grouped on any thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.desk.stories.decisions import origin_key, primary, same_key, stored_answers
from desktop.domain import value_type
from desktop.text.grouping.origins import Account, SharedRuns, origins, shared_runs
from desktop.text.grouping.statement_types import Occurrence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterator, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.desk.stories.decisions import Pair
    from desktop.domain import Article, Quote, Span, StoryId, Version
    from desktop.text.statements import Statements

_AROUND = 300  # code points of the reporter's words on each side of a quote


@value_type
class StoryQuotes:
    """The quotes of a story, ready to be grouped; grouping needs no desk and may run on any thread."""

    articles: tuple[Article, ...]
    quotes: dict[str, Quote]  # by uid
    occurrences: tuple[Occurrence, ...]  # keys are uids of quotes, sources are ids of versions as text
    decisions: dict[frozenset[Hashable], bool]
    accounts: tuple[Account, ...] = ()  # keys are uids of articles
    one_origin: dict[frozenset[Hashable], bool] | None = None  # what the checker decided of pairs of articles
    primary: str = ""  # uid of the article that the checker named as the primary source of the story

    def group(self) -> Statements:
        """Group them; for a story of usual size a matter of milliseconds."""
        from desktop.text.statements import group  # heavy, and not needed to read them

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


def read_story_quotes(desk: Desk, story_id: StoryId) -> StoryQuotes:
    """Read the quotes of the newest versions of a story; those of its sources are not checked, and left out."""
    return story_quotes_reader(desk, story_id)()


def story_quotes_reader(desk: Desk, story_id: StoryId) -> Callable[[], StoryQuotes]:
    """Read what `read_story_quotes` does; the function returned puts it together, and may be called on any thread."""
    sources = desk.article_list.sources()
    articles = tuple(article for article in desk.articles(story=story_id) if article.id not in sources)
    printed = [(article, desk.version(article.newest), desk.quotes(article.newest)) for article in articles]
    quotes = {quote.uid: quote for _, _, own in printed for quote in own if quote.kind.is_said}
    same = _decided(_carried_over(desk, articles, quotes, stored_answers(desk, same_key(story_id))))
    origin = _decided(stored_answers(desk, origin_key(story_id)))
    named = primary(desk, story_id)

    def put_together() -> StoryQuotes:
        occurrences = tuple(each for place in printed for each in _occurrences(*place))
        accounts = tuple(
            Account(article.uid, version.text, version.hidden, tuple(quote.span for quote in own))
            for article, version, own in printed
        )
        return StoryQuotes(articles, quotes, occurrences, same, accounts, origin, named)

    return put_together


def _occurrences(article: Article, version: Version, quotes: Sequence[Quote]) -> Iterator[Occurrence]:
    for order, quote in enumerate(quote for quote in quotes if quote.kind.is_said):
        before, after = _around(version.text, quote.span)
        language = version.info.language
        yield occurrence(quote, article, order=order, language=language, before=before, after=after)


def _decided(answers: dict[Pair, bool | None]) -> dict[frozenset[Hashable], bool]:
    return {frozenset(pair): same for pair, same in answers.items() if same is not None}


def _carried_over(
    desk: Desk, articles: tuple[Article, ...], quotes: dict[str, Quote], answers: dict[Pair, bool | None]
) -> dict[Pair, bool | None]:
    """Let answers about quotes of earlier versions hold for the quotes of the newest that have exactly their words."""
    if all(uid in quotes for pair in answers for uid in pair):
        return answers
    successors = _successors(desk, articles, quotes)
    carried: dict[Pair, bool | None] = {}
    for pair, same in answers.items():
        now = [uid if uid in quotes else successors.get(uid, "") for uid in sorted(pair)]
        if all(now) and not pair <= quotes.keys():
            carried[frozenset(now)] = same
    return {**carried, **{pair: same for pair, same in answers.items() if pair <= quotes.keys()}}


def _successors(desk: Desk, articles: tuple[Article, ...], quotes: dict[str, Quote]) -> dict[str, str]:
    """Return, by uid, for quotes of earlier versions the quote of the newest that prints the same words, if but one."""
    found: dict[str, str] = {}
    for article in articles:
        by_text: dict[str, list[str]] = {}
        for quote in quotes.values():
            if quote.version_id == article.newest:
                by_text.setdefault(quote.text, []).append(quote.uid)
        earlier = [info.id for info in desk.versions(article.id) if info.id != article.newest]
        for old in (quote for version in earlier for quote in desk.quotes(version)):
            same = by_text.get(old.text, [])
            if len(same) == 1:
                found[old.uid] = same[0]
    return found


# -- quotes ------------------------------------------------------------------------------------------------------------


def occurrence(
    quote: Quote, article: Article, *, order: int = 0, language: str = "en", before: str = "", after: str = ""
) -> Occurrence:
    """Return a quote as the grouping of statements reads it; its key is its uid, its source the id of its version.

    `order` is its place among the quotes of its version, `before` and `after` are the reporter's words around it.
    """
    by = quote.attribution
    return Occurrence(
        key=quote.uid,
        source=str(quote.version_id),
        span=quote.span,
        text=quote.text,
        speaker=by.name,
        role=by.role,
        via=by.via,
        kind=quote.kind,
        order=order,
        language=language,
        published=article.metadata.published_on,
        before=before,
        after=after,
        mention=by.speaker,
    )


def _around(text: str, span: Span) -> tuple[str, str]:
    """Return what stands before and after a quote in its paragraph, at most 300 code points each."""
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    end = text.find("\n", span.end)
    end = min(len(text) if end < 0 else end, span.end + _AROUND)
    return text[begin : span.start], text[span.end : end]
