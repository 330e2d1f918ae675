"""Items of a news file: where their texts stand and what they state about themselves, for each of the formats."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain import Fact
from desktop.intake.containers import xml_tree
from desktop.intake.containers.xml_tree import local_name, words_of
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element

_DATE = lazy_pattern(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass
class Item:
    """One item: the forms in which it holds its text, best first, and what it states."""

    contents: Sequence[_Element] = ()
    facts: list[Fact] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    language: str = ""

    def state(self, name: str, value: str, origin: str) -> None:
        """Add a fact, if it is stated; a time of publication also as a day."""
        value = " ".join(value.split())
        if not value:
            return
        self.facts.append(Fact(name, value, origin))
        if name == "published" and (day := _day(value)):
            self.facts.append(Fact("published_on", day, origin))

    def fact(self, name: str) -> str:
        """Give the first value stated for a field, "" where none is."""
        return next((fact.value for fact in self.facts if fact.field == name), "")


def items_of(root: _Element) -> Iterator[Item] | None:
    """Give the items below a root in their order; None if this is no news file."""
    for name, read in _ITEMS.items():
        found = [each for each in _elements(root) if local_name(each) == name]
        if found:
            return map(read, found)
    return iter(()) if local_name(root) in _WITHOUT_TEXT else None


def _news_item(element: _Element) -> Item:
    """Read an item of NewsML-G2."""
    item, about = Item(language=element.get(_LANGUAGE, "")), "NewsML-G2"
    meta, content = _child(element, "itemMeta"), _child(element, "contentMeta")
    item.state("title", words_of(_main_headline(content)), f"{about} headline")
    item.state("byline", words_of(_child(content, "by")), f"{about} by")
    item.state("outlet", _party(_child(meta, "provider")), f"{about} provider")
    item.state("published", words_of(_child(meta, "versionCreated")), f"{about} versionCreated")
    item.state("created", words_of(_child(meta, "firstCreated")), f"{about} firstCreated")
    item.state("dateline", words_of(_child(content, "dateline")), f"{about} dateline")
    item.state("creator", _party(_child(content, "creator")), f"{about} creator")
    item.state("identifier", element.get("guid", ""), f"{about} guid")
    item.state("version", element.get("version", ""), f"{about} version")
    item.state("copyright", words_of(_child(element, "rightsInfo", "copyrightNotice")), f"{about} copyrightNotice")
    _warn(item, _attribute(_child(meta, "pubStatus"), "qcode"), words_of(_child(meta, "edNote")))
    if embargo := words_of(_child(meta, "embargoed")):
        item.notices.append(Sentence("Embargoed until {time}.", time=embargo))
    item.language = item.language or _attribute(_child(content, "language"), "tag")
    item.contents = list(_contents(_child(element, "contentSet")))
    return item


def _content_set(element: _Element) -> Item:
    return Item(list(_contents(element)))


def _contents(content_set: _Element | None) -> Iterator[_Element]:
    """Give the forms of a text: markup before characters."""
    found = list(xml_tree.children(content_set))
    for name in ("inlineXML", "inlineData"):
        yield from (each for each in found if local_name(each) == name)


def _nitf(element: _Element) -> Item:
    item = Item([element], language=element.get("baselang", "") or element.get(_LANGUAGE, ""))
    state_nitf(item, element)
    return item


def state_nitf(item: Item, nitf: _Element) -> None:
    """State what NITF says of itself, behind what the item around it has said."""
    head, body_head = _child(nitf, "head"), _child(nitf, "body", "body.head")
    data = _child(head, "docdata")
    item.state("title", words_of(_child(body_head, "hedline", "hl1")), "NITF hl1")
    item.state("title", words_of(_child(head, "title")), "NITF title")
    item.state("byline", words_of(_child(body_head, "byline")), "NITF byline")
    item.state("outlet", words_of(_child(body_head, "distributor")), "NITF distributor")
    item.state("published", _attribute(_child(data, "date.issue"), "norm"), "NITF date.issue")
    item.state("published", _attribute(_child(head, "pubdata"), "date.publication"), "NITF pubdata")
    item.state("identifier", _attribute(_child(data, "doc-id"), "id-string"), "NITF doc-id")
    _warn(item, _attribute(data, "management-status"), _attribute(_child(data, "ed-msg"), "info"))


def _newsml1_item(element: _Element) -> Item:
    """Read an item of NewsML 1: its first component that has words is the text."""
    item, about = Item(), "NewsML"
    lines = next((each for each in _elements(element) if local_name(each) == "NewsLines"), None)
    management = _child(element, "NewsManagement")
    identifier = _child(element, "Identification", "NewsIdentifier")
    item.state("title", words_of(_child(lines, "HeadLine")), f"{about} HeadLine")
    item.state("byline", words_of(_child(lines, "ByLine")), f"{about} ByLine")
    item.state("dateline", words_of(_child(lines, "DateLine")), f"{about} DateLine")
    item.state("outlet", words_of(_child(identifier, "ProviderId")), f"{about} ProviderId")
    item.state("published", words_of(_child(management, "ThisRevisionCreated")), f"{about} ThisRevisionCreated")
    item.state("identifier", words_of(_child(identifier, "PublicIdentifier")), f"{about} PublicIdentifier")
    item.contents = [each for each in _elements(element) if local_name(each) == "DataContent"]
    _warn(item, _attribute(_child(management, "Status"), "FormalName"), "")
    return item


def _warn(item: Item, status: str, note: str) -> None:
    item.state("status", status, "status of the item")
    if status and status.rpartition(":")[2].lower() != "usable":
        item.notices.append(Sentence("Its provider marks it as “{word}”, not as usable.", word=status))
    if note.strip():
        item.notices.append(Sentence("Note of its editor: {words}", words=" ".join(note.split())))


def _main_headline(content: _Element | None) -> _Element | None:
    """Give the headline without a role, else the first."""
    headlines = [each for each in xml_tree.children(content) if local_name(each) == "headline"]
    return next((each for each in headlines if not each.get("role")), headlines[0] if headlines else None)


def _party(element: _Element | None) -> str:
    if element is None:
        return ""
    return words_of(_child(element, "name")) or element.get("literal", "")


def _day(stated: str) -> str:
    """Give the day of a time as stated, with or without hyphens; "" where it is none."""
    found = _DATE.match(stated)
    with suppress(ValueError):
        return date.fromisoformat("-".join(found.groups())).isoformat() if found else ""
    return ""


def _child(element: _Element | None, *names: str) -> _Element | None:
    return xml_tree.descend(element, names, local_name)


def _attribute(element: _Element | None, name: str) -> str:
    return element.get(name, "") if element is not None else ""


def _elements(root: _Element) -> Iterator[_Element]:
    return (each for each in root.iter() if isinstance(each.tag, str))


_ITEMS: dict[str, Callable[[_Element], Item]] = {
    "newsItem": _news_item,
    "NewsItem": _newsml1_item,
    "contentSet": _content_set,
    "nitf": _nitf,
}
_WITHOUT_TEXT = frozenset({"newsMessage", "packageItem", "planningItem", "conceptItem", "knowledgeItem", "NewsML"})
