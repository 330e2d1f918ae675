"""Judgement of a pair of passages: whether they report one utterance surely, perhaps, or only look alike."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.text.grouping.speaker_match import Relation, SpeakerProfile, relation
from desktop.text.grouping.statement_types import Band
from desktop.text.languages.registry import speaker_words

if TYPE_CHECKING:
    from desktop.text.grouping.similarity import Likeness

# Shares of weight, see Likeness. A named speaker is evidence, so less of the words is asked for.
_SURE = {Relation.SAME: 0.68, Relation.FITS: 0.72, Relation.UNNAMED: 0.76, Relation.UNKNOWN: 0.84}
_PERHAPS = {Relation.SAME: 0.46, Relation.FITS: 0.50, Relation.UNNAMED: 0.54, Relation.UNKNOWN: 0.62}
_WORD_FOR_WORD = 0.95
_NO_SPEAKER = 0.9  # likeness from which passages are grouped although a speaker is missing
_MUTUAL = 0.7  # from which two words of matter are enough for a suggestion, where the speaker is one
_WHOLE = 0.75  # of the shorter wording: a cut quote
_BOTH = 0.38  # below, both say much that the other does not: two sentences with a phrase in common
_SAME_BUT_NO = 0.85  # of the shorter wording: so alike that a lost "not" is a fault of copying, not another sentence
_EARLIER_ASKED = 0.7  # so alike that an earlier occasion is a question, not an answer
_POINTED = 0.8  # so alike that a speaker who is only "he" in the text was perhaps resolved wrongly
_EARLIER = re.compile(rf"\b(?:{'|'.join(speaker_words().earlier)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is thought of two passages, how strongly, and why."""

    band: Band | None
    score: float  # for the order within a band
    why: str = ""


@dataclass(frozen=True, slots=True)
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
    """A faint likeness, told only where two known speakers are concerned: a weighty word in a like turn of phrase."""
    return like.contained >= 0.25 and like.matter >= 1 and len(like.a) >= 4


def _amount(like: Likeness) -> str:
    if like.mutual >= 0.999:
        return "Word for word the same"
    if like.contained >= _WORD_FOR_WORD:
        return "The shorter wording stands in the longer one nearly word for word"
    return f"{like.contained:.0%} of the shorter wording stands in the other, by weight of its words"


def _by(a: SpeakerProfile, b: SpeakerProfile, how: Relation, names: tuple[str, str]) -> str:
    if how is Relation.SAME:
        return f"both by {max(names, key=len)}"
    if how is Relation.UNNAMED:
        return "both by an unnamed source that may be the same"
    if how is Relation.FITS:
        return f"{names[0] or 'no speaker'} here and {names[1] or 'no speaker'} there, who can be one source"
    return "and at least one of them names no speaker" if not (a.known and b.known) else "and the speakers may be one"


def _fits(like: Likeness, how: Relation, *, short: bool) -> Band | None:
    """The band that words and speakers give together."""
    strength = like.contained * (0.75 + 0.25 * like.running)
    many = len(like.a) >= 8 and like.mutual >= 0.9
    enough = many or like.matter >= (4 if how is Relation.UNKNOWN else 3) or (short and like.mutual >= 0.999)
    asked = how is Relation.UNKNOWN and like.mutual < _NO_SPEAKER
    if strength >= _SURE[how] and enough and not asked:
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
        turned = "Much the same words, but one says no where the other does not."
        return Judgement(Band.OTHER_OCCASION, score, turned)
    if band and case.apart and like.mutual < _WORD_FOR_WORD:
        cut = like.mutual >= _EARLIER_ASKED or like.contained >= _WORD_FOR_WORD
        where = "Alike, but the reporter places one of them on an earlier occasion."
        return Judgement(Band.SUGGESTED if cut else Band.OTHER_OCCASION, score, where)
    if band:
        return Judgement(band, score, f"{_amount(like)}, {_by(a, b, how, names)}.")
    if look_alike(like):
        words = "Some of the same words, but most of what either says is not in the other: another sentence."
        return Judgement(Band.OTHER_OCCASION, score, words)
    return _NOTHING


def _other_speaker(how: Relation, like: Likeness, names: tuple[str, str], score: float, *, pointed: bool) -> Judgement:
    whole = like.mutual >= _WORD_FOR_WORD
    said = f"{names[0] or 'an unnamed source'} here and {names[1] or 'an unnamed source'} there"
    if how is Relation.HIDDEN and whole and (like.matter >= 5 or len(like.a) >= 10):
        return Judgement(Band.SUGGESTED, score, f"Word for word the same, but {said}.")
    if pointed and how is Relation.OTHER and like.mutual >= _POINTED and like.matter >= 4:
        why = f"{_amount(like)}; {said}, but one of the two is not named at the quote."
        return Judgement(Band.SUGGESTED, score, why)
    if whole or look_alike(like) or (how is Relation.OTHER and _echo(like)):
        near = "Nearly the same words" if like.contained >= 0.7 else "Similar words"
        amount = "The same words" if whole else near if look_alike(like) else "A like turn of phrase"
        return Judgement(Band.OTHER_SPEAKER, score, f"{amount}, but {said}.")
    return _NOTHING
