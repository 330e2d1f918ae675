"""Lists of captures are shown a line a capture, and say that they are no pages."""

from __future__ import annotations

import pytest

from desktop.intake.document import Sample
from desktop.intake.errors import Empty
from desktop.intake.formats.capture_list import FORMAT, read

CDX = (
    " CDX N b a m s k r M S V g\n"
    "example,paper)/story 20220101000000 https://paper.example/story text/html 200 ABC - - 10 0 a.warc.gz\n"
)


def test_each_capture_is_a_line() -> None:
    assert FORMAT.recognise(Sample(CDX.encode(), "list"))
    [document] = read(CDX.encode(), "list.cdx")
    assert document.text.endswith("https://paper.example/story  200  text/html  ABC")
    assert document.text.count("\n") == 0
    assert any("list of captures" in str(notice) for notice in document.notices)


def test_a_list_of_nothing_is_refused_by_name() -> None:
    with pytest.raises(Empty, match=r"^list\.cdx lists no captures\."):
        read(CDX.splitlines()[0].encode(), "list.cdx")
