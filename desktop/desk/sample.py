"""The sample story: the five articles that come with the program, an example of an update, and one of a source."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop import assets
from desktop.desk.backups import restore, time_now
from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.domain import SourceDetails, SourceKind, VerbatimError
from desktop.intake.reading import read_path
from desktop.store.queries.desk_summary import PROGRAM, read_summary
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop.domain import VersionId

STORY = "Russia buys North Korean shells"
# An edit of ours, so that a new user can see what an update does to marks; never one of the five.
_EXAMPLE = "example-update.txt"
_BRIEFING = "example-briefing.txt"  # made up by us, and it says so; quotes of the five are held against it


def sample_path(folder: Path) -> Path:
    """Return where the one copy of the sample lies that can be marked; the folder is made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "Sample story.desk"


def make_sample(path: Path, *, clock: Callable[[], datetime] | None = None) -> tuple[VersionId, VersionId]:
    """Make a desk with the sample story at `path`; returns the two versions it should open on, 001 and 002."""
    with Desk.create(path, clock=clock) if clock else Desk.create(path) as desk:
        story = desk.new_story(STORY)
        added = [desk.add(prepare(read_path(seed)), story=story.id) for seed in assets.seeds()]
        update = prepare(read_path(assets.resource(_EXAMPLE)))
        desk.add(update, article=added[0].article_id, label=english("example"))
        briefing = desk.add(prepare(read_path(assets.resource(_BRIEFING))), story=story.id, label=english("example"))
        details = SourceDetails(SourceKind.TRANSCRIPT, place="a made-up briefing room", speakers="")
        desk.name_source(briefing.article_id, details, checker=PROGRAM)
        return added[1].version_id, added[2].version_id


def is_untouched(path: Path) -> bool:
    """Say whether a copy of the sample is as it was made; False where that cannot be known."""
    try:
        found = read_summary(path)
    except VerbatimError:
        return False
    return not found.acts and found.versions - found.named <= len(assets.seeds()) + 1


def reset_sample(path: Path, *, clock: Callable[[], datetime] = time_now) -> tuple[VersionId, VersionId, Path | None]:
    """Put a fresh sample in the place of one that nobody has open.

    Returns the two versions it should open on, and where the former copy is kept: among the backups of the sample,
    or nowhere (None) if nothing was done on it. Raises a StoreError, and leaves it as it is, if that cannot be done.
    """
    untouched = is_untouched(path)
    with TemporaryDirectory(prefix="verbatim-", ignore_cleanup_errors=True) as scratch:
        fresh = Path(scratch) / path.name
        a, b = make_sample(fresh)
        former = restore(fresh, path, clock=clock)
    if former is not None and untouched:
        former.unlink(missing_ok=True)
        former = None
    return a, b, former


def drop_old_copies(folder: Path) -> list[Path]:
    """Delete the numbered copies that earlier versions of the program made, if nothing was done on them.

    Returns those that are gone. One that somebody has open, or that cannot be looked at, stays. Raises nothing.
    """
    gone = []
    for path in sorted(folder.glob("Sample story [0-9]*.desk")):
        if path.with_name(f"{path.name}.lock").exists() or not is_untouched(path):
            continue
        with suppress(OSError):
            path.unlink()
            gone.append(path)
    return gone
