"""Alerts of two readings, and texts that tell their language, into which a sentence is put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.text.diff import compare

if TYPE_CHECKING:
    from desktop.text.changes import AlertKind

GERMAN = "Die Polizei und die Feuerwehr waren mit dem Bürgermeister auf dem Platz. {} Das ist nicht alles, was er weiß."
FRENCH = "La police et les pompiers étaient dans la ville avec le maire. {} Ce n'est pas tout ce que l'on sait."
SPANISH = "La policía y los bomberos estaban en la ciudad con el alcalde. {} No es todo lo que se sabe de esto."


def alerts(a: str, b: str) -> list[tuple[AlertKind, str, str]]:
    return [(alert.kind, alert.a_text, alert.b_text) for alert in compare(a, b).alerts]


def assert_raised(a: str, b: str, kind: AlertKind, reading: tuple[str, str]) -> None:
    """Assert that an alert with both readings is raised, and the other way round with the texts exchanged."""
    assert (kind, *reading) in alerts(a, b)
    assert (kind, *reversed(reading)) in alerts(b, a)
