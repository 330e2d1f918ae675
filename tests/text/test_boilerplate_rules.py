"""Rules of boilerplate cut the lines of their outlet and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import CUT_BY_RULE, BoilerplateRule, Cut, Span
from desktop.text.boilerplate_rules import RuleBook, rules_of, uncovered

TEXT = "The quay\n\nA crane fell on Monday.\n\nJoin our club (12)\n\nNobody was hurt.\n"
CLUB = Span(TEXT.index("Join"), TEXT.index("(12)") + 4)
HIDE = BoilerplateRule("The Tide", "Join our club (3)")


def test_a_line_comes_again_whatever_its_case_count_and_article_of_the_outlet() -> None:
    book = RuleBook.of([HIDE])
    assert book.cuts(TEXT, "tide", ()) == (Cut(CLUB, CUT_BY_RULE),)
    assert book.cuts(TEXT, "Another", ()) == ()
    assert book.cuts(TEXT, "", ()) == ()


def test_a_line_that_stays_takes_its_cuts_away_and_no_others() -> None:
    book = RuleBook.of([BoilerplateRule("Tide", "join our club", hides=False)])
    other = Cut(Span(0, 8), "byline")
    assert book.cuts(TEXT, "Tide", (other, Cut(CLUB, "call to subscribe"))) == (other,)


def test_what_is_cut_already_is_not_cut_twice_and_a_headline_never() -> None:
    book = RuleBook.of([HIDE, BoilerplateRule("Tide", "The quay")])
    note = Cut(Span(CLUB.end - 4, CLUB.end), "note number")
    cuts = book.cuts(TEXT, "Tide", (note,), heads=(Cut(Span(0, 8), "headline"),))
    assert cuts == (Cut(Span(CLUB.start, CLUB.end - 4), CUT_BY_RULE), note)


def test_rules_that_would_leave_nothing_cut_nothing() -> None:
    text = "Join our club\n"
    assert RuleBook.of([HIDE]).cuts(text, "Tide", ()) == ()


def test_only_whole_lines_make_rules_and_only_where_the_outlet_is_known() -> None:
    assert rules_of(TEXT, CLUB, "Tide", hides=True) == [BoilerplateRule("Tide", "Join our club (12)")]
    assert rules_of(TEXT, Span(CLUB.start, CLUB.end - 5), "Tide", hides=True) == []
    assert rules_of(TEXT, CLUB, " ", hides=True) == []
    assert rules_of("12\n\n" + "word " * 100, Span(0, 504), "Tide", hides=True) == []


_SPANS = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(0, 20))


@given(_SPANS, st.lists(_SPANS, max_size=5))
def test_what_is_uncovered_is_every_place_of_the_span_that_no_other_has(span: Span, others: list[Span]) -> None:
    left = [place for part in uncovered(span, others) for place in range(part.start, part.end)]
    taken = {place for other in others for place in range(other.start, other.end)}
    assert left == [place for place in range(span.start, span.end) if place not in taken]
