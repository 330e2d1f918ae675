"""A page as a tree: parsed from text, shadow trees in their places, however deep it is nested.

The tree is for reading only: scripts are text that nobody runs, and nothing that an address names is loaded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DECLARATION = lazy_pattern(r"\s*<\?xml\b[^>]*>", re.IGNORECASE)
_STRAY_END = lazy_pattern(r"(</[pP]>)(?=[^\s<])")
_GROUPING = lazy_pattern(
    r"</?(?:div|span|font|b|i|em|strong|section|center|blockquote|table|tbody|tr|td|ul|ol|li|a)\b[^<>]*>"
)
_TAG = lazy_pattern(r"<(script|style)\b.*?</\1\s*>|<[/!?a-z][^<>]*>", re.IGNORECASE | re.DOTALL)
_OF_HEAD = frozenset(
    ["base", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title"]
)
_SHADOW = "descendant::template[@shadowrootmode or @shadowmode]"


def parse(text: str) -> HtmlElement | None:
    """Parse a page; None if there is nothing in it.

    Of a page nested deeper than the parser goes, only the grouping is lost.
    """
    for readable in (text, _GROUPING, _TAG):
        source = readable if isinstance(readable, str) else readable.sub("\n", text)
        root, is_whole = _parsed(source)
        if is_whole:
            break
    if root is not None:
        _empty_head(root)
        _compose(root)
    return root


def _parsed(text: str) -> tuple[HtmlElement | None, bool]:
    """Give the root and whether the parser read to the end; one that gives up says nothing and drops the rest."""
    from lxml import etree, html

    # The parser passes over a stray </p>; the words around it would stick together.
    text = _STRAY_END.sub(r"\1\n", _without_declaration(text))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, not text.strip()
    too_deep = any("xcessive depth" in error.message for error in parser.error_log)
    return root, not too_deep


def _empty_head(root: HtmlElement) -> None:
    """Move what is shown from the head to the body, where a page leaves out the tags of both.

    HTML says that the first element of the body begins it; libxml2 does not know article, main, section and their like.
    """
    from lxml import html

    head = root.find("head")
    if head is None:
        return
    shown = [each for each in head if each.tag not in _OF_HEAD or (each.tail or "").strip()]
    if not shown:
        return
    moved = list(head)[list(head).index(shown[0]) :]
    body = root.find("body")
    if body is None:
        body = html.Element("body")
        root.append(body)
    before, body.text = body.text or "", None
    for place, each in enumerate(moved):
        body.insert(place, each)
    moved[-1].tail = (moved[-1].tail or "") + before


def _without_declaration(text: str) -> str:
    found = _DECLARATION.match(text)
    return text[found.end() :] if found else text


def _compose(root: HtmlElement) -> None:
    """Put each shadow tree where a browser shows it: in its host, with the host's own children in the slots."""
    for template in cast("list[HtmlElement]", root.xpath(_SHADOW)):
        host = template.getparent()
        if host is None or template.tag != "template":
            continue
        light = [child for child in host if child is not template]
        own_text = (host.text or "") + (template.tail or "")
        template.tail = host.text = None
        for child in light:
            host.remove(child)
        template.tag = "div"
        for slot in cast("list[HtmlElement]", template.xpath("descendant::slot")):
            _fill(slot, light, own_text)
        _keep_unslotted(template, light)


def _fill(slot: HtmlElement, light: list[HtmlElement], own_text: str) -> None:
    """Show in a slot the children of the host that ask for it, in place of what it holds itself."""
    name = slot.get("name", "")
    taken = [child for child in light if child.get("slot", "") == name]
    text = own_text if not name else ""
    if not taken and not text.strip():
        return
    for child in list(slot):
        slot.remove(child)
    slot.text = text
    for child in taken:
        slot.append(child)
        light.remove(child)


def _keep_unslotted(shadow: HtmlElement, light: list[HtmlElement]) -> None:
    """Keep the children that no slot shows, as hidden ones: their words are still in the page."""
    for child in light:
        child.set("hidden", "")
        shadow.append(child)
