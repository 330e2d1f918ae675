"""Start of the program: the window, or one command of the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Open the window, or run one batch command; returns the exit code."""
    if not sys.argv[1:]:  # the way most people start it, so the quickest
        from desktop.app.application import run_window

        return run_window(None, sample=False, self_check=False)
    from desktop.cli.main import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
