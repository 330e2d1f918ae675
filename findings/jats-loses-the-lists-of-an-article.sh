#!/usr/bin/env bash
# jats 0.2.2 and pubmed-parser 0.5.1 (PyPI): an article of a scientific journal in JATS, the format of PubMed Central.
#
# Surprise: one would expect the plain parts of an article in its Markdown. jats convert writes paragraphs and tables; lists,
# quotations and boxes are not there, without a note, although its own `text` and `find` have them. Lines of one cell are
# joined (1<break/>2 is 12), and a heading of the abstract to the first word below it. pubmed-parser keeps lists, drops who
# was quoted, and of a table the second row of a cell that spans two is gone with its figures. To a month that was
# printed without a day it adds the first.
#
# Why it hurts: what a study excluded, and how many were hurt, stands in lists and tables; the rest reads like the whole.
#
# This program: has no reader for JATS, and says of such XML that its tags stand in the text. Guard: tests/intake/formats/
# test_plain_text.py, test_xml_that_no_reader_knows_is_said_to_be_so.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q jats==0.2.2 pubmed-parser==0.5.1
cat >"$dir/a.xml" <<'XML'
<?xml version="1.0"?>
<article article-type="research-article"><front><journal-meta><journal-title-group><journal-title>J</journal-title>
</journal-title-group></journal-meta><article-meta><article-id pub-id-type="doi">10.9999/a</article-id>
<title-group><article-title>A drug</article-title></title-group>
<pub-date pub-type="ppub"><month>7</month><year>2021</year></pub-date>
<abstract><sec><title>Aim</title><p>It is not safe.</p></sec></abstract></article-meta></front>
<body><sec><title>Methods</title><p>We left out:</p>
<list list-type="order"><list-item><p>the ill</p></list-item><list-item><p>not the old</p></list-item></list>
<disp-quote><p>Never again.</p><attrib>Bob</attrib></disp-quote>
<boxed-text><p>Not for children.</p></boxed-text>
<table-wrap id="t1"><label>Table 1</label><caption><p>Hurt</p></caption><table><thead><tr><th>drug</th><th>hurt</th></tr></thead>
<tbody><tr><td>new</td><td>1<break/>2</td></tr><tr><td rowspan="2">old</td><td>4</td></tr><tr><td>5</td></tr></tbody>
</table></table-wrap><p>That is all.</p></sec></body></article>
XML
cat >"$dir/try.py" <<'PY'
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pubmed_parser

path = sys.argv[1]
jats = Path(sys.executable).with_name("jats")
markdown, text = (
    subprocess.run([jats, verb, path], check=True, capture_output=True, text=True).stdout for verb in ("convert", "text")
)
[table] = pubmed_parser.parse_pubmed_table(path)
paragraphs = [each["text"] for each in pubmed_parser.parse_pubmed_paragraph(path, all_paragraph=True)]
words = ("We left out:", "the ill", "not the old", "Never again.", "Bob", "Not for children.", "That is all.")
rows = [  # what, seen, known
    ("jats convert lacks", [each for each in words if each not in markdown], ["the ill", "not the old", *words[3:6]]),
    ("jats text lacks", [each for each in words if each not in text], []),
    ("jats convert joins", [each for each in ("<td>12</td>", "AimIt is not") if each in markdown], ["<td>12</td>", "AimIt is not"]),
    ("pubmed-parser lacks", [each for each in words if each not in "\n".join(paragraphs)], ["Bob"]),
    ("pubmed-parser, table", table["table_values"], [["new", "12"], ["old", "4"]]),
    ("pubmed-parser, printed in July", pubmed_parser.parse_pubmed_xml(path)["publication_date"], "01-7-2021"),
]
print("jats", version("jats"), " pubmed-parser", version("pubmed-parser"))
same = True
for what, seen, known in rows:
    print(f"{what:32}{seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/a.xml"
