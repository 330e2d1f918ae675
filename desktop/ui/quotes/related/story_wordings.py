"""Wordings of a statement in the other versions of its story, with labels and alerts, grouped in the background."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from desktop.domain import Flag
from desktop.text.display import one_line, shorten
from desktop.translation import Text, shown, tr, tr_n
from desktop.ui import background
from desktop.ui.quotes.filter import StoryLabels
from desktop.ui.quotes.related.wording_list import Base, Bases, Piece, Wording
from desktop.ui.status_words import WORDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from desktop.desk.stories.story_quotes import StoryQuotes
    from desktop.domain import Article, Quote, StoryId, VersionId
    from desktop.text.statements import Link, Member, QuoteAlert, Statement, Statements
    from desktop.text.statements import Wording as Difference
    from desktop.ui.session.session import Session

# Another speaker or occasion is shown only where the words are this alike, 0 to 1.
_ALIKE = 0.5
_CALM = 50  # milliseconds that the list has to be painted before its story is read
_THE_BASE = Text("compared with this")
# Longer quotes (in code points) are compared in the texts, not on a card.
_COMPARED = 4000


@dataclass(frozen=True)
class StoryStatements:
    """The statements of a story, and what was found about each of its quotes (by uid)."""

    names: dict[VersionId, str]
    quotes: dict[str, Quote]
    statements: Statements
    alerts: dict[Hashable, tuple[QuoteAlert, ...]]
    story: StoryId | None = None
    decisions: dict[frozenset[Hashable], bool] = field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    headings: dict[int, str] = field(default_factory=dict)  # by number of a statement
    primary: VersionId | None = None  # the newest version of the primary source
    bases: Bases = field(default_factory=Bases)
    origins: dict[Hashable, int] = field(default_factory=dict)  # by uid, where fewer than the versions that print it
    suggested: dict[Hashable, list[Link]] = field(default_factory=dict)  # by uid, the most likely first
    reports: dict[Hashable, list[Statement]] = field(default_factory=dict)  # by uid, the statements it reports


class StoryWordings(QObject):
    """Groups the quotes of the listed story in the background, and keeps that until they are others.

    Signals: grouped(): wordings and labels of the story can be asked for
    """

    grouped = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._key: object = None
        self._grouping: StoryStatements | None = None
        self._task: background.Task | None = None
        self._requested: StoryId | None = None  # the story to be grouped
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._read)

    # -- making it -------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Group the story of the listed version, unless that is done."""
        desk, listed = self._session.desk, self._session.pair.listed
        if desk is None or listed is None:
            self.forget()
            return
        story = desk.article(listed.info.article_id).story_id
        sources = desk.article_list.sources()
        versions = [(each.newest, each.metadata) for each in desk.articles(story=story) if each.id not in sources]
        key = (desk.uid, story, versions)
        if key != self._key:
            self._key, self._grouping, self._requested = key, None, story
            self._later.start(_CALM)  # what is on the screen is painted first

    def _read(self) -> None:
        desk = self._session.desk
        if desk is not None and self._requested is not None:
            from desktop.desk.stories.story_quotes import story_quotes_reader

            if desk.read_ahead(self._requested):
                self._later.start(0)
            else:
                self._start(story_quotes_reader(desk, self._requested))

    def forget(self) -> None:
        """Quotes came or went or have another speaker: what was found may not be so any more."""
        self._later.stop()
        self._key = self._grouping = self._task = None

    def _start(self, read: Callable[[], StoryQuotes]) -> None:
        # The task may outlive this window, and with it what hears of its end.
        task = self._task = background.start(
            lambda _: _grouped_story(read()), tr("Comparing quotes"), QApplication.instance() or self
        )
        task.done.connect(self._take)
        task.ended.connect(task.deleteLater)

    def _take(self, found: StoryStatements) -> None:
        if self.sender() is self._task and self._task is not None:
            self._grouping, self._task = found, None
            self.grouped.emit()

    # -- asking ----------------------------------------------------------------------------------------------------

    def labels(self) -> dict[str, tuple[str, ...]]:
        """Return what a card says about each quote, by uid: alerts, and how many wordings there are."""
        return self._grouping.labels if self._grouping is not None else {}

    def numbers(self) -> dict[str, int]:
        """Return the number of the first statement that each quote reports, by uid."""
        if self._grouping is None:
            return {}
        last_first = reversed(self._grouping.statements.statements)
        return {str(member.key): statement.number for statement in last_first for member in statement.members}

    def story_labels(self) -> StoryLabels:
        """Return what the list says beside the quotes themselves."""
        return StoryLabels(self.labels(), self.numbers(), self.headings())

    def reasons(self, quote: Quote) -> list[str]:
        """Return one sentence for each alert at a quote."""
        alerts = self._grouping.alerts.get(quote.uid, ()) if self._grouping is not None else ()
        return list(dict.fromkeys(shown(alert.why) for alert in alerts))

    def wordings(self, quote: Quote, base: Base = Base.THIS) -> list[Wording]:
        """Return how other versions print a quote's statement; what is suggested or was ruled out comes last."""
        grouping = self._grouping
        if grouping is None:
            return []
        sure = sorted(_grouped(grouping, quote.uid, base), key=lambda each: (each.why != str(_THE_BASE), not each.own))
        listed = {wording.quote.uid for wording in sure}
        perhaps = [each for each in _suggested(grouping, quote.uid) if each.quote.uid not in listed]
        if self.bases(quote, base).now is not Base.THIS:  # the heading names another base, which these have not
            perhaps = [replace(each, why=tr("{why}; compared with this quote", why=each.why)) for each in perhaps]
        listed |= {wording.quote.uid for wording in perhaps}
        return [*sure, *perhaps, *(each for each in _ruled_out(grouping, quote.uid) if each.quote.uid not in listed)]

    def headings(self) -> dict[int, str]:
        """Return what stands above the quotes of a statement where they are grouped, by its number."""
        return self._grouping.headings if self._grouping is not None else {}

    def origins(self, quote: Quote) -> int:
        """Return how many origins print a quote's statement; 0 where each version counts as one of its own."""
        return self._grouping.origins.get(quote.uid, 0) if self._grouping is not None else 0

    def bases(self, quote: Quote, chosen: Base) -> Bases:
        """Return what a quote's wordings can be compared with."""
        grouping = self._grouping
        if grouping is None:
            return Bases(chosen)
        members = [member for statement in grouping.reports.get(quote.uid, ()) for member in statement.members]
        printed = any(grouping.quotes[str(member.key)].version_id == grouping.primary for member in members)
        return replace(grouping.bases, chosen=chosen, printed=printed)

    @property
    def story(self) -> StoryId | None:
        """The story that was grouped."""
        return self._grouping.story if self._grouping is not None else None


