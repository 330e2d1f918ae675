"""Encodings of two bytes a character: which of them a text is in, by how common its characters are.

Bytes of one are mostly valid in another, but read so they give rare characters: each standard has its common ones
in front (GB 2312, JIS X 0208 and Big5 in a first level, KS X 1001 with the syllables in use).
"""

from __future__ import annotations

_ENCODINGS = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
# The encoding that orders the characters of each, and the first bytes of its common ideographs.
_LEVELS = {
    "cp932": ("euc_jp", range(0xB0, 0xD0)),
    "euc_jp": ("euc_jp", range(0xB0, 0xD0)),
    "gb18030": ("gb2312", range(0xB0, 0xD8)),
    "big5": ("big5", range(0xA4, 0xC7)),
    "cp949": ("euc_kr", range(0)),
}
_BETTER = 0.1  # so much more of the characters must be common in another encoding than in the likely one
_SURE = 0.95
_FEWEST = 8  # characters above ASCII
_KANA_SHARE = 0.25  # of Japanese text, of which no other text has so much
_MARKS = frozenset("“”‘’—…·–×°")


def east_asian(sample: bytes, likely: str) -> str:
    """Return the encoding of two bytes a character that bytes are in; "" where none is, or too little tells.

    `likely` is what their frequency tells, "" where that is an encoding of one byte a character: then only a text that
    is plainly Japanese is taken for one of these.
    """
    readings = {name: found for name in _ENCODINGS if (found := _decoded(sample, name)) is not None}
    shares = {name: _common_share(text, name) for name, text in readings.items()}
    if not likely:
        japanese = [name for name in ("cp932", "euc_jp") if name in readings and _is_japanese(readings[name])]
        return next((name for name in japanese if shares[name] >= _SURE), "")
    own = _decoded(sample, likely)
    if own is None or not shares:
        return likely
    family = next((name for name in _ENCODINGS if readings.get(name) == own), "")
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > _common_share(own, family or "gb18030") + _BETTER else likely


def _decoded(sample: bytes, encoding: str) -> str | None:
    for end in (len(sample), len(sample) - 1):  # the sample may end inside of a character
        try:
            return sample[:end].decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _common_share(text: str, encoding: str) -> float:
    high = [letter for letter in text if letter > "\x7f"]
    return sum(_is_common(letter, encoding) for letter in high) / len(high) if high else 0.0


def _is_common(letter: str, encoding: str) -> bool:
    if "\u3000" <= letter <= "\u30ff" or "\uff01" <= letter <= "\uff5e" or letter in _MARKS:
        return True
    order, first = _LEVELS[encoding]
    if "\uac00" <= letter <= "\ud7a3":
        return len(letter.encode("euc_kr", "ignore")) == 2
    if "\u4e00" <= letter <= "\u9fff":
        there = letter.encode(order, "ignore")
        return len(there) == 2 and there[0] in first
    return False


def _is_japanese(text: str) -> bool:
    high = [letter for letter in text if letter > "\x7f"]
    kana = sum("\u3041" <= letter <= "\u30ff" for letter in high)
    return len(high) >= _FEWEST and kana >= _KANA_SHARE * len(high)
