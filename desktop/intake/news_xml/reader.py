"""Reader of news files: each item with a text is a document, its headline and byline in front of the body as cuts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.intake.containers import xml_tree
from desktop.intake.containers.xml_tree import local_name
from desktop.intake.document import Document
from desktop.intake.errors import Damaged, Empty, Unsupported
from desktop.intake.news_xml.items import Item, items_of, state_nitf
from desktop.intake.news_xml.markup import Markup
from desktop.intake.office.flow import Flow
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_TAGS = lazy_pattern(r"\s*<[a-z!][^<>]*>", re.IGNORECASE)
_CODE = lazy_pattern(
    r"&(?:#\d{1,7}|#x[\da-f]{1,6}|quot|apos|amp|lt|gt|[lrbs][sd]quo|[mn]dash|hellip|nbsp);", re.IGNORECASE
)
_TEXT_ROOTS = ("nitf", "html", "body", "body.content", "p", "div")


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read the items of a news file that hold text; raises an IntakeError whose sentence begins with `name`."""
    root = xml_tree.parse(data, name)
    items = items_of(root)
    if items is None:
        raise Unsupported(Sentence("{name} is not a news item in NITF or NewsML.", name=name))
    try:
        read_items = [(item, _document(item)) for item in items]
    except RecursionError as error:
        raise Damaged(Sentence("{name} is nested too deeply to be read.", name=name)) from error
    documents = [document for _, document in read_items if document is not None]
    if not documents:
        raise Empty(
            Sentence("{name} holds no article text, only what describes a picture, an event or a package.", name=name)
        )
    left_out = len(read_items) - len(documents)
    return list(_with_notice(documents, left_out)) if len(read_items) > 1 else documents


def _with_notice(documents: Sequence[Document], left_out: int) -> Iterator[Document]:
    for number, document in enumerate(documents, 1):
        others = Sentence.counted(
            "{count} other item of the file holds no text.", "{count} other items of the file hold no text.", left_out
        )
        more = (others,) if left_out else ()
        yield replace(document, part=document.part or f"item {number}", notices=(*document.notices, *more))


def _document(item: Item) -> Document | None:
    """Give the first form of an item that has words outside of cuts."""
    for content in item.contents:
        for nitf in (each for each in content.iter() if local_name(each) == "nitf"):
            if nitf is not content:
                state_nitf(item, nitf)
        flow = Flow()
        markup = Markup(flow)
        if item.fact("title") and not _has_headline(content):
            with flow.block("headline"):
                flow.write(item.fact("title"))
        _write(content, markup, flow)
        text, cuts = flow.finish()
        if len(text.split()) > sum(len(cut.span.of(text).split()) for cut in cuts):
            notices = (*item.notices, *_doubts(text, markup.marked))
            return Document(
                text, cuts, tuple(item.facts), notices=notices, part=item.fact("title"), language=item.language
            )
    return None


def _has_headline(content: _Element) -> bool:
    return any(local_name(each) == "hedline" for each in content.iter())


def _write(content: _Element, markup: Markup, flow: Flow) -> None:
    if local_name(content) == "nitf":
        markup.write(content)
    elif len(content):
        for each in content:
            if any(local_name(part) in _TEXT_ROOTS for part in each.iter()):
                markup.write(each)
    else:
        _write_characters(content.text or "", content.get("contenttype", ""), markup, flow)


def _write_characters(text: str, kind: str, markup: Markup, flow: Flow) -> None:
    """Write a text that is one string: markup in it is read as such, else its lines stay."""
    page = _page(text) if "html" in kind or _TAGS.match(text) else None
    if page is not None:
        markup.write(page)
        flow.end()
    else:
        flow.embed(text.replace("\r\n", "\n").replace("\r", "\n"), ())


def _page(text: str) -> _Element | None:
    """Parse a page or a part of one; None if the parser gives up, which it does in silence where tags are deep."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        page = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.LxmlError:
        return None
    return None if any("xcessive depth" in error.message for error in parser.error_log) else page


def _doubts(text: str, marked: int) -> Iterator[str]:
    if marked:
        yield Sentence.counted(
            "Quotation marks were put around what the file marks as a quotation ({count} time).",
            "Quotation marks were put around what the file marks as a quotation ({count} times).",
            marked,
        )
    if codes := _CODE.findall(text):
        yield Sentence.counted(
            "A sign stands in the text as a code, “{code}”: it was encoded twice.",
            "Signs stand in the text as codes, such as “{code}” ({count} times): it was encoded twice.",
            len(codes),
            code=codes[0],
        )
