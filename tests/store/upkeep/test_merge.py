from __future__ import annotations

import json
import shutil
from dataclasses import astuple, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.desk.open_desk import Desk
from desktop.domain import Act, Counts, Draft, Flag, MarkChange, Status
from desktop.store.errors import NotOurs
from tests.store.desks import TEXT, Ticking, backed_up_today, prepared, quick_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain import Quote

VERIFIED, DISPUTED = MarkChange(Status.VERIFIED, basis="recording"), MarkChange(Status.DISPUTED, reason="denied")
LATER = datetime(2026, 9, 2, tzinfo=UTC)


def content(desk: Desk) -> dict[str, Any]:
    """Everything two desks may have in common, without row numbers."""
    stories = {story.id: story.uid for story in desk.stories()}
    pieces = {}
    for deleted in (False, True):
        for article in desk.articles(deleted=deleted):
            versions = [_version(desk, info.id) for info in desk.versions(article.id)]
            fields = (stories.get(article.story_id), article.metadata, article.counts, article.added_at, deleted)
            pieces[article.uid] = (*fields, versions)
    found = {(hit.span, hit.excerpt) for word in ("nobody", "tape", "ann") for hit in desk.search.find(word, limit=999)}
    return {"stories": sorted((s.uid, s.title) for s in desk.stories()), "articles": pieces, "found": found}


def _version(desk: Desk, version_id: Any) -> Any:
    version, quotes = desk.version(version_id), [*desk.quotes(version_id), *desk.quotes(version_id, deleted=True)]
    info = [
        value
        for field, value in zip(fields(version.info), astuple(version.info), strict=True)
        if "id" not in field.name
    ]
    return (
        version.info.uid,
        info,
        version.text,
        version.cuts,
        desk.original(version_id),
        [_quote(desk, q) for q in quotes],
    )


def _quote(desk: Desk, quote: Quote) -> Any:
    quotes = [
        value
        for field, value in zip(fields(quote), astuple(quote), strict=True)
        if field.name not in {"id", "version_id"}
    ]
    marks = [(m.chain, m.number, m.act, m.status, m.note, m.checker, m.at, m.hash) for m in desk.history(quote.id)]
    return quotes, marks


