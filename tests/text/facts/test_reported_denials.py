"""Reported denials: the words around a quotation that say it was never said."""

from __future__ import annotations

import pytest

from desktop.text.facts.reported_denials import is_denied


@pytest.mark.parametrize(
    ("before", "quote", "after"),
    [
        ("It rained. Eva Lind denied it was “", "a gift for the town", "”."),
        ("It rained. Eva Lind said she had never said: “", "a gift for the town", "”"),
        ("It rained. “", "a gift for the town", "” Eva Lind never said."),
        ("Es regnete. Eva Lind bestritt, dass es „", "ein Geschenk für die Stadt und das Land", "“ sei."),
        ("Il pleuvait. Eva Lind nie avoir dit : « ", "un cadeau pour la ville et les gens du pays", " »."),
        ("Llovía. Eva Lind negó que fuera «", "un regalo para la ciudad y los que viven en ella", "»."),
    ],
)
def test_a_report_that_denies_the_words_is_known(before: str, quote: str, after: str) -> None:
    assert is_denied(before, quote, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("He denied it. Eva Lind said it was “", "”."),
        ("It rained. “", "” Eva Lind said. She never came back."),
        ("It rained. “", "” said Eva Lind, who has lived in the town for years and not married."),
    ],
)
def test_a_denial_elsewhere_denies_nothing(before: str, after: str) -> None:
    assert not is_denied(before, "a gift for the town,", after)
