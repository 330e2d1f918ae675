"""Checking a log finds what was changed in it, and what was changed in the desk since."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain import Act, ArticleId, Head, QuoteId, Span, Status, StoryId, VersionId
from desktop.log.evidence.check import OnDesk, differences, entry_hash, field_differences, findings
from desktop.log.rows import ChainEntry
from tests.log.examples import example

if TYPE_CHECKING:
    from desktop.domain import Mark
    from desktop.log.rows import LogSource

LOG = replace(example(), head_marks=3, head_hash=f"{3:064x}")
FIRST, SECOND = QuoteId(1), QuoteId(2)


def with_marks(quote: QuoteId, *marks: Mark) -> LogSource:
    return replace(LOG, marks={**LOG.marks, quote: marks})


def with_first_quote(**changes: object) -> LogSource:
    first, *rest = LOG.quotes[VersionId(1)]
    return replace(LOG, quotes={VersionId(1): (replace(first, **changes), *rest)})  # type: ignore[arg-type]  # by name


def against(now: LogSource) -> list[str]:
    """Hold the log against a desk that has what another log says."""
    marks = [mark for found in now.marks.values() for mark in found]
    texts = {quote.uid: quote.text for quote in now.quotes[VersionId(1)]}
    return list(differences(LOG, marks, texts))


def test_a_log_as_it_was_written_agrees_with_itself_and_with_its_desk() -> None:
    assert list(findings(LOG)) == []
    assert list(against(LOG)) == []


@pytest.mark.parametrize(
    ("log", "says"),
    [
        (with_first_quote(status=Status.DISPUTED), "is disputed, but its newest mark says verified"),
        (with_first_quote(text="We had to open the bridge."), "longer or shorter than its place"),
        (with_first_quote(span=Span(0, 5)), "longer or shorter than its place"),
        (with_marks(FIRST, *LOG.marks[FIRST][1:]), "said to have 2 marks, but 1 are there"),
        (with_marks(SECOND, replace(LOG.marks[SECOND][0], hash=f"{2:064x}")), "is there 2 times"),
        (with_marks(SECOND, replace(LOG.marks[SECOND][0], number=9)), "Mark 9 is beyond the end"),
        (with_marks(SECOND, replace(LOG.marks[SECOND][0], hash="f" * 64)), "another hash than the head"),
    ],
)
def test_what_does_not_fit_inside_a_log_is_found(log: LogSource, says: str) -> None:
    assert says in " ".join(findings(log))


@pytest.mark.parametrize(
    ("now", "says"),
    [
        (with_marks(FIRST), "Mark 1 of the chain desk-0 is in the log but not in the desk"),
        (with_marks(SECOND, replace(LOG.marks[SECOND][0], note="never said")), "says something else than in the log"),
        (with_marks(SECOND, replace(LOG.marks[SECOND][0], hash="f" * 64)), "says something else than in the log"),
        (with_marks(SECOND, replace(LOG.marks[SECOND][0], checker="Eve")), "says something else than in the log"),
        (with_first_quote(uid="another"), "Quote quote-1 is in the log but not in the desk"),
        (with_first_quote(text="We had to close the bridge at 1234"), "has another wording than in the log"),
    ],
)
def test_what_the_desk_says_otherwise_than_an_earlier_log_is_found(now: LogSource, says: str) -> None:
    assert says in " ".join(against(now))


def test_the_chain_that_a_head_names_is_the_one_that_its_last_mark_is_in() -> None:
    mark = LOG.marks[SECOND][0]
    log = replace(LOG, chains=(Head("another", mark.number, mark.hash),))
    marks = [mark for found in LOG.marks.values() for mark in found]
    texts = {quote.uid: quote.text for quote in LOG.quotes[VersionId(1)]}
    assert list(differences(log, marks, texts)) == [
        "The chain another ends in another mark in the log than in the desk."
    ]


def test_a_chain_that_no_desk_has_is_found_though_nothing_stands_in_it() -> None:
    desk = OnDesk({}, {}, {}, {}, frozenset(), (Head("desk-0", 3, f"{3:064x}"),))
    log = replace(LOG, stories=(), articles=(), chains=(Head("another", 0, ""),))
    assert list(field_differences(log, desk)) == ["The chain another is in the log but not in the desk."]


def test_numbers_by_which_a_log_names_what_stands_in_what_fit() -> None:
    [article, *others] = LOG.articles
    assert list(findings(replace(LOG, articles=(replace(article, story_id=StoryId(99)), *others))))
    [info, *later] = LOG.versions[article.id]
    moved = (replace(info, article_id=ArticleId(99)), *later)
    assert list(findings(replace(LOG, versions={**LOG.versions, article.id: moved})))
    assert list(findings(with_first_quote(version_id=VersionId(99))))


def test_new_marks_since_the_log_are_no_difference() -> None:
    more = replace(LOG.marks[SECOND][0], number=4, hash="9" * 64)
    assert list(against(with_marks(SECOND, more, *LOG.marks[SECOND]))) == []


def chained(*bodies: str) -> tuple[ChainEntry, ...]:
    """Make a chain of entries."""
    entries: list[ChainEntry] = []
    for number, body in enumerate(bodies, 1):
        one = ChainEntry(
            "desk-0", number, entries[-1].hash if entries else "", "", number, "story renamed", "story-1", body, "Ada"
        )
        entries.append(replace(one, hash=entry_hash(one)))
    return tuple(entries)


def test_entries_that_follow_each_other_are_found_whole_though_some_are_withheld() -> None:
    first, second, third = chained('{"title":"A"}', '{"title":"ß\\ud800"}', "{}")
    assert list(findings(replace(LOG, entries=(first, second, third)))) == []
    withheld = ChainEntry(second.chain, second.number, second.prev, second.hash)
    assert list(findings(replace(LOG, entries=(first, withheld, third)))) == []


@pytest.mark.parametrize(
    "change",
    [{"body": '{"title":"B"}'}, {"checker": "Eve"}, {"act": "story locked"}, {"subject": "story-2"}, {"tick": 9},
     {"at": "now"}, {"hash": "0" * 64}, {"prev": "0" * 64}, {"number": 7}, {"body": "no json"}],
)  # fmt: skip
def test_an_entry_that_was_changed_is_named(change: dict[str, object]) -> None:
    first, second, third = chained('{"title":"A"}', "{}", "{}")
    sentences = list(findings(replace(LOG, entries=(first, replace(second, **change), third))))  # type: ignore[arg-type]  # by name
    assert sentences
    assert any("Entry" in sentence for sentence in sentences)


def test_an_entry_that_was_taken_out_or_doubled_is_noticed() -> None:
    first, second, third = chained('{"title":"A"}', "{}", "{}")
    assert any("Entry 3" in sentence for sentence in findings(replace(LOG, entries=(first, third))))
    assert any("more than once" in sentence for sentence in findings(replace(LOG, entries=(first, second, second))))


@pytest.mark.parametrize("name", ["act", "status", "reason", "basis", "note", "evidence", "checker", "at"])
def test_every_part_of_a_mark_is_compared_with_an_earlier_log(name: str) -> None:
    mark = LOG.marks[SECOND][0]
    others: dict[str, object] = {
        "act": next(act for act in Act if act != mark.act),
        "status": next(status for status in Status if status != mark.status),
        "at": mark.at + timedelta(seconds=1),
    }
    changed = replace(mark, **{name: others.get(name, "something else")})  # type: ignore[arg-type]  # by name
    [sentence] = against(with_marks(SECOND, changed, *LOG.marks[SECOND][1:]))
    assert sentence == f"Mark {mark.number} of the chain {mark.chain} says something else than in the log."
