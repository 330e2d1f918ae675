"""Sweep of failures: the n-th write, sync or removal of an act fails, for every n. `python -m tests.faults.io_sweep`.

Runs in a process of its own with io_shim.c loaded before libc; prints what came of it as JSON.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log
from desktop.domain import Attribution, Draft, MarkChange, Metadata, Status, VerbatimError
from desktop.store.errors import Unconfirmed
from tests.store.desks import prepared, quick_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import Quote

_SHIM = Path(__file__).with_name("io_shim.c")
_MOST_CALLS = 500
_HALF = "half"
# How a call fails: once with an error of the disk, or from then on for want of room.
MANNERS = {"once": (0, errno.EIO), "full": (1, errno.ENOSPC)}


@dataclass
class Sweep:
    """What came of it; all lists should be empty."""

    failures: int = 0  # calls that were made to fail
    refused: int = 0  # acts that therefore said a sentence; the others were done all the same
    wrong: list[str] = field(default_factory=list)  # the desk was not as it was before, or after
    speechless: list[str] = field(default_factory=list)  # something other than a sentence was raised
    no_retry: list[str] = field(default_factory=list)  # it did not work when the disk was well again

    def __str__(self) -> str:
        return (
            f"{self.failures} failed writes, syncs and removals: {self.refused} acts refused with a sentence, "
            f"{self.failures - self.refused} done all the same, {len(self.wrong)} desks wrong, "
            f"{len(self.speechless)} without a sentence, {len(self.no_retry)} that could not be repeated"
        )


def hindrance() -> str:
    """Return why no call can be made to fail here, or an empty string."""
    if not sys.platform.startswith("linux"):
        return "calls are made to fail on Linux only"
    return "" if shutil.which("cc") else "there is no C compiler"


def sweep_in_a_process(*acts: str, all_: bool = True) -> Sweep:
    """Sweep over the acts named (all if none); not `all_`: each call fails in one manner and not in both."""
    return Sweep(**run_with_shim("tests.faults.io_sweep", *([] if all_ else [_HALF]), *acts))


def run_with_shim(*module: str) -> dict[str, Any]:
    """Run a module with io_shim.c loaded before libc, and return the JSON that it prints."""
    with tempfile.TemporaryDirectory() as folder:
        shim = Path(folder) / "io_shim.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", shim, _SHIM, "-ldl"], check=True, capture_output=True)
        command = [sys.executable, "-m", *module]
        environment = os.environ | {"LD_PRELOAD": str(shim)}
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600, env=environment)
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout)
    return result


# -- in the process with the shim ----------------------------------------------------------------------------------


def _mark(desk: Desk) -> None:
    quotes = [quote.id for quote in _quotes(desk)]
    desk.mark(quotes[:2], MarkChange(Status.DISPUTED, note="a rumour"), checker="Kim")


def _import(desk: Desk) -> None:
    desk.add(prepared("“It was late,” said Bo Lund. “Very late.”\n" * 5, source="late"), checker="Kim")


def _edit(desk: Desk) -> None:
    desk.edit_metadata(desk.articles()[0].id, Metadata(title="Another"), checker="Kim")


def _attribute(desk: Desk) -> None:
    desk.corrections.attribute([_quotes(desk)[0].id], Attribution(person="Bo Lund"), checker="Kim")


def _draft(desk: Desk) -> None:
    desk.save_draft(Draft(_quotes(desk)[0].id, "half a", ""))


def _export(desk: Desk) -> None:
    for kind in ("csv", "json", "html"):
        export_log(desk, desk.path.with_name(f"log.{kind}"), kind)


def _backup(desk: Desk) -> None:
    desk.backups.make()


ACTS: dict[str, Callable[[Desk], None]] = {
    "first": _mark,  # of a day: the daily backup comes before it
    "mark": _mark,
    "import": _import,
    "edit": _edit,
    "attribute": _attribute,
    "draft": _draft,
    "export": _export,
    "backup": _backup,
}


def _quotes(desk: Desk) -> list[Quote]:
    return [quote for article in desk.articles() for quote in desk.quotes(article.newest)]


def _says(path: Path) -> object:
    """Everything that a checker put on a desk, without times; and what is not sound about it."""
    with Desk.open(path) as desk:
        quotes = _quotes(desk)
        histories = [
            [(mark.act, mark.status, mark.note, mark.checker) for mark in desk.history(quote.id)] for quote in quotes
        ]
        articles = [(article.metadata, article.versions, article.counts) for article in desk.articles()]
        return (
            desk.check().findings, articles, histories, desk.drafts(), desk.chains.mark_head().marks,
            [(quote.span, quote.text, quote.status, quote.attribution.person) for quote in quotes],
        )  # fmt: skip


def _base(folder: Path, *, backed_up: bool) -> Path:
    path = folder / "base" / "a.desk"
    path.parent.mkdir()
    with Desk.create(path) as desk:
        desk.add(prepared())
        desk.mark([_quotes(desk)[0].id], MarkChange(Status.VERIFIED, note="seen"), checker="Kim")
        if backed_up:
            desk.backups.copies.make("daily")
    return path


class _Sweeper:
    """Goes through all failures of one act in one manner."""

    def __init__(self, folder: Path, name: str, manner: str, tally: Sweep) -> None:
        self._folder, self._name, self._manner, self._tally = folder, name, manner, tally
        self._shim = ctypes.CDLL(None)
        self._base = _base(folder, backed_up=name != "first")
        self._path = folder / "work" / "a.desk"
        self._before = _says(self._base)
        self._fresh()
        self._act()
        self._after = _says(self._path)

    def run(self, first: int, step: int) -> None:
        number = first
        while self._fail(number) and number < _MOST_CALLS:
            number += step

    def _fresh(self) -> None:
        shutil.rmtree(self._path.parent, ignore_errors=True)
        shutil.copytree(self._base.parent, self._path.parent)

    def _act(self, at: int = 0) -> int:
        """Do the act while the call `at` fails; returns how many calls there were."""
        lasting, code = MANNERS[self._manner]
        with Desk.open(self._path) as desk:
            self._shim.shim_arm(os.fsencode(self._path.parent), ctypes.c_long(at), lasting, code)
            try:
                ACTS[self._name](desk)
            finally:
                calls = int(self._shim.shim_disarm())
        return calls

    def _fail(self, number: int) -> bool:
        self._fresh()
        name, expected = f"{self._name}, {self._manner}, call {number}", self._after
        try:
            if self._act(number) < number:
                return False
        except VerbatimError as error:
            expected = self._after if isinstance(error, Unconfirmed) else self._before
            self._tally.refused += 1
            if not str(error).endswith("."):
                self._tally.speechless.append(f"{name}: {error}")
        except Exception as error:
            expected = self._before
            self._tally.speechless.append(f"{name}: {error!r}")
        self._tally.failures += 1
        if _says(self._path) != expected:
            self._tally.wrong.append(name)
        elif expected is self._before:
            self._again(name)
        return True

    def _again(self, name: str) -> None:
        try:
            self._act()
        except Exception as error:
            self._tally.no_retry.append(f"{name}: {error!r}")
        else:
            self._tally.no_retry += [f"{name}: not the same"] if _says(self._path) != self._after else []


def main() -> None:
    tally, half = Sweep(), _HALF in sys.argv
    for name in [each for each in sys.argv[1:] if each != _HALF] or ACTS:
        for number, manner in enumerate(MANNERS, 1):
            with quick_folder() as folder:
                _Sweeper(Path(folder), name, manner, tally).run(*(number, len(MANNERS)) if half else (1, 1))
    print(json.dumps(asdict(tally)))


if __name__ == "__main__":
    main()
