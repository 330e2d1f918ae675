#!/usr/bin/env bash
# html2text 2025.4.15: several pages read one after the other by one HTML2Text object, as its README shows it for options.
#
# Surprise: handle() returns the text of the page it is given, so one would expect it to begin anew. What a page said of an
# abbreviation (<abbr title>) is printed below every page read after it. And a valid page that leaves out </head> and
# <body>, as HTML allows and minifiers do, is read as nothing, and so is every page after it, until one has a <body> tag;
# no error, and the order of the pages decides. A new object for each page reads all but that one page right.
#
# Why it hurts: an explanation that the outlet never printed stands in its article, and articles of a batch are empty.
#
# This program: parses each page by itself. Guard: tests/intake/formats/test_html.py,
# test_a_page_without_the_tags_of_head_and_body_shows_all_its_words.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q html2text==2025.4.15
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from html2text import HTML2Text

HEAD = "<!doctype html><html lang=en><head><meta charset=utf-8><title>News</title>"
NOTE = "\n\n  *[NHS]: National Health Service"
rows = [  # page, expected, seen
    ("<p>The <abbr title='National Health Service'>NHS</abbr> agreed.", f"The NHS agreed.{NOTE}", f"The NHS agreed.{NOTE}"),
    ("<p>The union said no.", "The union said no.", f"The union said no.{NOTE}"),
    (f"{HEAD}<p>The bridge is open.", "The bridge is open.", ""),
    ("<p>It was never closed.", "It was never closed.", ""),
    (f"{HEAD}</head><body><p>It will close.", "It will close.", f"It will close.{NOTE}"),
]
print("html2text", version("html2text"))
reader = HTML2Text()
same = True
for page, expected, known in rows:
    seen, alone = reader.handle(page).strip(), HTML2Text().handle(page).strip()
    print(f"\npage      {page}\nexpected  {expected!r}\nseen      {seen!r}\nread by a new object  {alone!r}")
    same &= seen == known and (alone == expected) == ("</head>" in page or "<head>" not in page)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
