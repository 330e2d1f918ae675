"""Alerts of a comparison: which changes alter a fact, which fact, and how pressing it is.

Only small changes are read for facts: where a whole sentence was rewritten, two lists of words say nothing
about which fact became which.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from itertools import compress
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from desktop.domain import Span
from desktop.gc_pause import gc_paused
from desktop.text.alignment.token_alignment import edits_between, exact_blocks
from desktop.text.alignment.token_codes import STOP_BITS, WORD_BITS
from desktop.text.changes import Alert, AlertKind, Change, ChangeKind
from desktop.text.facts.additions import Additions
from desktop.text.facts.attributions import (
    SPEAKING,
    attributions,
    named_for_kind,
    named_for_role,
    named_kinds,
    other_speakers,
    places,
    says_who,
    sources,
    standings,
    unnamed_sources,
)
from desktop.text.facts.contrasts import Contrast
from desktop.text.facts.directions import opposed_words
from desktop.text.facts.exchanged_words import Place, QuotedWording
from desktop.text.facts.names import NameFinder
from desktop.text.facts.negations_and_hedges import contraries, denials, doubts, near_denials
from desktop.text.facts.prefilter import Prefilter
from desktop.text.facts.prospects import prospects
from desktop.text.facts.quantities import COUNTING, quantities
from desktop.text.facts.quoted_text import QuotedText
from desktop.text.facts.stated_facts import (
    DENIAL,
    HEDGE,
    KNOWN_PLACE,
    MARK,
    NAME,
    NEARLY,
    NUMBER,
    OPPOSED,
    PREFIXED,
    PROSPECT,
    ROLE,
    SAYING,
    STANDING,
    STEP,
    Form,
    Reading,
    Side,
    forms_in,
)
from desktop.text.languages.registry import lexicon_of
from desktop.text.progress import Stage, watched
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.text.alignment.token_alignment import Edit
    from desktop.text.words import Tokens

_REWRITTEN = 40  # words up to which a rewritten stretch is searched for words that answer each other
_STEM = 3  # letters by which a shifted word is known again: "Sept" and "September"
_NEAR = 120  # code points within which it is the same place
_LONG = 400  # code points beyond which no facts are read
_SENTENCE = 60  # code points; whole paragraphs of fewer may be a headline or a date, all words of which changed
_LONGEST_ARTICLE = 400_000  # code points; of longer texts it is not reported what was put in
_ENDLESS = 20_000  # code points beyond which nothing is read
_BETWEEN = 24  # code points between two changes of one quotation that make one alert
_GRAVEST_FIRST = (
    AlertKind.NUMBER,
    AlertKind.NEGATION,
    AlertKind.DIRECTION,
    AlertKind.NAME,
    AlertKind.PLACE,
    AlertKind.DATE,
    AlertKind.HEDGE,
    AlertKind.ATTRIBUTION,
    AlertKind.QUOTATION,
    AlertKind.SPEAKER,
    AlertKind.TRUNCATION,
    AlertKind.BOUNDARY,
    AlertKind.WHOLE_QUOTATION,
    AlertKind.FIGURE,
)
_GRAVITY = {kind: place for place, kind in enumerate(_GRAVEST_FIRST)}
_ALONE = COUNTING | DENIAL | PREFIXED | HEDGE | MARK | NEARLY | STANDING | PROSPECT
_TOGETHER = SPEAKING | OPPOSED | STEP
_NO_WORDS = (ChangeKind.TYPOGRAPHY, ChangeKind.PARAGRAPH)
_WHEREVER = (AlertKind.NUMBER, AlertKind.PLACE)  # looked for in the first words of a rewritten stretch as well
_IMPLIED = (AlertKind.DIRECTION, AlertKind.NEGATION)  # by the number, the name or the denial they belong to
_HARDLY_ANY = 1  # words; the other side has all there is
_OF_VERSIONS = (AlertKind.PLACE, AlertKind.ATTRIBUTION)  # one side alone tells something only there
_OF_SPEAKERS = (AlertKind.SPEAKER, AlertKind.NAME, AlertKind.PLACE, AlertKind.ATTRIBUTION)
_OF_WORDING = (AlertKind.QUOTATION, AlertKind.TRUNCATION, AlertKind.BOUNDARY, AlertKind.WHOLE_QUOTATION)


class _Weights(NamedTuple):
    """What makes an alert less pressing than another of its kind."""

    outside: int = 2 * len(_GRAVEST_FIRST)  # than any fact inside quotation marks
    kind: int = 2
    one_sided: int = 1


_WEIGHTS = _Weights()


class AlertSearch:
    """The search for the alerts of changes, made once, when it is first asked for them; several threads may ask."""

    def __init__(self, search: Callable[[], tuple[Change, ...]]) -> None:
        self._search: Callable[[], tuple[Change, ...]] | None = search
        self._changes: tuple[Change, ...] = ()
        self._lock = Lock()

    def changes(self) -> tuple[Change, ...]:
        """The changes with their alerts."""
        with self._lock:
            if self._search is not None:
                with gc_paused():
                    self._changes = self._search()
                self._search = None  # and with it all the tokens
            return self._changes


def with_alerts(
    changes: Sequence[Change],
    a: Tokens,
    b: Tokens,
    cancelled: Callable[[], bool] | None = None,
    *,
    of_one_text: bool = True,
) -> tuple[Change, ...]:
    """The changes with their alerts; those inside moved text are given to the move as well.

    In versions of one text whole quotations, figures and dates that were put in or taken out are reported, too.
    """
    reader = _Reader(a, b, of_one_text=of_one_text)
    places: Sequence[int] = range(len(changes))
    if a.whole or b.whole:
        places = list(compress(places, Prefilter(a, b, reader.quoted).to_read(changes, cancelled)))
    marked = list(changes)
    for place in watched(places, cancelled, stage=Stage.ALERTS):
        marked[place] = reader.marked(changes[place])
    _drop_shifted(marked)
    _join_wordings(marked, reader.quoted)
    return tuple(marked)


def _drop_shifted(changes: list[Change]) -> None:
    """Take out what only changed its place: "6 Sept" for "September 6" loses a month and gains it again."""
    pending: dict[tuple[AlertKind, str], tuple[int, Alert]] = {}
    for place, change in enumerate(changes):
        for alert in change.alerts:
            if bool(alert.a_text) == bool(alert.b_text) or alert.kind in _OF_WORDING:
                continue
            key = "" if alert.kind is AlertKind.NEGATION else (alert.a_text or alert.b_text).lower()[:_STEM]
            before = pending.pop((alert.kind, key), None)
            if before and bool(before[1].a_text) != bool(alert.a_text) and alert.a.start - before[1].a.end < _NEAR:
                for at, gone in (before, (place, alert)):
                    changes[at] = replace(changes[at], alerts=_all_but(changes[at].alerts, gone))
            else:
                pending[alert.kind, key] = (place, alert)


def _all_but(alerts: Sequence[Alert], gone: Alert) -> tuple[Alert, ...]:
    return tuple(alert for alert in alerts if alert is not gone)


def _join_wordings(changes: list[Change], quoted: tuple[QuotedText, QuotedText]) -> None:
    """Tell changes of one quotation that stand close together in one alert, that of the first."""
    at = -1  # the change that tells of those before this one
    for place, change in enumerate(changes):
        if not change.alerts:  # as most
            if at >= 0 and change.kind not in _NO_WORDS:
                at = -1
            continue
        alert_here = _only_wording(change)
        before = _only_wording(changes[at]) if at >= 0 else None
        if alert_here and before and _one_quotation(before, alert_here, quoted):
            joined = _joined(before, alert_here, quoted)
            changes[at] = replace(changes[at], alerts=(joined,))
            changes[place] = replace(change, alerts=())
        else:
            at = place if alert_here else -1


def _only_wording(change: Change) -> Alert | None:
    alerts = change.alerts
    return alerts[0] if len(alerts) == 1 and alerts[0].kind is AlertKind.QUOTATION and not change.ignored else None


def _one_quotation(first: Alert, second: Alert, quoted: tuple[QuotedText, QuotedText]) -> bool:
    spans = ((first.a, second.a), (first.b, second.b))
    return all(
        0 <= after.start - before.end <= _BETWEEN and text.around(Span(before.start, after.end)) is not None
        for (before, after), text in zip(spans, quoted, strict=True)
    )


def _joined(first: Alert, second: Alert, quoted: tuple[QuotedText, QuotedText]) -> Alert:
    a, b = Span(first.a.start, second.a.end), Span(first.b.start, second.b.end)
    mine, theirs = (span.of(text.text).strip() for span, text in zip((a, b), quoted, strict=True))
    why = Sentence("The words inside the quotation marks differ: “{one}” against “{other}”.", one=mine, other=theirs)
    return Alert(AlertKind.QUOTATION, a, b, mine, theirs, why, min(first.rank, second.rank))


class _Reader:
    """Reads changes for facts that differ."""

    def __init__(self, a: Tokens, b: Tokens, *, of_one_text: bool) -> None:
        """Of one text: what it puts in or takes out is reported."""
        self._a, self._b = a, b
        self._of_one_text = of_one_text
        self.quoted = QuotedText(a.text), QuotedText(b.text)
        self._known: set[tuple[AlertKind, Span, Span]] = set()

    @cached_property
    def _sides(self) -> tuple[Side, Side]:
        forms = forms_in(lexicon_of(self._a.text, self._b.text))
        is_name = NameFinder((self._a.text, self._b.text), forms.lexicon).holds
        return Side(self._a, forms, is_name), Side(self._b, forms, is_name)

    @cached_property
    def _additions(self) -> Additions | None:
        short = max(len(self._a.text), len(self._b.text)) <= _LONGEST_ARTICLE
        return Additions(self._sides, self.quoted) if self._of_one_text and short else None

    @cached_property
    def _wordings(self) -> QuotedWording:
        return QuotedWording(self._sides, self.quoted)

    def marked(self, change: Change) -> Change:
        if change.kind is ChangeKind.MOVED:
            inner = tuple(self.marked(part) for part in change.inner)
            inner_alerts = [alert for part in inner if not part.ignored for alert in part.alerts]
            return _with(change, inner_alerts, inner)
        if change.kind in _NO_WORDS:
            return change
        alerts = self._alerts(change)
        return _with(change, alerts) if alerts else change

    def _alerts(self, change: Change) -> list[Alert]:
        size = max(change.a.end - change.a.start, change.b.end - change.b.start)
        if size > _ENDLESS:
            return []
        mine, theirs = self._reading(0, change.a), self._reading(1, change.b)
        if size > _SENTENCE and self._are_paragraphs(change):
            return self._added(mine, theirs, change)
        contrast = Contrast(mine, theirs, (change.a.start, change.b.start))
        classes = _classes_to_read(contrast, one_sided=self._of_one_text)
        if not (classes or self._wordings.touched(change.a, change.b)):
            return []
        place = Place(mine.first, mine.last, theirs.first, theirs.last)
        if _same_letters(contrast):
            return [self._ranked(alert) for alert in self._wordings.regrouped(place)] if contrast.both & MARK else []
        found: list[Alert] = []
        if classes and size <= _LONG:
            found = [self._ranked(alert) for alert in _explained(self._facts(contrast)) if self._is_reported(alert)]
        if not (mine.words or theirs.words):
            omission = self._wordings.omission(change.a, change.b)
            found += [self._ranked(omission)] if omission else []
        elif not found:
            altered = self._wordings.altered(change.a, change.b, place)
            found = [self._ranked(altered)] if altered else []
        if not contrast.readable or _is_new_sentence(contrast):
            kinds = {alert.kind for alert in found}
            found += [alert for alert in self._added(mine, theirs, change) if alert.kind not in kinds]
        if contrast.either & MARK:
            found += [self._ranked(alert) for alert in self._wordings.boundaries(place)]
        return found

    def _added(self, mine: Reading, theirs: Reading, change: Change) -> list[Alert]:
        """What a change of more than a few words puts in or takes out."""
        if self._additions is None:
            return []
        alerts = self._additions.within(mine, theirs, change.a, change.b)
        return [self._ranked(alert) for alert in alerts if self._is_new(alert)]

    def _are_paragraphs(self, change: Change) -> bool:
        """Say whether whole paragraphs stand on both sides, no word of which was kept: nothing answers anything."""
        return _is_paragraph(self._a.text, change.a) and _is_paragraph(self._b.text, change.b)

    def _is_reported(self, alert: Alert) -> bool:
        """Say whether an alert matters and no change before has it."""
        return not self._is_reported_inside(alert) and self._matters(alert) and self._is_new(alert)

    def _matters(self, alert: Alert) -> bool:
        """Say whether an alert matters: that one of two accounts names a place, or a source, does not."""
        return self._of_one_text or alert.kind not in _OF_VERSIONS or bool(alert.a_text and alert.b_text)

    def _is_reported_inside(self, alert: Alert) -> bool:
        """Say whether what looks like a source is a speaker's own words: “Nobody told us.”."""
        if alert.kind is not AlertKind.ATTRIBUTION or bool(alert.a_text) == bool(alert.b_text):
            return False
        side = 0 if alert.a_text else 1
        return self.quoted[side].around((alert.a, alert.b)[side]) is not None

    def _is_new(self, alert: Alert) -> bool:
        """Say whether no change before has the same alert."""
        key = (alert.kind, alert.a, alert.b)
        if key in self._known:
            return False
        self._known.add(key)
        return True

    def _ranked(self, alert: Alert) -> Alert:
        rank = _WEIGHTS.kind * _GRAVITY[alert.kind]
        rank += _WEIGHTS.one_sided * (not alert.a_text or not alert.b_text)
        quoted = self.quoted[0].inside(alert.a) and self.quoted[1].inside(alert.b)
        if alert.kind in _OF_WORDING or not quoted:
            rank += _WEIGHTS.outside
        return Alert(alert.kind, alert.a, alert.b, alert.a_text, alert.b_text, alert.why, rank)

    def _reading(self, side: int, span: Span) -> Reading:
        starts = (self._a, self._b)[side].starts
        first = last = bisect_left(starts, span.start)
        if span.start < span.end:
            last = bisect_left(starts, span.end, first, min(len(starts), first + span.end - span.start))
        return Reading(self._sides[side], first, last)

    def _facts(self, contrast: Contrast) -> Iterator[Alert]:
        if contrast.readable:
            if not _is_new_sentence(contrast):
                implying = contrast.either & HEDGE or contrast.both & OPPOSED
                told = list(_differences(contrast, one_sided=self._of_one_text or bool(implying)))
                yield from told
                yield from _of_versions(contrast, told) if self._of_one_text else ()
            return
        both = contrast.mine.words and contrast.theirs.words
        if contrast.either & SAYING and not (both and contrast.theirs.words > 1) and (both or self._of_one_text):
            yield from unnamed_sources(contrast)
            yield from sources(contrast)
        for part in _parts(contrast):
            yield from (alert for alert in _differences(part, one_sided=False) if alert.a_text and alert.b_text)
        begin = contrast.first_words()
        if begin and begin.both & (NAME | NUMBER):
            yield from (
                alert for alert in _first_facts(begin) if alert.kind in _WHEREVER and alert.a_text and alert.b_text
            )


