"""Similarity of two passages of speech, and which words of the one answer which of the other.

Steps 1 and 3 of "two quotes report one statement" (see statements.py): `segments` cuts a quote into passages, `judge`
rates a pair of them by words and speakers.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq, MatchingBlock, Postfix, Prefix

from desktop.domain import Span, value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.grouping.speaker_match import Relation, SpeakerProfile, relation
from desktop.text.grouping.statement_types import Band
from desktop.text.languages.registry import detect_language, language, speaker_words, word_forms_in
from desktop.text.languages.word_forms import is_function_word, is_negation
from desktop.text.passages import is_abbreviated
from desktop.text.words import plain_words
from desktop.translation import Sentence, share_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


# Shares of weight, see Likeness. A named speaker is evidence, so less of the words is asked for.
_SURE = {Relation.SAME: 0.68, Relation.FITS: 0.72, Relation.UNNAMED: 0.76, Relation.UNKNOWN: 0.84}
_PERHAPS = {Relation.SAME: 0.46, Relation.FITS: 0.50, Relation.UNNAMED: 0.54, Relation.UNKNOWN: 0.62}
_WORD_FOR_WORD = 0.95
_NO_SPEAKER = 0.9  # likeness from which passages are grouped although a speaker is missing
_MUTUAL = 0.7  # from which two words of matter are enough for a suggestion, where the speaker is one
_WHOLE = 0.75  # of the shorter wording: a cut quote
_BOTH = 0.38  # below, both say much that the other does not: two sentences with a phrase in common
_SAME_BUT_NO = 0.85  # of the shorter wording: so alike that a lost "not" is a fault of copying, not another sentence
_EARLIER_QUESTION = 0.7  # so alike that an earlier occasion is a question, not an answer
_POINTED = 0.8  # so alike that a speaker who is only "he" in the text was perhaps resolved wrongly
_EARLIER = lazy_pattern(rf"\b(?:{'|'.join(speaker_words().earlier)})\b", re.IGNORECASE)
_SCOPE = 4  # words behind a "not" that it is about
GRAMMAR = 0.15  # what a function word weighs against a word of matter
_OUT_OF_ORDER = 0.8  # what a word counts that is there, but elsewhere
_CUT = lazy_pattern(r"(?:…|\.{3,}|\. \. \.)+[.]?\s*|[.!?]+[”\"’'»)]*\s+(?=[“\"‘'«(]?[A-ZÀ-ÖØ-Þ0-9])")
_CELLS = 4_000_000  # words times words up to which two passages are aligned; beyond, only their ends are
_FEW = 16  # places that are found one by one
_CODES = 0xD800  # characters before those that stand for no letter
_INSERTED = lazy_pattern(r"\[[^\]\n]{0,200}\]")
_WORDS = speaker_words()
_AND = "|".join(sorted(_WORDS.coordinating))
_BROKEN = lazy_pattern(rf"(?<=[a-zà-öø-ÿ])-[ \n]+(?=[a-zà-öø-ÿ])(?!(?:{_AND})\b)")  # medi- cine
# An apostrophe that another encoding, or none, has made of it: can?t, canâ€™t.
_CLITIC = "|".join(sorted(_WORDS.clitics))
_APOSTROPHE = lazy_pattern(rf"(?<=\w)(?:â€™|\ufffd+|\?(?=(?:{_CLITIC})\b)|&(?:rsquo|apos|#39|#x27|#8217);)(?=\w)")
_JOINED = dict(_WORDS.two_words)
_TWO_WORDS = lazy_pattern(rf"\b(?:{'|'.join(_JOINED)})\b".replace(" ", "[ \u00a0]"), re.IGNORECASE)


_SET_PHRASE = 4  # words with which two wordings begin alike, and which may be a phrase that anybody uses
_IN_A_PHRASE = 2  # words of content in it
_VERBATIM = 4  # words of a wording that stands in one by the same speaker as it is
_DOTTED = lazy_pattern(r"\b(?:[A-Z]\.){2,}")  # O.K. is OK


@value_type
class Judgement:
    """What is thought of two passages, how strongly, and why."""

    band: Band | None
    score: float  # for the order within a band
    reason: str | Callable[[], str] = ""  # of most pairs nobody ever asks why

    @property
    def why(self) -> str:
        return self.reason if isinstance(self.reason, str) else self.reason()


@value_type
class Case:
    """What is known of two passages beside their words and speakers."""

    short: bool = False  # the whole of both is a few words
    apart: bool = False  # the reporter places exactly one of them on an earlier occasion
    turned: bool = False  # exactly one of them says no
    pointed: bool = False  # at least one speaker is only a pronoun or a description in the text


_NOTHING = Judgement(None, 0.0)


def earlier(words: str) -> bool:
    """Say whether the reporter places what is said on an earlier occasion."""
    return _EARLIER.search(words) is not None


def look_alike(like: Likeness) -> bool:
    """Say whether a reader would take the one for the other: much of it, or a long run of the same words."""
    much = like.contained >= 0.45 and like.matter >= 3
    run = like.contained >= 0.25 and like.matter >= 4 and like.running >= 0.6
    return much or run


def _echo(like: Likeness) -> bool:
    """A faint likeness, reported only where two known speakers are concerned: a weighty word in a like phrase."""
    both = like.a & like.b
    opening = (both ^ (both + 1)).bit_length() - 1  # words with which the two begin alike
    if opening >= _SET_PHRASE and like.matter <= _IN_A_PHRASE:
        return False  # "At the end of the day"
    return like.contained >= 0.25 and like.matter >= 1 and like.size >= 4


def _amount(like: Likeness) -> Sentence:
    if like.mutual >= 0.999:
        return Sentence("Word for word the same")
    if like.contained >= _WORD_FOR_WORD:
        return Sentence("The shorter wording stands in the longer one nearly word for word")
    share = share_in_words(like.contained)
    return Sentence("{share} of the shorter wording stands in the other, by weight of its words", share=share)


def _by(a: SpeakerProfile, b: SpeakerProfile, how: Relation, names: tuple[str, str]) -> Sentence:
    if how is Relation.SAME:
        return Sentence("both by {who}", who=max(names, key=len))
    if how is Relation.UNNAMED:
        return Sentence("both by an unnamed source that may be the same")
    if how is Relation.FITS:
        one, other = (name or Sentence("no speaker") for name in names)
        return Sentence("{one} here and {other} there, who can be one source", one=one, other=other)
    if a.known and b.known:
        return Sentence("and the speakers may be one")
    return Sentence("and at least one of them names no speaker")


def _fits(like: Likeness, how: Relation, *, short: bool) -> Band | None:
    """The band that words and speakers give together."""
    strength = like.contained * (0.75 + 0.25 * like.running)
    many = like.size >= 8 and like.mutual >= 0.9
    within = how is Relation.SAME and min(like.contained, like.running) >= _WORD_FOR_WORD and like.matter >= 2
    many = many or (within and like.size >= _VERBATIM)
    enough = many or like.matter >= (4 if how is Relation.UNKNOWN else 3) or (short and like.mutual >= 0.999)
    is_doubtful = how is Relation.UNKNOWN and like.mutual < _NO_SPEAKER
    if strength >= _SURE[how] and enough and not is_doubtful:
        return Band.GROUPED
    run = like.running >= 0.8 and like.contained >= 0.8 and how is not Relation.UNKNOWN
    two = like.matter >= 2 and (run or (how in (Relation.SAME, Relation.FITS) and like.mutual >= _MUTUAL))
    apart = like.contained < _WHOLE and like.mutual < _BOTH
    if strength >= _PERHAPS[how] and (enough or two) and not apart:
        return Band.SUGGESTED
    return None


def judge(a: SpeakerProfile, b: SpeakerProfile, like: Likeness, names: tuple[str, str], *, case: Case) -> Judgement:
    """Judge two passages that are not by nature the same.

    `names` are the speakers as a reader knows them.
    """
    how = relation(a, b)
    score = 0.5 * like.contained + 0.5 * like.mutual
    if how in (Relation.OTHER, Relation.HIDDEN):
        return _other_speaker(how, like, names, score, pointed=case.pointed)
    band = _fits(like, how, short=case.short)
    if band and case.turned and like.contained < _SAME_BUT_NO:
        turned = Sentence("Much the same words, but one says no where the other does not.")
        return Judgement(Band.OTHER_OCCASION, score, turned)
    if band and case.apart and like.mutual < _WORD_FOR_WORD:
        cut = like.mutual >= _EARLIER_QUESTION or like.contained >= _WORD_FOR_WORD
        where = Sentence("Alike, but the reporter places one of them on an earlier occasion.")
        return Judgement(Band.SUGGESTED if cut else Band.OTHER_OCCASION, score, where)
    if band:
        return Judgement(band, score, partial(_why_alike, a, b, like, how, names))
    if look_alike(like):
        words = Sentence("Some of the same words, but most of what either says is not in the other: another sentence.")
        return Judgement(Band.OTHER_OCCASION, score, words)
    return _NOTHING


def _why_alike(a: SpeakerProfile, b: SpeakerProfile, like: Likeness, how: Relation, names: tuple[str, str]) -> Sentence:
    return Sentence("{like}, {who}.", like=_amount(like), who=_by(a, b, how, names))


def _other_speaker(how: Relation, like: Likeness, names: tuple[str, str], score: float, *, pointed: bool) -> Judgement:
    whole = like.mutual >= _WORD_FOR_WORD
    if how is Relation.HIDDEN and whole and (like.matter >= 5 or like.size >= 10):
        return Judgement(Band.SUGGESTED, score, Sentence("Word for word the same, but {who}.", who=_two(names)))
    if pointed and how is Relation.OTHER and like.mutual >= _POINTED and like.matter >= 4:
        one, who = _amount(like), _two(names)
        why = Sentence("{like}; {who}, but one of the two is not named at the quote.", like=one, who=who)
        return Judgement(Band.SUGGESTED, score, why)
    if whole or look_alike(like) or (how is Relation.OTHER and _echo(like)):
        return Judgement(Band.OTHER_SPEAKER, score, partial(_why_other_speaker, like, names))
    return _NOTHING


def _two(names: tuple[str, str]) -> Sentence:
    one, other = (name or Sentence("an unnamed source") for name in names)
    return Sentence("{one} here and {other} there", one=one, other=other)


def _why_other_speaker(like: Likeness, names: tuple[str, str]) -> Sentence:
    whole = like.mutual >= _WORD_FOR_WORD
    near = Sentence("Nearly the same words") if like.contained >= 0.7 else Sentence("Similar words")
    same = Sentence("The same words") if whole else near if look_alike(like) else Sentence("A like turn of phrase")
    return Sentence("{like}, but {who}.", like=same, who=_two(names))


@lru_cache(maxsize=16384)
def segments(text: str) -> tuple[Span, ...]:
    """Cut a quote where it may join two utterances: inside at an ellipsis, and at sentence ends."""
    rims = [0]
    for cut in _CUT.finditer(text):
        ellipsis = cut.group()[0] in "…" or cut.group().startswith(("..", ". ."))
        if cut.end() < len(text) and (ellipsis or not _ends_in_abbreviation(text, cut.end())):
            rims.append(cut.end())
    spans = [Span(a, b) for a, b in zip(rims, [*rims[1:], len(text)], strict=True)]
    return tuple(_join_scraps(text, spans)) if len(spans) > 1 else tuple(spans)


def _ends_in_abbreviation(text: str, end: int) -> bool:
    """Say whether the full stop before an offset belongs to the word before it, as the text's language writes it."""
    stop = len(text[:end].rstrip()) - 1
    spoken = language(detect_language(text)) if text[stop] == "." else None
    return spoken is not None and is_abbreviated(text, 0, stop, spoken)


