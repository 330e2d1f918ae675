"""Tokens and sentences of a paragraph, in which each quotation is one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.attribution.persons.given_names import GENDER, is_given_name
from desktop.text.languages.reporting import MEDIUM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.text.languages.reporting import Reporting
    from desktop.text.quotation.quotations import Quotation

# "U.S.", a word, or a sign: by their first characters, so that one look tells which it is.
_TOKEN = lazy_pattern(
    r"[^\W_](?:\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+"
    r"|[^\W_]*(?:(?:[-'’‑&/]|[.,](?:(?<=\d.)(?=\d)|(?<=\.)(?=[a-z]{2})))[^\W_]+)*)|\.\.\.|--|[^\w\s]"
)
_STRAY = frozenset("\"'“”‘’«»‹›„`´")
_DASHES = frozenset(("—", "–", "―", "--", "-"))
_RIM = "\"'“”‘’«»‹›)]} \u00a0"
POSSESSIVE = "'s"  # also set for the apostrophe alone of "the workers' plan"
PAUSES = frozenset((",", ";", ":", "(", ")", "[", "]", "|")) | _DASHES
_MAY_END = frozenset((".", "!", "?", ""))  # a quotation has no word of its own
_PART = 40_000  # code points of a paragraph that are read at once
_PART_END = lazy_pattern(r"[^\W\d_A-Z]{5}[.!?]\s+(?=[^\W\d_a-z])")  # behind a word that is no abbreviation
_LOOK_AHEAD = 9
_HEADING = 3  # words in capitals at least, less one
_REPORT = 5  # tokens from a verb of saying to the "that" of what it reports
_STOPS = frozenset(".,;:!?")
_PREFIXED = lazy_pattern(
    r"(?:al|el|an|ar|as|ash|at|ad|az|ul|ud|bin|ibn|d|dell|dall|l|ap)[-'’‑](?=[^\W\d_a-zß-ÿ])"
)  # al-Hadid
AS_NAME = "-"  # ends the small letters of a word that is part of a name, so that no table knows it
_PARTICLES = 3  # van der
LONGEST = 240  # tokens; what runs on longer is no sentence, and cutting it keeps the work linear


Part = tuple[Span, "Sequence[tuple[int, Quotation]]"]  # of a paragraph, with the quotations in it


class Token(NamedTuple):
    """A word, a sign, or a whole quotation (`quote` is its index, else -1)."""

    start: int
    end: int
    word: str
    low: str
    quote: int
    capital: bool  # begins with one


_new = tuple.__new__  # as `Token` is made, without a call of its own


class Tokens:
    """The tokens of a stretch of text, and at which of them it is worth to look: there are few."""

    __slots__ = ("all", "ends", "in_names", "openers", "quotes")

    def __init__(self) -> None:
        self.all: list[Token] = []
        self.quotes: list[int] = []  # quotations
        self.ends: list[int] = []  # what may end a sentence, quotations as well
        self.openers: list[int] = []  # words from which an attribution can start
        self.in_names: list[int] = []  # words that may be part of a name, and mean something else as a rule


class Sentence(NamedTuple):
    """A sentence of a paragraph as a range of its tokens."""

    tokens: Sequence[Token]
    start: int
    end: int
    headline: bool = False
    places: Tokens | None = None  # where to look among the tokens, if known

    def quotes(self) -> list[int]:
        """Give the places of the quotations among the tokens."""
        if self.places is None:
            return [i for i in range(self.start, self.end) if self.tokens[i].quote >= 0]
        return self._within(self.places.quotes)

    def openers(self, language: Reporting) -> list[int]:
        """Give the places of the words from which an attribution can start."""
        tokens, known = self.tokens, language.openers_of_claims
        places = range(self.start, self.end) if self.places is None else self._within(self.places.openers)
        return [i for i in places if tokens[i].low in known]  # without those that were taken for names

    def _within(self, places: list[int]) -> list[int]:
        first = bisect_left(places, self.start)
        return places[first : bisect_left(places, self.end, first)]


def tokens_of(
    text: str, paragraph: Span, quotations: Sequence[tuple[int, Quotation]], language: Reporting
) -> list[Token]:
    """Read a paragraph; each quotation is one token."""
    return _tokens(text, paragraph, quotations, language).all


def sentences_of(
    text: str,
    paragraph: Span,
    quotations: Sequence[tuple[int, Quotation]],
    found: Sequence[Quotation],
    language: Reporting,
) -> list[Sentence]:
    """Read the sentences of a paragraph; `found` are all quotations of the text."""
    return _split(_tokens(text, paragraph, quotations, language), text, found, language)


def _tokens(text: str, paragraph: Span, quotations: Sequence[tuple[int, Quotation]], language: Reporting) -> Tokens:
    out = Tokens()
    at = paragraph.start
    for n, quotation in quotations:
        _read(text, at, quotation.outer.start, language, out)
        if quotation.nickname:
            at = max(at, quotation.outer.end)
            continue
        out.quotes.append(len(out.all))
        out.ends.append(len(out.all))
        out.all.append(_new(Token, (quotation.outer.start, quotation.outer.end, "", "", n, False)))
        at = max(at, quotation.outer.end)
    _read(text, at, paragraph.end, language, out)
    if out.in_names:
        _read_names(out.all, out.in_names, text, language)
    return out


def parts_of(text: str, paragraph: Span, quotations: Sequence[tuple[int, Quotation]]) -> Iterator[Part]:
    """Part a paragraph that is longer than any article at the ends of sentences, so that no more is held at once."""
    start, first = paragraph.start, 0
    while paragraph.end - start > 2 * _PART:
        end = start + _PART
        for match in _PART_END.finditer(text, end, paragraph.end):
            at = bisect_left(quotations, match.end(), key=_end_of)
            if at == len(quotations) or quotations[at][1].outer.start >= match.end():
                end = match.end()
                break
        else:
            break
        yield Span(start, end), quotations[first:at]
        start, first = end, at
    yield Span(start, paragraph.end), quotations[first:]


def _end_of(member: tuple[int, Quotation]) -> int:
    return member[1].outer.end


def _parts_of_names(language: Reporting) -> frozenset[str]:
    """Give the words that are nothing much elsewhere and may be part of a name: van, al, and the given name May."""
    tables = (language.names.openers, language.times.days, language.clauses.fillers)
    return frozenset(GENDER).intersection(frozenset().union(*tables)) | language.names.particles


def _read_names(tokens: list[Token], likely: Sequence[int], text: str, language: Reporting) -> None:
    """Take "de la" of "Ana de la Cruz", "al-Hadid" and the "May" of "May Lund" for the parts of names they are.

    So is a lone "May" that speaks, where the text names Theresa May.
    """
    for i in likely:
        token = tokens[i]
        if _opens_known_surname(tokens, i, text, language):
            for at in range(i, _behind_particles(tokens, i, language)):
                tokens[at] = _as_name(tokens[at])
            continue
        if not token.capital and not (i and tokens[i - 1].capital):
            continue  # most "de" and "der" of a text stand behind no name
        known = _is_part_of_name(tokens, i, language) or _is_known_surname(tokens, i, text, language)
        if known or _is_small_surname(tokens, i, language):
            tokens[i] = _as_name(token)


def _as_name(token: Token) -> Token:
    word = token.word[0].upper() + token.word[1:]
    return token._replace(word=word, low=token.low + AS_NAME, capital=word[0].isupper())


def _is_part_of_name(tokens: Sequence[Token], i: int, language: Reporting) -> bool:
    before = tokens[i - 1] if i else None
    if before is not None and (not before.capital or before.low in language.names.openers):
        before = None
    return (
        _is_given(tokens, i, before, language)
        if tokens[i].capital
        else (before is not None and _is_particle(tokens, i, before, language))
    )


def _behind_particles(tokens: Sequence[Token], i: int, language: Reporting) -> int:
    """Give the place behind the particles that begin at one: that of the "Leyen" of "von der Leyen"."""
    j = i
    while j < len(tokens) and j - i < _PARTICLES and tokens[j].low in language.names.particles:
        j += 1
    return j


def _opens_known_surname(tokens: Sequence[Token], i: int, text: str, language: Reporting) -> bool:
    """Read the "von" of "sagte von der Leyen", where the text names Ursula von der Leyen, and a "Van" in capitals."""
    if tokens[i].low not in language.names.particles:
        return False
    j = _behind_particles(tokens, i, language)
    if j == len(tokens) or not tokens[j].capital or tokens[j].word.isupper():
        return False
    if tokens[i].capital:  # "zei Van der Berg"
        begins = not i or tokens[i - 1].quote >= 0 or tokens[i - 1].word in _STOPS
        return tokens[i].low in language.names.capital_particles and not begins
    cues = language.verbs.cues
    behind = i > 0 and (cues.get(tokens[i - 1].low, 0) >= MEDIUM or (tokens[i - 1].low,) in language.sources.according)
    before = j + 1 < len(tokens) and cues.get(tokens[j + 1].low, 0) >= MEDIUM
    return (behind or before) and _is_surname_in(text, text[tokens[i].start : tokens[j].end])


def _is_known_surname(tokens: Sequence[Token], i: int, text: str, language: Reporting) -> bool:
    """Say whether a word that means something else as a rule is a surname: "May said", "Mrs May"."""
    token = tokens[i]
    if not token.capital or token.word.isupper() or token.low not in GENDER:
        return False
    before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.word[:1].isdigit():
        return False
    addressed = before is not None and before.low in language.names.honorifics
    speaks = after is not None and _says(after, language)
    spoken = before is not None and _says(before, language) and (after is None or not after.capital)
    return (addressed or speaks or spoken) and (addressed or _is_surname_in(text, token.word))


def _is_small_surname(tokens: Sequence[Token], i: int, language: Reporting) -> bool:
    """Say whether a small word is the surname of somebody who speaks: "Yu He said", "said Emre Can"."""
    token, before = tokens[i], tokens[i - 1] if i else None
    if token.low not in language.names.small_surnames or not token.capital or before is None or before.quote >= 0:
        return False
    if not before.capital or before.word.isupper() or before.low in language.names.openers:
        return False
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    spoken = i > 1 and _says(tokens[i - 2], language) and (after is None or not after.word[:1].isalnum())
    return spoken or (after is not None and _says(after, language))


def _says(token: Token, language: Reporting) -> bool:
    """Say whether a word is a finite verb of saying."""
    endings = (*language.verbs.past_endings, *language.verbs.present_endings)
    return not token.capital and token.low in language.verbs.cues and token.low.endswith(endings)


@lru_cache(maxsize=64)
def _is_surname_in(text: str, word: str) -> bool:
    """Say whether a text gives a word as the surname of somebody with a given name: "Theresa May"."""
    return any(is_given_name(match[1]) for match in re.finditer(rf"(\w+) {re.escape(word)}\b(?! \d)", text))


def _is_particle(tokens: Sequence[Token], i: int, before: Token, language: Reporting) -> bool:
    """Say whether a small word leads to a surname behind the name before it."""
    token, names = tokens[i], language.names
    if token.low not in names.particles:
        return _PREFIXED.match(token.word) is not None
    grammar = token.low in language.clauses.prepositions or token.low in language.subjects.determiners
    if names.capital_nouns and token.low in language.subjects.determiners:
        return False  # "Anna den Brief"
    j = i + 1
    while j < len(tokens) and j - i < _PARTICLES and tokens[j].low in names.particles:
        j += 1
    surname = j < len(tokens) and tokens[j].capital and not tokens[j].word.isupper()
    return surname and (not grammar or is_given_name(before.word))


def _is_given(tokens: Sequence[Token], i: int, before: Token | None, language: Reporting) -> bool:
    """Say whether a word with a capital is somebody's name: "May Lund", "Theresa May"."""
    token, after = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if token.low not in GENDER or token.word.isupper():
        return False
    if before is not None and is_given_name(before.word) and not (after and after.word[:1].isdigit()):
        return True
    tables = (language.names.openers, language.names.roles, language.names.titles)
    if after is None or not after.capital or after.quote >= 0 or any(after.low in table for table in tables):
        return False
    nearest = tokens[i - 1] if i else None
    if nearest is None or nearest.word in {".", "?", "!"}:
        return _speaks(tokens, i + 2, language)
    return nearest.low not in language.clauses.prepositions and nearest.low not in language.times.recency


