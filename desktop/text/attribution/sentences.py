"""Tokens and sentences of a paragraph, in which each quotation is one token."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.lazy_pattern import lazy_pattern
from desktop.text.attribution.persons.given_names import GENDER, is_given_name
from desktop.text.languages.reporting import MEDIUM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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

    @property
    def capital(self) -> bool:
        return self.word[:1].isupper()


_token = tuple.__new__  # as `Token` does, without a call of its own


class Sentence(NamedTuple):
    """A sentence of a paragraph as a range of its tokens."""

    tokens: Sequence[Token]
    start: int
    end: int
    headline: bool = False

    def quotes(self) -> list[int]:
        """Give the places of the quotations among the tokens."""
        return [i for i, token in enumerate(self.tokens[self.start : self.end], self.start) if token.quote >= 0]


def tokens_of(
    text: str, paragraph: Span, quotations: Sequence[tuple[int, Quotation]], language: Reporting
) -> list[Token]:
    """Read a paragraph; each quotation is one token."""
    out: list[Token] = []
    at = paragraph.start
    for n, quotation in quotations:
        _read(text, at, quotation.outer.start, language, out)
        if quotation.nickname:
            at = max(at, quotation.outer.end)
            continue
        out.append(Token(quotation.outer.start, quotation.outer.end, "", "", n))
        at = max(at, quotation.outer.end)
    _read(text, at, paragraph.end, language, out)
    return _with_whole_names(out, text, language)


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


@lru_cache(maxsize=16)
def _parts_of_names(language: Reporting) -> frozenset[str]:
    """Give the words that are nothing much elsewhere and may be part of a name: van, al, and the given name May."""
    tables = (language.names.openers, language.times.days, language.clauses.fillers)
    return frozenset(GENDER).intersection(frozenset().union(*tables)) | language.names.particles


def _with_whole_names(tokens: list[Token], text: str, language: Reporting) -> list[Token]:
    """Take "de la" of "Ana de la Cruz", "al-Hadid" and the "May" of "May Lund" for the parts of names they are.

    So is a lone "May" that speaks, where the text names Theresa May.
    """
    parts = _parts_of_names(language)
    likely = [
        i
        for i, (_, _, word, low, _) in enumerate(tokens)
        if low in parts or (word != low and word[0].islower() and not word.islower())
    ]
    for i in likely:
        token = tokens[i]
        word = token.word
        if _opens_known_surname(tokens, i, text, language):
            for at in range(i, _behind_particles(tokens, i, language)):
                word, low = tokens[at].word, tokens[at].low
                tokens[at] = tokens[at]._replace(word=word[0].upper() + word[1:], low=low + AS_NAME)
            continue
        if not token.capital and not (i and tokens[i - 1].capital):
            continue  # most "de" and "der" of a text stand behind no name
        if _is_part_of_name(tokens, i, language) or _is_known_surname(tokens, i, text, language):
            tokens[i] = token._replace(word=word[0].upper() + word[1:], low=token.low + AS_NAME)
    return tokens


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


def _read(text: str, start: int, end: int, language: Reporting, out: list[Token]) -> None:
    plain, add = not language.marks.clitics, out.append
    for match in _TOKEN.finditer(text, start, end):
        word, low = _lowered(match.group())
        if plain and word[0].isalpha():
            at, stop = match.span()
            add(_token(Token, (at, stop, word, low, -1)))
            continue
        if word == "." and out and out[-1].end == match.start() and _abbreviated(out, text, end, language):
            continue
        if word in _STRAY and out and out[-1].end == match.start() and out[-1].low.endswith("s"):
            owner = out.pop()
            out.append(Token(owner.start, match.end(), owner.word + word, owner.low + POSSESSIVE, -1))
            continue
        if word in _STRAY:
            continue
        if language.marks.clitics and ("-" in low or "'" in low):
            out += _taken_apart(Token(match.start(), match.end(), word, low, -1), language)
            continue
        at, stop = match.span()
        add(_token(Token, (at, stop, word, low, -1)))


@lru_cache(maxsize=1 << 14)
def _lowered(word: str) -> tuple[str, str]:
    """Give a word, the same object each time, and its small letters: a long text holds few words."""
    low = word.lower()
    return word, low.replace("’", "'") if "’" in low else low


def _taken_apart(token: Token, language: Reporting) -> list[Token]:
    """Cut "dit-il" and "l'homme" in two."""
    start, end, word, low, _ = token
    clitic = language.marks.clitic.search(low)
    if clitic:
        first, second = clitic.start(), clitic.start(1)
    else:
        elided = language.marks.elided.match(low)
        if not elided or low[elided.end() :] in language.clauses.fillers or language.marks.joined.match(word):
            return [token]
        first, second = elided.end(1), elided.end()
    return [
        Token(start, start + first, word[:first], low[:first], -1),
        Token(start + second, end, word[second:], low[second:], -1),
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
        t._replace(word=t.word.lower())
        if n and t.capital and not t.word.isupper() and any(t.low in words for words in (*known, *more))
        else t
        for n, t in enumerate(tokens)
    ]


def split_sentences(
    tokens: Sequence[Token], text: str, quotations: Sequence[Quotation], language: Reporting
) -> list[Sentence]:
    out: list[Sentence] = []
    start, capitals = 0, bool(tokens) and tokens[0].word.isupper()
    for i, (_, _, word, _, _) in enumerate(tokens[:-1]):
        may_end = word in _MAY_END
        if not (may_end or capitals) and i - start < LONGEST:  # as most
            continue
        heading = capitals and i - start >= _HEADING and word.isupper() and _ends_heading(tokens, start, i)
        if i - start >= LONGEST or heading or (may_end and _ends_sentence(tokens, i, text, quotations, language)):
            out.append(Sentence(tokens, start, i + 1))
            start, capitals = i + 1, tokens[i + 1].word.isupper()
    if start < len(tokens):
        out.append(Sentence(tokens, start, len(tokens)))
    return out


def _ends_heading(tokens: Sequence[Token], start: int, i: int) -> bool:
    """Read the end of "TEAM LEAVES THE VILLAGE They were…": a heading in capitals before what begins a sentence."""
    after = tokens[i + 1]
    if not after.capital or after.word.isupper() or after.quote >= 0:
        return False
    return all(token.word.isupper() or not token.word[:1].isalpha() for token in tokens[start : i + 1] if token.word)


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
