"""Facts that a page states about itself: headline, outlet, author, date, address, and the article in its own data.

A fact is taken only from where a page speaks of itself: its meta elements, its canonical link, and of its JSON-LD the
one object whose address or headline is the page's. A year in a copyright line and a date in the story are no facts.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from desktop.domain import Fact
from desktop.intake.dates import find_dates
from desktop.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.html import HtmlElement

_LARGEST_DATA = 5_000_000  # code points of one JSON-LD element
_ARTICLE = lazy_pattern(r"(?:Article|Posting|Report|Review|Story|NewsStory|Reportage)$")
_BLANKS = lazy_pattern(r"\s+")
_TAG = lazy_pattern(r"<[^<>]{0,400}>")
_PARAGRAPH_END = lazy_pattern(r"</p>|<br\s*/?>", re.IGNORECASE)
_WORD = lazy_pattern(r"\w+")
_ISO = lazy_pattern(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?: ?(?:Z|UTC|[+-]\d\d:?\d\d))?)?")
_NUMBERS = lazy_pattern(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_SAVED = lazy_pattern(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://\S+)"
    r"(?:\s+saved date:\s*(?P<date>[^\n>]{8,60}))?",
    re.IGNORECASE,
)
_LONGEST_NAME = 80  # code points
_HEAD = 20_000  # code points in which a browser notes where it saved a page from
_TITLE_PARTS = lazy_pattern(r"\s+[|–—·»:-]+\s+|\s*\|\s*")

# Names of meta elements, the surest first.
_METAS = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "title"),
    "outlet": ("og:site_name", "dc.publisher", "citation_journal_title", "application-name", "publisher"),
    "byline": ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "citation_author", "byl"),
    "published": (
        "article:published_time",
        "datepublished",
        "og:article:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "citation_publication_date",
        "date",
    ),
    "url": ("og:url", "twitter:url"),
}
_FROM_DATA = {"title": "headline", "outlet": "publisher", "byline": "author", "published": "datePublished"}


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page states, field by field, the surest first; an ambiguous date only without another one."""

    facts: tuple[Fact, ...] = ()
    titles: tuple[str, ...] = ()  # everything that may be the headline
    bodies: tuple[str, ...] = ()  # the article as the page's data gives it, paragraphs as lines
    language: str = ""


@dataclass(slots=True)
class _Page:
    metas: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    saved_from: str = ""
    title: str = ""
    facts: list[Fact] = field(default_factory=list)
    doubtful: list[Fact] = field(default_factory=list)  # dates that can be two days

    @property
    def addresses(self) -> set[str]:
        urls = (self.canonical, self.saved_from, *self.metas.get("og:url", ()))
        return {_bare(address) for address in urls if address}

    @property
    def titles(self) -> list[str]:
        metas = (value for name in _METAS["title"] for value in self.metas.get(name, ()))
        return [each for each in (*metas, self.title, *_TITLE_PARTS.split(self.title)) if each.strip()]


def read_facts(root: HtmlElement, source: str) -> PageFacts:
    """Read what a page states; `source` is its text as decoded, where browsers note the address they saved it from."""
    page = _page(root, source)
    data = [each for each in _data(root) if _is_of(each, page)]
    for name in ("title", "outlet", "byline", "published"):
        _take_from_data(page, name, data)
        _take_from_metas(page, name)
    _take_marked(page, root)
    _take_addresses(page, data)
    if page.title:
        page.facts.append(Fact("title", page.title, "title of the page"))
    if not any(fact.field == "published" for fact in page.facts):
        page.facts += page.doubtful
    bodies = tuple(body for each in data if (body := _body(each)))
    titles = (*(_text(each.get("headline")) for each in data), *page.titles)
    language = root.get("lang", "") or next(iter(page.metas.get("og:locale", ())), "")
    return PageFacts(tuple(page.facts), titles, bodies, language.replace("_", "-"))


def _page(root: HtmlElement, source: str) -> _Page:
    page = _Page()
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        value = _clean(meta.get("content", ""))
        if name and value:
            page.metas.setdefault(name.lower().strip(), []).append(value)
    saved = _SAVED.search(source, 0, _HEAD)
    page.saved_from = saved["url"] if saved else ""
    for link in root.iter("link"):
        if link.get("rel", "").lower() == "canonical" and not page.canonical:
            page.canonical = urljoin(page.saved_from, link.get("href", "").strip()) if _is_sound(link) else ""
    title = next(root.iter("title"), None)
    page.title = _clean(title.text_content()) if title is not None else ""
    return page


def _is_sound(link: HtmlElement) -> bool:
    try:
        urlsplit(link.get("href", ""))
    except ValueError:
        return False
    return True


# -- JSON-LD -----------------------------------------------------------------------------------------------------------


def _data(root: HtmlElement) -> list[Mapping[str, object]]:
    """Give the articles that the page's JSON-LD describes, each element by itself: one may be broken, or empty."""
    found: list[Mapping[str, object]] = []
    for script in root.iter("script"):
        if not script.get("type", "").lower().strip().startswith("application/ld+json"):
            continue
        text = (script.text or "").strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
        if text and len(text) <= _LARGEST_DATA:
            try:
                value = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            found += [each for each in _objects(value) if _ARTICLE.search(_type_of(each))]
    return found


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    """Give every object in a value, outer ones first."""
    queue = [value]
    while queue:
        one = queue.pop(0)
        if isinstance(one, dict):
            yield one
            queue += [inner for inner in one.values() if isinstance(inner, (dict, list))]
        elif isinstance(one, list):
            queue += [inner for inner in one if isinstance(inner, (dict, list))]