def hashes(desk: Desk) -> set[str]:
    versions = [
        info.id for deleted in (False, True) for a in desk.articles(deleted=deleted) for info in desk.versions(a.id)
    ]
    quotes = [q.id for v in versions for deleted in (False, True) for q in desk.quotes(v, deleted=deleted)]
    return {mark.hash for quote in quotes for mark in desk.history(quote)}


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two checkers added the same text, each on a desk of their own."""
    for name, clock in (("a", Ticking()), ("b", Ticking(LATER))):
        with Desk.create(tmp_path / f"{name}.desk", clock=clock) as desk:
            desk.add(prepared(title="Harbour", source=f"/home/{name}/x.txt"), checker=name)
    return tmp_path / "a.desk", tmp_path / "b.desk"


def merged(path: Path, other: Path, *, twice: bool = True) -> dict[str, Any]:
    """Merge `other` into a copy of `path`, check it, and return what it holds."""
    with quick_folder() as folder:
        copy = Path(folder) / "copy.desk"
        shutil.copy(path, copy)
        with Desk.open(copy) as desk:
            backed_up_today(desk).merge(other)
            assert desk.check().findings == []
            once, head = content(desk), desk.chains.mark_head()
            if not twice:
                return once
            again = desk.merge(other)
            assert not any(astuple(again))
            assert (content(desk), desk.chains.mark_head()) == (once, head)
            return once


def act(path: Path, do: Callable[[Desk, list[Quote]], object]) -> None:
    with Desk.open(path, clock=Ticking(LATER)) as desk:
        do(desk, desk.quotes(desk.articles()[0].newest))


def test_the_same_text_on_two_desks_is_one_article_with_the_marks_of_both(two: tuple[Path, Path]) -> None:
    a, b = two
    act(a, lambda desk, quotes: desk.mark([quotes[0].id], VERIFIED, checker="A"))
    act(b, lambda desk, quotes: desk.mark([quotes[1].id], DISPUTED, checker="B"))
    with Desk.open(a) as desk:
        result = desk.merge(b)
        assert (result.articles, result.versions, result.quotes, result.marks) == (0, 0, 0, 1)
        [article] = desk.articles()
        assert len(desk.stories()) == 1
        assert article.counts == Counts(verified=1, disputed=1, unverified=2)
        assert desk.disagreements() == []
        assert desk.version(article.newest).info.source == "/home/a/x.txt"
    assert merged(a, b) == merged(b, a)


def test_checkers_who_disagree_are_told_and_a_mark_settles_it(two: tuple[Path, Path]) -> None:
    a, b = two
    act(a, lambda desk, quotes: desk.mark([quotes[0].id], VERIFIED, checker="A"))
    act(b, lambda desk, quotes: desk.mark([quotes[0].id], DISPUTED, checker="B"))
    with Desk.open(a) as desk:
        desk.merge(b)
        [quote] = desk.disagreements()
        assert Flag.CHECKERS_DISAGREE in quote.flags
        assert {mark.checker for mark in desk.history(quote.id)} == {"A", "B"}
        [noted] = desk.mark([quote.id], MarkChange(note="asked both"), checker="A")
        assert Flag.CHECKERS_DISAGREE in noted.flags
        [settled] = desk.mark([quote.id], VERIFIED, checker="Chief")
        assert Flag.CHECKERS_DISAGREE not in settled.flags
        assert desk.history(quote.id)[0].act == Act.SETTLED
        assert desk.disagreements() == []
        [back] = desk.unmark([noted], checker="Chief")
        assert desk.disagreements() == [back]
        desk.unmark([settled], checker="Chief")
        assert desk.check().sound
    with Desk.open(b) as desk:
        desk.merge(a)
        assert desk.disagreements() == []
    assert merged(a, b) == merged(b, a)


def test_a_copy_that_went_on_by_itself_is_merged_without_a_loss(two: tuple[Path, Path]) -> None:
    a, _ = two
    act(a, lambda desk, quotes: desk.mark([quotes[0].id], VERIFIED, checker="A"))
    copy = a.with_name("copy.desk")
    shutil.copy(a, copy)
    act(a, lambda desk, quotes: desk.mark([quotes[1].id], VERIFIED, checker="A"))
    act(copy, lambda desk, quotes: desk.mark([quotes[1].id, quotes[2].id], DISPUTED, checker="C"))
    assert merged(a, copy) == merged(copy, a)
    with Desk.open(a) as desk:
        desk.merge(copy)
        assert len(desk.disagreements()) == 1
        assert len(hashes(desk)) == 4
        assert "goes on in two ways after number 1" in desk.check().notes[0]
        desk.mark([desk.disagreements()[0].id], VERIFIED, checker="A")
        assert desk.chains.mark_head().marks == 3
        assert desk.check().sound


def test_a_desk_catches_up_with_a_copy_of_itself_that_went_on(two: tuple[Path, Path]) -> None:
    a, _ = two
    older = a.with_name("older.desk")
    shutil.copy(a, older)
    act(a, lambda desk, quotes: desk.mark([quotes[1].id], VERIFIED, checker="A"))
    with Desk.open(older) as desk, Desk.open(a, read_only=True) as newer:
        desk.merge(a)
        assert desk.chains.mark_head() == newer.chains.mark_head()
        report = desk.check()
        assert (report.findings, report.notes) == ([], [])


def test_a_merge_counts_the_quotes_that_were_marked_here_and_show_another_status(two: tuple[Path, Path]) -> None:
    a, _ = two
    act(a, lambda desk, quotes: desk.mark([quote.id for quote in quotes[:2]], DISPUTED, checker="A"))
    colleague = a.with_name("colleague.desk")
    shutil.copy(a, colleague)
    act(colleague, lambda desk, quotes: desk.mark([quotes[0].id, quotes[2].id], VERIFIED, checker="C"))
    with Desk.open(a) as desk:
        came = desk.merge(colleague)
        assert (came.marks, came.restated) == (2, 1)
        assert desk.quotes(desk.articles()[0].newest)[0].status == Status.VERIFIED
        assert desk.merge(colleague).restated == 0


def test_captures_at_one_address_become_versions_of_one_article(tmp_path: Path) -> None:
    for name, text, clock in (("a", TEXT, Ticking()), ("b", TEXT.replace("nine", "ten"), Ticking(LATER))):
        with Desk.create(tmp_path / f"{name}.desk", clock=clock) as desk:
            desk.add(prepared(text, title="Harbour", url="https://quay.example/1"))
    a, b = tmp_path / "a.desk", tmp_path / "b.desk"
    with Desk.open(a) as desk:
        desk.merge(b)
        [article] = desk.articles()
        assert article.versions == 2
        assert len(desk.stories()) == 1
    assert merged(a, b) == merged(b, a)


def test_a_text_can_be_added_again_when_the_article_that_was_made_of_it_is_one_with_another(tmp_path: Path) -> None:
    texts = ("“Nobody came,” said Ada Brink.\n", "“Somebody came,” said Ada Brink.\n")
    for name, text in zip("ab", texts, strict=True):
        with Desk.create(tmp_path / f"{name}.desk", clock=Ticking()) as desk:
            desk.add(prepared(text, url="https://x.example/1"), checker=name)
    with Desk.open(tmp_path / "a.desk", clock=Ticking(LATER)) as desk:
        desk.merge(tmp_path / "b.desk")
        [article] = desk.articles()
        desk.delete_articles([article.id])
        for text in texts:
            desk.add(prepared(text), checker="a")
        assert len({article.uid, *(one.uid for one in desk.articles())}) == 3
        assert desk.check().findings == []


def test_a_story_that_is_one_with_another_is_hidden_once_its_last_article_of_its_own_is_moved(tmp_path: Path) -> None:
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        desk.add(prepared(), story=desk.new_story("One").id, checker="a")
    with Desk.create(tmp_path / "b.desk", clock=Ticking(LATER)) as desk:
        for title in ("Before", "Two"):
            story = desk.new_story(title)
        for text in (TEXT, "Nobody spoke.\n"):
            desk.add(prepared(text), story=story.id, checker="b")
    with Desk.open(tmp_path / "a.desk", clock=Ticking(LATER)) as desk:
        desk.merge(tmp_path / "b.desk")
        two = next(story.id for story in desk.stories() if story.title == "Two")
        [own] = desk.articles(story=two)
        desk.move_article(own.id, desk.new_story("Three").id, checker="a")
        assert [story.title for story in desk.stories()] == ["One", "Before", "Three"]
        assert desk.check().findings == []
        desk.move_article(own.id, two, checker="a")
        assert [story.title for story in desk.stories()] == ["One", "Before", "Two", "Three"]
        assert desk.check().findings == []


def test_a_story_comes_back_when_its_version_is_split_off_from_the_article_that_it_is_one_with(tmp_path: Path) -> None:
    for name in "ab":
        with Desk.create(tmp_path / f"{name}.desk", clock=Ticking()) as desk:
            for _ in range(1 if name == "a" else 3):
                story = desk.new_story(name)
            text = TEXT if name == "a" else SECOND
            desk.add(prepared(text, url="https://x.example/1"), story=story.id, checker=name)
    with Desk.open(tmp_path / "a.desk", clock=Ticking(LATER)) as desk:
        desk.merge(tmp_path / "b.desk")
        assert len(desk.stories()) == 3
        [article] = desk.articles()
        desk.version_moves.split_off(article.newest, checker="a")
        assert desk.check().findings == []


def test_a_blind_copy_has_everything_but_the_marks_and_comes_back(two: tuple[Path, Path]) -> None:
    a, _ = two
    blind = a.with_name("blind.desk")
    act(a, lambda desk, quotes: desk.mark([quotes[0].id], MarkChange(Status.VERIFIED, note="secret"), checker="A"))
    with Desk.open(a) as desk:
        desk.blind_copy(blind)
    assert b"secret" not in blind.read_bytes()
    with Desk.open(blind) as copy:
        assert copy.article_list.counts() == Counts(unverified=4)
        assert copy.check().sound
        copy.mark([copy.quotes(copy.articles()[0].newest)[0].id], DISPUTED, checker="B")
    with Desk.open(a) as desk:
        desk.merge(blind)
        assert len(desk.disagreements()) == 1
    assert merged(a, blind) == merged(blind, a)


def test_what_is_no_desk_is_not_merged(two: tuple[Path, Path], tmp_path: Path) -> None:
    a, _ = two
    (tmp_path / "x.desk").write_text("no desk")
    before = a.read_bytes()
    with Desk.open(a) as desk, pytest.raises(NotOurs):
        desk.merge(tmp_path / "x.desk")
    assert a.read_bytes() == before


def test_drafts_and_choices_come_along_where_we_have_none_and_ours_stay_where_both_have(two: tuple[Path, Path]) -> None:
    a, b = two
    with Desk.open(a) as ours, Desk.open(b) as theirs:
        ours.new_story("Another first")  # their story is another row than ours
        mine, other = (desk.quotes(desk.articles()[0].newest) for desk in (ours, theirs))
        story, their_story = ours.articles()[0].story_id, theirs.articles()[0].story_id
        ours.save_draft(Draft(mine[0].id, "my words", ""))
        theirs.save_draft(Draft(other[0].id, "their words", ""))
        theirs.save_draft(Draft(other[1].id, "more words", "tape"))
        pairs = [sorted((mine[0].uid, mine[n].uid)) for n in (1, 2, 3)]
        ours.remember(f"same/{story}", json.dumps([[*pairs[0], True]]))
        theirs.remember(f"same/{their_story}", json.dumps([[*pairs[0], False], [*pairs[1], True]]))
        theirs.remember("pins/x/y", "[[0, 1, 0, 1, true]]")
        theirs.remember(f"rules/{their_story}", "{}")
        theirs.remember("same/999", json.dumps([[*pairs[2], True]]))  # of a story that is not there
    with Desk.open(a) as desk:
        result = desk.merge(b)
        assert (result.drafts, result.choices, result.ours_retained) == (1, 3, 2)
        assert {draft.note for draft in desk.drafts()} == {"my words", "more words"}
        assert {(x, y): same for x, y, same in json.loads(desk.remembered(f"same/{story}"))} == {
            tuple(pairs[0]): True, tuple(pairs[1]): True,
        }  # fmt: skip
        assert desk.remembered("pins/x/y") == "[[0, 1, 0, 1, true]]"
        assert desk.remembered(f"rules/{story}") == "{}"
        again = desk.merge(b)
        assert (again.drafts, again.choices) == (0, 0)
    with Desk.open(a) as desk:
        desk.blind_copy(a.with_name("blind.desk"))
    with Desk.open(a.with_name("blind.desk")) as blind:
        assert (blind.drafts(), blind.remembered("pins/x/y")) == ([], "")


def test_a_choice_about_articles_names_them_as_they_are_called_after_the_merge(tmp_path: Path) -> None:
    for name, text, clock in (("a", TEXT, Ticking()), ("b", TEXT.replace("nine", "ten"), Ticking(LATER))):
        with Desk.create(tmp_path / f"{name}.desk", clock=clock) as desk:
            added = desk.add(prepared(text, title="Harbour", url="https://quay.example/1"))
            desk.remember(f"primary/{added.story_id}", desk.articles()[0].uid)
    for one, other in (("a", "b"), ("b", "a")):
        shutil.copy(tmp_path / f"{one}.desk", tmp_path / "both.desk")
        with Desk.open(tmp_path / "both.desk") as desk:
            result = desk.merge(tmp_path / f"{other}.desk")
            [article] = desk.articles()
            assert desk.remembered(f"primary/{article.story_id}") == article.uid
            assert result.ours_retained == 0
        (tmp_path / "both.desk").unlink()


SECOND = TEXT.replace("on Monday", "on Tuesday")


def newest(desk: Desk) -> dict[str, Quote]:
    """The quotes of the newest version of the first article, by their words."""
    return {quote.text: quote for quote in desk.quotes(desk.articles()[0].newest)}


def mark_first(desk: Desk, change: MarkChange, who: str) -> None:
    desk.mark([newest(desk)["Nobody asked us,"].id], change, checker=who)


@pytest.fixture
def copies(tmp_path: Path) -> tuple[Path, Path]:
    """A desk with one text, and a copy of its file."""
    with Desk.create(tmp_path / "a.desk", clock=Ticking()) as desk:
        desk.add(prepared(title="Harbour"), checker="A")
    shutil.copy(tmp_path / "a.desk", tmp_path / "b.desk")
    return tmp_path / "a.desk", tmp_path / "b.desk"


def test_marks_of_all_chains_count_for_a_version_that_another_chain_added(copies: tuple[Path, Path]) -> None:
    a, b = copies
    act(a, lambda desk, _: mark_first(desk, VERIFIED, "A"))
    with Desk.open(b, clock=Ticking(LATER)) as desk:
        mark_first(desk, DISPUTED, "B")
        desk.add(prepared(SECOND), article=desk.articles()[0].id, checker="B")
    assert merged(a, b) == merged(b, a)
    with Desk.open(a) as desk:
        desk.merge(b)
        quote = newest(desk)["Nobody asked us,"]
        assert Flag.CHECKERS_DISAGREE in quote.flags
        assert [one.id for one in desk.disagreements()] == [quote.id]
        assert {mark.checker for mark in desk.history(quote.id)} == {"A", "B"}
        assert len(desk.history(quote.id)) == quote.marks == 2
        [settled] = desk.mark([quote.id], VERIFIED, checker="Chief")
        assert Flag.CHECKERS_DISAGREE not in settled.flags
        assert desk.check().findings == []


def test_a_mark_made_before_a_version_was_known_counts_for_it(copies: tuple[Path, Path]) -> None:
    a, b = copies
    act(a, lambda desk, _: mark_first(desk, VERIFIED, "A"))
    with Desk.open(b, clock=Ticking(LATER)) as desk:
        for text in (SECOND, SECOND.replace("Tuesday", "Friday")):
            desk.add(prepared(text), article=desk.articles()[0].id, checker="B")
    assert merged(a, b) == merged(b, a)
    with Desk.open(b) as desk:
        desk.merge(a)
        quote = newest(desk)["Nobody asked us,"]
        assert (quote.status, quote.checker) == (Status.VERIFIED, "A")
        assert Flag.NOT_STARTED not in quote.flags
        assert desk.articles()[0].counts == Counts(verified=1, unverified=3)
        assert [one.checker for one in desk.history(quote.id)] == ["A"]


def test_a_version_that_is_split_off_has_no_marks_of_the_one_before_any_more(copies: tuple[Path, Path]) -> None:
    a, b = copies
    act(a, lambda desk, _: mark_first(desk, VERIFIED, "A"))
    with Desk.open(b, clock=Ticking(LATER)) as desk:
        desk.add(prepared(SECOND), article=desk.articles()[0].id, checker="B")
        backed_up_today(desk).merge(a)
        quote = newest(desk)["Nobody asked us,"]
        assert desk.history(quote.id)
        desk.version_moves.split_off(quote.version_id, checker="B")
        assert desk.history(quote.id) == []
        assert desk.check().findings == []


def test_a_mark_that_was_made_of_one_carried_over_stands_in_its_place(copies: tuple[Path, Path]) -> None:
    a, b = copies
    act(a, lambda desk, _: mark_first(desk, VERIFIED, "A"))
    shutil.copy(a, b)
    act(a, lambda desk, _: mark_first(desk, DISPUTED, "A"))
    with Desk.open(b, clock=Ticking(LATER)) as desk:
        desk.add(prepared(SECOND), article=desk.articles()[0].id, checker="B")
        assert newest(desk)["Nobody asked us,"].status == Status.VERIFIED
    assert merged(a, b) == merged(b, a)
    with Desk.open(b) as desk:
        desk.merge(a)
        assert newest(desk)["Nobody asked us,"].status == Status.DISPUTED
        assert desk.disagreements() == []


def test_a_mark_on_an_older_version_made_in_full_knowledge_of_the_newer_one_stays_there(
    copies: tuple[Path, Path],
) -> None:
    a, b = copies
    with Desk.open(b, clock=Ticking(LATER)) as desk:
        desk.add(prepared(SECOND), article=desk.articles()[0].id, checker="B")
    with Desk.open(a, clock=Ticking(LATER)) as desk:
        desk.new_story("Something else", checker="A")  # so that not all was done one after the other
        desk.merge(b)
        old = desk.versions(desk.articles()[0].id)[1]
        desk.mark([desk.quotes(old.id)[1].id], VERIFIED, checker="A")
    with Desk.open(b) as desk:
        desk.merge(a)
        assert desk.article_list.counts() == Counts(unverified=4)
        assert desk.check().sound


def test_whoever_added_an_article_beside_one_at_the_same_address_keeps_two(tmp_path: Path) -> None:
    at_one_address = [prepared(TEXT.replace("nine", word), url="https://quay.example/1") for word in ("six", "ten")]
    for name, text in zip("ab", at_one_address, strict=True):
        with Desk.create(tmp_path / f"{name}.desk", clock=Ticking()) as desk:
            if name == "b":
                desk.merge(tmp_path / "a.desk")
            desk.add(text, checker=name)
    with Desk.create(tmp_path / "c.desk", clock=Ticking()):
        pass
    for order in ("ab", "ba", "cab", "acb"):
        shutil.copy(tmp_path / f"{order[0]}.desk", tmp_path / "all.desk")
        with Desk.open(tmp_path / "all.desk") as desk:
            for other in order[1:]:
                desk.merge(tmp_path / f"{other}.desk")
            assert len(desk.articles()) == 2
        (tmp_path / "all.desk").unlink()


def test_a_mark_after_a_merge_is_newer_than_all_that_a_copy_did(copies: tuple[Path, Path]) -> None:
    a, b = copies
    act(a, lambda desk, quotes: desk.mark([quotes[0].id], VERIFIED, checker="A"))
    for status in (DISPUTED, VERIFIED, DISPUTED, VERIFIED):
        act(b, lambda desk, quotes, to=status: desk.mark([quotes[1].id], to, checker="B"))  # type: ignore[misc]
    with Desk.open(a) as desk:
        desk.merge(b)
        quote = desk.quotes(desk.articles()[0].newest)[1]
        desk.mark([quote.id], DISPUTED, checker="A")
        assert (desk.history(quote.id)[0].checker, desk.quote(quote.id).status) == ("A", Status.DISPUTED)
        assert desk.check().findings == []


def steps_of_a_page(folder: Path, articles: int) -> int:
    """Return how much SQLite does to merge one more small desk into one of so many articles."""
    told = "“We go on with number {0},” said Ann Lee. “And with {0} after that,” she added.\n"
    with Desk.create(folder / f"{articles}.desk") as ours, ours.writing_together():
        for number in range(articles):
            ours.add(prepared(told.format(number), title=str(number), url=f"https://example.org/{number}"))
    steps: list[None] = []
    with Desk.open(folder / f"{articles}.desk") as ours:
        for page in ("a", "b"):  # after the first one it is known what lies on the desk
            with Desk.create(folder / f"{articles}{page}.desk") as other:
                other.add(prepared(told.format(page), title=page, url=f"https://example.org/{page}"))
            steps.clear()
            ours._db._db.set_progress_handler(lambda: steps.append(None), 100)
            ours.merge(folder / f"{articles}{page}.desk")
            ours._db._db.set_progress_handler(None, 0)
    return len(steps)


def test_a_page_costs_what_is_in_it_however_much_is_on_the_desk(tmp_path: Path) -> None:
    assert steps_of_a_page(tmp_path, 150) < 1.2 * steps_of_a_page(tmp_path, 15)
