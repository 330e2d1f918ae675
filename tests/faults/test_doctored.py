"""A short version of `python -m tests.faults doctored`, and what is said of desks that others changed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.cli.main import main
from desktop.desk.damage import damage
from desktop.desk.open_desk import Desk
from desktop.store.errors import NotOurs
from desktop.store.file.migrations import SCHEMA
from tests.faults.doctored import doctor_desk, doctor_often, whole_desk
from tests.store.desks import quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def whole() -> Iterator[Path]:
    with quick_folder() as folder:
        whole_desk(Path(folder) / "whole.desk")
        yield Path(folder) / "whole.desk"


def test_every_verb_answers_or_says_a_sentence_about_a_doctored_desk() -> None:
    with quick_folder() as folder:
        tally = doctor_often(Path(folder), 2, seed=3, verbs=8)
    assert (tally.inside, tally.hung) == ([], [])
    assert tally.answers + tally.sentences == 16


def test_the_desk_to_be_doctored_has_something_in_every_table(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as db:
        tables = [name for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'") if sql]
        empty = [name for name in tables if not db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]]
        assert empty == ["withheld"]  # which only a hub fills
    with Desk.open(whole, read_only=True) as desk:
        assert desk.check().sound


def test_a_sound_desk_is_not_to_blame_for_an_error(whole: Path) -> None:
    assert damage(whole, KeyError("x")) is None


def test_a_desk_without_its_chain_is_to_blame(whole: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doctor_desk(whole, lambda db: db.execute("DELETE FROM chain WHERE of = 'marks'"))
    assert main(["mark", str(whole), "2", "verified", "--checker", "Kim"]) == 1
    error = capsys.readouterr().err
    assert "was damaged or changed by another program" in error
    assert "Recover what can be read into a new desk." in error


def test_an_entry_nested_without_end_is_named_by_the_check(whole: Path) -> None:
    deep = '{"a":' * 5000 + "1" + "}" * 5000
    assert doctor_desk(whole, lambda db: db.execute("UPDATE entry SET body = ? WHERE number = 2", (deep,)))
    with Desk.open(whole, read_only=True) as desk:
        assert not desk.check().sound


def test_a_newer_desk_whose_tables_compute_what_they_say_is_not_read(whole: Path) -> None:
    with closing(sqlite3.connect(whole)) as db:
        db.execute("DROP VIEW quote_words")
        db.execute("ALTER TABLE draft RENAME TO draft_old")
        db.execute("CREATE VIEW draft AS SELECT * FROM draft_old")
        db.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    with pytest.raises(NotOurs, match="computes what it says"):
        Desk.open(whole)
