#!/usr/bin/env bash
# docx2txt 0.9 and docx2python 3.7.1: a Word file in which a piece was moved while changes were tracked.
#
# Surprise: both leave out what was deleted and take what was inserted, so their text is the one after the changes; but what
# was moved stands in it twice, at the old place and at the new one. Word marks the old place as "moved from", not as
# "deleted", although it shows it struck through just the same. mammoth 1.13.0 reads the same file well.
#
# Why it hurts: a quote stands in the article twice, once where the editor took it away; a comparison shows an insertion that
# never was.
#
# This program: reads such a file as two texts, before and after. Guard: tests/intake/docx/test_changes.py.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import docx
import docx2txt
import mammoth
from docx2python import docx2python
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WHO = 'w:id="{}" w:author="A" w:date="2026-11-02T09:00:00Z"'


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def change(kind: str, number: int, words: str, tag: str = "t") -> str:
    return f"<w:{kind} {WHO.format(number)}>{run(words, tag)}</w:{kind}>"


def marked(kind: str, number: int, words: str) -> str:
    ends = (f'<w:{kind}RangeStart {WHO.format(number)} w:name="move1"/>', f'<w:{kind}RangeEnd w:id="{number}"/>')
    return ends[0] + change(kind, number + 1, words) + ends[1]


moved = marked("moveFrom", 1, "“No,” she said. ") + run("It rained. ") + marked("moveTo", 3, "“No,” she said. ") + run("Then he left.")
edited = run("He did ") + change("del", 5, "not ", "delText") + change("ins", 6, "indeed ") + run("sign.")
path = sys.argv[1]
document = docx.Document()
for words in (moved, edited):
    document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {W}>{words}</w:p>"))
document.save(path)
with docx2python(path) as read:
    by_docx2python = read.text
with open(path, "rb") as file:
    by_mammoth = mammoth.extract_raw_text(file).value
once, edits = "It rained. “No,” she said. Then he left.", "He did indeed sign."
twice = "“No,” she said. " + once
rows = [("docx2txt", docx2txt.process(path), twice), ("docx2python", by_docx2python, twice), ("mammoth", by_mammoth, once)]
same = True
for name, text, known in rows:
    lines = [line for line in text.splitlines() if line.strip()]
    print(name, version(name), *(f"\n  {line}" for line in lines))
    same &= lines == [known, edits]
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/moved.docx"