def _speaks(tokens: Sequence[Token], i: int, language: Reporting) -> bool:
    """Tell "Will Brandt said" from the question "Will Brandt say"."""
    if i >= len(tokens) or tokens[i].word in PAUSES:
        return True
    low = tokens[i].low
    endings = (*language.verbs.past_endings, *language.verbs.present_endings)
    return low in language.verbs.be or (low in language.verbs.cues and low.endswith(endings))


def _read(text: str, start: int, end: int, language: Reporting, out: Tokens) -> None:
    known, tokens, at = _dictionary(language), out.all, start
    for printed in text[start:end].split():
        at = text.find(printed, at)
        for first, stop, word, low, capital, sorts in known[printed]:
            token = _new(Token, (at + first, at + stop, word, low, -1, capital))
            if not sorts:
                tokens.append(token)
            elif sorts & _SIGN:
                _add_sign(token, text, end, language, out)
            elif sorts & _JOINED:
                for part in _taken_apart(token, language):
                    _add(part, known.sorts(part.word, part.low), out)
            else:
                _add(token, sorts, out)
        at += len(printed)


_SIGN, _JOINED, _OPENER, _IN_NAME = 1, 2, 4, 8  # sorts of words; most are of none
# A word: where it begins and ends in what is printed, its small letters, whether it begins with a capital, its sorts.
_Word = tuple[int, int, str, str, bool, int]


