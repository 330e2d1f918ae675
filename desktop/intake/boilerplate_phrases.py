"""Phrases of web pages that are no part of an article.

Rules are data: a phrase, what it is, and where it counts. A phrase that could be a subheading counts only at the
edges: above the running text or below it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SUBSCRIBE = "call to subscribe"
NEWSLETTER = "newsletter call"
COMMENTS = "comments"
REGISTRATION = "registration notice"
SHARING = "share buttons"
ADVERTISEMENT = "advertisement"
MORE = "link to more"
STANDARDS = "standards note"
COPYRIGHT = "copyright line"
RELATED = "related headline"
PHOTO = "photo caption"
CAPTION = "caption"
CREDITS = "credits"
BYLINE = "byline"
DATE = "date line"

# Whole lines, compared without case, final marks and counts: "Comments (12)" is "comments".
ANYWHERE = {
    COMMENTS: (
        "read comments|leave a comment|comments are closed|view comments|show comments|post a comment|add a comment|"
        "comments are closed for this article|join our commenting forum|view all comments|load more comments|"
        "leave a reply|be the first to comment|kommentare lesen|kommentar schreiben|kommentar hinterlassen|"
        "laisser un commentaire|lire les commentaires|deja un comentario|dejar un comentario|ver comentarios"
    ),
    ADVERTISEMENT: (
        "advertisement|advertisement - scroll to continue|story continues below advertisement|"
        "article continues below|article continues after advertisement|article continues below advertisement|"
        "skip advertisement|story continues below|article continues below this ad|scroll to continue with content|"
        "sponsored content|anzeige|werbung|publicité|publicidad"
    ),
    SHARING: "share this article|share this story|share on facebook|share on twitter|copy link|copied to clipboard",
    MORE: (
        "read more|continue reading|read the full story|read full article|click here to read more|mehr lesen|"
        "weiterlesen|lire la suite|lire aussi|leer más|sigue leyendo"
    ),
    REGISTRATION: (
        "thank you for registering|thank you for subscribing|already a subscriber? log in|"
        "already have an account? sign in"
    ),
    STANDARDS: "our standards: the thomson reuters trust principles",
}
EDGES = {
    COMMENTS: ("comments|comment|kommentare|commentaires|comentarios|join the conversation|join the discussion"),
    SHARING: (
        "share|share this|tweet|facebook|twitter|whatsapp|email|print|save|bookmark|listen|teilen|drucken|partager|"
        "compartir"
    ),
    MORE: (
        "related|related articles|related stories|related topics|related content|more on this story|most read|"
        "most popular|recommended|recommended for you|you may also like|trending|trending now|up next|topics|tags|"
        "mehr zum thema|auch interessant|sur le même sujet|noticias relacionadas"
    ),
    SUBSCRIBE: "subscribe|subscribe now|sign up|sign in|log in|login|register|abonnieren|anmelden|s'abonner|suscríbete",
    ADVERTISEMENT: "ad|sponsored",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A line that opens like this is that; it may have at most so many words."""

    why: str
    opening: re.Pattern[str]
    words: int


def _rule(why: str, opening: str, words: int) -> Rule:
    return Rule(why, re.compile(opening, re.IGNORECASE), words)