def _join_scraps(text: str, spans: list[Span]) -> list[Span]:
    """A piece of a single word is no utterance of its own: it goes with its neighbour."""
    joined: list[Span] = []
    scrap_start: int | None = None
    for span in spans:
        start = span.start if scrap_start is None else scrap_start
        scrap_start = None
        if len(plain_words(span.of(text))) >= 2:
            joined.append(Span(start, span.end))
        elif joined:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            scrap_start = start
    return joined or [Span(0, len(text))]


@lru_cache(maxsize=16384)
def content_words(text: str, among: str = "en") -> tuple[str, ...]:
    """Give the concepts of a text in reading order; editorial brackets are the reporter's and left out.

    `among` is the language of the quotes around it, for a text too short to tell its own.
    """
    bare = _INSERTED.sub(" ", text) if "[" in text else text
    bare = _DOTTED.sub(lambda found: found[0].replace(".", ""), bare) if "." in bare else bare
    bare = _TWO_WORDS.sub(_one_word, _BROKEN.sub("", _APOSTROPHE.sub("'", bare)))
    forms = word_forms_in(detect_language(bare, among))
    return tuple(chain.from_iterable(map(forms.concepts, plain_words(bare))))


def _one_word(found: re.Match[str]) -> str:
    return _JOINED[found.group().lower().replace("\u00a0", " ")]


