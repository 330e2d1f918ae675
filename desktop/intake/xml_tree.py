"""XML of others: parsed without a DTD, entities, network, or nesting without end.

lxml's tree, with comments and processing instructions left out; libxml2 stops at a depth of 256 and at texts of 10 MB.
"""

from __future__ import annotations

from html.entities import html5
from typing import TYPE_CHECKING

from desktop.intake.errors import Damaged, TooLarge, Unsupported
from desktop.translation import Sentence

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 100_000_000  # bytes


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
        root = etree.fromstring(data, parser)
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


def _declares_entities(root: _Element) -> bool:
    internal = root.getroottree().docinfo.internalDTD
    return internal is not None and next(iter(internal.iterentities()), None) is not None


def _resolve_known(root: _Element, subject: str) -> None:
    """Put the characters of HTML's names in place; any other reference would be a lost word."""
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
