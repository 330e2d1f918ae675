"""What a mutation is, and how one is tried in a copy of the project."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from py_compile import PycInvalidationMode
from queue import SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ROOT = Path(__file__).resolve().parents[2]
_LEFT_OUT = ("build", "dist", "__pycache__")
_FAILED = 1  # exit code of pytest
_ENDLESS = -1  # in place of one; pytest ends each test that hangs by itself
_MOST_SECONDS = 600


class Mutation(NamedTuple):
    """One fault: `old`, which stands once in `file`, becomes `new`, and `test` (a file or a node) fails."""

    law: str
    file: str
    old: str
    new: str
    test: str


class Fate(StrEnum):
    """What became of a mutation."""

    NOTICED = "noticed"
    SURVIVED = "SURVIVED"
    BROKEN = "BROKEN"  # it does not apply, no test was run, or the test fails without it, too


@dataclass(frozen=True)
class Tried:
    """What came of one mutation, and the last lines that pytest said."""

    mutation: Mutation
    fate: Fate
    said: str


def mutated(mutation: Mutation, source: str) -> str:
    """Return the text of a file with a mutation in it; raises ValueError if it does not apply."""
    if source.count(mutation.old) != 1:
        raise ValueError(f"{mutation.file}: {source.count(mutation.old)} times {mutation.old!r}")
    changed = source.replace(mutation.old, mutation.new)
    if changed == source:
        raise ValueError(f"{mutation.file}: nothing is changed by {mutation.new!r}")
    compile(changed, mutation.file, "exec")
    return changed


def copy_project(folder: Path) -> None:
    """Put what tests need into an empty folder, the program compiled: each run of a test would do that anew."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", *_LEFT_OUT), dirs_exist_ok=True)
    # Known by their content: a mutation may come in the second in which its file was compiled.
    compileall.compile_dir(folder / "desktop", quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH)


class Copies:
    """Copies of the project in which mutations are tried at once, and one without any in which their tests pass."""

    def __init__(self, folder: Path, count: int, tests: Iterable[str]) -> None:
        """Copy the project, and run every test that mutations name as it is, all in one go."""
        self._whole = folder / "whole"
        copy_project(self._whole)
        every = sorted({node for test in tests for node in test.split()})
        self._all_pass = run_test(self._whole, " ".join(every))[0] == 0
        self._free: SimpleQueue[Path] = SimpleQueue()
        for number in range(count):
            copy_project(folder / str(number))
            self._free.put(folder / str(number))

    @contextmanager
    def one(self) -> Iterator[Path]:
        """Have a copy for oneself."""
        project = self._free.get()
        try:
            yield project
        finally:
            self._free.put(project)

    def passes(self, test: str) -> bool:
        """Say whether a test passes without a mutation."""
        return self._all_pass or run_test(self._whole, test)[0] == 0


def run_test(project: Path, test: str) -> tuple[int, str]:
    """Run a test in a copy of the project up to its first failure; returns pytest's exit code and its last lines."""
    arguments = ["-q", "-x", "--no-header", "--tb=no", "--timeout=120"]
    without = ["-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist", "-p", "no:benchmark"]
    environment = os.environ | {"PYTHONPATH": str(project), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *arguments, *without, *test.split()],
            cwd=project, env=environment, capture_output=True, text=True, timeout=_MOST_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return _ENDLESS, "it did not end"
    return done.returncode, done.stdout[-400:]


def try_mutation(project: Path, mutation: Mutation, passes: Callable[[str], bool]) -> Tried:
    """Put a mutation into a copy of the project, run its test, and take it out again."""
    path = project / mutation.file
    whole = path.read_text(encoding="utf-8")
    try:
        changed = mutated(mutation, whole)
    except (ValueError, SyntaxError) as error:
        return Tried(mutation, Fate.BROKEN, str(error))
    path.write_text(changed, encoding="utf-8")
    try:
        code, output = run_test(project, mutation.test)
    finally:
        path.write_text(whole, encoding="utf-8")
    if code == 0:
        return Tried(mutation, Fate.SURVIVED, output)
    noticed = code == _FAILED and passes(mutation.test)
    return Tried(mutation, Fate.NOTICED if noticed else Fate.BROKEN, output)
