"""Words of diagrams and charts, which stand in parts of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.intake.docx.package import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_NAMES = ("c:tx", "c:cat")  # of a chart's series and of its categories


def paragraphs_of(root: _Element) -> Iterator[str]:
    """Give the paragraphs of a diagram or chart: texts as set, and names of series and categories as remembered."""
    for each in root.iter():
        name = kind_of(each)
        if name == "a:p":
            yield "".join(part.text or "" for part in each.iter() if kind_of(part) == "a:t")
        elif name in _NAMES:
            yield from (part.text or "" for part in each.iter() if kind_of(part) == "c:v")
