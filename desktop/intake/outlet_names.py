"""Names of outlets as texts print them: what words can be an outlet's name, and which lines name one.

A line of two capitalised words and a date can be a place or a person as well: a name counts where a word in it is one
that only outlets bear, where it has the article that places seldom have, or where the line itself says what it names.
"""

from __future__ import annotations

import re

from desktop.domain import value_type
from desktop.intake.dates import PrintedDate, find_dates, read_date_line
from desktop.lazy_pattern import lazy_pattern

_AGENCY_NAMES = "Reuters AP AFP dpa EFE ANSA TASS Xinhua UPI PTI Kyodo Yonhap Bloomberg APA ANI IANS CNN Interfax"
AGENCIES = frozenset(_AGENCY_NAMES.split())
_WHOLE_NAMES = frozenset(
    {
        *("AP", "AFP", "Reuters", "dpa", "UPI", "Bloomberg", "Associated Press", "The Associated Press", "BBC", "CNN"),
        *("Agence France-Presse", "NPR", "PBS", "ABC", "CBS", "NBC", "DW", "RTÉ", "ARD", "ZDF", "Al Jazeera", "Axios"),
        *("Politico", "BuzzFeed", "Vox", "Slate", "Le Monde", "Le Figaro", "Libération", "Le Parisien", "Die Zeit"),
        *("Der Spiegel", "Der Standard", "Die Presse", "Die Welt", "Der Tagesspiegel", "Stern", "Focus", "El País"),
        *("El Mundo", "La Vanguardia", "La Nación", "La Repubblica", "Corriere della Sera", "La Stampa", "Clarín"),
    }
)
_OWN_WORDS = (
    "times post herald telegraph guardian tribune gazette journal chronicle mail express mirror observer independent "
    "globe courier inquirer examiner bugle sentinel advertiser argus zeitung anzeiger tagblatt tageblatt rundschau "
    "nachrichten allgemeine kurier merkur volksblatt monde figaro parisien dépêche diario periódico heraldo"
)
_OWN = frozenset(_OWN_WORDS.split())
# These stand in names of sections and headlines as well: beside a date, or behind a label, they make a name.
_SHARED_WORDS = (
    "news star sun record standard press review daily weekly evening dispatch register echo citizen bulletin ledger "
    "reporter broadcasting radio television tv magazine newspaper online wire monitor today bote presse spiegel "
    "rundfunk fernsehen noticias mundo nación prensa correo"
)
_SHARED = frozenset(_SHARED_WORDS.split())
_SECTIONS_WORDS = (
    "breaking latest world local top live guest blog sponsored book film movie music tv sports business national "
    "international more related our your this last good bad fake hard all in by on at"
)
_SECTIONS = frozenset(_SECTIONS_WORDS.split())
_PLACES = frozenset({"The Hague", "The Gambia", "The Bahamas", "The Netherlands", "The Philippines", "The Bronx"})
_JOINERS_WORDS = "of and the & de du des la le les l d für der die das von del los las y et und on in"
_JOINERS = frozenset(_JOINERS_WORDS.split())
_NAME = lazy_pattern(r"[\w&'’.+-]+(?: [\w&'’.+-]+){0,5}")
_CAPITAL = lazy_pattern(r"[^\W\d_a-zß-ÿ][\w'’.&+-]*")
_HOST = lazy_pattern(
    r"(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|co\.uk|de|fr|es|eu|in|info|news|at|ch|ie|tv)"
)
_EDITION = lazy_pattern(r"\s\((?:[A-ZÀ-Þ][\w.'’ -]{1,30}|[A-Z]{2,4})\)$")  # "The Daily Telegraph (London)"
_LABEL = lazy_pattern(
    r"(?:(?:originally |first )?(?:published|printed|appeared) (?:in|by|on)|source|publication|newspaper|outlet|"
    r"publisher|from|quelle|erschienen (?:in|bei)|zeitung|medium|publié (?:dans|par)|journal|publicado (?:en|por)|"
    r"fuente|medio|periódico)\s*(?P<colon>:?)\s+",
    re.IGNORECASE,
)
_AROUND = " ,;|·•–—-"
_PARTS = lazy_pattern(r"\s*[|·•]\s*|\s+[–—-]\s+|,\s+")
_EMPHASIS = lazy_pattern(r"(\*\*\*|\*\*|\*|___|__|_)(?=\S)(?P<words>[^*_]+)(?<=\S)\1")
_LONGEST = 120  # code points


