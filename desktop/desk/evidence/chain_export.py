"""Export of the chains of a desk: every mark and every entry, line by line, straight from the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import __version__
from desktop.desk.evidence.stamping import STAMP_KINDS, stamp_lines
from desktop.domain import Counts, value_type
from desktop.log.evidence import events_file
from desktop.log.evidence.events_file import Event, EventsHead
from desktop.text.evidence import is_public, public_evidence, public_note

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from desktop.desk.open_desk import Desk
    from desktop.domain import ChainHead, StoryId
    from desktop.store.queries.chain_events import ChainEvent


@value_type
class Ends:
    """Where the chains of a desk ended at one moment, and which of their records are to be exported."""

    chains: tuple[ChainHead, ...]
    about: frozenset[str] | None  # uids of what the chosen stories hold; None for everything
    filter_in_force: str
    counts: Counts
    stamps: tuple[str, ...]


def read_ends(desk: Desk, stories: Sequence[StoryId]) -> Ends:
    """Read what `write_events` writes, all but the records."""
    about = frozenset(subjects_of(desk, stories)) if stories else None
    return Ends(
        tuple(desk.chains.heads()), about, filter_in_force(desk, stories), _counts(desk, stories), stamp_lines(desk)
    )


def write_events(desk: Desk, out: BinaryIO, ends: Ends, *, private: bool) -> int:
    """Write the records of the chains up to these ends; returns how many.

    What is done on the desk meanwhile is not in the file: chains only grow, and this ends where they ended.
    """
    head = EventsHead(
        desk_name=desk.path.stem,
        desk_uid=desk.uid,
        app_version=__version__,
        exported_at=desk.now(),
        filter_in_force=ends.filter_in_force,
        counts=ends.counts,
        chains=ends.chains,
        stamps=ends.stamps,
        private=private,
    )
    return events_file.write(out, head, _events(desk, ends, private=private))


def _events(desk: Desk, ends: Ends, *, private: bool) -> Iterator[Event]:
    for place, head in enumerate(ends.chains):
        for event in desk.chains.events(head):
            record = event.record
            if not record or not (
                ends.about is None or event.subject in ends.about or record.get("act") in STAMP_KINDS
            ):
                yield Event(place, event.number, event.prev, event.hash, None)
            elif private or "note" not in record:
                yield Event(place, event.number, event.prev, event.hash, record)
            else:
                yield _public(place, event)


def _public(place: int, event: ChainEvent) -> Event:
    """Leave private words out of a mark."""
    note, evidence = str(event.record["note"]), str(event.record["evidence"])
    if is_public(note, evidence):
        return Event(place, event.number, event.prev, event.hash, event.record)
    record = {**event.record, "note": public_note(note), "evidence": public_evidence(evidence)}
    return Event(place, event.number, event.prev, event.hash, record, whole=False)


def filter_in_force(desk: Desk, stories: Sequence[StoryId]) -> str:
    """Say in one sentence which stories an export is of."""
    everything = desk.stories()
    chosen = [story for story in everything if story.id in stories]
    return "All stories." if not stories else f"{len(chosen)} of {len(everything)} stories."


def _counts(desk: Desk, stories: Sequence[StoryId]) -> Counts:
    if not stories:
        return desk.article_list.counts()
    return sum((article.counts for story in stories for article in desk.articles(story=story)), Counts())


def subjects_of(desk: Desk, stories: Sequence[StoryId]) -> set[str]:
    """Return the uids of what belongs to some stories: what the records of their marks and entries are about."""
    found = {story.uid for story in desk.stories_by_ids(stories)}
    for story in stories:
        for article in desk.articles(story=story):
            found.add(article.uid)
            for info in desk.versions(article.id):
                found.add(info.uid)
                for deleted in (False, True):
                    found |= {quote.uid for quote in desk.quotes(info.id, deleted=deleted)}
    return found
