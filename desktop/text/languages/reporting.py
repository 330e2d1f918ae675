"""Table of how a language reports speech: verbs, pronouns, titles, roles and the words around them."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

from desktop.lazy_pattern import lazy_pattern_with
from desktop.text.languages.word_table import word_table

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from desktop.text.languages.language import Language

STRONG, MEDIUM, WEAK = 3, 2, 1
NEVER = lazy_pattern_with((), r"(?!)")  # the pattern of what a language does not have
T = TypeVar("T")
_PARTICLES = (  # of names, in all languages: de la Cruz, van der Berg
    "de del della dello di da do dos das du des la le van von der den ter ten te zu zum zur af av al el bin ben "
    "ibn abu bint d l"
)


_PARTICIPLE = 5  # letters of a participle at least: "using" is one, "King" and "Ming" are names


@word_table
class SpeechVerbs:
    """Verbs and nouns of saying: their forms, and what stands around them."""

    cues: dict[str, int] = field(
        default_factory=dict
    )  # finite form -> STRONG (said), MEDIUM (promised), WEAK (thought)
    participles: dict[str, int] = field(default_factory=dict)  # saying, calling -> strength
    naming: frozenset[str] = frozenset()  # called, titled: after a thing they name it and report nobody
    parenthetical: frozenset[str] = frozenset()  # say: between commas it is no verb
    making: frozenset[str] = frozenset()  # wrote, sang: what stands between marks in capitals behind them is a work
    participle_ending: tuple[str, ...] = ("ing",)
    follow: frozenset[str] = frozenset()  # adverbs between an inverted verb and its subject
    nouns: frozenset[str] = frozenset()  # forms of cue verbs that may as well be nouns
    sayings: dict[str, frozenset[str]] = field(default_factory=dict)  # put -> it, in: they report with a word behind
    verb_endings: tuple[str, ...] = ("ed",)  # of a verb that no table knows, right behind a quotation
    auxiliaries: frozenset[str] = frozenset()  # German: hat, hatte, away from the participle at the end of the clause
    be: frozenset[str] = frozenset()  # is, was
    copulas: frozenset[str] = frozenset()  # is, was, remains: "for Lee, it is “…”"
    be_endings: tuple[str, ...] = ()  # 's, 're
    hedging: frozenset[str] = frozenset()  # would, to: not said yet
    adverb_endings: tuple[str, ...] = ()  # -ly
    past_endings: tuple[str, ...] = ()  # -d
    present_endings: tuple[str, ...] = ()  # -s
    perfect_endings: tuple[str, ...] = ()  # German: -t, -en, of the participle behind its "hat"
    passive_endings: tuple[str, ...] = ()  # -ed, -wn
    participles_passive: tuple[str, ...] = ()  # -ed: behind a name
    with_listener: frozenset[str] = frozenset()  # told: behind them stands who was told
    addressee_verbs: frozenset[str] = frozenset()  # told, telling: the outlet may stand behind the verb
    informing: frozenset[str] = frozenset()  # told, warned: the listener stands before what is said
    calling: frozenset[str] = frozenset()  # German: nannte, fand: what stands in marks behind a noun is said of it
    second: frozenset[str] = frozenset()  # German: war, hat: finite verbs, behind which the subject may stand
    quoting: frozenset[str] = frozenset()  # quoted, cited: behind them stands who is quoted
    judging: frozenset[str] = frozenset()  # attacked, praised: behind them stands who is judged
    rejecting: frozenset[str] = frozenset()  # denied, dismissed: the claim behind them is another's
    negations: frozenset[str] = frozenset()  # not, never: before a verb of saying nothing was said
    negated_endings: tuple[str, ...] = ()  # -n't
    only_words: frozenset[str] = frozenset()  # only: behind "not" they leave the verb as it is
    contrasts: frozenset[str] = frozenset()  # but: behind "not “…”" the other words are meant
    passive_only: tuple[str, ...] = ()  # French -ée: of a participle whose subject did not speak
    reflexives: frozenset[str] = frozenset()  # ... but for "s'est félicitée", "l'a remerciée"
    withholding: frozenset[str] = frozenset()  # refused, declined: "to say" behind them says nothing
    stands_negated: frozenset[str] = frozenset()  # comment, hide: negated they tell what somebody thinks as well
    relaying: frozenset[str] = frozenset()  # reported: an outlet passes on
    causing: frozenset[str] = frozenset()  # led, prompting: "prompted Lee to say"
    carrying_on: tuple[str, ...] = ()  # continue, beg: with an infinitive they report nothing
    cue_nouns: frozenset[str] = frozenset()  # claim, remark
    claim_owners: frozenset[str] = frozenset()  # German: von, des: behind such a noun they lead to whose it is
    claim_relatives: tuple[tuple[str, ...], ...] = ()  # French: selon laquelle: what somebody claims follows
    possessive_endings: tuple[str, ...] = ()  # German: -s of a name before such a noun, "Webers Vorwurf"
    stances: frozenset[str] = frozenset()  # supports, seeking: their subject speaks where no verb of saying stands


@word_table
class ClauseWords:
    """Words that open, join and end clauses."""

    prepositions: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()  # words that open a clause
    relatives: frozenset[str] = frozenset()  # who
    fillers: frozenset[str] = frozenset()  # adverbs and auxiliaries between subject and verb
    moods: frozenset[str] = frozenset()  # German: sei, habe: somebody's words go on
    conjunctions: frozenset[str] = frozenset()  # German: nachdem, behind whose clause the verb comes first
    joining: frozenset[str] = frozenset()  # and, but
    adding: frozenset[str] = frozenset()  # and: between two who speak together
    setting_off: frozenset[str] = frozenset()  # but, while: a clause of its own follows
    questions: frozenset[str] = frozenset()  # what
    saying_openers: frozenset[str] = frozenset()  # Spanish como: "como dijo López", whose subject follows
    clause_openers: frozenset[str] = frozenset()  # when, once: before a verb they leave it without a subject
    opening_clauses: frozenset[str] = frozenset()  # although, even: they begin a clause before the main one
    thing_relatives: frozenset[str] = frozenset()  # which, that
    naming_relatives: frozenset[str] = frozenset()  # which: "which X has called a …"
    absolutes: frozenset[str] = frozenset()  # with: "with marchers chanting"
    places_of_clauses: frozenset[str] = frozenset()  # where: behind it stands the subject of its clause
    complementizers: frozenset[str] = frozenset()  # that: what is said follows
    infinitive_marks: frozenset[str] = frozenset()  # to
    before_infinitive: frozenset[str] = frozenset()  # to, will, Italian ha: a verb follows
    leading_infinitives: frozenset[str] = frozenset()  # used, went: "used to say", whose subject is theirs
    before_subject: frozenset[str] = frozenset()  # German: sich, between the verb and its subject
    verb_clitics: frozenset[str] = frozenset()  # French: s', a, between a comma and its verb
    agents: frozenset[str] = frozenset()  # by, after a passive
    reduced_agents: frozenset[str] = frozenset()  # by, right behind a participle
    so_words: frozenset[str] = frozenset()  # so, thus: before a verb whose subject follows
    as_words: frozenset[str] = frozenset()  # as: quoted as saying
    for_words: frozenset[str] = frozenset()  # for: attacked for saying
    topics: tuple[tuple[str, ...], ...] = ()  # as for: the name behind them is who the sentence is about
    parentheticals: tuple[tuple[str, ...], ...] = ()  # in the past, of course: between a subject and its verb
    content_openers: frozenset[str] = frozenset()  # that, whether
    verb_second: bool = False  # German, Dutch: "On Monday said X", the subject behind the verb
    comma_before_content: bool = False  # German: "sagte, dass"
    no_content: frozenset[str] = frozenset()  # with, about: no report follows
    finite_verbs: frozenset[str] = frozenset()  # is, had: a clause has one; empty: every stretch counts as a clause
    finite_endings: tuple[str, ...] = ()  # -ed, -n't


@word_table
class SubjectWords:
    """Pronouns, articles and endings: who can be the subject of a verb of saying."""

    pronouns: dict[str, str] = field(default_factory=dict)  # subject pronoun -> "m", "f", "p" (several) or "" (any)
    determiners: frozenset[str] = frozenset()
    drops_pronouns: bool = False  # Spanish: "dijo" alone means whoever spoke last
    no_subject: frozenset[str] = frozenset()  # there, what: never who speaks
    impersonal: frozenset[str] = frozenset()  # German: "heißt es in dem Brief"
    things: frozenset[str] = frozenset()  # it, you: somebody only beside a plain verb of saying
    never: frozenset[str] = frozenset()  # below, specifically: whatever follows, no phrase of a speaker begins so
    articles: frozenset[str] = frozenset()  # the, his: no verb follows
    plain_articles: frozenset[str] = frozenset()  # a, the
    singular_articles: frozenset[str] = frozenset()  # a, one: before somebody not named yet
    introducing: frozenset[str] = frozenset()  # a, another: somebody new
    definite: frozenset[str] = frozenset()  # the, his: somebody known
    indefinite: frozenset[str] = frozenset()  # a, some: nobody known
    noun_articles: frozenset[str] = frozenset()  # l', un: before a participle they make it a noun
    participle_nouns: tuple[str, ...] = ()  # ... with these endings
    weak_articles: frozenset[str] = frozenset()  # German: einem, des: a participle behind them is no verb
    nominative_articles: frozenset[str] = frozenset()  # German: der, ein
    datives: frozenset[str] = frozenset()  # German: dem Blatt sagte X
    nominatives: frozenset[str] = frozenset()  # German: er, wir
    no_nominatives: frozenset[str] = frozenset()  # German: dazu, den
    first_persons: frozenset[str] = frozenset()  # we
    objects: frozenset[str] = frozenset()  # him, them
    listener_marks: frozenset[str] = frozenset()  # Spanish: a, al: "A Lee le dijeron"
    listener_clitics: frozenset[str] = frozenset()  # Spanish: le, les
    possessives: dict[str, str] = field(default_factory=dict)  # his -> "m", her -> "f", their -> ""
    genitives: frozenset[str] = frozenset()  # of
    quantifiers: frozenset[str] = frozenset()  # both, each: subjects at the head of a clause, else adverbs
    contracted: frozenset[str] = frozenset()  # he's, it's: no owners
    plural_endings: tuple[str, ...] = ("s",)
    group_endings: tuple[str, ...] = ()  # -people, -police: several although without the plural's ending


@word_table
class NameWords:
    """Titles, roles and names of persons and groups."""

    titles: dict[str, str] = field(default_factory=dict)  # mr, senator -> gender or ""
    roles: dict[str, str] = field(default_factory=dict)  # noun for who speaks -> what it is the same as
    openers: frozenset[str] = frozenset()  # words that begin a sentence in capitals and are no name
    particles: frozenset[str] = frozenset(_PARTICLES.split())
    capital_particles: frozenset[str] = frozenset()  # Dutch: De, Van: with a capital they begin a surname
    small_surnames: frozenset[str] = frozenset()  # small words that with a capital, behind a name, are surnames: He, Do
    capital_nouns: bool = False  # German: a capital says nothing
    thing_endings: tuple[str, ...] = ()  # German: -ung, -heit: of nouns that are no people
    agent_endings: tuple[str, ...] = ()  # -er, -ists: of nouns for people
    adjective_endings: tuple[str, ...] = ()  # German: -en, -es: of a word before a noun
    groups: frozenset[str] = frozenset()  # last words of organisations
    group_surnames: frozenset[str] = frozenset()  # those of them that people are called as well, behind a given name
    stopped_titles: frozenset[str] = frozenset()  # Dr, Gov: as printed, with a full stop inside a name
    honorifics: frozenset[str] = frozenset()  # mr: alone they are no role
    place_words: frozenset[str] = frozenset()  # new, north: first words of names of places
    places: frozenset[str] = frozenset()  # texas, paris: they speak only as the subject of a verb of saying
    peoples: frozenset[str] = frozenset()  # american, european
    role_links: frozenset[str] = frozenset()  # of, for: inside a role
    linking: frozenset[str] = frozenset()  # of, with: a name behind them opens no sentence
    qualified: re.Pattern[str] = NEVER  # "Second-placed" before a name
    age: re.Pattern[str] = NEVER  # "29-year-old"
    of_what: re.Pattern[str] = NEVER  # behind a role; group 1: of what
    field_links: frozenset[str] = frozenset()  # of, for: whose spokesman or head somebody is follows
    of_group: re.Pattern[str] = NEVER  # behind a name and before its verb; group 1: of which group
    role_behind: re.Pattern[str] = NEVER  # behind a name; group 1: the role
    who_is: re.Pattern[str] = NEVER  # "who is the" before a role
    leading_article: re.Pattern[str] = NEVER
    genitive_between: re.Pattern[str] = NEVER  # between a description and the name it belongs to
    verb_behind: re.Pattern[str] = NEVER  # German: behind a name at the head of a sentence
    apposition_end: re.Pattern[str] = NEVER  # behind a name that a description introduced
    who_speaks: re.Pattern[str] = NEVER  # behind a name; group 1: the verb of "of the guild, who said"
    name_then_verb: re.Pattern[str] = NEVER  # behind a name; group 1: its verb


@word_table
class SourceWords:
    """Sources that are no persons: outlets, papers, those who are not named."""

    according: tuple[tuple[str, ...], ...] = ()  # the phrase before a source
    views: frozenset[str] = frozenset()  # Spanish para: before whose opinion it is
    read_in: tuple[tuple[str, ...], ...] = ()  # "one reads", before "in" and a paper: si legge (nella nota)
    postposed: frozenset[str] = frozenset()  # German: zufolge, behind the source
    papers: frozenset[str] = frozenset()  # statement, tweet: they do not speak
    with_words: tuple[tuple[str, ...], ...] = ()  # "with the words" before what somebody says
    word_nouns: frozenset[str] = frozenset()  # German: Begriff, Vorwurf: right before a quotation they are its words
    name_nouns: frozenset[str] = frozenset()  # right before a quotation: it is a name
    name_noun_endings: tuple[str, ...] = ()  # German: -film, -buch: of a longer word, which is such a noun as well
    titles_as_sentences: bool = False  # of a title only the first word has a capital: "La vie du port"
    distancing: frozenset[str] = frozenset()  # so-called: right before a quotation it is a term, and nobody's words
    by_names: tuple[tuple[str, ...], ...] = ()  # known as, goes by: right before a quotation it is a nickname
    after_speaker: frozenset[str] = frozenset()  # of, in: may follow the speaker at the end of a sentence
    credits: frozenset[str] = frozenset()  # photo, getty: of the line below a picture
    rubrics: frozenset[str] = frozenset()  # exclusive, watch: before a colon they are nobody
    issuers: frozenset[str] = frozenset()  # from, by: "Statement from the union:"
    before_platform: frozenset[str] = frozenset()  # on: "on X."
    one_source: re.Pattern[str] = NEVER  # before the noun of a source not named; group 1: "a US"
    source_knowledge: re.Pattern[str] = NEVER  # behind a source not named; group 1: "familiar with the matter"
    outlet_article: re.Pattern[str] = NEVER
    outlet_behind: re.Pattern[str] = NEVER  # behind the words that attribute; group 1: the outlet
    outlet_before: re.Pattern[str] = NEVER  # in the sentence before; group 1: the outlet
    outlet_closing: re.Pattern[str] = NEVER  # behind a quotation; group 1 or 2: the outlet


@word_table
class TimeWords:
    """Times of the day and the year, which stand where a speaker might."""

    days: frozenset[str] = frozenset()  # weekdays and months
    spells: frozenset[str] = frozenset()  # week, night: after "last" they are no speaker
    recency: frozenset[str] = frozenset()  # last, next: before a spell
    before_days: frozenset[str] = frozenset()  # on, late
    before_years: frozenset[str] = frozenset()  # in
    closing: frozenset[str] = frozenset()  # ago, later: they end "two weeks ago", "a few days later"
    nearly: frozenset[str] = frozenset()  # less, than: "less than two weeks ago"


@word_table
class MarkPatterns:
    """What quotation marks and apostrophes may stand beside."""

    clitics: bool = False  # French: dit-il is two words
    elision: re.Pattern[str] = NEVER  # what an apostrophe may open
    right_opens: float = 1.5  # how odd ’ is before a quotation: none where ’…’ is one
    dialogues: bool = False  # French: a dash at the head of a paragraph opens speech
    inserts: bool = False  # French: ", dit Lucie," stands inside the marks
    spaced: bool = False  # French: a space stands inside « and »
    suffixes: bool = False  # Turkish: endings follow a closing mark, or an apostrophe
    between_quotations: re.Pattern[str] = NEVER  # words that attribute, between two quotation marks
    behind_unclosed: re.Pattern[str] = NEVER  # where an attribution begins behind a quotation without its closing mark
    clitic: re.Pattern[str] = NEVER  # French: "-t-il" at the end of a verb; group 1: il
    joined: re.Pattern[str] = NEVER  # Italian: "D'" before the capital of a name, of which it is a part
    elided: re.Pattern[str] = NEVER  # French: "l'" at the start of a word; group 1: l


@word_table
class Reporting:
    """How one language reports speech; all words in lower case. Nothing changes a table once it is made."""

    language: Language
    verbs: SpeechVerbs = field(default_factory=SpeechVerbs)
    clauses: ClauseWords = field(default_factory=ClauseWords)
    subjects: SubjectWords = field(default_factory=SubjectWords)
    names: NameWords = field(default_factory=NameWords)
    sources: SourceWords = field(default_factory=SourceWords)
    times: TimeWords = field(default_factory=TimeWords)
    marks: MarkPatterns = field(default_factory=MarkPatterns)

    @cached_property
    def openers_of_claims(self) -> frozenset[str]:
        """Every word from which an attribution can start."""
        verbs, sources = self.verbs, self.sources
        first = {phrase[0] for phrase in (*sources.according, *sources.read_in)}
        tables = (verbs.cues, verbs.participles, verbs.sayings, sources.postposed, first, verbs.cue_nouns)
        return frozenset().union(*tables) - {""}

    @cached_property
    def between_phrases(self) -> frozenset[str]:
        """The words at which a noun phrase may end."""
        clauses, times = self.clauses, self.times
        tables = (clauses.prepositions, clauses.breaks, clauses.relatives, clauses.joining, times.days, times.recency)
        return self.subjects.determiners.union(*tables)

    def is_participle(self, low: str) -> bool:
        """Say whether a word looks like "speaking", and is no King and no Beijing."""
        looks = len(low) >= _PARTICIPLE and low.endswith(self.verbs.participle_ending)
        return looks and low not in self.names.titles and low not in self.names.places


class Compounds(dict[str, str]):
    """Roles of a language that writes them together: "Bahnsprecherin" is a "sprecherin"."""

    shortest = 5  # letters that a role has at the end of a longer word

    @cached_property
    def _ends(self) -> frozenset[str]:
        return frozenset(role[-self.shortest :] for role in self)

    def _known(self, word: str) -> str | None:
        """Give the kind of the longest role at the end of a word."""
        found = dict.get(self, word)
        if found or word[-self.shortest :] not in self._ends:
            return found
        for start in range(1, len(word) - self.shortest + 1):
            found = dict.get(self, word[start:])
            if found:
                return found
        return None

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
