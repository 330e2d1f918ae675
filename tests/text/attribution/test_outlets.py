"""The outlet through which a statement came is named where the text prints it, and nobody is taken for one."""

from __future__ import annotations

import pytest

from desktop.text.attribution.outlets import is_outlet
from tests.text.attribution.articles import attributions


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Reuters", True), ("the Salem Herald", True), ("Le Monde", True), ("Der Spiegel", True),
        ("the Salem Herald’s", True), ("Rita Gomez", False), ("the committee", False),
    ],
)  # fmt: skip
def test_names_of_outlets_are_known_in_every_language(name: str, known: bool) -> None:
    assert is_outlet(name) is known


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("“We will build it,” Rita Gomez told Reuters.", "Reuters"),
        ("“We will build it,” Rita Gomez told the Salem Herald on Monday.", "Salem Herald"),
        ("“We will build it,” Rita Gomez told the committee.", ""),
        ("“We will build it,” Rita Gomez said.", ""),
    ],
)
def test_the_outlet_behind_the_words_that_attribute(sentence: str, outlet: str) -> None:
    [attribution] = attributions(sentence)
    assert attribution.name == "Rita Gomez"
    assert attribution.via == outlet