def weights(passages: Iterable[Sequence[str]]) -> dict[str, float]:
    """Weigh each concept by how few of the (distinct) passages hold it; function words weigh little."""
    distinct = list(passages)
    counts = Counter(concept for passage in distinct for concept in set(passage))
    size = max(len(distinct), 30)
    return {
        concept: math.log(1 + size / count) * (GRAMMAR if is_function_word(concept) else 1.0)
        for concept, count in counts.items()
    }


@value_type
class Likeness:
    """What two passages share, by weight; shares lie between 0 and 1."""

    share_a: float  # of A's weight found in B
    share_b: float
    running: float  # of the shared weight, what stands in runs of two or more
    matter: int  # shared words that are not function words
    a: int  # places of the shared words in A, a bit for each
    b: int

    @property
    def size(self) -> int:
        """How many words are shared."""
        return self.a.bit_count()

    @property
    def contained(self) -> float:
        """How much of the one that is wholly quoted in the other, at best."""
        return max(self.share_a, self.share_b)

    @property
    def mutual(self) -> float:
        total = self.share_a + self.share_b
        return 2 * self.share_a * self.share_b / total if total else 0.0


@value_type
class Passage:
    """The concepts of a passage of speech, as they are asked for in every comparison of it."""

    words: Sequence[str]
    codes: Sequence[str]  # one for each word; of passages that are compared the same stands for the same
    worths: Sequence[float]
    worth: float  # of all
    matter: Sequence[int]  # places of the words that are not function words
    matter_bits: int  # the same places, a bit for each
    of_matter: frozenset[str]  # these words
    denials: Sequence[int]


