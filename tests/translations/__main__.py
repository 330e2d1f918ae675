"""Bring every catalogue up to date with the code: `python -m tests.translations [NEW_LANGUAGE]`.

Texts that are new stand in each `.po` with an empty translation, for you to write; then run it again for the `.mo`.
"""

from __future__ import annotations

import sys

from tests.translations.catalogues import FOLDER, compiled, missing, paths, update


def main() -> int:
    """Update and compile; returns 1 while a text has no translation."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in sys.argv[1:]:
        (FOLDER / f"{language}.po").touch()
    lacking = 0
    for path in paths():
        catalogue = update(path)
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        texts = missing(catalogue)
        lacking += len(texts)
        print(f"{path.name}: {len(catalogue)} texts, {len(texts)} without a translation")
        print("".join(f"    {text}\n" for text in texts[:20]), end="")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
