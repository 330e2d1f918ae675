"""Copied words keep the marks and paragraphs of the page they were copied from, and both forms are the original."""

from __future__ import annotations

from email import message_from_bytes
from email.policy import default

from desktop.intake.clipboard import read_clipboard
from tests.intake.texts import BODY, TITLE

PLAIN = f"{TITLE}\n\n{BODY[0]}\nNobody was hurt, said Ann Lee.\n\nWe saw it fall.\n"
HTML = (
    f'<meta charset="utf-8"><h1>{TITLE}</h1><p>{BODY[0]}</p>'
    '<p><q>Nobody was hurt,</q> said <a href="/a">Ann Lee</a>.</p>'
    "<blockquote><p>We saw it fall.</p></blockquote>"
)


def test_marks_that_a_page_shows_come_with_the_words() -> None:
    capture = read_clipboard(PLAIN, HTML)
    assert "“Nobody was hurt,” said Ann Lee.\n\nWe saw it fall." in capture.text
    assert (capture.metadata.title, capture.media_type, capture.warnings) == (TITLE, "multipart/alternative", ())


def test_both_forms_are_kept_and_the_same_for_the_same_words() -> None:
    capture = read_clipboard(PLAIN, HTML)
    message = message_from_bytes(capture.original, policy=default)
    assert [part.get_content().replace("\r\n", "\n").strip() for part in message.iter_parts()] == [PLAIN.strip(), HTML]
    assert read_clipboard(PLAIN, HTML).original_sha256 == capture.original_sha256


def test_another_wording_in_the_marked_up_form_changes_no_word() -> None:
    capture = read_clipboard(PLAIN, HTML.replace("Nobody", "Everybody"))
    assert capture.text == PLAIN
    assert "differ; the plain words were taken" in capture.warnings[0]


def test_without_a_marked_up_form_the_words_alone_are_the_original() -> None:
    for html in ("", " ", "<style>p {}</style>"):
        assert read_clipboard(PLAIN, html).original == PLAIN.encode()