class _Dictionary(dict[str, Sequence[_Word]]):
    """The words of what is printed between spaces, in one language: a long text holds few, and many come again."""

    _MOST = 1 << 14

    def __init__(self, language: Reporting) -> None:
        self._parts, self._openers = _parts_of_names(language), language.openers_of_claims
        self._clitics, self._surnames = language.marks.clitics, language.names.small_surnames

    def __missing__(self, printed: str) -> Sequence[_Word]:
        if len(self) > self._MOST:
            self.clear()
        if printed.isalpha():
            found = [self._word(0, printed)]
        else:
            found = [self._word(match.start(), match.group()) for match in _TOKEN.finditer(printed)]
        self[printed] = found
        return found

    def _word(self, first: int, word: str) -> _Word:
        word = intern(word)  # the same object wherever it stands
        low = word.lower().replace("’", "'")
        sorts = self.sorts(word, low)
        if self._clitics and ("-" in low or "'" in low):
            sorts |= _JOINED
        return first, first + len(word), word, intern(low), word[:1].isupper(), sorts

    def sorts(self, word: str, low: str) -> int:
        """Say of which sorts a word is; a compound of French is of those of its parts only."""
        found = 0 if word[:1].isalpha() else _SIGN
        if low in self._openers:
            found |= _OPENER
        prefixed = word != low and word[0].islower() and not word.islower()
        if low in self._parts or prefixed or (word != low and low in self._surnames):
            found |= _IN_NAME
        return found


