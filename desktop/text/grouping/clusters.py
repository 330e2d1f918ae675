"""Clustering of passages of speech: which come together, and what speaks against it.

Steps 2 and 4 of "two quotes report one statement" (see statements.py): passages of the same words are one group; groups
that similarity.py rates as one are merged, the surest first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.domain import QuoteKind, value_type
from desktop.text.grouping.similarity import (
    Case,
    Judgement,
    Likeness,
    content_words,
    earlier,
    judge,
    liken,
    most_matter,
    passages,
    says_no,
    weights,
)
from desktop.text.grouping.speaker_match import Relation, SpeakerProfile, only_pointed_at, relation, speaker_profile
from desktop.text.grouping.statement_types import Band
from desktop.text.languages.registry import detect_language
from desktop.text.languages.word_forms import is_function_word
from desktop.translation import Sentence

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from desktop.text.grouping.statement_types import Member, Occurrence


_TOGETHER = Sentence("You said that these are the same.")
_APART = Sentence("You said that these are not the same.")
_ENOUGH = 12  # quotes that tell the language of a version
_BEFORE, _AFTER = 80, 100  # code points around a quote in which the reporter says when it was said
_ALIKE_FROM = 0.2  # share of the lighter passage below which two are not looked at
_AT_ONCE = 0.88  # so alike, by one speaker and in different versions, that no further evidence is asked for
_ALONE = 0.66  # the same, where nothing else in any version comes near
_WITNESSES = 4  # copies that are compared with other wordings beside the one they were joined to
_NEAR = 0.33  # share of the lighter passage from which another wording comes near
_OVERLAP = 0.34  # share of the words that two parts of one sentence may have in common
_REPEATED = 0.9
_TOO_COMMON = 400  # passages that hold a word, above which it leads to no candidates
_FAMILY = 12  # wordings of one statement to which a look-alike is linked
_THIRD = 0.33  # share two wordings must have in common when a third stands between them
_ECHOED = 2  # words of matter that a like turn of phrase has
_LOOK_ALIKES = (Band.OTHER_SPEAKER, Band.OTHER_OCCASION)


@dataclass(eq=False, slots=True)
class WordingGroup:
    """One wording by one speaker."""

    index: int
    words: tuple[str, ...]
    profile: SpeakerProfile
    name: str
    scare: bool
    apart: bool  # placed on an earlier occasion by the reporter
    pointed: bool  # the speaker is only a pronoun or a description in the text
    members: list[Member] = field(default_factory=list)
    places: list[int] = field(default_factory=list)  # of the members, among all parts
    sources: set[str] = field(default_factory=set)
    weight: float = 0.0
    matter: int = 0

    @property
    def fragment(self) -> bool:
        """So short that words alone decide nothing."""
        return len(self.words) <= 2 or self.matter <= 1

    @property
    def headline(self) -> bool:
        return all(member.occurrence.kind is QuoteKind.HEADLINE for member in self.members)


@value_type
class GroupLink:
    """Two groups and what is thought of them."""

    a: WordingGroup
    b: WordingGroup
    judgement: Judgement
    by_hand: bool = False


def roles_of(quotes: Iterable[Occurrence]) -> dict[str, str]:
    """Say for every name what the story calls that person anywhere: "ambassador", "White House spokesman"."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for quote in quotes:
        for words in (quote.role, quote.mention):
            if words and words != quote.speaker and not only_pointed_at(words):
                found[quote.speaker][words] = None
    return {name: " ".join(sorted(words)) for name, words in found.items()}


def _languages(parts: Sequence[Member]) -> dict[str, str]:
    """Say in which language the quotes of each version are, taken together."""
    texts: dict[str, list[str]] = defaultdict(list)
    for part in parts:
        if len(texts[part.source]) < _ENOUGH:
            texts[part.source].append(part.text)
    return {source: detect_language(" ".join(words)) for source, words in texts.items()}


