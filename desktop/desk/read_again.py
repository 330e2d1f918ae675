"""Other readings of a version: its bytes in another encoding or format, or its misread characters repaired."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, replace
from typing import TYPE_CHECKING

from desktop.desk.prepare import NO_RULES, prepare
from desktop.domain import Metadata
from desktop.intake.characters.mojibake import repaired
from desktop.intake.read_as import read_as
from desktop.intake.reading import read_text
from desktop.text.quotation.dialogue import is_dialogue

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk
    from desktop.desk.prepare import Prepared
    from desktop.domain import VersionId
    from desktop.text.boilerplate_rules import RuleBook


CHOSEN = "as chosen by hand"


def read_again(
    data: bytes, source: str, name: str, encoding: str = "", format_name: str = "", rules: RuleBook = NO_RULES
) -> Prepared:
    """Read bytes as `read_as` does and return the first text in them, ready to be added; fit for another process.

    That somebody chose how they are read stands in its extractor.
    """
    [capture, *_] = read_as(data, source, name, encoding, format_name)
    return prepare(replace(capture, extractor=f"{capture.extractor}, {CHOSEN}"), rules)


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
