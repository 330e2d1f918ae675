"""Main of the command line: reads the arguments, runs one verb or opens the window, and returns the exit code.

The exit code is 0 only if all went well.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import TYPE_CHECKING

from desktop.cli.output import FAILED, say, sentence

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from desktop.domain import VerbatimError

_OBJECTS = 20_000  # that a verb makes until the garbage collector looks through them: most stay until it ends
WRONG_USE, INTERNAL, INTERRUPTED, PIPE_CLOSED = 2, 70, 130, 141


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
    from desktop.app.application import run_window

    return run_window(options.desk, sample=options.sample, self_check=options.self_check)


def _parsed(arguments: Sequence[str]) -> argparse.Namespace | int:
    from desktop.cli.arguments import parse

    try:
        return parse(arguments)
    except SystemExit as end:  # argparse has said what it had to say
        _flush()
        return end.code if isinstance(end.code, int) else WRONG_USE


def _batch(options: argparse.Namespace) -> int:
    gc.set_threshold(_OBJECTS, 20, 50)
    try:
        code: int = options.verb.run(options)
        _flush()
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        from desktop.domain import VerbatimError

        if isinstance(error, VerbatimError | OSError):
            name = f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
            say(f"{name}{sentence(error)}")
            return FAILED
        damaged = _damage(options, error)
        say(str(damaged) if damaged else sentence(error))
        _write_down(error)
        return FAILED if damaged else INTERNAL
    return code


def _damage(options: argparse.Namespace, error: Exception) -> VerbatimError | None:
    """Look whether one of the desks that were named is to blame for an error."""
    from desktop.cli.inputs import desks_among
    from desktop.desk.damage import damage

    return next((found for path in desks_among(vars(options).values()) if (found := damage(path, error))), None)


def _write_down(error: Exception) -> None:
    from desktop.app.error_log import write_error
    from desktop.store.file.location import own_folder

    write_error(own_folder() / "logs", error)


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
