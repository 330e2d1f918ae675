#!/usr/bin/env bash
# html-text 0.7.1 (text of a page with white space "as a browser shows it"): emphasis next to a curly mark or inside a word.
#
# Surprise: a space is put in at the edge of an inline element unless the next sign is one of a short list of ASCII
# punctuation, so “<em>Never</em>” comes out as “ Never ” and a drop cap <span>T</span>he as "T he". Straight marks and
# brackets of the same sentence are closed up again, so half of a page is right.
#
# Why it hurts: a mark with a space on both sides is neither opening nor closing, so the quotation and its owner are lost
# or paired wrongly; "T he" and "50 %" are counted as changes of words against another outlet's copy.
#
# This program: text of inline elements is joined as it stands in the tree, no space that the page has not (issue 12,
# format 1). Guard: rows “<em>Never</em>”, the drop cap and ’<b>s</b> in the table of the HTML importer.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q html-text==0.7.1 lxml==6.1.3 lxml_html_clean==0.4.5
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import html_text

rows = [  # markup, what a browser shows, what html-text gave
    ("<p>“<em>Never</em>,” she said, “<em>ever</em>”.</p>", "“Never,” she said, “ever”.", "“ Never,” she said, “ ever ”."),
    ("<p>Er sagte „<i>nein</i>“, sie «<i>oui</i>».</p>", "Er sagte „nein“, sie «oui».", "Er sagte „ nein “, sie « oui »."),
    ("<p>(<em>so</em>), she said</p>", "(so), she said", "(so), she said"),
    ("<p><span class=cap>T</span>he mayor’<b>s</b> plan</p>", "The mayor’s plan", "T he mayor’ s plan"),
    ("<p>an agree<wbr>ment on 50<small>%</small></p>", "an agreement on 50%", "an agree ment on 50 %"),
]
print("html-text", version("html-text"), "lxml", version("lxml"))
same = True
for markup, expected, known in rows:
    seen = html_text.extract_text(markup)
    print(f"\nmarkup    {markup}\nexpected  {expected}\nseen      {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
