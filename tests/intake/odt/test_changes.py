"""Tracked changes of an OpenDocument text: the text before and the text after, with author and date."""

from __future__ import annotations

import pytest

from desktop.intake.odt.reader import read
from tests.intake.odt.files import deleted_by, end, inserted_by, odt, p, point, region, start, tracked

IN, OUT = region("i", inserted_by()), region("d", deleted_by(p(" old")))


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (tracked(OUT, IN) + p(f"Kept{start('i')} new{end('i')}{point('d')}."), "Kept old.", "Kept new."),
        (
            tracked(IN, region("d", deleted_by(p(" both"), "Bob"), inserted_by()))
            + p(f"Kept{point('d')}{start('i')} new{end('i')}"),
            "Kept",
            "Kept new",
        ),
        (tracked(region("d", deleted_by(p("") + p("")))) + p(f"agree{point('d')}ment"), "agree\n\nment", "agreement"),
        (tracked(region("d", deleted_by(p(" end.") + p("Start")))) + p(f"A{point('d')} b"), "A end.\n\nStart b", "A b"),
        (tracked(region("d", deleted_by(p("gone")))) + p("A") + point("d") + p("B"), "A\n\ngone\n\nB", "A\n\nB"),
        (tracked(region("d", deleted_by(p("gone")), merges=False)) + p(f"{point('d')}B"), "gone\n\nB", "B"),
        (
            tracked(region("d", deleted_by(f"<text:list><text:list-item>{p('x')}</text:list-item></text:list>")))
            + p("A") + point("d") + p("B"),
            "A\n\nx\n\nB",
            "A\n\nB",
        ),
        (tracked(IN) + p(f"agree{start('i')}") + p(f"{end('i')}ment"), "agreement", "agree\n\nment"),
        (tracked(IN) + p(f"A{start('i')}") + p("b") + p(f"c{end('i')}") + p("D"), "A\n\nD", "A\n\nb\n\nc\n\nD"),
        (
            tracked(IN) + p(f"A{start('i')}") + "<table:table><table:table-row><table:table-cell>" + p("x")
            + "</table:table-cell></table:table-row></table:table>" + p(f"{end('i')}B"),
            "AB",
            "A\n\nx\n\nB",
        ),
        (tracked(IN) + p(f"{start('i')}new") + p(f"{end('i')}B"), "B", "new\n\nB"),
        (
            tracked(IN) + p(f"A{start('i')} x<text:span> y</text:span>{end('i')}<text:note/>"),
            "A[1]",
            "A x y[1]",
        ),
        (
            tracked(IN, region("d", deleted_by(p(f"o{start('i')}x{end('i')}ld"))))
            + p(f"A {point('d')}{start('i')}.{end('i')}"),
            "A old",
            "A .",
        ),
    ],
)  # fmt: skip
def test_both_sides(text: str, before: str, after: str) -> None:
    documents = read(odt(text), "letter.odt")
    assert (documents[0].text, documents[-1].text) == (before, after)


def test_deleted_text_at_the_head_of_the_file_is_no_paragraph() -> None:
    (found,) = read(odt(tracked(region("d", deleted_by(p("old")))) + p("Text")), "letter.odt")
    assert found.text == "Text"


def test_two_documents_say_which_they_are_and_who_changed_what() -> None:
    text = tracked(OUT, region("i", inserted_by("Bob"))) + p(f"Kept{point('d')}{start('i')} new{end('i')}")
    before, after = read(odt(text), "letter.odt")
    assert (before.part, before.follows) == ("before changes", False)
    assert (after.part, after.follows) == ("after changes", True)
    assert before.notices == after.notices == (
        "Tracked changes, read as two versions: 2 in all; 1 by Ann Lee, 2 January 2026; 1 by Bob, 2 January 2026.",
    )  # fmt: skip


def test_changes_of_form_alone_make_one_document() -> None:
    form = region("f", "<text:format-change><office:change-info/></text:format-change>")
    (found,) = read(odt(tracked(form) + p(f"Te{start('f')}x{end('f')}t")), "letter.odt")
    assert (found.text, found.part, found.notices) == ("Text", "", ())


def test_a_change_without_its_region_changes_nothing() -> None:
    (found,) = read(odt(p(f"Te{start('?')}x{end('?')}t{point('?')}")), "letter.odt")
    assert found.text == "Text"