def _type_of(data: Mapping[str, object]) -> str:
    kind = data.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _is_of(data: Mapping[str, object], page: _Page) -> bool:
    """Say whether an object of JSON-LD speaks of this page: by its address, else by its headline."""
    addresses = {_bare(address) for address in _addresses(data)}
    if addresses & page.addresses:
        return True
    headline = set(_WORD.findall(_text(data.get("headline") or data.get("name")).casefold()))
    return len(headline) >= 3 and any(
        len(headline & words) >= 0.7 * min(len(headline), len(words))
        for title in page.titles
        if len(words := set(_WORD.findall(title.casefold()))) >= 3
    )


def _addresses(data: Mapping[str, object]) -> list[str]:
    main = data.get("mainEntityOfPage")
    urls = [data.get("url"), data.get("@id"), main.get("@id") if isinstance(main, dict) else main]
    return [each for each in urls if isinstance(each, str) and each.startswith("http")]


def _body(data: Mapping[str, object]) -> str:
    """Give the article that an object holds, of a live blog with its posts; paragraphs as lines, without tags."""
    posts = data.get("liveBlogUpdate")
    inner = [each for each in (posts if isinstance(posts, list) else []) if isinstance(each, dict)]
    parts = [_raw(data.get("articleBody")), *(_raw(post.get("articleBody")) for post in inner)]
    text = "\n".join(part for part in parts if part)
    return html.unescape(_TAG.sub(" ", _PARAGRAPH_END.sub("\n", text))).strip()


def _raw(value: object) -> str:
    if isinstance(value, list):
        return "\n".join(each for each in value if isinstance(each, str))
    return html.unescape(value) if isinstance(value, str) else ""


def _take_from_data(page: _Page, name: str, data: Sequence[Mapping[str, object]]) -> None:
    key = _FROM_DATA[name]
    for each in data:
        for value in _values(each.get(key)):
            _add(page, name, value, f"JSON-LD {key}")


def _values(value: object) -> list[str]:
    """Give the names in a value: a text, an object with a name, or a list of these joined."""
    if isinstance(value, list):
        names = [name for each in value for name in _values(each)]
        return [", ".join(dict.fromkeys(names))] if names else []
    if isinstance(value, dict):
        value = value.get("name")
        return _values(value) if isinstance(value, (str, list)) else []
    return [text] if (text := _text(value)) else []


# -- elements ----------------------------------------------------------------------------------------------------------


def _take_from_metas(page: _Page, name: str) -> None:
    for key in _METAS[name]:
        values = page.metas.get(key, [])
        if name == "byline":
            values = [", ".join(dict.fromkeys(v for v in values if not v.startswith(("http", "/", "@"))))]
        for value in values[:1]:
            _add(page, name, value, key if ":" in key else f"meta {key}")


def _take_marked(page: _Page, root: HtmlElement) -> None:
    """Take what elements are marked as: microdata, rel=author, <time pubdate>."""
    known = {fact.field for fact in page.facts}
    for element in root.iter("time", "span", "a", "abbr", "div", "p"):
        marked = element.get("itemprop", "").lower()
        is_published = marked == "datepublished" or "pubdate" in element.attrib
        if is_published and "published" not in known:
            value = element.get("datetime") or element.get("content") or _clean(element.text_content())
            _add(page, "published", value, "datePublished" if marked else "time of publication")
            known.add("published")
        elif "byline" not in known and _is_author(element) and (names := _marked_authors(element)):
            _add(page, "byline", names, "author marked in the page")
            known.add("byline")


def _marked_authors(first: HtmlElement) -> str:
    """Name the author that an element marks, and those marked right behind; others may be of another text."""
    marked = [first]
    for each in first.itersiblings():
        if not isinstance(each.tag, str) or not _is_author(each):
            break
        marked.append(each)
    names = [_clean(each.text_content()) for each in marked]
    return ", ".join(dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST_NAME))


def _is_author(element: HtmlElement) -> bool:
    return element.get("itemprop", "").lower() == "author" or "author" in element.get("rel", "").split()


def _take_addresses(page: _Page, data: Sequence[Mapping[str, object]]) -> None:
    urls = [(page.canonical, "canonical link"), *((v, "og:url") for v in page.metas.get("og:url", ()))]
    urls += [(page.saved_from, "note of the browser that saved it")]
    urls += [(address, "JSON-LD url") for each in data for address in _addresses(each)]
    page.facts += [Fact("url", value, origin) for value, origin in urls if re.match(r"https?://[^\s/]", value)]


def _add(page: _Page, name: str, value: str, origin: str) -> None:
    value = _clean(value)
    if not value:
        return
    if name == "published":
        value = _day_or_doubt(page, value, origin)
    if value:
        page.facts.append(Fact(name, value, origin))


def _day_or_doubt(page: _Page, value: str, origin: str) -> str:
    """Give a date that tells one day; one that can be two is kept apart."""
    if _ISO.match(value):
        return value
    doubtful = _NUMBERS.match(value)
    if doubtful and doubtful[1] != doubtful[2] and max(int(doubtful[1]), int(doubtful[2])) <= 12:
        page.doubtful.append(Fact("published", doubtful[0], origin))
        return ""
    return value if any(each.day for each in find_dates(value)) else ""


def _text(value: object) -> str:
    return _clean(value) if isinstance(value, str) else ""


def _clean(value: str) -> str:
    return _BLANKS.sub(" ", html.unescape(value)).strip()


def _bare(address: str) -> str:
    """Give an address without scheme, www, query, fragment and final slash, to compare."""
    try:
        parts = urlsplit(urldefrag(address).url)
    except ValueError:
        return address
    return f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}"
