"""A record of a chain rewritten with a hash of its own is found by what stands around it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.store.records import entries
from tests.faults.doctored import doctor_desk
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.store.records.entries import Entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        desk.add(prepared(title="Harbour"))
        for number in range(3):
            desk.rename_story(desk.stories()[0].id, f"Name {number}", checker="Kim")
    return tmp_path / "one.desk"


def last(path: Path, back: int = 0) -> Entry:
    """The last entry of a desk, or one that is so many before it."""
    with closing(sqlite3.connect(path)) as db:
        row = db.execute(
            f"SELECT {entries.COLUMNS} FROM entry e JOIN chain c ON c.id = e.chain_id ORDER BY e.number DESC LIMIT 1"
            " OFFSET ?",
            (back,),
        ).fetchone()
    return entries.from_row(row)


def rewrite(path: Path, entry: Entry) -> None:
    """Put an entry in the place of the one with its number, with the hash that it should have."""
    sql = "UPDATE entry SET checker = ?, tick = ?, hash = ? WHERE number = ?"
    assert doctor_desk(path, lambda db: db.execute(sql, (entry.checker, entry.tick, entry.hash(), entry.number)))


def findings(path: Path) -> list[str]:
    with Desk.open(path, read_only=True) as desk:
        return desk.check().findings


def test_what_was_rewritten_no_longer_leads_to_the_record_after_it(path: Path) -> None:
    rewrite(path, replace(last(path, 1), checker="Somebody else"))
    number = last(path).number
    assert findings(path) == [f"Entry {number} does not follow the one before it: one of the two was changed."]


def test_a_record_whose_tick_was_set_back_stands_in_the_wrong_order(path: Path) -> None:
    entry = replace(last(path), tick=1)
    rewrite(path, entry)
    sql = "UPDATE chain SET head = ?, tick = 1 WHERE of = 'entries'"
    assert doctor_desk(path, lambda db: db.execute(sql, (entry.hash(),)))
    assert f"Entry {entry.number} stands in the wrong order." in findings(path)
