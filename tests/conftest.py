"""What every test may want: files in memory, a hypothesis profile for the night, and a sample desk made once."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests import bytecode
from tests.sharing_server import hub_database, left_out, postgres

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["hub_database", "postgres"]  # fixtures

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Shared machines are slow at times; a law does not fail because of that.
settings.register_profile("day", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("nightly", parent=settings.get_profile("day"), max_examples=10_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "day"))

_MEMORY = Path("/dev/shm")
_ENOUGH = 3_000_000_000  # bytes; the databases of the newsroom take half of it


def pytest_configure(config: pytest.Config) -> None:
    """Put all temporary files into memory where there is enough, and give each worker one part of the tests.

    Every act waits for the disk. Benchmarks measure on it; a `TMPDIR` that is set stays. What a module makes once is
    made by one worker, not by all.
    """
    if "TMPDIR" not in os.environ and not _measures(config.args) and _has_room(_MEMORY):
        os.environ["TMPDIR"] = str(_MEMORY)  # for the processes that tests start, too
        tempfile.tempdir = None  # forgets the folder that was found before
    if config.getoption("dist", "no") == "load":
        config.option.dist = "worksteal"
    bytecode.keep(config)


def _measures(arguments: Sequence[str]) -> bool:
    return any("benchmarks" in argument for argument in arguments)


def _has_room(folder: Path) -> bool:
    return os.access(folder, os.W_OK) and shutil.disk_usage(folder).free > _ENOUGH


def pytest_collection(session: pytest.Session) -> None:
    """Share the work of loading all tests."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is not None and session.config.args == session.config.getini("testpaths"):
        count = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        bytecode.load_share(worker, count, session.config.getini("norecursedirs"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that take longest: no worker waits for another at the end."""
    items.sort(key=lambda item: "/faults/" not in item.nodeid)


def pytest_collection_finish() -> None:
    """Spare the collector what lives as long as the tests do: all modules, and all tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk file with the five sample articles in one story; copy it, never open it."""
    from desktop import assets
    from desktop.desk.open_desk import Desk
    from desktop.desk.prepare import prepare
    from desktop.desk.sample import STORY
    from desktop.intake.reading import read_path

    path = tmp_path_factory.mktemp("sample") / "sample.desk"
    with Desk.create(path) as desk:
        story = desk.new_story(STORY)
        for seed in assets.seeds():
            desk.add(prepare(read_path(seed)), story=story.id)
    return path


@pytest.fixture
def desk_path(sample_desk: Path, tmp_path: Path) -> Path:
    """A fresh copy of the sample desk."""
    path = tmp_path / "story.desk"
    path.write_bytes(sample_desk.read_bytes())
    return path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out for want of a PostgreSQL server."""
    summary = left_out(terminalreporter.stats.get("skipped", []))
    if summary:
        terminalreporter.write_line(summary, yellow=True)


def pytest_sessionfinish() -> None:
    """Empty the clipboard: Qt offscreen deletes what a test put there after Python is gone, and crashes over it."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and widgets.QApplication.instance() is not None:
        widgets.QApplication.clipboard().clear()
