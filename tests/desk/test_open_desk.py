from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.desk.stories.log_source import export_log
from desktop.domain import (
    Act,
    AddOutcome,
    Attribution,
    Counts,
    Cut,
    Draft,
    Flag,
    MarkChange,
    Metadata,
    OpenReason,
    QuoteId,
    QuoteKind,
    Span,
    Status,
)
from desktop.store.errors import Exists, Missing, ReadOnly, Refused
from tests.store.desks import LETTER, TEXT, Ticking, assert_sound, capture, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


VERIFIED = MarkChange(Status.VERIFIED, basis="recording")
COULD_NOT_CONFIRM = MarkChange(Status.UNVERIFIED, reason=OpenReason.COULD_NOT_CONFIRM)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        yield desk
        assert_sound(desk)


def test_a_new_desk_is_empty_and_says_who_it_is(desk: Desk) -> None:
    assert (desk.stories(), desk.articles(), desk.article_list.counts(), desk.read_only) == ([], [], Counts(), False)
    assert desk.chains.mark_head().chain == desk.uid
    assert desk.chains.mark_head().marks == 0


def test_creating_over_a_file_is_refused_and_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "one.desk"
    path.write_text("my notes")
    with pytest.raises(Exists):
        Desk.create(path)
    assert path.read_text() == "my notes"
    assert list(tmp_path.iterdir()) == [path]


def test_an_article_makes_its_story_and_keeps_text_original_and_metadata(desk: Desk) -> None:
    added = desk.add(prepared(title="Harbour to close", outlet="The Quay"), checker="Kim", label="example")
    assert added.outcome == AddOutcome.NEW_ARTICLE
    [story] = desk.stories()
    [article] = desk.articles()
    version = desk.version(added.version_id)
    assert story.title == added.title == article.metadata.title == "Harbour to close"
    assert (article.story_id, article.newest, article.versions) == (story.id, version.id, 1)
    assert version.text == TEXT
    assert (version.info.number, version.info.label, version.info.words) == (1, "example", len(TEXT.split()))
    assert desk.original(added.version_id) == TEXT.encode()


def test_quotes_are_cut_from_the_text_with_what_stands_around_them(desk: Desk) -> None:
    added = desk.add(prepared())
    quotes = desk.quotes(added.version_id)
    assert [quote.text for quote in quotes][:2] == ["closed for nine months", "Nobody asked us,"]
    assert [quote.paragraph for quote in quotes] == [2, 3, 3, 4]
    for quote in quotes:
        assert quote.span.of(TEXT) == quote.text
        assert TEXT[: quote.span.start].endswith(quote.prefix)
        assert TEXT[quote.span.end :].startswith(quote.suffix)
        assert quote.flags == {Flag.NOT_STARTED}
    assert desk.article_list.counts() == Counts(unverified=4)


def test_a_story_without_a_headline_is_named_after_the_first_line(desk: Desk) -> None:
    desk.add(prepared())
    assert desk.stories()[0].title == "Harbour to close in spring"


def test_the_same_text_adds_nothing_and_says_where_it_is(desk: Desk) -> None:
    first = desk.add(prepared())
    again = desk.add(prepared(source="elsewhere.txt"))
    assert again.outcome == AddOutcome.SAME
    assert (again.article_id, again.version_id) == (first.article_id, first.version_id)
    assert len(desk.articles()) == len(desk.stories()) == 1


def test_a_text_in_the_trash_can_be_added_again(desk: Desk) -> None:
    first = desk.add(prepared())
    desk.delete_articles([first.article_id])
    again = desk.add(prepared())
    assert again.outcome == AddOutcome.NEW_ARTICLE
    desk.restore_articles([first.article_id])
    assert len(desk.articles()) == 2


def test_one_text_may_stand_in_two_articles_when_asked_for(desk: Desk) -> None:
    desk.add(prepared())
    other = desk.add(prepared("Something else entirely.\n"))
    assert desk.add(prepared(), article=other.article_id).outcome == AddOutcome.NEW_VERSION
    assert desk.add(prepared(), article=other.article_id).outcome == AddOutcome.SAME


