"""Reading a version again from its original bytes, in another encoding or as another format: another version of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.desk.prepare import NO_RULES, prepare
from desktop.intake.read_as import read_as

if TYPE_CHECKING:
    from desktop.desk.prepare import Prepared
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
