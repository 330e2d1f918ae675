"""Journeys use the fixtures of `tests/ui/fixtures.py`, and what several of them begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.fixtures import compared_once, no_gc_in_qt, own_folders, session, settings, window

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["compared_once", "no_gc_in_qt", "own_folders", "session", "settings", "window"]


@pytest.fixture
def stick(tmp_path: Path, sample_desk: Path) -> Path:
    """A desk in a folder of its own, as on a stick."""
    (tmp_path / "stick").mkdir()
    path = tmp_path / "stick" / "story.desk"
    path.write_bytes(sample_desk.read_bytes())
    return path
