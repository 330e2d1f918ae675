"""What is compared when quotes are grouped: one wording by one speaker, wherever it is printed.

Forty versions of a story that print a quote alike cost little more than one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.domain import QuoteKind
from desktop.text.grouping.judgement import earlier
from desktop.text.grouping.similarity import content_words
from desktop.text.grouping.speaker_match import SpeakerProfile, only_pointed_at, speaker_profile
from desktop.text.languages.registry import detect_language

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from desktop.text.grouping.judgement import Judgement
    from desktop.text.grouping.statement_types import Member, Occurrence

_ENOUGH = 12  # quotes that tell the language of a version
_BEFORE, _AFTER = 80, 100  # code points around a quote in which the reporter says when it was said


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


@dataclass(frozen=True, slots=True)
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
