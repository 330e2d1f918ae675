"""Search on a desk: whatever the typography of words and query, and only where the words stand."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Attribution, MarkChange, Status
from desktop.store.records import search_index
from tests.store.desks import assert_sound, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRINTED = {
    "soft": "They will co\u00adop\u00ade\u00adrate with the de\u200bvel\u200boper, an agree\ufffement says.",
    "joined": "The \ufb01nal o\ufb03ce by the IJ and the \u0133s, in the Stra\u00dfe.",
    "decomposed": "It is nai\u0308ve of Z\u030ciz\u030cek, in Hawai\u02bbi.",
    "composed": "It was na\u00efve.",
    "Modi": "मोदी ने कहा",
    "elephant": "मादा हाथी",
    "Chinese": "他说台湾是一个地方。",
    "Thai": "ฉันอยู่ในประเทศไทย",
    "Korean": "\u1112\u1161\u11ab글 신문",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    path: Path = tmp_path_factory.mktemp("search") / "a.desk"
    with Desk.create(path) as desk:
        for title, text in PRINTED.items():
            desk.add(prepared(f"{text}\n", title=title), checker="Kim")
        yield desk


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("cooperate", ["soft"]),
        ("co\u00adoperate", ["soft"]),
        ("developer", ["soft"]),
        ("agreement", ["soft"]),
        ("final", ["joined"]),
        ("OFFICE", ["joined"]),
        ("ijs", ["joined"]),
        ("\u0133s", ["joined"]),
        ("strasse", ["joined"]),
        ("nai\u0308ve", ["composed", "decomposed"]),
        ("na\u00efve", ["composed", "decomposed"]),
        ("naive", ["composed", "decomposed"]),
        ("Žižek", ["decomposed"]),
        ("Hawai'i", ["decomposed"]),
        ("Hawai’i", ["decomposed"]),
        ("मोदी", ["Modi"]),
        ("मोद", ["Modi"]),
        ("मादा", ["elephant"]),
        ("मद", []),
        ("台湾", ["Chinese"]),
        ("台湾 地方", ["Chinese"]),
        ("湾台", []),
        ("ประเทศไทย", ["Thai"]),
        ("한글", ["Korean"]),
        ("— naive “", ["composed", "decomposed"]),
        ("-", []),
        ("\u00ad", []),
        ("\ud800", []),
        ("na\0ive", []),
        ('"', []),
    ],
)
def test_words_are_found_whatever_their_typography(desk: Desk, words: str, found: list[str]) -> None:
    hits = desk.search.find(words)
    titles = {article.id: article.metadata.title for article in desk.articles_by_ids([hit.article_id for hit in hits])}
    assert sorted(titles[hit.article_id] for hit in hits) == found
    for hit in hits:
        assert hit.span.start < hit.span.end


def test_what_is_found_stands_where_the_hit_says(desk: Desk) -> None:
    [hit] = desk.search.find("final office")
    assert desk.version(hit.version_id).text[hit.span.start : hit.span.end] == "\ufb01nal o\ufb03ce"


def test_the_index_fits_after_notes_changed_and_does_not_with_a_word_too_many(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        added = desk.add(prepared("“Co\u00adlossal o\ufb03cers,” said Ada Brink.\n"), checker="Kim")
        [quote] = desk.quotes(added.version_id)
        for note in ("a cafe\u0301 remark", "another \ufb01nal note"):
            desk.mark([quote.id], MarkChange(Status.DISPUTED, note=note), checker="Kim")
            assert [hit.quote_id for hit in desk.search.find(note)] == [quote.id]
        assert desk.search.find("remark") == []
        assert_sound(desk)
        db = desk._db
        with db.transaction():
            db.write("INSERT INTO quote_index (rowid, exact, people, notes) VALUES (?, 'stray', '', '')", (quote.id,))
        assert [note for note in desk.check().notes if "search index" in note]


def test_acts_written_together_are_found_at_once_and_those_taken_back_are_not(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        _write_together(desk)


def _write_together(desk: Desk) -> None:
    with suppress(KeyError), desk.writing_together():
        desk.add(prepared("“A walrus came,” said Ada Brink.\n"))
        desk.add(prepared("The narwhal came, too.\n"))
        assert [len(desk.search.find(word)) for word in ("walrus", "narwhal")] == [1, 1]
        raise KeyError
    with desk.writing_together():
        first = desk.add(prepared("“A walrus came,” said Ada Brink.\n"))
        with suppress(KeyError), desk.writing_together():
            desk.add(prepared("The narwhal came, too.\n"))
            assert desk.search.find("narwhal") != []  # the index is written before the act is taken back
            raise KeyError
        quotes = [quote.id for quote in desk.quotes(first.version_id)]
        desk.corrections.attribute(quotes, Attribution(person="Zora Heron"), checker="Kim")
        desk.add(prepared("The beluga came, too.\n"), story=first.story_id)
    assert [len(desk.search.find(word)) for word in ("walrus", "zora", "beluga", "narwhal")] == [1, 1, 1, 0]
    assert_sound(desk)


def test_words_of_a_capture_are_those_of_what_was_stored(tmp_path: Path) -> None:
    text = "“Co\u00adlossal o\ufb03cers,” said Zo\u00eb Brink, the mayor.\n\nमोदी ने कहा: “我們來了。”\n"
    ready = prepared(text, title="\ufb01nal", outlet="The Café", byline="Kim")
    with Desk.create(tmp_path / "a.desk") as desk:
        added = desk.add(ready)
        quotes = [quote.id for quote in desk.quotes(added.version_id)]
        stored = search_index._words(desk._db, "article_index", "id > ?", 0)
        stored += search_index._words(desk._db, "quote_index", "id > ?", 0)
        assert [len(quotes), ready.words] == [2, (stored[0][1:], tuple(row[1:] for row in stored[1:]))]


SPEECH = "“We close,” said {name}, the {role} of the town.\n\nHe said: “In spring.”\n"


def test_people_are_found_by_their_names_in_the_newest_article_where_they_speak_first(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk") as desk:
        first = desk.add(prepared(SPEECH.format(name="Zo\u00eb Brink", role="mayor"), title="One"))
        second = desk.add(prepared(SPEECH.format(name="Zo\u00eb Brink", role="lady mayor"), title="Two"))
        desk.add(prepared(SPEECH.format(name="Adam Zoeller", role="treasurer"), title="Three"))
        people = desk.search.people("zoe bri")
        assert [(one.name, one.article_id) for one in people] == [("Zo\u00eb Brink", second.article_id)]
        assert people[0].quote_id == desk.quotes(second.version_id)[0].id
        assert {one.name for one in desk.search.people("zoe")} == {"Zo\u00eb Brink", "Adam Zoeller"}
        assert [one.name for one in desk.search.people("brink zo")] == ["Zo\u00eb Brink"]
        for words in ("mayor", "rink", "we close", "", '"', "zoe xyzzy"):
            assert desk.search.people(words) == []
        desk.delete_articles([second.article_id])
        assert [one.article_id for one in desk.search.people("zoe brink")] == [first.article_id]
        quotes = [quote.id for quote in desk.quotes(first.version_id)]
        desk.corrections.attribute(quotes, Attribution(person="Zora Brink"), checker="Kim")
        assert [one.name for one in desk.search.people("brink")] == ["Zora Brink"]