def wording_groups(parts: Sequence[Member], roles: Mapping[str, str], decided: set[Hashable]) -> list[WordingGroup]:
    """Put together what is the same wording by the same speaker; what was decided by hand stays by itself."""
    groups: dict[object, WordingGroup] = {}
    spoken = _languages(parts)
    for place, part in enumerate(parts):
        quote = part.occurrence
        words = content_words(part.text, spoken[quote.source]) or tuple(part.text.split())
        scare = quote.kind is QuoteKind.SCARE
        apart = earlier(f"{quote.before[-_BEFORE:]}\n{quote.after[:_AFTER]}")
        pointed = only_pointed_at(quote.mention)
        own = quote.key if quote.key in decided else None
        same = (words, quote.speaker, scare, apart, pointed, own)
        group = groups.get(same)
        if group is None:
            who = speaker_profile(quote.speaker, roles.get(quote.speaker, ""))
            group = groups[same] = WordingGroup(len(groups), words, who, quote.speaker, scare, apart, pointed)
        group.members.append(part)
        group.places.append(place)
        group.sources.add(quote.source)
    return list(groups.values())


class Clusters:
    """Puts groups together, best evidence first, and says why others stay apart."""

    def __init__(self, groups: Sequence[WordingGroup], decisions: Mapping[frozenset[Hashable], bool]) -> None:
        self.groups = groups
        self.links: list[GroupLink] = []
        self._weight = weights({group.words for group in groups})
        self._passages = passages([group.words for group in groups], self._weight)
        self._home = list(range(len(groups)))
        self._sure = self._home  # as it was before mere suggestions were followed
        self._inside: list[list[WordingGroup]] = [[group] for group in groups]
        self._cache: dict[tuple[int, int], Likeness] = {}
        self._refused = {pair for pair, same in decisions.items() if not same}
        for group, passage in zip(groups, self._passages, strict=True):
            group.weight, group.matter = passage.worth, len(passage.matter)
        self._by_hand(decisions)
        self._run()
        self.links = [link for link in self.links if link.by_hand or self._still_holds(link)]

    # -- what the others ask -----------------------------------------------------------------------------------------

    def home(self, group: WordingGroup) -> int:
        """The number of the cluster a group surely lies in."""
        return self._sure[group.index]

    def like(self, a: WordingGroup, b: WordingGroup) -> Likeness:
        """What two groups share, A first."""
        key = (a.index, b.index)
        if key not in self._cache:
            self._cache[key] = liken(self._passages[a.index], self._passages[b.index])
        return self._cache[key]

    def _turns(self, a: WordingGroup, b: WordingGroup, like: Likeness) -> bool:
        """Say whether exactly one of two groups says no to what both say."""
        return says_no(self._passages[a.index], like.a) != says_no(self._passages[b.index], like.b)

    # -- putting together --------------------------------------------------------------------------------------------

    def _run(self) -> None:
        leaders = self._attach_copies([group for group in self.groups if not group.fragment])
        judged = [link for link in map(self._judged, *_columns(self._candidates(leaders))) if link]
        self._follow([t for t in judged if t.judgement.band is Band.GROUPED])
        fragments = self._same_fragments([group for group in self.groups if group.fragment])
        self._follow([t for t in fragments if t.judgement.band is Band.GROUPED])
        self._sure = list(self._home)
        self._follow([t for t in (*judged, *fragments) if t.judgement.band is Band.SUGGESTED])
        self.links += self._by_way_of_a_third()
        self.links += [t for t in (*judged, *fragments) if t.judgement.band in _LOOK_ALIKES]
        self.links += self._relatives([t for t in self.links if t.judgement.band in _LOOK_ALIKES])
        self._place_fragments()

    def _follow(self, links: list[GroupLink]) -> None:
        for link in sorted(links, key=_best_first):
            self._merge_or_say_why(link)

    def _still_holds(self, link: GroupLink) -> bool:
        """What came together by a better way is neither suggested nor said to be something else."""
        if link.judgement.band in _LOOK_ALIKES:
            return self._home[link.a.index] != self._home[link.b.index]
        return link.judgement.band is Band.GROUPED or self.home(link.a) != self.home(link.b)

    def _judged(self, a: WordingGroup, b: WordingGroup) -> GroupLink | None:
        like = self.like(a, b)
        short = max(len(a.words), len(b.words)) <= 4
        case = Case(short, a.apart != b.apart, self._turns(a, b, like), a.pointed or b.pointed)
        found = judge(a.profile, b.profile, like, (a.name, b.name), case=case)
        if found.band is Band.GROUPED and (a.scare or b.scare):
            found = Judgement(Band.SUGGESTED, found.score, Sentence("The same term in quotation marks."))
        return GroupLink(a, b, found) if found.band else None

    def _merge_or_say_why(self, link: GroupLink) -> None:
        """Put two clusters together (or suggest it), unless something speaks against it: then say what."""
        one, other = self._home[link.a.index], self._home[link.b.index]
        if one == other or self._parted(one, other):  # the link by hand says why
            return
        against = self._against(one, other, link.judgement.band)
        if against:
            self.links.append(GroupLink(link.a, link.b, Judgement(against[0], link.judgement.score, against[1])))
            return
        self.links.append(link)
        self._merge(one, other)

    def _merge(self, one: int, other: int) -> None:
        if len(self._inside[one]) < len(self._inside[other]):
            one, other = other, one
        for group in self._inside[other]:
            self._home[group.index] = one
        self._inside[one] += self._inside[other]
        self._inside[other] = []

    def _by_hand(self, decisions: Mapping[frozenset[Hashable], bool]) -> None:
        """What the checker said comes first; a contradiction is settled in favour of "not the same"."""
        if not decisions:
            return
        of = defaultdict(list)
        for group in self.groups:
            for member in group.members:
                of[member.key].append(group)
        for pair, same in sorted(decisions.items(), key=lambda item: sorted(map(repr, item[0]))):
            quotes = [of[key] for key in sorted(pair, key=repr)]
            if len(quotes) == 2 and all(quotes):
                self._decide(quotes[0], quotes[1], same=same)

    def _decide(self, ours: list[WordingGroup], theirs: list[WordingGroup], *, same: bool) -> None:
        pairs = ((a, b) for a in ours for b in theirs)
        a, b = max(pairs, key=lambda pair: (self.like(*pair).contained, self.like(*pair).mutual))
        one, other = self._home[a.index], self._home[b.index]
        if same and not self._parted(one, other):
            self.links.append(
                GroupLink(
                    a, b, Judgement(Band.GROUPED, 2.0, Sentence("You said that these are the same.")), by_hand=True
                )
            )
            if one != other:
                self._merge(one, other)
        elif not same:
            differs = relation(a.profile, b.profile) in (Relation.OTHER, Relation.HIDDEN)
            band = Band.OTHER_SPEAKER if differs else Band.OTHER_OCCASION
            self.links.append(GroupLink(a, b, Judgement(band, 2.0, _APART), by_hand=True))

    # -- candidates --------------------------------------------------------------------------------------------------

    def _postings(self, groups: Iterable[WordingGroup]) -> dict[str, list[int]]:
        """The groups, by number, that hold a word; none for words that too many hold."""
        found: dict[str, list[int]] = defaultdict(list)
        for group in groups:
            for word in dict.fromkeys(group.words):
                if not is_function_word(word):
                    found[word].append(group.index)
        return {word: holding for word, holding in found.items() if len(holding) <= _TOO_COMMON}

    def _sharing(
        self, group: WordingGroup, postings: Mapping[str, list[int]], least: float, above: int = -1
    ) -> Iterator[WordingGroup]:
        """Groups of an index, above a number, that share enough weight of rare words with this one."""
        shared: dict[int, float] = defaultdict(float)
        for word in filter(postings.__contains__, dict.fromkeys(group.words)):
            weight = self._weight[word]
            for index in postings[word]:
                if index > above:
                    shared[index] += weight
        groups, own = self.groups, group.weight
        most = least * own  # a lighter group asks for less
        for index, weight in shared.items():
            other = groups[index]
            if (weight >= most or weight >= least * other.weight) and other is not group:
                yield other

    def _candidates(self, groups: Sequence[WordingGroup]) -> list[tuple[WordingGroup, WordingGroup]]:
        postings = self._postings(groups)
        return [
            (group, other)
            for group in groups
            for other in self._sharing(group, postings, _ALIKE_FROM, group.index)
            if self._home[group.index] != self._home[other.index]
        ]

    def _attach_copies(self, groups: Sequence[WordingGroup]) -> list[WordingGroup]:
        """Join near copies by one speaker in other versions at once, and give back what is left to compare."""
        postings = self._postings(groups)
        left: list[WordingGroup] = []
        attached: set[int] = set()
        for leader in sorted(groups, key=lambda k: (-len(k.words), k.index)):
            if leader.index in attached:
                continue
            left.append(leader)
            near = [k for k in self._sharing(leader, postings, _NEAR) if k.index not in attached]
            copies: list[WordingGroup] = []
            for group in list(self._plain_copies(leader, sorted(near, key=lambda k: k.index))):
                if not self._parted(self._home[leader.index], self._home[group.index]):  # from a copy that came before
                    attached.add(group.index)
                    self._join_copy(leader, group)
                    copies.append(group)
            left += copies[:_WITNESSES]
        return left

    def _plain_copies(self, leader: WordingGroup, near: list[WordingGroup]) -> Iterator[WordingGroup]:
        """Near copies of a wording; less is asked for where no version prints a second wording that comes near it."""
        met: Counter[str] = Counter(source for group in near for source in group.sources)
        rivals = any(met[source] for source in leader.sources)
        for group in near:
            alone = not rivals and all(met[source] == 1 for source in group.sources)
            if self._copies(leader, group, _ALONE if alone else _AT_ONCE):
                yield group

    def _copies(self, leader: WordingGroup, group: WordingGroup, least: float) -> bool:
        if leader.apart != group.apart or leader.scare != group.scare:
            return False
        if relation(leader.profile, group.profile) is not Relation.SAME:
            return False
        one, other = self._home[leader.index], self._home[group.index]
        apart = all(a.sources.isdisjoint(b.sources) for a in self._inside[one] for b in self._inside[other])
        if not apart or self._parted(one, other):
            return False
        like = self.like(leader, group)  # the dearest question, so the last
        return like.mutual >= least and (like.mutual >= _AT_ONCE or not self._turns(leader, group, like))

    def _join_copy(self, leader: WordingGroup, group: WordingGroup) -> None:
        link = self._judged(leader, group)
        if link and link.judgement.band is Band.GROUPED:
            self.links.append(link)
        if self._home[leader.index] != self._home[group.index]:
            self._merge(self._home[leader.index], self._home[group.index])

    # -- what speaks against -----------------------------------------------------------------------------------------

    def _against(self, one: int, other: int, band: Band | None) -> tuple[Band, str] | None:
        """Say why two clusters may not come together, and what they are then; None if nothing speaks against it."""
        for a, b in self._met(one, other):
            if not (self._repeats(a, b) or self._parts_of_one(a, b, one, other)):
                why = Sentence("Alike, but one version prints both, as two quotes: two sentences, or two occasions.")
                return Band.OTHER_OCCASION, why
        ours, theirs = ({k.profile: k.name for k in self._inside[cluster]} for cluster in (one, other))
        for our_profile, name in ours.items():
            for their_profile, other_name in theirs.items():
                if band is Band.GROUPED and relation(our_profile, their_profile) is Relation.OTHER:
                    return Band.OTHER_SPEAKER, Sentence(
                        "Alike, but {one} here and {other} there.", one=_who(name), other=_who(other_name)
                    )
        return None

    def _met(self, one: int, other: int) -> list[tuple[WordingGroup, WordingGroup]]:
        """Pairs of groups that one version prints both of."""
        ours, theirs = self._by_source(one), self._by_source(other)
        met = {(a, b) for source in ours.keys() & theirs.keys() for a in ours[source] for b in theirs[source]}
        return sorted(met, key=lambda pair: (pair[0].index, pair[1].index))

    def _relatives(self, links: Sequence[GroupLink]) -> list[GroupLink]:
        """What looks like one wording of a statement is linked to its others, as far as they share words."""
        known = {_numbers(link.a, link.b) for link in self.links}
        found: list[GroupLink] = []
        for link in links:
            if self._home[link.a.index] == self._home[link.b.index]:
                continue
            kin = [(x, link.b) for x in self._family(link.a)] + [(link.a, y) for y in self._family(link.b)]
            for a, b in kin:
                pair = _numbers(a, b)
                if pair not in known and self._echo(a, b):
                    known.add(pair)
                    found.append(GroupLink(a, b, _relative(a, b, link.judgement)))
        return found

    def _by_way_of_a_third(self) -> list[GroupLink]:
        """Wordings that are each suggested to be a third one, and share something themselves, are suggested too."""
        known = {frozenset((self.home(t.a), self.home(t.b))) for t in self.links if t.judgement.band is Band.SUGGESTED}
        found: list[GroupLink] = []
        for inside in self._inside:
            if len({self.home(group) for group in inside}) > 2:
                for a, b in combinations(inside[:_FAMILY], 2):
                    pair = frozenset((self.home(a), self.home(b)))
                    like = self.like(a, b)
                    if len(pair) == 2 and pair not in known and like.contained >= _THIRD and like.matter >= 2:
                        known.add(pair)
                        why = Sentence("Each of the two is close to a third wording.")
                        found.append(GroupLink(a, b, Judgement(Band.SUGGESTED, like.contained, why)))
        return found

    def _family(self, group: WordingGroup) -> list[WordingGroup]:
        first = self._inside[self._home[group.index]][: _FAMILY + 1]
        return [k for k in first if k is not group][:_FAMILY]

    def _echo(self, a: WordingGroup, b: WordingGroup) -> bool:
        """Say whether one of two wordings is a like turn of phrase."""
        if most_matter(self._passages[a.index], self._passages[b.index]) < _ECHOED:
            return False
        like = self.like(a, b)
        return like.matter >= _ECHOED and like.running >= 0.5

    def _parted(self, one: int, other: int) -> bool:
        if not self._refused:
            return False
        ours, theirs = ({m.key for k in self._inside[c] for m in k.members} for c in (one, other))
        return any(len(pair) == 2 and pair & ours and pair & theirs and pair <= ours | theirs for pair in self._refused)

    def _by_source(self, cluster: int) -> dict[str, list[WordingGroup]]:
        found: dict[str, list[WordingGroup]] = defaultdict(list)
        for group in self._inside[cluster]:
            for source in group.sources:
                found[source].append(group)
        return found

    def _repeats(self, a: WordingGroup, b: WordingGroup) -> bool:
        """One version may print an utterance twice: in its headline, or again in the same words."""
        like = self.like(a, b)
        if a.headline or b.headline:
            return like.contained >= 0.6
        return like.contained >= _REPEATED and like.running >= _REPEATED

    def _parts_of_one(self, a: WordingGroup, b: WordingGroup, one: int, other: int) -> bool:
        """Two quotes that together make one sentence of another version: they answer different words of it."""
        for whole in (*self._inside[one], *self._inside[other]):
            if whole is a or whole is b or whole.sources & a.sources & b.sources:
                continue
            first, second = self.like(a, whole), self.like(b, whole)
            if min(first.share_a, second.share_a) < 0.5:
                continue
            both = (first.b & second.b).bit_count()
            if both <= _OVERLAP * min(first.b.bit_count(), second.b.bit_count()):
                return True
        return False

    # -- fragments ---------------------------------------------------------------------------------------------------

    def _place_fragments(self) -> None:
        """A word or two is suggested as taken from a longer wording, if there is but one statement it can come from."""
        postings = self._postings(group for group in self.groups if not group.fragment)
        for group in (group for group in self.groups if group.fragment):
            found = [k for k in self._sharing(group, postings, 0.6) if self._taken_from(group, k)]
            if len({self._home[k.index] for k in found}) == 1:
                best = min(found, key=lambda k: (len(k.words), k.index))
                why = Sentence("A word or two, perhaps taken from the longer wording.")
                self.links.append(GroupLink(group, best, Judgement(Band.SUGGESTED, 0.1, why)))

    def _same_fragments(self, fragments: Sequence[WordingGroup]) -> list[GroupLink]:
        same: dict[tuple[str, ...], list[WordingGroup]] = defaultdict(list)
        for group in fragments:
            same[group.words].append(group)
        return [_same_words(a, b) for groups in same.values() for a, b in combinations(groups[:_FAMILY], 2)]

    def _taken_from(self, fragment: WordingGroup, longer: WordingGroup) -> bool:
        how = relation(fragment.profile, longer.profile)
        fits = how in (Relation.SAME, Relation.FITS) or (how is Relation.UNKNOWN and fragment.headline)
        return (
            fits
            and self.like(fragment, longer).share_a >= 0.9
            and not self._parted(self._home[fragment.index], self._home[longer.index])
        )


