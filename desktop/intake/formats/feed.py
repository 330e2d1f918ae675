"""Feeds (RSS 0.9 to 2.0, Atom): each entry as a text of its own; where the feed has only a summary, that is said."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain import Fact
from desktop.intake.containers.xml_tree import local_name, parse
from desktop.intake.document import Document, Format, Sample
from desktop.intake.errors import Empty
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_MEDIA = "http://search.yahoo.com/mrss/"  # of films and recordings: the words stand with them
_ROOT = lazy_pattern(
    r"(?>(?:<\?xml[^>]*>|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*>)\s*)*+<(?:\w+:)?(?:rss|feed|RDF)[\s>]", re.DOTALL
)
_WORD = lazy_pattern(r"\w+")
_MARKUP = lazy_pattern(r"<[a-zA-Z/!]|&[#\w]+;")
SUMMARY_ONLY = Sentence("The feed gives a summary only. The article stands at its address.")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry of a feed, as text."""

    title: str
    link: str
    author: str
    date: str  # as stated
    summary: str
    content: str


def read(data: bytes, name: str) -> list[Document]:
    """Read the entries in their order; raises Damaged, Unsupported, TooLarge or Empty, beginning with `name`."""
    root = parse(data, name)
    outlet = _plain(_first(_channel(root), "title"))
    found = [_document(_entry(element), outlet) for element in _entries(root)]
    documents = [each for each in found if each is not None]
    if not documents:
        raise Empty(Sentence("{name} is a feed without entries.", name=name))
    return documents


def _document(entry: _Entry, outlet: str) -> Document | None:
    parts = [entry.title, *_body(entry)]
    text = "\n\n".join(part for part in parts if part)
    if not text.strip():
        return None
    stated = {
        "title": entry.title,
        "outlet": outlet,
        "byline": entry.author,
        "published": entry.date,
        "published_on": _day(entry.date),
        "url": entry.link,
    }
    facts = tuple(Fact(field, value, "feed") for field, value in stated.items() if value)
    notices = () if entry.content else (SUMMARY_ONLY,)
    return Document(text, facts=facts, notices=notices, part=entry.link or entry.title)


def _body(entry: _Entry) -> list[str]:
    """Give summary and content, the summary only where the content lacks words of it."""
    if not entry.content:
        return [entry.summary]
    content = _bare(entry.content)
    lines = (line for line in entry.summary.split("\n") if line.strip())
    lacking = [line for line in lines if _bare(line) not in content]
    return ["\n".join(lacking), entry.content]


def _bare(text: str) -> str:
    """Give the words alone, for comparing."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _channel(root: _Element) -> _Element:
    channel = next((each for each in root if local_name(each) == "channel"), None)
    return root if channel is None else channel


def _entries(root: _Element) -> Iterator[_Element]:
    return (each for each in root.iter() if local_name(each) in {"item", "entry"} and _is_own(each, root))


def _is_own(element: _Element, root: _Element) -> bool:
    """Say whether an element is the feed's own, and not one of the same name in another's namespace."""
    return _namespace(element) in {"", _ATOM, _namespace(root)} or "rss" in _namespace(element).lower()


def _entry(element: _Element) -> _Entry:
    link = next(filter(None, map(_address, _all(element, "link"))), "") or _address_like(_first(element, "guid", "id"))
    dates = _first(element, "published", "pubDate", "issued", "updated", "modified"), _named(element, "date")
    full = _named(element, "encoded", _CONTENT)
    content = _words(full if full is not None else _first(element, "content"))
    summary = _words(_first(element, "description", "summary"))
    if not (summary or content):
        summary = _words(_of_recording(element))
    return _Entry(
        _plain(_first(element, "title")),
        link,
        _authors(element),
        next((_plain(each) for each in dates if each is not None), ""),
        summary,
        content,
    )


def _authors(element: _Element) -> str:
    """Name everybody who is said to have written an entry, once each and in their order."""
    first = _first(element, "author")
    own = [] if first is None else [each for each in _all(element, "author") if _namespace(each) == _namespace(first)]
    named = [_plain(name if (name := _first(each, "name")) is not None else each) for each in own]
    if not any(named):
        named = [_plain(each) for each in element.iterfind(f"{{{_DUBLIN_CORE}}}creator")]
    return ", ".join(dict.fromkeys(filter(None, named)))


def _of_recording(element: _Element) -> _Element | None:
    """Give the words that stand with a film or a recording; a photo's caption is not what an entry says."""
    for found in element.iterfind(f".//{{{_MEDIA}}}description"):
        medium = found.getparent()
        kind = "" if medium is None else f"{medium.get('medium', '')} {medium.get('type', '')}".strip()
        if not kind.startswith("image"):
            return found
    return None


def _all(element: _Element, *names: str) -> list[_Element]:
    own = _namespace(element)
    return [each for each in element if local_name(each) in names and _namespace(each) in {own, "", _ATOM}]


def _first(element: _Element, *names: str) -> _Element | None:
    """Give the first child of the first name that there is, of the element's own namespace before others."""
    for name in names:
        found = sorted(_all(element, name), key=lambda each: _namespace(each) != _namespace(element))
        if found:
            return found[0]
    return None


def _named(element: _Element, name: str, namespace: str = _DUBLIN_CORE) -> _Element | None:
    return element.find(f"{{{namespace}}}{name}")


def _address(link: _Element) -> str:
    if link.get("rel", "alternate") != "alternate":
        return ""
    return (link.get("href") or link.text or "").strip()


def _address_like(element: _Element | None) -> str:
    text = (element.text or "").strip() if element is not None else ""
    return text if text.startswith(("http://", "https://")) else ""


def _plain(element: _Element | None) -> str:
    return " ".join(_words(element).split())


def _words(element: _Element | None) -> str:
    """Give an element's words: its markup, escaped or not, as a page would show it."""
    from desktop.intake.web_page.page_document import fragment_text

    if element is None:
        return ""
    kind = element.get("type", "")
    if len(element):
        return fragment_text(_markup(element))
    text = element.text or ""
    if kind in {"text", "text/plain"}:
        return text.strip()
    if kind and "/" in kind and not kind.startswith("text/") and "xml" not in kind:
        try:
            text = base64.b64decode(text, validate=False).decode("utf-8", "replace")
        except (binascii.Error, ValueError):
            return ""
    return fragment_text(text) if _MARKUP.search(text) else text.strip()


def _markup(element: _Element) -> str:
    """Give what is in an element as markup without namespaces."""
    from lxml import etree

    inner = "".join(etree.tostring(each, encoding="unicode") for each in element)
    return (element.text or "") + re.sub(r"(</?)\w+:|\sxmlns(?::\w+)?=(?:\"[^\"]*\"|'[^']*')", r"\1", inner)


def _day(stated: str) -> str:
    """Read the day of a date as mails write it, in its own zone; an empty string for other forms."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(stated).date().isoformat() if "," in stated else ""
    except (ValueError, TypeError, IndexError):
        return ""


def _namespace(element: _Element) -> str:
    tag = element.tag
    return tag[1:].partition("}")[0] if isinstance(tag, str) and tag.startswith("{") else ""


def _recognise(sample: Sample) -> bool:
    return sample.ending != ".txt" and _ROOT.match(sample.head) is not None


FORMAT = Format(
    english("feed"), "application/rss+xml", read, "feed 1", _recognise, (".rss", ".atom"), has_headline=False
)