def test_hidden_passages_give_no_quotes_until_they_are_restored(desk: Desk) -> None:
    added = desk.add(prepared(cuts=(Cut(LETTER, "call to subscribe"),)))
    assert len(desk.quotes(added.version_id)) == 3
    desk.boilerplate.restore_cut(added.version_id, LETTER, restored=True)
    assert [quote.text for quote in desk.quotes(added.version_id)][-1] == "the tide"
    assert desk.version(added.version_id).hidden == ()
    desk.boilerplate.restore_cut(added.version_id, LETTER, restored=False)
    assert desk.version(added.version_id).hidden == (LETTER,)
    assert len(desk.quotes(added.version_id)) == 3
    desk.boilerplate.restore_cut(added.version_id, LETTER, restored=True)
    assert len(desk.quotes(added.version_id)) == 4
    with pytest.raises(Missing):
        desk.boilerplate.restore_cut(added.version_id, Span(0, 3), restored=True)


def test_a_marked_quote_stays_when_its_passage_is_hidden_again(desk: Desk) -> None:
    added = desk.add(prepared(cuts=(Cut(LETTER, "call to subscribe"),)))
    desk.boilerplate.restore_cut(added.version_id, LETTER, restored=True)
    desk.mark([desk.quotes(added.version_id)[-1].id], VERIFIED, checker="Kim")
    desk.boilerplate.restore_cut(added.version_id, LETTER, restored=False)
    assert desk.article_list.counts() == Counts(verified=1, unverified=3)


def test_a_mark_says_everything_and_is_counted(desk: Desk) -> None:
    added = desk.add(prepared())
    first, second, *_ = desk.quotes(added.version_id)
    change = MarkChange(Status.DISPUTED, reason="truncated", note="asked again", evidence="tape 3")
    now = desk.mark([second.id, first.id], change, checker="Kim")
    assert [quote.id for quote in now] == [second.id, first.id]
    for quote in now:
        assert (quote.status, quote.reason, quote.note, quote.evidence) == (
            change.status, change.reason, change.note, change.evidence,
        )  # fmt: skip
        assert (quote.checker, quote.marks, quote.flags) == ("Kim", 1, frozenset())
    assert desk.article_list.counts() == desk.articles()[0].counts == Counts(disputed=2, unverified=2)
    [mark] = desk.history(first.id)
    assert (mark.number, mark.act, mark.chain, mark.checker) == (2, Act.MARK, desk.uid, "Kim")
    assert desk.chains.mark_head().hash == mark.hash


@pytest.mark.parametrize(
    "change", [MarkChange(note="press office closed"), MarkChange(evidence="tape 3"), MarkChange(Status.UNVERIFIED)]
)
def test_neither_a_note_nor_a_source_nor_a_mark_as_unverified_says_that_it_could_not_be_confirmed(
    desk: Desk, change: MarkChange
) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    [now] = desk.mark([quote.id], change, checker="Kim")
    assert (now.status, now.flags) == (Status.UNVERIFIED, frozenset())
    assert desk.history(quote.id)[0].act == (Act.MARK if change.status else Act.NOTE)


