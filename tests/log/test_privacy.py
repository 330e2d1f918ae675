"""Private lines of notes and contacts are in a log only where that is asked for, and the head says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import export_log
from desktop.domain import MarkChange, Status
from desktop.log import json_file
from desktop.log.evidence import check
from desktop.log.writing import COLUMNS_OF
from tests.store.desks import prepared

if TYPE_CHECKING:
    from pathlib import Path

NOTE = "Heard on the tape.\nprivate: she answers after nine only"
EVIDENCE = "tape of the meeting · primary · 0:12:30 · contact: 555-0100 · “nobody asked”"


NOT_READ = {"pdf", "xlsx", "docx", "claimreview"}  # packed, or without private words whatever is asked for


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.create(tmp_path / "a.desk")
    desk.add(prepared())
    quote = desk.story_quotes(desk.stories()[0].id)[0]
    desk.mark([quote.id], MarkChange(Status.VERIFIED, note=NOTE, evidence=EVIDENCE), checker="Kim")
    return desk


@pytest.mark.parametrize(
    ("form", "columns"), [(form, c) for form, sets in COLUMNS_OF.items() for c in sets if form not in NOT_READ]
)
def test_no_format_has_private_words_unless_it_is_asked_to(desk: Desk, tmp_path: Path, form: str, columns: str) -> None:
    out = tmp_path / f"log.{form}"
    export_log(desk, out, form, columns=columns)
    assert b"after nine" not in out.read_bytes()
    assert b"555-0100" not in out.read_bytes()
    export_log(desk, out, form, columns=columns, private=True)
    whole = out.read_bytes().decode("utf-8", "replace")  # a bundle has other bytes, too
    if "Heard on the tape" in whole:
        assert "after nine" in whole
    if "tape of the meeting" in whole:
        assert "555-0100" in whole
    desk.close()


def test_a_log_without_private_words_fits_the_desk_and_one_with_other_words_does_not(
    desk: Desk, tmp_path: Path
) -> None:
    out = tmp_path / "log.json"
    export_log(desk, out, "json")
    log = json_file.read(out.read_bytes())
    assert not log.private
    quotes = desk.story_quotes(desk.stories()[0].id)
    texts = {quote.uid: quote.text for quote in quotes}
    marks = desk.history(quotes[0].id)
    assert list(check.findings(log)) == list(check.differences(log, marks, texts)) == []
    changed = json_file.read(out.read_bytes().replace(b"Heard on", b"Read off"))
    assert len(list(check.differences(changed, marks, texts))) == 1
    desk.close()
