"""A made-up mixed set of news: several outlets on each event, and people and places that several events share."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from desktop.desk.place_finder import PlaceFinder
from desktop.desk.prepare import Prepared
from tests.store.desks import capture

if TYPE_CHECKING:
    from desktop.desk.open_desk import Desk

_FIRST_NAMES = "Ada Bruno Carla Dario Elsa Femi Greta Hugo Ines Jonas Kira Luca Mona Nils Olga Pavel Rita Sven Tara"
_LAST_NAMES = (
    "Brink Castell Dorn Eklund Farrow Gandy Holm Ivers Jarrett Kessel Lund Moreau Nkemi Orban Pascoe Quist Rowe Salter "
    "Thorne Ulrich Varga Wendt Yates Zoller Abbot Birch Cole Drew Ember Finch"
)
_TOWNS = "Millbrook Harrowgate Saltmarsh Oxley Penrith Duncaster Lowmoor Easthaven Fairwater Greystone"
_PLACES = _TOWNS.split()
_INSTITUTIONS = "Council Hospital Harbour University Railway Library Museum Waterworks Airport Brewery"
_BODIES = _INSTITUTIONS.split()
_TOPICS = (
    ("bridge", "closed", "cracks", "inspectors", "pillars"), ("strike", "walkout", "wages", "drivers", "union"),
    ("flood", "rain", "evacuated", "cellars", "sandbags"), ("fire", "smoke", "firefighters", "blaze", "warehouse"),
    ("budget", "deficit", "taxes", "spending", "vote"), ("school", "pupils", "teachers", "classrooms", "parents"),
    ("trial", "verdict", "judge", "jury", "sentence"), ("merger", "shares", "takeover", "investors", "shareholders"),
    ("vaccine", "patients", "nurses", "outbreak", "clinic"), ("election", "ballots", "recount", "turnout", "candidate"),
)  # fmt: skip
_OUTLETS = ("The Courier", "Evening Star", "Daily Ledger", "Coastal Times", "The Northern Observer", "Morning Post")
_SAID = ("said", "told reporters", "added", "told the {outlet}", "said in a statement")
_WHAT = (
    "We will not accept {0} without {1} before the summer",
    "Nobody told us that the {0} meant {1} for so many families",
    "This {0} was foreseen, and the {1} did nothing at all",
    "I have seen many {0} in my life but never such {1}",
    "The {0} must be paid for by those who caused the {1}",
    "There is no {0} that the {1} could not have prevented",
)
_FILLER = (
    "More on this story as it develops.",
    "People in the region have complained about similar problems for years.",
    "The government in the capital did not answer a request for comment.",
    "A spokesperson declined to comment on Monday.",
    "The weather was fair on the day, and the streets were quiet.",
    "Critics say that too little was done, while supporters point to the costs.",
)


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """One made-up article and the number of its event."""

    event: int
    title: str
    outlet: str
    day: str
    text: str


def mixed_set(seed: int, events: int = 40, articles: int = 5) -> list[NewsArticle]:
    """Make `events` times `articles` articles, in a random order; some of them give no date."""
    chance = random.Random(seed)
    people = [f"{first} {last}" for first in _FIRST_NAMES.split() for last in _LAST_NAMES.split()]
    chance.shuffle(people)
    mayors = {place: people.pop() for place in _PLACES}  # speak about every event of their town
    sentences = [
        article for number in range(events) for article in _Event(chance, number, people, mayors).articles(articles)
    ]
    chance.shuffle(sentences)
    return sentences


class _Event:
    def __init__(self, chance: random.Random, number: int, people: list[str], mayors: dict[str, str]) -> None:
        self.chance, self.number = chance, number
        self.place = chance.choice(_PLACES)
        self.mayor = mayors[self.place]
        self.people = [people.pop() for _ in range(3)]
        self.body = f"{self.place} {chance.choice(_BODIES)}"
        self.topic = chance.choice(_TOPICS)
        self.figures = [f"{chance.randint(11, 99)},{chance.randint(100, 999)}", str(chance.randint(101, 999))]
        self.day = date(2024, 3, 1) + timedelta(days=chance.randint(0, 40))
        self.quotes = [what.format(*chance.sample(self.topic, 2)) for what in chance.sample(_WHAT, 4)]

    def articles(self, count: int) -> list[NewsArticle]:
        outlets = self.chance.sample(_OUTLETS, count)
        return [self._article(outlet) for outlet in outlets]

    def _article(self, outlet: str) -> NewsArticle:
        chance, topic = self.chance, self.topic
        day = self.day + timedelta(days=chance.randint(0, 2))
        title = chance.choice((
            f"{self.place} {topic[0]}: {topic[1]} and {topic[2]}",
            f"{topic[2].capitalize()} at {self.body} after {topic[0]}",
            f"{self.people[0].split()[1]} speaks of {topic[2]} in {self.place}",
        ))  # fmt: skip
        sentences = chance.sample(self._sentences(outlet), chance.randint(5, 8)) + chance.sample(_FILLER, 2)
        chance.shuffle(sentences)
        head = f"The {topic[0]} in {self.place} went on as {self.people[0]} of the {self.body} spoke of {topic[2]}."
        printed = day.isoformat() if chance.random() < 0.8 else ""
        return NewsArticle(self.number, title, outlet, printed, "\n\n".join((title, head, *sentences)))

    def _sentences(self, outlet: str) -> list[str]:
        chance, topic, [first, second, third] = self.chance, self.topic, self.people
        attributions = [way.format(outlet=outlet) for way in _SAID]
        speakers = [first, second, third, self.mayor]
        quoted = [
            f"“{quote},” {speaker} {chance.choice(attributions)}."
            for quote, speaker in zip(self.quotes, speakers, strict=True)
        ]
        return [
            *quoted,
            f"In all, {self.figures[0]} people were affected by the {topic[1]}, according to {second}.",
            f"The costs of the {topic[0]} came to {self.figures[1]} million, {third} of the {self.body} estimated.",
            f"The mayor, {self.mayor}, came to the {self.body} to see the {topic[2]} and the {topic[3]}.",
            f"{first.split()[1]} had warned of {topic[4]} and {topic[3]} long before the {topic[0]}.",
            f"Among the {topic[3]} was {second}, who has worked there for {chance.randint(3, 30)} years.",
        ]


def unquoted(article: NewsArticle) -> Prepared:
    """Quotes of a capture do not matter here, and take long to find."""
    captured = capture(article.text, title=article.title, outlet=article.outlet, published_on=article.day)
    return Prepared(captured, ())


def grouped(desk: Desk, articles: list[NewsArticle]) -> tuple[float, float]:
    """Add articles to the stories that are found for them; returns precision and recall of their pairs."""
    finder, stories = PlaceFinder(desk), defaultdict[int, list[int]](list)
    for article in articles:
        prepared = unquoted(article)
        place = finder.find(prepared.capture)
        stories[desk.add(prepared, story=place.story).story_id].append(article.event)
    together = [a == b for events in stories.values() for a, b in combinations(events, 2)]
    every = sum(a.event == b.event for a, b in combinations(articles, 2))
    return sum(together) / max(1, len(together)), sum(together) / every
