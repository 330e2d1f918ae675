"""Captures of what was fetched: its address, redirects and the server's words; pages behind a wall recognised."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop.domain import Fact
from desktop.intake.capture import Origin, body_text
from desktop.intake.characters.labels import as_labelled
from desktop.intake.reading import captures_of, speakable
from desktop.intake.registry import format_of
from desktop.intake.web.address import ARCHIVE, Address, read_capture_address
from desktop.intake.web_archive.capture_list import ListedCapture
from desktop.intake.web_archive.records import charset_of
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain import Capture
    from desktop.intake.document import Document
    from desktop.intake.web.fetch import Fetched


_FEW = 250  # words of a body that may be the beginning of an article, or no article at all
_HEAD = 2_000_000  # bytes in which a page says that it is not free
_NOT_FREE = lazy_pattern(rb"[\"']isAccessibleForFree[\"']\s*:\s*[\"']?false\b", re.IGNORECASE)
_PAYWALL = lazy_pattern(
    r"subscribe (?:now |today )?to (?:continue|keep|read)|already a subscriber|"
    r"(?:for|to) subscribers only|"
    r"(?:to )?continue reading,? (?:subscribe|log|sign|register|create)|subscriber[- ](?:only|exclusive)|"
    r"(?:read|see) the (?:rest|full)[^.]{0,30} (?:subscri|member)|unlock this article|"
    r"free articles? (?:left|remaining|this month)|"
    r"mit einem abo|jetzt abonnieren|abo abschlie(?:ß|ss)en|weiterlesen mit|nur für abonnent|bereits abonnent|"
    r"réservée? aux abonn|il vous reste [^.]{0,40} à lire|abonnez-vous pour|déjà abonn|"
    r"(?:exclusiv|sol)[ao]s? para (?:los )?su[s]?criptor|suscríbete para|ya eres suscriptor|"
    r"riservat[oa] agli abbonati|sei già abbonato|exclusivo para assinantes|já é assinante|"
    r"alleen voor abonnees|al abonnee|tylko dla (?:subskrybent|prenumerator)|только для подписчик",
    re.IGNORECASE,
)
_CONSENT = lazy_pattern(
    r"accept (?:all|and continue|cookies)|we (?:value|care about) your privacy|before you continue to|"
    r"consent to (?:the )?(?:use|processing)|"
    r"manage (?:your )?(?:cookie|privacy|consent)|cookie (?:settings|preferences)|"
    r"zustimmen und weiter|alle akzeptieren|mit werbung (?:und|weiter)|"
    r"cookies? (?:akzeptieren|zustimmen)|"
    r"accepter et continuer|tout accepter|nous respectons votre vie privée|aceptar (?:y continuar|todas|cookies)|"
    r"accetta (?:e continua|tutt)|aceitar (?:e continuar|tod)|akkoord en (?:ga )?verder|cookies accepteren",
    re.IGNORECASE,
)
_GUARD = lazy_pattern(
    r"checking (?:if the site|your browser)|enable javascript and cookies|are you a (?:robot|human)|not a robot|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human|unusual (?:traffic|activity)|please (?:enable|turn on) javascript|"
    r"complete the captcha|access (?:to this page has been )?denied",
    re.IGNORECASE,
)


def wall_notices(capture: Capture, address: str) -> tuple[str, ...]:
    """Say what seems to stand in front of the article of a page; the words stay a capture as they are."""
    if not capture.media_type.startswith(("text/html", "application/xhtml")):
        return ()
    return tuple(_notices(capture, address))


def _notices(capture: Capture, address: str) -> Iterator[str]:
    words = len(body_text(capture.text, capture.cuts).split())
    not_free = _NOT_FREE.search(capture.original[:_HEAD]) is not None
    few, text = words < _FEW, capture.text
    if few and (_CONSENT.search(text) or (urlsplit(address).hostname or "").startswith("consent.")):
        yield Sentence(
            "This seems to be a page that asks for consent to cookies, not the article: it has {words}. Save the "
            "article in a browser and add the file.",
            words=_words(words),
        )
    elif few and _GUARD.search(text):
        yield Sentence(
            "This seems to be a page that keeps programs out, not the article: it has {words}. Save the article in a "
            "browser and add the file.",
            words=_words(words),
        )
    if few and (not_free or _PAYWALL.search(text)):
        yield Sentence(
            "This seems to be only the beginning of the article, in front of a paywall: it has {words}.",
            words=_words(words),
        )
    elif not_free:
        yield Sentence(
            "The page says of itself that it is not free to read; what is missing behind its {words} cannot be told.",
            words=_words(words),
        )


def _words(count: int) -> Sentence:
    return Sentence.counted("{count} word", "{count} words", count)


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
    """Give what is known of the way here; the address is the metadata's, all else fills no field."""
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
