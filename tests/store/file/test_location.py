"""Where a desk lies: in a folder that is synchronised, on a network drive, or on a disk of this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.store.file import location

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Harbour Post", "My Drive", "Nextcloud"])
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, folder: str) -> None:
    desk = tmp_path / folder / "in" / "one.desk"
    assert "synchronised" in location.warning(desk)
    assert (location.is_risky(desk), location.is_local(desk)) == (True, False)


def test_or_by_what_its_program_put_there(tmp_path: Path) -> None:
    assert location.warning(tmp_path / "one.desk") == ""
    (tmp_path / ".stfolder").mkdir()
    assert "synchronised" in location.warning(tmp_path / "one.desk")


@pytest.mark.parametrize(
    ("system", "is_network", "is_local"),
    [("ext4", False, True), ("nfs4", True, False), ("cifs", True, False), ("", False, False)],
)
def test_the_file_system_says_whether_others_can_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, is_network: bool, is_local: bool
) -> None:
    monkeypatch.setattr(location, "_file_system", lambda _: system)
    desk = tmp_path / "one.desk"
    assert ("network drive" in location.warning(desk)) is is_network
    assert location.is_risky(desk) is is_network
    assert location.is_local(desk) is is_local


def test_the_own_folder_follows_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert location.own_folder() == tmp_path / "Verbatim"
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert location.own_folder() == tmp_path / ".local" / "share" / "Verbatim"
    assert location.pending_folder(tmp_path) == tmp_path / "waiting"
