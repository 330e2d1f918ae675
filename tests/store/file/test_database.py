"""The connection to a desk: what it trusts, when it has its turn, and what reaches the disk."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.atomic_files import create_exclusively, write_atomically
from desktop.desk.backups import restore
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.errors import (
    Changed,
    Damaged,
    DiskError,
    DiskFull,
    Gone,
    Locked,
    ReadOnly,
    Refused,
    StoreError,
    Unconfirmed,
    may_pass,
)
from desktop.store.file import database, location
from desktop.store.upkeep import opening
from tests.store.desks import Ticking, prepared


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        desk.add(prepared(title="Harbour"))
    return tmp_path / "one.desk"


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what the program has put on the disk, in order."""
    names: list[str] = []
    fsync = os.fsync

    def note(handle: int) -> None:
        names.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", note)
    return names


PRAGMAS = {"trusted_schema": 0, "foreign_keys": 1, "synchronous": 3, "cell_size_check": 1, "recursive_triggers": 0}


@pytest.mark.parametrize(("name", "value"), PRAGMAS.items())
def test_a_desk_is_opened_with_every_setting_that_guards_it(path: Path, name: str, value: int) -> None:
    db = database.open_database(path)
    try:
        assert db.value(f"PRAGMA {name}") == value
    finally:
        db.close()


def test_a_transaction_has_its_turn_before_it_writes_anything(path: Path) -> None:
    db = database.open_database(path)
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        with db.transaction(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    db.close()


def test_reading_a_doctored_file_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "_MOST_STEPS", 0)
    db = database.open_as_data(path)
    try:
        with pytest.raises(Damaged, match="took far too long"):
            db.rows("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 99999) SELECT max(i) FROM n")
    finally:
        db.close()


@pytest.mark.parametrize("other", ["nothing", "copy"])
def test_nothing_is_written_once_the_file_is_not_the_one_that_was_opened(path: Path, other: str) -> None:
    target = path.with_name("kept.desk")
    shutil.copy(path, target)
    with Desk.open(path, clock=Ticking()) as desk:
        quote = desk.quotes(desk.articles()[0].newest)[0]
        desk.backups.copies.checked_on = desk.now().date()
        path.rename(path.with_name("moved.desk"))
        if other == "copy":
            shutil.copy(target, path)
        with pytest.raises(Gone, match="is not where it was"):
            desk.mark([quote.id], MarkChange(Status.VERIFIED), checker="Kim")
    assert path.with_name("moved.desk").read_bytes() == target.read_bytes()
    if other == "copy":
        assert path.read_bytes() == target.read_bytes()


@pytest.mark.parametrize("other", ["nothing", "copy"])
def test_no_transaction_begins_once_the_file_is_not_the_one_that_was_opened(path: Path, other: str) -> None:
    db = database.open_database(path)
    path.rename(path.with_name("moved.desk"))
    if other == "copy":
        shutil.copy(path.with_name("moved.desk"), path)
    try:
        with pytest.raises(Gone), db.transaction():
            pytest.fail("it began")
    finally:
        db.close()


def test_another_desk_in_the_place_of_one_is_not_gone_on_with(path: Path, tmp_path: Path) -> None:
    with Desk.create(tmp_path / "other.desk") as other:
        uid = other.uid
    assert uid
    with Desk.open(path) as desk:
        shutil.copy(tmp_path / "other.desk", path)
        with pytest.raises(Changed, match="Another desk lies where"):
            desk.reopen()
    with pytest.raises(Changed):
        opening.open_beside(path, "0" * 32)


def test_a_replaced_file_is_on_the_disk_before_its_name_is(tmp_path: Path, synced: list[str]) -> None:
    write_atomically(tmp_path / "table.csv", b"new")
    assert [name.endswith(".part") for name in synced] == [True, False]
    assert synced[1] == tmp_path.name


def test_the_name_of_a_new_file_is_on_the_disk(tmp_path: Path, synced: list[str]) -> None:
    (tmp_path / "made").write_bytes(b"made")
    create_exclusively(tmp_path / "made", tmp_path / "name")
    assert synced == [tmp_path.name]


def test_a_copy_is_on_the_disk_before_its_name_is(path: Path, tmp_path: Path, synced: list[str]) -> None:
    with Desk.open(path, read_only=True) as desk:
        desk.backups.make(tmp_path / "copy.desk")
    assert [name.partition("-")[0] for name in synced] == ["copy.desk.part", tmp_path.name]


def test_a_restored_desk_and_the_one_that_was_there_are_on_the_disk(path: Path, synced: list[str]) -> None:
    with Desk.open(path, read_only=True) as desk:
        copy = desk.backups.make(path.with_name("copy.desk"))
    synced.clear()
    former = restore(copy, path)
    assert former is not None
    names = [name.partition("-")[0] for name in synced if ".lock." not in name and name != former.name]
    assert names == ["one.desk.part", path.parent.name]
    assert former.name in synced


WAITING = [DiskError("x"), DiskFull("x"), Gone("x"), Locked("x"), ReadOnly("x")]


@pytest.mark.parametrize("error", [*WAITING, Refused("x"), Unconfirmed("x"), Damaged("x"), Changed("x")])
def test_what_the_disk_may_take_later_waits(error: StoreError) -> None:
    assert may_pass(error) == any(type(error) is type(one) for one in WAITING)


@pytest.mark.parametrize("place", ["/media/kim/STICK", "/run/media/kim/STICK", "/Volumes/STICK", "/home/kim/Dropbox"])
def test_a_copy_beside_a_desk_on_a_stick_would_share_its_fate(place: str) -> None:
    assert location.is_risky(Path(place) / "one.desk")
    assert not location.is_risky(Path("/home/kim/desks/one.desk"))
