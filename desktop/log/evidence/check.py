"""Check of a log in JSON: whether it agrees with itself, and with the desk it came from."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from desktop.log.rows import history, last_entry, public, quote_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set

    from desktop.domain import Article, Head, Mark, Quote, Story, VersionInfo
    from desktop.log.rows import ChainEntry, LogSource, QuoteRow

    _Logged = Story | Article | VersionInfo | Quote

NOT_PROVEN_ALONE = (
    "A log by itself proves little: whoever can write the file can make it agree with itself. What shows tampering is "
    "checking the desk against it, or comparing its head hash with a copy that somebody else has kept."
)


def findings(log: LogSource) -> Iterator[str]:
    """Sentences about what does not fit inside one log."""
    for row in quote_rows(log):
        yield from _quote_findings(row)
    # A mark may count for the same words of a later version, too; it was made on one of the two.
    hashes = Counter(mark.hash for row in quote_rows(log) for mark in row.marks if mark.quote_id == row.quote.id)
    yield from (
        f"The mark with the hash {hash_} is there {times} times." for hash_, times in hashes.items() if times > 1
    )
    if log.desk_uid != log.head_chain:
        yield "The head of the log is of another desk than the log."
    own = [mark for mark in _marks(log) if mark.chain == log.head_chain]
    yield from (f"Mark {mark.number} is beyond the end of the chain." for mark in own if mark.number > log.head_marks)
    yield from _entry_findings(log)
    yield from _place_findings(log)
    last = [mark.hash for mark in own if mark.number == log.head_marks]
    if last and log.head_hash not in last:
        yield "The last mark has another hash than the head of the log."


def differences(log: LogSource, marks: Iterable[Mark], texts: Mapping[str, str]) -> Iterator[str]:
    """Sentences about what an earlier log says and the desk now says otherwise.

    `marks` are all marks of the desk, those in the trash too, `texts` the wordings of all its quotes by their uid.
    """
    by_hash = {mark.hash: mark for mark in marks}
    numbers = {(mark.chain, mark.number) for mark in by_hash.values()}
    for mark in _marks(log):
        found = by_hash.get(mark.hash)
        if found is None and (mark.chain, mark.number) not in numbers:
            yield f"Mark {mark.number} of the chain {mark.chain} is in the log but not in the desk."
        elif found is None or _content(found if log.private else public(found)) != _content(mark):
            yield f"Mark {mark.number} of the chain {mark.chain} says something else than in the log."
    for head in log.chains:
        last = by_hash.get(head.hash)
        if head.marks and (last is None or (last.chain, last.number) != (head.chain, head.marks)):
            yield f"The chain {head.chain} ends in another mark in the log than in the desk."
    for row in quote_rows(log):
        if row.quote.uid not in texts:
            yield f"Quote {row.quote.uid} is in the log but not in the desk."
        elif texts[row.quote.uid] != row.quote.text:
            yield f"Quote {row.quote.uid} has another wording than in the log."


def entry_differences(log: LogSource, on_desk: Iterable[tuple[str, int, str]]) -> Iterator[str]:
    """Sentences about entries beside marks that the log carries and the desk does not hold so.

    `on_desk` are chain, number and hash of every entry of the desk. What was done since the log is no difference.
    """
    hashes: dict[tuple[str, int], set[str]] = {}
    for chain, number, hash_ in on_desk:
        hashes.setdefault((chain, number), set()).add(hash_)
    last = last_entry(log)
    for entry in log.entries:
        there = hashes.get((entry.chain, entry.number))
        head = ", the last in the log," if entry == last else ""
        if there is None:
            yield f"Entry {entry.number} of the chain {entry.chain}{head} is in the log but not in the desk."
        elif entry.hash not in there:
            yield f"Entry {entry.number} of the chain {entry.chain}{head} says something else than in the log."


def ends_of(log: LogSource) -> Callable[[str, str, int, str], bool | None]:
    """Return what says whether a chain ("marks" or "entries", of a desk) has a record; None where nobody can know."""
    there: dict[tuple[str, str, int], set[str]] = {}
    for mark in _marks(log):
        there.setdefault(("marks", mark.chain, mark.number), set()).add(mark.hash)
    for entry in log.entries:
        there.setdefault(("entries", entry.chain, entry.number), set()).add(entry.hash)

    def holds(of: str, desk: str, number: int, hash_: str) -> bool | None:
        if number == 0:
            return hash_ == ""
        hashes = there.get((of, desk, number))
        return None if hashes is None else hash_ in hashes

    return holds


def _entry_findings(log: LogSource) -> Iterator[str]:
    """Follow the chains of entries; a withheld entry still holds its place in them."""
    places = {(entry.chain, entry.number, entry.hash) for entry in log.entries}
    if len(places) < len(log.entries):
        yield "An entry is there more than once."
    for entry in log.entries:
        name = f"Entry {entry.number} of the chain {entry.chain}"
        if entry.act and entry_hash(entry) != entry.hash:
            yield f"{name} says something else than when it was written: its hash does not fit."
        if entry.number == 1 and entry.prev:
            yield f"{name} is the first, but names one before it."
        if entry.number > 1 and (entry.chain, entry.number - 1, entry.prev) not in places:
            yield f"{name} does not follow the entry before it, which was changed or taken out."


def entry_hash(entry: ChainEntry) -> str:
    """Return the hash that an entry should have; an empty string if its body is no JSON."""
    try:
        body = json.loads(entry.body)
    except ValueError:
        return ""
    record = {
        "act": entry.act, "at": entry.at, "body": body, "chain": entry.chain, "checker": entry.checker,
        "number": entry.number, "prev": entry.prev, "subject": entry.subject, "tick": entry.tick,
    }  # fmt: skip
    canonical = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _place_findings(log: LogSource) -> Iterator[str]:
    """Compare the numbers by which quotes, versions and articles name what they stand in with where they stand."""
    stories = {story.id for story in log.stories}
    for article in log.articles:
        infos = log.versions.get(article.id, ())
        quotes = [(quote, info) for info in infos for quote in log.quotes.get(info.id, ())]
        if article.story_id not in stories or any(info.article_id != article.id for info in infos):
            yield f"Article {article.uid} and its versions name each other by other numbers than they have."
        yield from (
            f"Quote {quote.uid} names another version than the one it stands in."
            for quote, info in quotes
            if quote.version_id != info.id
        )


def _quote_findings(row: QuoteRow) -> Iterator[str]:
    quote = row.quote
    # Not the len() of the span: in a changed log its end may be before its start.
    if quote.span.end - quote.span.start != len(quote.text):
        yield f"Quote {quote.uid} has a wording that is longer or shorter than its place in the text."
    if quote.marks != len(row.marks):
        yield f"Quote {quote.uid} is said to have {quote.marks} marks, but {len(row.marks)} are there."
    elif row.marks and row.marks[-1].status is not quote.status:
        yield f"Quote {quote.uid} is {quote.status}, but its newest mark says {row.marks[-1].status}."


def _marks(log: LogSource) -> Iterator[Mark]:
    for row in quote_rows(log):
        yield from history(log, row.quote)


def _content(mark: Mark) -> tuple[object, ...]:
    """Everything but the number that the quote has in this file."""
    return (
        *(mark.chain, mark.number, mark.act, mark.status, mark.reason, mark.basis),
        *(mark.note, mark.evidence, mark.checker, mark.at),
    )


@dataclass(frozen=True, slots=True)
class OnDesk:
    """What a desk says of everything a log speaks of, by uid, and what changed there since the log (uids)."""

    stories: Mapping[str, Story]
    articles: Mapping[str, Article]
    versions: Mapping[str, VersionInfo]
    quotes: Mapping[str, Quote]
    since: Set[str]
    chains: tuple[Head, ...]

    def is_as(self, log: LogSource) -> bool:
        """Say whether nothing at all was done since a log, as far as it tells."""
        return not self.since and set(self.chains) == set(log.chains)


_OWN_IDS = frozenset({"id", "article_id", "version_id", "story_id", "newest"})  # numbers of rows in one file
_OF_MARKS = frozenset({"status", "reason", "basis", "note", "evidence", "checker", "marked_at", "marks"})
_FOLLOWS = frozenset({"counts", "versions", "number", "flags"})  # worked out from other things


def field_differences(log: LogSource, desk: OnDesk) -> Iterator[str]:
    """Sentences about every field that an earlier log has otherwise than the desk, where nothing changed it since."""
    skipped = _OWN_IDS if desk.is_as(log) else _OWN_IDS | _FOLLOWS
    known = {head.chain for head in desk.chains}
    yield from (
        f"The chain {head.chain} is in the log but not in the desk." for head in log.chains if head.chain not in known
    )
    for story in log.stories:
        yield from _other_fields("Story", story, desk.stories.get(story.uid), desk, skipped, story.uid)
    for article in log.articles:
        yield from _other_fields("Article", article, desk.articles.get(article.uid), desk, skipped, article.uid)
        for info in log.versions.get(article.id, ()):
            yield from _other_fields("Version", info, desk.versions.get(info.uid), desk, skipped, info.uid, article.uid)
            for quote in log.quotes.get(info.id, ()):
                there = desk.quotes.get(quote.uid)
                if there is not None and not log.private:
                    there = public(there)
                yield from _other_fields("Quote", quote, there, desk, skipped, quote.uid, info.uid, article.uid)


def _other_fields(
    kind: str, logged: _Logged, there: _Logged | None, desk: OnDesk, skipped: Set[str], *subjects: str
) -> Iterator[str]:
    if not desk.since.isdisjoint(subjects):
        return
    if there is None:
        if not desk.since or kind == "Version":
            yield f"{kind} {subjects[0]} is in the log but not in the desk."
        return
    for field in fields(logged):
        marked = field.name in _OF_MARKS and getattr(logged, "marks", 0) != getattr(there, "marks", 0)
        if field.name in skipped or (marked and skipped is not _OWN_IDS):
            continue
        if getattr(logged, field.name) != getattr(there, field.name):
            yield f"{kind} {subjects[0]} has another “{field.name}” in the log than in the desk."
