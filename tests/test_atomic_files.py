"""A file that is written over is there whole, old or new, whatever fails on the way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.atomic_files import atomic_replacement, create_exclusively, write_atomically

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_was_there_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "table.csv"
    write_atomically(out, b"old")
    write_atomically(out, b"new")
    assert out.read_bytes() == b"new"
    assert names(tmp_path) == ["table.csv"]


def test_a_write_protected_file_stays_and_is_said_to_be_one(tmp_path: Path) -> None:
    out = tmp_path / "signed.csv"
    out.write_bytes(b"signed")
    out.chmod(0o444)
    with pytest.raises(PermissionError, match="write-protected"):
        write_atomically(out, b"new")
    assert out.read_bytes() == b"signed"
    assert names(tmp_path) == ["signed.csv"]


def test_who_may_read_and_write_it_stays_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "shared.csv"
    out.write_bytes(b"old")
    out.chmod(0o662)  # as no umask would have it
    before = out.stat().st_mode
    write_atomically(out, b"new")
    assert out.stat().st_mode == before


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_what_ends_the_writing_early_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    out.write_bytes(b"old")

    def break_off() -> None:
        with atomic_replacement(out) as part:
            part.write_bytes(b"half of the n")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert out.read_bytes() == b"old"
    assert names(tmp_path) == ["page.pdf"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "nowhere" / "table.csv", b"new")


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_never_goes_over_one_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    if not links:  # as on a stick
        monkeypatch.setattr(os, "link", refuse)
    path, target = tmp_path / "made", tmp_path / "target"
    path.write_text("new")
    create_exclusively(path, target)
    assert target.read_text() == "new"
    path.write_text("newer")
    target.write_text("old")
    with pytest.raises(FileExistsError):
        create_exclusively(path, target)
    assert target.read_text() == "old"
