"""Boilerplate: passages of a text that are not the article, each cut with a plain reason; the checker can restore each.

Precision first: a line that holds a quotation is never cut, nor is anything that could be running text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop import domain
from desktop.domain import Cut, Span, value_type
from desktop.intake.metadata import is_credits
from desktop.lazy_pattern import lazy_pattern
from desktop.text.boilerplate_rules import line_key
from desktop.translation import english

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.intake.lines import Line
    from desktop.intake.metadata import Header


SUBSCRIBE = english("call to subscribe")
NEWSLETTER = english("newsletter call")
COMMENTS = english("comments")
REGISTRATION = english("registration notice")
SHARING = english("share buttons")
ADVERTISEMENT = english("advertisement")
MORE = english("link to more")
STANDARDS = english("standards note")
COPYRIGHT = english("copyright line")
RELATED = english("related headline")
PHOTO = english("photo caption")
CAPTION = english("caption")
CREDITS = english("credits")
BYLINE, DATE, OUTLET = domain.BYLINE, domain.DATE_LINE, domain.OUTLET_LINE
LABELLED = english("labelled line")
FRONT = english("front matter")

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
        "weiterlesen|lire la suite|lire aussi|leer más|sigue leyendo|continua a leggere|leggi tutto|"
        "lees verder|leia mais"
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


@value_type
class Rule:
    """A line that opens like this is that; it may have at most so many words."""

    why: str
    heads: tuple[str, ...]  # with one of which it begins, in small letters
    opening: re.Pattern[str]
    words: int


def _rule(why: str, heads: str, rest: str, words: int) -> Rule:
    """Make a rule of the words with which a line begins, `|` between them, and the pattern of what follows them."""
    opening = f"(?:{'|'.join(map(re.escape, heads.split('|')))}){rest}"
    return Rule(why, tuple(heads.split("|")), lazy_pattern(opening, re.IGNORECASE), words)


_NOW = r"(?:now|today|here|free)"
_ACCOUNT = r"\b(?:subscribe|sign (?:up|in)|log ?in|register|account|free trial)\b"
OPENINGS = (
    _rule(
        SUBSCRIBE,
        "join|register|sign up|subscribe|log in|sign in",
        rf"(?: {_NOW}){{0,2}} (?:for|to get|to|and) .{{0,40}}"
        r"\b(?:unlimited|exclusive|full|ad-free|premium|free) (?:digital )?access\b",
        24,
    ),
    _rule(
        SUBSCRIBE,
        "to continue reading|to keep reading|to read the full|to read the rest|get full access",
        rf"\b.{{0,60}}{_ACCOUNT}",
        24,
    ),
    _rule(
        SUBSCRIBE,
        "already a subscriber|already a subscription|already have a subscriber|already have a subscription|"
        "already have an account|not a subscriber",
        r"\?",
        20,
    ),
    _rule(SUBSCRIBE, "you have ", r"\w+ free articles? (?:left|remaining)\b", 20),
    _rule(
        SUBSCRIBE,
        "this article is |this story is |this content is ",
        r"(?:only |exclusively )?(?:for|available to) (?:our )?subscribers\b",
        16,
    ),
    _rule(SUBSCRIBE, "subscribe now|subscribe today|subscribe here|subscribe to our", r"\b", 16),
    _rule(
        SUBSCRIBE,
        "jetzt abonnieren|jetzt registrieren|abonnez-vous|suscríbete ya|suscríbete ahora|suscríbete para",
        r"\b",
        20,
    ),
    _rule(
        NEWSLETTER,
        "sign up|subscribe|register|get",
        r"\b.{0,60}\b(?:our .{0,30}newsletters?|newsletters? (?:here|now|today)|(?:in|to) your inbox)\b",
        30,
    ),
    _rule(
        COMMENTS,
        "join ",
        r"(?:the |a |our )?(?:thought-provoking |lively )?(?:conversations?|discussions?|debates?),? .{0,60}"
        r"\b(?:repl(?:y|ies)|readers|comments?)\b",
        24,
    ),
    _rule(
        COMMENTS,
        "log in|sign in|register|you must be logged in|you must log in|please log in|please sign in",
        r" to (?:post a |leave a |add a )?comment\b",
        16,
    ),
    _rule(COMMENTS, "your email address|your e-mail address", r" will not be published\b", 20),
    _rule(COMMENTS, "save my name, email|save my name, e-mail", r"\b", 24),
    _rule(COMMENTS, "notify me of ", r"(?:new|follow-?up) (?:posts|comments)\b", 24),
    _rule(REGISTRATION, "please refresh ", r"(?:the|your|this) (?:page|browser)\b", 40),
    _rule(REGISTRATION, "thank you for |thanks for ", r"(?:registering|signing up|subscribing)\b", 14),
    _rule(REGISTRATION, "please enable |please turn on ", r"(?:javascript|cookies)\b", 30),
    _rule(
        REGISTRATION,
        "we use cookies|this website uses cookies|this site uses cookies|by continuing to use this site",
        r"\b",
        60,
    ),
    _rule(STANDARDS, "our standards: ", r"\S", 12),
    _rule(COPYRIGHT, "©|copyright ©|copyright (c)", "", 40),
    _rule(COPYRIGHT, "(c) |copyright ", r"\d{4}", 40),
    _rule(COPYRIGHT, "all rights reserved", r"\b", 30),
    _rule(
        RELATED,
        "read more|read also|read next|also read|see also|related story|related article|related|more on this|"
        "don't miss|mehr dazu|lesen sie auch|lire aussi|à lire aussi|lea también|lee también|leggi anche|lees ook|"
        "leia também",
        r"\s?[:|»>]\s?\S",
        30,
    ),
    _rule(
        SHARING,
        "share on |click to share on ",
        r"(?:facebook|twitter|x|linkedin|whatsapp|reddit)\b.{0,30}$",
        10,
    ),
    _rule(MORE, "click here |tap here ", r"(?:to|for)\b", 12),
    _rule(PHOTO, "image |photo |picture ", r"(?:source|credit|caption)[,:] \S", 40),
    _rule(SHARING, "follow ", r"(?:us|@\w+) on\b", 16),
    _rule(SHARING, "like us on|download the app|download our app|get the app", r"\b", 16),
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
# Each with a sign that it cannot do without, by which most lines are passed over.
PHOTO_CREDITS = (
    ("/", lazy_pattern(rf"\b{_AGENCY}/(?:{_NAME}|Handout|Pool|Staff|Files?)(?:, [Ff]iles?| via \w+)?[)\]]?\.?$")),
    ("/", lazy_pattern(rf"\b[A-ZÀ-Þ][\w.'’-]* ?/ ?{_AGENCY}(?: via [\w ]{{2,30}})?[)\]]?$")),
    (
        ":",
        lazy_pattern(
            r"(?:^|[.!?)(\[] ?)(?:Photo|PHOTO|Photograph|Picture|Image|Credit|Foto|FOTO|Bild)s?"
            r"(?: credit| by| courtesy of)?"
            r": ?[A-ZÀ-Þ@©][^.!?]{1,60}$"
        ),
    ),
    ("Photo", lazy_pattern(rf"(?:^|[.!?)(\[] ?)(?:Photograph|Photo) by {_NAME}[^.!?]{{0,40}}$")),
)


def by_phrase(table: dict[str, str]) -> dict[str, str]:
    """Turn a table of reasons with their phrases into phrase → reason."""
    return {phrase: why for why, phrases in table.items() for phrase in phrases.split("|")}


_MOST_OPENING = max(rule.words for rule in OPENINGS)
_HEADS = tuple({head for rule in OPENINGS for head in rule.heads})
_LONGEST_HEAD = max(map(len, _HEADS))
_LONGEST = 600  # code points of a line that may be cut whole
_LONGEST_CAPTION = 80  # words
_LONGEST_CREDIT = 120  # code points, at the end of a caption
_ANYWHERE = by_phrase(ANYWHERE)
_EDGES = by_phrase(EDGES)
_LONGEST_PHRASE = max(len(phrase) for phrase in (*_ANYWHERE, *_EDGES)) // 2  # words, each with a blank behind it
_DIGIT = lazy_pattern(r"\d")
_SENTENCE_END = lazy_pattern(r"[.!?…][\"'”’»)]{0,2}\s+$")
# Headlines of other stories
_FEWEST, _MOST = 7, 16  # words
_LIMIT = 3  # more of them and they are a style of this text: subheadings, verse, a list
_FINISHED_SHARE = 0.8  # of the other paragraphs must end like sentences
# Running text has these; a headline in the present tense has not. Past tenses too: headlines report in the present.
_RUNNING_WORDS = (
    "the a an was were had been did he she it they we i you his her its their our my said told added called who whom "
    "which that this these those there but because while although made took went came gave fell rose won met left "
    "found held began got saw kept knew thought became sent spent brought sought wrote spoke ran grew drew led paid"
)
_RUNNING = frozenset(_RUNNING_WORDS.split())
_PRESENT = lazy_pattern(r"[a-z]{2,}[a-rt-z]s")
_S_WORDS = "this has was is less plus minus across towards besides always perhaps sometimes news"
_NO_VERBS = frozenset(_S_WORDS.split())
_PREPOSITIONS = frozenset(
    {"of", "in", "on", "at", "by", "for", "from", "with", "without", "and", "or", "between", "over"}
)
_AFTER_NOUNS = frozenset({"and", "or", "of"})
_MARKS = frozenset('":;“”„«»()[]|/•*…')


def find_cuts(lines: Sequence[Line], header: Header) -> tuple[Cut, ...]:
    """Propose what to hide, in order and without overlaps; nothing if nothing else would be left."""
    first, last = _body(lines, header)
    found: dict[int, Cut] = {}
    for i, line in enumerate(lines):
        cut = None if i == header.title else _cut(line, i, header, at_edge=not first <= i <= last)
        if cut:
            found[i] = cut
    found |= {i: Cut(lines[i].span, why) for i, why in _beside_boilerplate(lines, found) if i != header.title}
    for i in _captions_at_top(lines, header, found):
        found[i] = Cut(lines[i].span, CAPTION)
    running = [line for i, line in enumerate(lines[first : last + 1], first) if i not in found]
    related = {line.span.start: line for line in _related_headlines(running)}
    cuts = [*found.values(), *(Cut(line.span, RELATED) for line in related.values())]
    if not any(i != header.title and i not in found for i in range(len(lines))):
        return ()
    return tuple(_joined(sorted(cuts, key=lambda cut: cut.span)))


def _joined(cuts: Sequence[Cut]) -> list[Cut]:
    """Make one passage of the lines of front matter."""
    front = [cut.span for cut in cuts if cut.why == FRONT]
    whole = [Cut(Span(front[0].start, front[-1].end), FRONT)] if front else []
    return [*whole, *(cut for cut in cuts if cut.why != FRONT)]


def _body(lines: Sequence[Line], header: Header) -> tuple[int, int]:
    """Return the first and the last line of running text; everything is inside where no line reads like it."""
    long = [i for i, line in enumerate(lines) if line.is_body and not _whole_line(line, at_edge=False)]
    if not long:
        return header.body, len(lines) - 1
    return min(header.body, long[0]) if header.title < 0 else long[0], long[-1]


def _cut(line: Line, place: int, header: Header, *, at_edge: bool) -> Cut | None:
    if place < header.front:
        return Cut(line.span, FRONT)
    if place in header.bylines:
        return Cut(line.span, BYLINE)
    if place in header.dates:
        return Cut(line.span, DATE)
    if place in header.outlets:
        return Cut(line.span, OUTLET)
    if place in header.labels:
        return Cut(line.span, LABELLED)
    why = _whole_line(line, at_edge=at_edge)
    return Cut(line.span, why) if why else _trailing(line)


def _whole_line(line: Line, *, at_edge: bool) -> str:
    """Say what a whole line is, other than article; an empty string if it is article."""
    if len(line.text) > _LONGEST or line.has_quotation:
        return ""
    if line.words > _LONGEST_PHRASE and not _DIGIT.search(line.text):  # without counts it cannot become a phrase
        return _by_form(line.text, line.words)
    phrase = line_key(line.text)
    known = _ANYWHERE.get(phrase) or (_EDGES.get(phrase, "") if at_edge else "")
    return known or _by_form(line.text, line.words)


def _beside_boilerplate(lines: Sequence[Line], found: dict[int, Cut]) -> list[tuple[int, str]]:
    """Find phrases that count only at the edges, but stand right beside a line that was cut whole: a button of it."""
    buttons = ((i + step, i) for i in found for step in (-1, 1))
    near = [i for i, by in buttons if 0 <= i < len(lines) and i not in found and found[by].span == lines[by].span]
    return [(i, why) for i in near if (why := _whole_line(lines[i], at_edge=True))]


@lru_cache(maxsize=256)  # a line is asked about up to three times
def _by_form(line: str, words: int) -> str:
    return _opening(line, words) or _credit(line, words)


def _opening(line: str, words: int) -> str:
    head = line[:_LONGEST_HEAD].casefold()
    if words > _MOST_OPENING or not head.startswith(_HEADS):
        return ""
    rules = (rule for rule in OPENINGS if words <= rule.words and head.startswith(rule.heads))
    return next((rule.why for rule in rules if rule.opening.match(line)), "")


def _credit(line: str, words: int) -> str:
    if is_credits(line):
        return CREDITS
    if words > _LONGEST_CAPTION:
        return ""
    start = max(0, len(line) - _LONGEST_CREDIT)
    end = line[start:]
    return PHOTO if any(sign in end and credit.search(line, start) for sign, credit in PHOTO_CREDITS) else ""


def _trailing(line: Line) -> Cut | None:
    """Cut "Read more" off the end of a paragraph, with the blank before it."""
    tail = line.text[-24:].casefold()
    if not tail.endswith(TRAILING):
        return None
    for phrase in TRAILING:
        start = len(line.text) - len(phrase)
        if tail.endswith(phrase) and start > 0 and _SENTENCE_END.search(line.text[max(0, start - 8) : start]):
            blanks = start - len(line.text[:start].rstrip())
            return Cut(Span(line.span.start + start - blanks, line.span.end), MORE)
    return None


def _captions_at_top(lines: Sequence[Line], header: Header, found: dict[int, Cut]) -> list[int]:
    """Find the captions of a video or picture: lines glued below the date line's comment and share buttons."""

    def is_caption(i: int) -> bool:
        line, above = lines[i], found.get(i - 1)
        is_glued = not line.apart and above is not None and above.why in {COMMENTS, SHARING}
        ends_there = i + 1 == len(lines) or lines[i + 1].apart
        return is_glued and ends_there and not line.is_finished and not line.has_quotation

    return [i for i in range(2, header.body) if i not in found and is_caption(i)]


