#!/usr/bin/env bash
# html-to-text 10.0.1, mailparser 3.14.2 (which takes it for the text of a letter), node-html-markdown 2.0.0 (npm) and
# inscriptis 2.7.6 (PyPI): pages and letters whose mark-up has no white space between elements, as programs write them.
#
# Surprise: elements that a page shows in boxes of their own have nothing between them. In html-to-text and the text of
# mailparser a table of votes, Yes 14 and No 12, is "YesNo1412", and so are terms and their values, legends and summaries;
# with line feeds in the mark-up the same table has blanks. node-html-markdown parts cells and joins the lines within
# one: 1<br>2 is 12, two paragraphs are one word. inscriptis, made to lay text out as a browser does, parts cells and
# joins lists of terms ("Killed1Hurt2") and sections; of two cells with two lines each it sets the first line of the second
# cell above all the others.
#
# Why it hurts: two figures are one, that stands in no letter, and names are joined to what others said.
#
# This program: every box begins a line of its own, and cells are parted by tabs. Guard: tests/intake/web_page/
# test_page_text.py, test_what_stands_in_a_box_of_its_own_is_joined_to_nothing.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" html-to-text@10.0.1 mailparser@3.14.2 \
    node-html-markdown@2.0.0 >/dev/null
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q inscriptis==2.7.6
cat >"$dir/try.cjs" <<'JS'
const { convert } = require("html-to-text");
const { simpleParser } = require("mailparser");
const { NodeHtmlMarkdown } = require("node-html-markdown");

const HEAD = "From: a@a.example\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n";
const read = async (page) => {
  const letter = await simpleParser(HEAD + page);
  return [convert(page), letter.text.trim(), NodeHtmlMarkdown.translate(page)];
};
Promise.all(JSON.parse(process.argv[2]).map(read)).then((all) => console.log(JSON.stringify(all)));
JS
cat >"$dir/try.py" <<'PY'
import json
import subprocess
import sys
from importlib.metadata import version

from inscriptis import get_text

votes = "<table><tr><th>Yes</th><th>No</th></tr><tr><td>14</td><td>12</td></tr></table>"
rows = [  # page, seen by html-to-text, mailparser, node-html-markdown, inscriptis
    (votes, "YesNo1412", "YesNo1412", "| Yes | No |\n| --- | -- |\n| 14  | 12 |", "Yes  No\n14   12"),
    (votes.replace("><", ">\n<"), "Yes No 14 12", "Yes No 14 12", "| Yes | No |\n| --- | -- |\n| 14  | 12 |", "Yes  No\n14   12"),
    ("<dl><dt>Killed</dt><dd>1</dd><dt>Hurt</dt><dd>2</dd></dl>", "Killed1Hurt2", "Killed1Hurt2", "Killed\n\n1\n\nHurt\n\n2",
     "Killed1Hurt2"),
    ("<table><tr><td>1<br>2</td><td><p>3</p><p>4</p></td></tr></table>", "1\n2\n\n3\n\n4", "1\n2\n\n3\n\n4",
     "| 12 | 34 |\n| -- | -- |", "3\n1   \n2  4"),
    ("<section>12</section><section>3</section>", "12\n3", "12\n3", "12\n\n3", "123"),
    ("<fieldset><legend>Bob</legend>not</fieldset>", "Bobnot", "Bobnot", "Bobnot", "Bobnot"),
]
pages = json.dumps([page for page, *_ in rows])
others = json.loads(subprocess.run(["node", sys.argv[1], pages], check=True, capture_output=True).stdout)
print("html-to-text 10.0.1  mailparser 3.14.2  node-html-markdown 2.0.0  inscriptis", version("inscriptis"))
same = True
for (page, *known), other in zip(rows, others, strict=True):
    seen = [*other, get_text(page).strip()]
    print(f"\n{page!r}")
    for name, text in zip(("html-to-text", "mailparser", "node-html-markdown", "inscriptis"), seen, strict=True):
        print(f"  {name:19}{text!r}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py" "$dir/try.cjs"