_NOW = r"(?:now|today|here|free)"
_ACCOUNT = r"\b(?:subscribe|sign (?:up|in)|log ?in|register|account|free trial)\b"
OPENINGS = (
    _rule(
        SUBSCRIBE,
        rf"(?:join|register|sign up|subscribe|log in|sign in)(?: {_NOW}){{0,2}} (?:for|to get|to|and) .{{0,40}}"
        r"\b(?:unlimited|exclusive|full|ad-free|premium|free) (?:digital )?access\b",
        24,
    ),
    _rule(
        SUBSCRIBE,
        rf"(?:to (?:continue|keep) reading|to read the (?:full|rest)|get full access)\b.{{0,60}}{_ACCOUNT}",
        24,
    ),
    _rule(
        SUBSCRIBE,
        r"(?:already (?:a|have a) (?:subscriber|subscription)|already have an account|not a subscriber)\?",
        20,
    ),
    _rule(SUBSCRIBE, r"you have \w+ free articles? (?:left|remaining)\b", 20),
    _rule(
        SUBSCRIBE,
        r"this (?:article|story|content) is (?:only |exclusively )?(?:for|available to) (?:our )?subscribers\b",
        16,
    ),
    _rule(SUBSCRIBE, r"subscribe (?:now|today|here|to our)\b", 16),
    _rule(SUBSCRIBE, r"(?:jetzt abonnieren|jetzt registrieren|abonnez-vous|suscríbete (?:ya|ahora|para))\b", 20),
    _rule(
        NEWSLETTER,
        r"(?:sign up|subscribe|register|get)\b.{0,60}"
        r"\b(?:our .{0,30}newsletters?|newsletters? (?:here|now|today)|(?:in|to) your inbox)\b",
        30,
    ),
    _rule(
        COMMENTS,
        r"join (?:the |a |our )?(?:thought-provoking |lively )?(?:conversations?|discussions?|debates?),? .{0,60}"
        r"\b(?:repl(?:y|ies)|readers|comments?)\b",
        24,
    ),
    _rule(
        COMMENTS,
        r"(?:log in|sign in|register|you must (?:be logged|log) in|please (?:log|sign) in)"
        r" to (?:post a |leave a |add a )?comment\b",
        16,
    ),
    _rule(COMMENTS, r"your e-?mail address will not be published\b", 20),
    _rule(COMMENTS, r"(?:save my name, e-?mail|notify me of (?:new|follow-?up) (?:posts|comments))\b", 24),
    _rule(REGISTRATION, r"please refresh (?:the|your|this) (?:page|browser)\b", 40),
    _rule(REGISTRATION, r"(?:thank you|thanks) for (?:registering|signing up|subscribing)\b", 14),
    _rule(REGISTRATION, r"please (?:enable|turn on) (?:javascript|cookies)\b", 30),
    _rule(REGISTRATION, r"(?:we use cookies|this (?:web)?site uses cookies|by continuing to use this site)\b", 60),
    _rule(STANDARDS, r"our standards: \S", 12),
    _rule(COPYRIGHT, r"(?:©|\(c\) \d{4}|copyright (?:©|\(c\)|\d{4}))", 40),
    _rule(COPYRIGHT, r"all rights reserved\b", 30),
    _rule(
        RELATED,
        r"(?:read (?:more|also|next)|also read|see also|related(?: story| article)?|more on this|don't miss|"
        r"mehr dazu|lesen sie auch|lire aussi|à lire aussi|lea también|lee también)\s?[:|»>]\s?\S",
        30,
    ),
    _rule(SHARING, r"(?:click to )?share on (?:facebook|twitter|x|linkedin|whatsapp|reddit)\b.{0,30}$", 10),
    _rule(MORE, r"(?:click|tap) here (?:to|for)\b", 12),
    _rule(PHOTO, r"(?:image|photo|picture) (?:source|credit|caption)[,:] \S", 40),
    _rule(SHARING, r"(?:follow (?:us|@\w+) on|like us on|download (?:the|our) app|get the app)\b", 16),
)

# A paragraph may end in one of these after its full stop.
TRAILING = (
    "read more",
    "read more here",
    "read more…",
    "read more...",
    "continue reading",
    "mehr lesen",
    "lire la suite",
    "leer más",
)

_AGENCY = r"(?:REUTERS|Reuters|AFP|AP|AP Photo|EPA|EFE|DPA|dpa|Getty Images|Getty|Shutterstock|Pool|TASS|Xinhua|imago)"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?:(?: (?:de|van|von|el|al|bin|der))? [A-ZÀ-Þ][\w.'’-]*){1,4}"
# A caption ends in its credit: "… REUTERS/Jane Doe", "… (AP Photo/Jane Doe, File)", "… Photo: Jane Doe". Whole names
# only, so that a paragraph may end in "Reuters/Ipsos".
PHOTO_CREDITS = (
    re.compile(rf"\b{_AGENCY}/(?:{_NAME}|Handout|Pool|Staff|Files?)(?:, [Ff]iles?| via \w+)?[)\]]?\.?$"),
    re.compile(rf"\b[A-ZÀ-Þ][\w.'’-]* ?/ ?{_AGENCY}(?: via [\w ]{{2,30}})?[)\]]?$"),
    re.compile(
        r"(?:^|[.!?)(\[] ?)(?:Photo|PHOTO|Photograph|Picture|Image|Credit|Foto|FOTO|Bild)s?"
        r"(?: credit| by| courtesy of)?"
        r": ?[A-ZÀ-Þ@©][^.!?]{1,60}$"
    ),
    re.compile(rf"(?:^|[.!?)(\[] ?)(?:Photograph|Photo) by {_NAME}[^.!?]{{0,40}}$"),
)


def by_phrase(table: dict[str, str]) -> dict[str, str]:
    """Turn a table of reasons with their phrases into phrase → reason."""
    return {phrase: why for why, phrases in table.items() for phrase in phrases.split("|")}
