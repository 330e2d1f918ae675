#!/usr/bin/env bash
# email-reply-parser 0.5.12 (PyPI): what a person wrote in an answer, without signature and quoted letters.
#
# Surprise: one would expect to get too much now and then. It gives too little: a last paragraph that begins with a hyphen
# and a letter or figure ("-No money was lost.", "-5 degrees in Paris") is a signature, and of a paragraph that begins with
# "On" and has "wrote:" at the end of a line ("On Monday we met, as Ann wrote:") all is the head of a quoted letter, as is all
# behind it: the answer is empty. A line "From: …" does the same. The npm package of this name keeps all of them.
#
# Why it hurts: a source's answer is quoted without its last sentences, which is where the denial stood, or is "no answer".
#
# This program: keeps all of a letter's words; heads of letters below are cut where they are whole, and shown as cuts. Guard:
# tests/intake/formats/test_mail.py and tests/intake/mail/test_heads.py.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
npm install --silent --no-audit --no-fund --prefix "$dir" email-reply-parser@2.3.7 >/dev/null
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q email-reply-parser==0.5.12
cat >"$dir/try.py" <<'PY'
import json
import subprocess
import sys
from importlib.metadata import version

from email_reply_parser import EmailReplyParser

rows = [  # letter, seen; expected is the whole letter
    ("We paid the bill.\n\n-No money was lost.\n-Nobody was hurt.", "We paid the bill."),
    ("It was cold.\n\n-5 degrees were measured in Paris.", "It was cold."),
    ("On Monday we met, as Ann wrote:\nnothing was signed.", ""),
    ("From: Ann nothing was heard.\n\nBob denies it.", ""),
    ("We paid the bill.\n\n- No money was lost.\n- Nobody was hurt.", None),
]
letters = json.dumps([letter for letter, _ in rows])
others = json.loads(subprocess.run(["node", sys.argv[1], letters], check=True, capture_output=True).stdout)
print("email-reply-parser", version("email-reply-parser"))
same = True
for (letter, known), other in zip(rows, others, strict=True):
    seen = EmailReplyParser.parse_reply(letter)
    print(f"\nexpected  {letter!r}\nseen      {seen!r}\nnpm       {other!r}")
    same &= seen == (letter if known is None else known)
same &= others == [letter for letter, _ in rows]
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
cat >"$dir/try.mjs" <<'JS'
import EmailReplyParser from "email-reply-parser";

const Parser = EmailReplyParser.default ?? EmailReplyParser;
console.log(JSON.stringify(JSON.parse(process.argv[2]).map((letter) => new Parser().read(letter).getVisibleText())));
JS
"$dir/venv/bin/python" "$dir/try.py" "$dir/try.mjs"
