"""What does a language use to report speech: verbs, pronouns, titles, roles and the words around them?"""

from __future__ import annotations

from dataclasses import dataclass, field

STRONG, MEDIUM, WEAK = 3, 2, 1


@dataclass(frozen=True)
class Reporting:
    """The words of one language, all in lower case; a contributor adds a language by filling one in."""

    code: str
    cues: dict[str, int]  # finite form -> STRONG (said), MEDIUM (promised), WEAK (thought)
    participles: dict[str, int]  # saying, calling -> strength
    naming: frozenset[str]  # called, titled: after a thing they name it and report nobody
    according: tuple[tuple[str, ...], ...]  # the phrase before a source
    pronouns: dict[str, str]  # subject pronoun -> "m", "f", "p" (several) or "" (any)
    titles: dict[str, str]  # mr, senator -> gender or ""
    roles: dict[str, str]  # noun for a person or a group that speaks -> what it is the same as
    prepositions: frozenset[str]
    breaks: frozenset[str]  # words that open a clause
    relatives: frozenset[str]  # who
    determiners: frozenset[str]
    fillers: frozenset[str]  # adverbs and auxiliaries between subject and verb
    openers: frozenset[str]  # words that begin a sentence in capitals and are no name
    participle_ending: tuple[str, ...] = ("ing",)
    particles: frozenset[str] = frozenset("de la van von der den bin al el di da du le ibn ter dos".split())  # noqa: SIM905 (a list)
    abbreviations: frozenset[str] = frozenset()
    capital_nouns: bool = False  # German: a capital says nothing
    follow: frozenset[str] = frozenset()  # adverbs between an inverted verb and its subject
    nouns: frozenset[str] = frozenset()  # forms of cue verbs that may as well be nouns
    sayings: dict[str, str] = field(default_factory=dict)  # put -> it: verbs that report with the word behind them
    days: frozenset[str] = frozenset()  # weekdays and months
    spells: frozenset[str] = frozenset()  # week, night: after "last" they are no speaker
    groups: frozenset[str] = field(default_factory=frozenset)  # last words of organisations


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def table(text: str) -> dict[str, str]:
    """Read "m: mr he; f: mrs" into word -> key; an empty key stands for "any"."""
    out = {}
    for part in text.split(";"):
        key, _, members = part.partition(":")
        out.update(dict.fromkeys(members.split(), key.strip()))
    return out