def passages(wordings: Sequence[Sequence[str]], weight: Mapping[str, float]) -> list[Passage]:
    """Make wordings ready to be compared with each other."""
    numbers: dict[str, int] = {}
    for words in wordings:
        for word in words:
            numbers.setdefault(word, len(numbers))
    few = len(numbers) <= _CODES  # then each has a character, by which wordings are compared the fastest
    found = []
    for words in wordings:
        worths = [*map(weight.__getitem__, words)]
        matter = [place for place, word in enumerate(words) if not is_function_word(word)]
        denials = [place for place, word in enumerate(words) if is_negation(word)]
        codes = "".join([chr(numbers[word]) for word in words]) if few else words
        of_matter = frozenset([words[place] for place in matter])
        found.append(Passage(words, codes, worths, sum(worths), matter, _bits(matter), of_matter, denials))
    return found


def _bits(places: Sequence[int]) -> int:
    """Places that rise as the bits of one number."""
    if not places:
        return 0
    marks = bytearray(b"0" * (places[-1] + 1))
    for place in places:
        marks[-1 - place] = ord("1")
    return int(marks, 2)


def places(bits: int) -> list[int]:
    """The places that a number has a bit for."""
    if bits.bit_count() > _FEW:
        return [place for place, bit in enumerate(reversed(f"{bits:b}")) if bit == "1"]
    found: list[int] = []
    while bits:
        lowest = bits & -bits
        found.append(lowest.bit_length() - 1)
        bits ^= lowest
    return found


