"""People of a story: the names that mean one person, and renaming the speakers of quotes.

A naming is an entry about the story. It corrects the quotes that are there, each by an entry of its own, and is asked
whenever quotes are found later, so that nobody has to say it twice.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.domain import value_type
from desktop.store.errors import Refused
from desktop.store.records import entries
from desktop.store.records.entries import By, EntryKind
from desktop.store.records.quotes import corrections
from desktop.store.records.quotes import quote_table as quotes
from desktop.store.records.stories import story
from desktop.translation import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from desktop.domain import Attribution, Quote, QuoteId, StoryId
    from desktop.store.file.database import Database


@value_type
class PersonName:
    """What a person is called; a role of None leaves that of each quote."""

    name: str
    role: str | None = None


@value_type
class Person:
    """Somebody who speaks in the newest versions of a story."""

    name: str
    role: str  # the one given most often
    quotes: int
    mentions: tuple[str, ...]  # as printed, the most frequent first
    also: tuple[str, ...] = ()  # names that were said to mean this person


@value_type
class Naming:
    """What one act changed, so that it can be taken back."""

    story_id: StoryId
    was: Mapping[str, PersonName | None]
    quotes: tuple[Quote, ...] = field(default=(), repr=False)  # as they were


@lru_cache(maxsize=4096)  # a long text gives the same names thousands of times
def fold(name: str) -> str:
    """Leave out line breaks and runs of spaces, which are no part of a name."""
    return " ".join(name.split())


# -- reading --------------------------------------------------------------------------------------------------------


def people(db: Database, story_id: StoryId, quotes_there: Iterable[Quote]) -> list[Person]:
    """Return who speaks in a story, by its quotes, who says most first; those without a speaker count for nobody."""
    by_name: dict[str, list[Quote]] = {}
    for quote in quotes_there:
        if quote.attribution.name.strip():
            by_name.setdefault(fold(quote.attribution.name), []).append(quote)
    known = aliases(db, story(db, story_id).uid)
    found = [_person(name, own, known) for name, own in by_name.items()]
    return sorted(found, key=lambda person: (-person.quotes, person.name.casefold()))


def _person(name: str, own: Sequence[Quote], known: Mapping[str, PersonName]) -> Person:
    roles = Counter(fold(quote.attribution.role) for quote in own if quote.attribution.role.strip())
    mentions = Counter(fold(quote.attribution.speaker) for quote in own if quote.attribution.speaker.strip())
    also = sorted(other for other, named in known.items() if named.name == name != other)
    role = roles.most_common(1)[0][0] if roles else ""
    return Person(name, role, len(own), tuple(mention for mention, _ in mentions.most_common()), tuple(also))


def aliases(db: Database, story_uid: str) -> dict[str, PersonName]:
    """Return what was said of names in a story: each means a person from then on."""
    known: dict[str, PersonName] = {}
    for entry in entries.of_subject(db, story_uid, kinds=(EntryKind.PEOPLE_NAMED,)):
        people = entry.body["people"]
        assert isinstance(people, dict)
        for name, named in people.items():
            known.pop(name, None)
            if named is not None:
                known[name] = PersonName(*named)
    return known


# -- naming --------------------------------------------------------------------------------------------------------


def name_people(db: Database, by: By, story_id: StoryId, names: Iterable[str], named: PersonName) -> Naming:
    """Say that these names mean one person, called so; all versions of the story's articles follow."""
    named = replace(named, name=fold(named.name), role=None if named.role is None else fold(named.role))
    if not named.name:
        raise Refused(tr("A person needs a name."))
    chosen = {fold(name) for name in names}
    uid = story(db, story_id).uid
    known = aliases(db, uid)
    now = dict.fromkeys(sorted(chosen | {name for name, one in known.items() if one.name in chosen}), named)
    was = {name: known.get(name) for name in now}
    plain: dict[str, PersonName | None] = {name: None if one == PersonName(name) else one for name, one in now.items()}
    speaking = _spoken_by(db, story_id, chosen)
    changing = [quote for quote in speaking if _attributed(quote, named) != quote.attribution]
    if plain != was or changing:
        _append_entry(db, by, uid, plain, was)
    corrections.name_speakers(db, by, [(quote, _attributed(quote, named)) for quote in changing])
    return Naming(story_id, was, tuple(changing))


def take_back(db: Database, by: By, naming: Naming) -> None:
    """Let names mean what they meant before, and give the quotes the speakers that they had."""
    uid = story(db, naming.story_id).uid
    known = aliases(db, uid)
    _append_entry(db, by, uid, naming.was, {name: known.get(name) for name in naming.was})
    former = {quote.id: quote.attribution for quote in naming.quotes}
    now = quotes.by_ids(db, list(former), compared=False)
    pairs = [(quote, former[quote.id]) for quote in now]
    corrections.name_speakers(
        db, by, [(quote, replace(quote.attribution, person=was.person, role=was.role)) for quote, was in pairs]
    )


def name_found(db: Database, by: By, story_uid: str, quote_ids: Sequence[QuoteId]) -> None:
    """Call the speakers of quotes just found what the checkers of the story call them."""
    known = aliases(db, story_uid)
    renamed = []
    for quote in quotes.by_ids(db, quote_ids, compared=False) if known else ():
        named = known.get(fold(quote.attribution.name))
        if named is not None and _attributed(quote, named) != quote.attribution:
            renamed.append((quote, _attributed(quote, named)))
    corrections.name_speakers(db, by, renamed)


def _attributed(quote: Quote, named: PersonName) -> Attribution:
    known = quote.attribution
    return replace(known, person=named.name, role=known.role if named.role is None else named.role)


def _spoken_by(db: Database, story_id: StoryId, names: Collection[str]) -> list[Quote]:
    """Return what these say in all versions, of articles in the trash too: they may come back."""
    speakers = db.rows(
        "SELECT q.id, coalesce(nullif(coalesce(e.person, q.person), ''), coalesce(e.speaker, q.speaker)) FROM quote q"
        " JOIN version v ON v.id = q.version_id JOIN article a ON a.id = v.article_id"
        " LEFT JOIN quote_edit e ON e.quote_id = q.id WHERE a.story_id = ? AND NOT a.emptied ORDER BY q.id",
        (story_id,),
    )
    return quotes.by_ids(db, [id_ for id_, name in speakers if fold(name) in names], compared=False)


def _append_entry(
    db: Database, by: By, uid: str, now: Mapping[str, PersonName | None], was: Mapping[str, PersonName | None]
) -> None:
    entries.append(db, by, EntryKind.PEOPLE_NAMED, uid, {"people": _as_lists(now), "was": _as_lists(was)})


def _as_lists(people: Mapping[str, PersonName | None]) -> dict[str, list[str | None] | None]:
    return {name: None if one is None else [one.name, one.role] for name, one in people.items()}
