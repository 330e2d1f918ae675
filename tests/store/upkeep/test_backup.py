from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.desk.backups import restore
from desktop.desk.open_desk import Desk
from desktop.domain import Counts, MarkChange, Status
from desktop.store.errors import Damaged, DiskError, Exists, Locked, NotOurs
from desktop.store.upkeep import opening
from desktop.store.upkeep.backup import BEFORE_RESTORE, BEFORE_UPDATE, BY_HAND, DAILY, backups
from desktop.store.upkeep.backup_folder import folder_of, outside_of
from desktop.text.progress import Cancelled
from tests.faults.migrating import NEXT
from tests.store.desks import Ticking, assert_sound, prepared

if TYPE_CHECKING:
    from pathlib import Path

VERIFIED = MarkChange(Status.VERIFIED)
DAY = datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Desk.create(tmp_path / "one.desk", clock=Ticking(DAY)) as desk:
        desk.add(prepared(title="Harbour"))
    return tmp_path / "one.desk"


def mark(path: Path, at: datetime, which: int = 0) -> None:
    with Desk.open(path, clock=Ticking(at)) as desk:
        desk.mark([desk.quotes(desk.articles()[0].newest)[which].id], VERIFIED, checker="Kim")


def test_the_first_change_of_a_day_is_preceded_by_one_backup(path: Path) -> None:
    mark(path, DAY, 0)
    mark(path, DAY + timedelta(hours=1), 1)
    mark(path, DAY + timedelta(days=1), 2)
    with Desk.open(path, read_only=True) as desk:
        copies = desk.backups.all()
    assert [(one.made_at.day, one.why) for one in copies] == [(2, DAILY), (1, DAILY)]
    with Desk.open(copies[0].path, read_only=True) as copy:
        assert copy.article_list.counts() == Counts(verified=2, unverified=2)
        assert copy.check().sound


def test_an_empty_desk_needs_no_backup(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "one.desk") as desk:
        desk.new_story("x")
    assert not folder_of(tmp_path / "one.desk").exists()


def test_seven_days_four_weeks_and_twelve_months_stay(path: Path) -> None:
    for day in range(0, 500, 3):
        mark(path, DAY + timedelta(days=day), day % 4)
    with Desk.open(path, read_only=True) as desk:
        days = [one.made_at.date() for one in desk.backups.all()]
    newest = (DAY + timedelta(days=498)).date()
    assert days[:7] == [newest - timedelta(days=3 * n) for n in range(7)]
    assert len({(day.year, day.month) for day in days}) == 12
    assert len(days) <= 7 + 4 + 12


def test_a_backup_by_hand_goes_beside_the_desk_or_where_it_is_wanted(path: Path, tmp_path: Path) -> None:
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        beside = desk.backups.make()
        assert beside.parent == folder_of(path)
        assert desk.backups.all()[0].why == BY_HAND
        assert desk.backups.make(tmp_path / "copy.desk") == tmp_path / "copy.desk"
        with pytest.raises(Exists):
            desk.backups.make(tmp_path / "copy.desk")
    with Desk.open(tmp_path / "copy.desk") as copy:
        assert_sound(copy)


def test_restoring_keeps_the_desk_that_was_there(path: Path) -> None:
    mark(path, DAY, 0)
    with Desk.open(path, read_only=True) as desk:
        backup = desk.backups.all()[0].path
    former = restore(backup, path, clock=Ticking(DAY))
    assert former is not None
    assert BEFORE_RESTORE in former.name
    with Desk.open(path) as desk:
        assert desk.article_list.counts() == Counts(unverified=4)
        assert_sound(desk)
        desk.merge(former)
        assert desk.article_list.counts() == Counts(verified=1, unverified=3)


def test_a_damaged_desk_is_restored_over_and_kept_as_it_is(path: Path) -> None:
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        backup = desk.backups.make()
    path.write_bytes(path.read_bytes()[:5000])
    broken = path.read_bytes()
    former = restore(backup, path, clock=Ticking(DAY))
    assert former is not None
    assert former.read_bytes() == broken
    with Desk.open(path) as desk:
        assert_sound(desk)


def test_restoring_where_no_desk_is_left_brings_it_back(path: Path) -> None:
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        backup = desk.backups.make()
    path.unlink()
    assert restore(backup, path) is None
    with Desk.open(path) as desk:
        assert_sound(desk)


def test_what_is_no_desk_is_not_restored_nor_is_anything_over_an_open_desk(path: Path, tmp_path: Path) -> None:
    (tmp_path / "x.desk").write_text("no desk")
    before = path.read_bytes()
    with pytest.raises(NotOurs):
        restore(tmp_path / "x.desk", path)
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        backup = desk.backups.make()
        with pytest.raises(Locked):
            restore(backup, path)
    backup.write_bytes(backup.read_bytes()[:-4096])
    with pytest.raises(Damaged):
        restore(backup, path)
    assert path.read_bytes() == before


def test_a_copy_that_cannot_be_opened_is_thrown_away_and_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(path)) as db:
        size = int(db.execute("PRAGMA page_size").fetchone()[0])
        page = int(db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'mark'").fetchone()[0])
    whole = path.read_bytes()
    path.write_bytes(whole[: (page - 1) * size] + bytes(size) + whole[page * size :])
    monkeypatch.setattr("desktop.store.file.database._QUICK_CHECK_BYTES", 0)  # as a large desk is opened
    with Desk.open(path, clock=Ticking(DAY)) as desk, pytest.raises(Damaged, match="thrown away"):
        desk.backups.make()
    assert backups(path) == []
    assert list(folder_of(path).iterdir()) == []


def test_a_backup_that_cannot_be_made_is_told_and_stops_no_mark(path: Path) -> None:
    folder_of(path).write_text("a file where the folder should be")
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        desk.mark([desk.quotes(desk.articles()[0].newest)[0].id], VERIFIED, checker="Kim")
        assert "folder for backups cannot be made" in desk.backups.problem
        with pytest.raises(DiskError):
            desk.backups.make()
        assert desk.article_list.counts().verified == 1


def test_a_backup_that_could_not_be_made_is_tried_again_later_but_not_with_each_change(path: Path) -> None:
    folder_of(path).write_text("a file where the folder should be")
    clock = Ticking(DAY)
    with Desk.open(path, clock=clock) as desk:
        ids = [quote.id for quote in desk.quotes(desk.articles()[0].newest)]
        desk.mark(ids[:1], VERIFIED, checker="Kim")
        folder_of(path).unlink()
        desk.mark(ids[1:2], VERIFIED, checker="Kim")
        assert desk.backups.problem
        assert desk.backups.all() == []
        clock.now += timedelta(minutes=10)
        desk.mark(ids[2:3], VERIFIED, checker="Kim")
        assert desk.backups.problem == ""
    [made] = backups(path)
    with Desk.open(made.path, read_only=True) as copy:
        assert copy.article_list.counts().verified == 2


def test_a_backup_by_hand_mends_what_was_wrong_with_that_of_the_day(path: Path) -> None:
    folder_of(path).write_text("a file where the folder should be")
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        desk.mark([desk.quotes(desk.articles()[0].newest)[0].id], VERIFIED, checker="Kim")
        folder_of(path).unlink()
        desk.backups.make()
        assert desk.backups.problem == ""
    assert [one.why for one in backups(path)] == [BY_HAND]


def test_a_large_desk_whose_backup_waits_for_its_end_is_told_at_once_what_hinders_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.upkeep.backup._COPIED_AT_ONCE", 0)
    folder_of(path).write_text("a file where the folder should be")
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        desk.mark([desk.quotes(desk.articles()[0].newest)[0].id], VERIFIED, checker="Kim")
        assert "cannot be made" in desk.backups.problem
        folder_of(path).unlink()
    assert desk.backups.problem == ""
    assert [one.why for one in backups(path)] == [DAILY]


def test_copies_go_into_a_chosen_folder_once_one_could_be_made_there(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "own"))
    monkeypatch.setenv("HOME", str(tmp_path / "own"))
    (tmp_path / "safe").mkdir()
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        with pytest.raises(DiskError, match="cannot be made"):
            desk.backups.keep_in(tmp_path / "not there")
        assert desk.backups.folder == folder_of(path)
        assert desk.backups.keep_in(tmp_path / "safe").is_relative_to(tmp_path / "safe")
    mark(path, DAY + timedelta(days=1))
    assert [one.path.is_relative_to(tmp_path / "safe") for one in backups(path)] == [True, True]
    (tmp_path / "safe").rename(tmp_path / "taken out")
    with Desk.open(path, clock=Ticking(DAY + timedelta(days=2))) as desk:
        desk.mark([desk.quotes(desk.articles()[0].newest)[0].id], VERIFIED, checker="Kim")
        assert "cannot be made" in desk.backups.problem
    assert not (tmp_path / "safe").exists()


def test_files_of_other_names_in_the_folder_are_left_alone(path: Path) -> None:
    folder_of(path).mkdir()
    (folder_of(path) / "mine.desk").write_text("x")
    (folder_of(path) / "one 2026-13-01 000000 daily.desk").write_text("x")
    mark(path, DAY)
    with Desk.open(path, read_only=True) as desk:
        assert len(desk.backups.all()) == 1
    assert len(list(folder_of(path).iterdir())) == 3


