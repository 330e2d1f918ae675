"""A log on the disk is whole, or the file is as it was before."""

from __future__ import annotations

import resource
import shutil
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain import Status
from desktop.log.columns import ColumnSet
from desktop.log.rows import Publisher
from desktop.log.writing import BUNDLE, COLUMNS_OF, EVENTS, FORMATS, LogError, is_page, write, write_streamed
from tests.log.examples import example, mark, quote, source

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("file_format", [form for form in FORMATS if form not in (EVENTS, BUNDLE)])
@pytest.mark.parametrize("columns", list(ColumnSet))
def test_every_format_is_written_with_every_column_set(tmp_path: Path, file_format: str, columns: str) -> None:
    out = tmp_path / f"log.{file_format}"
    if columns not in COLUMNS_OF[file_format]:
        with pytest.raises(LogError, match="choose"):
            write(example(), out, file_format, columns)
        assert not out.exists()
        return
    log = replace(example(), publisher=Publisher("Desk", "https://example.org"))
    rows = write(log, out, file_format, columns, to_pdf=lambda page, title: page)
    counts = {"audit": 4, "matrix": 0, "variants": 0, "to-ask": 0}  # nothing was grouped or looked for in this one
    page = 2 if is_page(file_format, columns) else 3  # one that nobody looked at is not listed
    listed = {"md": 2, "claimreview": 2}.get(file_format, page)  # what is verified is not in it
    assert rows == (counts.get(columns, 3) if file_format in ("csv", "xlsx") else listed)
    assert out.stat().st_size > 500
    assert names(tmp_path) == [out.name]


def test_an_existing_file_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "log.csv"
    out.write_bytes(b"x" * 1_000_000)
    write(example(), out, "csv", "editor")
    assert b"xxx" not in out.read_bytes()


def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write(example(), tmp_path / "link.csv", "csv", "editor")
    assert (tmp_path / "link.csv").is_symlink()
    assert "Verbatim" in (tmp_path / "real.csv").read_text()


def test_the_file_may_be_read_by_whoever_may_read_new_files(tmp_path: Path) -> None:
    write(example(), tmp_path / "log.csv", "csv", "editor")
    (tmp_path / "other").touch()
    modes = {stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("log.csv", "other")}
    assert len(modes) == 1


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="does not exist"):
        write(example(), tmp_path / "nowhere" / "log.csv", "csv", "editor")


def test_a_folder_in_place_of_the_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(LogError, match="is not a file"):
        write(example(), tmp_path, "csv", "editor")


@pytest.mark.parametrize(("file_format", "columns"), [("doc", "editor"), ("", "editor"), ("csv", "everything")])
def test_an_unknown_format_or_column_set_is_said_and_nothing_is_written(
    tmp_path: Path, file_format: str, columns: str
) -> None:
    with pytest.raises(LogError, match="There are"):
        write(example(), tmp_path / "log", file_format, columns)
    assert names(tmp_path) == []


@pytest.mark.parametrize("file_format", ["csv", "json", "html", "xlsx", "docx", "md"])
def test_when_the_disk_refuses_the_old_file_stays_and_no_part_is_left(tmp_path: Path, file_format: str) -> None:
    out = tmp_path / "log"
    out.write_text("the old log")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, hard))  # the file may not grow beyond: like a full disk
    try:
        with pytest.raises(LogError, match="could not be written"):
            write(example(), out, file_format, "editor")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert out.read_text() == "the old log"
    assert names(tmp_path) == ["log"]


@pytest.mark.parametrize("file_format", ["csv", "json", "html", "xlsx"])
def test_a_write_protected_file_stays_and_is_named(tmp_path: Path, file_format: str) -> None:
    out = tmp_path / "log"
    out.write_text("the old log")
    out.chmod(0o444)
    with pytest.raises(LogError, match="log could not be written: it is write-protected"):
        write(example(), out, file_format)
    assert out.read_text() == "the old log"
    assert names(tmp_path) == ["log"]


def test_a_folder_that_vanishes_while_the_log_is_written_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    def fill(file: BinaryIO) -> int:
        shutil.rmtree(folder)
        return file.write(b"a log")

    with pytest.raises(LogError, match="could not be written: No such file"):
        write_streamed(folder / "log.csv", fill)
    assert names(tmp_path) == []


@pytest.mark.parametrize("file_format", [form for form in FORMATS if form not in (EVENTS, BUNDLE)])
def test_a_log_without_marks_or_a_checkers_name_is_written_all_the_same(tmp_path: Path, file_format: str) -> None:
    publisher = Publisher("Desk", "https://example.org")
    nameless = (mark(1, 1, Status.VERIFIED, checker=""),)
    for log in (source(), source((quote(1, "so"), ())), source((quote(1, "so", *nameless), nameless))):
        write(replace(log, publisher=publisher), tmp_path / "log", file_format, to_pdf=lambda page, title: page)
        assert (tmp_path / "log").stat().st_size > 50  # bytes: an empty list of reviews has its context
