"""Words that a page may not show are counted by kind and said with the first of them."""

from __future__ import annotations

from desktop.intake.office.hidden_words import HiddenWords


def test_pieces_of_one_kind_are_joined_as_in_the_file_and_parted_by_paragraphs() -> None:
    words = HiddenWords()
    words.leave_out("hidden text", "the har")
    words.leave_out("hidden text", "bour")
    words.end_paragraph()
    words.leave_out("hidden text", "closed")
    words.keep("white text", "now")
    assert [str(notice) for notice in words.notices()] == [
        "Not in the text: hidden text, 3 words (“the harbour closed”).",
        "In the text, but perhaps not seen on the page: white text, 1 word (“now”).",
    ]


def test_of_many_words_the_first_are_shown() -> None:
    words = HiddenWords()
    words.leave_out("hidden text", " ".join(f"w{number}" for number in range(20)))
    [notice] = words.notices()
    assert str(notice) == "Not in the text: hidden text, 20 words (“w0 w1 w2 w3 w4 w5 w6 w7 …”)."


def test_blanks_and_marks_alone_are_no_words() -> None:
    words = HiddenWords()
    words.leave_out("hidden text", " – … ")
    assert words.notices() == ()