@lru_cache(maxsize=16)
def _dictionary(language: Reporting) -> _Dictionary:
    return _Dictionary(language)


def _add(token: Token, sorts: int, out: Tokens) -> None:
    if sorts & _OPENER:
        out.openers.append(len(out.all))
    if sorts & _IN_NAME:
        out.in_names.append(len(out.all))
    out.all.append(token)


def _add_sign(token: Token, text: str, end: int, language: Reporting, out: Tokens) -> None:
    """Add a sign or a figure, but for a full stop that is part of the word before it, and for lone marks."""
    word, tokens = token.word, out.all
    if word in _STRAY:
        if tokens and tokens[-1].end == token.start and tokens[-1].low.endswith("s"):
            owner = tokens.pop()
            tokens.append(owner._replace(end=token.end, word=owner.word + word, low=owner.low + POSSESSIVE))
        return
    if word in _MAY_END:
        touches = word == "." and tokens and tokens[-1].end == token.start
        if touches and _abbreviated(tokens, text, end, language):
            return
        out.ends.append(len(tokens))
    tokens.append(token)


def _taken_apart(token: Token, language: Reporting) -> list[Token]:
    """Cut "dit-il" and "l'homme" in two."""
    start, end, word, low, _, _ = token
    clitic = language.marks.clitic.search(low)
    if clitic:
        first, second = clitic.start(), clitic.start(1)
    else:
        elided = language.marks.elided.match(low)
        if not elided or low[elided.end() :] in language.clauses.fillers or language.marks.joined.match(word):
            return [token]
        first, second = elided.end(1), elided.end()
    return [
        Token(start, start + first, word[:first], low[:first], -1, word[:1].isupper()),
        Token(start + second, end, word[second:], low[second:], -1, word[second : second + 1].isupper()),
    ]


