"""Parts of a Word file: found by their relationships, parsed once each; names of elements without namespaces."""

from __future__ import annotations

import posixpath
from functools import cache
from typing import TYPE_CHECKING

from desktop.intake.containers import xml_tree
from desktop.intake.errors import Damaged
from desktop.translation import Sentence

if TYPE_CHECKING:
    from lxml.etree import _Element

    from desktop.intake.containers.zip_package import Packed

# The strict form of the format has namespaces of its own; both are one here.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}


@cache
def short(tag: str) -> str:
    """Give an element's or attribute's name as it is usually written: `w:p`; of an unknown namespace: `?:p`."""
    namespace, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(namespace[1:], '?')}:{local}" if namespace else local


def kind_of(element: _Element) -> str:
    """Give the short name of an element."""
    return short(str(element.tag))


def child(element: _Element | None, *names: str) -> _Element | None:
    """Follow short names down, the first child of each name; None where one is missing."""
    return xml_tree.descend(element, names, kind_of)


def value(element: _Element | None, name: str = "val") -> str:
    """Give an attribute that has the namespace of its element, as Word's have; "" where it is missing."""
    if element is None:
        return ""
    return element.get(str(element.tag).rpartition("}")[0] + "}" + name) or element.get(name) or ""


def is_on(element: _Element | None) -> bool:
    """Tell whether a property that can be switched is there and not switched off."""
    return element is not None and value(element).lower() not in ("0", "false", "off", "none")


class WordFile:
    """The parts of a Word file; a part is named as it stands in the zip."""

    def __init__(self, packed: Packed) -> None:
        self.packed = packed
        self._known: dict[str, dict[str, tuple[str, str]]] = {}
        self.main = self.related("", "officeDocument") or "word/document.xml"
        if self.main not in packed:
            raise Damaged(
                Sentence("{name} is not a Word document, or not complete: it has no main part.", name=packed.name)
            )

    def tree(self, part: str) -> _Element:
        """Parse a part; raises an IntakeError with a sentence."""
        return xml_tree.parse(self.packed.read(part), self.packed.name, part)

    def optional(self, kind: str) -> _Element | None:
        """Parse the part that the main part calls by a kind of relationship (`styles`); None where there is none."""
        part = self.related(self.main, kind)
        return self.tree(part) if part and part in self.packed else None

    def related(self, part: str, kind: str) -> str:
        """Give the name of the first part with such a relationship, "" if there is none."""
        return next((target for each, target in self._relations(part).values() if each == kind), "")

    def target(self, part: str, identifier: str) -> str:
        """Give the name of the part that a relationship's identifier means, "" if there is none inside the file."""
        return self._relations(part).get(identifier, ("", ""))[1]

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Give kind and target by identifier; targets outside of the file are left out."""
        if part not in self._known:
            folder, _, file = part.rpartition("/")
            relations = posixpath.join(folder, "_rels", f"{file}.rels")
            found = self.tree(relations) if relations in self.packed else ()
            self._known[part] = {
                each.get("Id", ""): (each.get("Type", "").rpartition("/")[2], _resolved(folder, each.get("Target", "")))
                for each in found
                if each.get("TargetMode") != "External"
            }
        return self._known[part]


def _resolved(folder: str, target: str) -> str:
    """Resolve a relative target against the folder of the part that names it."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
