"""Error log: unexpected errors in a rotating file, crashes in one of faulthandler, without a word of any article.

The bundle has no console, so these files are all that is left of an error. Messages of exceptions may quote an article
and are left out: a line names the kind of the error and the places in the code that it came through.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import time
from contextlib import suppress
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from logging.handlers import RotatingFileHandler
    from types import TracebackType

_NAME = "errors.log"
_LARGEST, _OLD_ONES = 200_000, 3  # bytes of one file, and how many full ones are kept
_CRASHES_RETAINED = 5
_LEFT_EMPTY_S = 7 * 24 * 3600  # the file of a program that was killed; one that runs so long loses its own


class ErrorLog:
    """Writes down what goes wrong from now on; `close` says that the program ended as it should."""

    def __init__(self, folder: Path) -> None:
        """Begin; where the folder takes no files, the program runs without."""
        self.folder = folder
        self._crash = folder / f"crash-{os.getpid()}.log"
        self._handler = _ErrorFile(folder)
        root = logging.getLogger()
        root.addHandler(self._handler)
        if logging.lastResort is not None:  # a handler of ours does not silence the console, where there is one
            root.addHandler(logging.lastResort)
        sys.excepthook = self._ended_by
        self._file = None
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._crash.open("a", encoding="utf-8")
            faulthandler.enable(self._file)

    def _ended_by(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write down an error that ends the program, to be read on the next start like a crash."""
        if not issubclass(kind, KeyboardInterrupt):
            logging.getLogger("verbatim").critical("the program ends", exc_info=(kind, error, trace))
            if self._file is not None:
                self._file.write("\n".join(_lines(error)) + "\n")
                self._file.flush()

    def former_crash(self) -> Path | None:
        """Return the file about a run that did not end as it should, until `mark_reported`; None if there is none."""
        found = None
        with suppress(OSError):
            for path in self.folder.glob("crash-*.log"):
                there = path.stat()
                if path != self._crash and there.st_size:
                    found = path
                elif path != self._crash and time.time() - there.st_mtime > _LEFT_EMPTY_S:
                    path.unlink()
        return found

    def mark_reported(self, crash: Path) -> Path:
        """Take note that the user knows of a crash; returns where its file is kept."""
        place = self.folder / f"reported {time.strftime('%Y-%m-%d %H%M%S', time.gmtime())}.log"
        with suppress(OSError):
            crash.rename(place)
            for old in sorted(self.folder.glob("reported *.log"))[:-_CRASHES_RETAINED]:
                old.unlink()
        return place if place.exists() else crash

    def close(self) -> None:
        """End as it should: nothing is reported on the next start."""
        root = logging.getLogger()
        root.removeHandler(self._handler)
        self._handler.close()
        if logging.lastResort is not None:
            root.removeHandler(logging.lastResort)
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            with suppress(OSError):
                self._crash.unlink()


def write_error(folder: Path, error: BaseException) -> None:
    """Write one error into the log of a folder; for a program without a window."""
    handler = _ErrorFile(folder)
    trace = (type(error), error, error.__traceback__)
    handler.handle(logging.LogRecord("verbatim", logging.ERROR, __file__, 0, "", None, trace))
    handler.close()


class _ErrorFile(logging.Handler):
    """Opens its file when the first error comes, so that starting takes no longer."""

    def __init__(self, folder: Path) -> None:
        super().__init__(logging.WARNING)
        self._folder = folder
        self._file: RotatingFileHandler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        from logging.handlers import RotatingFileHandler

        with suppress(OSError):
            if self._file is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._file = RotatingFileHandler(
                    self._folder / _NAME, maxBytes=_LARGEST, backupCount=_OLD_ONES, encoding="utf-8", delay=True
                )
                self._file.setFormatter(_WithoutMessages())
            self._file.emit(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


class _WithoutMessages(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        error = record.exc_info[1] if record.exc_info else None
        head = f"{at} {record.levelname} {record.name} {PurePath(record.pathname).name}:{record.lineno}"
        return "\n".join([head, *(_lines(error) if error is not None else ())])


def _lines(error: BaseException) -> Iterator[str]:
    """Yield the kinds of an error and of those that led to it, each with its places in the code, outermost first."""
    import traceback

    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _lines(before)
        yield "which led to"
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {'/'.join(PurePath(frame.filename).parts[-3:])}:{frame.lineno} in {frame.name}"
    yield f"{type(error).__module__}.{type(error).__qualname__}"
