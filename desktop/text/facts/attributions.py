"""Attribution alerts: other names, pronouns or verbs of saying in two readings, or a source in one of them only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.contrasts import Contrast, Pair, apart
from desktop.text.facts.names import is_place, same_name, spelt_alike
from desktop.text.facts.stated_facts import CUE, HEDGE, NAME, NUMBER, OPPOSED, PRONOUN, ROLE, SAYING, Fact, Reading
from desktop.text.languages.registry import word_forms_in
from desktop.text.languages.reporting import MEDIUM, STRONG
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.text.facts.stated_facts import Side

_BEFORE_CUE = 3  # tokens from a name to the verb of saying
_BESIDE = 8  # tokens
_STEM = 7  # letters
_LONGEST_SPEAKER = 4  # words
KIND = 2  # words: "a university"
_LONGEST_SOURCE = 10  # words that say who says so
_BEHIND_VERB = 3  # tokens of them from the verb on: "said that the"
_NEARBY = 60  # tokens within which a source may have another place
_ENDERS = frozenset(".!?")
_CLAUSE_ENDS = frozenset(".!?,;")
_BEFORE_SOURCE = frozenset(",\"'")
SPEAKING = NAME | PRONOUN | ROLE | CUE | SAYING

Named = tuple[Fact, Fact]


class Between(NamedTuple):
    """The tokens [first, end) between two names, the second of which ends before the token `last`."""

    first: int
    end: int
    last: int


def named_for_role(mine: int, theirs: int) -> int:
    """ROLE where one of two classes may be that of a name, and the other that of a role; 0 if not."""
    return ROLE if (mine & NAME and theirs & ROLE) or (mine & ROLE and theirs & NAME) else 0


def named_for_kind(mine: Reading, theirs: Reading) -> int:
    """NAME where one of two readings may name what the other has a kind of, "a university"; 0 if not."""
    for named, other in ((mine, theirs), (theirs, mine)):
        if named.classes & NAME and not other.classes & NAME and other.words == KIND:
            return NAME if other.forms[0].lower in other.side.indefinite else 0
    return 0


def attributions(contrast: Contrast) -> Iterator[Alert]:
    """Speakers, verbs of saying and names; who speaks and how is one alert."""
    named = (contrast.mine.names(), contrast.theirs.names()) if contrast.both & NAME else ([], [])
    names = list(_names(contrast, *named))
    speakers = list(_speakers(contrast, names))
    cues = contrast.answering(*apart(contrast.mine.cues(), contrast.theirs.cues())) if contrast.both & CUE else []
    if len(speakers) == len(cues) == 1:
        yield contrast.alert(AlertKind.SPEAKER, _together(speakers[0], cues[0]), "Who speaks, and how,")
    else:
        yield from contrast.alerts(AlertKind.SPEAKER, speakers, "The speaker")
        yield from (_cue(contrast, pair) for pair in cues)
        if not (speakers or cues):
            yield from _verbs(contrast)
    yield from _exchanged(contrast, *named)
    known = {(one.first, other.first) for one, other in speakers}
    yield from (_name(contrast, pair) for pair in names if (pair[0].first, pair[1].first) not in known)


# -- who speaks -----------------------------------------------------------------------------------------------------


def _cue(contrast: Contrast, pair: Pair) -> Alert:
    lexicon = contrast.mine.side.lexicon
    values = {str(fact.value) for fact in pair if fact}
    if values & lexicon.denying and values & lexicon.affirming:
        first, second = contrast.printed(pair)
        why = Sentence("One denies what the other does not: “{first}” against “{second}”.", first=first, second=second)
        return contrast.alert(AlertKind.NEGATION, pair, "", why)
    return contrast.alert(AlertKind.ATTRIBUTION, pair, "The verb of saying")


def _verbs(contrast: Contrast) -> Iterator[Alert]:
    """Two rarer verbs of saying for one another, behind one subject: "explained" and "defended"."""
    first, second = (_verb_of_a_subject(reading) for reading in (contrast.mine, contrast.theirs))
    if first and second and contrast.anchored(first, second) and _mean_others(contrast.mine.side, first, second):
        yield contrast.alert(AlertKind.ATTRIBUTION, (first, second), "The verb of saying")


def _mean_others(side: Side, first: Fact, second: Fact) -> bool:
    """Say whether two words stand for nothing in common; few changes ask, for whom the tables of forms are loaded."""
    forms = word_forms_in(side.lexicon.code)
    return {*forms.concepts(str(first.value))}.isdisjoint(forms.concepts(str(second.value)))


def other_speakers(contrast: Contrast) -> Iterator[Alert]:
    """Other words that name no person before one verb of saying, or behind one "according to"."""
    mine, theirs = contrast.mine, contrast.theirs
    if not (says_who(mine) and says_who(theirs)) or mine.content() & theirs.content():
        return
    facts = [_all_words(reading) for reading in (mine, theirs)]
    if facts[0] and facts[1]:
        yield contrast.alert(AlertKind.SPEAKER, (facts[0], facts[1]), "The speaker")


def says_who(reading: Reading) -> bool:
    """Say whether a few words are the last of who says something: "the union" of "the union said"."""
    side = reading.side
    if not 0 < reading.words <= _LONGEST_SPEAKER or reading.classes & (NUMBER | PRONOUN | HEDGE):
        return False
    first, last = reading.first, reading.last
    if side.strength(first - 1) >= STRONG and not side.is_word(last):  # "sagte Scholz,": elsewhere a capital tells
        return reading.words == 1 and side.form(first).folded[:1].isupper() and side.form(first).content
    if side.around(last) in side.roles:
        return False  # "the full report"
    if side.strength(last) < STRONG or not side.is_word(last - 1) or side.form(last - 1).classes & SAYING:
        return False
    if not reading.content():
        return False
    first -= side.around(first - 1) in side.lexicon.determiners
    return side.begins(first) or side.form(first - 1).folded in _BEFORE_SOURCE


def _all_words(reading: Reading) -> Fact | None:
    at = [index for index in range(reading.first, reading.last) if reading.side.is_word(index)]
    return Fact("", at[0], at[-1] + 1) if at else None


def _verb_of_a_subject(reading: Reading) -> Fact | None:
    """The verb of saying of a reading, right behind somebody who can speak."""
    side = reading.side
    for at in reading.sayings():
        if side.strength(at) >= MEDIUM and _is_somebody(side, at - 1) and side.form(at).folded[0].islower():
            return Fact(side.around(at), at, at + 1)
    return None


def _is_somebody(side: Side, index: int) -> bool:
    """Say whether a token ends the name, role or pronoun of somebody who can speak."""
    if not side.is_word(index):
        return False
    return (
        side.form(index).classes & (PRONOUN | ROLE) != 0
        or side.is_part_of_name(index)
        or _begins_with_name(side, index)
    )


def _begins_with_name(side: Side, index: int) -> bool:
    form = side.form(index)
    return side.begins(index) and form.content and form.folded[0].isupper() and not side.lexicon.capital_nouns


def _together(names: Named, cues: Pair) -> Pair:
    one, other = (
        Fact("", min(name.first, cue.first), max(name.last, cue.last)) if cue else name
        for name, cue in zip(names, cues, strict=True)
    )
    return one, other


def _speakers(contrast: Contrast, names: list[Named]) -> Iterator[Named]:
    """Names, pronouns and roles that differ, each with a verb of saying beside it."""
    pairs = list(names)
    if contrast.both & PRONOUN:
        pairs += zip(*apart(contrast.mine.pronouns(), contrast.theirs.pronouns()), strict=False)
    if not names and contrast.both & ROLE:
        roles = zip(*apart(contrast.mine.roles(), contrast.theirs.roles()), strict=False)
        pairs += [pair for pair in roles if contrast.anchored(*pair)]
    for one, other in pairs:
        first, second = _speaking(contrast.mine.side, one), _speaking(contrast.theirs.side, other)
        if first and second:
            yield first, second


def _speaking(side: Side, fact: Fact) -> Fact | None:
    """A name with the words up to its verb of saying; None if it has none."""
    if side.has(fact.first - 1) and side.form(fact.first - 1).classes & CUE:
        return fact
    for at in range(fact.last, fact.last + _BEFORE_CUE):
        if not side.is_word(at):
            return None
        if side.form(at).classes & CUE and side.form(at).folded[0].islower():
            return Fact(fact.value, fact.first, at)
    return None


# -- a source on one side only ----------------------------------------------------------------------------------------


def sources(contrast: Contrast) -> Iterator[Alert]:
    """Words that say who says so, on one side only, where what is said stands on both."""
    mine, theirs = contrast.mine, contrast.theirs
    if not (mine.classes | theirs.classes) & SAYING or min(mine.words, theirs.words) > 1:
        return
    if bool(mine.sayings()) == bool(theirs.sayings()):
        return
    in_a = bool(mine.sayings())
    stated, other = (mine, theirs) if in_a else (theirs, mine)
    fact = _source(stated) if stated.words <= _LONGEST_SOURCE and not other.content() else None
    if fact and not _attributed_nearby(other, stated):
        words = contrast.printed((fact, None) if in_a else (None, fact))[not in_a]
        why = Sentence("Only {side} says whose words these are: “{words}”.", side="A" if in_a else "B", words=words)
        yield contrast.alert(AlertKind.ATTRIBUTION, (fact, None) if in_a else (None, fact), "", why)


def _source(reading: Reading) -> Fact | None:
    """The words that attribute what stands before or behind them; None for a whole sentence, or other words."""
    side, first, last = reading.side, reading.first, reading.last
    verbs = reading.sayings()
    while first < last and not side.is_word(first):
        first += 1
    while first < last and not side.is_word(last - 1):
        last -= 1
    leads = side.begins(first) or (side.begins(first - 1) and side.around(first - 1) in side.lexicon.determiners)
    goes_on = side.has(reading.last) and not side.begins(reading.last) and side.form(reading.last).folded not in _ENDERS
    if first in verbs and last - first > 1 and all(_hands_on(side, at) for at in range(first + 1, last)):
        return Fact("", first, first + 1) if side.is_word(first - 1) and goes_on else None
    if leads and goes_on:
        named = any(_has_subject(side, first, verb) and last - verb <= _BEHIND_VERB for verb in verbs)
        found = named or side.around(first) in side.according
    else:
        before = side.form(first - 1).folded if side.has(first - 1) else ""
        ends = not side.has(last) or side.form(last).folded in _CLAUSE_ENDS
        found = before in _BEFORE_SOURCE and ends and any(_in_clause(side, first, verb, last) for verb in verbs)
    while last - first > 1 and leads and _hands_on(side, last - 1):
        last -= 1
    return Fact("", first, last) if found and last - first > 1 else None


def _hands_on(side: Side, index: int) -> bool:
    """Say whether a word leads from a verb of saying to what is said: "that", "they"."""
    form = side.form(index)
    return not form.classes & SAYING and (bool(form.classes & PRONOUN) or not form.content)


def _in_clause(side: Side, first: int, verb: int, last: int) -> bool:
    """Say whether a verb and its subject are all of a clause behind what is said: "Lind said", "said the mayor"."""
    if side.around(first) in side.according:
        return True
    if side.strength(verb) < MEDIUM or (verb != first and side.form(first).classes & SAYING):
        return False
    if verb == first:
        after = verb + 1 + (side.around(verb + 1) in side.lexicon.determiners)
        return after < last and (_is_somebody(side, after) or _is_somebody(side, last - 1))
    return _has_subject(side, first, verb)


def _has_subject(side: Side, first: int, verb: int) -> bool:
    """Say whether words of content, or a pronoun, stand between the beginning of a sentence and its verb."""
    words = [side.form(at) for at in range(first, verb)]
    if not all(word.word and word.lower not in side.first_persons for word in words):
        return False
    return any(word.content or word.classes & PRONOUN for word in words)


def _attributed_nearby(other: Reading, stated: Reading) -> bool:
    """Say whether the other side attributes the words near the place as well: to the same, or in the same sentence."""
    side = other.side
    known = {form.lower for form in stated.forms if form.content and not form.classes & SAYING}
    if not known:
        beside = (*other.beside(_NEARBY, -1), *other.beside(_NEARBY, 1))
        return any(side.form(at).classes & SAYING and side.strength(at) >= MEDIUM for at in beside)
    return any(
        any(side.has(by) and side.around(by) in known for by in range(at - _BEFORE_CUE, at + _BEFORE_CUE + 1))
        for at in side.indices(SAYING, max(0, other.first - _NEARBY), other.last + _NEARBY)
    )


def unnamed_sources(contrast: Contrast) -> Iterator[Alert]:
    """Somebody who speaks by name on one side, and only as one of many on the other: "an official"."""
    mine, theirs = contrast.mine, contrast.theirs
    if not named_for_role(mine.classes, theirs.classes):
        return
    for named, other in ((mine, theirs), (theirs, mine)):
        names = [fact for fact in named.names() if _speaking(named.side, fact)] if named.classes & NAME else []
        if len(names) != 1 or (other.classes & NAME and other.names()):
            continue
        roles = [fact for fact in other.roles() if _speaking(other.side, fact) and _is_one_of_many(other.side, fact)]
        if len(roles) == 1 and not named.roles():
            pair = (names[0], roles[0]) if named is mine else (roles[0], names[0])
            side = "A" if named is mine else "B"
            why = Sentence(
                "Only {side} names the source: “{words}”.", side=side, words=contrast.printed(pair)[named is theirs]
            )
            yield contrast.alert(AlertKind.ATTRIBUTION, pair, "", why)


def _is_one_of_many(side: Side, fact: Fact) -> bool:
    """Say whether a role stands behind an indefinite article, or behind none."""
    for at in range(fact.first - 1, fact.first - 1 - _BEFORE_CUE, -1):
        if side.around(at) in side.indefinite:
            return True
        if side.around(at) in side.lexicon.determiners:
            return False
    return True


# -- whom it names --------------------------------------------------------------------------------------------------


def _names(contrast: Contrast, mine: list[Fact], theirs: list[Fact]) -> Iterator[Named]:
    gone, come = apart(mine, theirs)
    if len(gone) != len(come):
        gone, come = _as_one(contrast.mine.side, gone), _as_one(contrast.theirs.side, come)
    for one, other in zip(gone, come, strict=False):
        alike = spelt_alike(str(one.value), str(other.value))
        if not (alike or contrast.anchored(one, other)) or same_name(contrast, one, other):
            continue
        if not (_same_office(str(one.value), str(other.value)) or _changed_places(contrast, one, other)):
            yield one, other


def _changed_places(contrast: Contrast, one: Fact, other: Fact) -> bool:
    """Say whether each of two names stands beside the other in both texts: "Lee’s chief, Berg", "Berg of Lee"."""
    sides = contrast.mine.side, contrast.theirs.side
    return _stands_beside(sides[0], one, str(other.value)) and _stands_beside(sides[1], other, str(one.value))


def _stands_beside(side: Side, fact: Fact, name: str) -> bool:
    near = {
        side.around(at).removesuffix("'s")
        for at in (*range(fact.first - _BESIDE, fact.first), *range(fact.last, fact.last + _BESIDE))
        if side.has(at) and side.form(at).classes & NAME
    }
    return set(name.split("-")) <= near


def _exchanged(contrast: Contrast, mine: list[Fact], theirs: list[Fact]) -> Iterator[Alert]:
    """Two names that changed places around the same words: "Lee beat Berg" and "Berg beat Lee"."""
    one, other = next(
        (pair for pair in zip(mine, theirs, strict=False) if pair[0].value != pair[1].value), (None, None)
    )
    if one is None or other is None:
        return
    a, b = contrast.mine.side, contrast.theirs.side
    there = _up_to(a, one, other)
    here = _up_to(b, other, one) if there else None
    if there and here and _same_and_telling(a, b, there, here):
        pair = Fact("", one.first, there.last), Fact("", other.first, here.last)
        first, second = contrast.printed(pair)
        why = Sentence("The names changed places: “{one}” against “{other}”.", one=first, other=second)
        known = is_place(a, one) and is_place(b, other)
        yield contrast.alert(AlertKind.PLACE if known else AlertKind.NAME, pair, "", why)


def _up_to(side: Side, one: Fact, other: Fact) -> Between | None:
    """The words from a name to another one in its sentence, soon behind it."""
    reading = Reading(side, one.last, min(one.last + _BESIDE, len(side.tokens.pieces)))
    name = next((fact for fact in reading.names() if fact.value == other.value and fact.first >= one.last), None)
    if name is None or any(side.form(at).folded in _ENDERS for at in range(one.last, name.first)):
        return None
    return Between(one.last, name.first, name.last)


def _same_and_telling(mine: Side, theirs: Side, one: Between, other: Between) -> bool:
    """Say whether the same words stand between two names, and more than an "and": those alone put nobody first."""
    words = [mine.around(at) for at in range(one.first, one.end)]
    if words != [theirs.around(at) for at in range(other.first, other.end)]:
        return False
    return any(mine.form(at).content or mine.form(at).classes & OPPOSED for at in range(one.first, one.end))


def _same_office(first: str, second: str) -> bool:
    """Say whether two names differ by a longer form of a word before them only: "Transport(ation) Minister Dahl"."""
    parts, others = first.split("-"), second.split("-")
    if len(parts) != len(others) or parts[-1] != others[-1]:
        return False
    differing = [pair for pair in zip(parts, others, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    shorter, longer = sorted(differing[0], key=len)
    return len(shorter) >= _STEM and longer.startswith(shorter)


def named_kinds(contrast: Contrast) -> Iterator[Alert]:
    """What only one side names, where the other has its kind: "a university", "the University of Bern"."""
    mine, theirs = contrast.mine, contrast.theirs
    for named, other in ((mine, theirs), (theirs, mine)):
        if not named.classes & NAME or other.classes & NAME or other.words != KIND:
            continue
        at = next(at for at in range(other.first, other.last) if other.side.is_word(at))
        names = named.names()
        kind = other.side.around(at + 1)
        if other.side.around(at) in other.side.indefinite and any(kind in str(name.value).split("-") for name in names):
            pair = (Fact("", named.first, named.last), Fact("", at, at + 2))
            yield contrast.alert(AlertKind.NAME, pair if named is mine else (pair[1], pair[0]), "The name")


def _as_one(side: Side, names: list[Fact]) -> list[Fact]:
    """Names with nothing but a comma between them, as of a place in another, as one."""
    joined: list[Fact] = []
    for fact in names:
        last = joined[-1] if joined else None
        if last and fact.first - last.last == 1 and side.around(last.last) == ",":
            joined[-1] = Fact(f"{last.value}-{fact.value}", last.first, fact.last)
        else:
            joined.append(fact)
    return joined


def places(contrast: Contrast) -> Iterator[Alert]:
    """A known place or people that only one reading names, where nothing else changed."""
    for pair in contrast.alone(*apart(contrast.mine.names(), contrast.theirs.names())):
        side, fact = (contrast.mine.side, pair[0]) if pair[0] else (contrast.theirs.side, pair[1])
        if fact and is_place(side, fact):
            yield contrast.alert(AlertKind.PLACE, pair, "The place")


def standings(contrast: Contrast) -> Iterator[Alert]:
    """A word that makes another office of the one behind it, on one side only: "the former minister"."""
    gone, come = apart(contrast.mine.standings(), contrast.theirs.standings())
    if gone and come:
        yield from contrast.alerts(AlertKind.NAME, contrast.answering(gone, come), "The office")
        return
    other = contrast.theirs if gone else contrast.mine
    for pair in contrast.alone(gone, come) if not other.content() else ():
        side, fact = (contrast.mine.side, pair[0]) if pair[0] else (contrast.theirs.side, pair[1])
        if fact and side.is_word(fact.last):
            words = contrast.printed(pair)[not pair[0]]
            why = Sentence("Only {side} says “{words}” of an office.", side="A" if pair[0] else "B", words=words)
            yield contrast.alert(AlertKind.NAME, pair, "", why)


def _name(contrast: Contrast, pair: Named) -> Alert:
    first, second = (str(fact.value) for fact in pair)
    if is_place(contrast.mine.side, pair[0]) and is_place(contrast.theirs.side, pair[1]):
        return contrast.alert(AlertKind.PLACE, pair, "The place")
    what = "The spelling of the name" if spelt_alike(first, second) else "The name"
    return contrast.alert(AlertKind.NAME, pair, what)
