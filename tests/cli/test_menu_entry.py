"""`verbatim install`: what a Linux desktop finds afterwards in the user's data folder."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from configparser import RawConfigParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.cli.menu_entry import quoted

if TYPE_CHECKING:
    from tests.cli.conftest import Run

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for desktops of Linux")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Python with the command of the wheel beside it."""
    program = tmp_path / "bin with 100% spaces" / "verbatim"
    program.parent.mkdir()
    program.touch()
    monkeypatch.setattr(sys, "executable", str(program.with_name("python")))
    return program


def test_install_writes_an_entry_that_starts_this_program_and_remove_takes_it_away(
    run: Run, tmp_path: Path, command: Path
) -> None:
    assert run("install").code == 0
    data = tmp_path / "data"
    entry = RawConfigParser(strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(data / "applications" / "verbatim.desktop", encoding="utf-8")
    section = entry["Desktop Entry"]
    assert section["Exec"] == f'"{command.parent.parent}/bin with 100%% spaces/verbatim" %f'
    assert (data / "icons/hicolor/scalable/apps" / f"{section['Icon']}.svg").read_bytes().startswith(b"<svg")
    [kind] = ET.parse(data / "mime/packages/verbatim.xml").getroot()
    assert section["MimeType"] == kind.get("type", "") + ";"
    assert [glob.get("pattern") for glob in kind if glob.tag.endswith("glob")] == ["*.desk"]

    done = run("install", "--remove")
    assert (done.code, done.out.count("removed\t")) == (0, 3)
    assert not [path for path in data.rglob("verbatim.*") if path.is_file() and path.suffix != ".log"]


def test_install_without_a_command_to_start_says_so_and_writes_nothing(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nowhere" / "python"))
    done = run("install")
    assert (done.code, done.err.count("please install Verbatim first")) == (1, 1)
    assert not list((tmp_path / "data").rglob("verbatim.desktop"))


def test_a_desk_carries_the_number_by_which_the_file_type_knows_it(desk: Path) -> None:
    head = desk.read_bytes()[:72]
    assert head.startswith(b"SQLite format 3")
    assert head[68:] == b"Vrbt"


@pytest.mark.parametrize(
    ("path", "key"),
    [("/opt/v", '"/opt/v"'), ("/a b/$x", r'"/a b/\\$x"'), ('/q"', r'"/q\\""'), ("/50%", '"/50%%"')],
)
def test_signs_that_the_entry_reads_in_its_own_way_are_escaped(path: str, key: str) -> None:
    assert quoted(Path(path)) == key
