"""The open desk: everything the window and the command line do with one desk file, its queries and its acts.

What has a subject of its own stands in a part that the desk holds: `article_list`, `backups`, `boilerplate`, `chains`,
`corrections`, `index_build`, `people`, `search`, `taking`, `version_moves`. Its verification log is written by
`desktop.desk.stories.log_source`.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC
from typing import TYPE_CHECKING

from desktop.desk.background_work import BackgroundAdder, IndexBuild
from desktop.desk.backups import DeskBackups, time_now
from desktop.desk.boilerplate import DeskBoilerplate
from desktop.desk.chains import DeskChains
from desktop.desk.corrections import DeskCorrections
from desktop.desk.evidence.evidence_files import EvidenceFiles
from desktop.desk.search import DeskSearch
from desktop.desk.stories.people import DeskPeople
from desktop.desk.stories.taking import DeskTaking
from desktop.desk.version_moves import DeskVersionMoves
from desktop.domain import AddOutcome, Draft, Head
from desktop.store.errors import StoreError
from desktop.store.file import location
from desktop.store.file.database import header
from desktop.store.file.migrations import SCHEMA
from desktop.store.pending import acts as pending
from desktop.store.queries import agreement, quote_events
from desktop.store.queries.article_list import ArticleListCache
from desktop.store.queries.quote_cache import QuoteCache
from desktop.store.records import (
    add_capture,
    article_sources,
    articles,
    desk_settings,
    entries,
    evidence_files,
)
from desktop.store.records import stories as story_table
from desktop.store.records.entries import By, EntryKind
from desktop.store.records.quotes import marked_form, marks, quote_table
from desktop.store.upkeep import integrity, opening
from desktop.store.upkeep import merge as merging
from desktop.store.upkeep.integrity import ChainEnd

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from datetime import datetime
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from desktop.desk.newsroom import Newsroom
    from desktop.desk.newsroom_state import Arrived
    from desktop.desk.prepare import Prepared
    from desktop.domain import (
        Act,
        Added,
        Article,
        ArticleId,
        JoinedStory,
        Mark,
        MarkChange,
        Metadata,
        Quote,
        QuoteId,
        SourceDetails,
        Status,
        Story,
        StoryId,
        Version,
        VersionDetail,
        VersionId,
        VersionInfo,
    )
    from desktop.store.errors import ForeignLock
    from desktop.store.pending.acts import PendingAct
    from desktop.store.queries.agreement import Agreement
    from desktop.store.queries.quote_events import QuoteEvent
    from desktop.store.records.quotes.marked_form import Standing
    from desktop.store.upkeep.integrity import Report
    from desktop.store.upkeep.merge import MergeResult
    from desktop.store.upkeep.opening import Opened


class Desk:
    """One open desk file; use it on the thread that opened it.

    Every method that writes is one transaction, durable when it returns; it raises a StoreError (desktop.store.errors)
    with a sentence for the user and then has changed nothing. On a read-only desk every such method raises ReadOnly.
    Queries about an id that is not there raise Missing.
    """

    def __init__(self, path: Path, opened: Opened, clock: Callable[[], datetime]) -> None:
        """Use `create` or `open`."""
        self.path = path
        self.uid = opened.uid
        self.read_only = opened.database.read_only
        self.read_only_why = opened.database.read_only_why  # one sentence, empty when the desk can be written
        self._clock = clock
        self._use(opened)

    def _use(self, opened: Opened) -> None:
        self._db, self._lock = opened.database, opened.lock
        self.backups = DeskBackups(self._db, self._clock)
        self.article_list = ArticleListCache(self._db)
        self._quotes = QuoteCache(self._db)
        self.index_build = IndexBuild(self._db, self.article_list)
        self.chains = DeskChains(self._db, self.uid, self._writing)
        self.search = DeskSearch(self._db, self.article_list)
        self.corrections = DeskCorrections(self._db, self._writing)
        self.boilerplate = DeskBoilerplate(self._db, self._writing)
        self.people = DeskPeople(self._db, self._writing, self._quotes)
        self.taking = DeskTaking(self._db, self._writing)
        self.version_moves = DeskVersionMoves(self._db, self._writing)

    def now(self) -> datetime:
        """Return the time by the desk's clock."""
        return self._clock().astimezone(UTC)

    @property
    def place_warning(self) -> str:
        """One or two sentences if the desk lies in a synchronised or network folder, else empty."""
        return location.warning(self.path)

    # -- opening ---------------------------------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, *, clock: Callable[[], datetime] = time_now) -> Self:
        """Make a new desk; raises StoreError if the file exists or cannot be made."""
        opening.create(path, clock())
        return cls.open(path, clock=clock)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        index_later: bool = False,
        clock: Callable[[], datetime] = time_now,
        tell: Callable[[int, int], object] | None = None,
    ) -> Self:
        """Open a desk; raises NotOurs, Locked (naming who has it), Damaged, Missing...

        A newer desk, a read-only file and a file in a read-only folder open with `read_only` set and a reason. The
        search index of a desk of an older version is made first, unless that is left to `index_build`. Such a desk is
        copied before: `tell` hears how much of it is, and of how much; what it raises leaves the desk as it was.
        """
        desk = cls(path, opening.open_desk(path, read_only=read_only, tell=tell), clock)
        try:
            if not (index_later or desk.read_only):
                desk.index_build.finish()
        except BaseException:
            desk.close()
            raise
        return desk

    @classmethod
    def open_breaking_lock(
        cls, path: Path, lock: ForeignLock, *, checker: str, clock: Callable[[], datetime] = time_now
    ) -> Self:
        """Open a desk although another computer may have it open, and log what is known of its lock in the desk.

        Only the lock that was refused with ForeignLock is broken; raises what `open` raises, for another one, too.
        """
        opened = opening.open_desk(path, breaking=lock.fingerprint)
        desk = cls(path, opened, clock)
        try:
            if opened.lock is not None and opened.lock.broken is not None:
                with desk._writing(checker) as by:
                    entries.append(desk._db, by, EntryKind.LOCK_BROKEN, desk.uid, opened.lock.broken.known())
        except BaseException:
            desk.close()
            raise
        return desk

    def close(self) -> None:
        self.backups.copies.finish()
        self._db.close()
        if self._lock:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self, checker: str = "") -> Iterator[By]:
        """One transaction, by one checker, at one time; before the first one of a day, a backup."""
        now, copies = self._clock(), self.backups.copies
        if self._db.in_transaction:  # one of several acts that are written together
            with self._db.part_of_transaction():
                yield By(self.uid, checker, now.isoformat(timespec="microseconds"))
            return
        if copies.checked_on != now.date() or copies.problem:
            copies.before_change()
        with self._db.transaction():
            yield By(self.uid, checker, now.isoformat(timespec="microseconds"))
        assert not self._db.in_transaction

    @contextmanager
    def writing_together(self) -> Iterator[None]:
        """Make the acts of a block one transaction: on the disk when the block is left, none of them where it raises.

        An act that raises is taken back by itself; the block may go on unless `is_writing` is False then.
        """
        self.article_list.state()  # what it keeps on the connection is not to be taken back
        try:
            with self._writing():
                yield
        except BaseException:
            self.article_list.note_rollback()
            raise

    @property
    def is_writing(self) -> bool:
        """Say whether a transaction is open."""
        return self._db.in_transaction

    # -- reading articles ----------------------------------------------------------------------------------------------

    def stories(self) -> list[Story]:
        """All stories that are not deleted, in the order they were made."""
        return story_table.stories(self._db)

    def stories_by_ids(self, story_ids: Sequence[StoryId]) -> list[Story]:
        """Those of the stories that are there, in the order they were made."""
        return story_table.by_ids(self._db, story_ids)

    def articles(
        self,
        *,
        story: StoryId | None = None,
        words: str = "",
        status: Status | None = None,
        deleted: bool = False,
    ) -> list[Article]:
        """Articles in the order they were added.

        `words` must all occur in headline, outlet or byline; `status` keeps articles that have such a quote;
        `deleted` asks for those in the trash instead.
        """
        return articles.articles(self._db, story=story, words=words, status=status, deleted=deleted)

    def articles_by_ids(self, article_ids: Sequence[ArticleId]) -> list[Article]:
        """Those of the articles that are there, in the trash or not, in the order they were added."""
        return articles.by_ids(self._db, article_ids)

    def newest_versions(self, story: StoryId, most: int) -> list[VersionId]:
        """Return the newest versions of the articles of a story that were added last, the last one first."""
        return articles.newest_versions(self._db, story, most)

    def article_days(self) -> dict[ArticleId, str]:
        """Return the day (YYYY-MM-DD) on which each article was published, empty where nobody knows."""
        return articles.days(self._db)

    def articles_of_versions(self, version_ids: Sequence[VersionId]) -> dict[VersionId, Article]:
        """Return the article of each version."""
        return articles.of_versions(self._db, version_ids)

    def article(self, article_id: ArticleId) -> Article:
        return articles.article(self._db, article_id)

    def versions(self, article_id: ArticleId) -> list[VersionInfo]:
        """Newest first."""
        return articles.versions(self._db, article_id)

    def version(self, version_id: VersionId) -> Version:
        return articles.version(self._db, version_id)

    def version_detail(self, version_id: VersionId) -> VersionDetail:
        """Return what the source of a version states about it, and its pages, times and speakers."""
        return articles.detail(self._db, version_id)

    def find_version(self, id_or_uid: str) -> Version:
        """Return the version of this number or uid, by one look-up; raises Missing, for one in the trash too."""
        return articles.version(self._db, articles.version_id(self._db, id_or_uid))

    def original(self, version_id: VersionId) -> bytes:
        """Return the bytes as they came."""
        return articles.original(self._db, version_id)

    # -- reading quotes and marks --------------------------------------------------------------------------------------

    def quotes(self, version_id: VersionId, *, deleted: bool = False) -> list[Quote]:
        """In text order."""
        read = quote_table.of_versions(self._db, [version_id], deleted=True) if deleted else None
        return self._quotes.of_version(version_id) if read is None else read

    def called_titles_or_names(self) -> set[QuoteId]:
        """The quotes that a checker called a title or a name."""
        return quote_table.called_titles_or_names(self._db)

    def story_quotes(self, story_id: StoryId, *, with_evidence: bool = False) -> list[Quote]:
        """The quotes of the newest version of every article of a story, in list and text order, or those with it."""
        return self._quotes.of_story(story_id, with_evidence=with_evidence)

    def read_quotes_ahead(self, version_id: VersionId) -> bool:
        """Read some quotes of a version, so that `quotes` costs little in the end; say whether to go on."""
        return self._quotes.read_some(version_id)

    def read_ahead(self, story_id: StoryId) -> bool:
        """Read some quotes of a story, so that `story_quotes` costs little in the end; say whether to go on."""
        return self._quotes.read_ahead(story_id)

    def next_unverified(self, story_id: StoryId, listed: VersionId) -> Quote | None:
        """The first unverified quote of the story after the article of a listed version, going round."""
        found = quote_table.next_unverified(self._db, story_id, listed)
        return None if found is None else self.quote(found)

    def quote(self, quote_id: QuoteId) -> Quote:
        return quote_table.by_ids(self._db, [quote_id])[0]

    def find_quote(self, id_or_uid: str) -> Quote:
        """Return the quote of this number or uid, by one look-up; raises Missing."""
        return self.quote(quote_table.quote_id(self._db, id_or_uid))

    def history(self, quote_id: QuoteId) -> list[Mark]:
        """Newest first."""
        return marks.history(self._db, quote_id)

    def histories(self, quotes: Sequence[QuoteId]) -> dict[QuoteId, list[Mark]]:
        """Return the marks of many quotes at once, each newest first."""
        return marks.by_quote(self._db, quotes)

    def events(self, quote_id: QuoteId) -> list[QuoteEvent]:
        """Return what was done beside marks to a quote, its article and its story, newest first."""
        return quote_events.quote_events(self._db, quote_id)

    def keeps_evidence(self, sha256: str) -> bool:
        """Say whether a file is kept as evidence, whole."""
        return evidence_files.is_there(self._db, sha256)

    def evidence_parts(self, sha256: str) -> Iterator[bytes]:
        """Yield the bytes of a file that is kept as evidence; raises Missing."""
        return evidence_files.parts(self._db, sha256)

    def unchanging(self) -> AbstractContextManager[None]:
        """Keep what is read in the block as it is at its beginning: others cannot write to the file meanwhile."""
        return self._db.reading()

    def is_locked(self, story_id: StoryId) -> bool:
        return story_table.is_locked(self._db, story_id)

    def require_open(self, *stories: StoryId, versions: Collection[VersionId] = ()) -> None:
        """Raise Refused if one of these stories, or of those that these versions belong to, is locked."""
        for story_id in stories:
            story_table.require_open(self._db, story_id)
        if versions:
            articles.require_open(self._db, versions)

    def drafts(self) -> list[Draft]:
        return [Draft(*draft) for draft in marks.drafts(self._db)]

    def standing(self, quote_id: QuoteId) -> Standing:
        """Return how a quote got its status: from whom, and for which words and speaker where it has others now."""
        return marked_form.standing(self._db, [quote_id]).get(quote_id, marked_form.Standing())

    # -- articles --------------------------------------------------------------------------------------------------

    def add(
        self,
        prepared: Prepared,
        *,
        story: StoryId | None = None,
        article: ArticleId | None = None,
        checker: str = "",
        label: str = "",
    ) -> Added:
        """Add a capture as a new article of `story` (a new story named after it if None), or as a version of `article`.

        A text that is already here (same SHA-256, same place) adds nothing and says where it is.
        """
        with self._writing(checker) as by:
            return add_capture.add(
                self._db, by, prepared.capture, prepared.quotes, prepared.words, story=story, article=article,
                label=label,
            )  # fmt: skip

    def background_adder(self) -> BackgroundAdder:
        """Return what adds long captures from another thread, while this desk can be read."""
        with self._writing():
            opening.wait_for_beside(self._db)
        return BackgroundAdder(self.path, self.uid, self.now)

    def evidence_files(self) -> EvidenceFiles:
        """Return what keeps files as evidence, and reads them again, on any thread."""
        return EvidenceFiles(self.path, self.uid, self._db.turn, self._db.read_only)

    def newsroom(self, *, gentle: bool = False) -> Newsroom:
        """Return what shares stories of this desk with others, over connections of its own; on any one thread.

        `gentle`: somebody works on the desk meanwhile, who is not to wait for it.
        """
        from desktop.desk.newsroom import Newsroom

        if not self._db.read_only:
            with self._writing():
                opening.wait_for_beside(self._db)
        self.article_list.note_elsewhere(writing=True)
        return Newsroom(self.path, self.uid, self._db.turn, self.now, gentle=gentle)

    def take_note(self, arrived: Arrived) -> None:
        """Hear what a newsroom brought into the desk."""
        self.article_list.note_changes(arrived.articles, stories=bool(arrived.merged.stories or arrived.merged.others))

    def end_newsroom(self) -> None:
        """Hear that a newsroom was closed."""
        opening.wait_for_beside(self._db, long=False)
        self.article_list.note_elsewhere(writing=False)

    def make_own(self, *, checker: str = "") -> None:
        """Make this copy of a desk a desk of its own, where both copies were worked on; close its newsroom before."""
        with self._writing(checker):
            uid = opening.make_own(self._db)
        self.uid = uid
        self.chains = DeskChains(self._db, uid, self._writing)

    def joined_stories(self) -> list[JoinedStory]:
        """Return the stories that this desk shares, on whichever hub."""
        from desktop.store.sharing import membership

        return membership.joined(self._db)

    def may_lock(self, story_id: StoryId) -> bool:
        """Say whether a lock by this user holds for all who share a story, as far as the hub has reported."""
        from desktop.store.sharing import membership

        return membership.may_lock(self._db, story_table.story(self._db, story_id).uid)

    def added_in_background(self, added: Added | None) -> None:
        """Take note of what was added there, or that nothing was."""
        opening.wait_for_beside(self._db, long=False)
        if added is not None and added.outcome is not AddOutcome.SAME:
            self.article_list.note_addition(added.article_id)

    def new_story(self, title: str, *, checker: str = "") -> Story:
        with self._writing(checker) as by:
            return story_table.add_story(self._db, by, title)

    def rename_story(self, story_id: StoryId, title: str, *, checker: str = "") -> None:
        with self._writing(checker) as by:
            story_table.rename_story(self._db, by, story_id, title)

    def edit_metadata(self, article_id: ArticleId, metadata: Metadata, *, checker: str = "") -> None:
        """Say what the checker knows of an article; what its texts say stays with the versions."""
        with self._writing(checker) as by:
            articles.edit_metadata(self._db, by, article_id, metadata)

    def name_source(self, article_id: ArticleId, details: SourceDetails | None, *, checker: str = "") -> None:
        """Say that quotes of the story are checked against an article, or (None) that it is an article like others."""
        with self._writing(checker) as by:
            body = article_sources.body(details)
            articles.change_article(self._db, by, article_id, EntryKind.SOURCE_NAMED, body)

    def move_article(self, article_id: ArticleId, story_id: StoryId, *, checker: str = "") -> None:
        with self._writing(checker) as by:
            articles.move_article(self._db, by, article_id, story_id)

    def delete_articles(self, article_ids: Iterable[ArticleId], *, checker: str = "") -> None:
        """Put all of these articles in the trash, or none; nothing of them is lost."""
        self._change_articles(article_ids, EntryKind.ARTICLE_DELETED, checker)

    def restore_articles(self, article_ids: Iterable[ArticleId], *, checker: str = "") -> None:
        """Bring all of these articles back from the trash, or none."""
        self._change_articles(article_ids, EntryKind.ARTICLE_RESTORED, checker)

    def _change_articles(self, article_ids: Iterable[ArticleId], kind: EntryKind, checker: str) -> None:
        with self._writing(checker) as by:
            for article_id in article_ids:
                articles.change_article(self._db, by, article_id, kind, {})

    def empty_trash(self, *, checker: str = "") -> int:
        """Let go of the texts and originals of all articles in the trash; returns how many articles that were.

        Their entries, quotes and marks stay as evidence; the articles are not shown again.
        """
        with self._writing(checker) as by:
            return articles.empty_trash(self._db, by)

    def lock_story(self, story_id: StoryId, *, locked: bool, checker: str = "") -> None:
        """Sign a story off: nothing in it changes until it is opened again; both are logged.

        No article comes into it or leaves it, none gets a version, other details or a place in the trash, and no quote
        gets a mark or a correction: every such act raises Refused.
        """
        with self._writing(checker) as by:
            story_table.lock_story(self._db, by, story_id, locked=locked)

    # -- quotes and marks ------------------------------------------------------------------------------------------

    def mark(
        self, quotes: Sequence[QuoteId], change: MarkChange, *, checker: str, act: Act | None = None
    ) -> list[Quote]:
        """Append one mark to each quote and return the quotes as now stored, in the order given.

        `act` is MARK if the change names a status and NOTE if not, unless given. All or nothing.
        """
        return [now for _, now in self.mark_from(quotes, change, checker=checker, act=act)]

    def mark_from(
        self, quotes: Sequence[QuoteId], change: MarkChange, *, checker: str, act: Act | None = None
    ) -> list[tuple[Quote, Quote]]:
        """Mark as `mark` does and return each quote as it was, for `unmark`, and as it is now.

        The former is as the mark was decided on: flags that take comparing with other versions are not set.
        """
        with self._writing(checker) as by:
            targets = quote_table.targets(self._db, self.uid, list(dict.fromkeys(quotes)))
            now = marks.append_change(self._db, by, targets, change, act)
        pairs = {one.quote.id: (one.quote, quote) for one, quote in zip(targets, now, strict=True)}
        return [pairs[id_] for id_ in quotes]

    def unmark(self, former: Sequence[Quote], *, checker: str) -> list[Quote]:
        """Append to each quote a mark (Act.UNDO) that brings back what `former` says."""
        with self._writing(checker) as by:
            marks.append(self._db, by, [(quote.id, marks.content_of_undo(quote, checker)) for quote in former])
        return quote_table.by_ids(self._db, [quote.id for quote in former])

    def save_draft(self, draft: Draft) -> None:
        """Keep half-typed words; both fields empty forgets them."""
        with self._db.transaction():
            marks.save_draft(self._db, draft.quote_id, draft.note, draft.evidence)

    # -- acts that wait -----------------------------------------------------------------------------------------------

    def write_pending(self, act: PendingAct, *, although_changed: bool = False) -> list[Quote]:
        """Do an act that could not be done when it was made, once; raises Changed where quotes are not as then."""
        with self._writing(act.checker) as by:
            quotes = pending.write(self._db, by, act, although_changed=although_changed)
        return quote_table.by_ids(self._db, quotes)

    def reopen(self) -> None:
        """Go on with the file that lies where the desk was, once it is back; raises what opening raises, or Changed."""
        opened = opening.open_again(self.path, self.uid, self._lock)
        self._db.close()
        self._use(opened)

    # -- two checkers ----------------------------------------------------------------------------------------------

    def merge(self, other: Path) -> MergeResult:
        """Bring everything another desk holds into this one; doing it twice changes nothing.

        Raises what opening the other desk raises. Where two checkers gave one quote different statuses, it is flagged
        CHECKERS_DISAGREE and the newer mark shows until somebody settles it with a mark.
        """
        opened = opening.open_desk(other, read_only=True)
        try:
            with self._writing():
                return merging.merge(self._db, opened.database)
        finally:
            opened.database.close()

    def blind_copy(self, out: Path) -> None:
        """Make a desk with all articles and quotes and none of the marks, for a second checker."""
        opening.create(out, self._clock())
        copy = opening.open_desk(out)
        try:
            with copy.database.transaction():
                merging.merge(copy.database, self._db, with_marks=False)
        finally:
            copy.close()

    def disagreements(self) -> list[Quote]:
        """Return the quotes on whose status checkers disagree, in list and text order."""
        return quote_table.contested(self._db)

    def agreements(self) -> list[Agreement]:
        """Return for each pair of checkers how often they agree: count, per cent, Cohen's kappa."""
        return agreement.agreements(self._db)

    def check(self, expected: Head | None = None, progress: Callable[[float], object] = lambda _: None) -> Report:
        """Verify pages, chains, texts, offsets and sums; `expected` is the head that an exported log carries.

        `progress` gets 0 to 1 and may raise to end the check.
        """
        end = ChainEnd(expected.chain, expected.marks, expected.hash) if expected else None
        return integrity.check(self._db, end, progress)

    # -- remembered choices ----------------------------------------------------------------------------------------

    def remembered(self, key: str) -> str:
        """Return what was remembered under a key, or an empty string."""
        return desk_settings.remembered(self._db, key)

    def remember(self, key: str, value: str) -> None:
        """Keep a choice that belongs to the desk (pins, "not the same"); JSON under a key. Never evidence."""
        with self._db.transaction():
            desk_settings.remember(self._db, key, value)


def is_of_older_version(path: Path) -> bool:
    """Say whether a file is a desk of an older version of the program, which opening it for writing would update."""
    try:
        return header(path) < SCHEMA
    except StoreError:
        return False
