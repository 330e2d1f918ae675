from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from desktop.cli.main import main
from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, Flag, MarkChange, QuoteKind, Span, Status
from desktop.store.errors import Changed, NotOurs, Refused
from desktop.store.pending import acts as pending
from desktop.store.pending import journal
from tests.store.desks import Ticking, assert_sound, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop.domain import Quote
    from desktop.store.pending.acts import ActRequest, PendingAct

VERIFIED, DISPUTED = MarkChange(Status.VERIFIED, basis="recording"), MarkChange(Status.DISPUTED, reason="denied")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        desk.add(prepared(), checker="Kim")
        yield desk


def quotes(desk: Desk) -> list[Quote]:
    return desk.quotes(desk.articles()[0].newest)


def made(desk: Desk, wanted: ActRequest, checker: str = "Ada") -> PendingAct:
    return pending.pending_act(wanted, desk.head(), checker, desk.now().isoformat())


def test_every_kind_of_act_is_written_as_it_was_meant_and_only_once(desk: Desk) -> None:
    first, second, third, fourth = quotes(desk)
    desk.mark([fourth.id], VERIFIED, checker="Ada")
    acts = [
        made(desk, pending.mark([first, second], DISPUTED)),
        made(desk, pending.attribute([second], [(Attribution(person="Bo"), QuoteKind.MIXED)])),
        made(desk, pending.resize(third, Span(third.span.start, third.span.end - 1))),
        made(desk, pending.undo([desk.quote(fourth.id)], [fourth])),
        made(desk, pending.draft(third, "half", "")),
    ]
    desk.write_pending(acts[0])
    assert [quote.status for quote in quotes(desk)[:2]] == [Status.DISPUTED] * 2
    with pytest.raises(Changed):  # the speaker was corrected when the quote was not disputed yet
        desk.write_pending(acts[1])
    for act in (acts[1], *acts[2:]):
        desk.write_pending(act, although_changed=True)
    now = quotes(desk)
    assert (now[0].reason, now[0].checker, now[1].attribution.person, now[1].kind) == ("denied", "Ada", "Bo", "mixed")
    assert now[2].text == third.text[:-1]
    assert (now[3].status, Flag.NOT_STARTED in now[3].flags) == (Status.UNVERIFIED, True)
    assert [draft.note for draft in desk.drafts()] == ["half"]
    head = desk.head()
    for act in acts:
        desk.write_pending(act)
    assert desk.head() == head
    assert_sound(desk)


def test_an_act_on_a_quote_that_changed_since_or_is_deleted_waits_for_an_answer(desk: Desk) -> None:
    quote = quotes(desk)[0]
    act = made(desk, pending.mark([quote], VERIFIED))
    desk.mark([quote.id], DISPUTED, checker="Lee")
    with pytest.raises(Changed, match="was unverified when this was done; it was changed since and is disputed now"):
        desk.write_pending(act)
    desk.delete_quotes([quote.id])
    with pytest.raises(Changed, match="is deleted now"):
        desk.write_pending(act)
    assert desk.head().marks == 1


def test_nothing_is_written_to_another_desk_nor_unasked_to_an_older_copy_of_this_one(
    desk: Desk, tmp_path: Path
) -> None:
    quote = quotes(desk)[0]
    older = desk.backups.make(tmp_path / "older.desk")
    desk.mark([quotes(desk)[1].id], VERIFIED, checker="Ada")
    act = made(desk, pending.mark([quote], VERIFIED))
    with Desk.open(older) as copy:
        with pytest.raises(Changed, match="older copy"):
            copy.write_pending(act)
        copy.write_pending(act, although_changed=True)
        assert copy.quote(quote.id).status == Status.VERIFIED
    with Desk.create(tmp_path / "other.desk") as other:
        other.add(prepared())
        with pytest.raises(Refused, match="another desk"):
            other.write_pending(act, although_changed=True)
        assert other.head().marks == 0


def test_a_locked_story_takes_nothing_that_waited(desk: Desk) -> None:
    act = made(desk, pending.mark(quotes(desk)[:1], VERIFIED))
    desk.lock_story(desk.articles()[0].story_id, locked=True)
    with pytest.raises(Refused, match="locked"):
        desk.write_pending(act)


def test_acts_on_one_quote_follow_each_other_also_when_only_the_first_was_written_before_a_crash(
    desk: Desk, tmp_path: Path
) -> None:
    quote = quotes(desk)[0]
    waits = journal.PendingActs(tmp_path / "waiting", desk.uid, desk.path)
    first = waits.add(made(desk, pending.mark([quote], DISPUTED)))
    second = waits.add(made(desk, pending.mark([quote], MarkChange(note="denied on the phone"))))
    assert second.after == (first.id,)
    desk.write_pending(first)  # and then the program is killed
    for act in waits.acts:
        desk.write_pending(act)
    [now] = [one for one in quotes(desk) if one.id == quote.id]
    assert (now.status, now.note, now.marks) == (Status.DISPUTED, "denied on the phone", 2)


def test_the_same_act_waits_once_and_words_that_are_typed_on_take_the_place_of_those_before(
    desk: Desk, tmp_path: Path
) -> None:
    quote = quotes(desk)[0]
    waits = journal.PendingActs(tmp_path / "waiting", desk.uid, desk.path)
    for words in ("ha", "half", "half a"):
        waits.add(made(desk, pending.draft(quote, words, "")))
    assert [act.targets[0].body["note"] for act in waits.acts] == ["half a"]
    waits.add(made(desk, pending.draft(quote, "", "")))
    assert waits.acts == []
    for _ in range(2):
        waits.add(made(desk, pending.mark([quote], MarkChange(note="asked", evidence=""))))
        waits.add(made(desk, pending.draft(quote, "asked", "")))
    assert len(waits.acts) == 1
    assert waits.remove([waits.acts[0].id])
    assert not waits.remove(["unknown"])
    assert list((tmp_path / "waiting").iterdir()) == []


def test_what_one_program_left_is_taken_over_by_one_that_opens_the_desk_and_by_no_other(
    desk: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "waiting"
    waits = journal.PendingActs(folder, desk.uid, desk.path)
    act = waits.add(made(desk, pending.mark(quotes(desk)[:1], VERIFIED)))
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
    act = waits.add(made(desk, pending.mark(quotes(desk)[:1], VERIFIED)))
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
    journal.save([made(desk, pending.mark(quotes(desk)[:1], VERIFIED))], desk.uid, desk.path, out)
    copy = desk.backups.make(tmp_path / "copy.desk")
    for _ in range(2):
        assert main(["merge", str(copy), str(out)]) == 0
    assert "1 act" in capsys.readouterr().out
    with Desk.open(copy) as again:
        assert (again.counts().verified, again.head().marks) == (1, 1)
    told = json.loads(out.read_text())
    del told["acts"][0]["at"]
    out.write_text(json.dumps(told))
    with pytest.raises(NotOurs):
        journal.read(out)
    assert not journal.is_pending_file(tmp_path / "one.desk")
