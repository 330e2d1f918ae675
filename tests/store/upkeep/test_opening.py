from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import textwrap
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from desktop.desk.backups import restore
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.errors import Damaged, Exists, Locked, Missing, NotOurs, ReadOnly
from desktop.store.file.lock import lock_path
from desktop.store.file.migrations import APPLICATION_ID
from tests.store.desks import Ticking, assert_sound, prepared

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path
else:
    from sqlite_utils.utils import sqlite3

VERIFIED = MarkChange(Status.VERIFIED)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        desk.add(prepared(title="Harbour"))
        desk.mark([desk.story_quotes(desk.stories()[0].id)[0].id], VERIFIED, checker="Kim")
    return tmp_path / "one.desk"


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=50)


def sql(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Root may write everything; be somebody who may not."""
    if os.geteuid() == 0:
        os.seteuid(65534)
        try:
            yield
        finally:
            os.seteuid(0)
    else:
        yield


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"no file “no\.desk”"):
        Desk.open(tmp_path / "no.desk")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"", b"Dear desk,\n", b"\x00" * 5000, b"SQLite format 2", b"SQLite format 3\x00" + b"\x00" * 84]
)
def test_what_is_not_a_desk_is_not_ours_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.desk"
    path.write_bytes(content)
    with pytest.raises(NotOurs):
        Desk.open(path)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "theirs.desk"
    sql(path, "CREATE TABLE mark (id INTEGER PRIMARY KEY)")
    before = path.read_bytes()
    with pytest.raises(NotOurs, match="another program"):
        Desk.open(path)
    assert path.read_bytes() == before


def test_a_folder_is_not_a_desk(tmp_path: Path) -> None:
    with pytest.raises(Missing):
        Desk.open(tmp_path)


def test_a_newer_desk_opens_to_read_only_and_stays_as_it_is(path: Path) -> None:
    sql(path, "CREATE TABLE statement (id INTEGER PRIMARY KEY); PRAGMA user_version=99")
    before = path.read_bytes()
    with Desk.open(path) as desk:
        assert desk.read_only
        assert "newer version" in desk.read_only_why
        assert len(desk.articles()) == 1
        with pytest.raises(ReadOnly, match="newer version"):
            desk.new_story("x")
    assert path.read_bytes() == before


def test_a_second_opener_is_told_who_has_it_and_may_read(path: Path) -> None:
    with Desk.open(path) as desk:
        with pytest.raises(Locked, match=r"has “one\.desk” open on this computer since"):
            Desk.open(path)
        with Desk.open(path, read_only=True) as other:
            desk.new_story("seen by both")
            assert [story.title for story in other.stories()] == ["Harbour", "seen by both"]
    Desk.open(path).close()


def test_another_process_is_told_too(path: Path) -> None:
    with Desk.open(path):
        result = run(
            """
            import sys; from pathlib import Path
            from desktop.desk.open_desk import Desk; from desktop.store.errors import Locked
            try: Desk.open(Path(sys.argv[1]))
            except Locked as error: print(error)
            """,
            str(path),
        )
    assert "open on this computer" in result.stdout


def let_others_in(folder: Path, mode: int) -> None:
    """Give a folder a mode, and let others pass through those above it, which are closed to them under pytest."""
    folder.chmod(mode)
    for above in folder.parents:
        if not above.stat().st_mode & 0o001:
            above.chmod(above.stat().st_mode | 0o055)


def test_a_file_that_may_not_be_written_opens_to_read_only(path: Path) -> None:
    let_others_in(path.parent, 0o777)
    path.chmod(0o444)
    with as_ordinary_user(), Desk.open(path) as desk:
        assert "file “one.desk” may not be written" in desk.read_only_why
        assert desk.article_list.counts().verified == 1
        with pytest.raises(ReadOnly):
            desk.new_story("x")


def test_a_folder_that_may_not_be_written_opens_to_read_only(path: Path) -> None:
    path.chmod(0o666)
    let_others_in(path.parent, 0o555)
    with as_ordinary_user(), Desk.open(path) as desk:
        assert "folder of “one.desk” may not be written" in desk.read_only_why
        assert desk.article_list.counts().verified == 1
    path.parent.chmod(0o755)


def test_a_change_that_was_broken_off_is_left_out_where_it_may_not_be_undone(path: Path) -> None:
    code = """
        import os, sys; from pathlib import Path
        from desktop.desk.open_desk import Desk
        desk = Desk.open(Path(sys.argv[1]))
        desk._db._db.execute("PRAGMA cache_size=1")
        with desk._db.transaction():
            desk._db.write("UPDATE article SET title = 'half'")
            desk._db.write_all("INSERT INTO remembered VALUES (?, ?)", [(str(n), "x" * 3000) for n in range(50)])
            os._exit(9)
        """
    assert run(code, str(path)).returncode == 9
    before = path.read_bytes()
    assert b"half" in before
    path.chmod(0o666)
    path.with_name("one.desk-journal").chmod(0o666)
    let_others_in(path.parent, 0o555)
    with as_ordinary_user(), Desk.open(path) as desk:
        assert "folder of “one.desk” may not be written" in desk.read_only_why
        assert "last change of “one.desk” was broken off" in desk.read_only_why
        assert [article.metadata.title for article in desk.articles()] == ["Harbour"]
        assert desk.path == path
        assert_sound(desk)
        with pytest.raises(ReadOnly):
            desk.new_story("x")
    path.parent.chmod(0o755)
    assert path.read_bytes() == before
    with Desk.open(path) as desk:
        assert not desk.read_only
        assert_sound(desk)


def test_a_database_locked_by_another_program_is_said_and_changes_nothing(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    with Desk.open(path) as desk:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Locked, match="Another program is writing"):
            desk.new_story("x")
        with pytest.raises(Locked):
            desk.stories()
        other.execute("ROLLBACK")
        desk.new_story("y")
        assert [story.title for story in desk.stories()] == ["Harbour", "y"]
    other.close()


def test_a_desk_moved_away_while_open_refuses_to_write_into_nothing(path: Path) -> None:
    with Desk.open(path) as desk:
        quote = desk.story_quotes(desk.stories()[0].id)[1].id
        path.rename(path.with_name("elsewhere.desk"))
        with pytest.raises(Missing, match="not where it was"):
            desk.mark([quote], VERIFIED, checker="Kim")
        path.with_name("elsewhere.desk").rename(path)
        desk.mark([quote], VERIFIED, checker="Kim")
        assert desk.article_list.counts().verified == 2


def test_a_full_disk_loses_nothing_and_goes_on_when_there_is_room(path: Path) -> None:
    result = run(
        """
        import json, resource, signal, sys; from pathlib import Path
        from desktop.desk.open_desk import Desk; from desktop.domain import MarkChange, Status
        from desktop.store.errors import DiskFull
        from tests.store.desks import prepared
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        desk = Desk.open(Path(sys.argv[1])); told = kept = 0
        quotes = desk.story_quotes(desk.stories()[0].id)
        size = Path(sys.argv[1]).stat().st_size
        for room in range(0, 60000, 1500):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, resource.RLIM_INFINITY))
            for step in range(4):
                try:
                    desk.mark([quotes[step].id], MarkChange(Status.DISPUTED, note="x" * 900), checker="Kim"); kept += 1
                except DiskFull as error: told += 1; assert "Nothing was changed" in str(error)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        desk.mark([quotes[0].id], MarkChange(Status.VERIFIED), checker="Kim"); kept += 1
        print(json.dumps([told, kept])); desk.close()
        """,
        str(path),
    )
    assert result.returncode == 0, result.stderr
    reports, marks = json.loads(result.stdout)
    assert reports > 5
    with Desk.open(path) as desk:
        assert desk.chains.mark_head().marks == marks + 1
        assert_sound(desk)


def test_creating_on_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    result = run(
        """
        import resource, signal, sys; from pathlib import Path
        from desktop.desk.open_desk import Desk; from desktop.store.errors import DiskFull
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, resource.RLIM_INFINITY))
        try: Desk.create(Path(sys.argv[1]))
        except DiskFull: print("told")
        """,
        str(tmp_path / "new.desk"),
    )
    assert result.stdout == "told\n", result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_was_left_behind_is_never_played_into_another_desk(path: Path, tmp_path: Path) -> None:
    with Desk.open(path) as desk:
        backup = desk.backups.make()
    path.unlink()
    path.with_name("one.desk-journal").write_bytes(b"something of a former desk")
    with pytest.raises(Exists, match="unfinished change"):
        Desk.create(path)
    restore(backup, path)
    assert not path.with_name("one.desk-journal").exists()
    with Desk.open(path) as desk:
        assert_sound(desk)


def test_a_cut_file_is_damaged(path: Path) -> None:
    whole = path.read_bytes()
    for size in (50, 100, 4096, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:size])
        with pytest.raises(Damaged):
            Desk.open(path)
        assert path.read_bytes() == whole[:size]


def test_a_desk_with_a_page_of_nothing_is_damaged_whichever_it_is(path: Path) -> None:
    whole = path.read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    for start in range(size, len(whole), size):
        path.write_bytes(whole[:start] + bytes(size) + whole[start + size :])
        with pytest.raises(Damaged):
            Desk.open(path)
        assert not lock_path(path).exists()


def test_a_desk_that_lost_its_name_is_damaged_and_unlocked(path: Path) -> None:
    sql(path, "DELETE FROM meta")
    with pytest.raises(Damaged, match="name"):
        Desk.open(path)
    assert not lock_path(path).exists()


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TRIGGER t AFTER INSERT ON mark BEGIN UPDATE quote_now SET marks = 0; END",
        "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x FROM c",
        "DROP VIEW quote_words; CREATE VIEW quote_words (id, exact, people, notes) AS SELECT 1, 2, 3, 4",
        "CREATE TABLE more (a, b GENERATED ALWAYS AS (a || hex(zeroblob(9))))",
        "CREATE INDEX i ON mark (length(note))",
        "CREATE VIRTUAL TABLE f USING fts5 (x)",
        "DROP TRIGGER mark_is_never_changed",
        "ALTER TABLE mark RENAME COLUMN note TO said; ALTER TABLE mark RENAME COLUMN said TO note; DROP TABLE draft",
    ],
)
def test_a_desk_with_anything_of_its_own_is_refused_before_it_runs(path: Path, script: str) -> None:
    sql(path, script)
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises((NotOurs, Damaged)):
            Desk.open(path, read_only=read_only)
    assert path.read_bytes() == before
    assert not lock_path(path).exists()


def test_a_desk_left_in_another_journal_mode_is_put_right(path: Path) -> None:
    sql(path, "PRAGMA journal_mode=WAL")
    with Desk.open(path) as desk:
        desk.new_story("x")
    assert path.read_bytes()[18:20] == b"\x01\x01"
    assert sorted(one.name for one in path.parent.iterdir()) == ["one backups", path.name]


def test_a_copy_made_while_a_desk_is_open_is_whole(path: Path) -> None:
    with Desk.open(path) as desk:
        shutil.copy(path, path.with_name("copy.desk"))
        desk.new_story("later")
    with Desk.open(path.with_name("copy.desk")) as desk:
        assert [story.title for story in desk.stories()] == ["Harbour"]


def test_a_desk_carries_our_number(path: Path) -> None:
    assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID
