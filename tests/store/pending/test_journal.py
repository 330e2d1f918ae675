"""The journal keeps pending acts through a crash, each once, and hands them to the program that may write them."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from desktop.cli.main import main
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange
from desktop.store.errors import NotOurs
from desktop.store.pending import acts as pending
from desktop.store.pending import journal
from tests.store.pending.examples import VERIFIED, pending_act, quotes

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_act_waits_once_and_words_that_are_typed_on_take_the_place_of_those_before(
    desk: Desk, tmp_path: Path
) -> None:
    quote = quotes(desk)[0]
    waits = journal.PendingActs(tmp_path / "waiting", desk.uid, desk.path)
    for words in ("ha", "half", "half a"):
        waits.add(pending_act(desk, pending.draft(quote, words, "")))
    assert [act.targets[0].body["note"] for act in waits.acts] == ["half a"]
    waits.add(pending_act(desk, pending.draft(quote, "", "")))
    assert waits.acts == []
    for _ in range(2):
        waits.add(pending_act(desk, pending.mark([quote], MarkChange(note="asked", evidence=""))))
        waits.add(pending_act(desk, pending.draft(quote, "asked", "")))
    assert len(waits.acts) == 1
    assert waits.remove([waits.acts[0].id])
    assert not waits.remove(["unknown"])
    assert list((tmp_path / "waiting").iterdir()) == []


def test_what_one_program_left_is_taken_over_by_one_that_opens_the_desk_and_by_no_other(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "waiting"
    waits = journal.PendingActs(folder, desk.uid, desk.path)
    act = waits.add(pending_act(desk, pending.mark(quotes(desk)[:1], VERIFIED)))
    assert journal.PendingActs(folder, desk.uid, desk.path).acts == []  # the program that keeps them still runs
    assert journal.orphaned_acts(folder) == []
    waits.release()
    assert [left.acts for left in journal.orphaned_acts(folder)] == [(act,)]
    assert journal.PendingActs(folder, "another", desk.path).acts == []
    over = journal.PendingActs(folder, desk.uid, desk.path)
    assert over.acts == [act]
    assert len(list(folder.iterdir())) == 1
    (folder / "stray.json").write_text("{}")
    assert journal.orphaned_acts(folder) == []


def test_acts_left_under_another_name_of_the_computer_are_taken_over_after_a_day(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "waiting"
    waits = journal.PendingActs(folder, desk.uid, desk.path)
    act = waits.add(pending_act(desk, pending.mark(quotes(desk)[:1], VERIFIED)))
    [file] = folder.iterdir()
    content = json.loads(file.read_text())
    content["holder"] |= {"host": "former-name", "more": "than is known"}
    file.write_text(json.dumps(content))
    assert journal.orphaned_acts(folder) == []
    long_ago = file.stat().st_mtime - 25 * 3600
    os.utime(file, (long_ago, long_ago))
    assert [left.acts for left in journal.orphaned_acts(folder)] == [(act,)]


def test_acts_in_a_file_are_brought_in_by_the_command_line_and_other_files_are_not_taken_for_one(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "rescued.waiting.json"
    journal.save([pending_act(desk, pending.mark(quotes(desk)[:1], VERIFIED))], desk.uid, desk.path, out)
    copy = desk.backups.make(tmp_path / "copy.desk")
    for _ in range(2):
        assert main(["merge", str(copy), str(out)]) == 0
    assert "1 act" in capsys.readouterr().out
    with Desk.open(copy) as again:
        assert (again.article_list.counts().verified, again.chains.mark_head().marks) == (1, 1)
    saved = json.loads(out.read_text())
    del saved["acts"][0]["at"]
    out.write_text(json.dumps(saved))
    with pytest.raises(NotOurs):
        journal.read(out)
    assert not journal.is_pending_file(tmp_path / "one.desk")


def test_what_an_ended_program_left_stays_until_it_is_written_anew(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "waiting"
    left = journal.PendingActs(folder, desk.uid, desk.path)
    act = left.add(pending_act(desk, pending.mark(quotes(desk)[:1], VERIFIED)))
    left.release()
    [file] = folder.iterdir()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journal, "write_atomically", full)
    taken = journal.PendingActs(folder, desk.uid, desk.path)
    assert (taken.acts, list(folder.iterdir())) == ([act], [file])
    assert "No space left" in taken.problem


def test_acts_wait_in_the_order_in_which_they_were_done(desk: Desk, tmp_path: Path) -> None:
    quote = quotes(desk)[0]
    waits = journal.PendingActs(tmp_path / "waiting", desk.uid, desk.path)
    acts = [waits.add(pending_act(desk, pending.mark([quote], MarkChange(note=f"call {n}")))) for n in range(8)]
    assert acts == sorted(acts, key=lambda act: act.at) != sorted(acts, key=lambda act: act.id)
    waits.release()
    found = journal.PendingActs(tmp_path / "waiting", desk.uid, desk.path)
    assert [act.id for act in found.acts] == [act.id for act in acts]
