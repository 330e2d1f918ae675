"""MHTML: a page with its frames in one file, as Chromium, Internet Explorer, Word and Firefox's add-ons save it.

A part is decoded by what its own header or its own page says; the bytes of an old page stay in its old encoding.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from email import message_from_bytes
from typing import TYPE_CHECKING

from desktop.domain import Fact
from desktop.intake.document import Document, Format, Sample
from desktop.intake.errors import LIMIT, Damaged, Empty, too_large
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence, english

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from email.message import Message

    from desktop.intake.characters.decoding import Decoded

_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_HEADER = lazy_pattern(rb"^content-type:\s*(?:text/html|application/xhtml)", re.IGNORECASE | re.MULTILINE)
_HEAD_END = lazy_pattern(r"\r?\n\r?\n")
_SAVED = lazy_pattern(r"^(?:from:\s*<saved by|snapshot-content-location:)", re.IGNORECASE | re.MULTILINE)
_RELATED = lazy_pattern(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_ONE_PAGE = lazy_pattern(r"^content-location:", re.IGNORECASE | re.MULTILINE)
_OF_MAIL = lazy_pattern(r"^(?:to|received|message-id|delivered-to|return-path):", re.IGNORECASE | re.MULTILINE)
_FRAME = lazy_pattern(r"<frame\b[^>]*\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """A page in the file, by the names that other pages call it."""

    address: str
    content_id: str  # with its scheme, "cid:…"
    decoded: Decoded


def read(data: bytes, name: str) -> Sequence[Document]:
    """Read the page with the frames in it; pages that no frame of it shows are documents of their own.

    Raises Damaged, Empty or TooLarge with a sentence that begins with `name`.
    """
    message = message_from_bytes(data)
    parts = [part for each in _page_parts(message, data) if (part := _part(each, name)) is not None]
    if not parts:
        raise Damaged(Sentence("{name} holds no page: it is no MHTML, or it was cut off before its page.", name=name))
    frames = {key: part.decoded.text for part in parts for key in (part.address, part.content_id) if key}
    shown = _addresses_in(parts[0])
    documents = [_document(parts[0], message, name, frames)]
    for part in parts[1:]:
        if not {part.address, part.content_id} & shown:
            documents += _further(part, name, frames)
    found = [each for each in documents if each is not None]
    if not found:
        raise Empty(Sentence("{name} shows no text.", name=name))
    return found


def _page_parts(message: Message, data: bytes) -> Iterator[Message]:
    """Give the parts that are pages; where the boundary is lost, what follows the first header of a page."""
    found = [part for part in message.walk() if part.get_content_type() in _PAGES and not part.is_multipart()]
    lost = _HEADER.search(data) if not found else None
    if lost:
        found = [message_from_bytes(data[lost.start() :])]
    yield from found


def _part(message: Message, name: str) -> _Part | None:
    from desktop.intake.characters.labels import decode_page

    payload = message.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return None
    decoded = decode_page(payload, _label(message))
    if decoded is None:
        return None
    if len(decoded.text) > LIMIT:
        raise too_large(name)
    content_id = str(message.get("Content-ID", "")).strip(" <>\r\n")
    return _Part(_one_line(message.get("Content-Location")), f"cid:{content_id}" if content_id else "", decoded)


def _label(message: Message) -> str:
    try:
        return str(message.get_param("charset", "") or "")
    except (ValueError, LookupError):
        return ""


def _addresses_in(part: _Part) -> set[str]:
    """Give the addresses that the frames of a page name; those of a frameset stay documents of their own."""
    text = part.decoded.text
    named = set(re.findall(r"<iframe\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", text, re.IGNORECASE))
    return (named | {part.address, part.content_id}) - set(_FRAME.findall(text)) - {""}


def _document(part: _Part, message: Message, name: str, frames: Mapping[str, str]) -> Document | None:
    from desktop.intake.web_page.page_document import read_page

    try:
        document = read_page(part.decoded, name, frames=frames)
    except Empty:
        return None
    saved_from = _one_line(message.get("Snapshot-Content-Location")) or part.address
    facts = [Fact("url", saved_from, "MHTML address")] if saved_from.startswith(("http:", "https:")) else []
    subject = _one_line(message.get("Subject"))
    facts += [*document.facts, *([Fact("title", subject, "MHTML subject")] if subject else [])]
    return replace(document, facts=tuple(facts))


def _further(part: _Part, name: str, frames: Mapping[str, str]) -> list[Document]:
    from desktop.intake.web_page.page_document import read_page

    try:
        return [read_page(part.decoded, name, part.address or "frame", frames=frames)]
    except Empty:
        return []


def _one_line(value: object) -> str:
    """Give a header's value, decoded, on one line."""
    from email.header import decode_header, make_header

    text = str(value or "")
    with suppress(ValueError, LookupError, UnicodeError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _recognise(sample: Sample) -> bool:
    head = _HEAD_END.split(sample.head, maxsplit=1)[0]
    if _SAVED.search(head):
        return True
    return bool(_RELATED.search(head) or _ONE_PAGE.search(head)) and not _OF_MAIL.search(head)


FORMAT = Format(
    english("saved page (MHTML)"),
    "multipart/related",
    read,
    "MHTML 1",
    recognise=_recognise,
    endings=(".mhtml", ".mht"),
    has_boilerplate=True,
)
