"""Alerts of speakers and verbs of saying, in four languages."""

from __future__ import annotations

import pytest

from desktop.text.changes import AlertKind
from desktop.text.diff import compare
from tests.text.alert_examples import FRENCH, GERMAN, SPANISH, assert_raised

K = AlertKind


@pytest.mark.parametrize(
    ("a", "b", "kind", "reading"),
    [
        ("He said he knew it.", "He admitted he knew it.", K.SPEAKER, ("said", "admitted")),
        ("A spokesman said so.", "An official said so.", K.SPEAKER, ("spokesman", "official")),
        ("US officials said so.", "North Korea said so.", K.SPEAKER, ("US officials", "North Korea")),
        ("“I did it,” he said.", "“I did it,” she said.", K.SPEAKER, ("he", "she")),
    ],
)
def test_a_speaker_that_differs_is_found_with_both_readings(
    a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(a, b, kind, reading)


@pytest.mark.parametrize(
    ("frame", "a", "b", "kind", "reading"),
    [
        (GERMAN, "Er sagte, es sei gut.", "Er behauptete, es sei gut.", K.SPEAKER, ("sagte", "behauptete")),
        (FRENCH, "Il dit le contraire.", "Il admet le contraire.", K.SPEAKER, ("dit", "admet")),
        (SPANISH, "Dijo que era verdad.", "Admitió que era verdad.", K.SPEAKER, ("Dijo", "Admitió")),
    ],
)
def test_a_speaker_that_differs_is_found_in_other_languages(
    frame: str, a: str, b: str, kind: AlertKind, reading: tuple[str, str]
) -> None:
    assert_raised(frame.format(a), frame.format(b), kind, reading)


def test_who_speaks_and_how_is_one_alert() -> None:
    (alert,) = compare("The White House said he left.", "A US official confirmed he left.").alerts
    assert (alert.kind, alert.a_text, alert.b_text) == (K.SPEAKER, "White House said", "US official confirmed")
