#!/usr/bin/env bash
# PDFium (pypdfium2 5.15.2): the letters of an Arabic ligature in the text of a page.
#
# Surprise: lines from right to left are turned into the order of reading letter by letter, and the two letters that one
# glyph stands for (lam and alef, named together by the font's ToUnicode table) are turned about with them: الاثنين (Monday)
# comes out as االثنين. All else of the line is right, also where the same two letters are drawn as two glyphs.
#
# Why it hurts: nearly every Arabic sentence holds this ligature, so words are found by no search, and a quotation is
# "changed" against the same words of another outlet, though the page prints them alike.
#
# This program: alef before lam in one and the same box is put in order again. Guard:
# test_letters_of_an_arabic_ligature_are_in_their_order in tests/intake/pdf/test_reader.py.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pypdfium2==5.15.2
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import pypdfium2


def page(glyphs):
    """Write a page whose font names the letters of each glyph; glyphs are given in the order of reading."""
    codes = {glyph: code for code, glyph in enumerate(sorted(set(glyphs)), 33)}
    names = "\n".join(f"<{code:02x}> <{glyph.encode('utf-16-be').hex()}>" for glyph, code in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
        f"1 begincodespacerange <00> <ff> endcodespacerange {len(codes)} beginbfchar\n{names}\nendbfchar endcmap end end"
    )
    content = f"BT /F1 12 Tf 72 700 Td <{''.join(f'{codes[glyph]:02x}' for glyph in reversed(glyphs))}> Tj ET"
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /ToUnicode 6 0 R >>",
        f"<< /Length {len(table)} >>\nstream\n{table}\nendstream",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 7\n0000000000 65535 f \n{rows}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()


rows = [  # glyphs, what stands on the page, what PDFium gave
    (["ا", "لا", "ث", "ن", "ي", "ن"], "الاثنين", "االثنين"),
    (["ا", "ل", "ا", "ث", "ن", "ي", "ن"], "الاثنين", "الاثنين"),
]
print("pypdfium2", version("pypdfium2"))
same = True
for glyphs, expected, known in rows:
    seen = pypdfium2.PdfDocument(page(glyphs))[0].get_textpage().get_text_range()
    print(f"\nglyphs    {len(glyphs)}\nexpected  {expected}\nseen      {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
