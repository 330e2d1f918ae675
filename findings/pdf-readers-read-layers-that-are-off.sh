#!/usr/bin/env bash
# PDFium (pypdfium2 5.15.2), pypdf 7.1.1, pdfminer.six 20260107 and pdf.js 4.10.38: words on a layer (optional content)
# that the file itself switches off, as drawing and layout programs write other languages, drafts and answers.
#
# Surprise: PDFium draws the page without the word and gives the word in the text of the same page, in the middle of the
# sentence, with no sign of it. pdf.js, which knows that the layer does not show, does the same, and so do both readers in
# Python. MuPDF leaves it out, as Poppler's pdftotext does.
#
# Why it hurts: "He did sign", says the printed page and every viewer; "He did not sign" is compared, quoted and found.
#
# This program: reads with PDFium, so it looks at the drawn page where a page has layers, leaves out what is not drawn, and
# says so. Guard: tests/intake/pdf/test_reader.py, test_words_on_a_layer_that_is_off_are_left_out_and_said.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pypdfium2==5.15.2 pypdf==7.1.1 pdfminer.six==20260107 pymupdf==2.0.0 numpy==2.4.6
npm install --silent --no-audit --no-fund --prefix "$dir" pdfjs-dist@4.10.38 >/dev/null
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text

PIECES = ((72, "He did", ""), (112, "not", "/OC /L "), (137, "sign.", ""))
path = Path(sys.argv[1])


def pdf(state: str) -> bytes:
    content = "".join(
        f"{layer}{'BDC ' if layer else ''}BT /F 12 Tf {x} 700 Td ({words}) Tj ET{' EMC' if layer else ''}\n"
        for x, words, layer in PIECES
    )
    objects = (
        f"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<<{state}>>>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        "<</Type/OCG/Name(Draft)>>",
    )
    out, places = "%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Root 1 0 R/Size 7>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 7\n0000000000 65535 f \n{table}{end}".encode()


print("pypdfium2", version("pypdfium2"), "pypdf", version("pypdf"), "pdfminer.six", version("pdfminer.six"))
same = True
for state, ink in (("/ON[6 0 R]", True), ("/OFF[6 0 R]", False)):
    path.write_bytes(pdf(state))
    page = pypdfium2.PdfDocument(path)[0]
    drawn = bool((page.render(scale=1, grayscale=True).to_numpy()[130:144, 112:130] < 128).any())
    read = {
        "PDFium": page.get_textpage().get_text_bounded(),
        "pypdf": pypdf.PdfReader(path).pages[0].extract_text(),
        "pdfminer": extract_text(path),
        "MuPDF": pymupdf.open(path)[0].get_text(),
    }
    words = {name: " ".join(text.split()) for name, text in read.items()}
    print(f"\nlayer {state}: PDFium draws 'not': {drawn}")
    print("\n".join(f"{name:10}{text}" for name, text in words.items()))
    same &= drawn == ink and words == dict.fromkeys(words, "He did not sign.") | (
        {} if ink else {"MuPDF": "He did sign."}
    )
sys.exit(0 if same else 1)
PY
cat >"$dir/try.mjs" <<'JS'
import { readFileSync } from "node:fs";
import { getDocument, version } from "pdfjs-dist/legacy/build/pdf.mjs";

const file = await getDocument({ data: new Uint8Array(readFileSync(process.argv[2])), verbosity: 0 }).promise;
const { items } = await (await file.getPage(1)).getTextContent();
const words = items.map((item) => item.str).join("").replace(/\s+/g, " ");
const layers = await file.getOptionalContentConfig();
const isShown = Object.values(layers.getGroups()).map((layer) => layer.visible);
console.log(`pdf.js    ${words} (version ${version}, which knows that the layer is shown: ${isShown})`);
process.exitCode = words === "He did not sign." && isShown.join() === "false" ? 0 : 1;
JS
"$dir/venv/bin/python" "$dir/try.py" "$dir/a.pdf" && node "$dir/try.mjs" "$dir/a.pdf" 2>/dev/null && printf '\nstill so\n' ||
    { printf '\nchanged\n'; exit 1; }
