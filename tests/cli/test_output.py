"""Messages of the command line: one line each, nothing that steers a terminal, and no word of a text in an error."""

from __future__ import annotations

import pytest

from desktop.cli.output import printable, say, sentence
from desktop.log.writing import LogError


def test_messages_are_one_line_and_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say(str(LogError("bad \x1b[31m name\r\nof two\x9b lines \u202e")))
    assert capsys.readouterr().err == "verbatim: bad \\u{1b}[31m name\\u{d} of two\\u{9b} lines \\u{202e}\n"


def test_ordinary_texts_stay_as_they_are() -> None:
    for text in ("naïve\u00a0“quote”", "می\u200cخواهم", "👩\u200d🚀", "a\tb\nc", "co\u00adoperate"):
        assert printable(text) == text


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (LogError("The log was not written."), "The log was not written."),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"), "this is not UTF-8 text."),
        (FileNotFoundError(2, "No such file or directory", "secret.txt"), "No such file or directory."),
        (
            KeyError("a sentence of the article"),
            "an error inside the program (KeyError in an unknown place); this was not done.",
        ),
    ],
)
def test_an_error_is_a_sentence(error: Exception, expected: str) -> None:
    assert sentence(error) == expected


def test_an_error_of_the_program_names_its_place() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        _ = 1 / 0
    assert "(ZeroDivisionError in test_output.py, line " in sentence(raised.value)
