"""Table model of the list of articles: stories, their articles and versions in one flat list.

What a row says is read when it is painted, with its neighbours; a desk may hold a hundred thousand of them.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from shiboken6 import isValid

from desktop.domain import ArticleId, StoryId, VerbatimError
from desktop.store.queries.article_list import ArticleListState
from desktop.translation import number, shown, tr, tr_n
from desktop.ui.articles.arrangement import (
    Arrangement,
    ArticleRow,
    ListRequest,
    Order,
    Place,
    Row,
    Show,
    StoryRow,
    VersionRow,
    arrange,
    arranging,
    counts_in_words,
    headline,
    source_in_words,
    version_of,
)
from desktop.ui.session.commands.articles import DecideLine
from desktop.ui.session.dragged_version import FORMAT, dragged
from desktop.ui.status_words import taken_words
from desktop.ui.widgets.basics import plain_tip
from desktop.ui.widgets.date_words import dated

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from desktop.desk.open_desk import Desk
    from desktop.domain import Article, Counts, SourceDetails, Story, VersionId, VersionInfo
    from desktop.text.stories.version_history import Captured, Step
    from desktop.ui.session.session import Session


# Two texts of this many code points together are compared here; the list says nothing of longer ones.
AT_ONCE = 60_000
_WORDS_AT_ONCE = 15_000  # more than fit: such texts are not even read
__all__ = ["ArticleModel", "ArticleRow", "Index", "Order", "Role", "Row", "Show", "StoryRow", "VersionRow",
           "change_in_words", "counts_in_words", "headline"]  # fmt: skip

Index = QModelIndex | QPersistentModelIndex
_AROUND = 40  # rows before and after one that is painted, read with it
_FIRST_STORIES = 60  # more headings than any screen shows
_CACHED = 2000  # articles and stories in the cache
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_FLAGS = {  # of rows that can be edited, and dragged, or not; made once, for every row is asked several times
    (False, False): _CHOSEN,
    (True, False): _CHOSEN | Qt.ItemFlag.ItemIsEditable,
    (False, True): _CHOSEN | Qt.ItemFlag.ItemIsDragEnabled,
    (True, True): _CHOSEN | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled,
}


def captured(session: Session, version_id: VersionId) -> Captured | None:
    """Read a version with its text; None if it is gone."""
    if session.desk is None:
        return None
    try:
        version = session.desk.version(version_id)
    except (VerbatimError, LookupError):
        return None
    return version.info, version.text, version.hidden


class CutWatch(QObject):
    """Notices when a passage of some version was brought back or hidden again, so that its words are others.

    Signals: changed()
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._stack = session.undo_stack
        self._stack.indexChanged.connect(self._on_command)

    def _on_command(self, index: int) -> None:
        """Look at the command just done, which is before the index, and the one just undone, which is at it."""
        if not isValid(self._stack):  # the program ends, and the stack empties itself on its way out
            return
        if any(isinstance(self._stack.command(number), DecideLine) for number in (index - 1, index)):
            self.changed.emit()


class VersionSteps(QObject):
    """What each version changed, once it was asked for.

    Signals: computed(object): what the version of this id changed is known now; None: ask again for all
    """

    computed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[tuple[VersionId, VersionId], Step | None] = {}
        self._requested: dict[tuple[VersionId, VersionId], None] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._compute_one)
        self._cuts = CutWatch(session, self)
        self._cuts.changed.connect(self.forget)

    def of(self, version: VersionInfo, before: VersionInfo) -> Step | None:
        """Return what a version changed, or None while nobody knows; then it is worked out soon."""
        pair = before.id, version.id
        if pair not in self._known and before.words + version.words <= _WORDS_AT_ONCE:
            self._requested[pair] = None
            self._idle.start()
        return self._known.get(pair)

    def forget(self) -> None:
        """Another desk is open, or texts show other passages."""
        self._known.clear()
        self._requested.clear()
        self._idle.stop()
        self.computed.emit(None)

    def _compute_one(self) -> None:
        """Work out one step a turn, so that keys and clicks come in between."""
        from desktop.text.stories.version_history import step

        if self._session.desk is None or not self._requested:
            self._idle.stop()
            return
        pair = next(iter(self._requested))
        del self._requested[pair]
        older, newer = (captured(self._session, version_id) for version_id in pair)
        short = older is not None and newer is not None and len(older[1]) + len(newer[1]) <= AT_ONCE
        self._known[pair] = step(older, newer) if short and newer is not None else None
        self.computed.emit(pair[1])