# -- in the background -------------------------------------------------------------------------------------------------


def _names(articles: Sequence[Article]) -> dict[VersionId, str]:
    """Name each version so that a reader knows which is meant; two of one outlet get a number."""
    names: dict[VersionId, str] = {}
    for article in articles:
        known = article.metadata
        name = one_line(known.outlet) or (f"‘{shorten(known.title, 28)}’" if known.title else tr("outlet not given"))
        taken = sum(other == name or other.startswith(f"{name} (") for other in names.values())
        names[article.newest] = f"{name} ({taken + 1})" if taken else name
    return names


def _grouped_story(story_quotes: StoryQuotes) -> StoryStatements:
    from desktop.text.statements import group, quote_alerts

    names = _names(story_quotes.articles)
    named = [
        replace(quote, source=names[story_quotes.quotes[str(quote.key)].version_id])
        for quote in story_quotes.occurrences
    ]
    statements = group(named, story_quotes.decisions)
    alerts: dict[Hashable, tuple[QuoteAlert, ...]] = {}
    for alert in quote_alerts(statements):
        alerts[alert.key] = (*alerts.get(alert.key, ()), alert)
    story = story_quotes.articles[0].story_id if story_quotes.articles else None
    primary = next((article.newest for article in story_quotes.articles if article.uid == story_quotes.primary), None)
    articles = tuple((article.uid, names[article.newest]) for article in story_quotes.articles)
    bases = Bases(primary=story_quotes.primary if primary is not None else "", articles=articles)
    grouping = StoryStatements(
        names, story_quotes.quotes, statements, alerts, story, story_quotes.decisions, primary=primary, bases=bases
    )
    _list_by_quote(grouping)
    _count(grouping, story_quotes)
    wordings = _wording_counts(statements)
    for uid in story_quotes.quotes:
        kinds = tuple(dict.fromkeys(str(alert.kind) for alert in alerts.get(uid, ())))
        single = (str(Flag.SINGLE_ORIGIN),) if grouping.origins.get(uid) == 1 else ()
        count = wordings.get(uid, 1)
        grouping.labels[uid] = (*kinds, *single, *((f"{count} {WORDINGS}",) if count > 1 else ()))
    return grouping


