"""The quotations of whole short news passages get the right speakers, in four languages.

Each file in passages/ holds passages between lines of "===": a text as an outlet prints it, a line of "---", then one
speaker a quotation in their order, as the program is to resolve them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.text.quotes import find_quotes

_FILES = sorted((Path(__file__).parent / "passages").glob("*.txt"))
_PASSAGES = [
    pytest.param(passage, id=f"{path.stem}-{n}")
    for path in _FILES
    for n, passage in enumerate(path.read_text(encoding="utf-8").split("\n===\n"), start=1)
]


@pytest.mark.parametrize("passage", _PASSAGES)
def test_every_quotation_of_a_passage_has_its_speaker(passage: str) -> None:
    text, _, speakers = passage.strip().partition("\n---\n")
    found = [quote.attribution.name or "(nobody)" for quote in find_quotes(text)]
    assert found == speakers.splitlines()
