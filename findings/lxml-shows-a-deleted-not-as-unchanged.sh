#!/usr/bin/env bash
# lxml 6.1.3, lxml.html.diff.htmldiff(): two versions of a page whose change runs over the end of a paragraph: the last word
# of one and the first of the next are both other ones.
#
# Surprise: of an insertion and a deletion over the border of two paragraphs one would expect marks in both. The words
# deleted behind the border get no mark: they stand in the result as words of both versions, beside those that replaced
# them. "Not a word was said" against "A word was said" shows "A" as new and "Not a word was said." as unchanged; "12 were
# hurt" against "13" shows both, 12 as what stayed. Within one paragraph the same changes are marked.
#
# Why it hurts: the deletion of a "not" is the change that a comparison is made for, and it is drawn as text that stayed.
#
# This program: compares texts by its own alignment. Guard: tests/text/test_diff_laws.py,
# test_what_is_left_outside_the_changes_is_the_same_on_both_sides.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q lxml==6.1.3 lxml_html_clean==0.4.6
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from lxml import html
from lxml.html.diff import htmldiff

rows = [  # old, new, is the result less its marks the new version and the old one
    ("<p>He went home. Not a word was said.</p>", "<p>He went away. A word was said.</p>", True),
    ("<p>He went home.</p><p>Not a word was said.</p>", "<p>He went away.</p><p>A word was said.</p>", False),
    ("<p>It cost 10.</p><p>12 were hurt.</p>", "<p>It cost 11.</p><p>13 were hurt.</p>", False),
]


def less(page: str, mark: str = "none") -> list[str]:
    tree = html.fromstring(f"<div>{page}</div>")
    for each in list(tree.iter(mark)):
        each.drop_tree()
    return tree.text_content().split()


def words(page: str) -> list[str]:
    return less(page.replace("</p>", "</p> "))


print("lxml", version("lxml"))
same = True
for old, new, known in rows:
    seen = htmldiff(old, new)
    before, after = less(seen, "ins"), less(seen, "del")
    print(f"\nold        {old}\nnew        {new}\nseen       {seen}")
    print(f"less del   {' '.join(after)}\nexpected   {' '.join(words(new))}")
    same &= (after == words(new) and before == words(old)) == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
