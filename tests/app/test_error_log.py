"""Errors and crashes reach a file, without a word of any article, and the next start says so."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.app.application import tell_crash
from desktop.app.error_log import ErrorLog, write_error
from tests.ui.fixtures import no_gc_in_qt, own_folders, window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.ui.window.main_window import MainWindow

__all__ = ["no_gc_in_qt", "own_folders", "window"]

SECRET = "words of an article"
CHILD = """
import logging, os, sys
from pathlib import Path
sys.stdout = sys.stderr = None  # as in a bundle without a console
from desktop.app.error_log import ErrorLog
errors = ErrorLog(Path(sys.argv[1]))
def somewhere_inside():
    raise KeyError({secret!r})
def handled():
    try:
        somewhere_inside()
    except KeyError as error:
        raise ValueError({secret!r}) from error
{ending}
"""


def run_child(folder: Path, ending: str) -> int:
    """Run a program with an error log to its end and return its exit code."""
    child = CHILD.format(secret=SECRET, ending=ending)
    return subprocess.run([sys.executable, "-c", child, str(folder)], capture_output=True, check=False).returncode


@pytest.fixture
def errors(tmp_path: Path) -> Iterator[ErrorLog]:
    former = sys.excepthook
    log = ErrorLog(tmp_path / "logs")
    yield log
    log.close()
    sys.excepthook = former


def test_an_error_that_ends_the_program_is_written_down_and_known_on_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    assert run_child(folder, "handled()") == 1
    text = (folder / "errors.log").read_text(encoding="utf-8")
    assert "CRITICAL verbatim" in text
    assert "in somewhere_inside\nbuiltins.KeyError\nwhich led to\n" in text
    assert text.endswith("in handled\nbuiltins.ValueError\n")
    assert SECRET not in text
    [crash] = folder.glob("crash-*.log")
    assert "builtins.ValueError" in crash.read_text(encoding="utf-8")
    assert SECRET not in crash.read_text(encoding="utf-8")


def test_an_error_that_is_logged_goes_on_and_leaves_no_crash(tmp_path: Path) -> None:
    ending = f"""
try:
    handled()
except ValueError:
    logging.getLogger("verbatim").exception("{SECRET} %s", "{SECRET}")
errors.close()
"""
    folder = tmp_path / "logs"
    assert run_child(folder, ending) == 0
    assert [path.name for path in folder.iterdir()] == ["errors.log"]
    text = (folder / "errors.log").read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert SECRET not in text


def test_a_crash_is_told_once_in_the_window_with_the_way_to_its_file(errors: ErrorLog, window: MainWindow) -> None:
    assert run_child(errors.folder, "os.abort()") != 0
    tell_crash(window, errors)
    message = window.message.text()
    assert message.startswith("Verbatim ended unexpectedly last time.")
    path = errors.folder / window.message.details().splitlines()[0]
    assert str(path) in message
    assert "Aborted" in path.read_text(encoding="utf-8")
    window.message.hide()
    tell_crash(window, errors)
    assert window.message.isHidden()


def test_a_crash_is_not_told_over_another_message(errors: ErrorLog, window: MainWindow) -> None:
    assert run_child(errors.folder, "os.abort()") != 0
    window.message.fail("The desk could not be opened.")
    tell_crash(window, errors)
    assert "could not be opened" in window.message.text()
    window.message.hide()
    tell_crash(window, errors)
    assert "ended unexpectedly" in window.message.text()


def test_a_run_that_ends_as_it_should_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    assert run_child(folder, "errors.close()") == 0
    assert list(folder.iterdir()) == []


def test_the_log_does_not_grow_without_end(tmp_path: Path) -> None:
    for _ in range(3000):
        write_error(tmp_path / "logs", ValueError(SECRET * 20))
    full = sorted((tmp_path / "logs").iterdir())
    assert "errors.log" in [path.name for path in full]
    assert 1 < len(full) <= 4
    assert sum(path.stat().st_size for path in full) < 1_000_000


def test_a_folder_that_takes_no_files_hinders_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"a file where the folder would be")
    assert run_child(tmp_path / "logs", "errors.close()") == 0
    assert run_child(tmp_path / "logs", "handled()") == 1
