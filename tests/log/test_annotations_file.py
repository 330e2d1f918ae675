"""The annotations hold every quote with its place and its status."""

from __future__ import annotations

import json

import pytest

from desktop.domain import Status
from desktop.log import annotations_file
from desktop.log.columns import ColumnSet
from desktop.log.rows import quote_rows
from tests.log.examples import example, mark, quote, source


def test_every_quote_has_exact_prefix_suffix_and_its_place_in_code_points() -> None:
    document = json.loads(annotations_file.compose(example(), ColumnSet.EDITOR)[0])
    assert "code points" in document["label"]
    for row, annotation in zip(quote_rows(example()), document["items"], strict=True):
        words, place = annotation["target"]["selector"]
        assert (words["exact"], words["prefix"], words["suffix"]) == (
            row.quote.text,
            row.quote.prefix,
            row.quote.suffix,
        )
        assert (place["start"], place["end"]) == (row.quote.span.start, row.quote.span.end)
        assert annotation["body"][0]["value"] == row.quote.status.value
        assert annotation["target"]["state"]["value"] == f"sha256:{row.version.text_sha256}"


@pytest.mark.parametrize("text", ["\ud800", "\u202e\x00\r\n", '"}]', "𝒜"])
def test_any_text_comes_back_equal(text: str) -> None:
    marks = (mark(1, 1, Status.DISPUTED, note=text),)
    document = json.loads(annotations_file.compose(source((quote(1, text, *marks), marks)), ColumnSet.EDITOR)[0])
    assert document["items"][0]["target"]["selector"][0]["exact"] == text
    assert {"type": "TextualBody", "purpose": "commenting", "value": text, "format": "text/plain"} in document["items"][
        0
    ]["body"]
