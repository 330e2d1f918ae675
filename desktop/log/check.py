"""Check of a log in JSON: whether it agrees with itself, and with the desk it came from."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING

from desktop.log.rows import done_head, entries, history

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from desktop.domain import Mark
    from desktop.log.rows import Done, Entry, LogSource

NOT_PROVEN_ALONE = (
    "A log by itself proves little: whoever can write the file can make it agree with itself. What shows tampering is "
    "checking the desk against it, or comparing its head hash with a copy that somebody else has kept."
)


def findings(log: LogSource) -> Iterator[str]:
    """Sentences about what does not fit inside one log."""
    for entry in entries(log):
        yield from _entry_findings(entry)
    hashes = Counter(mark.hash for mark in _marks(log))
    yield from (
        f"The mark with the hash {hash_} is there {times} times." for hash_, times in hashes.items() if times > 1
    )
    own = [mark for mark in _marks(log) if mark.chain == log.head_chain]
    yield from (f"Mark {mark.number} is beyond the end of the chain." for mark in own if mark.number > log.head_marks)
    yield from _done_findings(log)
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
        elif found is None or _content(found) != _content(mark):
            yield f"Mark {mark.number} of the chain {mark.chain} says something else than in the log."
    for entry in entries(log):
        if entry.quote.uid not in texts:
            yield f"Quote {entry.quote.uid} is in the log but not in the desk."
        elif texts[entry.quote.uid] != entry.quote.text:
            yield f"Quote {entry.quote.uid} has another wording than in the log."


def done_differences(log: LogSource, on_desk: Iterable[tuple[str, int, str]]) -> Iterator[str]:
    """Sentences about entries beside marks that the log carries and the desk does not hold so.

    `on_desk` are chain, number and hash of every entry of the desk. What was done since the log is no difference.
    """
    hashes: dict[tuple[str, int], set[str]] = {}
    for chain, number, hash_ in on_desk:
        hashes.setdefault((chain, number), set()).add(hash_)
    last = done_head(log)
    for one in log.done:
        there = hashes.get((one.chain, one.number))
        head = ", the last in the log," if one == last else ""
        if there is None:
            yield f"Entry {one.number} of the chain {one.chain}{head} is in the log but not in the desk."
        elif one.hash not in there:
            yield f"Entry {one.number} of the chain {one.chain}{head} says something else than in the log."


def _done_findings(log: LogSource) -> Iterator[str]:
    """Follow the chains of what was done; a withheld entry still holds its place in them."""
    places = {(one.chain, one.number, one.hash) for one in log.done}
    if len(places) < len(log.done):
        yield "An entry is there more than once."
    for one in log.done:
        name = f"Entry {one.number} of the chain {one.chain}"
        if one.act and done_hash(one) != one.hash:
            yield f"{name} says something else than when it was written: its hash does not fit."
        if one.number == 1 and one.prev:
            yield f"{name} is the first, but names one before it."
        if one.number > 1 and (one.chain, one.number - 1, one.prev) not in places:
            yield f"{name} does not follow the entry before it, which was changed or taken out."


def done_hash(one: Done) -> str:
    """Return the hash that an entry should have; an empty string if its body is no JSON."""
    try:
        body = json.loads(one.body)
    except ValueError:
        return ""
    record = {
        "act": one.act, "at": one.at, "body": body, "chain": one.chain, "checker": one.checker, "number": one.number,
        "prev": one.prev, "subject": one.subject, "tick": one.tick,
    }  # fmt: skip
    canonical = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def _entry_findings(entry: Entry) -> Iterator[str]:
    quote = entry.quote
    if len(quote.span) != len(quote.text):
        yield f"Quote {quote.uid} has a wording that is longer or shorter than its place in the text."
    if quote.marks != len(entry.marks):
        yield f"Quote {quote.uid} is said to have {quote.marks} marks, but {len(entry.marks)} are there."
    elif entry.marks and entry.marks[-1].status is not quote.status:
        yield f"Quote {quote.uid} is {quote.status}, but its newest mark says {entry.marks[-1].status}."


def _marks(log: LogSource) -> Iterator[Mark]:
    for entry in entries(log):
        yield from history(log, entry.quote)


def _content(mark: Mark) -> tuple[object, ...]:
    """Everything but the number that the quote has in this file."""
    return (
        *(mark.chain, mark.number, mark.act, mark.status, mark.reason, mark.basis),
        *(mark.note, mark.evidence, mark.checker, mark.at),
    )
