"""No name in an evidence bundle comes from a text: titles and sources cannot lead outside or hit a reserved word."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log
from desktop.log.evidence.standalone_check import check_file
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

RESERVED = ("CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 7)))
TITLES = (
    *RESERVED, "con.txt", "nul.tar.gz", "../../above", "..\\..\\above", "/etc/motd", "C:\\Windows", "C:relative",
    "\\\\server\\share", "~/.profile", "a/b", "a\\b", "a:b", "ends with a dot.", "ends with a space ", ".hidden",
    "..", ".",
    "a" * 300, "\x00", "line\nbreak", "\x1b[2J", "\u202egpj.exe", "%2e%2e%2f", "*?<>|", '"quoted"',
)  # fmt: skip
NAME = re.compile(
    r"(?:readme\.txt|check\.py|manifest\.sha256|bundle\.sha256|log/(?:log\.json|log\.html|events\.jsonl)|"
    r"(?:texts|originals)/[0-9a-f]{64}\.[a-z0-9]{1,5})"
)


def test_forty_hostile_titles_and_sources_are_in_no_name_and_nothing_leaves_the_folder(tmp_path: Path) -> None:
    assert len(TITLES) >= 40
    with Desk.create(tmp_path / "bridge.desk") as desk:
        for number, title in enumerate(TITLES):
            text = f'The mayor said: "We will close bridge number {number} at once." Nobody answered.'
            desk.add(prepared(text, source=title, title=title, outlet=title), checker=title)
        export_log(desk, tmp_path / "bundle.zip", "zip")
    with zipfile.ZipFile(tmp_path / "bundle.zip") as bundle:
        names = bundle.namelist()
        bundle.extractall(tmp_path / "out")
    assert [name for name in names if not NAME.fullmatch(name)] == []
    assert len([name for name in names if name.startswith("texts/")]) == len(TITLES)
    assert {path.name for path in tmp_path.iterdir()} == {"bridge.desk", "bundle.zip", "out"}
    assert check_file(tmp_path / "bundle.zip").findings == []