class Role(IntEnum):
    """What a row can be asked."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CHANGED = Qt.ItemDataRole.UserRole + 2  # what a version changed, in few words; empty while nobody knows


def change_in_words(step: Step) -> str:
    """Return e.g. “+38 −12 words”, “only byline”, “1 moved”."""
    if step.added or step.removed:
        return tr("+{added} −{removed} words", added=number(step.added), removed=number(step.removed))
    return tr_n("{count} moved", "{count} moved", step.moved) if step.moved else shown(step.sentence)


class ArticleModel(QAbstractTableModel):
    """The rows of the list, filtered and sorted."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._arranged = Arrangement()
        self._revision = 0
        self._folded: set[int] = set()  # stories
        self._articles: dict[ArticleId, Article] = {}  # those that were painted lately
        self._sources: Mapping[ArticleId, SourceDetails] = {}
        self._files: dict[VersionId, str] = {}  # of sources without a headline
        self._stories: dict[StoryId, Story] = {}
        self._taken: Mapping[str, str] = {}  # by uid: who works on an article
        session.newsroom.taken_changed.connect(self._show_taken)
        self._versions: dict[int, list[VersionInfo]] = {}
        self._steps = VersionSteps(session, self)
        self._steps.computed.connect(self._on_step)
        self.show = Show.ALL
        self.order = Order.ADDED
        self.words = ""

    @property
    def totals(self) -> dict[Show, int]:
        """How many articles that have the words are of each kind."""
        return self._arranged.totals

    # -- content ---------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Take over what changed; rows are only replaced as a whole when their kind or order changed."""
        desk = self._session.desk
        if desk is None:
            self._replace(Arrangement())
            return
        listed = desk.article_list.state(self._revision)
        self._revision = listed.revision
        self._sources = desk.article_list.sources()
        request = self._request()
        known = listed.changed is not None and request == self._arranged.request
        if not (known and self._arranged.update_counts(listed.changed or (), listed)):
            self._replace(arrange(desk, listed, request, self._arranged))
        self._read_again(desk, listed.changed)

    def show_beginning(self) -> bool:
        """Show the first rows only, as long as nobody did anything; False: as the list is sorted, all must be read.

        The totals are not known then: `reload` reads all there is.
        """
        desk, request = self._session.desk, self._request()
        if desk is None or request != ListRequest():
            return False
        first = desk.article_list.beginning(_FIRST_STORIES)
        self._sources = first.sources
        listed = ArticleListState(-1, first.lines, first.stories, None, None)
        self._replace(arrange(desk, listed, request, Arrangement()))
        return True

    def _request(self) -> ListRequest:
        return ListRequest(self.show, self.order, self.words, frozenset(self._folded))

    def arranging(self) -> Generator[None, None, Arrangement | None]:
        """Arrange what is requested now a part at a time, for `put`; None: the desk changed, only `reload` will do."""
        desk = self._session.desk
        listed = desk.article_list.state(self._revision) if desk is not None else None
        if desk is None or listed is None or listed.revision != self._revision:
            return None
        return (yield from arranging(desk, listed, self._request(), self._arranged))

    def put(self, arranged: Arrangement | None) -> None:
        """Show what was arranged; if something else is requested by now, or something changed, that."""
        desk = self._session.desk
        now = desk.article_list.state(self._revision).revision if desk is not None else 0
        if arranged is not None and arranged.request == self._request() and arranged.revision == self._revision == now:
            self._replace(arranged)
        else:
            self.reload()

    def _replace(self, arranged: Arrangement) -> None:
        if arranged.places == self._arranged.places:
            self._arranged = arranged
            return
        self.beginResetModel()
        self._arranged = arranged
        self.endResetModel()

    def _read_again(self, desk: Desk, changed: Iterable[ArticleId] | None) -> None:
        """Read what was painted and changed since, and paint it row by row: an open field keeps what is typed in it."""
        ids = list(self._articles) if changed is None else [id_ for id_ in changed if id_ in self._articles]
        before = {id_: self._articles.pop(id_) for id_ in ids}
        for id_ in ids:
            self._versions.pop(id_, None)
        headings = {article.story_id for article in before.values()}
        if changed is None:
            headings |= self._stories.keys()
            self._stories.clear()
        for article in desk.articles_by_ids(ids) if ids else ():
            headings.add(article.story_id)
            self._articles[article.id] = article
            if article != before[article.id]:
                self._paint(self._rows_of(article))
        self._paint(self._arranged.rows[-story] for story in headings if -story in self._arranged.rows)

    def _rows_of(self, article: Article) -> Iterator[int]:
        first = self._arranged.rows.get(article.id)
        if first is not None:
            yield from range(first, first + 1 + (article.versions if article.versions > 1 else 0))

    def _paint(self, rows: Iterable[int]) -> None:
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, 0))

    def _on_step(self, version_id: VersionId | None) -> None:
        """Paint rows of versions again, each by itself: a headline being edited must not be read again."""
        for article in list(self._articles.values()):
            versions = self._versions.get(article.id, ())
            if article.versions > 1 and (version_id is None or any(version.id == version_id for version in versions)):
                for row in self._rows_of(article):
                    self.dataChanged.emit(self.index(row, 0), self.index(row, 0), [Role.CHANGED])

    def _show_taken(self) -> None:
        former, self._taken = self._taken, taken_words(self._session.newsroom.taken, self._session.checker)
        if former != self._taken:
            for article in list(self._articles.values()):
                if former.get(article.uid) != self._taken.get(article.uid):
                    self._paint(self._rows_of(article))

    def fold(self, row: StoryRow) -> None:
        """Fold or unfold a story."""
        self._folded ^= {row.story.id}
        self.reload()

    def odd_rows(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """Return in which rows stories, versions, and the first sources of stories are; all others are articles."""
        return self._arranged.headings, self._arranged.below, list(self._arranged.first_sources)

    def row(self, number: int) -> Row | None:
        if not 0 <= number < len(self._arranged.places) or self._session.desk is None:
            return None
        place = self._arranged.places[number]
        if isinstance(place, tuple):
            article = self._article(number, ArticleId(place[0]))
            return None if article is None else self._version_row(article, place[1])
        if place > 0:
            article = self._article(number, ArticleId(place))
            return None if article is None else self._article_row(number, article)
        return self._story_row(number, StoryId(-place))

    def article_at(self, number: int) -> Article | None:
        row = self.row(number)
        return None if row is None or isinstance(row, StoryRow) else row.article

    def row_of(self, version_id: VersionId) -> int:
        """Return the row that shows a version (its article's if it is the newest, else its own), or -1."""
        desk = self._session.desk
        found = next((article for article in self._articles.values() if article.newest == version_id), None)
        if found is None and desk is not None:
            found = desk.articles_of_versions([version_id]).get(version_id)
        row = self._arranged.rows.get(found.id, -1) if found is not None else -1
        if found is None or row < 0 or found.newest == version_id:
            return row
        ids = [version.id for version in self._versions_of(found)]
        return row + 1 + ids.index(version_id) if version_id in ids else -1

    def row_of_story(self, story: StoryId) -> int:
        """Return the row of the heading of a story, or -1."""
        return self._arranged.rows.get(-story, -1)

    def _article(self, number: int, id_: ArticleId) -> Article | None:
        if id_ not in self._articles:
            self._read_around(number)
        return self._articles.get(id_)

    def _article_row(self, number: int, article: Article) -> ArticleRow:
        source = self._sources.get(article.id)
        first = self._arranged.first_sources.get(number, 0)
        desk = self._session.desk
        if source is None or article.metadata.title or desk is None:
            return ArticleRow(article, source, first, taken=self._taken.get(article.uid, ""))
        if article.newest not in self._files:
            from desktop.desk.sources.source_check import file_name

            self._files[article.newest] = file_name(desk.versions(article.id)[0].source)
        return ArticleRow(article, source, first, self._files[article.newest])

    def _read_around(self, number: int) -> None:
        """Read an article or a story with its neighbours."""
        desk = self._session.desk
        near = self._arranged.places[max(0, number - _AROUND) : number + _AROUND]
        if desk is None:
            return
        if len(self._articles) > _CACHED or len(self._stories) > _CACHED:
            self._articles.clear()
            self._stories.clear()
        articles = {ArticleId(_article_of(place)) for place in near} - {0} - self._articles.keys()
        stories = {StoryId(-place) for place in near if isinstance(place, int) and place < 0} - self._stories.keys()
        self._articles |= {article.id: article for article in desk.articles_by_ids(sorted(articles))}
        self._stories |= {story.id: story for story in desk.stories_by_ids(sorted(stories))}

    def _story_row(self, number: int, id_: StoryId) -> StoryRow | None:
        if id_ not in self._stories:
            self._read_around(number)
        story = self._stories.get(id_)
        if story is None:
            return None
        articles = self._arranged.found.get(story.id, ())
        pieces = sum(not line.source for line in articles)
        return StoryRow(story, self._arranged.counts(story.id), pieces, story.id in self._folded)

    def _versions_of(self, article: Article) -> list[VersionInfo]:
        known = self._versions.get(article.id)
        if (known is None or len(known) != article.versions) and self._session.desk is not None:
            known = self._versions[article.id] = self._session.desk.versions(article.id)
        return known or []

    def _version_row(self, article: Article, newer: int) -> VersionRow | None:
        known = self._versions_of(article)
        if newer >= len(known):
            return None
        return VersionRow(article, known[newer], known[newer + 1] if newer + 1 < len(known) else None)

    def _changed(self, row: Row) -> str:
        if not isinstance(row, VersionRow):
            return ""
        if row.before is None:
            return tr("first")
        step = self._steps.of(row.version, row.before)
        return change_in_words(step) if step is not None else ""

    def forget_versions(self) -> None:
        """Another desk is open."""
        self._revision = 0
        self._arranged.revision = 0
        self._articles.clear()
        self._stories.clear()
        self._versions.clear()
        self._folded.clear()
        self._steps.forget()

    @property
    def places(self) -> Sequence[Place]:
        """What stands in each row, by ids."""
        return self._arranged.places

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._arranged.places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        match role:
            case Role.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.headline if isinstance(row, ArticleRow) else _title_of(row)
            case _:
                texts_by_role: dict[int, Callable[[Row], str]] = {
                    Role.CHANGED: self._changed,
                    Qt.ItemDataRole.AccessibleTextRole: self._spoken,
                    Qt.ItemDataRole.ToolTipRole: self._tip,
                }
                return texts_by_role[role](row) if role in texts_by_role else None

    @staticmethod
    def _tip(row: Row) -> str:
        """Return all of a headline that may be cut in its row, and the date as printed."""
        if isinstance(row, StoryRow):
            return plain_tip(row.story.title)
        meta = row.article.metadata
        lines = (headline(row.article), meta.outlet or tr("Outlet not given"), meta.byline, dated(meta))
        return plain_tip("\n".join(filter(None, lines)))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index.row())
        title = str(value).strip()
        if row is None or role != Qt.ItemDataRole.EditRole or not title:
            return False
        if isinstance(row, StoryRow):
            if title != row.story.title:
                self._session.rename_story(row.story.id, title)
        elif title != row.article.metadata.title:
            self._session.rename(row.article, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row = self.row(index.row())
        is_editable = self._session.writable and not isinstance(row, VersionRow)
        return _FLAGS[is_editable, isinstance(row, ArticleRow | VersionRow)]

    def mimeTypes(self) -> list[str]:
        return [FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the version of the first row that is dragged; two cannot stand on one side."""
        desk = self._session.desk
        versions = [version_of(self.row(index.row())) for index in indexes]
        first = next((version for version in versions if version is not None), None)
        return dragged(desk, first) if desk is not None and first is not None else QMimeData()

    def _spoken(self, row: Row) -> str:
        match row:
            case StoryRow():
                counts = row.counts
                parts = [tr("Story: {story}", story=row.story.title)]
                parts += [tr("locked")] if row.story.locked else []
                parts += [tr_n("{count} article", "{count} articles", row.articles), _in_words(counts)]
                return ", ".join(parts)
            case ArticleRow():
                article = row.article
                parts = [
                    article.metadata.outlet or tr("Outlet not given"),
                    row.headline,
                    dated(article.metadata),
                    tr_n("{count} version", "{count} versions", article.versions),
                    source_in_words(row.source) if row.source is not None else _in_words(article.counts),
                ]
                return ", ".join(parts)
            case VersionRow():
                name = tr("Version {number} of {article}", number=row.version.number, article=headline(row.article))
                return ", ".join(filter(None, (name, tr(row.version.label), self._changed(row))))


def _in_words(counts: Counts) -> str:
    return tr(
        "{verified} verified, {disputed} disputed, {unverified} to check",
        verified=number(counts.verified),
        disputed=number(counts.disputed),
        unverified=number(counts.unverified),
    )


def _article_of(place: Place) -> int:
    """Return the id of the article of a row, 0 for a story."""
    return place[0] if isinstance(place, tuple) else max(place, 0)


def _title_of(row: StoryRow | VersionRow) -> str:
    return row.story.title if isinstance(row, StoryRow) else headline(row.article)
