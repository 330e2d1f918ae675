"""A version on its way from the list to a side of the comparison, as MIME data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from desktop.domain import VersionId

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk

FORMAT = "application/x-verbatim-version"


def dragged(desk: Desk, version: VersionId) -> QMimeData:
    """Return what is dragged: the version's id, and the desk that it is of."""
    mime = QMimeData()
    mime.setData(FORMAT, f"{desk.uid} {int(version)}".encode())
    return mime


def version_in(mime: QMimeData, desk: Desk | None) -> VersionId | None:
    """Return the version that is dragged, or None: it is something else, or of another desk."""
    if desk is None or not mime.hasFormat(FORMAT):
        return None
    uid, _, number = bytes(mime.data(FORMAT).data()).decode(errors="replace").partition(" ")
    return VersionId(int(number)) if uid == desk.uid and number.isdecimal() else None