def says_no(passage: Passage, shared: int) -> bool:
    """Say whether a negation that the other wording lacks stands before words that both have, the bits of `shared`."""
    for place in passage.denials:
        scope = range(place + 1, min(len(passage.words), place + 1 + _SCOPE))
        if not shared >> place & 1 and any(
            shared >> at & 1 and not is_function_word(passage.words[at]) for at in scope
        ):
            return True
    return False


def most_matter(a: Passage, b: Passage) -> int:
    """How many words that are not function words the two can share at most, in the first of them."""
    both = a.of_matter & b.of_matter
    return len(both) if len(a.matter) == len(a.of_matter) or not both else len(a.matter)


def _strays(a: Passage, b: Passage, in_a: int, in_b: int) -> list[tuple[int, int]]:
    """Pair words of matter that both hold in another order; what is paired already is in the bits of the two."""
    here, there = a.matter_bits & ~in_a, b.matter_bits & ~in_b
    both = a.of_matter & b.of_matter if here and there else ()
    mine = [i for i in places(here) if a.words[i] in both] if both else ()
    if not mine:
        return []
    free: dict[str, list[int]] = {}
    for j in places(there):
        if b.words[j] in both:
            free.setdefault(b.words[j], []).append(j)
    return [(i, free[a.words[i]].pop(0)) for i in mine if free.get(a.words[i])]


def _blocks(a: Sequence[str], b: Sequence[str]) -> list[MatchingBlock]:
    """Runs of the same words in the same order, some empty; of huge passages only those at both ends, for memory."""
    if len(a) * len(b) <= _CELLS:
        return LCSseq.editops(a, b).as_matching_blocks()
    head = Prefix.similarity(a, b)
    tail = Postfix.similarity(a[head:], b[head:])
    return [MatchingBlock(0, 0, head), MatchingBlock(len(a) - tail, len(b) - tail, tail)]


def liken(a: Passage, b: Passage) -> Likeness:
    """Measure what two passages share: in order first, then words of matter in another order."""
    in_a = in_b = 0  # places, a bit for each
    worths = a.worths
    ordered = running = 0.0
    for block in _blocks(a.codes, b.codes):
        size = block.size
        if not size:
            continue
        at = block.a
        if size > 1:
            value = sum(worths[at : at + size])
            running += value
        else:
            value = worths[at]
        ordered += value
        bits = (1 << size) - 1
        in_a |= bits << at
        in_b |= bits << block.b
    shared = ordered
    if strays := _strays(a, b, in_a, in_b):
        shared += _OUT_OF_ORDER * sum([worths[i] for i, _ in strays])
        in_a |= _bits([i for i, _ in strays])
        in_b |= _bits(sorted([j for _, j in strays]))
    return Likeness(
        share_a=shared / a.worth if a.worth else 0.0,
        share_b=shared / b.worth if b.worth else 0.0,
        running=running / shared if shared else 0.0,
        matter=(in_a & a.matter_bits).bit_count(),
        a=in_a,
        b=in_b,
    )
