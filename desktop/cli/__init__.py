"""What does a command line ask for, and how does it end?

Results go to standard output, messages to standard error; the exit code is 0 only if all went well.
Whatever goes wrong, no text of an article gets into a message.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain import VerbatimError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

FAILED, WRONG_USE, INTERNAL, INTERRUPTED, PIPE_CLOSED = 1, 2, 70, 130, 141


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments ask for and return the exit code."""
    _speak_utf8()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except SystemExit as end:  # argparse has said what it had to say
        return end.code if isinstance(end.code, int) else WRONG_USE
    except BrokenPipeError:
        return _pipe_closed()
    except KeyboardInterrupt:
        return INTERRUPTED
    except (VerbatimError, OSError) as error:
        say(_sentence(error))
        return FAILED
    except Exception as error:  # noqa: BLE001, RUF100  # the last line of defence: say where, never what
        say(_place(error))
        return INTERNAL
    return code


def say(message: str) -> None:
    """Put one message on standard error, in one line."""
    print(f"verbatim: {' '.join(printable(message).split())}", file=sys.stderr)


def printable(text: str) -> str:
    """Show control characters by their number, so that a text cannot steer the terminal; line ends and tabs stay."""
    return "".join(letter if letter.isprintable() or letter in "\n\t" else _number(letter) for letter in text)


def _number(letter: str) -> str:
    return letter if letter.isspace() and ord(letter) > 0x9F else f"\\u{{{ord(letter):x}}}"


def _run(arguments: Sequence[str]) -> int:
    from desktop.cli import arguments as known

    options = known.parse(arguments)
    if options.verb is None:
        from desktop.app import run_window

        return run_window(options.desk, sample=options.sample, self_check=options.self_check)
    module, function = options.does.split(":")
    does: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(module), function)
    return does(options)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _pipe_closed() -> int:
    # Python flushes standard output once more at its end, and would complain there.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or 'A file'}: {error.strerror or 'could not be used'}."
    return str(error)


def _place(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}" if trace else "an unknown place"
    return f"An error inside the program ({type(error).__name__} in {where}). What was asked for was not finished."
