from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Counts, MarkChange, Status
from desktop.store.file.database import header
from desktop.store.file.migrations import PLAN, SCHEMA, desk_schema, schema_rows
from tests.store.desks import assert_sound, prepared

# One desk of every released schema, written by the program of that time; never written again.
OLD_DESKS = sorted((Path(__file__).parent / "fixtures").glob("schema-*.desk"))


@pytest.mark.parametrize("old", OLD_DESKS, ids=lambda path: path.stem)
def test_a_desk_of_every_released_schema_opens_and_goes_on(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    shutil.copy(old, path)
    with Desk.open(path) as desk:
        assert_sound(desk)
        assert desk.article_list.counts() == Counts(verified=2, disputed=1, unverified=3)
        quote = desk.story_quotes(desk.stories()[0].id)[0]
        assert desk.mark([quote.id], MarkChange(Status.DISPUTED), checker="Kim")[0].marks == quote.marks + 1
        assert_sound(desk)


@pytest.mark.parametrize("old", OLD_DESKS, ids=lambda path: path.stem)
def test_words_of_an_old_desk_are_found_as_in_a_new_one(old: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.desk"
    shutil.copy(old, path)
    with Desk.open(path, read_only=True) as desk:
        head, everything = desk.chains.mark_head(), [quote.text for quote in desk.story_quotes(desk.stories()[0].id)]
        assert desk.search.find("nobody asked us")  # an old desk that may not be changed is searched as it is
    with Desk.open(path) as desk:
        assert desk.chains.mark_head() == head
        assert [quote.text for quote in desk.story_quotes(desk.stories()[0].id)] == everything
        assert desk.search.find("nobody asked us")
        desk.add(prepared("The o\ufb03ce will co\u00adoperate. मोदी ने कहा.\n", title="Office"), checker="Kim")
        for words in ("office", "cooperate", "मोदी"):
            assert [hit.quote_id for hit in desk.search.find(words)][-1:] == [None]
        assert desk.search.find("मादा") == []
        assert_sound(desk)
    with Desk.open(path) as desk:
        assert desk.search.find("office")


def test_a_desk_is_copied_before_its_index_is_made_anew(tmp_path: Path) -> None:
    for old in OLD_DESKS:
        path = tmp_path / old.stem / "old.desk"
        path.parent.mkdir()
        shutil.copy(old, path)
        Desk.open(path).close()
        number = int(old.stem.removeprefix("schema-"))
        copies = [copy for copy in path.parent.rglob("*") if copy.is_file() and copy != path]
        assert [header(copy) for copy in copies] == [number] * (number < SCHEMA)
        assert header(path) == SCHEMA


def test_there_is_one_for_every_schema() -> None:
    assert [path.stem for path in OLD_DESKS] == [f"schema-{number}" for number in range(1, SCHEMA + 1)]


def test_a_new_desk_is_what_the_steps_of_the_library_make_of_an_empty_file() -> None:
    noted = "SELECT id, migration_set, name, length(applied_at) > 20 FROM _sqlite_migrations ORDER BY id"
    for number in range(SCHEMA + 1):
        with (
            closing(sqlite3.connect(":memory:", isolation_level=None)) as db,
            closing(sqlite3.connect(":memory:", isolation_level=None)) as new,
        ):
            PLAN._apply_missing(db, number)
            PLAN.apply(new, number)
            assert schema_rows(db) == desk_schema(number) == schema_rows(new)
            assert db.execute(noted).fetchall() == new.execute(noted).fetchall()