def _of_versions(contrast: Contrast, told: Sequence[Alert]) -> Iterator[Alert]:
    """What is reported of two versions only: between two accounts it is another way to put it."""
    yield from named_kinds(contrast)
    if not any(alert.kind in _OF_SPEAKERS for alert in told):
        yield from other_speakers(contrast)


def _is_new_sentence(contrast: Contrast) -> bool:
    """Say whether a whole sentence only came or went, which alters nothing that others say."""
    one_sided = not (contrast.mine.words and contrast.theirs.words)
    return one_sided and (contrast.mine.is_sentence() or contrast.theirs.is_sentence())


def _explained(alerts: Iterable[Alert]) -> list[Alert]:
    """Without what another alert tells already: North Korea that became South Korea is no turned direction as well."""
    found: list[Alert] = []
    for alert in alerts:
        implied = alert.kind in _IMPLIED and any(
            alert.a.touches(other.a) and alert.b.touches(other.b) for other in found
        )
        if not implied:
            found.append(alert)
    if len(found) < 2:
        return found
    verbs = [alert for alert in found if alert.kind is AlertKind.ATTRIBUTION]
    return [alert for alert in found if not (alert.kind is AlertKind.HEDGE and _implied_by(alert, verbs))]


def _implied_by(alert: Alert, others: Sequence[Alert]) -> bool:
    """Say whether what an alert tells is a part of what another does."""
    return any(
        alert.a.touches(other.a) or alert.b.touches(other.b) or alert.a == other.a or alert.b == other.b
        for other in others
    )


