"""The verb `install`: menu entry, icon and file type for this user's Linux desktop, by freedesktop.org's rules."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import assets
from desktop.atomic_files import write_atomically
from desktop.domain import VerbatimError

if TYPE_CHECKING:
    import argparse

_FILES = {  # in the user's data folder: what of ours it is
    Path("applications/verbatim.desktop"): "linux/verbatim.desktop",
    Path("icons/hicolor/scalable/apps/verbatim.svg"): "icons/verbatim.svg",
    Path("mime/packages/verbatim.xml"): "linux/verbatim.xml",
}
_CACHES = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))


def install(options: argparse.Namespace) -> int:
    """Write the files, or remove them, and let the desktop look at them; one line for each on standard output."""
    if not sys.platform.startswith("linux"):
        raise VerbatimError("only a Linux desktop is told so; Windows and macOS have other ways.")
    data = data_folder()
    for place, ours in _FILES.items():
        target = data / place
        if options.remove:
            target.unlink(missing_ok=True)
            print(f"removed\t{target}")
            continue
        content = assets.resource(ours).read_bytes()
        if target.suffix == ".desktop":
            content = content.replace(b"Exec=verbatim ", f"Exec={quoted(program())} ".encode())
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, content)
        print(f"written\t{target}")
    _renew_caches(data)
    return 0


def data_folder() -> Path:
    """Return the folder in which the desktop looks for what this user installed."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def program() -> Path:
    """Return what starts this program: the bundle itself, or the command that the wheel put beside Python.

    Raises VerbatimError where there is none, as in a checkout that was not installed.
    """
    if getattr(sys, "frozen", False):
        return Path(sys.executable)
    command = Path(sys.executable).with_name("verbatim")
    if not command.exists():
        raise VerbatimError(f"there is no command {command} that a menu could start; please install Verbatim first.")
    return command


def quoted(path: Path) -> str:
    """Return a path as the key Exec of a desktop entry takes it."""
    inside = str(path).translate({ord(sign): f"\\{sign}" for sign in '"`$\\'})
    # Both layers of the format read the backslash: the string, then the quoted argument.
    return '"' + inside.replace("\\", "\\\\").replace("%", "%%") + '"'


def _renew_caches(data: Path) -> None:
    """Let the desktop read the folders again; where it has no such tool, it reads them itself, if later."""
    for tool, folder in _CACHES:
        found = shutil.which(tool)
        if found and (data / folder).is_dir():
            subprocess.run([found, str(data / folder)], check=False, capture_output=True)  # noqa: S603 - no words of others
