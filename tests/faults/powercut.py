"""Turn the power off at any moment while a desk is worked on, again and again, and see what is left."""

from __future__ import annotations

import json
import random
import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from desktop.desk.open_desk import Desk
from tests.faults.crash_disk import CrashDisk
from tests.faults.killing import missing
from tests.faults.traced import Line, trace

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.traced import Event


@dataclass
class Cuts:
    """What came of the power cuts."""

    images: int = 0
    acts: int = 0  # acknowledged in the whole recording
    lost: list[str] = field(default_factory=list)  # one for each image that lost something acknowledged
    broken: list[str] = field(default_factory=list)  # images that did not open, were not sound or said too much

    def __str__(self) -> str:
        return (
            f"{self.images} crash images of {self.acts} acknowledged acts, {len(self.lost)} that lost one, "
            f"{len(self.broken)} that did not open or were not sound"
        )


def cut_power_often(folder: Path, images: int, acts: int, how: str = "safe", seed: int = 1) -> Cuts:
    """Record one session of so many acts, then look at images of what power cuts may leave of it."""
    work = folder / "work"
    work.mkdir()
    command = [sys.executable, "-m", "tests.faults.power_writer", str(work / "a.desk"), str(acts), how]
    events = trace(command, work, folder / "trace")
    chance, disk, acknowledged = random.Random(seed), CrashDisk(), list[Any]()
    every = [json.loads(event.text) for event in events if isinstance(event, Line)]
    tally = Cuts(acts=len(every))
    cuts = iter([*sorted(chance.randint(0, len(events)) for _ in range(images)), -1])
    next_cut = next(cuts)
    for place in range(len(events) + 1):
        while place == next_cut:
            _one_cut(disk, chance, folder, (acknowledged, every[: len(acknowledged) + 1]), tally)
            next_cut = next(cuts)
        if place < len(events):
            _play(disk, events[place], acknowledged)
    return tally


def _play(disk: CrashDisk, event: Event, acknowledged: list[Any]) -> None:
    disk.play(event)
    if isinstance(event, Line):
        acknowledged.append(json.loads(event.text))


def _one_cut(
    disk: CrashDisk, chance: random.Random, folder: Path, acknowledged: tuple[list[Any], list[Any]], tally: Cuts
) -> None:
    """Look at one image; `said` are the acts acknowledged before the cut, and those with the one under way."""
    image = folder / "image"
    disk.crash(chance, str(folder / "work"), image)
    tally.images += 1
    try:
        _look(image / "a.desk", *acknowledged, tally)
    except Exception as error:
        tally.broken.append(f"image {tally.images}: {error!r}")
    finally:
        shutil.rmtree(image, ignore_errors=True)


def _look(path: Path, acknowledged: list[Any], begun: list[Any], tally: Cuts) -> None:
    if not path.exists():
        tally.lost += [f"image {tally.images}: the desk"] if acknowledged else []
        return
    with Desk.open(path) as desk:
        tally.broken += [f"image {tally.images}: {finding}" for finding in desk.check().findings]
        lost = missing(desk, acknowledged)
        tally.lost += [f"image {tally.images}: {', '.join(lost)}"] if lost else []
        quotes = [quote.id for article in desk.articles() for quote in desk.quotes(article.newest)]
        notes = {mark.note for marks in desk.histories(quotes).values() for mark in marks} - {""}
    never_made = notes - {str(number) for _, number, _ in begun}
    tally.broken += [f"image {tally.images}: marks nobody made: {never_made}"] if never_made else []
