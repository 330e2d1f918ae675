"""Which rows does the list of articles have? Stories, their articles and versions, in one flat list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.domain import Article, Counts, Story, VersionId, VersionInfo
from desktop.ui.articles.steps import Steps

if TYPE_CHECKING:
    from desktop.text.history import Step
    from desktop.ui.session import Session

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row can be asked."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CHANGED = Qt.ItemDataRole.UserRole + 2  # what a version changed, in few words; empty while nobody knows


class Order(StrEnum):
    """How articles are sorted inside their story."""

    ADDED = "as added"
    HEADLINE = "headline"
    OUTLET = "outlet"
    DATE = "date"
    TO_CHECK = "most to check"


class Show(StrEnum):
    """Which articles are listed."""

    ALL = "All"
    TO_CHECK = "To check"
    DISPUTED = "Disputed"
    DONE = "Done"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """The heading of a story."""

    story: Story
    counts: Counts
    articles: int
    folded: bool


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article."""

    article: Article


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of an article that has several."""

    article: Article
    version: VersionInfo
    before: VersionInfo | None = None


Row = StoryRow | ArticleRow | VersionRow


def passes(article: Article, show: Show) -> bool:
    """Say whether an article belongs in what is shown."""
    counts = article.counts
    match show:
        case Show.TO_CHECK:
            return counts.unverified > 0
        case Show.DISPUTED:
            return counts.disputed > 0
        case Show.DONE:
            return counts.total > 0 and counts.unverified == 0
        case _:
            return True


def counts_in_words(counts: Counts) -> str:
    """Return e.g. “21 quotes · 9 to check”."""
    if not counts.total:
        return "no quotes"
    quotes = "1 quote" if counts.total == 1 else f"{counts.total} quotes"
    if counts.unverified == counts.total:
        return f"{quotes} · all to check"
    return f"{quotes} · {counts.unverified} to check" if counts.unverified else f"{quotes} · all checked"


def headline(article: Article) -> str:
    return article.metadata.title or "Without a headline"


def change_in_words(step: Step) -> str:
    """Return e.g. “+38 −12 words”, “only byline”, “1 moved”."""
    if step.added or step.removed:
        return f"+{step.added:,} −{step.removed:,} words"
    return f"{step.moved} moved" if step.moved else step.said


def _sort_key(article: Article, order: Order) -> tuple[Any, ...]:
    meta = article.metadata
    match order:
        case Order.HEADLINE:
            return (meta.title.casefold().lstrip("‘’“”\"'"),)
        case Order.OUTLET:
            return (not meta.outlet, meta.outlet.casefold())
        case Order.DATE:
            return (not meta.published_on, meta.published_on)
        case Order.TO_CHECK:
            return (-article.counts.unverified,)
        case _:
            return (article.id,)


class ArticleModel(QAbstractTableModel):
    """The rows of the list, filtered and sorted."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._rows: list[Row] = []
        self._folded: set[int] = set()  # stories
        self._versions: dict[int, list[VersionInfo]] = {}
        self._steps = Steps(session, self)
        self._steps.told.connect(self._on_told)
        self.show = Show.ALL
        self.order = Order.ADDED
        self.words = ""
        self.totals: dict[Show, int] = dict.fromkeys(Show, 0)

    # -- content ---------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everything again; rows are only replaced as a whole when their kind or order changed."""
        rows = self._read()
        if [self._identity(row) for row in rows] == [self._identity(row) for row in self._rows]:
            former, self._rows = self._rows, rows
            # Row by row, so that an open rename field keeps what is typed in it.
            for number, (before, now) in enumerate(zip(former, rows, strict=True)):
                if before != now:
                    self.dataChanged.emit(self.index(number, 0), self.index(number, 0))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _on_told(self, version_id: VersionId | None) -> None:
        """Paint rows of versions again, each by itself: a headline being edited must not be read anew."""
        for number, row in enumerate(self._rows):
            if isinstance(row, VersionRow) and version_id in (None, row.version.id):
                self.dataChanged.emit(self.index(number, 0), self.index(number, 0), [Role.CHANGED])

    def fold(self, row: StoryRow) -> None:
        """Fold or unfold a story."""
        self._folded ^= {row.story.id}
        self.reload()

    def row(self, number: int) -> Row | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def article_at(self, number: int) -> Article | None:
        row = self.row(number)
        return None if row is None or isinstance(row, StoryRow) else row.article

    def row_of(self, version_id: VersionId) -> int:
        """Return the row that shows a version (its own row, else its article's), or -1."""
        for number, row in enumerate(self._rows):
            if isinstance(row, ArticleRow) and row.article.newest == version_id:
                return number
            if isinstance(row, VersionRow) and row.version.id == version_id:
                return number
        return -1

    @staticmethod
    def _identity(row: Row) -> tuple[str, int]:
        match row:
            case StoryRow():
                return ("story", row.story.id)
            case ArticleRow():
                return ("article", row.article.id)
            case VersionRow():
                return ("version", row.version.id)

    def _read(self) -> list[Row]:
        desk = self._session.desk
        if desk is None:
            self.totals = dict.fromkeys(Show, 0)
            return []
        by_story: dict[int, list[Article]] = defaultdict(list)
        found = desk.articles(words=self.words)
        self.totals = {show: sum(passes(article, show) for article in found) for show in Show}
        for article in found:
            by_story[article.story_id].append(article)
        rows: list[Row] = []
        filtered = bool(self.words) or self.show is not Show.ALL
        for story in desk.stories():
            listed = [article for article in by_story[story.id] if passes(article, self.show)]
            if listed or not filtered:
                rows += self._story_rows(story, by_story[story.id], listed)
        return rows

    def _story_rows(self, story: Story, articles: list[Article], listed: list[Article]) -> list[Row]:
        folded = story.id in self._folded
        counts = reduce(add, (article.counts for article in articles), Counts())
        rows: list[Row] = [StoryRow(story, counts, len(articles), folded)]
        if not folded:
            for article in sorted(listed, key=lambda article: _sort_key(article, self.order)):
                rows.append(ArticleRow(article))
                rows += self._version_rows(article)
        return rows

    def _version_rows(self, article: Article) -> list[Row]:
        if article.versions < 2 or self._session.desk is None:
            return []
        known = self._versions.get(article.id)
        if known is None or len(known) != article.versions:
            known = self._versions[article.id] = self._session.desk.versions(article.id)
        return [VersionRow(article, *pair) for pair in zip(known, [*known[1:], None], strict=True)]

    def _changed(self, row: Row) -> str:
        if not isinstance(row, VersionRow):
            return ""
        if row.before is None:
            return "first"
        step = self._steps.of(row.version, row.before)
        return change_in_words(step) if step is not None else ""

    def forget_versions(self) -> None:
        """Another desk is open."""
        self._versions.clear()
        self._folded.clear()
        self._steps.forget()

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        match role:
            case Role.ROW:
                return row
            case Role.CHANGED:
                return self._changed(row)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.story.title if isinstance(row, StoryRow) else headline(row.article)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row)
            case _:
                return None

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
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self._session.writable and not isinstance(self.row(index.row()), VersionRow):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _spoken(self, row: Row) -> str:
        match row:
            case StoryRow():
                counts = row.counts
                return (
                    f"Story: {row.story.title}{', locked' if row.story.locked else ''}, {row.articles} articles, "
                    f"{counts.verified} verified, "
                    f"{counts.disputed} disputed, {counts.unverified} to check"
                )
            case ArticleRow():
                article = row.article
                parts = [
                    article.metadata.outlet or "Outlet not given",
                    headline(article),
                    article.metadata.published or "date not given",
                    f"{article.versions} versions" if article.versions > 1 else "1 version",
                    f"{article.counts.verified} verified, {article.counts.disputed} disputed",
                    f"{article.counts.unverified} to check",
                ]
                return ", ".join(parts)
            case VersionRow():
                name = f"Version {row.version.number} of {headline(row.article)}"
                return ", ".join(filter(None, (name, row.version.label, self._changed(row))))
