"""Which two versions were in the centre when the desk was last closed?

Kept in the settings, not in the desk: browsing writes no evidence.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError, VersionId

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.domain import Version
    from desktop.ui.settings import Settings


def remember_pair(desk: Desk, settings: Settings, a: Version | None, b: Version | None) -> None:
    ids = [str(version.id) for version in (a, b) if version is not None]
    settings.set_text(_key(desk), " ".join(ids))


def last_pair(desk: Desk, settings: Settings) -> tuple[VersionId | None, VersionId | None]:
    """Return what was shown last as far as it is still there, filled up with the first articles of the desk."""
    newest = [line.newest for line in islice(desk.article_list().lines.values(), 3)]
    remembered = settings.text(_key(desk)).split()
    a, b = (_still_there(desk, newest, part) for part in (*remembered, "", "")[:2])
    a = a or next(iter(newest), None)
    return a, b or next((version for version in newest if version != a), None)


def _key(desk: Desk) -> str:
    return f"pairs/{desk.uid}"


def _still_there(desk: Desk, newest: list[VersionId], text: str) -> VersionId | None:
    if not text.isdigit():
        return None
    version = VersionId(int(text))
    if version in newest:
        return version
    try:
        article = desk.article(desk.version(version).info.article_id)
    except (VerbatimError, LookupError):
        return None
    return None if article.deleted else version
