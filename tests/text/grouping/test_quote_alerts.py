"""Quote alerts: what a quote shows by itself, and what it shows beside the other quotes of its statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain import QuoteKind
from desktop.text.grouping.quote_alerts import QuoteAlertKind, quote_alerts
from desktop.text.statements import group
from tests.text.grouping.occurrences import matrix_story, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.text.grouping.statement_types import Occurrence


def kinds_of(quotes: Sequence[Occurrence], key: Any) -> set[QuoteAlertKind]:
    return {alert.kind for alert in quote_alerts(group(quotes)) if alert.key == key}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no boat left the harbour.” before noon that day", QuoteAlertKind.BOUNDARY),
        ("we were late…and we knew it", QuoteAlertKind.JOINED),
        ("he told his [the mayor’s] wife", QuoteAlertKind.INSERTED),
    ],
)
def test_what_a_quote_shows_by_itself(text: str, kind: QuoteAlertKind) -> None:
    quote = said(text)
    assert kind in kinds_of([quote], quote.key)


def test_a_garbled_attribution_is_told() -> None:
    quote = said("thousands of tons", after="” of coal, Ancona said on Monday. the harbour office, which refused.")
    assert QuoteAlertKind.GARBLED in kinds_of([quote], quote.key)


def test_a_plain_quote_has_no_alert() -> None:
    quote = said("The ferries are late.", after="” Ines Moreau said on Monday. She left.")
    assert kinds_of([quote], quote.key) == set()


def test_a_missing_end_without_ellipsis_is_told_at_the_shorter_quote() -> None:
    full = said(
        "We know how much the docks suffer and how many men are leaving us for the southern ports", source="one"
    )
    cut = said("how much the docks suffer and how many men are leaving", source="two", kind=QuoteKind.MIXED)
    marked = said("We know how much the docks suffer and how many men are leaving…", source="three")
    assert QuoteAlertKind.TRUNCATED in kinds_of([full, cut, marked], cut.key)
    assert QuoteAlertKind.TRUNCATED not in kinds_of([full, cut, marked], marked.key)
    assert QuoteAlertKind.TRUNCATED not in kinds_of([full, cut, marked], full.key)


def test_named_here_and_unnamed_there_is_told_at_both() -> None:
    a = said("The port is in the course of hiring two hundred divers for the repair,", source="one")
    b = said(
        "The port is in the course of hiring two hundred divers for a repair,", source="two", speaker="an official"
    )
    assert QuoteAlertKind.HIDDEN in kinds_of([a, b], a.key)
    assert QuoteAlertKind.HIDDEN in kinds_of([a, b], b.key)


def test_the_first_half_of_a_divided_sentence_is_not_called_cut() -> None:
    whole = said(
        "no sign that the divers have left the port and no sign at all that the cranes are working", source="one"
    )
    first = said("no sign that the divers have left the port", source="two", kind=QuoteKind.MIXED)
    second = said("no sign at all that the cranes work", source="two", at=90, kind=QuoteKind.MIXED)
    assert QuoteAlertKind.TRUNCATED not in kinds_of([whole, first, second], first.key)


def test_alerts_call_versions_by_their_names() -> None:
    found = quote_alerts(group(matrix_story()), {source: f"Courier {source}" for source in ("one", "two", "six")})
    assert any("in Courier " in alert.why for alert in found)


def test_an_altered_fact_names_both_readings_and_the_version() -> None:
    quotes = matrix_story()
    whys = [a.why for a in quote_alerts(group(quotes)) if a.kind is QuoteAlertKind.ALTERED and a.key == quotes[2].key]
    assert any(why.startswith("“from” here, “to” in ") for why in whys)
