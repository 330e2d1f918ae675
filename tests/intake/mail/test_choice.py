"""Of the two forms of a mail the plain one is read unless it is a stub, and what only the other has is said."""

from __future__ import annotations

from desktop.intake.mail.choice import Choice, choose, says_the_same

WORDS = " ".join(f"word{number}" for number in range(100))


def test_where_there_is_one_form_it_is_read() -> None:
    assert choose("The harbour", " ") == Choice(is_page=False)
    assert choose("", "The harbour") == Choice(is_page=True)


def test_two_forms_of_the_same_words_are_read_as_plain_text() -> None:
    assert choose("The harbour: https://example.org/x", "The  HARBOUR") == Choice(is_page=False)


def test_words_of_the_page_alone_are_named() -> None:
    choice = choose(WORDS, f"{WORDS} closed today")
    assert not choice.is_page
    assert [str(notice) for notice in choice.notices] == [
        "The plain text of the mail is read; its page has 2 words more: “closed today”."
    ]


def test_a_stub_gives_way_to_the_page_and_its_own_words_are_named() -> None:
    choice = choose("View in browser", WORDS)
    assert choice.is_page
    assert str(choice.notices[0]).startswith("The page of the mail is read; its plain text has 3 words more: “view")


def test_nearly_all_words_make_two_texts_the_same() -> None:
    assert says_the_same(WORDS, WORDS.replace("word1 ", "other "))
    assert not says_the_same(WORDS, WORDS[:400])
    assert not says_the_same("", "harbour")