def _abbreviated(before: Sequence[Token], text: str, end: int, language: Reporting) -> bool:
    """Say whether the full stop after the last token belongs to the token."""
    token = before[-1]
    if token.quote >= 0:
        return False
    if len(token.word) == 1 and token.capital:
        return (
            token.word != "X" or len(before) < 2 or before[-2].low not in language.sources.before_platform
        )  # "she wrote on X."
    rest = text[token.end + 1 : min(end, token.end + 4)]
    if rest[:1] in {",", ";", ":", ")"}:
        return True
    short = "-" in token.low and token.capital and len(token.low.rpartition("-")[2]) <= 4  # "D-Ohio.", "R-Fla."
    earlier = before[-2].low if len(before) > 1 else ""
    if short or language.language.owns_full_stop(earlier, token.word, text[token.end + 1 : min(end, token.end + 20)]):
        return rest.strip() != ""
    return rest[1:2].islower() and len(token.low) < 5


def in_small_letters(tokens: Sequence[Token], language: Reporting) -> list[Token]:
    """Undo the capitals of a headline on the words that are no names."""
    words = [t for t in tokens if t.word[:1].isalpha() and len(t.word) > 3]
    if sum(t.capital for t in words) < 0.7 * len(words):
        return list(tokens)
    known = (
        language.verbs.cues,
        language.verbs.participles,
        language.clauses.fillers,
        language.clauses.prepositions,
        language.clauses.breaks,
    )
    more = (language.subjects.determiners, language.clauses.relatives, language.subjects.pronouns, language.names.roles)
    return [
        t._replace(word=t.word.lower(), capital=False)
        if n and t.capital and not t.word.isupper() and any(t.low in words for words in (*known, *more))
        else t
        for n, t in enumerate(tokens)
    ]


def _split(places: Tokens, text: str, quotations: Sequence[Quotation], language: Reporting) -> list[Sentence]:
    out: list[Sentence] = []
    tokens, ends = places.all, iter(places.ends)
    start, last = 0, len(tokens) - 1
    place = next(ends, last)
    while start <= last:
        stop = min(start + LONGEST, last)
        if tokens[start].word.isupper():
            stop = _heading_end(tokens, start, stop)
        while place < stop and (place < start or not _ends_sentence(tokens, place, text, quotations, language)):
            place = next(ends, last)
        stop = min(place, stop)
        out.append(_new(Sentence, (tokens, start, stop + 1, False, places)))
        start = stop + 1
    return out


