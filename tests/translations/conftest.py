"""What is chosen for one test is taken back after it: all other tests read English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.translation import choose, write_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    choose(["en"])
    write_numbers(None)
