"""Save pictures as people see them who tell fewer colours apart: `python -m tests.shots.colour_blind PICTURE…`.

Beside each picture stands one for deuteranopia, protanopia, tritanopia and grey. Look at them: what says added, deleted
or a status has to differ in each, by lightness, shape or word.
"""

from __future__ import annotations

import sys
from array import array
from pathlib import Path

from PySide6.QtGui import QImage

# Linear light in, linear light out: Viénot, Brettel and Mollon 1999 for the first two; the third is Brettel's plane for
# short waves, as one matrix. Grey is the luminance.
_SEEN = {
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "tritanopia": ((1.01277, 0.13548, -0.14826), (-0.01243, 0.86812, 0.14431), (0.07589, 0.80500, 0.11911)),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}


def as_seen(pixel: int, kind: str) -> int:
    """Return a pixel 0xAARRGGBB of sRGB as somebody sees it."""
    light = [_to_light((pixel >> shift & 0xFF) / 255) for shift in (16, 8, 0)]
    rows = (sum(part * share for part, share in zip(light, row, strict=True)) for row in _SEEN[kind])
    red, green, blue = (round(255 * _to_screen(min(1.0, max(0.0, part)))) for part in rows)
    return 0xFF000000 | red << 16 | green << 8 | blue


def _to_light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _to_screen(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def main(pictures: list[Path]) -> int:
    for picture in pictures:
        image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
        pixels = memoryview(image.constBits()).cast("B").cast("I")
        for kind in _SEEN:
            table = {pixel: as_seen(pixel, kind) for pixel in set(pixels)}
            changed = array("I", map(table.__getitem__, pixels)).tobytes()
            seen = QImage(changed, image.width(), image.height(), QImage.Format.Format_RGB32)
            seen.save(str(picture.with_name(f"{picture.stem}-{kind}.png")))
    return 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
