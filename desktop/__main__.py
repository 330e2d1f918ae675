"""Start of the program: the window, or one command of the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window, or run one batch command; returns the exit code."""
    if getattr(sys, "frozen", False):  # the bundle is also the program of its worker processes
        from multiprocessing import freeze_support

        freeze_support()
    if not sys.argv[1:]:  # the way most people start it, so the quickest
        from desktop.app.application import run_window

        return run_window(None, sample=False, self_check=False)
    from desktop.cli.main import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
