"""Random acts on a desk, compared with a plain model of what a checker would expect."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule

from desktop.desk.open_desk import Desk
from desktop.domain import (
    Act,
    AddOutcome,
    ArticleId,
    Attribution,
    Counts,
    Draft,
    Flag,
    Metadata,
    Quote,
    QuoteId,
    QuoteKind,
    Span,
    Status,
    StoryId,
    VersionId,
)
from desktop.domain import MarkChange as Change
from tests.store.desks import RANDOM_RUNS, Ticking, prepared, quick_folder

SAYINGS = (
    "“It is over,” he said.",
    "She said “not yet”.",
    "“It is over,” they said.",
    "Nobody spoke.",
    "„Nein“, 😀 “yes”.",
)
texts = st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=4).map("\n\n".join)
words = st.sampled_from(("", "called", "naïve note", "two\nlines", "'; DROP TABLE mark; --", "0"))
checkers = st.sampled_from(("Kim", "Lee"))
changes = st.builds(
    Change,
    status=st.none() | st.sampled_from(Status),
    note=st.none() | words,
    evidence=st.none() | words,
    reason=st.none() | words,
)


@dataclass
class Said:
    """What the model knows of one quote."""

    status: Status = Status.UNVERIFIED
    note: str = ""
    evidence: str = ""
    reason: str = ""
    marks: int = 0
    deleted: bool = False
    attribution: Attribution = field(default_factory=Attribution)
    kind: QuoteKind = QuoteKind.INDIRECT
    span: Span = field(default_factory=lambda: Span(0, 1))


@dataclass
class Piece:
    """What the model knows of one article."""

    story: StoryId
    texts: list[tuple[VersionId, str]]
    deleted: bool = False
    edited: Metadata | None = None


class Acts(RuleBasedStateMachine):
    quotes_seen = Bundle("quotes_seen")
    articles_seen = Bundle("articles_seen")
    stories_seen = Bundle("stories_seen")

    def __init__(self) -> None:
        super().__init__()
        self.temporary = quick_folder()
        self.folder = Path(self.temporary.name)
        self.desk = Desk.create(self.folder / "acts.desk", clock=Ticking())
        self.stories: dict[StoryId, str] = {}
        self.articles: dict[ArticleId, Piece] = {}
        self.quotes: dict[QuoteId, Said] = {}
        self.drafts: dict[QuoteId, Draft] = {}
        self.marks = 0

    def teardown(self) -> None:
        self.desk.close()
        self.temporary.cleanup()

    # -- acts ------------------------------------------------------------------------------------------------------

    @rule(target=quotes_seen, text=texts)
    def add(self, text: str) -> object:
        added = self.desk.add(prepared(text, title="T"), checker="Kim")
        known = [a for a, piece in self.articles.items() if not piece.deleted and text in [t for _, t in piece.texts]]
        assert (added.outcome == AddOutcome.SAME) == bool(known)
        if known:
            return multiple()
        self.stories.setdefault(added.story_id, "T")
        self.articles[added.article_id] = Piece(added.story_id, [(added.version_id, text)])
        return multiple(*self._found(added.version_id))

    @rule(target=quotes_seen, article=articles_seen, text=texts)
    def add_version(self, article: ArticleId, text: str) -> object:
        piece = self.articles[article]
        if piece.deleted or text in [known for _, known in piece.texts]:
            return multiple()
        before = self.desk.quotes(piece.texts[-1][0])
        added = self.desk.add(prepared(text, title="T"), article=article, checker="Kim")
        assert added.outcome == AddOutcome.NEW_VERSION
        piece.texts.append((added.version_id, text))
        found = self._found(added.version_id)
        self._carry(before, self.desk.quotes(added.version_id))
        return multiple(*found)

    def _found(self, version_id: VersionId) -> list[QuoteId]:
        quotes = self.desk.quotes(version_id)
        self.quotes |= {q.id: Said(span=q.span, attribution=q.attribution, kind=q.kind) for q in quotes}
        return [quote.id for quote in quotes]

    def _carry(self, before: list[Quote], now: list[Quote]) -> None:
        """Only quotes of a wording that was marked before may have a mark."""
        for quote in now:
            if quote.marks:
                [mark] = self.desk.history(quote.id)
                sources = [self.quotes[b.id] for b in before if b.text == quote.text and b.marks]
                assert mark.act == Act.CARRIED
                assert (quote.status, quote.evidence) in [(s.status, s.evidence) for s in sources]
                expected = self.quotes[quote.id]
                expected.status, expected.note, expected.evidence = quote.status, quote.note, quote.evidence
                expected.reason, expected.marks = quote.reason, 1
                self.marks += 1

    @rule(target=articles_seen)
    def pick_article(self) -> object:
        return multiple(*self.articles)

    @rule(target=stories_seen, title=words)
    def new_story(self, title: str) -> StoryId:
        story = self.desk.new_story(title)
        self.stories[story.id] = title
        return story.id

    @rule(story=stories_seen, title=words)
    def rename(self, story: StoryId, title: str) -> None:
        self.desk.rename_story(story, title, checker="Kim")
        self.stories[story] = title

    @rule(article=articles_seen, story=stories_seen)
    def move(self, article: ArticleId, story: StoryId) -> None:
        self.desk.move_article(article, story)
        self.articles[article].story = story

    @rule(article=articles_seen, title=words, outlet=words)
    def edit(self, article: ArticleId, title: str, outlet: str) -> None:
        self.articles[article].edited = Metadata(title=title, outlet=outlet)
        self.desk.edit_metadata(article, Metadata(title=title, outlet=outlet))

    @rule(article=articles_seen, deleted=st.booleans())
    def throw_away(self, article: ArticleId, *, deleted: bool) -> None:
        (self.desk.delete_articles if deleted else self.desk.restore_articles)([article])
        self.articles[article].deleted = deleted

    @rule(quotes=st.lists(quotes_seen, min_size=1, max_size=4, unique=True), change=changes, checker=checkers)
    def mark(self, quotes: list[QuoteId], change: Change, checker: str) -> None:
        now = self.desk.mark(quotes, change, checker=checker)
        assert now == [self.desk.quote(id_) for id_ in quotes]
        for quote in quotes:
            expected = self.quotes[quote]
            if change.status not in {None, expected.status}:  # another status takes away why the former one was given
                expected.reason = ""
            for name in ("status", "note", "evidence", "reason"):
                if getattr(change, name) is not None:
                    setattr(expected, name, getattr(change, name))
            expected.marks += 1
        self.marks += len(quotes)

    @rule(quote=quotes_seen, change=changes)
    def mark_and_undo(self, quote: QuoteId, change: Change) -> None:
        former = self.desk.quote(quote)
        self.desk.mark([quote], change, checker="Kim")
        [back] = self.desk.unmark([former], checker="Kim")
        self.quotes[quote].marks += 2
        self.marks += 2
        assert replace(back, marks=former.marks, checker=former.checker, marked_at=former.marked_at) == former

    @rule(quotes=st.lists(quotes_seen, min_size=1, max_size=3, unique=True), deleted=st.booleans())
    def delete_quotes(self, quotes: list[QuoteId], *, deleted: bool) -> None:
        (self.desk.corrections.delete if deleted else self.desk.corrections.restore)(quotes)
        for quote in quotes:
            self.quotes[quote].deleted = deleted

    @rule(quote=quotes_seen, person=words, kind=st.none() | st.sampled_from(QuoteKind))
    def attribute(self, quote: QuoteId, person: str, kind: QuoteKind | None) -> None:
        self.desk.corrections.attribute([quote], Attribution(person=person), kind)
        expected = self.quotes[quote]
        expected.attribution, expected.kind = Attribution(person=person), kind or expected.kind

    @rule(quote=quotes_seen, start=st.integers(0, 12), size=st.integers(1, 12))
    def resize(self, quote: QuoteId, start: int, size: int) -> None:
        text = self.desk.version(self.desk.quote(quote).version_id).text
        span = Span(start, min(start + size, len(text)))
        now = self.desk.corrections.resize(quote, span)
        assert now.text == span.of(text)
        self.quotes[quote].span = span

    @rule(target=quotes_seen, article=articles_seen, start=st.integers(0, 9))
    def add_by_hand(self, article: ArticleId, start: int) -> object:
        version_id, _ = self.articles[article].texts[-1]
        quote = self.desk.corrections.add(version_id, Span(start, start + 3), QuoteKind.INDIRECT)
        self.quotes.setdefault(quote.id, Said(span=quote.span)).deleted = False
        return quote.id

    @rule(quote=quotes_seen, note=words, evidence=words)
    def draft(self, quote: QuoteId, note: str, evidence: str) -> None:
        draft = Draft(quote, note, evidence)
        self.desk.save_draft(draft)
        self.drafts.pop(quote, None)
        if note or evidence:
            self.drafts[quote] = draft

    @rule()
    def close_and_open_again(self) -> None:
        self.desk.close()
        self.desk = Desk.open(self.folder / "acts.desk", clock=Ticking())

    @rule()
    def check(self) -> None:
        report = self.desk.check()
        assert report.findings == []
        assert report.notes == []
        assert report.marks == self.marks

    # -- what must hold --------------------------------------------------------------------------------------------

    @invariant()
    def the_desk_says_what_the_model_says(self) -> None:
        assert {story.id: story.title for story in self.desk.stories()} == self.stories
        there = {article.id: article for deleted in (False, True) for article in self.desk.articles(deleted=deleted)}
        assert set(there) == set(self.articles)
        for id_, piece in self.articles.items():
            article = there[id_]
            assert (article.story_id, article.deleted, article.versions) == (
                piece.story, piece.deleted, len(piece.texts),
            )  # fmt: skip
            assert article.metadata == (piece.edited or Metadata(title="T"))
            assert article.counts == self._tally(article.newest)
        assert {draft.quote_id: draft for draft in self.desk.drafts()} == self.drafts
        assert self.desk.chains.mark_head().marks == self.marks

    def _tally(self, version: VersionId) -> Counts:
        there = [(self.quotes[quote.id], Flag.NOT_STARTED in quote.flags) for quote in self.desk.quotes(version)]
        assert not any(each.deleted for each, _ in there)
        live = [each for each, untouched in there if each.kind.is_said or not untouched]
        return Counts(*(sum(each.status == status for each in live) for status in Status))

    @rule(quote=quotes_seen)
    def a_quote_says_what_was_said_of_it(self, quote: QuoteId) -> None:
        now, expected = self.desk.quote(quote), self.quotes[quote]
        assert (now.status, now.note, now.evidence, now.reason, now.marks) == (
            expected.status, expected.note, expected.evidence, expected.reason, expected.marks,
        )  # fmt: skip
        assert (now.deleted, now.attribution, now.span) == (expected.deleted, expected.attribution, expected.span)
        assert now.kind is expected.kind
        assert len(self.desk.history(quote)) == expected.marks


Acts.TestCase.settings = settings(max_examples=RANDOM_RUNS, stateful_step_count=40, deadline=None)
TestActs = Acts.TestCase
