"""How much two texts share is never said to be more than it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.text.stories.same_text import Edition, later_version, wording

ADDRESS = "paper.example/harbour"


def edition(words: list[str], address: str = "") -> Edition:
    return Edition(wording(" ".join(words)), address, title="Harbour")


@given(st.integers(12, 900), st.data(), st.sampled_from(["", ADDRESS]))
def test_hundred_per_cent_are_all_words_and_nothing_less_is(size: int, data: st.DataObject, address: str) -> None:
    words = [f"word{number}" for number in range(size)]
    whole = later_version(edition(words, address), edition([word.upper() for word in words], address))
    assert whole is not None
    assert whole.percent == 100
    changed = data.draw(st.sets(st.integers(0, size - 1), min_size=1, max_size=1 + size // 400))
    other = [f"other{number}" if number in changed else word for number, word in enumerate(words)]
    found = later_version(edition(words, address), edition(other, address))
    if address or size >= 40:
        assert found is not None
        assert found.percent <= 100 * (size - len(changed)) / size
