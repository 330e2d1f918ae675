"""Matching of the quotes of two versions of an article: each is carried over, changed or lost.

A quote is anchored by its words, the text around them and its place among the others. A mark follows a quote only where
the words are exactly the same and the place is, too. Whatever merely looks like it is offered to the checker and never
taken silently.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.facts.stated_facts import DENIAL, SAYING, forms_in
from desktop.text.grouping.similarity import Likeness, content_words, liken, passages
from desktop.text.grouping.speaker_match import Relation, relation, speaker_profile
from desktop.text.languages.registry import languages, lexicon_of
from desktop.text.languages.word_forms import is_function_word
from desktop.text.words import Tokens, fold, plain_words
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Iterator, Mapping, Sequence

    from desktop.domain import Span
    from desktop.text.grouping.wording_difference import Wording


_NEAR = 4  # words between a denial and the verb of saying that it turns round
_SENTENCE_END = lazy_pattern(r"[.!?][\"'”’»)\]]*\s+(?=[^\W_a-z])|\n")


@lru_cache(maxsize=4096)
def is_denied(before: str, quote: str, after: str) -> bool:
    """Say whether the sentence around a quotation denies that it was said: "denied it was", "never said"."""
    before = _SENTENCE_END.split(before)[-1]
    after = "" if quote.rstrip()[-1:] in ".!?" and _begins_anew(after) else _SENTENCE_END.split(after)[0]
    lexicon = lexicon_of(f"{before} {quote} {after}", "")
    form_of = forms_in(lexicon).of
    for part in (before, after):
        forms = [form for form in map(form_of, Tokens(part).pieces) if form.word]
        if any(form.lower in _denying_verbs() for form in forms):
            return True
        sayings = [at for at, form in enumerate(forms) if form.classes & SAYING]
        nearly = lexicon.near_negations
        denied = [at for at, form in enumerate(forms) if form.classes & DENIAL or form.lower in nearly]
        if any(abs(one - other) <= _NEAR for one in sayings for other in denied if one != other):
            return True
    return False


@cache
def _denying_verbs() -> frozenset[str]:
    """The verbs that deny in any language: what stands around a quotation is often too short to tell its own."""
    known = [each.lexicon for each in languages().values() if each.lexicon]
    return frozenset(verb for lexicon in known for verb, says in lexicon.cues.items() if says in lexicon.denying)


def _begins_anew(after: str) -> bool:
    """Say whether what follows a quotation is a sentence of its own."""
    words = after.lstrip("\"'”’»)] \n")
    return words[:1].isupper()


_CONTEXT = 12  # code points on one side that must agree, where so many are stored
_LONG = 6  # words from which exactly the same wording needs no more than a speaker that does not differ
_SAME_PLACE = 0.35  # likeness asked of a changed quote between the neighbours it had
_SAME_CONTEXT = 0.2  # and where the words before or after it are the same
_CUT = 0.75  # share of the shorter wording from which one is the other cut
_LETTERS = 3  # letters and digits a context needs: a lone quotation mark tells nothing
_EVERYWHERE = 200  # quotes looked up by one word, and for one quote, at most
_OFFERED = 5  # look-alikes offered at most
_LOOKS_LIKE = 0.5  # likeness from which a quote elsewhere is offered to the checker


class MatchKind(StrEnum):
    """What became of a quote in the new version."""

    CARRIED = "carried"
    CHANGED = "changed"
    LOST = "lost"


@value_type
class VersionQuote:
    """A quote of one version; prefix and suffix are the text around it, quotation marks included."""

    key: Hashable
    span: Span
    text: str
    prefix: str = ""
    suffix: str = ""
    speaker: str = ""
    role: str = ""


@value_type
class QuoteMatch:
    """One quote of the old version and what became of it."""

    old: Hashable
    new: Hashable | None  # carried to, or changed into
    kind: MatchKind
    why: str  # one plain sentence
    wording: Wording | None = None  # how the new words differ, where it changed
    candidates: tuple[Hashable, ...] = ()  # new quotes that look like a lost one; for a person to judge


def match_quotes(old: Sequence[VersionQuote], new: Sequence[VersionQuote]) -> tuple[QuoteMatch, ...]:
    """Say of each old quote, in the order given, what became of it in the new version.

    Carried only when the wording is exactly the same, letter by letter, and context, order and speaker say that it is
    the same occurrence. Each new quote answers at most one old one.
    """
    return _QuoteMatcher(old, new).run()


def ties(old: Sequence[VersionQuote], new: Sequence[VersionQuote]) -> tuple[tuple[Hashable, Hashable, bool], ...]:
    """Return old and new key of each quote that was carried or changed, and whether it was carried, as `match_quotes`.

    How the words differ, and what else a lost quote may be, takes much longer and is left out.
    """
    return _QuoteMatcher(old, new).ties()


class _QuoteMatcher:
    """The state of one matching: what is carried bounds where the rest can be."""

    def __init__(self, old: Sequence[VersionQuote], new: Sequence[VersionQuote]) -> None:
        self.old_quotes = old
        self.old = sorted(old, key=lambda quote: quote.span)
        self.new = sorted(new, key=lambda quote: quote.span)
        self.contexts = tuple([(_context_before(q), _context_after(q)) for q in side] for side in (self.old, self.new))
        self.to: dict[int, int] = {}  # old index -> new index, carried
        self.taken: set[int] = set()
        self.bounds: list[tuple[int, int]] = []  # the same pairs, in old order
        self.changed: dict[int, tuple[int, str]] = {}
        self.by_word: dict[str, list[int]] = {}

    def run(self) -> tuple[QuoteMatch, ...]:
        self._carry()
        self._change()
        results = {id(self.old[i]): self._result(i) for i in range(len(self.old))}
        return tuple(results[id(quote)] for quote in self.old_quotes)

    def ties(self) -> tuple[tuple[Hashable, Hashable, bool], ...]:
        self._carry()
        self._change()
        found: dict[int, tuple[Hashable, Hashable, bool]] = {}
        for i, quote in enumerate(self.old):
            j = self.to.get(i, self.changed[i][0] if i in self.changed else None)
            if j is not None:
                found[id(quote)] = quote.key, self.new[j].key, i in self.to and not self._turned_round(i, j)
        return tuple(found[id(quote)] for quote in self.old_quotes if id(quote) in found)

    # -- carried ----------------------------------------------------------------------------------------------------

    def _carry(self) -> None:
        """First what its surroundings place, both sides before one; then what lies in order between that."""
        for contexts in (_both_contexts, _context_before, _context_after):
            ours, theirs = self._by(self.old, contexts, self.to), self._by(self.new, contexts, self.taken)
            for key, places in ours.items():
                there = theirs.get(key, [])
                if len(places) == len(there) == 1 and self._same_speaker(places[0], there[0]):
                    self._take(places[0], there[0])
        ours, theirs = self._by(self.old, _text_only, self.to), self._by(self.new, _text_only, self.taken)
        for key, places in ours.items():
            self._carry_by_order(places, theirs.get(key, []))

    def _by(
        self, quotes: Sequence[VersionQuote], contexts: Callable[[VersionQuote], Hashable], done: Container[int]
    ) -> dict[Hashable, list[int]]:
        """The quotes that are left, by text and surroundings; those whose surroundings tell nothing are left out."""
        found: dict[Hashable, list[int]] = defaultdict(list)
        for place, quote in enumerate(quotes):
            key = contexts(quote)
            if key is not None and place not in done:
                found[quote.text, key].append(place)
        return found

    def _take(self, i: int, j: int) -> None:
        self.to[i] = j
        self.taken.add(j)
        insort(self.bounds, (i, j))

    def _carry_by_order(self, ours: Sequence[int], theirs: Sequence[int]) -> None:
        """As many left on both sides, between the same neighbours: the first is the first."""
        if len(ours) != len(theirs):
            return
        for i, j in zip(ours, theirs, strict=True):
            long = len(plain_words(self.old[i].text)) >= _LONG
            before, after = self._gap(i)
            if self._same_speaker(i, j) and (long or before < j < after):
                self._take(i, j)

    def _same_speaker(self, i: int, j: int) -> bool:
        one, other = self.old[i], self.new[j]
        if one.speaker == other.speaker:
            return True
        how = relation(speaker_profile(one.speaker, one.role), speaker_profile(other.speaker, other.role))
        return how not in (Relation.OTHER, Relation.HIDDEN)

    def _gap(self, i: int) -> tuple[int, int]:
        """The new indexes between which an old quote must lie, given its carried neighbours; empty if these crossed."""
        at = bisect_left(self.bounds, (i, -1))
        before = self.bounds[at - 1][1] if at else -1
        after = self.bounds[at][1] if at < len(self.bounds) else len(self.new)
        return before, after

    # -- changed ----------------------------------------------------------------------------------------------------

    def _change(self) -> None:
        """Pair what is left, most alike first, where place or surroundings say that it is the same occurrence."""
        scored = sorted(self._alike_in_place(), key=lambda found: (-found[0], found[1], found[2]))
        used: set[int] = set()
        for _, i, j, why in scored:
            if i not in self.changed and j not in used:
                self.changed[i] = (j, why)
                used.add(j)

    def _alike_in_place(self) -> Iterator[tuple[float, int, int, str]]:
        """Rate the pairs that may be one occurrence; why they are is left empty where only the words can tell."""
        self.by_word = self._index_words()
        for i in (i for i in range(len(self.old)) if i not in self.to):
            before, after = self._gap(i)
            for j in _sharing(self.old[i].text, self.by_word):
                found = self._likeness_in_place(i, j, in_gap=before < j < after)
                if found:
                    yield found[0], i, j, found[1]

    def _index_words(self) -> dict[str, list[int]]:
        """The new quotes that are left, by the words they hold."""
        found: dict[str, list[int]] = defaultdict(list)
        for j, quote in enumerate(self.new):
            if j not in self.taken:
                for word in _words(quote.text):
                    found[word].append(j)
        return found

    def _likeness_in_place(self, i: int, j: int, *, in_gap: bool) -> tuple[float, str] | None:
        old, new = self.old[i], self.new[j]
        same_context = any(
            a is not None and a == b for a, b in zip(self.contexts[0][i], self.contexts[1][j], strict=True)
        )
        if not in_gap and not same_context:
            return None
        if old.text == new.text:
            if not self._same_speaker(i, j):
                who = new.speaker or Sentence("nobody")
                return 2.0, Sentence("The same words, now given to {who}.", who=who)
            return (2.0, Sentence("The same words in another surrounding.")) if same_context else None
        like = _alike(old.text, new.text)
        if like.mutual < (_SAME_CONTEXT if same_context else _SAME_PLACE) and like.contained < _CUT:
            return None
        return like.mutual, ""

    # -- results ----------------------------------------------------------------------------------------------------

    def _result(self, i: int) -> QuoteMatch:
        quote = self.old[i]
        if i in self.to and self._turned_round(i, self.to[i]):
            turned = Sentence("The same words, but the report around them denies them where it did not, or no more.")
            wording = _difference(quote.text, self.new[self.to[i]].text)
            return QuoteMatch(quote.key, self.new[self.to[i]].key, MatchKind.CHANGED, turned, wording)
        if i in self.to:
            exactly = Sentence("Exactly the same words in the same place.")
            return QuoteMatch(quote.key, self.new[self.to[i]].key, MatchKind.CARRIED, exactly)
        if i in self.changed:
            j, why = self.changed[i]
            same = self._same_speaker(i, j)
            wording = _difference(quote.text, self.new[j].text, same_speaker=same)
            why = why or _changed_why(quote.text, self.new[j].text)
            return QuoteMatch(quote.key, self.new[j].key, MatchKind.CHANGED, why, wording)
        candidates = tuple(self.new[j].key for j in self._look_alikes(i))
        gone = Sentence("The new version prints it no more.")
        if candidates:
            gone = Sentence("It is not where it was; something like it stands elsewhere, which may be another quote.")
        return QuoteMatch(quote.key, None, MatchKind.LOST, gone, candidates=candidates)

    def _turned_round(self, i: int, j: int) -> bool:
        """Say whether one version reports the words as said, and the other as not said."""
        before, after = self.old[i], self.new[j]
        if (before.prefix, before.suffix) == (after.prefix, after.suffix):
            return False
        first, second = (is_denied(each.prefix, each.text, each.suffix) for each in (before, after))
        return first != second

    def _look_alikes(self, i: int) -> list[int]:
        used = self.taken | {j for j, _ in self.changed.values()}
        text = self.old[i].text
        likes = ((_alike(text, self.new[j].text), j) for j in _sharing(text, self.by_word) if j not in used)
        scored = [(-like.mutual, j) for like, j in likes if like.contained >= _LOOKS_LIKE]
        return [j for _, j in sorted(scored)][:_OFFERED]


def _context_before(quote: VersionQuote) -> str | None:
    """The last of what stands before a quote, if it has letters enough to tell places apart."""
    context = quote.prefix[-_CONTEXT:]
    return context if sum(map(str.isalnum, context)) >= _LETTERS else None


def _context_after(quote: VersionQuote) -> str | None:
    context = quote.suffix[:_CONTEXT]
    return context if sum(map(str.isalnum, context)) >= _LETTERS else None


def _both_contexts(quote: VersionQuote) -> tuple[str, str] | None:
    before, after = _context_before(quote), _context_after(quote)
    return None if before is None or after is None else (before, after)


def _text_only(_quote: VersionQuote) -> str:
    return ""


def _words(text: str) -> set[str]:
    """The words of matter by which a quote is looked up; all of its words if it has no others."""
    words = set(content_words(text))
    return {word for word in words if not is_function_word(word)} or words


def _sharing(text: str, by_word: Mapping[str, list[int]]) -> list[int]:
    """The quotes that share a word; of very many those that share most, of a word that is everywhere the first."""
    shared = Counter(j for word in _words(text) for j in by_word.get(word, ())[:_EVERYWHERE])
    if len(shared) > _EVERYWHERE:
        return sorted(sorted(shared, key=lambda j: (-shared[j], j))[:_EVERYWHERE])
    return sorted(shared)


@lru_cache(maxsize=8192)
def _alike(one: str, other: str) -> Likeness:
    a, b = content_words(one), content_words(other)
    return liken(*passages([a, b], {word: 0.25 if is_function_word(word) else 1.0 for word in (*a, *b)}))


def _difference(old: str, new: str, *, same_speaker: bool = True) -> Wording:
    from desktop.text.grouping.wording_difference import difference  # which loads all that compares texts

    return difference(old, new, same_speaker=same_speaker)


def _changed_why(old: str, new: str) -> str:
    if fold(old) == fold(new):
        return Sentence("Only the typography differs; the words are the same.")
    changed = _difference(old, new).changed
    if not changed:
        return Sentence("Only punctuation or capitals differ; the words are the same.")
    return Sentence.counted(
        "In the same place, with {count} word changed.", "In the same place, with {count} words changed.", changed
    )
