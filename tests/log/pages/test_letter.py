"""Correction letters say both wordings exactly, and their tracked changes are ones that Word and LibreOffice know."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import html5lib
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from desktop.cli.main import main
from desktop.desk.open_desk import Desk
from desktop.desk.stories.log_source import write_letter
from desktop.domain import MarkChange, Reason, Status
from desktop.log.pages.letter import GONE, NEW, NO_WORDING, letter, runs
from desktop.log.writing import LogError
from tests.store.desks import Ticking, prepared

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain import Quote

SOURCE = "Nobody on the quay asked us"
EVIDENCE = f"https://example.org/tape · primary · 0:12:30 · contact: 555-0100 · “{SOURCE}”"
NASTY = "Quay & <b>Sons</b> \x01\u202e"


def desk_with_dispute(folder: Path, evidence: str = EVIDENCE, checker: str = "Kim <k>") -> tuple[Desk, Quote]:
    desk = Desk.create(folder / "a.desk", clock=Ticking())
    desk.add(prepared(title=NASTY, outlet="The Tide", url="https://example.org/a?b=1&c=2", published="3 May"))
    quote = next(quote for quote in desk.story_quotes(desk.stories()[0].id) if "asked us" in quote.text)
    change = MarkChange(Status.DISPUTED, reason=str(Reason.TRUNCATED), note="See page.\nprivate: no", evidence=evidence)
    [marked] = desk.mark([quote.id], change, checker=checker)
    return desk, marked


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_runs_join_to_both_wordings(printed: str, said: str) -> None:
    found = runs(printed, said)
    assert "".join(run.text for run in found if run.kind != NEW) == printed
    assert "".join(run.text for run in found if run.kind != GONE) == said


def test_the_text_says_both_wordings_what_differs_and_nothing_private(tmp_path: Path) -> None:
    desk, quote = desk_with_dispute(tmp_path)
    write_letter(desk, quote, tmp_path / "letter.txt")
    words = (tmp_path / "letter.txt").read_text(encoding="utf-8")
    assert f"“{quote.text}”" in words
    assert f"“{SOURCE}”" in words
    assert "To: The Tide" in words
    assert "“on the quay” was left out" in words
    assert "See page." in words
    assert "private" not in words
    assert "555-0100" not in words
    assert str(Reason.TRUNCATED) in words
    desk.close()


def test_the_page_holds_both_wordings_and_no_markup_of_others(tmp_path: Path) -> None:
    desk, quote = desk_with_dispute(tmp_path)
    write_letter(desk, quote, tmp_path / "letter.html")
    page = html5lib.parse((tmp_path / "letter.html").read_bytes(), namespaceHTMLElements=False)
    words = {found.get("class"): found.text for found in page.iter("bdi")}
    assert (words["printed"], words["source"]) == (quote.text, SOURCE)
    assert page.find(".//b") is None
    assert [link.get("href") for link in page.iter("a")] == [
        "https://example.org/tape",
        "https://example.org/a?b=1&c=2",
    ]
    desk.close()


def test_the_document_has_tracked_changes_with_author_and_time_in_utc(tmp_path: Path) -> None:
    desk, quote = desk_with_dispute(tmp_path)
    write_letter(desk, quote, tmp_path / "letter.docx")
    document = docx.Document(BytesIO((tmp_path / "letter.docx").read_bytes()))
    body = document.element.body
    changes = [*body.iter(qn("w:ins"), qn("w:del"))]
    assert {change.get(qn("w:author")) for change in changes} == {"Kim <k>"}
    assert all(re.fullmatch(r"2026-09-01T12:00:\d\dZ", change.get(qn("w:date"))) for change in changes)
    assert len({change.get(qn("w:id")) for change in changes}) == len(changes)
    [tracked] = {change.getparent() for change in changes}
    same = tracked.findall(qn("w:r"))
    assert {words.tag for change in body.iter(qn("w:del")) for words in change.iter(qn("w:t"))} == set()
    accepted = "".join(words.text for run in tracked.iter(qn("w:r")) for words in run.iter(qn("w:t")))
    rejected = "".join(
        words.text
        for run in tracked.iter(qn("w:r"))
        if run.getparent().tag != qn("w:ins")
        for words in run.iter(qn("w:t"), qn("w:delText"))
    )
    assert same
    assert accepted == SOURCE
    assert rejected == quote.text
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert f"“{SOURCE}”" in text
    assert "555-0100" not in text
    desk.close()


def test_the_words_of_the_source_are_never_guessed(tmp_path: Path) -> None:
    desk, quote = desk_with_dispute(tmp_path, evidence="the tape")
    out = tmp_path / "letter.docx"
    out.write_bytes(b"as it was")
    with pytest.raises(LogError, match=re.escape(NO_WORDING[:40])):
        write_letter(desk, quote, out)
    assert out.read_bytes() == b"as it was"
    [open_quote] = desk.mark([quote.id], MarkChange(Status.UNVERIFIED), checker="Kim")
    with pytest.raises(LogError, match="disputed quote"):
        write_letter(desk, open_quote, out)
    desk.close()


@pytest.mark.parametrize("form", ["docx", "html", "txt"])
def test_the_verb_writes_it(tmp_path: Path, form: str) -> None:
    desk, quote = desk_with_dispute(tmp_path)
    desk.close()
    out = tmp_path / f"letter.{form}"
    assert main(["letter", str(tmp_path / "a.desk"), str(quote.id), str(out)]) == 0
    assert out.stat().st_size > 300
    assert main(["letter", str(tmp_path / "a.desk"), str(quote.id), str(tmp_path / "letter.odt")]) == 1
    assert not (tmp_path / "letter.odt").exists()


def test_a_folder_that_takes_nothing_and_a_read_only_place_are_said(tmp_path: Path) -> None:
    desk, quote = desk_with_dispute(tmp_path)
    for out in (tmp_path / "none" / "letter.txt", tmp_path):
        with pytest.raises(LogError):
            write_letter(desk, quote, out, "txt")
    desk.close()


def test_a_letter_needs_no_outlet_headline_or_checker(tmp_path: Path) -> None:
    from tests.log.examples import example

    source = example()
    disputed = next(quote for quotes in source.quotes.values() for quote in quotes if quote.status is Status.DISPUTED)
    given_words = replace(disputed, evidence="tape · “other words”", checker="")
    quotes = {
        version: [given_words if quote.id == disputed.id else quote for quote in found]
        for version, found in source.quotes.items()
    }
    document = letter(replace(source, quotes=quotes), disputed.uid)
    assert document.source_wording == "other words"
