"""What earlier versions kept in a second data folder is moved into the one that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.app.former_folder import move_from
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.pending import journal
from desktop.store.pending.acts import mark, pending_act
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_desks_their_backups_and_pending_acts_move_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder, former = tmp_path / "Verbatim", tmp_path / "Verbatim" / "Verbatim"
    former.mkdir(parents=True)
    path = former / "Sample story.desk"
    with Desk.create(path) as desk:
        desk.add(prepared("“Nobody asked us,” said Tom Adeyemi.\n", title="Angry"))
        [copy] = [desk.backups.make()]
        quote = desk.quotes(desk.articles()[0].newest)[0]
        change = MarkChange(Status.VERIFIED)
        waiting = journal.PendingActs(former / "waiting", desk.uid, path)
        act = waiting.add(pending_act(mark([quote], change), desk.chains.mark_head(), "Kim", desk.now().isoformat()))
        waiting.release()
        assert move_from(former, folder) == {}  # the desk is open
    now = folder / path.name
    assert move_from(former, folder) == {path: now}
    assert not former.exists()
    with Desk.open(now) as desk:
        assert [one.path.name for one in desk.backups.all()] == [copy.name]
        assert desk.articles()[0].metadata.title == "Angry"
    [left] = journal.orphaned_acts(folder / "waiting")
    assert (left.path, left.acts) == (str(now), (act,))


def test_a_desk_whose_name_is_taken_or_that_was_not_closed_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder, former = tmp_path / "Verbatim", tmp_path / "Verbatim" / "Verbatim"
    for place in (former, folder):
        place.mkdir(parents=True, exist_ok=True)
        Desk.create(place / "Sample story.desk").close()
    unclosed = former / "Sample story 2.desk"
    Desk.create(unclosed).close()
    unclosed.with_name(f"{unclosed.name}-journal").write_bytes(b"half a change")
    assert move_from(former, folder) == {}
    assert sorted(each.name for each in former.iterdir()) == [
        "Sample story 2.desk",
        "Sample story 2.desk-journal",
        "Sample story.desk",
    ]
