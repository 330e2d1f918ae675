"""What does a command line ask for, and how does it end?

Results go to standard output, messages to standard error; the exit code is 0 only if all went well.
Whatever goes wrong, no text of an article gets into a message.
"""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

FAILED, WRONG_USE, INTERNAL, INTERRUPTED, PIPE_CLOSED = 1, 2, 70, 130, 141
_BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code."""
    _speak_utf8()
    try:
        options = _parsed(arguments)
        if isinstance(options, int):
            return options
        if options.verb is not None:
            return _batch(options)
    except BrokenPipeError:
        return _pipe_closed()
    # The window has a last line of defence of its own.
    from desktop.app import run_window

    return run_window(options.desk, sample=options.sample, self_check=options.self_check)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace | int:
    from desktop.cli import arguments as known

    try:
        return known.parse(arguments)
    except SystemExit as end:  # argparse has said what it had to say
        _flush()
        return end.code if isinstance(end.code, int) else WRONG_USE


def _batch(options: argparse.Namespace) -> int:
    try:
        code = _verb(options.verb)(options)
        _flush()
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        name = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
        say(f"{name}{sentence(error)}")
        if isinstance(error, VerbatimError | OSError):
            return FAILED
        _write_down(error)
        return INTERNAL
    return code


def _write_down(error: Exception) -> None:
    from desktop.error_log import write_error
    from desktop.store.file.location import own_folder

    write_error(own_folder() / "logs", error)


def _verb(verb: str) -> Callable[[argparse.Namespace], int]:
    """Load what this verb needs and no more."""
    if verb == "matrix":
        from desktop.cli.matrix_verb import matrix

        return matrix
    if verb in {"read", "diff", "quotes"}:
        from desktop.cli import text_verbs as texts

        return {"read": texts.read, "diff": texts.diff, "quotes": texts.quotes}[verb]
    from desktop.cli import desk_verbs as desks

    return {
        "add": desks.add,
        "list": desks.list_desk,
        "mark": desks.mark,
        "merge": desks.merge,
        "backup": desks.backup,
        "restore": desks.restore,
        "unlock": desks.unlock,
        "export": desks.export,
        "check": desks.check,
    }[verb]


def say(message: str) -> None:
    """Put one message on standard error, in one line."""
    print(f"verbatim: {' '.join(printable(message).split())}", file=sys.stderr)


def printable(text: str) -> str:
    """Show what could steer a terminal by its number; line ends and tabs stay."""
    return "".join(f"\\u{{{ord(letter):x}}}" if _steers(letter) else letter for letter in text)


def sentence(error: Exception) -> str:
    """What went wrong, without a word of the text in which it went wrong."""
    if isinstance(error, VerbatimError):
        return str(error)
    if isinstance(error, UnicodeError):
        return "this is not UTF-8 text."
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    return f"an error inside the program ({type(error).__name__} in {_place(error)}); this was not done."


def _steers(letter: str) -> bool:
    return letter in _BIDI or (unicodedata.category(letter) in {"Cc", "Cs"} and letter not in "\n\t")


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _flush() -> None:
    if sys.stdout is not None:  # a program without a console has none
        sys.stdout.flush()


def _pipe_closed() -> int:
    # Python flushes standard output once more at its end, and would complain there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "an unknown place"
    return f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}"