def _list_by_quote(grouping: StoryStatements) -> None:
    """List by quote the statements that it reports, and the links that are shown beside it."""
    from desktop.text.statements import Band

    for statement in grouping.statements.statements:
        for key in dict.fromkeys(member.key for member in statement.members):
            grouping.reports.setdefault(key, []).append(statement)
    shown = [
        link
        for link in grouping.statements.links
        if link.a.source != link.b.source
        and (link.band is Band.SUGGESTED or (link.band is not Band.GROUPED and link.strength >= _ALIKE))
    ]
    for link in sorted(shown, key=lambda link: (link.band is not Band.SUGGESTED, -link.strength)):
        for key in dict.fromkeys((link.a.key, link.b.key)):
            grouping.suggested.setdefault(key, []).append(link)


def _count(grouping: StoryStatements, story_quotes: StoryQuotes) -> None:
    """Count versions and origins of each statement; what nobody confirmed as one origin counts for itself."""
    uids = {article.newest: article.uid for article in story_quotes.articles}
    for statement in grouping.statements.statements:
        articles = {uids[grouping.quotes[str(member.key)].version_id] for member in statement.members}
        count, origins = len(articles), story_quotes.origins_among(articles)
        where = tr_n("only here", "{count} versions", count)
        of = ", " + tr_n("{count} origin", "{count} origins", origins) if origins < count else ""
        speakers = dict.fromkeys(one_line(member.occurrence.speaker) for member in statement.members)
        who = next((name for name in speakers if name), "")
        grouping.headings[statement.number] = " · ".join(
            filter(None, (tr("Statement {number}", number=statement.number), who, where + of))
        )
        for member in statement.members:
            if origins < count:
                grouping.origins[member.key] = min(origins, grouping.origins.get(member.key, origins))


def _folded(text: str) -> tuple[str, ...]:
    """Return the words of a wording, whatever its marks and case."""
    from desktop.text.words import plain_words

    return tuple(word.casefold() for word in plain_words(text))


def _wording_counts(statements: Statements) -> dict[Hashable, int]:
    counts: dict[Hashable, int] = {}
    for statement in statements.statements:
        different = {_folded(member.text) for member in statement.members}
        for member in statement.members:
            counts[member.key] = max(counts.get(member.key, 1), len(different))
    return counts


# -- for one quote -----------------------------------------------------------------------------------------------------


def _grouped(grouping: StoryStatements, uid: str, base: Base) -> Iterator[Wording]:
    for statement in grouping.reports.get(uid, ()):
        mine = next(member for member in statement.members if member.key == uid)
        against = _base(grouping, statement, mine, base)
        for other in statement.members:
            if other.key == uid and against.key != uid:
                yield replace(_wording(grouping, other, against.text, uid), own=True)
            elif other.key != uid:
                wording = _wording(grouping, other, against.text, uid)
                wording = replace(wording, reworded=_folded(other.text) != _folded(mine.text))
                yield replace(wording, why=str(_THE_BASE)) if other.key == against.key else wording


