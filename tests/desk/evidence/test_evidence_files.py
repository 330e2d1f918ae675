"""Files as evidence: kept in the desk or referred to, checked, merged and read again."""

from __future__ import annotations

import sqlite3
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from desktop.desk.evidence.evidence_files import EvidenceError, FileState, read_file, state_of
from desktop.desk.open_desk import Desk
from desktop.domain import MarkChange, Status
from desktop.store.errors import Missing
from desktop.store.records.evidence_files import add_part, cut
from desktop.text.evidence import Evidence
from tests.store.desks import assert_sound, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain import QuoteId

LARGE = b"".join(bytes([number % 251]) * 1000 for number in range(2500))  # twenty parts


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
    progress: list[float] = []
    with Desk.create(tmp_path / "a.desk") as desk:
        desk.add(prepared())
        sha256 = keep(desk, tmp_path / "tape.bin", LARGE)
        desk.evidence_files().keep(tmp_path / "tape.bin", progress.append)  # twice is the same as once
        assert_sound(desk)
    (tmp_path / "tape.bin").unlink()
    assert progress == sorted(progress)
    with Desk.open(tmp_path / "a.desk", read_only=True) as desk:
        assert contents(desk, sha256, tmp_path / "out") == LARGE
        with pytest.raises(Missing):
            desk.evidence_files().write("0" * 64, tmp_path / "none")


def test_marks_are_made_while_a_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "tape.bin").write_bytes(LARGE)
    with Desk.create(tmp_path / "a.desk") as desk:
        desk.add(prepared())
        quote = first_quote(desk)

        def mark(part: float) -> None:
            desk.mark([quote], MarkChange(note=f"{part}"), checker="Kim")

        sha256 = desk.evidence_files().keep(tmp_path / "tape.bin", mark).sha256
        assert {"0.5", "1.0"} < {entry.note for entry in desk.history(quote)}
        assert contents(desk, sha256, tmp_path / "out") == LARGE
        assert_sound(desk)


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


@pytest.mark.parametrize("change", [b"y" * 2_500_000, LARGE[:-1], LARGE[: 2 << 20], LARGE + b"more"])
def test_a_file_that_changes_while_it_is_read_is_not_kept(tmp_path: Path, change: bytes) -> None:
    file = tmp_path / "tape.bin"
    file.write_bytes(LARGE)
    sha256 = read_file(file).sha256

    def change_it(part: float) -> None:
        if part == 0.5:  # its hash is known, and it is read again
            file.write_bytes(change)

    with Desk.create(tmp_path / "a.desk") as desk:
        with pytest.raises(EvidenceError, match=r"“tape\.bin” was changed while it was read"):
            desk.evidence_files().keep(file, change_it)
        assert not desk.keeps_evidence(sha256)
        assert not desk.keeps_evidence(read_file(file).sha256)
        assert_sound(desk)
        file.write_bytes(LARGE)
        desk.evidence_files().keep(file)
        assert contents(desk, sha256, tmp_path / "out") == LARGE


def begin_in_large_parts(desk: Desk, sha256: str, count: int) -> None:
    """Leave in a desk what an earlier version had written of LARGE."""
    for part, content in zip(range(count), cut([LARGE], 1 << 19), strict=False):
        with desk._db.transaction():
            add_part(desk._db, sha256, part, len(LARGE), content)


def test_a_file_begun_in_parts_of_another_size_is_finished_or_merged(tmp_path: Path) -> None:
    (tmp_path / "tape.bin").write_bytes(LARGE)
    sha256 = read_file(tmp_path / "tape.bin").sha256
    with Desk.create(tmp_path / "a.desk") as small:
        small.evidence_files().keep(tmp_path / "tape.bin")
    with Desk.create(tmp_path / "b.desk") as whole:
        begin_in_large_parts(whole, sha256, 5)
        whole.merge(tmp_path / "a.desk")
        assert contents(whole, sha256, tmp_path / "out") == LARGE
    for name in ("a", "b"):
        with Desk.create(tmp_path / f"begun {name}.desk") as begun:
            begin_in_large_parts(begun, sha256, 2)
            begun.merge(tmp_path / f"{name}.desk")
            assert contents(begun, sha256, tmp_path / "out") == LARGE
            assert_sound(begun)
    with Desk.create(tmp_path / "kept.desk") as begun:
        begin_in_large_parts(begun, sha256, 2)
        begun.evidence_files().keep(tmp_path / "tape.bin")
        assert contents(begun, sha256, tmp_path / "out") == LARGE


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    with (tmp_path / "tape.bin").open("wb") as file:
        file.truncate(12 << 20)
    with Desk.create(tmp_path / "a.desk") as desk:
        tracemalloc.start()
        desk.evidence_files().keep(tmp_path / "tape.bin")
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 6 << 20


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
