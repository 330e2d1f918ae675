"""Walls in front of a page: what is there instead of the article, told by few words and what they say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop.intake.capture import body_text
from desktop.lazy_pattern import lazy_pattern
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain import Capture

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
