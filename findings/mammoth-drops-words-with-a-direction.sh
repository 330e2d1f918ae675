#!/usr/bin/env bash
# mammoth 1.13.0 (Word files to HTML and text): words in a Word file whose direction was set (w:bdo, w:dir), words with
# their reading above them (w:ruby), and the result of a simple field (w:fldSimple).
#
# Surprise: all of these words are gone from HTML and text, not only the direction, the reading and the field. Fields in
# the long form keep their result, and content controls, smart tags and custom XML keep their words. A message says that
# an element was "unrecognised" and ignored; that words went with it is not said.
#
# Why it hurts: w:dir and w:bdo are how Word writes a Hebrew or Arabic phrase in an English sentence (and the reverse) once
# its direction was set by hand: the foreign quotation itself vanishes and the sentence closes over it.
#
# This program: reads Word files itself. Guard: tests/intake/docx/test_walk.py, one row for each of these elements.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q mammoth==1.13.0 python-docx==1.2.0
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import docx
import mammoth
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
path = sys.argv[1]
print("mammoth", version("mammoth"))


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


NEVER = run("never")
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
rows = [  # name, the element around the word, whether the word is read
    ("w:dir", f'<w:dir w:val="rtl">{NEVER}</w:dir>', False),
    ("w:bdo", f'<w:bdo w:val="rtl">{NEVER}</w:bdo>', False),
    ("w:ruby", f"<w:r><w:ruby><w:rt>{run('a')}</w:rt><w:rubyBase>{NEVER}</w:rubyBase></w:ruby></w:r>", False),
    ("w:fldSimple", f'<w:fldSimple w:instr="QUOTE never">{NEVER}</w:fldSimple>', False),
    ("field, long form", FIELD.format("begin") + "<w:r><w:instrText>QUOTE never</w:instrText></w:r>" + FIELD.format("separate") + NEVER + FIELD.format("end"), True),
    ("w:sdt", f"<w:sdt><w:sdtContent>{NEVER}</w:sdtContent></w:sdt>", True),
    ("w:smartTag", f'<w:smartTag w:element="a">{NEVER}</w:smartTag>', True),
    ("w:customXml", f'<w:customXml w:element="a">{NEVER}</w:customXml>', True),
]
same = True
for name, element, known in rows:
    document = docx.Document()
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(f"<w:p {W}>{run('We ')}{element}{run(' signed.')}</w:p>"))
    document.save(path)
    with open(path, "rb") as file:
        result = mammoth.extract_raw_text(file)
    print(f"  {name:18}{result.value.strip()!r:24}", *(message.message for message in result.messages))
    same &= ("never" in result.value) is known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/words.docx"
