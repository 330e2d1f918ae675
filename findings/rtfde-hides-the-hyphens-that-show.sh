#!/usr/bin/env bash
# RTFDE 0.1.2.2 (takes text or HTML out of the RTF body of an Outlook message): hyphens in a body that was plain text.
#
# Surprise: the two hyphens of RTF change places. \_ , the hyphen that always shows and never breaks, comes out as U+00AD,
# which does not show; \- , which shows only at a line end, comes out as U+2027, a raised dot that always shows.
# striprtf 0.0.35 reads the same words right.
#
# Why it hurts: "a vote of 10-12" is shown as "1012" and "well-known" as "wellknown", while "cooperate" gains a dot; the
# comparison, which rightly takes U+00AD for nothing, then calls two different figures equal.
#
# This program: uses one RTF reader of its own for .rtf and for the bodies of .msg (issue 12, formats 3 and 4). Guard: a
# row with \_ between digits and \- in a word in the tables of both importers.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q RTFDE==0.1.2.2 striprtf==0.0.35
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from RTFDE.deencapsulate import DeEncapsulator
from striprtf.striprtf import rtf_to_text

BODY = r"A vote of 10\_12 by the well\_known board, to co\-operate."
RTF = (
    r"{\rtf1\ansi\ansicpg1252\fromtext \deff0{\fonttbl{\f0\fswiss Arial;}}" + "\n"
    r"{\colortbl\red0\green0\blue0;}\uc1\pard\plain\f0\fs20 " + BODY + r"\par}"
)
EXPECTED = "A vote of 10\u201112 by the well\u2011known board, to co\u00adoperate."
message = DeEncapsulator(RTF.encode("ascii"))
message.deencapsulate()
text = message.text.decode() if isinstance(message.text, bytes) else message.text
seen, other = text.strip(), rtf_to_text(RTF).strip()
print("RTFDE", version("RTFDE"), "striprtf", version("striprtf"))
print(f"RTF       {BODY}\nexpected  {ascii(EXPECTED)}\nstriprtf  {ascii(other)}\nRTFDE     {ascii(seen)}")
same = other == EXPECTED and seen == "A vote of 10\u00ad12 by the well\u00adknown board, to co\u2027operate."
print("still so" if same else "changed")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" -W ignore "$dir/try.py"