def _is_paragraph(text: str, span: Span) -> bool:
    """Say whether a span begins and ends where lines of a text do, white space left out."""
    words = text[span.start : span.end]
    start, end = span.end - len(words.lstrip()), span.start + len(words.rstrip())
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return start < end and (not before or "\n" in before) and (not after or "\n" in after)


def _classes_to_read(contrast: Contrast, *, one_sided: bool) -> int:
    """What the words of two readings may tell: some facts by one of them, others only where both have one.

    `one_sided` says whether it matters that one of them alone names a place or a source, or has its kind.
    """
    mine, theirs, either = contrast.mine, contrast.theirs, contrast.either
    classes = either & _ALONE | contrast.both & _TOGETHER
    if either & NAME:
        classes |= named_for_role(mine.classes, theirs.classes)
    if not one_sided:
        return classes
    if either & NAME:
        classes |= named_for_kind(mine, theirs)
    words, others = mine.words, theirs.words
    if words and others:
        classes |= SAYING if says_who(mine) and says_who(theirs) else 0
    else:
        classes |= either & KNOWN_PLACE
    if (words <= _HARDLY_ANY) != (others <= _HARDLY_ANY):
        classes |= either & SAYING
    return classes


def _differences(contrast: Contrast, *, one_sided: bool) -> Iterator[Alert]:
    """The facts that two readings state differently; `one_sided` places and sources of one of them only as well."""
    either = contrast.either
    if either & COUNTING or contrast.both & STEP:
        yield from quantities(contrast)
    if either & (DENIAL | PREFIXED):
        yield from denials(contrast)
        yield from contraries(contrast)
    if either & NEARLY:
        yield from near_denials(contrast)
    if either & (HEDGE | PROSPECT):
        yield from list(prospects(contrast)) or doubts(contrast)
    told: list[Alert] = []
    if contrast.both & SPEAKING:
        told = list(attributions(contrast))
        yield from told
    elif one_sided and either & KNOWN_PLACE and not (contrast.mine.words and contrast.theirs.words):
        yield from places(contrast)
    if either & ROLE:
        yield from unnamed_sources(contrast)
    if one_sided and either & SAYING:
        yield from sources(contrast)
    if either & (STANDING | OPPOSED):
        yield from _by_single_words(contrast, of_speakers=bool(told))


