"""Indirect speech is found where somebody is said to have said it, and nowhere else."""

from __future__ import annotations

import pytest

from desktop.domain import QuoteKind
from desktop.text.quotes import find_quotes


def reports(text: str, code: str) -> list[tuple[str, str]]:
    found = find_quotes(text, language=code, indirect=True)
    return [(quote.attribution.name, quote.span.of(text)) for quote in found if quote.kind is QuoteKind.INDIRECT]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Ann Lee said that the bridge was late.", "en", [("Ann Lee", "that the bridge was late")]),
        ("Ann Lee said the bridge was late.", "en", [("Ann Lee", "the bridge was late")]),
        ("The bridge was late, Ann Lee said.", "en", [("Ann Lee", "The bridge was late")]),
        ("Ann Lee told the crowd that the bridge was late.", "en", [("Ann Lee", "that the bridge was late")]),
        ("According to Ann Lee, the bridge was late.", "en", [("Ann Lee", "the bridge was late")]),
        ("Ann Lee said hello with a smile.", "en", []),
        ("The bridge was late.", "en", []),
        ("Ana Gómez dijo que el puente llegaba tarde.", "es", [("Ana Gómez", "que el puente llegaba tarde")]),
        ("Anne Petit a dit que le pont était en retard.", "fr", [("Anne Petit", "que le pont était en retard")]),
        ("Die Brücke komme zu spät, sagte Anna Berg.", "de", [("Anna Berg", "Die Brücke komme zu spät")]),
        ("Anna Berg hat gesagt, dass die Brücke spät kommt.", "de", [("Anna Berg", "dass die Brücke spät kommt")]),
        ("Anna Berg sagte, dass die Brücke zu spät komme.", "de", [("Anna Berg", "dass die Brücke zu spät komme")]),
    ],
)
def test_what_is_reported_without_quotation_marks(text: str, code: str, expected: list[tuple[str, str]]) -> None:
    assert reports(text, code) == expected
