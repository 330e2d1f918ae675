"""Files that come with the program are found where it runs from."""

from __future__ import annotations

import pytest

from desktop import assets


def test_the_five_sample_articles_come_in_their_order() -> None:
    assert [path.name[:3] for path in assets.seeds()] == ["000", "001", "002", "003", "004"]
    assert all(path.stat().st_size > 500 for path in assets.seeds())


def test_the_guide_is_the_readme() -> None:
    assert assets.guide().read_text(encoding="utf-8").startswith("# Verbatim")


def test_a_file_that_is_missing_is_named() -> None:
    assert assets.resource("example-update.txt").is_file()
    with pytest.raises(FileNotFoundError, match=r"no-such\.txt is missing"):
        assets.resource("no-such.txt")
