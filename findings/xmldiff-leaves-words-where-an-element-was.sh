#!/usr/bin/env bash
# xmldiff 3.0 (PyPI): two versions of a paragraph, written by XMLFormatter as one document with the changes marked.
#
# Surprise: one would expect that what is not marked as new makes up the old paragraph, and what is not marked as deleted the
# new one. Where an element goes or moves (a name in bold, a link, a date), the words behind it get no mark and stay at
# the old place: "x Ann not y" against "x y" reads "x y not y" when the deletions are left out, "not" among the words of the
# new version; of two speakers that changed places one says "no" twice. The list of changes, without the formatter, is right:
# applied to the old paragraph it makes the new one.
#
# Why it hurts: words that were deleted are shown as words of both versions, in a sentence that reads well.
#
# This program: compares words, not trees, and what is outside the changes is the same on both sides. Guard: tests/text/
# test_diff_laws.py, test_what_is_left_outside_the_changes_is_the_same_on_both_sides.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q xmldiff==3.0
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from lxml import etree
from xmldiff import formatting, main

DIFF = "{http://namespaces.shoobx.com/diff}"


def words(element: etree._Element, without: str) -> str:
    inner = (element.text or "") + "".join(words(child, without) + (child.tail or "") for child in element)
    return "" if element.tag == DIFF + without or DIFF + without in element.attrib else inner


rows = [  # old, new; what the marked document has as new
    ("<p>x <b>Ann</b> not y</p>", "<p>x y</p>", "x y not y"),
    ("<p><b>Ann</b>: no. <b>Bob</b>: yes.</p>", "<p><b>Bob</b>: yes. <b>Ann</b>: no.</p>", ": no. Bob: yes. Ann: no."),
    ("<p>He said <q>no</q> then <q>yes</q>.</p>", "<p>He said <q>yes</q> then <q>no</q>.</p>", "He said  then yes then no."),
    ("<p>He did not sign.</p>", "<p>He did sign.</p>", "He did sign."),
]
print("xmldiff", version("xmldiff"))
same = True
for old, new, known in rows:
    marked = main.diff_texts(old, new, formatter=formatting.XMLFormatter())
    seen = words(etree.fromstring(marked), "delete")
    patched = etree.tostring(main.patch_tree(main.diff_texts(old, new), etree.fromstring(old)), encoding="unicode")
    expected = "".join(etree.fromstring(new).itertext())
    print(f"\n{old}\n{new}\n  marked    {marked.strip()}\n  expected  {expected}\n  seen      {seen}")
    same &= seen == known and patched == new
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
