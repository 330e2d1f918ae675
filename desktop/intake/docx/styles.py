"""Styles and runs of a Word file, as far as they hide text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.intake.containers.xml_tree import children
from desktop.intake.docx.package import child, is_on, kind_of, value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element


class HiddenStyles:
    """Which paragraph and character styles hide their text; `styles` is the root of the part, None without one."""

    def __init__(self, styles: _Element | None) -> None:
        self._hides: dict[str, bool | None] = {}
        self._based_on: dict[str, str] = {}
        self._default = ""
        for style in children(styles):
            if kind_of(style) == "w:style":
                self._add(style)
        self._everything = is_on(child(styles, "w:docDefaults", "w:rPrDefault", "w:rPr", "w:vanish"))
        self._none = not self._everything and not any(self._hides.values())

    def _add(self, style: _Element) -> None:
        name = value(style, "styleId")
        vanish = child(style, "w:rPr", "w:vanish")
        self._hides[name] = None if vanish is None else is_on(vanish)
        self._based_on[name] = value(child(style, "w:basedOn"))
        if value(style, "type") == "paragraph" and value(style, "default").lower() in ("1", "true", "on"):
            self._default = name

    def hide(self, paragraph_style: str, run_style: str) -> bool:
        """Tell whether text in these styles is hidden; set in both, it is switched back, as Word does."""
        if self._none:
            return False
        by_paragraph, by_run = self._of(paragraph_style or self._default), self._of(run_style)
        return self._everything or by_paragraph != by_run

    def _of(self, style: str) -> bool:
        visited: set[str] = set()
        while style and style not in visited:
            visited.add(style)
            if (hides := self._hides.get(style)) is not None:
                return hides
            style = self._based_on.get(style, "")
        return False


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
