"""The people named in an article and the places where they are named."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop.domain import value_type
from desktop.lazy_pattern import lazy_pattern
from desktop.text.attribution.outlets import last_words_of_outlets
from desktop.text.attribution.persons.given_names import GENDER, gender_of, is_given_name
from desktop.text.attribution.persons.namesakes import SUFFIXES, Namesakes, Person, surname_of
from desktop.text.languages.reporting import STRONG

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop.domain import Span
    from desktop.text.languages.reporting import NameWords, Reporting


NAME_SUFFIXES = frozenset(("jr", "sr", "md", "phd"))
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŠŽČĆĐŐŰĞİŞ"
_PARTICLES = (
    "de|del|della|di|van|von|bin|ben|ibn|abu|der|la|al|el|ter|ten|du|da|do|dos|af|av"  # of names in all languages
)
_PREFIXES = "al|el|as|ash|an|ar|at|az|ul|ud|bin|ibn|d|dell"  # ... and those that a hyphen or an apostrophe joins
_MELTED = "de|di|da|du|della|la|le|van|von"  # ... and those before a capital inside the word: deVito
_KUNYAS = frozenset(("abu", "umm", "bin", "ibn"))
_REMEMBERED = 200  # code points of a run of capital words that is remembered when it comes again
_RUNS = 1 << 14  # such runs at most
_FIRST_NAMES = 40  # people of one given name among whom it is looked up
_WORD = lazy_pattern(r"[^\s]+")
_SIGNS_IN_RUNS = str.maketrans("'’-.", "    ")
_SENTENCE_END = lazy_pattern(r"[.!?\n]")


_Sort = Literal["loose", "surname", "person", "doubtful", "by text"]
_Single = tuple[str, int, str]  # a run of one word: as printed, where it begins, in small letters


@value_type
class Mention:
    """A place where a person is named."""

    start: int
    end: int
    person: Person
    possessive: bool


def unpossessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


@dataclass(slots=True)
class Name:
    """A run of capital words taken apart."""

    name: str
    start: int
    end: int
    title: str = ""
    gender: str = ""
    possessive: bool = False

    def shifted(self, by: int) -> Name:
        return Name(self.name, self.start + by, self.end + by, self.title, self.gender, self.possessive)


@lru_cache(maxsize=8)
def _runs_of_names(language: Reporting) -> re.Pattern[str]:
    """Give the pattern of a run of capital words: "Gov. Ann B. van der Lee"."""
    stopped = "|".join(f"(?<={title[0]}){title[1:]}" for title in sorted(language.names.stopped_titles)) or "(?!)"
    # A capital first, so that the search may jump; then an initial, a title with its full stop, or a word. Choices
    # begin with what tells soon that they fail: most runs are one word, with a small one behind it. A set of letters
    # beyond Latin-1 is dear to compile: there are few of them.
    word = rf"[{_CAPITAL}](?:\.[ \u00a0]?(?=[{_CAPITAL}])|(?=\w++\.)(?:{stopped})\.|\w*+(?:['’-]\w++(?:['’-]\w++)*+|))"
    first = "".join(sorted({part[0] for part in f"{_PARTICLES}|{_PREFIXES}|{_MELTED}".split("|")}))
    joined, behind = rf"(?:{_PREFIXES})[’'-]|(?:{_MELTED})(?=.\w)", "(?<=[. \u00a0’'a-z-])"
    led = rf"(?=[{first}])(?:(?:(?:{_PARTICLES}) ){{1,3}}(?:{joined}|)|{joined}){behind}"
    return re.compile(rf"{word}(?:(?=[ \u00a0\w])(?:(?:[ \u00a0](?:{led}|)|{behind}){word})++|)")


def read_name(run: str, offset: int, language: Reporting) -> list[Name]:
    """Take a run of capital words apart: "Atlantic City Mayor Don Guardian's" names Don Guardian."""
    known = _read_again(run, language) if len(run) <= _REMEMBERED else _read_run(run, language)
    return [name.shifted(offset) for name in known]


@lru_cache(maxsize=16384)
def _read_again(run: str, language: Reporting) -> Sequence[Name]:
    """Take a run apart once; the versions of a story name the same people again and again."""
    return _read_run(run, language)


class _Run(NamedTuple):
    """What a run of capital words holds, wherever it stands."""

    low: str
    single: bool  # of one word
    names: Sequence[tuple[Name, _Sort]]  # of a run of several words
    time: int  # the length of a first word that may be a time, and of the space behind it; else 0
    outlet: bool  # one of its words may end the name of an outlet


class _KnownRuns(dict[str, _Run]):
    """Runs of capital words of one language: the versions of a story name the same people again and again."""

    def __init__(self, language: Reporting) -> None:
        self._language = language
        self._days = _times_like_names(language)

    def read(self, run: str) -> _Run:
        """Take a run apart; one longer than names are is read anew each time."""
        return self[run] if len(run) <= _REMEMBERED else self._read(run)

    def apart(self, run: str) -> Sequence[tuple[Name, _Sort]]:
        """Give the names of a run of any number of words."""
        return [(name, _sort_of(name, self._language)) for name in _read_run(run, self._language)]

    def __missing__(self, run: str) -> _Run:
        if len(self) >= _RUNS:
            self.clear()
        found = self[run] = self._read(run)
        return found

    def _read(self, run: str) -> _Run:
        low = run.lower()
        if low.isalpha():
            return _Run(low, True, (), 0, low in last_words_of_outlets())
        outlet = not last_words_of_outlets().isdisjoint(low.translate(_SIGNS_IN_RUNS).split())
        if " " not in run and "\u00a0" not in run:
            return _Run(low, True, (), 0, outlet)
        first = run.partition(" ")[0]
        return _Run(low, False, self.apart(run), len(first) + 1 if first.lower() in self._days else 0, outlet)


@lru_cache(maxsize=16)
def _known_runs(language: Reporting) -> _KnownRuns:
    return _KnownRuns(language)


def _sort_of(name: Name, language: Reporting) -> _Sort:
    """Say what a name is before any text is known: one word, a surname with its particles, a person, or neither."""
    first, _, more = name.name.partition(" ")
    if not more:
        return "loose"
    if first.lower() in language.names.particles:
        return "surname"
    if language.names.capital_nouns:
        return "by text"
    return "person" if _is_name_of_person(name.name, language, titled=bool(name.gender)) else "doubtful"


def _read_run(run: str, language: Reporting) -> Sequence[Name]:
    out = []
    words = [(m.group(), m.start()) for m in _WORD.finditer(run)]
    group: list[tuple[str, int]] = []
    for word, at in words:
        group.append((word, at))
        if word.endswith(("'s", "’s")):
            out.append(_named(group, language, possessive=True))
            group = []
    if group:
        out.append(_named(group, language, possessive=False))
    return [n for n in out if n]


def _named(group: Sequence[tuple[str, int]], language: Reporting, *, possessive: bool) -> Name | None:
    words = list(group)
    first = 0
    while (
        first < len(words) - 1
        and words[first][0].lower() not in language.names.capital_particles
        and _only_opens(words[first][0].lower(), language)
    ):
        if words[first][0].lower() in GENDER and not _only_opens(words[first + 1][0].lower(), language):
            break  # "April Holm"
        first += 1
    words = words[first:]
    cut, title, gender = 0, [], ""
    for n, (word, _) in enumerate(words):
        low = word.lower()
        office = low in language.names.titles or (language.names.capital_nouns and low in language.names.roles)
        if office and n + 1 < len(words) and not (n and _is_surname_before_suffix(words, n, language)):
            cut = n + 1
            gender = language.names.titles.get(low, "") or gender
    title = [w for w, _ in words[:cut]]
    rest = words[cut:]
    addressed = bool(title) and title[-1].lower().rstrip(".") in language.names.honorifics  # "Mrs May"
    if not rest or (len(rest) == 1 and rest[0][0].lower() in language.names.openers and not addressed):
        return None
    rest, lead = _from_given_name(rest, language)
    title += lead
    last, at = rest[-1]
    name = " ".join(unpossessed(w) if w is last else w for w, _ in rest)
    return Name(name, rest[0][1], at + len(unpossessed(last)), " ".join(title), gender, possessive)


def _is_surname_before_suffix(words: Sequence[tuple[str, int]], n: int, language: Reporting) -> bool:
    """Read the "King" of "Martin Luther King Jr."."""
    return words[n][0].lower() in language.language.title_surnames and words[n + 1][0].lower() in SUFFIXES


def _only_opens(low: str, language: Reporting) -> bool:
    return low in language.names.openers and low not in language.names.titles


def _from_given_name(words: list[tuple[str, int]], language: Reporting) -> tuple[list[tuple[str, int]], list[str]]:
    """Begin "Talk Show Host Glenn Beck" at the given name."""
    first = words[0][0]
    if len(words) < 3 or gender_of(first) or len(first) <= 2 or first.lower() in _KUNYAS:
        return words, []
    for n in range(1, len(words) - 1):
        if gender_of(words[n][0]):
            return words[n:], [w for w, _ in words[:n]]
    if words[0][0].lower() in language.names.roles or language.names.qualified.search(words[0][0]):
        return words[1:], [words[0][0]]
    return words, []


@lru_cache(maxsize=16)
def _times_like_names(language: Reporting) -> frozenset[str]:
    """Give the given names that are times or small words as well: May, Will."""
    return frozenset(GENDER) & (language.times.days | language.names.openers | language.clauses.fillers)


@lru_cache(maxsize=4096)
def _is_name_of_person(name: str, language: Reporting, *, titled: bool) -> bool:
    """Tell the name of a person from that of a group or a place."""
    words, names = name.split(), language.names
    first, last = words[0].lower(), surname_of(name)
    if len(words) > 5 or _is_no_surname(last, first, names):
        return False
    if gender_of(first) or titled:
        return True
    tables = (names.place_words, names.places, names.peoples, names.openers, names.groups)
    has_acronym = any(w.isupper() and len(w) > 2 and "." not in w for w in words)
    return not has_acronym and not any(first in table for table in tables)


def _is_no_surname(last: str, first: str, names: NameWords) -> bool:
    """Say whether the last word of a name is that of a group, role or people, and no given name makes it a surname."""
    if last in names.groups and not (last in names.group_surnames and gender_of(first)):
        return True
    if last in names.openers and not (last in GENDER and is_given_name(first)):
        return True
    return last in names.peoples or (last in names.roles and not gender_of(first))


class _Runs(NamedTuple):
    """Runs of capital words that are read when the full names of a text are known."""

    loose: list[Name]  # of one word, behind a title
    single: list[_Single]  # of one word
    doubtful: list[Name]  # those that may be a place or a time: "Israel Katz", "Will Smith"
    surnames: list[Name]  # "Von der Leyen"


class People:
    """The people of one article."""

    def __init__(self, text: str, language: Reporting, nicknames: Sequence[Span] = ()) -> None:
        """Read the people; `nicknames` are the quotations that stand within a name."""
        self.text = text
        self.language = language
        self.by_surname: dict[str, Namesakes] = defaultdict(Namesakes)
        self.by_given: dict[str, list[Person]] = defaultdict(list)
        self.mentions: list[Mention] = []
        self._outlets: list[tuple[int, int]] = []  # runs of capital words that may name an outlet
        self._bridges = {outer.start - 1: outer.end + 1 for outer in nicknames}
        self._days = _times_like_names(language)
        self._read()

    def _read_runs(self, runs: _Runs) -> None:
        """Take the full names for people, and part what has to wait until these are known."""
        known = _known_runs(self.language)
        for run, start in self._runs():
            low, single, names, time, outlet = known.read(run)
            if outlet:
                self._outlets.append((start, start + len(run)))
            if single:
                runs.single.append((run, start, low))
                continue
            if time and self._is_time(run, start):
                names, at = known.apart(run[time:]), start + time
                runs_of_question = self._question_or_name(run, start)
            else:
                at, runs_of_question = start, []
            for name, sort in names:
                self._sort(name.shifted(at), sort, runs)
            runs.doubtful.extend(runs_of_question)

    def _sort(self, name: Name, sort: _Sort, runs: _Runs) -> None:
        if sort == "loose":
            runs.loose.append(name)
        elif sort == "surname":
            runs.surnames.append(name)
        elif sort == "person" or (sort == "by text" and self._is_person(name)):
            self._add(name)
        else:
            runs.doubtful.append(name)

    def _read(self) -> None:
        runs = _Runs([], [], [], [])
        self._read_runs(runs)
        loose, single, doubtful, surnames = runs
        for name in surnames:
            self._add_particled(name)
        self._add_speaking(doubtful, single)
        self._add_others(loose, single)
        if self.by_surname:
            parts = self.by_surname.keys() | self.by_given.keys()
            named = ((run, start) for run, start, low in single if low in parts or not run.isalpha())
            loose += [n for run, start in named if (n := self._single(run, start))]
        for name in loose:
            self._mention(name)
        self.mentions.sort(key=_start)
        self._starts = [m.start for m in self.mentions]
        for namesakes in self.by_surname.values():
            namesakes.settle()

    def _add_others(self, loose: Sequence[Name], single: Sequence[_Single]) -> None:
        """Take those for people of whom no full name is given anywhere."""
        for name in loose:
            self._add_titled(name)
        for run, start in [(run, start) for run, start, low in single if low in GENDER]:
            self._add_given(run, start)

    def _add_particled(self, name: Name) -> None:
        """Take "Von der Leyen" for whoever has that surname, for somebody new where nobody has it."""
        person = self.of_surname(surname_of(name.name), name.start, name.gender)
        if person is not None:
            self._note(name, person)
        elif self._is_person(name):
            self._add(name)

    def _add_speaking(self, doubtful: Sequence[Name], single: Sequence[_Single]) -> None:
        """Take "Israel Katz" and "Will Smith" for people of whom the text says "Katz said", "said Smith"."""
        if not doubtful or self.language.names.capital_nouns:
            return
        surnames = [surname_of(name.name) for name in doubtful]
        asked = set(surnames)
        likely = [(start, start + len(run), low) for run, start, low in single if low in asked]
        speaking = {low for start, end, low in likely if self._says(end) or self._is_said_by(start)}
        for name, last in zip(doubtful, surnames, strict=True):
            if last in speaking and last not in self.by_surname and self._may_be_called(name.name):
                self._add(name)

    def _may_be_called(self, name: str) -> bool:
        """Say whether two words could be a given name and a surname, although the first means something else."""
        first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1].lower()
        place = first.lower() in self.language.names.places
        tables = (self.language.names.places, self.language.names.peoples, self.language.names.place_words)
        known = any(last in table for table in tables)
        return len(name.split()) == 2 and (place or bool(gender_of(first))) and first[1:].islower() and not known

    def _is_said_by(self, start: int) -> bool:
        """Say whether a verb of saying stands before a place: "said Katz"."""
        before = self.text[max(0, start - 20) : start].rstrip(" \u00a0").rpartition(" ")[2].lstrip(',”"»')
        return self.language.verbs.cues.get(before, 0) >= STRONG

    def _question_or_name(self, run: str, start: int) -> list[Name]:
        """Read "Will Smith" at the head of a sentence that is no question."""
        before = self.text[max(0, start - 2) : start].rstrip(" \u00a0")
        end = _SENTENCE_END.search(self.text, start + len(run))
        if (before and before[-1] not in '.?!\n“"') or (end is not None and end[0] == "?"):
            return []
        return read_name(run, start, self.language)

    def _runs(self) -> Iterable[tuple[str, int]]:
        """Give the runs of capital words and where they begin; those around a nickname are taken as one name."""
        runs = self._all_runs()
        return self._over_nicknames(runs) if self._bridges else runs

    def _all_runs(self) -> Iterator[tuple[str, int]]:
        """Give each run and where it begins: at the next capital, for there is none outside of runs."""
        at = 0
        for run in _runs_of_names(self.language).findall(self.text):
            at = self.text.find(run, at)
            yield run, at
            at += len(run)

    def _over_nicknames(self, runs: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
        half: tuple[str, int, int] | None = None
        for run, start in runs:
            end = start + len(run)
            if end in self._bridges:
                half = (run, start, self._bridges[end])
                self._outlets.append((start, self._bridges[end]))  # for all that is known
            elif half and half[2] == start:
                self._add_bridged(f"{half[0]} {run}", half[1], end)
                half = None
            else:
                yield run, start

    def _add_bridged(self, run: str, start: int, end: int) -> None:
        """Take "Robert “Bobby” Lindh" for Robert Lindh."""
        names = read_name(run, start, self.language)
        if names and " " in names[-1].name:
            names[-1].end = end - len("'s") * names[-1].possessive
            self._add(names[-1])

    def _is_time(self, run: str, start: int) -> bool:
        """Tell the May of "in May Lund" and the Will of "Will Lund go?" from given names."""
        before = self.text[max(0, start - 20) : start].rstrip(" \u00a0")
        if not before or before[-1] in '.?!\n“"':
            after = self.text[start + len(run) : start + len(run) + 30].lstrip(" \u00a0")
            verb = re.match(r"[\w’']+", after)
            endings = (*self.language.verbs.past_endings, *self.language.verbs.present_endings)
            spoken = verb and verb.group() in self.language.verbs.cues and verb.group().endswith(endings)
            return after[:1] != "," and not spoken
        last = before.rpartition(" ")[2].lower()
        return last in self.language.clauses.prepositions or last in self.language.times.recency

    def _add_titled(self, name: Name) -> None:
        """Take "Lord Pym" for a person although no fuller name is given anywhere."""
        low = name.name.lower()
        if low in self.by_surname or low in self.by_given or not self._is_surname(name.name):
            return
        if name.gender or self._is_office(name.title):
            full = f"{name.title.split()[-1]} {name.name}"
            self._enter(Name(full, name.start, name.end, name.title, name.gender))  # mentioned with the others

    def _add_given(self, run: str, start: int) -> None:
        """Take "her father, Brad," and the "Bob" of "Bob said" for people of whom no surname is given anywhere."""
        low = run.lower()
        if low in self._days or low in self.by_surname or low in self.by_given:
            return
        if low in self.language.names.places or low in self.language.names.groups or not run[1:].islower():
            return
        end = start + len(run)
        apposed = self.text[end : end + 1] == "," and self._is_role(self.text[max(0, start - 24) : start])
        if apposed or self._says(end):
            self._enter(Name(run, start, end, "", gender_of(run)))

    def _is_role(self, before: str) -> bool:
        """Say whether a noun for somebody and a comma end a stretch: "his wife, "."""
        word = before.rstrip(" \u00a0").removesuffix(",").rpartition(" ")[2].lower()
        return before.rstrip(" \u00a0").endswith(",") and self.language.names.roles.get(word, "document") != "document"

    def _says(self, end: int) -> bool:
        match = self.language.names.name_then_verb.match(self.text, end, end + 30)
        return match is not None and self.language.verbs.cues.get(match.group(1), 0) >= STRONG

    def _is_office(self, title: str) -> bool:
        """Say whether the last word before a name is that of somebody's office: "President", "Sen."."""
        names, last = self.language.names, title.rpartition(" ")[2]
        if names.capital_nouns or not last:
            return False
        return last.rstrip(".") in names.stopped_titles or names.roles.get(last.lower(), "document") != "document"

    def _is_surname(self, word: str) -> bool:
        language = self.language
        known = (language.names.roles, language.names.titles, language.names.groups, language.names.openers)
        return word[:1].isupper() and not any(word.lower() in table for table in known)

    def _single(self, run: str, start: int) -> Name | None:
        """Read a lone capital word, where it is part of somebody's name."""
        word = run if run.isalpha() else unpossessed(run)
        low = word.lower()
        if low not in self.by_surname and low not in self.by_given:
            return None
        if low in self._days and (self._is_time(run, start) or self.text[start + len(run) + 1 :][:1].isdigit()):
            return None
        return Name(word, start, start + len(word), possessive=len(word) < len(run))

    def _is_person(self, name: Name) -> bool:
        if self.language.names.capital_nouns:
            return self._is_german_person(name, name.name.split(), surname_of(name.name))
        return _is_name_of_person(name.name, self.language, titled=bool(name.gender))

    def _is_german_person(self, name: Name, words: Sequence[str], last: str) -> bool:
        """Where every noun has a capital, a given name or an office before it tells a name."""
        if (
            len(words) > 5
            or last in self.language.names.groups
            or last in self.language.names.openers
            or last in self.language.names.peoples
        ):
            return False
        if gender_of(words[0].split("-")[0]) or name.gender:
            return True
        if words[0][0].islower() or last in self.language.names.roles:
            return False
        if self.language.names.roles.get(name.title.rpartition(" ")[2].lower()) == "organisation":
            return False  # "Staatsanwaltschaft München"
        return len(words) <= 3 if name.title else len(words) == 2 and self._acts(name, words)

    def _acts(self, name: Name, words: Sequence[str]) -> bool:
        """Read "Kari Moe lehnt …" at the head of a sentence: two words in capitals, none an adjective, and a verb."""
        before = self.text[max(0, name.start - 2) : name.start]
        adjective = words[0].lower().endswith(self.language.names.adjective_endings)
        spelled = all(word.isalpha() and word[1:].islower() for word in words)
        return (
            spelled
            and not adjective
            and (not before or before[-1] in "\n“„»" or before[0] in ".!?")
            and self.language.names.verb_behind.match(self.text, name.end) is not None
        )

    def _add(self, name: Name) -> None:
        self._note(name, self._enter(name))

    def _enter(self, name: Name) -> Person:
        """Give the person of a full name, a new one where nobody is known by it."""
        namesakes = self.by_surname[surname_of(name.name)]
        person = namesakes.find(name.name)
        if person is None:
            person = Person(name.name, gender_of(name.name.split()[0]) or name.gender, "", name.start)
            namesakes.add(person)
            self.by_given[person.given.lower()].append(person)
        person.gender = person.gender or name.gender
        person.places.append((name.start, name.end))
        return person

    def _note(self, name: Name, person: Person) -> None:
        self.mentions.append(Mention(name.start, name.end, person, name.possessive))
        self.by_surname[person.surname].note(name.start, person)

    def _mention(self, name: Name) -> None:
        person = self.of_surname(name.name, name.start, name.gender)
        if person is None and len(self.by_given.get(name.name.lower(), ())) == 1:
            person = self.by_given[name.name.lower()][0]
        if person:
            if name.gender and not person.gender:
                person.gender = name.gender
            self._note(name, person)

    def of_surname(self, word: str, at: int, gender: str = "") -> Person | None:
        """Give the person of that surname who fits: named before `at`, latest first."""
        namesakes = self.by_surname.get(word.lower())
        return namesakes.who(at, gender) if namesakes else None

    def of_name(self, name: Name) -> Person | None:
        """Find the person a name means; East Asian and given names by their first part."""
        words = name.name.split()
        if len(words) > 1 and words[0].lower() not in self.language.names.particles:
            namesakes = self.by_surname.get(surname_of(name.name))
            return namesakes.find(name.name) if namesakes else None
        word = surname_of(name.name)  # "De la Cruz"
        found = self.of_surname(word, name.start, name.gender)
        if found:
            return found
        given = self.by_given.get(word, [])[: -_FIRST_NAMES - 1 : -1]
        return next((p for p in given if not name.gender or p.gender in {"", name.gender}), None)

    def of_full_name(self, name: str) -> Person | None:
        """Give the person of whom this is the full name."""
        namesakes = self.by_surname.get(surname_of(name)) if " " in name else None
        return namesakes.find(name) if namesakes else None

    def may_name_outlet(self, start: int, end: int) -> bool:
        """Say whether capital words that touch a stretch of the text may be the name of an outlet."""
        after = bisect_right(self._outlets, start, key=_end_of_run)
        return after < len(self._outlets) and self._outlets[after][0] < end

    def last_before(self, mention: Mention) -> Mention | None:
        """Give the mention before another."""
        i = bisect_left(self._starts, mention.start)
        return self.mentions[i - 1] if i else None

    def next(self, place: int) -> Mention | None:
        """Give the first mention that begins at or behind a place."""
        i = bisect_left(self._starts, place)
        return self.mentions[i] if i < len(self.mentions) else None

    def before(self, at: int, reach: int) -> list[Mention]:
        """Give the mentions in the `reach` code points before `at`, in order."""
        return self.mentions[bisect_left(self._starts, at - reach) : bisect_left(self._starts, at)]


def _end_of_run(run: tuple[int, int]) -> int:
    return run[1]


def _start(mention: Mention) -> int:
    return mention.start
