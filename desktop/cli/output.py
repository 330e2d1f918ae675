"""Output of the command line: results on standard output, messages on standard error, one exit code for failure.

Whatever goes wrong, no text of an article gets into a message.
"""

from __future__ import annotations

import sys
from pathlib import Path

from desktop.lazy_pattern import lazy_pattern

FAILED = 1  # the exit code where something was not done
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_STEERING = lazy_pattern(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_BIDI}]")  # controls, half characters


def say(message: str) -> None:
    """Put one message on standard error, in one line."""
    print(f"verbatim: {' '.join(printable(message).split())}", file=sys.stderr)


def printable(text: str) -> str:
    """Show what could steer a terminal by its number; line ends and tabs stay."""
    return _STEERING.sub(lambda found: f"\\u{{{ord(found[0]):x}}}", text)


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


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}"