@pytest.mark.parametrize("folder", ["Dropbox", "My OneDrive"])
def test_backups_of_a_desk_in_a_synchronised_folder_are_kept_on_this_computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "own"))
    monkeypatch.setenv("HOME", str(tmp_path / "own"))
    (tmp_path / folder).mkdir()
    path = tmp_path / folder / "one.desk"
    with Desk.create(path, clock=Ticking(DAY)) as desk:
        desk.add(prepared(title="Harbour"))
        assert "backups are kept outside" in desk.place_warning
    mark(path, DAY)
    [copy] = backups(path)
    assert copy.path.is_relative_to(tmp_path / "own")
    assert sorted(one.name for one in path.parent.iterdir()) == ["one.desk"]
    mark(path, DAY + timedelta(hours=1), 1)
    path.write_bytes(b"what the other computer made of it")
    former = restore(copy.path, path)
    assert former is not None
    assert former.is_relative_to(tmp_path / "own")
    with Desk.open(path) as desk:
        assert desk.article_list.counts() == Counts(unverified=4)
    with Desk.create(tmp_path / "plain.desk") as desk:
        assert backups(tmp_path / "plain.desk") == []
    assert not outside_of(tmp_path / "plain.desk").exists()


def test_a_dozen_copies_made_by_hand_stay(path: Path) -> None:
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        for _ in range(14):
            desk.backups.make()
        assert len([one for one in desk.backups.all() if one.why.startswith(BY_HAND)]) == 12


def test_the_copy_before_an_update_tells_how_far_it_is_and_can_be_ended(path: Path) -> None:
    def end(_copied: int, _pages: int) -> None:
        raise Cancelled

    before = path.read_bytes()
    with pytest.raises(Cancelled):
        opening.open_desk(path, plan=NEXT, tell=end)
    assert path.read_bytes() == before
    assert backups(path) == []
    assert not [each for each in path.parent.rglob("*") if each.is_file() and each != path]
    progress: list[tuple[int, int]] = []
    opening.open_desk(path, plan=NEXT, tell=lambda copied, pages: progress.append((copied, pages))).close()
    assert progress[-1] == (len(before) // 4096,) * 2


def test_a_desk_is_copied_before_it_is_updated(path: Path) -> None:
    before = path.read_bytes()
    opened = opening.open_desk(path, plan=NEXT)
    opened.close()
    [copy] = [one for one in backups(path) if one.why.startswith(BEFORE_UPDATE)]
    assert path.read_bytes() != before
    with Desk.open(copy.path, read_only=True) as desk:
        assert len(desk.articles()) == 1


def test_a_copy_that_is_made_meanwhile_lets_no_change_wait_and_is_made_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.store.upkeep.backup._IN_NO_TIME", 0)
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        desk.backups.copies.make_meanwhile()
        quotes = desk.quotes(desk.articles()[0].newest)
        desk.mark([quotes[0].id], VERIFIED, checker="Kim")
        assert backups(path) == []
        assert desk.backups.copies.is_due
        with Desk.open(path, read_only=True, clock=Ticking(DAY)) as reading:
            reading.backups.make_daily(lambda _copied, _pages: None)
        desk.backups.copies.note_made()
        desk.mark([quotes[1].id], VERIFIED, checker="Kim")
        assert not desk.backups.copies.is_due
    [copy] = backups(path)
    with Desk.open(copy.path, read_only=True) as copied:
        assert copied.article_list.counts().verified == 1
        assert_sound(copied)


def test_a_copy_that_nobody_made_meanwhile_is_made_in_the_end(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.store.upkeep.backup._IN_NO_TIME", 0)
    with Desk.open(path, clock=Ticking(DAY)) as desk:
        desk.backups.copies.make_meanwhile()
        desk.mark([desk.quotes(desk.articles()[0].newest)[0].id], VERIFIED, checker="Kim")
    assert [one.why for one in backups(path)] == [DAILY]


def test_a_mark_while_a_copy_is_made_does_not_spoil_it(path: Path) -> None:
    with Desk.open(path, clock=Ticking(DAY)) as desk, Desk.open(path, read_only=True, clock=Ticking(DAY)) as reading:
        quotes = desk.quotes(desk.articles()[0].newest)
        desk.backups.copies.make_meanwhile()
        marked: list[object] = []

        def mark_once(_copied: int, _pages: int) -> None:
            if not marked:
                marked.append(desk.mark([quotes[0].id], VERIFIED, checker="Kim"))

        reading.backups.make_daily(mark_once)
    [*_, copy] = backups(path)
    with Desk.open(copy.path, read_only=True) as copied:
        assert_sound(copied)
