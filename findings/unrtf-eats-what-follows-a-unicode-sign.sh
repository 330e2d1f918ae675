#!/usr/bin/env bash
# unrtf 0.21.10 (Debian 12: apt-get install unrtf): RTF whose quotation marks, euro signs and accents are written \u8220?,
# the form that the RTF specification gives for every sign outside of the code page (? is what old readers show).
#
# Surprise: --html skips not the one fallback sign but everything to the next space or control word: "€52 million" comes
# out as "€ million", "“never”" as "“”", "Rémy" as "Ré". Files of \uc0\u8220 (no fallback, as macOS writes) lose their
# first word too; --text keeps the words, but gives "?" for a mark, nothing for \ldblquote, the control sign U+001C for
# \'93 and "&" for the ellipsis \'85.
#
# Why it hurts: figures, names and negations vanish behind the very marks a checker looks at, with no message and exit 0.
#
# This program: its own RTF reader counts \uc as the specification says (issue 12, format 3). Guard: these five rows in
# the table of the RTF importer, each with \uc1 unsaid, \uc1 said and \uc0.
set -euo pipefail
command -v unrtf >/dev/null || { echo "needs unrtf: apt-get install unrtf"; exit 2; }
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cat >"$dir/try.py" <<'PY'
import html
import re
import subprocess
import sys
from pathlib import Path

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Times;}}\f0 "
path = Path(sys.argv[1]) / "a.rtf"


def unrtf(kind: str) -> bytes:
    return subprocess.run(["unrtf", kind, str(path)], check=True, capture_output=True).stdout


def by_html() -> str:
    body = unrtf("--html").decode().split("<body>")[1].split("</body>")[0]
    return html.unescape(re.sub(r"<[^>]*>", "", body)).strip()


rows = [  # RTF, expected, --html gave, --text gave
    (r"The fee was \u8364?52 million.", "The fee was €52 million.", "The fee was € million.", b"The fee was ?52 million."),
    (r"He said \u8220?never\u8221? to it.", "He said “never” to it.", "He said “” to it.", b"He said ?never? to it."),
    (r"R\u233?my Dupont spoke.", "Rémy Dupont spoke.", "Ré Dupont spoke.", b"R?my Dupont spoke."),
    (r"\uc0\u8220 Never again,\u8221  she said.", "“Never again,” she said.", "“ again,”she said.", b"Never again, she said."),
    (
        r"\ldblquote Yes,\rdblquote  \'93no\'94 \'85",
        "“Yes,” “no” …",
        "“Yes,” “no” …",
        b"Yes, \x1cno\x1d &",
    ),
]
print(subprocess.run(["dpkg-query", "-W", "unrtf"], check=True, capture_output=True, text=True).stdout.strip())
same = True
for rtf, expected, known_html, known_text in rows:
    path.write_text(HEAD + rtf + r"\par}", "ascii")
    seen_html, seen_text = by_html(), unrtf("--text").splitlines()[-1]
    print(f"\nRTF       {rtf}\nexpected  {expected}\n--html    {seen_html}\n--text    {ascii(seen_text)[1:]}")
    same &= (seen_html, seen_text) == (known_html, known_text)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
python3 "$dir/try.py" "$dir"
