"""Parts of an OpenDocument file, packed or flat; names of elements without namespaces."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.intake.containers import xml_tree
from desktop.intake.containers.zip_package import locked, open_packed
from desktop.intake.errors import Damaged, IntakeError
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from desktop.intake.containers.zip_package import Packed

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_OTHERS = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}
_NAMES = {"drawing": "draw", "svg-compatible": "svg", "xsl-fo-compatible": "fo"}


@cache
def short(tag: str) -> str:
    """Give an element's or attribute's name as it is usually written: `text:p`; of an unknown namespace: `?:p`."""
    namespace, _, local = tag.rpartition("}")
    return f"{_prefix(namespace[1:])}:{local}" if namespace else local


def _prefix(namespace: str) -> str:
    if namespace in _OTHERS:
        return _OTHERS[namespace]
    if not namespace.startswith(_OASIS):
        return "?"
    name = namespace.removeprefix(_OASIS).partition(":")[0]
    return _NAMES.get(name, name)


def kind_of(element: _Element) -> str:
    """Give the short name of an element."""
    return short(str(element.tag))


def attribute(element: _Element, name: str) -> str:
    """Give an attribute by its short name, "" where it is missing."""
    return next((text for key, text in element.attrib.items() if short(str(key)) == name), "")


def descend(element: _Element | None, *names: str) -> _Element | None:
    """Follow short names down, the first child of each name; None where one is missing."""
    return xml_tree.descend(element, names, kind_of)


class TextFile:
    """The parts of an OpenDocument text; in a flat file all are one tree."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.styles: _Element | None = None
        self.meta: _Element | None = None
        self._packed: Packed | None = None
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            flat = xml_tree.parse(data, name)
            self.content, self.styles, self.meta = flat, flat, flat
        else:
            self._open(data, name)

    def _open(self, data: bytes, name: str) -> None:
        packed = open_packed(data, name)
        manifest = "META-INF/manifest.xml"
        if "encrypted-package" in packed or (manifest in packed and b":encryption-data" in packed.read(manifest)):
            raise locked(name)
        if "content.xml" not in packed:
            raise Damaged(
                Sentence("{name} is not an OpenDocument text, or not complete: it has no content.", name=name)
            )
        self._packed = packed
        self.content = xml_tree.parse(packed.read("content.xml"), name, "content.xml")
        self.styles, self.meta = (
            xml_tree.parse(packed.read(part), name, part) if part in packed else None
            for part in ("styles.xml", "meta.xml")
        )

    def formula(self, frame: _Element) -> _Element | None:
        """Give the MathML that a frame holds or refers to, None where it is no formula."""
        found = descend(frame, "draw:object")
        if found is None:
            return None
        name = attribute(found, "xlink:href").removeprefix("./")
        part = f"{name}/content.xml"
        if not name or self._packed is None or part not in self._packed:
            return descend(found, "math:math")
        try:
            root = xml_tree.parse(self._packed.read(part), self.name, part)
        except IntakeError:  # a broken object does not cost the text
            return None
        return root if kind_of(root) == "math:math" else None

    def roots(self) -> Iterator[_Element]:
        """Give the trees that may define styles, the document's own first."""
        yield self.content
        if self.styles is not None and self.styles is not self.content:
            yield self.styles
