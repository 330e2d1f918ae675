"""People of a story are named once; quotes that are there and quotes that come follow, and all of it can be undone."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import Prepared
from desktop.domain import Attribution, FoundQuote, QuoteKind, Span
from desktop.store.errors import Refused
from desktop.store.records.quotes.people import PersonName
from tests.store.desks import Ticking, capture, made_once, quick_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain import Quote, StoryId

ONE = "“The ships are late,” Vedant said.\n\n“We are sorry,” Vedant Patel said.\n\n“No,” said John Kirby.\n"
TWO = "“It is what it is,” Vedant told reporters.\n"
THREE = "“The ships are late,” Vedant said.\n\n“We are glad,” he said.\n"


def found(text: str, words: str, person: str, role: str = "") -> FoundQuote:
    start = text.index(words)
    return FoundQuote(
        Span(start, start + len(words)), QuoteKind.DIRECT, Attribution(speaker=person, person=person, role=role)
    )


def prepared(text: str, *quotes: FoundQuote) -> Prepared:
    return Prepared(capture(text), quotes)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "people.desk") as desk:
        yield desk


@pytest.fixture
def story(desk: Desk) -> StoryId:
    quotes = (
        found(ONE, "The ships are late,", "Vedant"),
        found(ONE, "We are sorry,", "Vedant Patel", "spokesman"),
        found(ONE, "No,", "John Kirby"),
    )
    return desk.add(prepared(ONE, *quotes), checker="Ada").story_id


def names(quotes: list[Quote]) -> list[str]:
    return [quote.attribution.name for quote in quotes]


def test_who_speaks_is_listed_with_role_number_and_printed_mentions(desk: Desk, story: StoryId) -> None:
    people = desk.people.of_story(story)
    assert [(one.name, one.role, one.quotes) for one in people] == [
        ("John Kirby", "", 1),
        ("Vedant", "", 1),
        ("Vedant Patel", "spokesman", 1),
    ]
    assert people[1].mentions == ("Vedant",)


def test_two_names_become_one_person_and_the_printed_mention_stays(desk: Desk, story: StoryId) -> None:
    desk.people.name(story, ["Vedant", "Vedant Patel"], PersonName("Vedant Patel", "spokesman"), checker="Ada")
    first, second, other = desk.story_quotes(story)
    assert names([first, second, other]) == ["Vedant Patel", "Vedant Patel", "John Kirby"]
    assert first.attribution.speaker == "Vedant"
    assert first.attribution.role == "spokesman"
    [patel] = [one for one in desk.people.of_story(story) if one.name == "Vedant Patel"]
    assert (patel.quotes, patel.mentions, patel.also) == (2, ("Vedant", "Vedant Patel"), ("Vedant",))
    assert desk.check().sound


def test_an_article_that_comes_later_uses_the_names(desk: Desk, story: StoryId) -> None:
    desk.people.name(story, ["Vedant"], PersonName("Vedant Patel", "spokesman"), checker="Ada")
    added = desk.add(prepared(TWO, found(TWO, "It is what it is,", "Vedant")), story=story)
    [quote] = desk.quotes(added.version_id)
    assert (quote.attribution.person, quote.attribution.role) == ("Vedant Patel", "spokesman")
    elsewhere = desk.add(prepared("“Aye,” Vedant said.\n", found("“Aye,” Vedant said.\n", "Aye,", "Vedant")))
    assert names(desk.quotes(elsewhere.version_id)) == ["Vedant"]


def test_a_later_name_carries_the_earlier_ones_along(desk: Desk, story: StoryId) -> None:
    desk.people.name(story, ["Vedant"], PersonName("Vedant Patel"))
    desk.people.name(story, ["Vedant Patel"], PersonName("Vedant K. Patel"))
    added = desk.add(prepared(TWO, found(TWO, "It is what it is,", "Vedant")), story=story)
    assert names(desk.quotes(added.version_id)) == ["Vedant K. Patel"]
    assert "Vedant Patel" not in {one.name for one in desk.people.of_story(story)}


def test_taking_a_naming_back_restores_every_quote_and_the_names_of_what_comes(desk: Desk, story: StoryId) -> None:
    before = [quote.attribution for quote in desk.story_quotes(story)]
    naming = desk.people.name(story, ["Vedant", "John Kirby"], PersonName("Vedant Patel", "chief"), checker="Ada")
    desk.people.take_back(naming, checker="Ada")
    assert [quote.attribution for quote in desk.story_quotes(story)] == before
    added = desk.add(prepared(TWO, found(TWO, "It is what it is,", "Vedant")), story=story)
    assert names(desk.quotes(added.version_id)) == ["Vedant"]
    assert desk.check().sound


def test_every_corrected_quote_tells_so_in_its_history(desk: Desk, story: StoryId) -> None:
    desk.people.name(story, ["Vedant"], PersonName("Vedant Patel"), checker="Ada")
    [event] = desk.events(desk.story_quotes(story)[0].id)
    assert (event.kind, event.checker) == ("quote attributed", "Ada")


def test_a_hundred_quotes_of_one_person_get_an_entry_each_that_follows_the_one_before(desk: Desk) -> None:
    text = "".join(f"“It was day {number},” Vedant said.\n\n" for number in range(100))
    quotes = [found(text, f"It was day {number},", "Vedant") for number in range(100)]
    story = desk.add(prepared(text, *quotes), checker="Ada").story_id
    naming = desk.people.name(story, ["Vedant"], PersonName("Vedant Patel"), checker="Ada")
    desk.people.take_back(naming, checker="Ada")
    chain = [entry for _, entry in desk.chains.entries()]
    hashes = [hash_ for hash_, _ in desk.chains.entries()]
    assert [entry.prev for entry in chain] == ["", *hashes[:-1]]
    assert [hash_ for hash_, entry in desk.chains.entries() if entry.hash() != hash_] == []
    corrected = [entry.subject for entry in chain if entry.kind == "quote attributed"]
    assert corrected == [quote.uid for quote in naming.quotes] * 2
    assert desk.check().sound
    assert desk.search.find("Patel") == []


def test_a_correction_by_hand_holds_for_the_same_words_in_the_next_version(desk: Desk, story: StoryId) -> None:
    first = desk.story_quotes(story)[0]
    desk.corrections.attribute(
        [first.id], Attribution(speaker="Vedant", person="Ned Price", role="spokesman"), checker="Ada"
    )
    [article] = desk.articles()
    found_now = [found(THREE, "The ships are late,", "Vedant"), found(THREE, "We are glad,", "he")]
    added = desk.add(prepared(THREE, *found_now), article=article.id)
    assert names(desk.quotes(added.version_id)) == ["Ned Price", "he"]
    assert desk.check().sound


def test_a_locked_story_takes_no_corrections(desk: Desk, story: StoryId) -> None:
    quote = desk.story_quotes(story)[0]
    desk.lock_story(story, locked=True, checker="Chief")
    assert desk.stories()[0].locked
    with pytest.raises(Refused, match="is locked, so nothing was changed"):
        desk.people.name(story, ["Vedant"], PersonName("Vedant Patel"))
    with pytest.raises(Refused, match="locked"):
        desk.corrections.attribute([quote.id], quote.attribution, QuoteKind.MIXED)
    with pytest.raises(Refused, match="locked"):
        desk.corrections.delete([quote.id])
    with pytest.raises(Refused, match="locked"):
        desk.corrections.resize(quote.id, Span(1, 4))
    desk.lock_story(story, locked=False, checker="Chief")
    desk.corrections.delete([quote.id], checker="Ada")
    assert [event.kind for event in desk.events(quote.id)] == ["quote deleted", "story reopened", "story locked"]


def test_a_person_needs_a_name(desk: Desk, story: StoryId) -> None:
    with pytest.raises(Refused, match="needs a name"):
        desk.people.name(story, ["Vedant"], PersonName("  "))


def test_names_travel_with_a_merge(desk: Desk, story: StoryId, tmp_path: Path) -> None:
    other = tmp_path / "other.desk"
    desk.blind_copy(other)
    with Desk.open(other) as second:
        [theirs] = second.stories()
        second.people.name(theirs.id, ["Vedant"], PersonName("Vedant Patel"), checker="Grace")
    desk.merge(other)
    added = desk.add(prepared(TWO, found(TWO, "It is what it is,", "Vedant")), story=story)
    assert names(desk.quotes(added.version_id)) == ["Vedant Patel"]
    assert names(desk.story_quotes(story))[0] == "Vedant Patel"
    assert desk.check().sound


NAMES = ("Vedant", "Vedant Patel", "John Kirby", "Zoë")
NAMINGS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from((None, "", "chief"))), max_size=3
)


def spoken(desk: Desk) -> list[tuple[str, str, str]]:
    [story] = desk.stories()
    return [
        (quote.text, quote.attribution.name, quote.attribution.role)
        for article in desk.articles(story=story.id)
        for quote in desk.quotes(article.newest)
    ]


def _one_article(path: Path) -> None:
    with Desk.create(path, clock=Ticking()) as desk:
        desk.add(prepared(ONE, found(ONE, "The ships are late,", "Vedant"), found(ONE, "No,", "John Kirby")))


@settings(max_examples=25)
@given(NAMINGS, NAMINGS, st.booleans())
def test_what_two_checkers_named_comes_to_the_same_in_either_order(
    ours: list[tuple[str, str, str | None]], theirs: list[tuple[str, str, str | None]], take_back: bool
) -> None:
    with quick_folder() as name:
        folder = Path(name)
        clock = Ticking()
        with Desk.open(made_once(_one_article, folder / "a.desk"), clock=clock) as desk:
            desk.blind_copy(folder / "b.desk")
        for path, named in (("a.desk", ours), ("b.desk", theirs)):
            with Desk.open(folder / path, clock=clock) as desk:
                [story] = desk.stories()
                done = [desk.people.name(story.id, [old], PersonName(new, role)) for old, new, role in named]
                for naming in reversed(done if take_back else []):
                    desk.people.take_back(naming)
        shutil.copy(folder / "a.desk", folder / "c.desk")
        results = []
        for path, other in (("a.desk", "b.desk"), ("b.desk", "c.desk")):
            with Desk.open(folder / path, clock=clock) as desk:
                desk.merge(folder / other)
                assert desk.check().findings == []
                results.append(spoken(desk))
        assert results[0] == results[1]
        if take_back:
            assert [name for _, name, _ in results[0]] == ["Vedant", "John Kirby"]
