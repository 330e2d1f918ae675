"""From the side of a source: which of its passages are quoted, and which articles print words that are selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.sources.quoted_passages import Printed, QuotedPassage, find_printed, quoted_passages
from desktop.desk.sources.source_check import Finder, Source, SourcePlace, quotes_to_find, read_sources
from desktop.domain import SourceDetails, SourceKind, Span, Version
from desktop.text.sources.kinds import Kind
from tests.desk.sources.test_source_check import add

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SPEECH = """MAYOR ROWE: Good evening. The lantern bridge will stay shut until the last bolt is replaced, uh, by a smith
we trust. Nobody asked the fishermen. We counted four hundred loose bolts on the northern arch alone.

MR. ABEL: The council never saw that number. Thank you all for coming.
"""
COURIER = """Bridge stays shut

“The lantern bridge will stay shut until the last bolt is replaced by a smith we trust,” said Mayor Rowe.
She added that “nobody asked the fishermen”.
"""
HERALD = """No opening yet

“The lantern bridge will stay shut until the first bolt is replaced,” said Mayor Rowe. Inspectors counted four hundred
loose bolts on the northern arch alone, without a word on who did.
"""


class Held:
    """A story of two articles with their source, all quotes looked for."""

    def __init__(self, desk: Desk, tmp_path: Path) -> None:
        self.articles = [add(desk, tmp_path, f"{n}.txt", text) for n, text in enumerate((COURIER, HERALD))]
        desk.name_source(add(desk, tmp_path, "hearing.txt", SPEECH), SourceDetails(SourceKind.TRANSCRIPT))
        story = desk.stories()[0].id
        [self.source] = read_sources(desk, story)
        finder = Finder([self.source])
        found = [finder.find(quote)[0] for quote in quotes_to_find(desk, story)]
        self.places: list[SourcePlace] = [place for place in found if place is not None]
        self.versions: list[Version] = [desk.version(desk.article(each).newest) for each in self.articles]

    def printed(self, words: str) -> list[Printed]:
        return find_printed(self.source, self.span(words), self.versions, self.places)

    def span(self, words: str) -> Span:
        start = self.source.version.text.index(words)
        return Span(start, start + len(words))


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Held]:
    with Desk.create(tmp_path / "bridge.desk") as desk:
        yield Held(desk, tmp_path)


def test_passages_that_share_words_are_one_with_all_who_quote_it(held: Held) -> None:
    passages: list[QuotedPassage] = quoted_passages(held.places, held.source.version.id)
    text = held.source.version.text
    assert [" ".join(passage.span.of(text).split()[:4]) for passage in passages] == [
        "The lantern bridge will",
        "Nobody asked the fishermen",
    ]
    assert [place.kind for place in passages[0].places] == [Kind.CLEANED, Kind.ALTERED]
    assert [place.kind for place in passages[1].places] == [Kind.VERBATIM]


def test_another_version_of_the_source_has_no_passages(held: Held) -> None:
    assert quoted_passages(held.places, held.versions[0].id) == []


def test_selected_words_find_the_quotes_that_print_them_and_words_without_marks(held: Held) -> None:
    quoted = held.printed("The lantern bridge will stay shut until the last bolt is replaced, uh, by a smith")
    assert [(each.version, each.kind) for each in quoted] == [
        (held.versions[0].id, Kind.CLEANED),
        (held.versions[1].id, Kind.ALTERED),
    ]
    [bare] = held.printed("counted four hundred loose bolts on the northern arch alone")
    assert bare.version == held.versions[1].id
    assert bare.kind is Kind.VERBATIM
    assert bare.words == "counted four hundred loose bolts on the northern arch alone"


def test_a_long_selection_finds_each_sentence_that_is_printed(held: Held) -> None:
    printed = held.printed(SPEECH.split("\n\n", maxsplit=1)[0])
    assert [each.version for each in printed] == [held.versions[0].id] * 2 + [held.versions[1].id] * 2


def test_words_that_nobody_prints_find_nothing(held: Held) -> None:
    assert held.printed("The council never saw that number") == []


def test_a_source_is_unlike_any_other(held: Held) -> None:
    other = Source("other", held.source.details, held.versions[1])
    assert find_printed(other, Span(0, 30), [held.versions[0]], held.places) == []
