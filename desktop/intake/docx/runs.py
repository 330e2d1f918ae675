"""Runs of Word: how a piece of text is shown, as far as it matters for its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.dataclass import dataclass
from desktop.intake.containers.xml_tree import children
from desktop.intake.docx.package import is_on, kind_of, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from desktop.intake.docx.styles import HiddenStyles

_TINY = 4  # half points


@dataclass(frozen=True, slots=True)
class Run:
    """How the text of a run is shown."""

    hidden: bool = False
    raised: bool = False
    font: str = ""
    doubt: str = ""  # why it may not be seen, "" if nothing says so
    cut: str = ""  # why the run's text is cut, "" if it is not


def run_of(properties: _Element | None, styles: HiddenStyles, paragraph_style: str, *, on_ground: bool) -> Run:
    """Read the properties of a run in a paragraph; on a ground of its own, white text is seen."""
    stated = {kind_of(each): each for each in children(properties)}
    fonts, vanish = stated.get("w:rFonts"), stated.get("w:vanish")
    doubt = _doubt(stated, on_ground=on_ground)
    if vanish is None and styles.hide(paragraph_style, value(stated.get("w:rStyle"))):
        doubt = "text in a style that hides it"
    return Run(
        is_on(vanish),
        raised=value(stated.get("w:vertAlign")) == "superscript",
        font=value(fonts, "ascii") or value(fonts, "hAnsi"),
        doubt=doubt,
    )


def _doubt(stated: Mapping[str, _Element], *, on_ground: bool) -> str:
    """White text may stand on a dark ground: cells, boxes and whatever is shaded are not doubted."""
    size = value(stated.get("w:sz"))
    if size.isdecimal() and len(size) < 3 and 0 < int(size) <= _TINY:
        return "text in tiny letters"
    white = value(stated.get("w:color")).upper() == "FFFFFF"
    return "white text" if white and not on_ground and "w:shd" not in stated and "w:highlight" not in stated else ""
