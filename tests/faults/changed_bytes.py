"""Change single bytes of logs, of a bundle and of a desk: each is found, or the file says the same as before."""

from __future__ import annotations

import io
import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

from desktop.cli.check_verb import compared
from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log
from desktop.domain import MarkChange, Status, VerbatimError
from desktop.log import json_file
from desktop.log.evidence.standalone_check import Report, check_bundle, check_events, digest_of
from tests.faults.doctored import whole_desk
from tests.faults.many_checkers import everything
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

# What a log says of its own writing; a desk cannot know it.
_OF_THE_EXPORT = frozenset({"digest", "exported_at", "app_version", "desk/name", "filter", "not_proven"})
# Numbers of rows that nothing in the log may name: that of a quote without a mark, and that by which a mark names the
# quote of an older version that it was made on. Quotes are known by their uid.
_ROWS = frozenset({"stories/articles/captures/quotes/id", "stories/articles/captures/quotes/history/quote_id"})
# What is neither evidence nor said in any log: half-typed words, what the window remembers, when a desk was made.
_NO_EVIDENCE = frozenset({"draft", "remembered", "meta", "_sqlite_migrations"})


@dataclass
class ChangedBytes:
    """What came of it; `unseen` should be empty."""

    log: int = 0  # bytes of a log in JSON, each changed by itself
    formatted: int = 0  # of these: it says the same, only spaces, escapes or order are other
    made_to_fit: int = 0  # bytes of a log in JSON, its digest made to fit, held against its desk
    of_the_export: int = 0  # of these: say when and by what the log was written, or number a row that nothing names
    events: int = 0
    bundle: int = 0
    desk: int = 0
    refused: int = 0  # of the desk: it did not open, with a sentence
    found: int = 0  # by the check
    same: int = 0  # every row is as it was
    no_evidence: int = 0  # half-typed words or what the window remembers; nothing that a log tells
    unseen: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.log} bytes of a log in JSON ({self.formatted} only formatted anew), {self.made_to_fit} with the "
            f"digest made to fit, beside the desk ({self.of_the_export} of the export itself), {self.events} of a log "
            f"in JSON lines, {self.bundle} of a bundle; {self.desk} of a desk: {self.refused} refused, {self.found} "
            f"found by the check, {self.same} with every row as it was, {self.no_evidence} in what is no evidence; "
            f"{len(self.unseen)} unseen"
        )