def _best_first(link: GroupLink) -> tuple[float, int, int]:
    return (-link.judgement.score, link.a.index, link.b.index)


def _numbers(a: WordingGroup, b: WordingGroup) -> tuple[int, int]:
    """The numbers of two groups, in whatever order they are given."""
    return (a.index, b.index) if a.index < b.index else (b.index, a.index)


def _columns(pairs: Sequence[tuple[WordingGroup, WordingGroup]]) -> tuple[list[WordingGroup], list[WordingGroup]]:
    return [a for a, _ in pairs], [b for _, b in pairs]


def _same_words(a: WordingGroup, b: WordingGroup) -> GroupLink:
    """A word or two that both print, by speakers who are, may be or are not one."""
    how = relation(a.profile, b.profile)
    if how in (Relation.OTHER, Relation.HIDDEN):
        why = Sentence("The same words, but {one} here and {other} there.", one=_who(a.name), other=_who(b.name))
        return GroupLink(a, b, Judgement(Band.OTHER_SPEAKER, 0.5, why))
    sure = how is Relation.SAME and len(a.words) > 1 and not a.scare
    band = Band.GROUPED if sure else Band.SUGGESTED
    return GroupLink(a, b, Judgement(band, 1.0, Sentence("The same words; too few to be sure by words alone.")))


def _who(name: str) -> str:
    return name or Sentence("an unnamed source")


def _relative(a: WordingGroup, b: WordingGroup, first: Judgement) -> Judgement:
    """What is said of two wordings because something was said of their next of kin."""
    score = 0.5 * min(1.0, first.score)
    if relation(a.profile, b.profile) in (Relation.OTHER, Relation.HIDDEN):
        return Judgement(
            Band.OTHER_SPEAKER,
            score,
            Sentence("Similar words, but {one} here and {other} there.", one=_who(a.name), other=_who(b.name)),
        )
    why = Sentence("Some of the same words, but another wording of the one was kept apart from the other.")
    return Judgement(Band.OTHER_OCCASION, score, why)
