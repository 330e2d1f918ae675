"""The history says of each version what it changed, and how much later it came."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import ArticleId, Counts, Metadata, Span, VersionId, VersionInfo
from desktop.text.diff import Cancelled
from desktop.text.stories.version_history import Step, StepKind, later, step, steps
from desktop.text.words import count_words

if TYPE_CHECKING:
    from desktop.text.stories.version_history import Captured

NOON = datetime(2026, 3, 2, 12, 0, 30, tzinfo=UTC)
HEAD = Metadata(title="Harbour bridge closed", byline="Ada Moor", published="2 March 2026")
BODY = (
    "The harbour bridge was closed on Monday after an inspector found cracks in two of its cables.\n\n"
    "“Nobody was in danger at any time,” said Joan Reed, who runs the harbour office.\n\n"
    "Buses will take the tunnel until the cables have been replaced."
)


def captured(
    number: int, body: str, metadata: Metadata = HEAD, *, boilerplate: str = "", visible: bool = False
) -> Captured:
    """A version with headline, byline and date above its text, as papers print them."""
    top = f"{metadata.title}\n\n"
    lines = "".join(f"{line}\n" for line in (metadata.byline, metadata.published, boilerplate) if line)
    text = f"{top}{lines}\n{body}\n"
    hidden = () if visible else (Span(len(top), len(top) + len(lines)),)
    info = VersionInfo(
        id=VersionId(number), uid=str(number), article_id=ArticleId(1), number=number,
        captured_at=NOON + timedelta(hours=number), source="", text_sha256="", original_sha256="", media_type="",
        encoding="", extractor="", language="en", metadata=metadata, words=0, counts=Counts(),
    )  # fmt: skip
    return info, text, hidden


def second(before: Captured, after: Captured) -> Step:
    return steps([before, after])[1]


def test_the_first_version_is_called_first_and_has_nothing_before_it() -> None:
    (only,) = steps([captured(1, BODY)])
    assert (only.kind, only.before, only.sentence, only.added, only.removed) == (StepKind.FIRST, None, "first", 0, 0)
    assert only.words == count_words(HEAD.title) + count_words(BODY)


def test_no_versions_make_no_steps() -> None:
    assert steps([]) == ()


def test_steps_go_from_oldest_to_newest_whatever_the_order_given() -> None:
    versions = [captured(3, BODY), captured(1, BODY), captured(2, BODY + " It rained.")]
    assert [(each.version.number, each.added, each.removed) for each in steps(versions)] == [
        (1, 0, 0), (2, 2, 0), (3, 0, 2),
    ]  # fmt: skip


def test_added_and_removed_words_are_counted_without_punctuation() -> None:
    history = second(captured(1, BODY), captured(2, BODY.replace("two of its cables", "three cables, he wrote")))
    assert history.kind is StepKind.TEXT
    assert (history.added, history.removed) == (3, 3)
    assert history.sentence == "text changed"
    assert not history.minor


def test_a_changed_number_is_an_alert_of_the_step() -> None:
    assert second(captured(1, BODY), captured(2, BODY.replace("two", "three"))).alerts == 1


def test_a_moved_paragraph_is_neither_added_nor_removed() -> None:
    filler = [f"Paragraph {word} speaks of nothing but {word}, {word} and more {word}." for word in "abcdefgh"]
    moving = "The governor visited the old lighthouse on Friday and promised a hundred new lamps for the coast road."
    history = second(captured(1, "\n\n".join([moving, *filler])), captured(2, "\n\n".join([*filler, moving])))
    assert (history.kind, history.added, history.removed, history.moved) == (StepKind.TEXT, 0, 0, 1)


def test_curly_marks_alone_are_only_typography() -> None:
    history = second(captured(1, BODY), captured(2, BODY.replace("“", '"').replace("”", '"')))
    assert (history.kind, history.sentence, history.added, history.minor) == (
        StepKind.TYPOGRAPHY,
        "only typography",
        0,
        True,
    )


def test_a_comma_is_punctuation_and_not_minor() -> None:
    history = second(captured(1, BODY), captured(2, BODY.replace("on Monday after", "on Monday, after")))
    assert (history.kind, history.added, history.minor) == (StepKind.PUNCTUATION, 0, False)


@pytest.mark.parametrize("visible", [False, True], ids=["hidden", "visible"])
def test_another_byline_alone_is_said_to_be_only_that(visible: bool) -> None:
    after = replace(HEAD, byline="Ada Moor and Ben Hill")
    history = second(captured(1, BODY, visible=visible), captured(2, BODY, after, visible=visible))
    assert (history.kind, history.sentence, history.minor) == (StepKind.BYLINE, "only byline", True)


@pytest.mark.parametrize("visible", [False, True], ids=["hidden", "visible"])
def test_a_byline_that_comes_late_is_only_a_byline(visible: bool) -> None:
    before = captured(1, BODY, replace(HEAD, byline=""), visible=visible)
    assert second(before, captured(2, BODY, visible=visible)).sentence == "only byline"


def test_date_and_typography_together_are_both_named() -> None:
    after = captured(2, BODY.replace("“", '"').replace("”", '"'), replace(HEAD, published="3 March 2026"))
    history = second(captured(1, BODY), after)
    assert (history.kind, history.sentence) == (StepKind.BYLINE, "only date and typography")


def test_a_date_that_changes_in_the_running_text_too_is_a_changed_text() -> None:
    body = BODY + "\n\nThe bridge opened on 2 March 2026."
    after = captured(2, body.replace("2 March", "3 March"), replace(HEAD, published="3 March 2026"), visible=True)
    assert second(captured(1, body, visible=True), after).kind is StepKind.TEXT


def test_a_short_sentence_about_whoever_the_byline_names_is_text() -> None:
    old, new = replace(HEAD, byline="AP"), replace(HEAD, byline="AFP")
    before, after = (f"{meta.byline} was there.\n\n{BODY}" for meta in (old, new))
    bare = replace(HEAD, byline="")
    versions = [captured(1, before, bare), captured(2, after, bare)]
    named = [
        (replace(info, metadata=meta), text, hidden)
        for (info, text, hidden), meta in zip(versions, (old, new), strict=True)
    ]
    assert steps(named)[1].kind is StepKind.TEXT


def test_another_day_in_a_dateline_is_only_a_date() -> None:
    old, new = (replace(HEAD, byline="", published=day) for day in ("March 2", "March 3"))
    before, after = (f"HULL, {meta.published} (Reuters) – {BODY}" for meta in (old, new))
    bare = replace(HEAD, byline="", published="")
    (one, text, hidden), (two, later_text, later_hidden) = captured(1, before, bare), captured(2, after, bare)
    history = second((replace(one, metadata=old), text, hidden), (replace(two, metadata=new), later_text, later_hidden))
    assert history.sentence == "only date"


def test_a_byline_is_not_found_inside_longer_words() -> None:
    old, new = replace(HEAD, byline="AP", title="CAPTAIN"), replace(HEAD, byline="AFP", title="CAPTAIN")
    history = second(captured(1, f"CAPITAL LOST\n\n{BODY}", old), captured(2, f"CAPITAL FOUND\n\n{BODY}", new))
    assert history.kind is StepKind.TEXT


def test_a_new_headline_over_the_same_text_is_told_with_both_readings() -> None:
    history = second(captured(1, BODY), captured(2, BODY, replace(HEAD, title="Harbour bridge open again")))
    assert history.title == ("Harbour bridge closed", "Harbour bridge open again")
    assert (history.kind, history.minor) == (StepKind.HEADLINE, False)


def test_a_new_headline_over_a_new_text_is_a_changed_text() -> None:
    after = captured(2, BODY.replace("two", "three"), replace(HEAD, title="Harbour bridge open again"))
    history = second(captured(1, BODY), after)
    assert history.kind is StepKind.TEXT
    assert history.title is not None


CLAUSES = ("Harbour bridge closed after two of its cables are found cracked", "buses take the old tunnel until May")


def test_a_headline_whose_parts_changed_places_is_only_a_headline() -> None:
    old, new = (replace(HEAD, title="; ".join(parts)) for parts in (CLAUSES, CLAUSES[::-1]))
    history = second(captured(1, BODY, old), captured(2, BODY, new))
    assert (history.kind, history.sentence, history.moved) == (StepKind.HEADLINE, "only headline", 1)


def test_words_that_went_from_the_headline_into_the_text_changed_the_text() -> None:
    short = replace(HEAD, title=CLAUSES[1])
    old, new = replace(HEAD, title="; ".join(CLAUSES)), f"{BODY}\n\n{CLAUSES[0]}."
    for before, after in (((BODY, old), (new, short)), ((new, short), (BODY, old))):
        assert second(captured(1, *before), captured(2, *after)).kind is StepKind.TEXT


def test_a_headline_with_other_marks_is_not_a_new_headline() -> None:
    old, new = replace(HEAD, title="‘Closed’ bridge"), replace(HEAD, title="'Closed' bridge")
    history = second(captured(1, BODY, old), captured(2, BODY, new))
    assert (history.title, history.kind) == (None, StepKind.TYPOGRAPHY)


def test_other_hidden_words_are_only_boilerplate() -> None:
    history = second(captured(1, BODY, boilerplate="12 comments"), captured(2, BODY, boilerplate="Read 48 comments"))
    assert (history.kind, history.sentence, history.added, history.removed) == (
        StepKind.BOILERPLATE,
        "only boilerplate",
        0,
        0,
    )


def test_byline_and_boilerplate_together_are_both_named() -> None:
    before = captured(1, BODY, boilerplate="12 comments")
    history = second(before, captured(2, BODY, replace(HEAD, byline="Ben Hill"), boilerplate="48 comments"))
    assert (history.kind, history.sentence) == (StepKind.BYLINE, "only byline and boilerplate")


def test_the_same_text_again_is_called_that_also_where_a_hidden_passage_was_brought_back() -> None:
    info, text, _ = captured(2, BODY)
    history = second(captured(1, BODY), (info, text, ()))
    assert (history.kind, history.sentence, history.added) == (StepKind.IDENTICAL, "same text", 0)


def test_paragraph_breaks_alone_are_minor() -> None:
    history = second(captured(1, BODY), captured(2, BODY.replace("\n\n", " ")))
    assert (history.kind, history.sentence) == (StepKind.TYPOGRAPHY, "only paragraph breaks")


def test_a_long_comparison_can_be_given_up() -> None:
    long = captured(1, " ".join(f"word{number}" for number in range(5_000)))
    other = captured(2, " ".join(f"other{number}" for number in range(5_000)))
    with pytest.raises(Cancelled):
        step(long, other, cancelled=lambda: True)


WORDS = st.lists(
    st.sampled_from([*"abcdefgh", "don’t", "don't", "“", '"', ",", ".", "\n\n", "12", "$3.50", "日本", "é"])
)


@settings(max_examples=150)
@given(WORDS, WORDS)
def test_the_words_of_a_version_are_those_before_it_and_what_was_added_less_what_was_removed(
    a: list[str], b: list[str]
) -> None:
    old, new = steps([captured(1, " ".join(a)), captured(2, " ".join(b))])
    assert new.words == old.words + new.added - new.removed
    assert min(new.added, new.removed) >= 0
    if new.minor:
        assert (new.added, new.removed, new.moved) == (0, 0, 0)
    assert (new.kind is StepKind.IDENTICAL) == (a == b or " ".join(a) == " ".join(b))


@settings(max_examples=80)
@given(st.permutations([f"Sentence {n} has the words {n}x{n} {n}y{n} {n}z{n} {n}w{n} in it." for n in range(8)]))
def test_words_that_only_changed_places_balance(order: list[str]) -> None:
    old, new = steps([captured(1, "\n\n".join(sorted(order))), captured(2, "\n\n".join(order))])
    assert new.added == new.removed >= 0
    assert new.words == old.words


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "at the same minute"),
        (29, "at the same minute"),
        (31, "1 minute later"),
        (60, "1 minute later"),
        (150, "2 minutes later"),
        (3_600, "1 hour later"),
        (3 * 3_600 + 60, "3 hours later"),
        (24 * 3_600, "1 day later"),
        (47 * 3_600, "2 days later"),
        (70 * 86_400, "2 months later"),
        (400 * 86_400, "13 months later"),
        (3 * 366 * 86_400, "3 years later"),
        (-3 * 3_600, "captured 3 hours earlier"),
        (-31, "captured 1 minute earlier"),
    ],
)  # fmt: skip
def test_later_is_said_in_plain_words(seconds: int, said: str) -> None:
    assert later(NOON, NOON + timedelta(seconds=seconds)) == said


TIMES = st.datetimes(datetime(1980, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - as hypothesis asks
SECONDS = {"minute": 60, "hour": 3_600, "day": 86_400, "month": 2_629_746, "year": 31_556_952}


@given(TIMES, TIMES, st.integers(-14, 14))
def test_later_is_true_to_half_a_unit_in_any_time_zone_and_has_right_plurals(
    a: datetime, b: datetime, zone: int
) -> None:
    words = later(a, b)
    assert words == later(a.astimezone(timezone(timedelta(hours=zone))), b)
    if words == "at the same minute":
        assert abs(b - a) < timedelta(minutes=1)
        return
    *_, count, unit, way = words.split()
    assert way == ("later" if b > a else "earlier")
    assert unit.endswith("s") == (count != "1")
    size = SECONDS[unit.rstrip("s")]
    assert abs(abs((b - a).total_seconds()) - int(count) * size) <= max(size * 0.51, 60)
