#!/usr/bin/env bash
# goose3 3.1.22 (an article extractor): cleaned_text of a page with <q>, <time>, <s>, <abbr>, <u>, <mark> in a sentence.
#
# Surprise: not the mark-up but the words in it are thrown away: "she would <q>not</q> sign" comes out as "she would sign".
# Bold, italic and <span> keep their words, so most of a page looks right, and a short paragraph or a blockquote between
# two long ones is gone whole.
#
# Why it hurts: the one word that turns a sentence round is the one that pages put into <q>; a checker would compare and
# sign words that the outlet did not print, with no gap to be seen.
#
# This program: no reader is believed alone; each word of the visible page between two kept words that the body lacks
# stands on the review sheet (issue 12, format 1, "witnesses"). Guard: its test must have this page's <q>not</q>.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q goose3==3.1.22 lxml==6.1.3 lxml_html_clean==0.4.5
cat >"$dir/try.py" <<'PY'
import logging
import sys
from importlib.metadata import version

from goose3 import Goose

logging.disable(logging.CRITICAL)
FIRST = (
    "The council of the small town voted on Tuesday evening to open the old bridge again in May, after two years of"
    " repairs that cost more than anybody in the town hall had thought."
)
LAST = (
    "Two hundred people came to the meeting, and most of them stayed until the end of the vote, which was counted twice"
    " by the clerk because one hand had been raised too late."
)


def between(middle: str) -> str:
    page = (
        f"<!doctype html><html lang=en><head><title>Bridge</title></head><body><article><h1>Bridge</h1>"
        f"<p>{FIRST}</p>{middle}<p>{LAST}</p></article></body></html>"
    )
    text = Goose().extract(raw_html=page).cleaned_text
    assert text.startswith(FIRST) and text.endswith(LAST), text
    return text[len(FIRST) : -len(LAST)].strip()


rows = [  # markup, what a reader sees (marks of <q> aside), what goose3 gave
    (
        "<p>The mayor said she would <q>not</q> sign the paper before the summer, and left the hall.</p>",
        "The mayor said she would not sign the paper before the summer, and left the hall.",
        "The mayor said she would sign the paper before the summer, and left the hall.",
    ),
    (
        "<p>She has <u>never</u> met the <abbr>EU</abbr> envoy, the clerk said at <time>nine</time> that night.</p>",
        "She has never met the EU envoy, the clerk said at nine that night.",
        "She has met the envoy, the clerk said at that night.",
    ),
    (
        "<p>“We will <em>not</em> <b>open</b> <span>it</span> before the end of May,” he said.</p>",
        "“We will not open it before the end of May,” he said.",
        "“We will not open it before the end of May,” he said.",
    ),
    ("<p>“Never,” she said.</p>", "“Never,” she said.", ""),
    (
        "<blockquote>“We will never open it,” the mayor wrote to the council.</blockquote>",
        "“We will never open it,” the mayor wrote to the council.",
        "",
    ),
]
print("goose3", version("goose3"), "lxml", version("lxml"))
same = True
for markup, expected, known in rows:
    seen = between(markup)
    print(f"\nmarkup    {markup}\nexpected  {expected}\nseen      {seen}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" -W ignore "$dir/try.py"
