"""A version that is dragged is known again on its own desk and on no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData

from desktop.desk.open_desk import Desk
from desktop.domain import VersionId
from desktop.ui.session.dragged_version import FORMAT, dragged, version_in

if TYPE_CHECKING:
    from pathlib import Path


def test_a_version_is_dragged_within_its_desk(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk, Desk.create(tmp_path / "b.desk") as other:
        mime = dragged(desk, VersionId(7))
        assert version_in(mime, desk) == 7
        assert version_in(mime, other) is None
        assert version_in(mime, None) is None


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{uid}", b"{uid} seven", b"{uid} -1"])
def test_anything_else_is_no_version(tmp_path: Path, content: bytes) -> None:
    mime = QMimeData()
    mime.setText("7")
    with Desk.create(tmp_path / "a.desk") as desk:
        assert version_in(mime, desk) is None
        mime.setData(FORMAT, content.replace(b"{uid}", desk.uid.encode()))
        assert version_in(mime, desk) is None
