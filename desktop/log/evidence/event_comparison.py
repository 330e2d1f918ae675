"""Events of a log compared: with the desk they came from, and with what time stamps are over."""

from __future__ import annotations

import json
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.log.evidence.standalone_check import EVENTS_NAME

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path
    from typing import Any, BinaryIO

Place = tuple[str, str, int]  # of, desk, number


@contextmanager
def events_in(path: Path) -> Iterator[BinaryIO]:
    """Open the events of a log of events, or of a bundle that was checked."""
    with path.open("rb") as file:
        if file.read(2) == b"PK":
            with zipfile.ZipFile(file) as bundle, bundle.open(EVENTS_NAME) as events:
                yield events  # type: ignore[misc]  # a binary file to read, line by line
        else:
            file.seek(0)
            yield file


def places(events: BinaryIO) -> Iterator[tuple[Place, str, Mapping[str, Any]]]:
    """Yield place, hash and content of every record; the content of a withheld one is its place."""
    chains = json.loads(next(events))["chains"]
    for line in events:
        found = json.loads(line)
        content = found.get("record") or found.get("public") or found
        chain = chains[found["chain"]]
        yield (chain["of"], chain["desk"], content["number"]), found["hash"], content


def entries_of(events: BinaryIO, kinds: Collection[str]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return kind and body of the entries of some kinds."""
    return [
        (str(content["act"]), content["body"])
        for place, _, content in places(events)
        if place[0] == "entries" and content.get("act") in kinds
    ]


def hashes_at(events: BinaryIO, of_places: Collection[Place]) -> dict[Place, set[str]]:
    """Return the hashes of the records at some places; a branch has the same numbers as its trunk."""
    found: dict[Place, set[str]] = {}
    for place, hash_, _ in places(events):
        if place in of_places:
            found.setdefault(place, set()).add(hash_)
    return found


def differences(events: BinaryIO, on_desk: Mapping[Place, set[str]]) -> Iterator[str]:
    """Sentences about records that the events have and the desk does not hold so; later ones are no difference."""
    for place, hash_, _ in places(events):
        of, desk, number = place
        name = f"{'Mark' if of == 'marks' else 'Entry'} {number} of the chain {desk}"
        if place not in on_desk:
            yield f"{name} is in the log but not in the desk."
        elif hash_ not in on_desk[place]:
            yield f"{name} says something else than in the log."