@value_type
class OutletLine:
    """A line that names the outlet, with the date beside it; `is_sure` is false where it can be another name."""

    outlet: str
    date: PrintedDate | None = None
    is_sure: bool = True


def without_emphasis(text: str) -> str:
    """Give a line of Markdown without the signs of its heading and its emphasis; any other line as it is."""
    heading = re.fullmatch(r"#{1,6}\s+(?P<words>\S.*?)(?:\s+#+)?", text) if text.startswith("#") else None
    words = heading["words"] if heading else text
    return _EMPHASIS.sub(lambda found: found["words"], words) if "*" in words or "_" in words else words


def is_outlet(name: str, *, alone: bool = True) -> bool:
    """Say whether words are the name of an outlet; not `alone` if a date or a word such as “Source:” is beside them."""
    name = _EDITION.sub("", name.strip())
    if name in _WHOLE_NAMES or _HOST.fullmatch(name.lower()):
        return True
    words = [word.lower() for word in name.split()]
    if len(words) < 2 or words[0] in _SECTIONS or name in _PLACES or not _is_name(name):
        return False
    if not _OWN.isdisjoint(words[1:]):
        return True
    has_article = words[0] == "the" and len(words) == 2
    return not alone and (has_article or not _SHARED.isdisjoint(words[1:]) or words[0] in {"radio", "daily"})


def read_outlet_line(text: str) -> OutletLine | None:
    """Read a line that is nothing but an outlet's name, with a date or a word such as “Source:” beside it.

    Not sure is one that stands in emphasis alone, a name by its look: None for any other line.
    """
    if len(text) > _LONGEST:
        return None
    plain = without_emphasis(text).strip()
    if plain.startswith(("(", "[")) and plain.endswith((")", "]")):
        plain = plain[1:-1].strip()
    dates = find_dates(plain)
    rest, date = (plain, None) if not dates else _without_date(plain)
    label = _LABEL.match(rest)
    name = _without_place(_trimmed(rest[label.end() :] if label else rest))
    labelled = label is not None and bool(label["colon"])
    if is_outlet(name, alone=date is None and label is None) or (labelled and _is_name(name)):
        return OutletLine(name, date)
    emphasised = _EMPHASIS.match(text.strip())
    if emphasised and _trimmed(emphasised["words"]) == name and _is_name(name) and len(name.split()) > 1:
        return OutletLine(name, date, is_sure=date is not None)
    return None


def outlet_of_byline(names: str) -> str:
    """Give the outlet that a byline names behind its people: “Jane Doe, The Telegraph”, “Jane Doe for the Herald”."""
    parts = [part for part in re.split(r",\s+|\s+(?:for|für|pour|para)\s+|\s*[|·•/]\s*", names) if part]
    return next((part for part in parts[1:] if is_outlet(part)), "")


def _is_name(text: str) -> bool:
    words = _EDITION.sub("", text).split()
    if not words or not _NAME.fullmatch(" ".join(words)):
        return False
    return bool(_CAPITAL.match(words[0])) and all(_CAPITAL.match(word) or word.lower() in _JOINERS for word in words)


def _without_date(text: str) -> tuple[str, PrintedDate | None]:
    """Part a line in what is nothing but a date and the rest, on either side: “14 May 2024 | The Telegraph”."""
    for found in _PARTS.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        for date_side, other in ((after, before), (before, after)):
            date = read_date_line(date_side)
            if date is not None and not find_dates(other):
                return other, date
    bracket = re.fullmatch(r"(?P<name>[^()]+) \((?P<date>[^()]+)\)", text)
    date = read_date_line(bracket["date"]) if bracket else None
    if bracket is not None and date is not None:
        return bracket["name"], date
    whole = find_dates(text)[0]  # “The Telegraph 14 May 2024”, “Published in The Telegraph on 14 May 2024”
    before, after = text[: whole.start], text[whole.end :]
    if after.strip(_AROUND):
        return text, None
    return re.sub(r"\s+(?:on|am|le|el)$", "", before.strip(_AROUND), flags=re.IGNORECASE), whole


def _without_place(name: str) -> str:
    """Give “The Times” of “The Times, London”."""
    first, comma, place = name.partition(", ")
    return first if comma and _is_name(place) and is_outlet(first) else name


def _trimmed(text: str) -> str:
    return without_emphasis(text.strip(_AROUND)).strip(_AROUND).rstrip(".")
