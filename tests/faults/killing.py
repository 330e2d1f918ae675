"""Kill a process that works on a desk, again and again, and see what is left."""

from __future__ import annotations

import multiprocessing
import random
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop.desk.open_desk import Desk
from tests.faults import ack_writer
from tests.store.desks import prepared

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# Forking starts a worker in milliseconds; where there is no fork, they are started from scratch.
_processes = multiprocessing.get_context("fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn")
_KILLS_A_DESK = 10  # then a new one: checking what grows and grows would take most of the time
_MOST_ACTS = 30  # that are waited for before a kill


@dataclass
class Tally:
    """What came of the kills."""

    kills: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.acknowledged} acknowledged acts, {len(self.lost)} lost, "
            f"{len(self.broken)} desks that did not open or were not sound"
        )


def kill_often(folder: Path, kills: int, work: Callable[..., None] = ack_writer.work, seed: int = 1) -> Tally:
    """Start and kill a worker on a desk; after each kill everything it ever acknowledged has to be there."""
    chance, tally, acknowledged = random.Random(seed), Tally(), list[Any]()
    fresh, path = _fresh(folder), folder / "worked on" / "one.desk"
    for run in range(kills):
        if run % _KILLS_A_DESK == 0:
            tally.acknowledged, acknowledged = tally.acknowledged + len(acknowledged), []
            shutil.rmtree(path.parent, ignore_errors=True)
            shutil.copytree(fresh, path.parent)
        acknowledged += _one_kill(path, work, run + 1, chance.randint(1, _MOST_ACTS))
        tally.kills += 1
        try:
            _compare(path, acknowledged, tally)
        except Exception as error:
            tally.broken.append(repr(error))
    tally.acknowledged += len(acknowledged)
    return tally


def _fresh(folder: Path) -> Path:
    """Make a folder with a desk that has its backup of the day, to be copied."""
    fresh = folder / "fresh"
    fresh.mkdir()
    with Desk.create(fresh / "one.desk") as desk:
        added = desk.add(prepared())
        for _ in range(2):
            desk.unmark(desk.quotes(added.version_id), checker="Kim")
        desk.backups.copies.make("daily")
    return fresh


def _one_kill(path: Path, work: Callable[..., None], run: int, after: int) -> list[Any]:
    """Kill a worker once it acknowledged some acts; return all it acknowledged."""
    ours, theirs = _processes.Pipe(duplex=False)
    worker: Any = _processes  # every context has Process; their common base does not say so
    process = worker.Process(target=work, args=(path, theirs, run), daemon=True)
    process.start()
    theirs.close()
    acknowledged = [ours.recv() for _ in range(after)]
    process.kill()
    process.join()
    try:
        while True:
            acknowledged.append(ours.recv())
    except (EOFError, OSError):
        ours.close()
        return acknowledged


def _compare(path: Path, acknowledged: list[Any], tally: Tally) -> None:
    with Desk.open(path) as desk:
        tally.broken += desk.check().findings
        tally.lost += missing(desk, acknowledged)


def missing(desk: Desk, acknowledged: list[Any]) -> list[str]:
    """Return which acknowledged acts (kind, number, quote) are not on a desk."""
    quotes = [quote for article in desk.articles() for quote in desk.quotes(article.newest)]
    marked = desk.histories([quote.id for quote in quotes if quote.marks])
    notes = {mark.note for marks in marked.values() for mark in marks}
    added = {info.source for article in desk.articles() for info in desk.versions(article.id)}
    drafts: dict[int, int] = {draft.quote_id: int(draft.note) for draft in desk.drafts()}
    people: dict[int, int] = {quote.id: _number(quote.attribution.person) for quote in quotes}
    there: dict[str, Callable[[int, int], bool]] = {
        "made": lambda *_: True,
        "mark": lambda number, _: str(number) in notes,
        "several": lambda number, _: str(number) in notes,
        "add": lambda number, _: str(number) in added,
        "person": lambda number, quote: people.get(quote, -1) >= number,  # or a later one
        "draft": lambda number, quote: drafts.get(quote, -1) >= number,
    }
    return [f"{kind} {number}" for kind, number, quote in acknowledged if not there[kind](number, quote)]


def _number(person: str) -> int:
    return int(person) if person.isdigit() else 0