def _by_single_words(contrast: Contrast, *, of_speakers: bool) -> Iterator[Alert]:
    """What one word tells by itself: an office, a direction; a sex where speakers that differ do not tell it."""
    yield from standings(contrast)
    if contrast.both & OPPOSED:
        yield from opposed_words(contrast, of_speakers=of_speakers)


def _first_facts(contrast: Contrast) -> Iterator[Alert]:
    """The numbers and names that two readings state differently."""
    if contrast.either & COUNTING:
        yield from quantities(contrast)
    if contrast.both & NAME:
        yield from attributions(contrast)


def _parts(contrast: Contrast) -> Iterator[Contrast]:
    """Replacements inside a rewritten stretch that stand beside a word of content both sides have."""
    mine, theirs = contrast.mine, contrast.theirs
    if max(mine.words, theirs.words) > _REWRITTEN or mine.content().isdisjoint(theirs.content()):
        return
    edits = list(_light_edits(mine.forms, theirs.forms))
    ends = [0, *(edit[1] for edit in edits)]
    starts = [*(edit[0] for edit in edits), len(mine.forms)]
    for (i1, i2, j1, j2), before, after in zip(edits, ends, starts[1:], strict=False):
        beside = (*mine.forms[before:i1][-1:], *mine.forms[i2:after][:1])
        if i1 < i2 and j1 < j2 and any(form.content for form in beside):
            part = Contrast(mine.part(i1, i2), theirs.part(j1, j2), (0, 0))
            if _classes_to_read(part, one_sided=False) and part.readable and not _same_letters(part):
                yield part


def _light_edits(mine: Sequence[Form], theirs: Sequence[Form]) -> list[Edit]:
    """The least changes between two short lists of words, however small what lies between them."""
    first, second = ([form.lower for form in side] for side in (mine, theirs))
    codes = {word: chr(code) for code, word in enumerate({*first}.intersection(second), 2)}
    bits = {codes[form.lower]: WORD_BITS if form.content else STOP_BITS for form in mine if form.lower in codes}
    x = "".join([codes.get(word, "\0") for word in first])
    y = "".join([codes.get(word, "\1") for word in second])
    return edits_between(exact_blocks(x, y, bits), len(x), len(y))


def _with(change: Change, alerts: Sequence[Alert], inner: tuple[Change, ...] = ()) -> Change:
    return Change(change.kind, change.a, change.b, tuple(alerts), change.move, inner, change.ignored)


def _same_letters(contrast: Contrast) -> bool:
    """Say whether the two differ in hyphens, spaces, case or punctuation only."""
    mine, theirs = contrast.mine, contrast.theirs
    if not (mine.words and theirs.words) or (mine.classes ^ theirs.classes) & NUMBER:
        return False
    if not mine.classes & NUMBER and mine.initial() != theirs.initial():
        return False
    return mine.letters() == theirs.letters()
