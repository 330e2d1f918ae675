"""Lines of evidence: what is written is read again, whatever was typed is kept, and private parts can be left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.text.evidence import (
    PRIMARY,
    SECONDARY,
    Evidence,
    added,
    is_public,
    public_evidence,
    public_note,
    read_evidence,
    read_line,
    stored_files,
    write_evidence,
)

HASH = "ab12" * 16
words = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Zs"), exclude_characters="·“”"), min_size=1
)
pieces = st.builds(
    Evidence,
    what=words.map(lambda text: f"paper {text}"),
    rank=st.sampled_from(["", PRIMARY, SECONDARY]),
    page=st.just("") | words,
    time=st.sampled_from(["", "12:30", "0:14:32", "1:02:03.5–1:02:09"]),
    contact=st.just("") | words,
    sha256=st.just(""),
    more=st.lists(words.map(lambda text: f"also {text}"), max_size=2).map(tuple),
    excerpt=st.just("") | words,
)


@given(st.lists(pieces, max_size=4))
def test_what_is_written_is_read_again(given_pieces: list[Evidence]) -> None:
    assert read_evidence(write_evidence(given_pieces)) == given_pieces


@given(st.text())
def test_any_text_can_be_read_and_no_word_of_it_is_lost(text: str) -> None:
    for line in text.splitlines():
        if line.strip():
            again = read_line(line).line()
            assert read_line(again).line() == again
            assert sorted(letters(again)) == sorted(letters(line))


def test_each_part_has_its_field() -> None:
    line = (
        f"https://example.org/talk · primary · p. 4 f. · 0:12:30 · contact: by phone · kept sha256 {HASH} · “so · far”"
    )
    piece = read_line(line)
    assert piece == Evidence(
        "https://example.org/talk", PRIMARY, "4 f.", "0:12:30", "by phone", HASH, kept=True, excerpt="so · far"
    )
    assert stored_files(f"minutes\n{line}") == [HASH]
    assert not piece.bare
    assert read_line("the tape · Ann Lee · version 1").more == ("Ann Lee", "version 1")


@pytest.mark.parametrize("line", ["just a name", "· ·", "“", "””", "“”", "p. ", "contact: ", "primary and more"])
def test_odd_lines_stay_as_they_were_typed(line: str) -> None:
    assert read_line(line).what == line.strip()


def test_a_line_is_added_once() -> None:
    assert added("", "one") == "one"
    assert added("one", "two") == "one\ntwo"
    assert added("one\ntwo", "one") == "one\ntwo"


@given(pieces)
def test_the_contact_stays_out_and_nothing_else(piece: Evidence) -> None:
    public = public_evidence(piece.line())
    assert read_line(public) == read_line(replace(piece, contact="").line())
    assert is_public("", piece.line()) == (not piece.contact)


def test_an_excerpt_about_contacts_is_no_contact() -> None:
    line = "letter · “write to · contact: the mayor”"
    assert public_evidence(line) == line


def test_private_lines_of_a_note_stay_out() -> None:
    assert public_note("Seen.\nPrivate: she is away until May\n  private: 555\nDone.") == "Seen.\nDone."
    assert public_note("They spoke in private: nobody heard.") == "They spoke in private: nobody heard."
    assert not is_public("private: x", "")


def letters(line: str) -> str:
    """Drop what stands between parts, and blanks."""
    return "".join(line.replace("·", "").replace("•", "").split())
