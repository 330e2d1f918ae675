"""Fonts of signs: what stands for the places of Symbol and of the Wingdings that mails are full of."""

from __future__ import annotations

_SYMBOL = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uf8ff〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_WINGDINGS = {
    "J": "☺", "K": "😐", "L": "☹", "l": "●", "m": "❍", "n": "■", "o": "□", "q": "❑", "u": "◆", "v": "❖", "w": "⬥",
    "\x9f": "•", "\xa7": "▪", "\xa8": "◻", "\xb7": "•", "\xd8": "➢", "\xdf": "←", "\xe0": "→", "\xe8": "➔",
    "\xf0": "⇨", "\xfb": "✗", "\xfc": "✓", "\xfd": "☒", "\xfe": "☑",
}  # fmt: skip
_TABLES = {
    "symbol": {chr(0x20 + i): c for i, c in enumerate(_SYMBOL)}
    | {chr(0xA0 + i): c for i, c in enumerate(_SYMBOL_HIGH)},
    "wingdings": _WINGDINGS,
}
_PRIVATE = 0xF000  # where Unicode texts put the places of such fonts


def is_symbol_font(name: str) -> bool:
    """Say whether this is a font of signs with a table here."""
    return name.strip().lower() in _TABLES


def read_symbols(text: str, font: str) -> str:
    """Put the signs for the places of a font; a place without a sign, or of a font without a table, stays as it is."""
    table = _TABLES.get(font.strip().lower(), {})
    return "".join(table.get(_place(char), char) for char in text)


def _place(char: str) -> str:
    code = ord(char) - _PRIVATE
    return chr(code) if 0x20 <= code <= 0xFF else char
