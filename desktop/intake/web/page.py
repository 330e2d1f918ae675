"""From what was fetched to captures: read by its format, with the address, the redirects and the server's words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop.domain import Fact
from desktop.intake.capture import Origin
from desktop.intake.characters.labels import as_labelled
from desktop.intake.reading import captures_of, speakable
from desktop.intake.registry import format_of
from desktop.intake.web.address import ARCHIVE, Address, read_capture_address
from desktop.intake.web.wall import wall_notices
from desktop.intake.web_archive.capture_list import ListedCapture
from desktop.intake.web_archive.records import charset_of
from desktop.translation import Sentence

if TYPE_CHECKING:
    from desktop.domain import Capture
    from desktop.intake.document import Document
    from desktop.intake.web.fetch import Fetched

_ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}
_ORIGIN = "address fetched"


def read_fetched(fetched: Fetched, archive: str = ARCHIVE) -> list[Capture]:
    """Make captures of what was fetched; raises an IntakeError whose sentence begins with the address.

    The original is the body as the server meant it, the source the address at the end of all redirects.
    """
    shown = speakable(Address(fetched.address).name)
    stated = fetched.header("content-type")
    media_type = stated.split(";")[0].strip().lower()
    ending = _ENDINGS.get(media_type) or PurePosixPath(urlsplit(fetched.address).path).suffix
    found = format_of(fetched.body, f"page{ending}")
    data, label_notices = as_labelled(fetched.body, media_type, charset_of(stated))
    first, facts = True, _facts(fetched, archive)
    documents: list[Document] = []
    for document in found.read(data, shown):
        notices = (*fetched.notices, *label_notices, *document.notices) if first else document.notices
        documents.append(replace(document, facts=(*facts, *document.facts), notices=notices))
        first = False
    captures = captures_of(documents, found, Origin(fetched.body, fetched.address, shown))
    walls = wall_notices(captures[0], fetched.address)
    return [replace(captures[0], warnings=(*walls, *captures[0].warnings)), *captures[1:]]


def _facts(fetched: Fetched, archive: str) -> tuple[Fact, ...]:
    """Give what is known of the way here; the address is the metadata's, all else is told."""
    archived = read_capture_address(fetched.address, archive)
    facts = [Fact("url", archived.url if archived else fetched.address, _ORIGIN)]
    if archived:
        moment = ListedCapture(archived.url, archived.timestamp).moment
        facts.append(Fact("captured", Sentence("{moment} UTC", moment=moment), "web archive"))
    if fetched.asked != fetched.address:
        facts.append(Fact("asked address", fetched.asked, _ORIGIN))
    facts += [Fact("redirect", f"{hop.status} {hop.address}", _ORIGIN) for hop in fetched.hops]
    facts.append(Fact("fetched", fetched.captured, "clock of this computer"))
    if date := fetched.header("date"):
        facts.append(Fact("server date", date, "HTTP header Date"))
    if fetched.server:
        facts.append(Fact("server number", fetched.server, _ORIGIN))
    facts += [Fact("header", f"{name}: {value}", "HTTP") for name, value in fetched.headers]
    return tuple(facts)
