"""Fonts whose codes are signs of their own: what a code of Symbol or Wingdings is in Unicode."""

from __future__ import annotations

_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεϕγηιφκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL = {
    **dict(enumerate(" !∀#∃%&∋()∗+,−./0123456789:;<=>?≅", 0x20)),
    **dict(enumerate(_GREEK, 0x41)),
    **dict(enumerate("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑", 0xA0)),
    0xF1: "⟩",
    0xF2: "∫",
    0xF3: "⌠",
    0xF5: "⌡",
}
_WINGDINGS = {
    0x20: " ",
    0x28: "☎",
    0x2A: "✉",
    0x4A: "☺",
    0x4C: "☹",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x76: "❖",
    0x7D: "❝",
    0x7E: "❞",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
    **dict(enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿", 0x80)),
}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_PICTURES = frozenset({"wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "marlett"})
_PRIVATE = range(0xF000, 0xF100)  # where Windows puts the codes of such fonts


def sign_of(code: int, font: str) -> str | None:
    """Give the character that a code shows in a font, "" where it shows none, None where it is not known.

    Codes of the private area U+F000 to U+F0FF are the font's own, 0 to 255; in a font of letters they are Windows-1252.
    """
    signs = _FONTS.get(font.lower())
    own = code - _PRIVATE.start if code in _PRIVATE else code
    if signs is not None and own < 0x100:
        sign = signs.get(own)
        return None if sign == "\0" else sign
    if code not in _PRIVATE and code not in range(0x80, 0xA0):
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    if font.lower() in _PICTURES or own < 0x20:
        return None
    return bytes([own]).decode("cp1252", "ignore") or None


def is_symbol_font(font: str) -> bool:
    """Tell whether this is a font of signs with a table here."""
    return font.strip().lower() in _FONTS


def read_symbols(text: str, font: str) -> str:
    """Put the signs for a text that is all codes of a font of signs; a code without a sign stays."""
    return "".join(sign_of(ord(char), font.strip()) or char for char in text)


def signs_of(text: str, font: str) -> str:
    """Put Unicode's signs for the codes of the private area in a text; what is not known stays."""
    if text.isascii() or not any("\uf000" <= char <= "\uf0ff" for char in text):
        return text
    return "".join((sign_of(ord(c), font) or c) if "\uf000" <= c <= "\uf0ff" else c for c in text)
