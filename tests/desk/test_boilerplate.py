"""A passage is cut by hand; its line is a rule of the outlet, in the desk, undone, merged, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.prepare import prepare
from desktop.domain import BoilerplateRule, Cut, MarkChange, Span, Status
from desktop.store.errors import Refused
from desktop.text.boilerplate_rules import RuleBook
from tests.store.desks import LETTER, TEXT, Ticking, assert_sound, capture, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LINE = "Sign up for our letter “the tide”."
WORDS = Span(LETTER.start, LETTER.end - 1)  # without its line end


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.create(tmp_path / "one.desk", clock=Ticking()) as desk:
        yield desk
        assert_sound(desk)


def state(desk: Desk) -> tuple[list[Span], int, list[BoilerplateRule]]:
    [article] = desk.articles()
    return list(desk.version(article.newest).hidden), len(desk.quotes(article.newest)), desk.boilerplate.rules()


def test_a_passage_is_cut_with_a_rule_and_both_are_taken_back(desk: Desk) -> None:
    added = desk.add(prepared(outlet="The Tide"))
    before = state(desk)
    passage = desk.boilerplate.decide_line(added.version_id, LETTER, hides=True, checker="Kim")
    assert state(desk) == ([LETTER], 3, [BoilerplateRule("The Tide", LINE)])
    assert desk.version(added.version_id).cuts == (Cut(LETTER, "cut as boilerplate"),)
    desk.boilerplate.take_back_line(added.version_id, passage, hides=True, checker="Kim")
    assert state(desk) == before
    desk.boilerplate.decide_line(added.version_id, LETTER, hides=True)
    assert state(desk)[0] == [LETTER]


def test_a_rule_cuts_the_line_of_the_next_text_of_its_outlet(desk: Desk) -> None:
    added = desk.add(prepared(outlet="Tide"))
    desk.boilerplate.decide_line(added.version_id, LETTER, hides=True)
    book = RuleBook.of(desk.boilerplate.rules())
    text = f"Another day\n\nNobody came to the quay on Tuesday.\n\n{LINE}\n"
    later = desk.add(prepare(capture(text, outlet="The Tide"), book))
    assert [(cut.span.of(text), cut.why) for cut in desk.version(later.version_id).cuts] == [
        (LINE, "cut as boilerplate, by a rule")
    ]
    assert prepare(capture(text, outlet="The Quay"), book).capture.cuts == ()


def test_what_is_brought_back_stays_in_later_texts_and_the_newest_decision_wins(desk: Desk) -> None:
    added = desk.add(prepared(outlet="Tide", cuts=(Cut(LETTER, "call to subscribe"),)))
    shown = desk.boilerplate.decide_line(added.version_id, LETTER, hides=False)
    assert state(desk) == ([], 4, [BoilerplateRule("Tide", LINE, hides=False)])
    desk.boilerplate.decide_line(added.version_id, LETTER, hides=True)
    assert state(desk) == ([LETTER], 3, [BoilerplateRule("Tide", LINE)])
    desk.boilerplate.take_back_line(added.version_id, shown, hides=False)
    assert state(desk)[2] == []


def test_without_an_outlet_nothing_is_remembered_and_a_marked_quote_stays(desk: Desk) -> None:
    added = desk.add(prepared())
    last = desk.quotes(added.version_id)[-1]
    desk.mark([last.id], MarkChange(Status.VERIFIED, basis="recording"), checker="Kim")
    assert not desk.boilerplate.decide_line(added.version_id, LETTER, hides=True).is_remembered
    assert state(desk) == ([LETTER], 4, [])


def test_of_a_passage_that_is_cut_in_part_only_the_rest_is_cut(desk: Desk) -> None:
    inner = Span(LETTER.start + 8, LETTER.start + 11)
    added = desk.add(prepared(outlet="Tide", cuts=(Cut(inner, "note number"),)))
    passage = desk.boilerplate.decide_line(added.version_id, LETTER, hides=True)
    assert passage.spans == (Span(LETTER.start, inner.start), Span(inner.end, LETTER.end))
    desk.boilerplate.take_back_line(added.version_id, passage, hides=True)
    assert desk.version(added.version_id).hidden == (inner,)


def test_a_rule_is_deleted_and_comes_back(desk: Desk) -> None:
    rule = BoilerplateRule("Tide", "Join our club")
    desk.boilerplate.change_rules([rule], [])
    desk.boilerplate.change_rules([], [rule])
    assert desk.boilerplate.rules() == []
    desk.boilerplate.change_rules([rule], [])
    assert desk.boilerplate.rules() == [rule]


def test_in_a_locked_story_nothing_is_cut(desk: Desk) -> None:
    added = desk.add(prepared(outlet="Tide"))
    desk.lock_story(added.story_id, locked=True)
    before = state(desk)
    with pytest.raises(Refused):
        desk.boilerplate.decide_line(added.version_id, LETTER, hides=True)
    assert state(desk) == before


def test_two_desks_that_are_merged_have_the_cuts_and_rules_of_both(tmp_path: Path) -> None:
    cut = {"a": LETTER, "b": Span(LETTER.start - 3, LETTER.end), "c": Span(0, TEXT.index("\n"))}
    for name, span in cut.items():
        with Desk.create(tmp_path / f"{name}.desk", clock=Ticking()) as desk:
            added = desk.add(prepared(outlet="Tide"))
            desk.boilerplate.decide_line(added.version_id, span, hides=True)
    states = []
    for order in ("abc", "cba"):
        with Desk.create(tmp_path / f"{order}.desk") as desk:
            for name in order:
                desk.merge(tmp_path / f"{name}.desk")
            assert_sound(desk)
            states.append(state(desk))
    assert states[0] == states[1]
    hidden, _, rules = states[0]
    assert cut["c"] in hidden
    assert len(hidden) == 2  # of two that meet the first stands
    assert {rule.line for rule in rules} == {LINE, "Harbour to close in spring"}
