"""Prospects: what one reading says has happened, where the other says that it is to come, or was only tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.stated_facts import DENIAL, HEDGE, PROSPECT, Fact, Reading
from desktop.text.languages.registry import word_forms_in
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.text.facts.contrasts import Contrast
    from desktop.text.facts.stated_facts import Side

_REACH = 4  # tokens from a word such as "will" to its verb
_AUXILIARY = 3  # tokens from "has" to its participle
_SAME_BEGINNING = 2  # letters
_SAME_VERB = 0.6  # of the letters of two forms of one verb


def prospects(contrast: Contrast) -> Iterator[Alert]:
    """A verb that only one reading leaves to come, planned or tried: "will resign" and "has resigned"."""
    mine, theirs = contrast.mine, contrast.theirs
    if not (mine.words and theirs.words) or mine.classes & theirs.classes & PROSPECT:
        return
    open_one, told = (mine, theirs) if mine.classes & PROSPECT else (theirs, mine)
    if told.classes & (HEDGE | DENIAL) or open_one.classes & DENIAL:
        return
    found = _left_open(open_one, told)
    if found:
        pair = found if open_one is mine else (found[1], found[0])
        first, second = contrast.printed(pair)
        why = Sentence(
            "One says it has happened, the other leaves it open: “{one}” against “{other}”.", one=first, other=second
        )
        yield contrast.alert(AlertKind.HEDGE, pair, "", why)


def _left_open(reading: Reading, told: Reading) -> tuple[Fact, Fact] | None:
    """The words of a reading that leave a verb open, and those that tell it of the other as having happened."""
    side, lexicon = reading.side, reading.side.lexicon
    for at in reading.prospects():
        tried = side.around(at) in lexicon.attempts
        itself = not tried and side.around(at) not in lexicon.futures  # as "démissionnera"
        if tried and lexicon.infinitive_marks and side.around(at + 1) not in lexicon.infinitive_marks:
            continue
        for index in [at] if itself else range(at + 1, min(at + 1 + _REACH, reading.last)):
            verb = side.around(index)
            done = _as_done(told, verb, tried=tried) if side.form(index).content else None
            if done:
                return Fact("", at, index + 1), done
        if (
            not itself and side.around(at) not in lexicon.passives and _is_auxiliary(told)
        ):  # and the participle stands behind both: "would be charged", "was charged"
            return Fact("", at, reading.last), Fact("", told.first, told.last)
    return None


def _as_done(told: Reading, verb: str, *, tried: bool) -> Fact | None:
    """Where a reading tells a verb in a form that says that it has happened; of what was tried, in any other form."""
    side, lexicon = told.side, told.side.lexicon
    for index in range(told.first, told.last):
        word = side.around(index)
        if word == verb or not side.form(index).content or word.endswith(lexicon.gerund_endings):
            continue
        perfect = [at for at in range(index - _AUXILIARY, index) if side.around(at) in lexicon.perfects]
        happened = perfect or tried or word.endswith(lexicon.past_endings) or _is_irregular(side, word)
        if happened and _is_same_verb(side, word, verb):
            return Fact("", max(told.first, perfect[0]) if perfect else index, index + 1)
    return None


def _is_irregular(side: Side, word: str) -> bool:
    """Say whether a form is of the past because it is none of the present, in a language that has but one of these."""
    present = side.lexicon.present_endings
    return bool(present) and not word.endswith(present)


def _is_same_verb(side: Side, word: str, verb: str) -> bool:
    """Say whether two words are forms of one verb, by their letters, or by the table of forms: "sell", "sold"."""
    for form in (word, word.removeprefix(side.lexicon.participle_beginning)):
        alike = form[:_SAME_BEGINNING] == verb[:_SAME_BEGINNING]
        if alike and Levenshtein.normalized_similarity(form, verb) >= _SAME_VERB:
            return True
    if word[:1] != verb[:1]:
        return False
    concepts = word_forms_in(side.lexicon.code).concepts  # loaded for few
    return not {*concepts(word)}.isdisjoint(concepts(verb))


def _is_auxiliary(reading: Reading) -> bool:
    """Say whether nothing stands in a reading but an auxiliary of the past: "has been"."""
    around, perfects = reading.side.around, reading.side.lexicon.perfects
    words = [around(index) for index in range(reading.first, reading.last)]
    return bool(perfects) and bool(words) and all(word in perfects for word in words)
