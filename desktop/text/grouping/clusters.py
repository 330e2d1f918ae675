"""Which passages of speech come together, and which would but for something that speaks against it?"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.text.grouping.judgement import Case, Judgement, judge
from desktop.text.grouping.similarity import Likeness, liken, says_no, weights
from desktop.text.grouping.speaker_match import Relation, relation
from desktop.text.grouping.statement_types import Band
from desktop.text.grouping.wording_groups import Knot, Tie
from desktop.text.languages.word_forms import is_function_word

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence


_ALIKE_FROM = 0.2  # share of the lighter passage below which two are not looked at
_AT_ONCE = 0.88  # so alike, by one speaker and in different versions, that no further evidence is asked for
_ALONE = 0.66  # the same, where nothing else in any version comes near
_WITNESSES = 4  # copies that are compared with other wordings beside the one they were joined to
_NEAR = 0.33  # share of the lighter passage from which another wording comes near
_OVERLAP = 0.34  # share of the words that two parts of one sentence may have in common
_REPEATED = 0.9
_TOO_COMMON = 400  # passages that hold a word, above which it leads to no candidates
_FAMILY = 12  # wordings of one statement of which a look-alike is told
_THIRD = 0.33  # share two wordings must have in common when a third stands between them
_LOOK_ALIKES = (Band.OTHER_SPEAKER, Band.OTHER_OCCASION)


class Clusters:
    """Puts knots together, best evidence first, and remembers why others stay apart."""

    def __init__(self, knots: Sequence[Knot], decisions: Mapping[frozenset[Hashable], bool]) -> None:
        self.knots = knots
        self.ties: list[Tie] = []
        self._weight = weights({knot.words for knot in knots})
        self._home = list(range(len(knots)))
        self._sure = self._home  # as it was before mere suggestions were followed
        self._inside: list[list[Knot]] = [[knot] for knot in knots]
        self._cache: dict[tuple[int, int], Likeness] = {}
        self._refused = {pair for pair, same in decisions.items() if not same}
        for knot in knots:
            knot.weight = sum(self._weight[word] for word in knot.words)
            knot.matter = sum(not is_function_word(word) for word in knot.words)
        self._by_hand(decisions)
        self._run()
        self.ties = [tie for tie in self.ties if tie.by_hand or self._still_said(tie)]

    # -- what the others ask -----------------------------------------------------------------------------------------

    def home(self, knot: Knot) -> int:
        """The number of the cluster a knot surely lies in."""
        return self._sure[knot.index]

    def like(self, a: Knot, b: Knot) -> Likeness:
        """What two knots share, A first."""
        key = (a.index, b.index)
        if key not in self._cache:
            self._cache[key] = liken(a.words, b.words, self._weight)
        return self._cache[key]

    # -- putting together --------------------------------------------------------------------------------------------

    def _run(self) -> None:
        leaders = self._attach_copies([knot for knot in self.knots if not knot.fragment])
        judged = [tie for tie in map(self._judged, *_columns(self._candidates(leaders))) if tie]
        self._follow([t for t in judged if t.judgement.band is Band.GROUPED])
        fragments = self._same_fragments([knot for knot in self.knots if knot.fragment])
        self._follow([t for t in fragments if t.judgement.band is Band.GROUPED])
        self._sure = list(self._home)
        self._follow([t for t in (*judged, *fragments) if t.judgement.band is Band.SUGGESTED])
        self.ties += self._by_way_of_a_third()
        self.ties += [t for t in (*judged, *fragments) if t.judgement.band in _LOOK_ALIKES]
        self.ties += self._relatives([t for t in self.ties if t.judgement.band in _LOOK_ALIKES])
        self._place_fragments()

    def _follow(self, ties: list[Tie]) -> None:
        for tie in sorted(ties, key=_best_first):
            self._merge_or_tell(tie)

    def _still_said(self, tie: Tie) -> bool:
        """What came together by a better way is neither suggested nor said to be something else."""
        if tie.judgement.band in _LOOK_ALIKES:
            return self._home[tie.a.index] != self._home[tie.b.index]
        return tie.judgement.band is Band.GROUPED or self.home(tie.a) != self.home(tie.b)

    def _judged(self, a: Knot, b: Knot) -> Tie | None:
        like = self.like(a, b)
        short = max(len(a.words), len(b.words)) <= 4
        case = Case(
            short, a.apart != b.apart, says_no(a.words, like.a) != says_no(b.words, like.b), a.pointed or b.pointed
        )
        found = judge(a.voice, b.voice, like, (a.name, b.name), case=case)
        if found.band is Band.GROUPED and (a.scare or b.scare):
            found = Judgement(Band.SUGGESTED, found.score, "The same term in quotation marks.")
        return Tie(a, b, found) if found.band else None

    def _merge_or_tell(self, tie: Tie) -> None:
        """Put two clusters together (or suggest it), unless something speaks against it: then say what."""
        one, other = self._home[tie.a.index], self._home[tie.b.index]
        if one == other or self._parted(one, other):  # the link by hand says why
            return
        against = self._against(one, other, tie.judgement.band)
        if against:
            self.ties.append(Tie(tie.a, tie.b, Judgement(against[0], tie.judgement.score, against[1])))
            return
        self.ties.append(tie)
        self._merge(one, other)

    def _merge(self, one: int, other: int) -> None:
        if len(self._inside[one]) < len(self._inside[other]):
            one, other = other, one
        for knot in self._inside[other]:
            self._home[knot.index] = one
        self._inside[one] += self._inside[other]
        self._inside[other] = []

    def _by_hand(self, decisions: Mapping[frozenset[Hashable], bool]) -> None:
        """What the checker said comes first; a contradiction is settled in favour of "not the same"."""
        if not decisions:
            return
        of = defaultdict(list)
        for knot in self.knots:
            for member in knot.members:
                of[member.key].append(knot)
        for pair, same in sorted(decisions.items(), key=lambda item: sorted(map(repr, item[0]))):
            quotes = [of[key] for key in sorted(pair, key=repr)]
            if len(quotes) == 2 and all(quotes):
                self._decide(quotes[0], quotes[1], same=same)

    def _decide(self, ours: list[Knot], theirs: list[Knot], *, same: bool) -> None:
        pairs = ((a, b) for a in ours for b in theirs)
        a, b = max(pairs, key=lambda pair: (self.like(*pair).contained, self.like(*pair).mutual))
        one, other = self._home[a.index], self._home[b.index]
        if same and not self._parted(one, other):
            self.ties.append(Tie(a, b, Judgement(Band.GROUPED, 2.0, "You said that these are the same."), by_hand=True))
            if one != other:
                self._merge(one, other)
        elif not same:
            differs = relation(a.voice, b.voice) in (Relation.OTHER, Relation.HIDDEN)
            band = Band.OTHER_SPEAKER if differs else Band.OTHER_OCCASION
            self.ties.append(Tie(a, b, Judgement(band, 2.0, "You said that these are not the same."), by_hand=True))

    # -- candidates --------------------------------------------------------------------------------------------------

    def _postings(self, knots: Iterable[Knot]) -> dict[str, list[Knot]]:
        found: dict[str, list[Knot]] = defaultdict(list)
        for knot in knots:
            for word in dict.fromkeys(knot.words):
                if not is_function_word(word):
                    found[word].append(knot)
        return found

    def _sharing(self, knot: Knot, postings: Mapping[str, list[Knot]], least: float) -> Iterator[Knot]:
        """Knots of an index that share enough weight of rare words with this one."""
        shared: dict[int, float] = defaultdict(float)
        for word in dict.fromkeys(knot.words):
            weight = self._weight[word]
            holding = postings.get(word, ())
            for other in holding if len(holding) <= _TOO_COMMON else ():
                shared[other.index] += weight
        for index, weight in shared.items():
            other = self.knots[index]
            if other is not knot and weight >= least * min(knot.weight, other.weight):
                yield other

    def _candidates(self, knots: Sequence[Knot]) -> list[tuple[Knot, Knot]]:
        postings = self._postings(knots)
        return [
            (knot, other)
            for knot in knots
            for other in self._sharing(knot, postings, _ALIKE_FROM)
            if knot.index < other.index and self._home[knot.index] != self._home[other.index]
        ]

    def _attach_copies(self, knots: Sequence[Knot]) -> list[Knot]:
        """Join near copies by one speaker in other versions at once, and give back what is left to compare."""
        postings = self._postings(knots)
        left: list[Knot] = []
        attached: set[int] = set()
        for leader in sorted(knots, key=lambda k: (-len(k.words), k.index)):
            if leader.index in attached:
                continue
            left.append(leader)
            near = [k for k in self._sharing(leader, postings, _NEAR) if k.index not in attached]
            copies = list(self._plain_copies(leader, sorted(near, key=lambda k: k.index)))
            for knot in copies:
                attached.add(knot.index)
                self._tell_copy(leader, knot)
            left += copies[:_WITNESSES]
        return left

    def _plain_copies(self, leader: Knot, near: list[Knot]) -> Iterator[Knot]:
        """Near copies of a wording; less is asked for where no version prints a second wording that comes near it."""
        met: Counter[str] = Counter(source for knot in near for source in knot.sources)
        rivals = any(met[source] for source in leader.sources)
        for knot in near:
            alone = not rivals and all(met[source] == 1 for source in knot.sources)
            if self._copies(leader, knot, _ALONE if alone else _AT_ONCE):
                yield knot

    def _copies(self, leader: Knot, knot: Knot, least: float) -> bool:
        if leader.apart != knot.apart or leader.scare != knot.scare:
            return False
        like = self.like(leader, knot)
        if relation(leader.voice, knot.voice) is not Relation.SAME or like.mutual < least:
            return False
        if like.mutual < _AT_ONCE and says_no(leader.words, like.a) != says_no(knot.words, like.b):
            return False
        one, other = self._home[leader.index], self._home[knot.index]
        apart = all(a.sources.isdisjoint(b.sources) for a in self._inside[one] for b in self._inside[other])
        return apart and not self._parted(one, other)

    def _tell_copy(self, leader: Knot, knot: Knot) -> None:
        tie = self._judged(leader, knot)
        if tie and tie.judgement.band is Band.GROUPED:
            self.ties.append(tie)
        if self._home[leader.index] != self._home[knot.index]:
            self._merge(self._home[leader.index], self._home[knot.index])

    # -- what speaks against -----------------------------------------------------------------------------------------

    def _against(self, one: int, other: int, band: Band | None) -> tuple[Band, str] | None:
        """Say why two clusters may not come together, and what they are then; None if nothing speaks against it."""
        for a, b in self._met(one, other):
            if not (self._repeats(a, b) or self._parts_of_one(a, b, one, other)):
                why = "Alike, but one version prints both, as two quotes: two sentences, or two occasions."
                return Band.OTHER_OCCASION, why
        ours, theirs = ({k.voice: k.name for k in self._inside[cluster]} for cluster in (one, other))
        for our_voice, name in ours.items():
            for their_voice, other_name in theirs.items():
                if band is Band.GROUPED and relation(our_voice, their_voice) is Relation.OTHER:
                    return Band.OTHER_SPEAKER, f"Alike, but {_who(name)} here and {_who(other_name)} there."
        return None

    def _met(self, one: int, other: int) -> list[tuple[Knot, Knot]]:
        """Pairs of knots that one version prints both of."""
        ours, theirs = self._by_source(one), self._by_source(other)
        met = {(a, b) for source in ours.keys() & theirs.keys() for a in ours[source] for b in theirs[source]}
        return sorted(met, key=lambda pair: (pair[0].index, pair[1].index))

    def _relatives(self, ties: Sequence[Tie]) -> list[Tie]:
        """What looks like one wording of a statement is told of its other wordings too, as far as they share words."""
        told = {frozenset((tie.a.index, tie.b.index)) for tie in self.ties}
        found: list[Tie] = []
        for tie in ties:
            kin = [(x, tie.b) for x in self._family(tie.a)] + [(tie.a, y) for y in self._family(tie.b)]
            for a, b in kin:
                pair = frozenset((a.index, b.index))
                if pair not in told and self._echo(a, b):
                    told.add(pair)
                    found.append(Tie(a, b, _relative(a, b, tie.judgement)))
        return found

    def _by_way_of_a_third(self) -> list[Tie]:
        """Wordings that are each suggested to be a third one, and share something themselves, are suggested too."""
        told = {frozenset((self.home(t.a), self.home(t.b))) for t in self.ties if t.judgement.band is Band.SUGGESTED}
        found: list[Tie] = []
        for inside in self._inside:
            if len({self.home(knot) for knot in inside}) > 2:
                for a, b in combinations(inside[:_FAMILY], 2):
                    pair = frozenset((self.home(a), self.home(b)))
                    like = self.like(a, b)
                    if len(pair) == 2 and pair not in told and like.contained >= _THIRD and like.matter >= 2:
                        told.add(pair)
                        why = "Each of the two is close to a third wording."
                        found.append(Tie(a, b, Judgement(Band.SUGGESTED, like.contained, why)))
        return found

    def _family(self, knot: Knot) -> list[Knot]:
        return [k for k in self._inside[self._home[knot.index]] if k is not knot][:_FAMILY]

    def _echo(self, a: Knot, b: Knot) -> bool:
        like = self.like(a, b)
        return like.matter >= 2 and like.running >= 0.5 and self._home[a.index] != self._home[b.index]

    def _parted(self, one: int, other: int) -> bool:
        if not self._refused:
            return False
        ours, theirs = ({m.key for k in self._inside[c] for m in k.members} for c in (one, other))
        return any(len(pair) == 2 and pair & ours and pair & theirs and pair <= ours | theirs for pair in self._refused)

    def _by_source(self, cluster: int) -> dict[str, list[Knot]]:
        found: dict[str, list[Knot]] = defaultdict(list)
        for knot in self._inside[cluster]:
            for source in knot.sources:
                found[source].append(knot)
        return found

    def _repeats(self, a: Knot, b: Knot) -> bool:
        """One version may print an utterance twice: in its headline, or again in the same words."""
        like = self.like(a, b)
        if a.headline or b.headline:
            return like.contained >= 0.6
        return like.contained >= _REPEATED and like.running >= _REPEATED

    def _parts_of_one(self, a: Knot, b: Knot, one: int, other: int) -> bool:
        """Two quotes that together make one sentence of another version: they answer different words of it."""
        for whole in (*self._inside[one], *self._inside[other]):
            if whole is a or whole is b or whole.sources & a.sources & b.sources:
                continue
            first, second = self.like(a, whole), self.like(b, whole)
            if min(first.share_a, second.share_a) < 0.5:
                continue
            both = len(first.b & second.b)
            if both <= _OVERLAP * min(len(first.b), len(second.b)):
                return True
        return False

    # -- fragments ---------------------------------------------------------------------------------------------------

    def _place_fragments(self) -> None:
        """A word or two is suggested as taken from a longer wording, if there is but one statement it can come from."""
        postings = self._postings(knot for knot in self.knots if not knot.fragment)
        for knot in (knot for knot in self.knots if knot.fragment):
            found = [k for k in self._sharing(knot, postings, 0.6) if self._taken_from(knot, k)]
            if len({self._home[k.index] for k in found}) == 1:
                best = min(found, key=lambda k: (len(k.words), k.index))
                why = "A word or two, perhaps taken from the longer wording."
                self.ties.append(Tie(knot, best, Judgement(Band.SUGGESTED, 0.1, why)))

    def _same_fragments(self, fragments: Sequence[Knot]) -> list[Tie]:
        same: dict[tuple[str, ...], list[Knot]] = defaultdict(list)
        for knot in fragments:
            same[knot.words].append(knot)
        return [_same_words(a, b) for knots in same.values() for a, b in combinations(knots[:_FAMILY], 2)]

    def _taken_from(self, fragment: Knot, longer: Knot) -> bool:
        how = relation(fragment.voice, longer.voice)
        fits = how in (Relation.SAME, Relation.FITS) or (how is Relation.UNKNOWN and fragment.headline)
        return (
            fits
            and self.like(fragment, longer).share_a >= 0.9
            and not self._parted(self._home[fragment.index], self._home[longer.index])
        )


def _best_first(tie: Tie) -> tuple[float, int, int]:
    return (-tie.judgement.score, tie.a.index, tie.b.index)


def _columns(pairs: Sequence[tuple[Knot, Knot]]) -> tuple[list[Knot], list[Knot]]:
    return [a for a, _ in pairs], [b for _, b in pairs]


def _same_words(a: Knot, b: Knot) -> Tie:
    """A word or two that both print, by speakers who are, may be or are not one."""
    how = relation(a.voice, b.voice)
    if how in (Relation.OTHER, Relation.HIDDEN):
        why = f"The same words, but {_who(a.name)} here and {_who(b.name)} there."
        return Tie(a, b, Judgement(Band.OTHER_SPEAKER, 0.5, why))
    sure = how is Relation.SAME and len(a.words) > 1 and not a.scare
    band = Band.GROUPED if sure else Band.SUGGESTED
    return Tie(a, b, Judgement(band, 1.0, "The same words; too few to be sure by words alone."))


def _who(name: str) -> str:
    return name or "an unnamed source"


def _relative(a: Knot, b: Knot, first: Judgement) -> Judgement:
    """What is said of two wordings because something was said of their next of kin."""
    score = 0.5 * min(1.0, first.score)
    if relation(a.voice, b.voice) in (Relation.OTHER, Relation.HIDDEN):
        return Judgement(Band.OTHER_SPEAKER, score, f"Similar words, but {_who(a.name)} here and {_who(b.name)} there.")
    why = "Some of the same words, but another wording of the one was kept apart from the other."
    return Judgement(Band.OTHER_OCCASION, score, why)