def change_bytes(folder: Path, count: int, seed: int = 1, *, shares: int = 2) -> ChangedBytes:
    """Change each byte that falls to this of the shares, 1 or more, of the logs of a small desk; and bytes at random.

    At random are `count` bytes of a desk with rows in every table, and half as many of its log.
    """
    tally, random = ChangedBytes(), Random(seed)
    small, whole = folder / "small.desk", folder / "whole.desk"
    _small_desk(small)
    whole_desk(whole)
    for path in (small, whole):
        with Desk.open(path) as desk:
            for ending in ("json", "jsonl", "zip"):
                export_log(desk, path.with_suffix(f".{ending}"), ending)
    log, events, bundle = (small.with_suffix(f".{ending}").read_bytes() for ending in ("json", "jsonl", "zip"))
    _change_log(log, range(seed % shares, len(log), shares), random, tally)
    _change_beside_desk(small, range(seed % shares, len(log), shares), random, tally)
    size = whole.with_suffix(".json").stat().st_size
    _change_beside_desk(whole, random.sample(range(size), min(count // 2, size)), random, tally)
    for place in range(seed % shares, len(events), shares):
        tally.events += 1
        tally.unseen += _unseen_by(check_events, _changed(events, place, random), f"events, byte {place}")
    for place in range(seed % shares, len(bundle), shares):
        tally.bundle += 1
        tally.unseen += _unseen_by(check_bundle, _changed(bundle, place, random), f"bundle, byte {place}")
    _change_desk(whole, random, count, tally)
    return tally


def _small_desk(path: Path) -> None:
    with Desk.create(path, clock=Ticking()) as desk:
        added = desk.add(prepared("“The pier is shut,” said Ada Brink. “For good.”\n", title="Pier"), checker="Kim")
        first, second = desk.quotes(added.version_id)
        desk.mark([first.id], MarkChange(Status.DISPUTED, reason="truncated", note="“shut”, שלום"), checker="Kim")
        desk.mark([first.id, second.id], MarkChange(Status.VERIFIED, evidence="tape"), checker="Lee")
        desk.rename_story(desk.articles()[0].story_id, "The pier", checker="Kim")


def _changed(content: bytes, place: int, random: Random) -> bytes:
    """Put another byte into one place: half of them only one bit away, which for a letter is its case."""
    byte = content[place]
    other = byte ^ (0x20 if chr(byte).isalpha() else 0x01)
    if random.random() < 0.5:
        other = (byte + random.randrange(1, 256)) % 256
    return content[:place] + bytes([other]) + content[place + 1 :]


# -- logs ------------------------------------------------------------------------------------------------------------


def _change_log(whole: bytes, places: Iterable[int], random: Random, tally: ChangedBytes) -> None:
    says = json.loads(whole)
    for place in places:
        content = _changed(whole, place, random)
        tally.log += 1
        if not _findings(partial(_by_itself, content)):
            tally.formatted += (same := json.loads(content) == says and bool(list(json_file.format_notes(content))))
            tally.unseen += [] if same else [f"log, byte {place}"]


def _by_itself(content: bytes) -> list[str]:
    json_file.read(content)
    return list(islice(json_file.digest_findings(content), 1))


def _change_beside_desk(path: Path, places: Iterable[int], random: Random, tally: ChangedBytes) -> None:
    """Make the digest fit, as whoever can write the file can, and hold the log against the desk."""
    whole = path.with_suffix(".json").read_bytes()
    says = json.loads(whole)
    with Desk.open(path, read_only=True) as desk:
        for place in places:
            content = _changed(whole, place, random)
            with suppress(ValueError, AttributeError, TypeError, LookupError):
                old = str(json.loads(content)["digest"])
                content = content.replace(old.encode(), digest_of([content]).encode(), 1)
            tally.made_to_fit += 1
            if not _findings(partial(_beside, desk, content)):
                other = _different(says, json.loads(content))
                tally.of_the_export += (known := set(other) <= _OF_THE_EXPORT | _ROWS)
                tally.unseen += [] if known else [f"log beside {path.stem}, byte {place}: {', '.join(other)}"]


def _beside(desk: Desk, content: bytes) -> list[str]:
    return [*compared(desk, json_file.read(content)), *json_file.digest_findings(content)]


def _different(one: Any, other: Any, name: str = "") -> list[str]:
    """Return the paths of the fields in which two documents differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        keys = sorted({*one, *other})
        return [found for key in keys for found in _different(one.get(key), other.get(key), f"{name}/{key}".strip("/"))]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [found for a, b in zip(one, other, strict=True) for found in _different(a, b, name)]
    return [] if one == other else [name]


def _unseen_by(check: Callable[[io.BytesIO, Report], object], content: bytes, name: str) -> list[str]:
    report = Report()
    check(io.BytesIO(content), report)
    return [] if report.findings else [name]


def _findings(check: Callable[[], list[str]]) -> list[str]:
    """Return what a check finds, or the sentence with which it refuses."""
    try:
        return check()
    except VerbatimError as error:
        return [str(error)]


# -- the desk --------------------------------------------------------------------------------------------------------


def _change_desk(whole: Path, random: Random, count: int, tally: ChangedBytes) -> None:
    content, rows = whole.read_bytes(), _rows(whole)
    with Desk.open(whole, read_only=True) as desk:
        shown = everything(desk)
    changed = whole.with_name("changed.desk")
    for place in random.choices(range(len(content)), k=count):
        changed.write_bytes(_changed(content, place, random))
        tally.desk += 1
        try:
            with Desk.open(changed) as desk:
                if desk.check().findings:
                    tally.found += 1
                    continue
                shows_the_same = everything(desk) == shown
        except VerbatimError:
            tally.refused += 1
            continue
        other = {table for table, found in _rows(changed).items() if found != rows.get(table)}
        tally.same += not other and shows_the_same
        tally.no_evidence += (known := bool(other) and other <= _NO_EVIDENCE and shows_the_same)
        tally.unseen += [] if known or (not other and shows_the_same) else [f"desk, byte {place}: {sorted(other)}"]


def _rows(path: Path) -> dict[str, list[Any]]:
    """Return all rows of the tables that hold what a desk says; the search indexes are compared by what they find."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
        return {table: db.execute(f'SELECT * FROM "{table}"').fetchall() for table in _tables(db)}


def _tables(db: sqlite3.Connection) -> Iterator[str]:
    for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall():
        if sql and "VIRTUAL" not in sql and "_index" not in name:
            yield str(name)