def test_a_verified_quote_that_is_set_back_was_not_tried_in_vain(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    desk.mark([quote.id], VERIFIED, checker="Kim")
    assert desk.mark([quote.id], MarkChange(Status.UNVERIFIED), checker="Kim")[0].flags == frozenset()


def test_that_a_quote_could_not_be_confirmed_is_said_by_choice_and_gone_with_the_next_status(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    [tried] = desk.mark([quote.id], COULD_NOT_CONFIRM, checker="Kim")
    assert tried.flags == {Flag.COULD_NOT_CONFIRM}
    assert (tried.reason, tried.checker) == ("could not confirm", "Kim")
    [noted] = desk.mark([quote.id], MarkChange(note="called twice"), checker="Lee")
    assert noted.flags == {Flag.COULD_NOT_CONFIRM}
    assert noted.checker == "Kim"
    [verified] = desk.mark([quote.id], MarkChange(Status.VERIFIED, evidence="tape"), checker="Kim")
    assert (verified.flags, verified.reason) == (frozenset(), "")
    [back] = desk.unmark([noted], checker="Kim")
    assert back.flags == {Flag.COULD_NOT_CONFIRM}


def test_who_writes_a_note_has_not_checked_the_quote(desk: Desk) -> None:
    first, second, *_ = desk.quotes(desk.add(prepared()).version_id)
    desk.mark([first.id], VERIFIED, checker="Kim")
    checked, noted = desk.mark([first.id, second.id], MarkChange(note="see tape"), checker="Lee")
    assert (checked.checker, checked.marks) == ("Kim", 2)
    assert (noted.checker, noted.marked_at) == ("", None)


def test_the_mark_of_a_quote_with_another_speaker_since_is_flagged_until_it_is_marked_again_or_corrected_back(
    desk: Desk,
) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    [marked] = desk.mark([quote.id], VERIFIED, checker="Kim")
    other = Attribution(person="Somebody Else", role="spokesman")
    [corrected] = desk.corrections.attribute([quote.id], other, checker="Lee")
    assert corrected.status is Status.VERIFIED
    assert Flag.CHANGED_SINCE in corrected.flags
    assert desk.standing(quote.id).attribution == quote.attribution
    [noted] = desk.mark([quote.id], MarkChange(note="asked"), checker="Kim")
    assert Flag.CHANGED_SINCE in noted.flags
    [again] = desk.corrections.attribute([quote.id], quote.attribution, checker="Lee")
    assert again.flags == marked.flags
    desk.corrections.attribute([quote.id], other, checker="Lee")
    [verified] = desk.mark([quote.id], VERIFIED, checker="Kim")
    assert verified.flags == desk.quote(quote.id).flags == marked.flags
    [found] = desk.corrections.attribute([quote.id], quote.attribution, checker="Lee")
    assert Flag.CHANGED_SINCE in found.flags


def test_another_role_is_another_attribution_and_another_kind_is_none(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    desk.mark([quote.id], VERIFIED, checker="Kim")
    [kind] = desk.corrections.attribute([quote.id], quote.attribution, QuoteKind.MIXED, checker="Kim")
    assert Flag.CHANGED_SINCE not in kind.flags
    [role] = desk.corrections.attribute([quote.id], replace(quote.attribution, role="minister"), checker="Kim")
    assert Flag.CHANGED_SINCE in role.flags


def test_a_quote_that_is_unverified_has_no_mark_that_a_speaker_could_change(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    desk.mark([quote.id], MarkChange(note="asked"), checker="Kim")
    assert desk.corrections.attribute([quote.id], Attribution(person="Other"), checker="Kim")[0].flags == frozenset()


def test_the_same_words_of_another_speaker_in_a_new_version_are_flagged_and_not_carried(desk: Desk) -> None:
    text = "“We shall not close the harbour this year,” said Ada Lovelace.\n"
    first = desk.add(prepared(text))
    [quote] = desk.quotes(first.version_id)
    desk.mark([quote.id], MarkChange(Status.VERIFIED, evidence="tape"), checker="Kim")
    second = desk.add(prepared(text.replace("Ada Lovelace", "Charles Babbage")), article=first.article_id)
    [other] = desk.quotes(second.version_id)
    assert (other.status, other.attribution.name) == (Status.UNVERIFIED, "Charles Babbage")
    assert Flag.CHANGED_SINCE in other.flags


def test_a_mark_whose_speaker_was_corrected_since_is_not_carried_over_as_if_it_stood(desk: Desk) -> None:
    text = "“We shall not close the harbour this year,” said Ada Lovelace.\n"
    first = desk.add(prepared(text))
    [quote] = desk.quotes(first.version_id)
    desk.mark([quote.id], MarkChange(Status.VERIFIED, evidence="tape"), checker="Kim")
    desk.corrections.attribute([quote.id], Attribution(person="Charles Babbage"), checker="Kim")
    second = desk.add(prepared(text + "More.\n"), article=first.article_id)
    [later] = desk.quotes(second.version_id)
    assert (later.status, later.attribution.name) == (Status.UNVERIFIED, "Charles Babbage")


def test_verified_without_a_source_is_flagged_until_one_is_given(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    [now] = desk.mark([quote.id], MarkChange(Status.VERIFIED), checker="Kim")
    assert now.flags == {Flag.NO_SOURCE}
    [now] = desk.mark([quote.id], MarkChange(evidence="tape 3"), checker="Kim")
    assert (now.flags, now.status) == (frozenset(), Status.VERIFIED)


def test_undo_appends_and_brings_back_what_was_said(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    [marked] = desk.mark([quote.id], MarkChange(Status.DISPUTED, note="no"), checker="Kim")
    [again] = desk.mark([quote.id], VERIFIED, checker="Lee")
    [back] = desk.unmark([marked], checker="Lee")
    assert (back.status, back.note, back.basis, back.flags) == (Status.DISPUTED, "no", "", marked.flags)
    [blank] = desk.unmark([quote], checker="Lee")
    assert (blank.status, blank.marked_at, blank.checker) == (Status.UNVERIFIED, None, "")
    assert blank.flags == {Flag.NOT_STARTED}
    assert [mark.act for mark in desk.history(quote.id)] == [Act.UNDO, Act.UNDO, Act.MARK, Act.MARK]
    assert again.marks == 2


def test_one_missing_quote_stops_the_whole_mark(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    with pytest.raises(Missing):
        desk.mark([quote.id, quote.id + 999], VERIFIED, checker="Kim")  # type: ignore[list-item]  # no such quote
    assert desk.quote(quote.id) == quote


def test_a_quote_named_twice_is_marked_once(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    assert [one.marks for one in desk.mark([quote.id, quote.id], VERIFIED, checker="Kim")] == [1, 1]


def test_drafts_are_kept_until_both_fields_are_empty(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[0]
    desk.save_draft(Draft(quote.id, "half a th", ""))
    desk.save_draft(Draft(quote.id, "half a thought", "tape"))
    assert desk.drafts() == [Draft(quote.id, "half a thought", "tape")]
    desk.save_draft(Draft(quote.id, "", ""))
    assert desk.drafts() == []


def test_corrections_of_a_quote_show_and_survive(desk: Desk) -> None:
    quote = desk.quotes(desk.add(prepared()).version_id)[1]
    attribution = Attribution(
        "said Ada Brink", Span(140, 154), "Ada Brink", "café owner", "said", Span(140, 144), "radio"
    )
    [now] = desk.corrections.attribute([quote.id], attribution, QuoteKind.MIXED, checker="Kim")
    assert (now.attribution, now.kind, now.span) == (attribution, QuoteKind.MIXED, quote.span)
    wider = Span(quote.span.start - 1, quote.span.end + 1)
    now = desk.corrections.resize(quote.id, wider, checker="Kim")
    assert (now.span, now.text, now.attribution) == (wider, "“Nobody asked us,”", attribution)
    assert desk.quotes(now.version_id)[1] == now
    with pytest.raises(Refused):
        desk.corrections.resize(quote.id, Span(5, 5))


def test_quotes_by_hand_are_marked_as_such_and_come_back_when_added_again(desk: Desk) -> None:
    added = desk.add(prepared())
    quote = desk.corrections.add(added.version_id, Span(0, 7), QuoteKind.INDIRECT, checker="Kim")
    assert (quote.text, quote.by_hand, quote.kind) == ("Harbour", True, QuoteKind.INDIRECT)
    assert desk.corrections.add(added.version_id, Span(0, 7), QuoteKind.INDIRECT).id == quote.id
    desk.corrections.delete([quote.id])
    assert quote.id not in [one.id for one in desk.quotes(added.version_id)]
    assert [one.id for one in desk.quotes(added.version_id, deleted=True)] == [quote.id]
    assert desk.corrections.add(added.version_id, Span(0, 7), QuoteKind.INDIRECT) == quote
    with pytest.raises(Refused):
        desk.corrections.add(added.version_id, Span(0, len(TEXT) + 1), QuoteKind.DIRECT)


def test_stories_and_articles_are_renamed_moved_edited_and_thrown_away(desk: Desk) -> None:
    added = desk.add(prepared(title="Harbour", outlet="The Quay"))
    story = desk.new_story("Ports", checker="Kim")
    desk.rename_story(story.id, "Ports of the north")
    desk.move_article(added.article_id, story.id)
    desk.edit_metadata(added.article_id, Metadata(title="The harbour", outlet="Quay Times"))
    [article] = desk.articles(story=story.id)
    assert (article.metadata.title, article.metadata.outlet) == ("The harbour", "Quay Times")
    assert desk.version(added.version_id).info.metadata.title == "Harbour"
    assert [one.title for one in desk.stories()] == ["Harbour", "Ports of the north"]
    desk.delete_articles([added.article_id])
    assert (desk.articles(), desk.article_list.counts(), desk.story_quotes(story.id)) == ([], Counts(), [])
    assert [one.id for one in desk.articles(deleted=True)] == [added.article_id]
    desk.restore_articles([added.article_id])
    assert len(desk.story_quotes(story.id)) == 4


def test_articles_are_found_by_words_and_by_status(desk: Desk) -> None:
    one = desk.add(prepared(title="Harbour to close", outlet="The Quay"))
    desk.add(prepared("Nothing was said.\n", title="100 % quiet", byline="Ö. Ünal"))
    assert [a.id for a in desk.articles(words="QUAY harbour")] == [one.article_id]
    assert [a.metadata.title for a in desk.articles(words="0 %")] == ["100 % quiet"]
    assert [a.metadata.title for a in desk.articles(words="ünal")] == ["100 % quiet"]
    assert desk.articles(words="_") == []
    assert [a.id for a in desk.articles(status=Status.UNVERIFIED)] == [one.article_id]
    assert desk.articles(status=Status.VERIFIED) == []


def test_a_new_version_carries_marks_of_the_same_wording_and_flags_the_rest(desk: Desk) -> None:
    first = desk.add(prepared())
    closed, nobody, again, _ = desk.quotes(first.version_id)
    desk.mark([closed.id, again.id], MarkChange(Status.VERIFIED, evidence="tape", note="fine"), checker="Kim")
    text = TEXT.replace("nine months", "ten months")
    second = desk.add(prepared(text), article=first.article_id, checker="Lee")
    assert second.outcome == AddOutcome.NEW_VERSION
    now = desk.quotes(second.version_id)
    carried = now[2]
    assert (carried.text, carried.status, carried.evidence, carried.checker) == (
        "Nobody asked us,", Status.VERIFIED, "tape", "Kim",
    )  # fmt: skip
    assert carried.note == "Carried over from version 1, same wording.\nfine"
    assert desk.history(carried.id)[0].act == Act.CARRIED
    assert now[1].flags == {Flag.NOT_STARTED}
    assert now[0].status == Status.UNVERIFIED
    assert now[0].flags == {Flag.NOT_STARTED, Flag.CHANGED_SINCE}
    assert Flag.CHANGED_SINCE not in desk.mark([now[0].id], VERIFIED, checker="Lee")[0].flags
    assert desk.unmark([now[0]], checker="Lee")[0].flags == now[0].flags
    assert [info.number for info in desk.versions(first.article_id)] == [2, 1]
    assert desk.article_list.counts() == Counts(verified=1, unverified=3)
    third = desk.add(prepared(text + "More.\n"), article=first.article_id)
    assert desk.quotes(third.version_id)[2].note == "Carried over from version 2, same wording.\nfine"
    assert nobody.id in {quote.id for quote in desk.quotes(first.version_id)}


def test_words_are_found_in_quotes_notes_people_and_texts(desk: Desk) -> None:
    added = desk.add(prepared(title="Harbour"))
    quote = desk.quotes(added.version_id)[0]
    desk.mark([quote.id], MarkChange(note="spoke to the pilot's office"), checker="Kim")
    desk.corrections.attribute([quote.id], Attribution(person="Ann Østby"))
    assert [hit.quote_id for hit in desk.search.find("nine mon")] == [quote.id]
    assert [hit.quote_id for hit in desk.search.find("pilots off")] == []
    assert [hit.quote_id for hit in desk.search.find("pilot off")] == [quote.id]
    assert [hit.quote_id for hit in desk.search.find("Østby")] == [quote.id]
    [hit] = desk.search.find("café quay")
    assert (hit.quote_id, hit.span.of(TEXT)) == (None, "café")
    assert "café on the quay" in hit.excerpt
    assert desk.search.find('"') == desk.search.find("") == desk.search.find("xyzzy") == []
    desk.unmark([quote], checker="Kim")
    assert desk.search.find("pilot") == []
    desk.delete_articles([added.article_id])
    assert desk.search.find("nine") == []


def test_an_emptied_trash_lets_go_of_texts_and_keeps_what_was_said(desk: Desk) -> None:
    added = desk.add(prepared(title="Harbour"))
    quote = desk.mark([desk.quotes(added.version_id)[0].id], VERIFIED, checker="Kim")[0]
    kept = desk.add(prepared("“Quiet,” said nobody.\n"))
    desk.delete_articles([added.article_id])
    assert desk.empty_trash(checker="Kim") == 1
    assert desk.empty_trash() == 0
    assert desk.articles(deleted=True) == []
    with pytest.raises(Missing):
        desk.version(added.version_id)
    with pytest.raises(Missing):
        desk.original(added.version_id)
    assert desk.history(quote.id)[0].status == Status.VERIFIED
    assert desk.search.find("harbour") == []
    assert desk.version(kept.version_id).text == "“Quiet,” said nobody.\n"
    assert desk.add(prepared()).outcome == AddOutcome.NEW_ARTICLE


def test_a_locked_story_takes_no_marks_until_it_is_reopened(desk: Desk) -> None:
    added = desk.add(prepared(title="Harbour"))
    quote = desk.quotes(added.version_id)[0]
    desk.lock_story(added.story_id, locked=True, checker="Chief")
    assert desk.is_locked(added.story_id)
    with pytest.raises(Refused, match="“Harbour” is locked"):
        desk.mark([quote.id], VERIFIED, checker="Kim")
    desk.lock_story(added.story_id, locked=False, checker="Chief")
    assert desk.mark([quote.id], VERIFIED, checker="Kim")[0].marks == 1


def test_choices_are_remembered(desk: Desk) -> None:
    desk.remember("pins", "[1]")
    desk.remember("pins", "[2]")
    assert (desk.remembered("pins"), desk.remembered("nothing")) == ("[2]", "")


def test_everything_is_there_after_closing_and_opening_again(tmp_path: Path) -> None:
    path = tmp_path / "a desk with 100 % odd #name?.desk"
    with Desk.create(path) as desk:
        added = desk.add(prepared(title="Harbour"))
        marked = desk.mark([desk.quotes(added.version_id)[0].id], VERIFIED, checker="Kim")
        head = desk.chains.mark_head()
    with Desk.open(path) as desk:
        assert desk.quotes(added.version_id)[0] == marked[0]
        assert (desk.chains.mark_head(), desk.uid) == (head, head.chain)
        assert_sound(desk)
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_read_only_desk_reads_and_refuses_to_write(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "one.desk") as desk:
        added = desk.add(prepared())
        with Desk.open(tmp_path / "one.desk", read_only=True) as other:
            assert other.read_only
            assert other.quotes(added.version_id) == desk.quotes(added.version_id)
            with pytest.raises(ReadOnly, match="read only"):
                other.mark([other.quotes(added.version_id)[0].id], VERIFIED, checker="Kim")


@pytest.mark.parametrize("file_format", ["csv", "json", "html"])
def test_the_log_is_written_in_every_format(desk: Desk, tmp_path: Path, file_format: str) -> None:
    added = desk.add(prepared(title="Harbour"))
    desk.mark([desk.quotes(added.version_id)[0].id], VERIFIED, checker="Kim")
    out = tmp_path / f"log.{file_format}"
    assert export_log(desk, out, file_format, everything=True) == 4
    assert desk.chains.mark_head().hash in out.read_text(encoding="utf-8")


def test_only_the_stories_asked_for_are_in_the_log(desk: Desk, tmp_path: Path) -> None:
    added = desk.add(prepared(title="Harbour"))
    desk.add(prepared("“Quiet,” said nobody.\n", title="Quiet"))
    export_log(desk, tmp_path / "log.json", "json", stories=[added.story_id])
    log = json.dumps(json.loads((tmp_path / "log.json").read_text(encoding="utf-8")))
    assert "Quiet" not in log


def test_a_text_of_half_characters_is_refused_in_a_sentence(desk: Desk) -> None:
    broken = capture("fine")
    object.__setattr__(broken, "text", "half \ud800")
    with pytest.raises(Refused, match="half characters"):
        desk.add(prepare(broken))
    assert desk.articles() == []


def test_a_text_that_its_article_in_the_trash_holds_already_adds_nothing_and_an_emptied_one_takes_nothing(
    desk: Desk,
) -> None:
    added = desk.add(prepared(), checker="Kim")
    desk.delete_articles([added.article_id])
    again = desk.add(prepared(), article=added.article_id)
    assert (again.outcome, again.version_id) == (AddOutcome.SAME, added.version_id)
    desk.empty_trash()
    with pytest.raises(Missing, match="emptied"):
        desk.add(prepared(), article=added.article_id)
    assert_sound(desk)


def test_quotes_get_speakers_of_their_own_in_one_act_or_none_does(desk: Desk) -> None:
    desk.add(prepared(), checker="Kim")
    desk.add(prepared(f"{TEXT}\n\nMore: “We never said that the harbour would close,” she said.\n"), checker="Kim")
    quotes = [quote for article in desk.articles() for quote in desk.quotes(article.newest)]
    assert len(quotes) > 2
    ids = [quote.id for quote in quotes]
    desk.corrections.attribute(ids, Attribution(person="Ada", role="mayor"), QuoteKind.MIXED, checker="Kim")
    assert {desk.quote(id_).attribution for id_ in ids} == {Attribution(person="Ada", role="mayor")}
    former = [(quote.id, quote.attribution, quote.kind) for quote in quotes]
    with pytest.raises(Missing):
        desk.corrections.attribute_each([*former, (QuoteId(999), Attribution(), None)], checker="Kim")
    assert {desk.quote(id_).kind for id_ in ids} == {QuoteKind.MIXED}
    back = desk.corrections.attribute_each(former, checker="Kim")
    assert [(quote.id, quote.attribution, quote.kind) for quote in back] == former


def test_other_ends_stay_when_the_speaker_is_corrected(desk: Desk) -> None:
    added = desk.add(prepared(), checker="Kim")
    quote = desk.quotes(added.version_id)[0]
    shorter = Span(quote.span.start + 1, quote.span.end - 1)
    desk.corrections.resize(quote.id, shorter, checker="Kim")
    [now] = desk.corrections.attribute([quote.id], Attribution(person="Ada"), checker="Kim")
    assert (now.span, now.attribution.person) == (shorter, "Ada")
    [now] = desk.corrections.attribute([quote.id], quote.attribution, checker="Kim")
    assert (now.span, now.attribution) == (shorter, quote.attribution)


def test_many_quotes_leave_the_list_and_come_back_in_one_act(desk: Desk) -> None:
    added = desk.add(prepared(), checker="Kim")
    ids = [quote.id for quote in desk.quotes(added.version_id)]
    desk.corrections.delete([*ids, ids[0]], checker="Kim")
    assert desk.quotes(added.version_id) == []
    assert desk.article_list.counts() == Counts()
    desk.corrections.restore(ids, checker="Kim")
    assert [quote.id for quote in desk.quotes(added.version_id)] == ids
    assert desk.article_list.counts().unverified == len(ids)
