"""What an exception on a desk comes from: damage is named, and a sound desk is not to blame."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop.desk.damage import damage
from desktop.desk.open_desk import Desk
from desktop.store.file.migrations import SCHEMA
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Desk.create(tmp_path / "a.desk") as desk:
        desk.add(prepared())
    return tmp_path / "a.desk"


def test_a_sound_desk_is_not_to_blame(path: Path) -> None:
    assert damage(path, KeyError("x")) is None


def test_a_desk_that_was_changed_is_named_with_what_was_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM chain WHERE of = 'marks'")
    found = damage(path, KeyError("x"))
    assert found is not None
    assert str(found).startswith("“a.desk” was damaged or changed by another program: ")
    assert str(found).endswith("Recover what can be read into a new desk.")


def test_a_desk_that_is_gone_is_not_called_damaged(path: Path) -> None:
    path.unlink()
    found = damage(path, KeyError("x"))
    assert found is not None
    assert str(found).startswith("“a.desk” is not where it was")


def test_a_newer_desk_asks_for_a_newer_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    assert "Update the program." in str(damage(path, KeyError("x")))
    assert "(KeyError)" in str(damage(path, KeyError("x")))
