"""Files that come with the program: where the seeds and resources lie."""

from __future__ import annotations

import sys
import sysconfig
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    """Return the folder that holds `seeds/` and `resources/`: checkout, bundle or installed wheel."""
    candidates = [
        _HERE.parent,
        Path(getattr(sys, "_MEIPASS", _HERE.parent)),
        Path(sysconfig.get_path("data")) / "share" / "verbatim",
        Path(sys.prefix) / "share" / "verbatim",
        _HERE.parents[3] / "share" / "verbatim" if len(_HERE.parents) > 3 else _HERE,
    ]
    for folder in candidates:
        if (folder / "seeds").is_dir() and (folder / "resources").is_dir():
            return folder
    raise FileNotFoundError("Verbatim's own files (seeds, resources) are missing. Please install it again.")


def resource(name: str) -> Path:
    """Return the path of a file in `resources/`; raises FileNotFoundError if it is not there."""
    path = _root() / "resources" / name
    if not path.exists():
        raise FileNotFoundError(f"Verbatim's file {name} is missing. Please install it again.")
    return path


def guide() -> Path:
    """Return the path of the README, whose middle part is the guide; raises FileNotFoundError if it is not there."""
    path = _root() / "README.md"
    if not path.exists():
        raise FileNotFoundError("Verbatim's guide is missing. Please install it again.")
    return path


def seeds() -> list[Path]:
    """Return the five sample articles, in order."""
    return sorted((_root() / "seeds").glob("*.txt"))
