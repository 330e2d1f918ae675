#!/usr/bin/env bash
# lxml 6.1.3 (libxml2 2.14) and html5lib 1.1: a valid page that leaves out the tags of head and body, as HTML allows and
# minifiers do, and whose first element to be shown is `article`, `main` or `section`.
#
# Surprise: lxml's HTML parser does not know these elements as ones that end the head. The whole article is a child of
# `head`, and the document has no `body` at all: `find("body")` is None, `xpath("//body//p")` is empty, and no error is in
# the log. With `div` or `p` in the same place the body is there. html5lib does as the standard says.
#
# Why it hurts: a reader that takes the words of the body, or passes over the head, finds an empty page.
#
# This program: moves what is shown out of the head (desktop/intake/web_page/html_tree.py). Guard:
# tests/intake/formats/test_html.py, test_a_page_without_the_tags_of_head_and_body_shows_all_its_words.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q lxml==6.1.3 html5lib==1.1
cat >"$dir/try.py" <<'PY'
import sys

import html5lib
from lxml import etree, html

PAGE = "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Notes</title><{0}><p>The bridge stays closed.</p></{0}>"


def place(tag):
    """Return where lxml and html5lib put the paragraph, and what lxml's log says."""
    page = PAGE.format(tag)
    parser = html.HTMLParser()
    tree = html.document_fromstring(page, parser=parser)
    where = "body" if tree.xpath("//body//p") else "head" if tree.xpath("//head//p") else "nowhere"
    ours = [where, tree.find("body") is None]
    right = html5lib.parse(page, namespaceHTMLElements=False)
    errors = [entry for entry in parser.error_log if entry.level_name == "FATAL"]
    return ours, "body" if right.find("body").find(".//p") is not None else "head", len(errors)


print("lxml", etree.__version__, "libxml2", etree.LIBXML_VERSION, "html5lib", html5lib.__version__)
print("expected   the paragraph in the body, for every element")
seen = {tag: place(tag) for tag in ("article", "main", "section", "div", "p")}
for tag, (ours, right, errors) in seen.items():
    print(f"{tag:9}  lxml: in {ours[0]}, no body: {ours[1]}, fatal errors: {errors}   html5lib: in {right}")
same = all(seen[tag] == (["head", True], "body", 0) for tag in ("article", "main", "section"))
same = same and seen["div"][0] == ["body", False]
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
