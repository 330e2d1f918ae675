"""What Python compiles for the tests: kept though nothing may lie beside the sources, and shared by all workers."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLDER = "VERBATIM_BYTECODE"  # the folder of this run of the tests, told to its workers
_HERE = Path(__file__).parent


def keep(config: pytest.Config) -> None:
    """Keep bytecode for this run where Python is told to write none: for all workers and the processes of the tests."""
    if not sys.dont_write_bytecode:
        return
    if not hasattr(config, "workerinput"):
        folder = tempfile.TemporaryDirectory(prefix="verbatim-bytecode-", ignore_cleanup_errors=True)
        config.add_cleanup(folder.cleanup)
        os.environ[_FOLDER] = folder.name
        if config.getoption("tx", None):
            return  # the workers do all that is done
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = os.environ[_FOLDER]
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def load_share(worker: str, count: int, left_out: Sequence[str]) -> None:
    """Load the share of the test modules that a worker (“gw0”, “gw1”…) has; the others then find them compiled."""
    files = [path.relative_to(_HERE.parent) for path in sorted(_HERE.rglob("test_*.py"))]
    files = [path for path in files if path.parent.as_posix() not in left_out]
    for path in files[int(worker.removeprefix("gw")) :: count]:
        with suppress(Exception, pytest.skip.Exception):  # whoever collects it says what is wrong
            import_module(".".join(path.with_suffix("").parts))
