"""Repair of misread characters: a version with them as they were meant, beside the version as it came."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, replace
from typing import TYPE_CHECKING

from desktop.desk.prepare import prepare
from desktop.domain import Metadata
from desktop.intake.characters.mojibake import repaired
from desktop.intake.reading import read_text
from desktop.text.quotation.dialogue import is_dialogue

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.desk.prepare import Prepared
    from desktop.domain import VersionId

REPAIRED = "characters repaired"


def repaired_version(desk: Desk, version_id: VersionId) -> Prepared | None:
    """Return the version with its misread characters repaired, to be added to its article; None if there are none.

    It keeps the original bytes and the source of the version; how it came to be stands in its extractor.
    """
    version = desk.version(version_id)
    text = repaired(version.text)
    if text == version.text:
        return None
    info, original = version.info, desk.original(version_id)
    capture = read_text(text, source=info.source)
    return prepare(
        replace(
            capture,
            metadata=Metadata(*map(repaired, astuple(info.metadata))),
            original=original,
            original_sha256=hashlib.sha256(original).hexdigest(),
            media_type=info.media_type,
            encoding=info.encoding,
            extractor=f"{info.extractor}, {REPAIRED}",
        ),
        dialogues=any(is_dialogue(version.text, quote.span) for quote in desk.quotes(version_id)),
    )
