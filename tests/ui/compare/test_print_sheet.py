"""The printed comparison, as HTML and PDF."""

from __future__ import annotations

import resource
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.domain import Span, VerbatimError
from desktop.text.changes import Change, ChangeKind, Kind, Row
from desktop.text.diff import compare
from desktop.text.ignore_rules.rules import Rules
from desktop.text.progress import Cancelled
from desktop.ui.compare.layout.change_steps import Filter
from desktop.ui.compare.print_sheet import Sheet, html, sheet_of, write
from tests.ui.compare.texts import comparison, version

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.session.session import Session


def sheet(a: str, b: str, rules: Rules, *, filtered: Filter = Filter.ALL, title: str = "") -> Sheet:
    compared = compare(a, b, rules=rules)
    return Sheet("harbour", "2026-01-02 10:00", version(a, 1, title=title), version(b, 2), compared, rules, filtered)


def test_every_word_that_is_not_ours_is_escaped() -> None:
    a, b = "One <b>two</b> & three", "One <img src=x> & three"
    change = Change(ChangeKind.REPLACED, Span(4, 14), Span(4, 15))
    compared = comparison((change,), (Row(Span(0, len(a)), Span(0, len(b))),))
    page = html(replace(sheet(a, b, Rules(), title="<script>"), comparison=compared, desk="<desk>"))
    assert '<del class="gone">&lt;b&gt;two&lt;/b&gt;</del>' in page
    assert '<ins class="new">&lt;img src=x&gt;</ins>' in page
    assert not [word for word in ("<img", "<script>", "<desk>") if word in page]


def test_what_is_ignored_is_dimmed_and_said() -> None:
    rules = Rules(case=True, patterns=("x+",))
    page = html(sheet("The Mayor left town.", "The mayor left Rome.", rules))
    assert '<del class="gone dim">Mayor</del>' in page
    assert '<ins class="new dim">mayor</ins>' in page
    assert '<del class="gone">town</del>' in page
    assert "upper and lower case" in page
    assert "the pattern x+" in page
    assert "1 change ignored so" in page


def test_a_filter_of_the_window_is_said_and_leaves_nothing_out() -> None:
    page = html(sheet("Five ships left.", "Six ships went.", Rules(), filtered=Filter.ALERTS))
    assert "The window listed only changes with an alert; here every change is marked." in page
    assert page.count('<ins class="new">') == 3  # one in the legend


def test_alerts_stand_below_with_their_reasons() -> None:
    page = html(sheet("Five ships left the port.", "Six ships left the port.", Rules()))
    assert "<h2>Alerts</h2>" in page
    assert "Number: “Five” → “Six”" in page


def test_accounts_are_printed_with_nothing_folded_away(session: Session) -> None:
    session.pair.set_kind(Kind.ACCOUNTS)
    page = sheet_of(session, Filter.ALL)
    assert page is not None
    words = "\n".join("".join(run.text for run in paragraph) for paragraph in page.paragraphs())
    folded = [row for row in page.comparison.rows if row.folded]
    assert folded
    for row in folded:
        text = row.a.of(page.a.text) if row.a is not None else row.b.of(page.b.text) if row.b is not None else ""
        assert text.strip() in words
    assert "counter-offensives" in words
    assert "counteroffensives" in words
    assert "story" in page.title


@pytest.mark.usefixtures("qapp")  # without one, Qt ends the process where it needs a font
@pytest.mark.parametrize("text", ["x" * 30_000, "word " * 6_000, "\U0001f600 \u05d0\u05d1 " * 3_000, "\ud800 lone"])
def test_any_text_gets_on_pages(tmp_path: Path, text: str) -> None:
    page = sheet(f"One {text}", f"Two {text}", Rules())
    for ending in ("pdf", "html"):
        write(page, tmp_path / f"odd.{ending}", cancelled=lambda: False)
        assert (tmp_path / f"odd.{ending}").stat().st_size > 1_000


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, session: Session, ending: str) -> None:
    page = sheet_of(session, Filter.ALL)
    assert page is not None
    out = tmp_path / f"comparison.{ending}"
    write(page, out, cancelled=lambda: False)
    assert out.read_bytes().startswith(b"%PDF" if ending == "pdf" else b"<!DOCTYPE html>")
    assert list(tmp_path.glob(".*part")) == []
    with pytest.raises(VerbatimError, match="could not be written"):
        write(page, tmp_path / "nowhere" / out.name, cancelled=lambda: False)


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_where_the_disk_takes_no_more_the_former_file_stays_and_it_is_said(
    tmp_path: Path, session: Session, ending: str
) -> None:
    page = sheet_of(session, Filter.ALL)
    assert page is not None
    out = tmp_path / f"comparison.{ending}"
    out.write_text("former")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, hard))  # the file may not grow beyond: like a full disk
    try:
        with pytest.raises(VerbatimError, match="could not be written"):
            write(page, out, cancelled=lambda: False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert out.read_text() == "former"
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.parametrize("ending", ["html", "pdf"])
def test_a_write_protected_file_is_not_written_over(tmp_path: Path, session: Session, ending: str) -> None:
    page = sheet_of(session, Filter.ALL)
    assert page is not None
    out = tmp_path / f"comparison.{ending}"
    out.write_text("signed")
    out.chmod(0o444)
    with pytest.raises(VerbatimError, match="write-protected"):
        write(page, out, cancelled=lambda: False)
    assert out.read_text() == "signed"


def test_a_cancelled_pdf_leaves_the_former_file(tmp_path: Path, session: Session) -> None:
    page = sheet_of(session, Filter.ALL)
    assert page is not None
    out = tmp_path / "comparison.pdf"
    out.write_text("former")
    with pytest.raises(Cancelled):
        write(page, out, cancelled=lambda: True)
    assert out.read_text() == "former"
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".c")] == []
