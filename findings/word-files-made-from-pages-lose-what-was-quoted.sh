#!/usr/bin/env bash
# html-to-docx 1.8.0 and @turbodocx/html-to-docx 1.23.1 (npm), htmldocx 0.0.6 (PyPI): a page written as a Word file.
#
# Surprise: one would expect unknown mark-up to go and its words to stay. In both of npm the words of <q>, <cite>, <time>,
# <abbr> and <small> are gone from paragraphs and headings, while a blockquote and a table keep theirs: "would <q>not</q>
# sign" is "would  sign", and a headline that is a quotation is empty. The first also drops blanks between elements: "12
# pages" is "12pages". htmldocx keeps all words, but begins no paragraph for a <blockquote>, a <div> or loose text: a
# quotation stands in the paragraph before it, without a blank between.
#
# Why it hurts: what is sent out as the article to be checked is a file that nobody suspects, less its quotations.
#
# This program: writes Word files from its own text, and reads pages itself. Guard: tests/intake/web_page/test_page_text.py,
# test_quotation_elements_get_the_marks_of_their_language and test_no_word_is_lost_doubled_or_moved.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 >/dev/null
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q htmldocx==0.0.6 python-docx==1.2.0 beautifulsoup4==4.14.3
cat >"$dir/a.html" <<'HTML'
<h2>Ann: <q>No</q></h2>
<p>She would <q>not</q> sign on <time>3 May</time>, the <abbr>NHS</abbr> wrote on <b>12</b> <i>pages</i>.</p>
<blockquote>I <q>never</q> did.</blockquote>
<div>He left.</div>
HTML
cat >"$dir/write.mjs" <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import first from "html-to-docx";
import second from "@turbodocx/html-to-docx";

const page = readFileSync(process.argv[2], "utf8");
for (const [write, path] of [[first, process.argv[3]], [second, process.argv[4]]]) {
  const file = await write(page);
  writeFileSync(path, Buffer.from(file.arrayBuffer ? await file.arrayBuffer() : file));
}
JS
cat >"$dir/read.py" <<'PY'
import sys
from pathlib import Path

from docx import Document
from htmldocx import HtmlToDocx

page, *paths = map(Path, sys.argv[1:])
document = Document()
HtmlToDocx().add_html_to_document(page.read_text(), document)
document.save(paths[2])
known = (
    ("html-to-docx", ["Ann: ", "She would  sign on , the  wrote on 12pages.", "I never did.", "He left."]),
    ("@turbodocx/html-to-docx", ["Ann: ", "She would  sign on , the  wrote on 12 pages.", "I never did.", "He left."]),
    ("htmldocx", ["Ann: No", "She would not sign on 3 May, the NHS wrote on 12 pages.I never did.He left."]),
)
print("expected", ["Ann: No", "She would not sign on 3 May, the NHS wrote on 12 pages.", "I never did.", "He left."])
same = True
for path, (name, words) in zip(paths, known, strict=True):
    seen = [each.text for each in Document(path).paragraphs if each.text.strip()]
    print(f"\n{name}\nseen     {seen}")
    same &= seen == words
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
node "$dir/write.mjs" "$dir/a.html" "$dir/1.docx" "$dir/2.docx" >/dev/null
"$dir/venv/bin/python" "$dir/read.py" "$dir/a.html" "$dir/1.docx" "$dir/2.docx" "$dir/3.docx"
