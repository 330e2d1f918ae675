"""What does a language use to report speech: verbs, pronouns, titles, roles and the words around them?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.text.languages.language import Language

STRONG, MEDIUM, WEAK = 3, 2, 1
T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Reporting:
    """How one language reports speech; all words in lower case."""

    language: Language
    cues: dict[str, int]  # finite form -> STRONG (said), MEDIUM (promised), WEAK (thought)
    participles: dict[str, int] = field(default_factory=dict)  # saying, calling -> strength
    naming: frozenset[str] = frozenset()  # called, titled: after a thing they name it and report nobody
    according: tuple[tuple[str, ...], ...] = ()  # the phrase before a source
    pronouns: dict[str, str] = field(default_factory=dict)  # subject pronoun -> "m", "f", "p" (several) or "" (any)
    titles: dict[str, str] = field(default_factory=dict)  # mr, senator -> gender or ""
    roles: dict[str, str] = field(default_factory=dict)  # noun for who speaks -> what it is the same as
    prepositions: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()  # words that open a clause
    relatives: frozenset[str] = frozenset()  # who
    determiners: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()  # adverbs and auxiliaries between subject and verb
    openers: frozenset[str] = frozenset()  # words that begin a sentence in capitals and are no name
    participle_ending: tuple[str, ...] = ("ing",)
    particles: frozenset[str] = frozenset("de la van von der den bin al el di da du le ibn ter dos".split())  # noqa: SIM905 (a list)
    capital_nouns: bool = False  # German: a capital says nothing
    follow: frozenset[str] = frozenset()  # adverbs between an inverted verb and its subject
    nouns: frozenset[str] = frozenset()  # forms of cue verbs that may as well be nouns
    sayings: dict[str, str] = field(default_factory=dict)  # put -> it: verbs that report with the word behind them
    days: frozenset[str] = frozenset()  # weekdays and months
    spells: frozenset[str] = frozenset()  # week, night: after "last" they are no speaker
    verb_endings: tuple[str, ...] = ("ed",)  # of a verb that no table knows, right behind a quotation
    auxiliaries: frozenset[str] = frozenset()  # German: hat, hatte, away from the participle at the end of the clause
    postposed: frozenset[str] = frozenset()  # German: zufolge, behind the source
    moods: frozenset[str] = frozenset()  # German: sei, habe: somebody's words go on
    conjunctions: frozenset[str] = frozenset()  # German: nachdem, behind whose clause the verb comes first
    clitics: bool = False  # French: dit-il is two words
    drops_pronouns: bool = False  # Spanish: "dijo" alone means whoever spoke last
    groups: frozenset[str] = frozenset()  # last words of organisations


class Compounds(dict[str, str]):
    """Roles of a language that writes them together: "Bahnsprecherin" is a "sprecherin"."""

    shortest = 5  # letters that a role has at the end of a longer word

    def _known(self, word: str) -> str | None:
        """Give the kind of the longest role at the end of a word."""
        found = dict.get(self, word)
        for start in range(1, len(word) - self.shortest + 1):
            found = found or dict.get(self, word[start:])
        return found

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._known(word) is not None

    def __getitem__(self, word: str) -> str:
        kind = self._known(word)
        if kind is None:
            raise KeyError(word)
        return kind

    @overload
    def get(self, word: str, default: None = None, /) -> str | None: ...
    @overload
    def get(self, word: str, default: str, /) -> str: ...
    @overload
    def get(self, word: str, default: T, /) -> str | T: ...
    def get(self, word: str, default: object = None, /) -> object:
        kind = self._known(word)
        return default if kind is None else kind


def table(text: str) -> dict[str, str]:
    """Read "m: mr he; f: mrs" into word -> key; an empty key stands for "any"."""
    out = {}
    for part in text.split(";"):
        key, _, members = part.partition(":")
        out.update(dict.fromkeys(members.split(), key.strip()))
    return out


def cues_of(
    regular: tuple[tuple[int, frozenset[str]], ...],
    irregular: tuple[tuple[int, str], ...],
    forms: Callable[[str], set[str]],
) -> dict[str, int]:
    """Give all forms of the verbs of saying with their strength; the last entry wins where several have a form."""
    found: dict[str, int] = {}
    for strength, verbs in regular:
        for verb in verbs:
            found |= dict.fromkeys(forms(verb), strength)
    for strength, printed in irregular:
        found |= dict.fromkeys(printed.split(), strength)
    return found
