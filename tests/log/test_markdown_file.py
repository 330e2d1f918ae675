"""The Markdown says what is disputed and open, and takes no text for markup."""

from __future__ import annotations

import pytest

from desktop.domain import Status
from desktop.log import markdown_file
from desktop.log.columns import ColumnSet
from desktop.log.rows import one_line
from tests.log.examples import example, mark, quote, source
from tests.log.pages.test_html_file import PAYLOADS


def test_what_is_disputed_comes_first_then_what_is_open_and_nothing_verified() -> None:
    text = markdown_file.compose(example(), ColumnSet.EDITOR)[0].decode()
    assert text.index("## Disputed: 1") < text.index("misattributed") < text.index("## Open: 1") < text.index("unsafe")
    assert "close the bridge" not in text
    assert "c" * 64 in text


@pytest.mark.parametrize("payload", [*PAYLOADS, "*a* _b_ [c](javascript:x)", "# head", "| a | b |"])
def test_no_text_is_markup(payload: str) -> None:
    marks = (mark(1, 1, Status.DISPUTED, note=payload),)
    text = markdown_file.compose(source((quote(1, payload, *marks), marks)), ColumnSet.EDITOR)[0].decode()
    bare = text.replace("\\\\", "\0")
    for place, letter in enumerate(bare):
        if letter in "<>[]*_`|":
            assert bare[place - 1] == "\\"
    unescaped = "".join(bare.split("\\")).replace("\0", "\\")
    assert f"“{one_line(payload)}”" in unescaped
