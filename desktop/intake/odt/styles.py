"""Styles of an OpenDocument text, as far as they hide or raise text, and the page styles in use."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.intake.odt.package import attribute, kind_of, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

    from desktop.intake.odt.package import TextFile

_HEADS = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")


@dataclass(frozen=True, slots=True)
class Look:
    """How text in a style is shown."""

    hidden: bool = False
    raised: bool = False
    white: bool = False  # on no ground of its own


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    stated: Mapping[str, str]  # properties of paragraph and text by short name


class Styles:
    """The styles of a file; a style is known by its family ("text", "paragraph") and name."""

    def __init__(self, file: TextFile) -> None:
        self._styles: dict[tuple[str, str], _Style] = {}
        self._looks: dict[tuple[str, str], Look] = {}
        self._pages: dict[str, _Element] = {}
        self._used_pages: set[str] = set()
        for root in file.roots():
            for group in root:
                for each in group:
                    self._add(each)

    def _add(self, element: _Element) -> None:
        kind = kind_of(element)
        if kind == "style:master-page":
            self._pages.setdefault(attribute(element, "style:name"), element)
        elif kind == "style:style":
            if page := attribute(element, "style:master-page-name"):
                self._used_pages.add(page)
            self._styles.setdefault(
                (attribute(element, "style:family"), attribute(element, "style:name")), _style(element)
            )

    def look(self, family: str, name: str) -> Look:
        """Tell how text in a style is shown, by what it or the next of its parents states."""
        if (family, name) not in self._looks:
            lineage = list(self._lineage(family, name))
            self._looks[family, name] = _look(ChainMap(*(dict(each.stated) for each in lineage)))
        return self._looks[family, name]

    def _lineage(self, family: str, name: str) -> Iterator[_Style]:
        visited: set[str] = set()
        while name not in visited and (style := self._styles.get((family, name))) is not None:
            yield style
            visited.add(name)
            name = style.parent

    def heads(self) -> Iterator[tuple[str, _Element]]:
        """Give headers and footers of the page styles in use, as "header" or "footer" and the element."""
        for page in self._pages_in_use():
            for each in page:
                local = kind_of(each).rpartition(":")[2]
                if local in _HEADS and attribute(each, "style:display") != "false":
                    yield local.partition("-")[0], each

    def _pages_in_use(self) -> Iterator[_Element]:
        queue = ["Standard" if "Standard" in self._pages else next(iter(self._pages), ""), *sorted(self._used_pages)]
        visited: set[str] = set()
        for name in queue:  # grows by the pages that follow
            page = self._pages.get(name)
            if page is not None and name not in visited:
                visited.add(name)
                queue.append(attribute(page, "style:next-style-name"))
                yield page


def _style(element: _Element) -> _Style:
    stated = {
        short(str(key)): str(text)
        for each in element
        if kind_of(each) in ("style:text-properties", "style:paragraph-properties")
        for key, text in each.attrib.items()
    }
    return _Style(attribute(element, "style:parent-style-name"), stated)


def _look(stated: Mapping[str, str]) -> Look:
    position = stated.get("style:text-position", "").partition(" ")[0]
    return Look(
        hidden=stated.get("text:display") == "none",
        raised=position == "super" or (position.rstrip("%").isdecimal() and position != "0%"),
        white=stated.get("fo:color", "").lower() == "#ffffff"
        and stated.get("fo:background-color", "transparent") == "transparent",
    )
