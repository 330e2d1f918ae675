#!/usr/bin/env bash
# rapidfuzz 3.14.6, fuzz.partial_ratio_alignment(): where in a text a quotation stands, with a processor, as its guide gives
# for comparing without regard to case and punctuation.
#
# Surprise: the positions are those of the processed text, which the caller never sees, not of the strings that were given.
# default_process() strips both ends, so that behind an opening mark, a dash or a blank all positions are too small by as
# much: the score is 100, and the slice of the text is "He did not s" for "did not sign". Without such a beginning they are
# right, so that a test with a plain sentence passes.
#
# Why it hurts: a found quotation is shown, cut out or marked some letters off, in exactly the texts that begin with a mark.
#
# This program: gives rapidfuzz words, whose places it keeps, and no processor. Guard: tests/text/sources/test_laws.py,
# test_an_excerpt_is_found_word_for_word, and test_kinds.py, test_ends_are_those_of_the_answering_words.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q rapidfuzz==3.14.6
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from rapidfuzz.fuzz import partial_ratio_alignment
from rapidfuzz.utils import default_process

rows = [  # quotation, text, slices of the text and of the quotation at the positions given
    ("Did not sign", "He did not sign, Ann said.", "did not sign", "Did not sign"),
    ("Did not sign", "  “No!” He did not sign, Ann said.", "He did not s", "Did not sign"),
    ("Ten were hurt", "– Paris. Ten were hurt, two died.", ". Ten were hu", "Ten were hurt"),
    ("“ten were hurt”", "Ten were hurt, two died.", "Ten were hurt", "“ten were hur"),
]
print("rapidfuzz", version("rapidfuzz"))
same = True
for quotation, text, *known in rows:
    found = partial_ratio_alignment(quotation, text, processor=default_process)
    seen = text[found.dest_start : found.dest_end]
    source = quotation[found.src_start : found.src_end]
    print(f"\ntext      {text!r}\nsought    {quotation!r}, score {found.score:.0f}\nseen      {seen!r}, for {source!r}")
    same &= [seen, source] == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
