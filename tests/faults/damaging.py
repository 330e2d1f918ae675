"""Damage desks at random, again and again, and see whether anything wrong is shown or taken for sound."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.desk.backups import recover
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.errors import StoreError
from tests.store.desks import TEXT, Ticking, prepared
from tests.store.upkeep.test_merge import hashes

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("flipped", "zeroed", "cut", "one bit")


@dataclass
class Damages:
    """What came of the damage; both lists should be empty."""

    files: int = 0
    refused: int = 0  # did not open, with a sentence
    found: int = 0  # opened, and the check named what is wrong
    harmless: int = 0  # opened with every mark as it was, and sound
    recovered: int = 0  # a new desk was made of what could be read
    nothing_left: int = 0  # nothing could be read, and that was said
    marks: int = 0  # that all recovered desks hold together
    most_marks: int = 0  # that they would hold if nothing had been lost
    wrong: list[str] = field(default_factory=list)  # a mark that nobody made, or damage taken for sound
    crashed: list[str] = field(default_factory=list)  # something other than a sentence was raised

    def __str__(self) -> str:
        return (
            f"{self.files} damaged files: {self.refused} refused with a sentence, {self.found} found out by the check, "
            f"{self.harmless} harmless; {self.recovered} recovered with {self.marks} of {self.most_marks} marks, "
            f"{self.nothing_left} of which nothing was left; {len(self.wrong)} wrong, {len(self.crashed)} crashes"
        )


def damage_often(folder: Path, files: int, seed: int = 1) -> Damages:
    """Damage a desk of some articles in so many ways, open, check and recover what came of it."""
    whole, marks = _whole(folder / "whole.desk")
    chance, tally = random.Random(seed), Damages()
    for number in range(files):
        path = folder / f"{number}.desk"
        path.write_bytes(_damaged(whole, KINDS[number % len(KINDS)], chance))
        tally.files += 1
        try:
            _look(path, marks, tally)
        except Exception as error:
            tally.crashed.append(f"{KINDS[number % len(KINDS)]} {number}: {error!r}")
        for left in folder.glob(f"{number}*"):
            left.unlink()
    return tally


def _whole(path: Path) -> tuple[bytes, set[str]]:
    with Desk.create(path, clock=Ticking()) as desk:
        for number in range(2):
            added = desk.add(prepared(TEXT.replace("nine", f"{number} or so"), title=f"T{number}"), checker="Kim")
            ids = [quote.id for quote in desk.quotes(added.version_id)]
            desk.mark(ids, MarkChange(Status.VERIFIED, note=f"tape {number}"), checker="Kim")
            desk.mark(ids[:2], MarkChange(Status.DISPUTED), checker="Lee")
        marks = hashes(desk)
    return path.read_bytes(), marks


def _damaged(whole: bytes, kind: str, chance: random.Random) -> bytes:
    broken = bytearray(whole)
    for _ in range(chance.randint(1, 12) if kind in {"flipped", "zeroed"} else 1):
        at = chance.randrange(100, len(broken))
        if kind == "cut":
            del broken[at:]
        elif kind == "zeroed":
            size = min(chance.choice((16, 64, 512, 4096)), len(broken) - at)
            broken[at : at + size] = bytes(size)
        else:
            broken[at] ^= 1 << chance.randrange(8)
    return bytes(broken)


def _look(path: Path, marks: set[str], tally: Damages) -> None:
    if _is_sound(path, marks, tally):
        return
    out = path.with_name(f"{path.stem} new.desk")
    try:
        recover(path, out)
    except StoreError:
        tally.nothing_left += 1
        tally.wrong += [f"{path.stem}: half a new desk was left"] if out.exists() else []
        return
    with Desk.open(out) as desk:
        recovered = hashes(desk)
    tally.recovered += 1
    tally.marks += len(recovered)
    tally.most_marks += len(marks)
    tally.wrong += (
        [] if recovered <= marks else [f"{path.stem}: {len(recovered - marks)} marks nobody made were recovered"]
    )


def _is_sound(path: Path, marks: set[str], tally: Damages) -> bool:
    """Open and check; whatever is called sound has to hold every mark as it was."""
    try:
        with Desk.open(path) as desk:
            if not desk.check().sound:
                hashes(desk)  # all of it can be shown, whatever is wrong with it
                tally.found += 1
                return False
            tally.wrong += [] if hashes(desk) == marks else [f"{path.stem}: called sound with other marks"]
    except StoreError:
        tally.refused += 1
        return False
    tally.harmless += 1
    return True
