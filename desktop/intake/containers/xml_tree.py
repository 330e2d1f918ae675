"""XML of others: parsed without a DTD, entities, network, or nesting without end.

lxml's tree, with comments and processing instructions left out; libxml2 stops at a depth of 256 and at texts of 10 MB.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.intake.errors import Damaged, TooLarge, Unsupported
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

LARGEST = 100_000_000  # bytes
_BEFORE_ROOT = r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+"
_PROLOG = 4096  # bytes in which a document type is named
_TAG = lazy_pattern(rb"<[A-Za-z][^<>]*>")
_REFERENCE = lazy_pattern(rb"&([A-Za-z][A-Za-z0-9]*);")
_XML_NAMES = (b"amp", b"lt", b"gt", b"quot", b"apos")


def root_pattern(names: str) -> re.Pattern[str]:
    """Return a pattern of how a document begins whose root, in any namespace, is one of `names` (`a|b`)."""
    return lazy_pattern(rf"{_BEFORE_ROOT}<(?:[\w-]+:)?(?:{names})[\s>]", re.DOTALL)


def parse(data: bytes, name: str, part: str = "") -> _Element:
    """Parse XML and return its root; `name` begins the sentence of each error, `part` tells which file inside it.

    References as `&nbsp;` that a DTD of the web would explain become their characters. Raises Damaged where it is not
    XML or breaks off, Unsupported where it declares entities of its own, TooLarge over `LARGEST` bytes.
    """
    from lxml import etree

    if len(data) > LARGEST:
        raise TooLarge(
            Sentence(
                "{name} is too large: {size} MB of XML.",
                name=_subject(name, part),
                size=f"{len(data) / 1e6:,.0f}",
            )
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_with_characters(data), parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise Damaged(
            Sentence("{name} cannot be read as XML: {why}.", name=_subject(name, part), why=_reason(error))
        ) from error
    if _declares_entities(root):
        raise Unsupported(
            Sentence(
                "{name} declares entities of its own, which may hide words or grow without end.",
                name=_subject(name, part),
            )
        )
    _resolve_known(root, _subject(name, part))
    return root


def descend(element: _Element | None, names: Iterable[str], name_of: Callable[[_Element], str]) -> _Element | None:
    """Follow names down, the first child of each name as `name_of` gives it; None where one is missing."""
    for name in names:
        if element is None:
            return None
        for each in element:
            if name_of(each) == name:
                element = each
                break
        else:
            return None
    return element


def children(element: _Element | None) -> Iterator[_Element]:
    """Give the child elements; of None, none."""
    yield from element if element is not None else ()


def local_name(element: _Element) -> str:
    """Give the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def words_of(element: _Element | None) -> str:
    """Give all text inside of an element in one line, "" where there is none."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def _with_characters(data: bytes) -> bytes:
    """Put characters for HTML's names into tags, where the parser drops them if their DTD stands elsewhere."""
    if b"<!DOCTYPE" not in data[:_PROLOG] or b"&" not in data:
        return data
    return _TAG.sub(lambda tag: _REFERENCE.sub(_number, tag[0]), data)


def _number(reference: re.Match[bytes]) -> bytes:
    from html.entities import html5  # every format is asked for its texts, and few are XML

    characters = html5.get(f"{reference[1].decode()};")
    if characters is None or reference[1] in _XML_NAMES:
        return reference[0]
    return "".join(f"&#{ord(char)};" for char in characters).encode()


def _declares_entities(root: _Element) -> bool:
    internal = root.getroottree().docinfo.internalDTD
    return internal is not None and next(iter(internal.iterentities()), None) is not None


def _resolve_known(root: _Element, subject: str) -> None:
    """Put the characters of HTML's names in place; any other reference would be a lost word."""
    from html.entities import html5

    from lxml import etree

    for entity in list(root.iter(etree.Entity)):
        reference = str(entity.text)
        characters = html5.get(reference.removeprefix("&"))
        if characters is None:
            raise Unsupported(
                Sentence("{name} names something it does not explain: {reference}.", name=subject, reference=reference)
            )
        parent = entity.getparent()
        if parent is None:
            continue
        found = characters + (entity.tail or "")
        before = entity.getprevious()
        if before is None:
            parent.text = (parent.text or "") + found
        else:
            before.tail = (before.tail or "") + found
        entity.tail = None
        parent.remove(entity)


def _subject(name: str, part: str) -> str:
    return f"{name} ({part})" if part else name


def _reason(error: Exception) -> str:
    """Say what the parser found and where, without the name it gives to bytes."""
    if "Excessive depth" in str(error):
        return Sentence("it is nested too deeply")
    return str(error).split(" (<string>")[0].rstrip(".") or Sentence("it is no XML")
