"""Journal of pending acts on the user's own disk, so that they outlive the program.

One JSON file for each program and desk in the user's own folder, replaced whole and on the disk before the window shows
the act. The same file, saved elsewhere by hand, can be brought into the desk later. acts.py says what a
pending act is, ui/session/pending.py when it is tried again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.atomic_files import write_atomically
from desktop.domain import value_type
from desktop.store.errors import DiskError, NotOurs
from desktop.store.file.lock import Holder
from desktop.store.pending.acts import Kind, PendingAct, Target
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_FOREIGN_S = 24 * 3600  # after which acts left under another computer name are taken over; each is written but once
_FORMAT = "verbatim: acts that wait for a desk, 1"


@value_type
class OrphanedActs:
    """What a program that is not running any more left for one desk."""

    desk: str  # uid
    path: str  # where the desk was
    acts: tuple[PendingAct, ...]


class PendingActs:
    """The acts that wait for one open desk, in the order they were made."""

    def __init__(self, folder: Path, desk: str, path: Path) -> None:
        """Take over what programs that ended left for this desk in `folder`."""
        self._folder = folder
        self._desk = desk
        self._path = path
        self._holder: Holder | None = Holder.here()
        self._file = folder / f"{_named(desk)} {self._holder.token}.json"
        self.acts: list[PendingAct] = []
        self.problem = ""  # why the acts are in memory only; empty if they are on the user's disk
        self._take_over()

    def _take_over(self) -> None:
        found = [(file, acts) for file, left, alive in _files(self._folder) if left.desk == self._desk and not alive
                 for acts in [left.acts]]  # fmt: skip
        acts = {act.id: act for _, left in found for act in left}
        if acts:
            self.acts = sorted(acts.values(), key=lambda act: act.at)
            self._save()
            if not self.problem:
                for file, _ in found:
                    with suppress(OSError):
                        file.unlink()

    def add(self, act: PendingAct) -> PendingAct:
        """Add an act, and return it; if the one before it on these quotes covers it, return that one.

        Half-typed words take the place of those before them.
        """
        uids = {target.uid for target in act.targets}
        others = [one for one in self.acts if uids & {target.uid for target in one.targets}]
        done = [one for one in others if one.kind != Kind.DRAFT]
        if done and done[-1].covers(act):
            return done[-1]
        left = [one for one in self.acts if one.kind != Kind.DRAFT or act.kind != Kind.DRAFT or one not in others]
        if not act.is_empty:
            act = replace(act, after=tuple(one.id for one in done))
            left.append(act)
        self.acts = left
        self._save()
        return act

    def add_all(self, acts: Iterable[PendingAct]) -> None:
        """Keep acts of a file that is brought in; those that wait already do so once."""
        there = {act.id for act in self.acts}
        self.acts += [act for act in acts if act.id not in there]
        self._save()

    def remove(self, act_ids: Collection[str]) -> bool:
        """Let go of acts that were written or taken back; returns whether any of them waited."""
        left = [act for act in self.acts if act.id not in act_ids]
        some = len(left) < len(self.acts)
        if some:
            self.acts = left
            self._save()
        return some

    def retry_save(self) -> None:
        """Try once more to put on a disk what is in memory only."""
        if self.problem:
            self._save()

    def release(self) -> None:
        """Leave what waits to whoever opens the desk next."""
        self._holder = None
        if self.acts:
            self._save()

    def _save(self) -> None:
        self.problem = ""
        try:
            if self.acts:
                self._folder.mkdir(parents=True, exist_ok=True)
                write_atomically(self._file, _written(self._desk, self._path, self.acts, self._holder))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            if self.acts:
                self.problem = tr(
                    "The folder {folder} does not take them ({why}).",
                    folder=self._folder,
                    why=error.strerror or error,
                )


def orphaned_acts(folder: Path) -> list[OrphanedActs]:
    """Return what programs that ended left for desks, whichever."""
    found: dict[str, OrphanedActs] = {}
    for _, left, alive in _files(folder):
        if not alive and left.acts:
            before = found[left.desk].acts if left.desk in found else ()
            found[left.desk] = replace(left, acts=(*before, *left.acts))
    return list(found.values())


def move_orphans(former: Path, folder: Path, moved: Mapping[Path, Path]) -> None:
    """Move what programs that ended left in one folder to another; `moved` are new places of desks by their old ones.

    Acts for a desk that lies beside `former` and did not move stay with it.
    """
    for file, left, alive in _files(former):
        was = Path(left.path)
        place = moved.get(was, was)
        if not alive and place.parent != former.parent:
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
                write_atomically(folder / file.name, _written(left.desk, place, left.acts, None))
                file.unlink()


def save(acts: Iterable[PendingAct], desk: str, path: Path, out: Path) -> None:
    """Write acts to a file of the user's choice; raises DiskError."""
    try:
        write_atomically(out, _written(desk, path, acts, None))
    except OSError as error:
        raise DiskError(
            tr(
                "“{name}” could not be written: {why}. Choose another place.",
                name=out.name,
                why=error.strerror or error,
            )
        ) from error


def read(path: Path) -> OrphanedActs:
    """Read such a file; raises NotOurs if it is none."""
    try:
        return _orphaned(json.loads(path.read_bytes()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotOurs(
            tr("“{name}” does not hold acts that wait for a desk, or it was changed.", name=path.name)
        ) from error


def is_pending_file(path: Path) -> bool:
    """Say whether a file looks like one that `save` wrote."""
    with suppress(OSError), path.open("rb") as file:
        return _FORMAT.encode() in file.read(200)
    return False


# -- files ---------------------------------------------------------------------------------------------------------


def _named(desk: str) -> str:
    """Return a name for files about a desk, whatever its uid says."""
    return hashlib.sha256(desk.encode()).hexdigest()[:32]


def _written(desk: str, path: Path, acts: Iterable[PendingAct], holder: Holder | None) -> bytes:
    content = {
        "format": _FORMAT, "desk": desk, "path": os.fspath(path.absolute()),
        "holder": asdict(holder) if holder else None, "acts": [_act_content(act) for act in acts],
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=True, indent=1).encode()


def _files(folder: Path) -> list[tuple[Path, OrphanedActs, bool]]:
    """Return each file with what it holds and whether the program that keeps it may be running; others are left out."""
    found = []
    for file in sorted(folder.glob("*.json")) if folder.is_dir() else []:
        with suppress(OSError, ValueError, KeyError, TypeError):
            content = json.loads(file.read_bytes())
            holder = Holder.from_json(content["holder"]) if content["holder"] else None
            found.append((file, _orphaned(content), holder is not None and _may_run(holder, file)))
    return found


def _may_run(holder: Holder, file: Path) -> bool:
    """Say whether a program may still keep its acts in a file: one of another computer name, as long as it writes."""
    return holder.alive and not (holder.is_foreign and time.time() - file.stat().st_mtime > _FOREIGN_S)


def _orphaned(content: dict[str, Any]) -> OrphanedActs:
    if content["format"] != _FORMAT:
        raise ValueError("another format")
    return OrphanedActs(str(content["desk"]), str(content["path"]), tuple(_act(one) for one in content["acts"]))


def _act_content(act: PendingAct) -> dict[str, Any]:
    content = asdict(act)
    for target in content["targets"]:
        target["seen"] = target.pop("digest")  # as files of this format call it
    return content


def _act(content: dict[str, Any]) -> PendingAct:
    targets = tuple(Target(digest=one.pop("seen"), **one) for one in content["targets"])
    kind, after = Kind(content["kind"]), tuple(content["after"])
    return PendingAct(**(content | {"targets": targets, "kind": kind, "after": after}))
