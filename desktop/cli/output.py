"""Output of the command line: results on standard output, messages on standard error, one exit code for failure.

Whatever goes wrong, no text of an article gets into a message.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

FAILED = 1  # the exit code where something was not done
_BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def say(message: str) -> None:
    """Put one message on standard error, in one line."""
    print(f"verbatim: {' '.join(printable(message).split())}", file=sys.stderr)


def printable(text: str) -> str:
    """Show what could steer a terminal by its number; line ends and tabs stay."""
    return "".join(f"\\u{{{ord(letter):x}}}" if _steers(letter) else letter for letter in text)


def sentence(error: Exception) -> str:
    """What went wrong, without a word of the text in which it went wrong."""
    from desktop.domain import VerbatimError  # not needed where nothing went wrong

    if isinstance(error, VerbatimError):
        return str(error)
    if isinstance(error, UnicodeError):
        return "this is not UTF-8 text."
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    return f"an error inside the program ({type(error).__name__} in {_place(error)}); this was not done."


def _steers(letter: str) -> bool:
    return letter in _BIDI or (unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\t")


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}"
