#!/usr/bin/env bash
# docx2txt 1.4 (the Perl program; Debian 12: apt-get install docx2txt) and python-docx 1.2.0: a Word file of the one read by
# the other.
#
# Surprise: all paragraphs, and all cells of a table, come out as one line with nothing between them: "The bridge is open.It
# is not safe.For1012". A paragraph is seen only where its tag has an attribute, as Word gives it for its own use; the
# format asks for none, and python-docx (and what is built on it) writes none. Opened and saved by Word, the same file is
# read right. Exit code 0.
#
# Why it hurts: figures of two cells become one, the last word of a paragraph joins the first of the next, and a speaker's
# name that stood on a line of its own is part of a sentence.
#
# This program: reads and writes Word files itself. Guard: tests/intake/docx/test_walk.py,
# test_paragraphs_are_parted_by_a_blank_line_and_empty_ones_dropped (its paragraphs have no attributes).
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q python-docx==1.2.0
cat >"$dir/write.py" <<'PY'
import re
import sys
from pathlib import Path
from zipfile import ZipFile

from docx import Document

document = Document()
for words in ("The bridge is open.", "It is not safe."):
    document.add_paragraph(words)
table = document.add_table(1, 3)
for cell, words in zip(table.rows[0].cells, ("For", "10", "12"), strict=True):
    cell.text = words
plain, marked = map(Path, sys.argv[1:])
document.save(plain)
with ZipFile(plain) as source, ZipFile(marked, "w") as target:  # as Word would write the same paragraphs
    for name in source.namelist():
        data = source.read(name)
        target.writestr(name, re.sub(rb"<w:p>", b'<w:p w:rsidR="00A00000">', data) if name.endswith("document.xml") else data)
PY
"$dir/venv/bin/python" "$dir/write.py" "$dir/plain.docx" "$dir/marked.docx"
echo "docx2txt $(dpkg-query --show --showformat='${Version}' docx2txt)"
seen=$(/usr/bin/docx2txt "$dir/plain.docx" - | tr '\n' '|')
marked=$(/usr/bin/docx2txt "$dir/marked.docx" - | tr -s '\n' '|')
echo "expected                     The bridge is open.|It is not safe.|For|10|12|"
echo "seen                         $seen"
echo "same, tags with an attribute $marked"
if [[ $seen == "The bridge is open.It is not safe.For1012"* &&
    $marked == "The bridge is open.|It is not safe.|For"*"|10"*"|12"* ]]; then
    echo "still so"
else
    echo "changed"
    exit 1
fi
