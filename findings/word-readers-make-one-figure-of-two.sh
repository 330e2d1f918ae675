#!/usr/bin/env bash
# docx2txt 0.9 (PyPI), word-extractor 1.0.4 and officeparser 8.1.1 (npm): a hyphen that does not break, in a Word file.
#
# Surprise: the hyphen that Word writes for Ctrl+Shift+Hyphen, as used in scores and names so that no line ends within them,
# is an element of its own (<w:noBreakHyphen/>), and all three leave it out with nothing in its place: a vote of 10-12 is
# 1012, Smith-Jones is SmithJones, -5 degrees are 5. Tabs and line breaks beside it are kept. python-docx and mammoth have
# it. officeparser reads the same sign of an RTF file (\_) as an underscore.
#
# Why it hurts: a figure becomes another one, and the writer put this very sign there to keep the figure whole.
#
# This program: gives it as U+2011. Guard: tests/intake/docx/test_walk.py, test_words_stand_where_they_are_read.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" officeparser@8.1.1 word-extractor@1.0.4 mammoth@1.13.0 >/dev/null
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q docx2txt==0.9 python-docx==1.2.0
cat >"$dir/python.py" <<'PY'
import sys

import docx2txt
from docx import Document
from docx.oxml import parse_xml

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HYPHEN = "</w:t><w:noBreakHyphen/><w:t>"
path = sys.argv[1]
document = Document()
words = f"A vote of 10{HYPHEN}12, said Smith{HYPHEN}Jones at {HYPHEN}5 degrees.".replace("<w:t>", '<w:t xml:space="preserve">')
run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
document.element.body.insert(0, parse_xml(f"<w:p {W}>{run}</w:p>"))
document.save(path)
print("docx2txt:", docx2txt.process(path).strip())
print("python-docx:", Document(path).paragraphs[0].text)
PY
cat >"$dir/node.mjs" <<'JS'
import mammoth from "mammoth";
import { OfficeParser } from "officeparser";
import WordExtractor from "word-extractor";

const path = process.argv[2];
const read = async (file) => (await (await OfficeParser.parseOffice(file)).to("text")).value.trim();
console.log("word-extractor:", (await new WordExtractor().extract(path)).getBody().trim());
console.log("officeparser:", await read(path));
console.log("mammoth:", (await mammoth.extractRawText({ path })).value.trim().replaceAll("\u2011", "-"));
console.log("officeparser, RTF:", await read(process.argv[3]));
JS
printf '%s' '{\rtf1\ansi A vote of 10\_12.\par}' >"$dir/a.rtf"
cat >"$dir/known" <<'END'
docx2txt: A vote of 1012, said SmithJones at 5 degrees.
python-docx: A vote of 10-12, said Smith-Jones at -5 degrees.
word-extractor: A vote of 1012, said SmithJones at 5 degrees.
officeparser: A vote of 1012, said SmithJones at 5 degrees.
mammoth: A vote of 10-12, said Smith-Jones at -5 degrees.
officeparser, RTF: A vote of 10_12.
END
{
    "$dir/venv/bin/python" "$dir/python.py" "$dir/a.docx"
    node "$dir/node.mjs" "$dir/a.docx" "$dir/a.rtf"
} >"$dir/seen"
echo "docx2txt 0.9, word-extractor 1.0.4, officeparser 8.1.1, python-docx 1.2.0, mammoth 1.13.0"
printf 'expected: A vote of 10-12, said Smith-Jones at -5 degrees.\n\n'
cat "$dir/seen"
cmp -s "$dir/seen" "$dir/known" && printf '\nstill so\n' || { printf '\nchanged\n'; exit 1; }
