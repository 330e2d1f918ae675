#!/usr/bin/env bash
# extruct 0.18.0 and microdata 0.8.0 (PyPI): schema.org data in the elements of a page, as fact checks (ClaimReview) have it.
#
# Surprise: <time itemprop="datePublished">2020-05-03</time> has the date as its words, which the standard takes where there
# is no datetime attribute. Both give the date as an empty text: the element is known, the attribute is asked for, and what
# is printed is not. In any other element (<span>) the same words are read. microdata also gives the words of <data> and
# <meter> in place of their value: the rating 2 is "two of five", the number 1500000 is "1.5 million".
#
# Why it hurts: a page with a date is one without, or gets the date of something else, and a rating cannot be compared.
#
# This program: takes the attribute, else the words. Guard: tests/intake/web_page/test_page_facts.py,
# test_marked_elements_state_facts.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q extruct==0.18.0 microdata==0.8.0
cat >"$dir/try.py" <<'PY'
import sys
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")

import extruct  # noqa: E402
import microdata  # noqa: E402

PAGE = '<!doctype html><html><body><div itemscope itemtype="https://schema.org/ClaimReview">{}</div></body></html>'
rows = [  # element, property, expected, extruct, microdata
    ('<span itemprop="datePublished">2020-05-03</span>', "2020-05-03", "2020-05-03", "2020-05-03"),
    ('<time itemprop="datePublished" datetime="2020-05-03">Sunday</time>', "2020-05-03", "2020-05-03", "2020-05-03"),
    ('<time itemprop="datePublished">2020-05-03</time>', "2020-05-03", "", ""),
    ('<meter itemprop="ratingValue" max="5" value="2">two of five</meter>', "2", "2", "two of five"),
    ('<data itemprop="interactionCount" value="1500000">1.5 million</data>', "1500000", "1500000", "1.5 million"),
]
print("extruct", version("extruct"), "microdata", version("microdata"))
same = True
for element, expected, *known in rows:
    page = PAGE.format(element)
    [(_, first)] = extruct.extract(page, syntaxes=["microdata"])["microdata"][0]["properties"].items()
    [(_, [second])] = microdata.get_items(page)[0].props.items()
    print(f"\nelement    {element}\nexpected   {expected!r}\nextruct    {first!r}\nmicrodata  {second!r}")
    same &= [first, second] == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
