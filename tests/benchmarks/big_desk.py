"""A desk of a size that no newsroom has: by default 100,000 articles with ten quotes each.

Words are drawn as people use them: few very often, most of 50,000 hardly ever (Zipf), names among them. One quote in
twenty is a wire copy, an earlier quote with up to two words changed. At the end stand copies that were altered and cut
(see `altered`), each in a story of its own, for measuring what is found again; `copies` tells which is of which.

`python -m tests.benchmarks.big_desk OUT [ARTICLES]` makes one.
"""

from __future__ import annotations

import json
import random
import sys
from collections import deque
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, FoundQuote, MarkChange, QuoteId, QuoteKind, Span, Status
from desktop.store.records import add_capture as adding
from tests.store.desks import capture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.domain import Capture

_FUNCTION = """
the of and to a in that is was he for it with as his on be at by i this had not are but from or have an they which one
you were her all she there would their we him been has when who will more no if out so said what up its about into than
them can only other new some could time these two may then do first any my now such like our over man me even most made
after also did many before must through back years where much your way well down should because
""".split()  # noqa: SIM905 - eight lines of words instead of a hundred
_SYLLABLES = [a + b for a in "bcdfghjklmnprstvwz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il", "on")]
VOCABULARY = 50_000
_NAMES = 8_000
_QUOTES = 10  # in an article
_PER_STORY = 5
_WIRE = 0.05
_COPIES = 400
_AT_ONCE = 2000  # articles in one transaction
_KEY = "benchmark/copies"


class Words:
    """Draws words as people use them."""

    def __init__(self, seed: int = 5) -> None:
        self.chance = random.Random(seed)
        made = dict.fromkeys(_FUNCTION)
        while len(made) < VOCABULARY:
            made["".join(self.chance.choices(_SYLLABLES, k=self.chance.choice((2, 2, 3, 3, 4))))] = None
        self.all = list(made)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))
        self.names = [self._name() for _ in range(_NAMES)]

    def _name(self) -> str:
        parts = ("".join(self.chance.choices(_SYLLABLES, k=self.chance.choice((2, 3)))) for _ in range(2))
        return " ".join(part.capitalize() for part in parts)

    def draw(self, count: int) -> list[str]:
        drawn = self.chance.choices(self.all, cum_weights=self._weights, k=count)
        if self.chance.random() < 0.3:
            drawn[self.chance.randrange(count)] = self.chance.choice(self.names)
        return drawn

    def quote(self) -> list[str]:
        return self.draw(min(60, max(5, round(self.chance.gammavariate(4, 5)))))


def altered(words: Sequence[str], supply: Words) -> list[str]:
    """Change a quarter of the words of a quote and cut a quarter, both at random."""
    quarter = round(len(words) / 4)
    places = supply.chance.sample(range(len(words)), 2 * quarter)
    cut, changed = set(places[:quarter]), set(places[quarter:])
    return [supply.draw(1)[0] if place in changed else word for place, word in enumerate(words) if place not in cut]


@dataclass
class _Writer:
    """Makes articles, and remembers some of what was said for the wire."""

    words: Words
    said: deque[list[str]]

    def article(self, number: int) -> tuple[Capture, list[FoundQuote]]:
        chance = self.words.chance
        quotes = [self._quote() for _ in range(_QUOTES)]
        title = f"{' '.join(self.words.draw(7)).capitalize()} {number}"
        published = f"{2015 + number * 10 // 100_001}-{1 + number % 12:02}-{1 + number % 28:02}"
        text, found = printed(title, quotes, self.words)
        outlet = f"The {self.words.names[chance.randrange(200)].split()[1]} Post"
        told = capture(
            text, title=title, outlet=outlet, byline=chance.choice(self.words.names), published=published,
            published_on=published,
        )  # fmt: skip
        return told, found

    def _quote(self) -> list[str]:
        chance = self.words.chance
        if self.said and chance.random() < _WIRE:
            return [self.words.draw(1)[0] if chance.random() < 0.05 else word for word in chance.choice(self.said)]
        made = self.words.quote()
        if chance.random() < 0.2:
            self.said.append(made)
        return made


def printed(title: str, quotes: Sequence[Sequence[str]], words: Words) -> tuple[str, list[FoundQuote]]:
    """Print quotes in a text of as many words around them, and say where they stand."""
    parts, found, place = [f"{title}\n\n"], [], len(title) + 2
    for quote in quotes:
        said, speaker = " ".join(quote).capitalize(), words.chance.choice(words.names)
        rest = f"” said {speaker}. {' '.join(words.draw(len(quote) + 4)).capitalize()}.\n\n"
        start = place + 1
        spoken = Attribution(speaker, Span(start + len(said) + 7, start + len(said) + 7 + len(speaker)), speaker)
        found.append(FoundQuote(Span(start, start + len(said)), QuoteKind.DIRECT, spoken))
        parts += ["“", said, rest]
        place += 1 + len(said) + len(rest)
    return "".join(parts), found


def build(path: Path, articles: int, *, copies: int = _COPIES) -> None:
    words = Words()
    writer = _Writer(words, deque(maxlen=20_000))
    with Desk.create(path) as desk:
        desk._db.note("PRAGMA synchronous=OFF")
        story = None
        for number in range(0, articles, _AT_ONCE):
            with desk._writing("Kim") as by:
                for one in range(number, min(number + _AT_ONCE, articles)):
                    told, found = writer.article(one)
                    where = None if one % _PER_STORY == 0 else story
                    story = adding.add(desk._db, by, told, found, story=where, article=None, label="").story_id
        _mark_some(desk)
        desk.remember(_KEY, json.dumps(list(_add_copies(desk, words, copies))))


def _mark_some(desk: Desk) -> None:
    articles = desk.articles()
    for article in articles[:: max(1, len(articles) // 200)]:
        desk.mark([quote.id for quote in desk.quotes(article.newest)], MarkChange(Status.VERIFIED), checker="Kim")


def _add_copies(desk: Desk, words: Words, count: int) -> Iterator[tuple[int, int]]:
    most = int(desk._db.value("SELECT max(id) FROM quote"))
    for number, id_ in enumerate(words.chance.sample(range(1, most + 1), min(count, most))):
        original = desk.quote(QuoteId(id_))
        title = f"Copy {number} of {' '.join(words.draw(5))}"
        text, found = printed(title, [altered(original.text.split(), words)], words)
        with desk._writing("Kim") as by:
            told = capture(text, title=title, published_on="2026-06-01")
            added = adding.add(desk._db, by, told, found, story=None, article=None, label="")
        yield desk.quotes(added.version_id)[0].id, id_


def copies(desk: Desk) -> list[tuple[QuoteId, QuoteId]]:
    """Return the altered copies on a desk that `build` made, each with its original."""
    return [(QuoteId(copy), QuoteId(original)) for copy, original in json.loads(desk.remembered(_KEY))]


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