# -- headlines of other stories, which a web page drops into the text --------------------------------------------------


def _related_headlines(lines: Sequence[Line]) -> list[Line]:
    """Give the lines of running text that are headlines of other stories, of English ones only."""
    if len(lines) < 5:
        return []
    shaped = [i for i in range(1, len(lines) - 1) if _shaped(lines[i].text)]
    if (
        not 1 <= len(shaped) <= _LIMIT
        or sum(line.is_finished for line in lines) < (len(lines) - len(shaped)) * _FINISHED_SHARE
    ):
        return []
    blanks = sum(line.apart for line in lines) > len(lines) * 0.6  # paragraphs here stand apart
    return [lines[i] for i in shaped if _stands_alone(lines[i - 1], lines[i], lines[i + 1], blanks=blanks)]


def _stands_alone(before: Line, line: Line, after: Line, *, blanks: bool) -> bool:
    """Say whether it stands between two full paragraphs, as its own."""
    apart = line.apart and after.apart if blanks else True
    return apart and before.is_body and after.is_body and not after.text[0].islower()


def _shaped(text: str) -> bool:
    """Say whether a line reads like a headline: no full stop, no running text, a verb in the present."""
    if len(text) > 140 or not text[0].isupper() or text[-1] in ".,!?;:-–—…" or not _MARKS.isdisjoint(text):
        return False
    words = text.split()
    lower = [word.lower().rstrip(",") for word in words]
    if not _FEWEST <= len(words) <= _MOST or text.count(",") > 1 or not _RUNNING.isdisjoint(lower):
        return False
    return not any(word.endswith("ed") and len(word) > 4 for word in lower) and _has_verb(words)


def _has_verb(words: list[str]) -> bool:
    """Say whether some word can be a verb like "leaves": after a preposition, or before "and", it is a plural."""
    return any(
        _PRESENT.fullmatch(word) and word not in _NO_VERBS and before not in _PREPOSITIONS and after not in _AFTER_NOUNS
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )
