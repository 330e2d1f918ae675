"""Attribution alerts: other names, pronouns or verbs of saying in two readings of one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.changes import Alert, AlertKind
from desktop.text.facts.contrasts import Contrast, Pair, apart
from desktop.text.facts.names import is_place, same_name, spelt_alike
from desktop.text.facts.stated_facts import CUE, NAME, PRONOUN, ROLE, Fact
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.text.facts.stated_facts import Side

_BEFORE_CUE = 3  # tokens from a name to the verb of saying
SPEAKING = NAME | PRONOUN | ROLE | CUE

Named = tuple[Fact, Fact]


def attributions(contrast: Contrast) -> Iterator[Alert]:
    """Speakers, verbs of saying and names; who speaks and how is one alert."""
    names = list(_names(contrast))
    speakers = list(_speakers(contrast, names))
    cues = contrast.answering(*apart(contrast.mine.cues(), contrast.theirs.cues())) if contrast.both & CUE else []
    if len(speakers) == len(cues) == 1:
        yield contrast.alert(AlertKind.SPEAKER, _together(speakers[0], cues[0]), "Who speaks, and how,")
    else:
        yield from contrast.alerts(AlertKind.SPEAKER, speakers, "The speaker")
        yield from (_cue(contrast, pair) for pair in cues)
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
    return contrast.alert(AlertKind.SPEAKER, pair, "The verb of saying")


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


# -- whom it names --------------------------------------------------------------------------------------------------


def _names(contrast: Contrast) -> Iterator[Named]:
    if not contrast.both & NAME:
        return
    for one, other in zip(*apart(contrast.mine.names(), contrast.theirs.names()), strict=False):
        alike = spelt_alike(str(one.value), str(other.value))
        if (alike or contrast.anchored(one, other)) and not same_name(contrast, one, other):
            yield one, other


def _name(contrast: Contrast, pair: Named) -> Alert:
    first, second = (str(fact.value) for fact in pair)
    if is_place(contrast.mine.side, pair[0]) and is_place(contrast.theirs.side, pair[1]):
        return contrast.alert(AlertKind.PLACE, pair, "The place")
    what = "The spelling of the name" if spelt_alike(first, second) else "The name"
    return contrast.alert(AlertKind.NAME, pair, what)
