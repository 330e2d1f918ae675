"""Roles and descriptions beside a name: "Russia's ambassador to the UN, Oleg Orlov", "Ann Lee, the mayor"."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING

from desktop.lazy_pattern import lazy_pattern
from desktop.text.attribution.outlets import is_outlet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain import Span
    from desktop.text.attribution.persons.namesakes import Person
    from desktop.text.attribution.persons.people import People
    from desktop.text.languages.reporting import Reporting

_PIECE = lazy_pattern(r"[\w][\w'’.&-]*|[^\w\s]")
_BEFORE = 140
_LONGEST = 14  # words and signs of a role
_BESIDE = 80  # code points from a description to the name beside it
_FIELD = 9  # words of "for the ministry of health and of sport"
_NEXT_WORD = lazy_pattern(r"[ \u00a0](?:[dl]['’])?([^\W\d_][\w’'&-]*)")
_SIGNS = ',;:()\n“”„«»"'


def role_before(text: str, start: int, language: Reporting) -> str:
    """Read "White House spokesperson" in front of a name, or "Russia's ambassador to the UN, " before it."""
    reach = max(0, start - _BEFORE)
    pieces = _pieces_before(text, max(reach, text.rfind("\n", reach, start)), start)
    nearest = list(islice(pieces, 1))
    if nearest == [","]:
        nearest = list(islice(pieces, 2))
        inside = _back(chain(nearest, pieces), language, inside=True)
        return _office(inside, language) or _bare_office(nearest[::-1], language)
    return _title(_back(chain(nearest, pieces), language, inside=False), language)


def _pieces_before(text: str, first: int, start: int) -> Iterator[str]:
    """Give the words and signs before a place, the nearest first; few are asked for."""
    for printed in reversed(text[first:start].rsplit(None, _LONGEST + 1)):
        yield from reversed(_PIECE.findall(printed))


def _back(pieces: Iterable[str], language: Reporting, *, inside: bool) -> list[str]:
    """Walk back from the end to the word that cannot belong to a role."""
    out: list[str] = []
    for piece in islice(pieces, _LONGEST):
        low = piece.lower().replace("’", "'")
        if (
            not piece[0].isalnum()
            or low in language.clauses.breaks
            or low in language.subjects.pronouns
            or low in language.clauses.relatives
        ):
            break
        if low in language.verbs.cues and low not in language.names.roles and not piece[0].isupper():
            break
        joins = (
            low in language.names.role_links
            or low in language.clauses.prepositions
            or low in language.subjects.determiners
        )
        if joins and not (inside and low in language.names.role_links):
            break
        if low in language.names.openers and piece[0].isupper() and not piece.isupper():
            break
        out.append(piece)
    out.reverse()
    while out and out[0].lower() in language.names.role_links:
        out.pop(0)
    return out


def _title(words: list[str], language: Reporting) -> str:
    last = words[-1].lower() if words else ""
    known = last in language.names.roles or last.rstrip(".") in language.names.titles
    honorific = len(words) == 1 and last.rstrip(".") in language.names.honorifics
    return " ".join(words) if known and not honorific else ""


def _office(words: list[str], language: Reporting) -> str:
    has_role = any(w.lower() in language.names.roles for w in words)
    return " ".join(words) if has_role and len(words) >= 2 else ""


def _bare_office(pieces: list[str], language: Reporting) -> str:
    """Read "the mayor, " before a name."""
    known = (
        len(pieces) > 1
        and pieces[-1].lower() in language.names.roles
        and pieces[-2].lower() in language.subjects.determiners
    )
    return pieces[-1] if known else ""


def role_after(text: str, end: int, language: Reporting) -> str:
    """Read ", Britain's ambassador to North Korea from 2015 to 2018" behind a name."""
    of = language.names.of_group.match(text, end, min(len(text), end + 120))
    if of:
        return of.group(1)
    match = language.names.role_behind.match(text, end, min(len(text), end + 160))
    if not match:
        return ""
    chunk = language.names.who_is.sub("", match.group(1)).strip()
    words = chunk.lower().replace("’", "'").split()
    if (
        not any(w in language.names.roles for w in words[:9])
        or words[0] in language.subjects.pronouns
        or words[0] in language.clauses.relatives
    ):
        return ""
    if any(w in language.verbs.cues and w not in language.names.roles for w in words[:4]):
        return ""
    return language.names.leading_article.sub("", chunk)


def nouns_of(role: str, language: Reporting) -> set[str]:
    """Say what a role comes down to: {"ambassador"}; a "chief engineer of the mayor" is no chief and no mayor."""
    heads: list[str] = []
    head = ""
    for word in [*re.findall(r"[\w-]+", role.lower()), ""]:
        ends = not word or word in language.clauses.prepositions or word in language.clauses.adding
        if ends and head:
            heads.append(head)
            head = ""
        if word and word in language.clauses.prepositions:
            break
        head = word if word in language.names.roles else head
    return {language.names.roles[word] for word in heads} | set(heads)


def end_of_field(text: str, end: int, language: Reporting) -> int:
    """Give where the "for the Home Office" behind a role ends; `end` itself where nothing of the kind follows.

    A noun follows its link and article; more words belong to it with a capital, as an organisation, or by a link.
    """
    names, last, at, noun_follows = language.names, end, end, False
    for n in range(_FIELD):
        word = _NEXT_WORD.match(text, at)
        if word is None or (n == 0 and word[1].lower() not in names.field_links):
            break
        low, capital, at = word[1].lower(), word[1][0].isupper(), word.end()
        if low in names.field_links and not noun_follows:
            noun_follows = True
        elif noun_follows and (low in language.subjects.determiners or low in language.names.field_links):
            continue
        elif _may_be_field(low, language) and (noun_follows or capital or _may_be_noun(low, language)):
            last, noun_follows = at, False
        else:
            break
    field = text[end:last]
    if names.capital_nouns and field:  # "sagte ein Sprecher der dpa": who was told
        outlet = field.rpartition(" ")[2]
        told = is_outlet(outlet) or outlet.lower().endswith(language.language.outlet_endings)
        return end if told or outlet[0].islower() else last
    return last


def _may_be_noun(low: str, language: Reporting) -> bool:
    """Read on over the "mill" of "of the old mill", the "presidential" of "for Democratic presidential candidate"."""
    clauses, subjects = language.clauses, language.subjects
    tables = (clauses.joining, clauses.relatives, subjects.determiners, subjects.pronouns)
    verb = language.names.capital_nouns or low.endswith(language.verbs.verb_endings)
    return not verb and not any(low in table for table in tables)


def _may_be_field(low: str, language: Reporting) -> bool:
    times, verbs, clauses = language.times, language.verbs, language.clauses
    tables = (
        times.days,
        times.spells,
        times.recency,
        times.before_days,
        times.closing,
        clauses.fillers,
        clauses.breaks,
        clauses.prepositions,
    )
    return low not in verbs.cues and low not in verbs.participles and not any(low in table for table in tables)


def named_beside(text: str, span: Span, people: People, language: Reporting) -> Person | None:
    """Read the person whose name follows a description, set off by commas."""
    mention = people.next(span.end)
    if mention is None or mention.start > span.end + _BESIDE:
        return None
    of, comma, between = text[span.end : mention.start].partition(",")
    if not comma:
        return mention.person if language.names.genitive_between.fullmatch(of) else None
    closed = language.names.apposition_end.match(text, mention.end) or _is_office(between, language)
    if not closed or any(sign in of + between for sign in _SIGNS):
        return None
    return mention.person if _belongs(of, language) and _describes(between, language) else None


def _belongs(words: str, language: Reporting) -> bool:
    """Say whether words between a description and its comma only tell of what: "of the union"."""
    first = words.split(maxsplit=1)[:1]
    return not first or first[0] in language.clauses.prepositions or first[0] in language.subjects.determiners


def _is_office(words: str, language: Reporting) -> bool:
    """Say whether an office stands right before the name: ", General George Casey"."""
    last = words.split()[-1:]
    return bool(last) and (last[0].lower() in language.names.titles or last[0].lower() in language.names.roles)


def _describes(words: str, language: Reporting) -> bool:
    """Say whether words between the comma and the name may stand before it: "historian", "the Most Rev."."""
    tables = (
        language.verbs.cues,
        language.clauses.relatives,
        language.clauses.breaks,
        language.clauses.prepositions,
        language.verbs.participles,
    )
    return not any(word in table for word in words.lower().split() for table in tables)
