#!/usr/bin/env bash
# PyMuPDF 2.0.0 (get_text with TEXT_DEHYPHENATE) and pymupdf4llm 2.0.0 (unasked): a hyphen at the end of a line in a PDF.
#
# Surprise: one would expect a hyphen to be taken away where it parts a word, between letters. It goes wherever a line ends
# with it: a vote of 10-12 is 1012, pages 15-17 are page 1517, 2-3 weeks are 23 weeks. Words written with a hyphen lose it
# too ("non-binding"), which one would guess; of pymupdf4llm a figure now and then escapes ("2- 3").
#
# Why it hurts: a score, a span and a date become another figure that looks like one, and no search finds the right one.
#
# This program: takes a hyphen away between letters only, and only where the word is known without. Guard: tests/intake/pdf/
# test_hyphens.py and test_reader.py, test_a_hyphen_at_the_end_of_a_line_is_kept_where_the_word_has_one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pymupdf==2.0.0 pymupdf4llm==2.0.0
cat >"$dir/try.py" <<'PY'
import re
import sys
from importlib.metadata import version

import pymupdf
import pymupdf4llm

LINES = (
    "The council of the town met on Monday and after a debate that went on until late 10-",
    "12 was the vote on the bridge, and the mayor said that she would not resign over the 2-",
    "3 weeks of delay or over the non-",
    "binding plan of the party, which had printed it on pages 15-",
    "17 of its paper, and so on until it was all over and done with.",
)
FIGURES = re.compile(r"10\D{0,2}12|\b2\D{0,2}3(?= weeks)|non\W{0,2}binding|15\D{0,2}17")


def pdf(content: str) -> bytes:
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    out, places = "%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Root 1 0 R/Size 6>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


content = "".join(f"BT /F 11 Tf 72 {770 - 14 * at} Td ({line}) Tj ET\n" for at, line in enumerate(LINES))
document = pymupdf.open(stream=pdf(content), filetype="pdf")
plain = FIGURES.findall(document[0].get_text(flags=pymupdf.TEXT_DEHYPHENATE))
markdown = FIGURES.findall(pymupdf4llm.to_markdown(document, show_progress=False))
print("\npymupdf", version("pymupdf"), "pymupdf4llm", version("pymupdf4llm"))
print(f"printed      {LINES}\nexpected     {['10-12', '2-3', 'non-binding or nonbinding', '15-17']}")
print(f"pymupdf      {plain}\npymupdf4llm  {markdown}")
same = plain == ["1012", "23", "nonbinding", "1517"] and markdown == ["1012", "2- 3", "nonbinding", "1517"]
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
