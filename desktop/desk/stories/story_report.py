"""Report on a story: quotes by status, speaker and outlet, origins, what was found between the texts, marks by day."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.desk.stories.story_alerts import story_alerts
from desktop.desk.stories.story_quotes import read_story_quotes
from desktop.domain import Act, Counts, Status, value_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.desk.open_desk import Desk
    from desktop.domain import Quote, StoryId

MOST = 12  # lines of a list; the rest is one line
_GIVING = frozenset({Act.MARK, Act.SETTLED, Act.CARRIED})


@value_type
class ReportLine:
    """Somebody or something with its quotes by status; an empty name is unknown."""

    name: str
    counts: Counts


@value_type
class StoryReport:
    """What the newest versions of the articles of a story come to; sources and deleted quotes do not count."""

    title: str
    articles: int
    origins: int
    counts: Counts
    speakers: tuple[ReportLine, ...]  # most quotes first
    more_speakers: int
    outlets: tuple[ReportLine, ...]
    more_outlets: int
    alerts: tuple[tuple[str, int], ...]  # English kind and how many, most first
    alerts_complete: bool  # whether all pairs of texts were compared
    days: tuple[tuple[str, int], ...]  # local day (ISO) and the marks made on it, in order


def story_report(desk: Desk, story: StoryId) -> StoryReport:
    """Read a story; with many articles a matter of seconds, so call it on another thread."""
    title = next((each.title for each in desk.stories_by_ids([story])), "")
    found = read_story_quotes(desk, story)
    outlet_of = {article.newest: article.metadata.outlet for article in found.articles}
    quotes = [quote for quote in desk.story_quotes(story) if not quote.deleted and quote.version_id in outlet_of]
    speakers = _lines((quote.attribution.name, quote) for quote in quotes)
    outlets = _lines((outlet_of[quote.version_id], quote) for quote in quotes)
    alerts, complete = story_alerts(desk, list(found.articles))
    days: Counter[str] = Counter()
    for marks in desk.histories([quote.id for quote in quotes]).values():
        days.update(mark.at.astimezone().date().isoformat() for mark in marks if mark.act in _GIVING)
    return StoryReport(
        title=title,
        articles=len(found.articles),
        origins=found.origins_among({article.uid for article in found.articles}),
        counts=counted(quotes),
        speakers=speakers[:MOST],
        more_speakers=len(speakers[MOST:]),
        outlets=outlets[:MOST],
        more_outlets=len(outlets[MOST:]),
        alerts=tuple(Counter(str(alert.kind) for alert in alerts).most_common()),
        alerts_complete=complete,
        days=tuple(sorted(days.items())[-31:]),
    )


def counted(quotes: Iterable[Quote]) -> Counts:
    statuses = Counter(quote.status for quote in quotes)
    return Counts(*(statuses[status] for status in (Status.VERIFIED, Status.DISPUTED, Status.UNVERIFIED)))


def _lines(named: Iterable[tuple[str, Quote]]) -> tuple[ReportLine, ...]:
    groups: dict[str, list[Quote]] = {}
    for name, quote in named:
        groups.setdefault(" ".join(name.split()), []).append(quote)
    lines = [ReportLine(name, counted(quotes)) for name, quotes in groups.items()]
    return tuple(sorted(lines, key=lambda line: (-line.counts.total, line.name)))
