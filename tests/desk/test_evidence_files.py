"""Files as evidence: kept in the desk or referred to, checked, merged and read again."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from desktop.desk.evidence_files import EvidenceError, FileState, read_file, state_of
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.errors import Missing
from desktop.text.evidence import Evidence
from tests.store.desks import assert_sound, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain import QuoteId

LARGE = b"".join(bytes([number % 251]) * 1000 for number in range(2500))  # five parts


def first_quote(desk: Desk) -> QuoteId:
    return desk.story_quotes(desk.stories()[0].id)[0].id


def keep(desk: Desk, file: Path, content: bytes) -> str:
    """Mark the first quote with a kept file."""
    file.write_bytes(content)
    sha256 = desk.evidence_files().keep(file).sha256
    line = Evidence(file.name, sha256=sha256, kept=True).line()
    desk.mark([first_quote(desk)], MarkChange(Status.VERIFIED, evidence=line), checker="Kim")
    return sha256


def contents(desk: Desk, sha256: str, out: Path) -> bytes:
    desk.evidence_files().write(sha256, out)
    return out.read_bytes()


def test_a_kept_file_is_in_the_desk_and_comes_out_again(tmp_path: Path) -> None:
    seen: list[float] = []
    with Desk.create(tmp_path / "a.desk") as desk:
        desk.add(prepared())
        sha256 = keep(desk, tmp_path / "tape.bin", LARGE)
        desk.evidence_files().keep(tmp_path / "tape.bin", seen.append)  # twice is the same as once
        assert_sound(desk)
    (tmp_path / "tape.bin").unlink()
    assert seen == sorted(seen)
    with Desk.open(tmp_path / "a.desk", read_only=True) as desk:
        assert contents(desk, sha256, tmp_path / "out") == LARGE
        with pytest.raises(Missing):
            desk.evidence_files().write("0" * 64, tmp_path / "none")


def test_merging_brings_files_in_either_order_and_a_blind_copy_has_none(tmp_path: Path) -> None:
    sums = {}
    for name, content in (("a", b"minutes"), ("b", LARGE)):
        with Desk.create(tmp_path / f"{name}.desk") as desk:
            desk.add(prepared())
            sums[name] = keep(desk, tmp_path / f"{name}.bin", content)
    for order in ("ab", "ba"):
        with Desk.create(tmp_path / f"{order}.desk") as both:
            for name in order + order:
                both.merge(tmp_path / f"{name}.desk")
            assert contents(both, sums["a"], tmp_path / "out") == b"minutes"
            assert contents(both, sums["b"], tmp_path / "out") == LARGE
            assert_sound(both)
            both.blind_copy(tmp_path / f"blind {order}.desk")
        with Desk.open(tmp_path / f"blind {order}.desk") as blind, pytest.raises(Missing):
            blind.evidence_files().write(sums["a"], tmp_path / "out")


def test_a_desk_of_before_is_merged_as_it_is(tmp_path: Path) -> None:
    from tests.store.file.test_migrations import OLD_DESKS

    with Desk.create(tmp_path / "a.desk") as desk:
        for old in OLD_DESKS:
            desk.merge(old)
        assert_sound(desk)


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE evidence_file SET bytes = x'00' WHERE part = 0",
        "UPDATE evidence_file SET bytes = zeroblob(length(bytes)) WHERE part = 1",
        "DELETE FROM evidence_file WHERE part = 1",
        "DELETE FROM evidence_file",
    ],
)
def test_a_change_is_refused_and_one_from_outside_is_found(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "a.desk"
    with Desk.create(path) as desk:
        desk.add(prepared())
        keep(desk, tmp_path / "tape.bin", LARGE)
        with pytest.raises(sqlite3.IntegrityError), desk._db.transaction():
            desk._db.write(damage)
        for trigger in ("evidence_file_is_never_changed", "evidence_file_is_never_deleted"):
            desk._db._db.execute(f"DROP TRIGGER {trigger}")
        desk._db._db.execute(damage)
        assert [finding for finding in desk.check().findings if "evidence file" in finding]


def test_a_file_that_was_only_begun_is_no_file_and_is_finished_later(tmp_path: Path) -> None:
    def stop(part: float) -> None:
        if part > 0.6:
            raise EvidenceError

    (tmp_path / "tape.bin").write_bytes(LARGE)
    with Desk.create(tmp_path / "a.desk") as desk:
        with pytest.raises(EvidenceError):
            desk.evidence_files().keep(tmp_path / "tape.bin", stop)
        assert_sound(desk)
        sha256 = read_file(tmp_path / "tape.bin").sha256
        with pytest.raises(Missing):
            desk.evidence_files().write(sha256, tmp_path / "out")
        desk.evidence_files().keep(tmp_path / "tape.bin")
        assert contents(desk, sha256, tmp_path / "out") == LARGE


def test_what_cannot_be_kept_is_said_in_one_sentence(tmp_path: Path) -> None:
    large, empty = tmp_path / "film.mp4", tmp_path / "empty"
    empty.touch()
    with large.open("wb") as file:
        file.truncate(2 << 30)  # takes no room on the disk
    with Desk.create(tmp_path / "a.desk") as desk:
        for path, sentence in (
            (large, "“film.mp4” has 2,048 megabytes."),
            (empty, "“empty” is empty"),
            (tmp_path, "is not a file"),
            (tmp_path / "gone", "“gone” could not be read"),
        ):
            with pytest.raises(EvidenceError, match=sentence):
                desk.evidence_files().keep(path)


def test_a_file_that_is_referred_to_is_looked_at_again(tmp_path: Path) -> None:
    file = tmp_path / "minutes.txt"
    file.write_bytes(b"as it was")
    known = read_file(file)
    assert (known.size, state_of(file, known.sha256)) == (9, FileState.SAME)
    file.write_bytes(b"as it is")
    assert state_of(file, known.sha256) is FileState.CHANGED
    file.unlink()
    assert state_of(file, known.sha256) is FileState.GONE