def _base(grouping: StoryStatements, statement: Statement, mine: Member, base: Base) -> Member:
    """Return the wording that the others of a statement are compared with."""
    if base is Base.THIS:
        return mine
    if base is Base.PRIMARY:
        there = [
            member for member in statement.members if grouping.quotes[str(member.key)].version_id == grouping.primary
        ]
        return max(there, key=lambda member: len(member.text), default=mine)
    if base is Base.LONGEST:
        return max(statement.members, key=lambda member: (len(member.text), member == mine))
    # Where a day is not given, the article counts as later than all that give one.
    return min(statement.members, key=lambda member: member.occurrence.published or "9999")


def _ruled_out(grouping: StoryStatements, uid: str) -> Iterator[Wording]:
    """Yield what the checker said is not the same, so that it can be taken back."""
    for pair, same in grouping.decisions.items():
        if uid in pair and not same:
            for other in pair - {uid}:
                if str(other) in grouping.quotes:
                    yield _not_the_same(grouping, str(other))


def _not_the_same(grouping: StoryStatements, other: str) -> Wording:
    quote = grouping.quotes[other]
    words = Piece(one_line(quote.text[:300]))
    return Wording(quote, grouping.names[quote.version_id], (words,), doubt=tr("not the same"), decided=False)


def _suggested(grouping: StoryStatements, uid: str) -> Iterator[Wording]:
    listed: set[Hashable] = set()
    for link in grouping.suggested.get(uid, ()):
        key = link.b.key if link.a.key == uid else link.a.key
        if key not in listed:
            listed.add(key)
            yield _looks_alike(grouping, link, uid)


def _looks_alike(grouping: StoryStatements, link: Link, uid: str) -> Wording:
    from desktop.text.statements import Band

    mine, other = (link.a, link.b) if link.a.key == uid else (link.b, link.a)
    wording = _wording(grouping, other, mine.text, uid)
    if wording.decided is False:
        return replace(wording, doubt=tr("not the same"))
    doubt = tr("perhaps the same") if link.band is Band.SUGGESTED else tr("alike, {how}", how=tr(link.band))
    return replace(wording, why=shown(link.why).rstrip("."), doubt=doubt)


def _wording(grouping: StoryStatements, other: Member, mine: str, uid: str) -> Wording:
    from desktop.text.statements import WordingKind, difference

    quote = grouping.quotes[str(other.key)]
    name, decided = grouping.names[quote.version_id], grouping.decisions.get(frozenset((uid, other.key)))
    if max(len(mine), len(other.text)) > _COMPARED:
        words = Piece(f"{one_line(other.text[:300])}…")
        return Wording(quote, name, (words,), tr("too long to be compared here"), decided=decided)
    how = difference(mine, other.text, language=other.occurrence.language)
    kinds = [kind for kind in how.kinds if kind not in {WordingKind.REWORDED, WordingKind.VERBATIM}]
    why = tr("same words") if how.kind is WordingKind.VERBATIM else ", ".join(tr(kind) for kind in kinds)
    return Wording(quote, name, pieces(mine, other.text, how), why, decided=decided)


def pieces(mine: str, other: str, how: Difference) -> tuple[Piece, ...]:
    """Run two wordings together: the other one's words, with what only the first has where it would stand."""
    found: list[Piece] = []
    at = 0
    for edit in sorted(how.edits, key=lambda edit: (edit.other.start, edit.base.start)):
        found.append(Piece(one_line_around(other[at : edit.other.start])))
        gone, new = one_line(edit.base.of(mine)), one_line(edit.other.of(other))
        if gone:
            found.append(Piece(gone, "gone"))
            if new or other[edit.other.end : edit.other.end + 1].isalnum():
                found.append(Piece(" "))
        if new:
            found.append(Piece(new, "new"))
        at = max(at, edit.other.end)
    found.append(Piece(one_line_around(other[at:])))
    return tuple(piece for piece in found if piece.text)


def one_line_around(text: str) -> str:
    """Fold line breaks, but keep a space at either end: words stand there."""
    folded = one_line(text)
    before = " " if text[:1].isspace() else ""
    return f"{before}{folded}{' ' if text[-1:].isspace() and folded else ''}"