def _heading_end(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Give where a heading ends that begins at a place, else `stop`: "TEAM LEAVES THE VILLAGE They were…"."""
    for i in range(start, stop):
        word = tokens[i].word
        if word[:1].isalpha() and not word.isupper():
            break
        after = tokens[i + 1]
        begins = after.capital and not after.word.isupper() and after.quote < 0
        if i - start >= _HEADING and word.isupper() and begins:
            return i
    return stop


def last_sign(text: str, quotation: Quotation) -> str:
    """Give the last character of a quotation that is not a mark or a bracket."""
    start = max(quotation.span.start, quotation.span.end - 8)
    return text[start : quotation.span.end].rstrip(_RIM)[-1:]


def _ends_sentence(
    tokens: Sequence[Token], i: int, text: str, quotations: Sequence[Quotation], language: Reporting
) -> bool:
    token, after = tokens[i], tokens[i + 1]
    opens = after.quote >= 0 or after.capital or after.word[0].isdigit()
    if token.quote >= 0:
        return opens and _quotation_ends(tokens, i, last_sign(text, quotations[token.quote]), language)
    return token.word == "." or (opens and token.word in {"!", "?"})


def _quotation_ends(tokens: Sequence[Token], i: int, sign: str, language: Reporting) -> bool:
    if tokens[i + 1].quote >= 0:
        return sign in ".!?…"
    if sign == ".":
        return not _attributed_ahead(tokens, i + 1, language, 4)
    if sign == "" or sign not in "!?…":
        return False
    return _is_introduced(tokens, i, language) or not _attributed_ahead(tokens, i + 1, language, _LOOK_AHEAD)


def _is_introduced(tokens: Sequence[Token], i: int, language: Reporting) -> bool:
    """Say whether a verb leads to a quotation and another one to the next: "She asked, “Why?” He wrote, “…”"."""
    if i < 1 or tokens[i - 1].word not in {",", ":"}:
        return False
    before = tokens[max(0, i - _LOOK_AHEAD) : i]
    if not any(language.verbs.cues.get(token.low, 0) >= 2 for token in before):
        return False
    for j in range(i + 1, min(len(tokens) - 1, i + _LOOK_AHEAD)):
        if tokens[j].quote >= 0 or tokens[j].word in _STOPS:
            return tokens[j].word in {",", ":"} and tokens[j + 1].quote >= 0
    return False


def _attributed_ahead(tokens: Sequence[Token], i: int, language: Reporting, reach: int) -> bool:
    """Say whether "Rep. Ann Lee, of Ohio, said" follows."""
    for j in range(i, min(len(tokens), i + reach)):
        token = tokens[j]
        if token.quote >= 0 or token.word in ".!?":
            return False
        if j > i and language.verbs.cues.get(token.low, 0) >= 3 and not token.capital:
            noun = token.low in language.verbs.nouns and any(
                t.low in language.subjects.determiners for t in tokens[i:j]
            )  # "Given his past comments on bridges"
            after = tokens[j + 1] if j + 1 < len(tokens) else None
            return not noun and _closes(after, reach, language) and not _reports_on(tokens, j + 1, language)
    return False


def _closes(after: Token | None, reach: int, language: Reporting) -> bool:
    """Say whether what stands behind a verb of saying lets it close the quotation before it."""
    if after is None or after.word == "." or reach > 4:
        return True
    clauses = language.clauses
    return after.low in clauses.prepositions and after.low not in clauses.infinitive_marks


def _reports_on(tokens: Sequence[Token], i: int, language: Reporting) -> bool:
    """Say whether a report of its own follows: "“Go!” She told him that it was late"."""
    for token in tokens[i : i + _REPORT]:
        if token.quote >= 0 or token.word in _STOPS:
            return False
        if token.low in language.clauses.complementizers:
            return True
    return False
