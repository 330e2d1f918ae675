"""The sample story: the five articles that come with the program, and one example of an update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import assets
from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.intake.reading import read_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop.domain import VersionId

STORY = "Russia buys North Korean shells"
# An edit of ours, so that a new user can see what an update does to marks; never one of the five.
_EXAMPLE = "example-update.txt"


def free_path(folder: Path) -> Path:
    """Return a name for a fresh sample desk; earlier samples, which may hold marks, are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    names = (f"Sample story{f' {number}' if number > 1 else ''}.desk" for number in range(1, 10_000))
    return next(folder / name for name in names if not (folder / name).exists())


def make_sample(path: Path, *, clock: Callable[[], datetime] | None = None) -> tuple[VersionId, VersionId]:
    """Make a desk with the sample story at `path`; returns the two versions it should open on, 001 and 002."""
    with Desk.create(path, clock=clock) if clock else Desk.create(path) as desk:
        story = desk.new_story(STORY)
        added = [desk.add(prepare(read_path(seed)), story=story.id) for seed in assets.seeds()]
        update = prepare(read_path(assets.resource(_EXAMPLE)))
        desk.add(update, article=added[0].article_id, label="example")
        return added[1].version_id, added[2].version_id
