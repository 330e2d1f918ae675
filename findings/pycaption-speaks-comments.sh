#!/usr/bin/env bash
# pycaption 2.3.14: TTML (DFXP) captions with an XML comment in a caption, written again as SRT.
#
# Surprise: the comment is spoken. What an editor of the captions noted for a colleague (<!-- check the name -->) stands in
# the caption's words, and in every file that is written from it, DFXP too, where it is now text. The same comment in a SAMI
# file is left out by the same library. Between captions it does no harm.
#
# Why it hurts: words that nobody said stand at a second of the recording, in the middle of a sentence that somebody did say.
#
# This program: takes the words of TTML from its elements. Guard: tests/intake/formats/test_timed_text.py,
# test_a_comment_is_no_word.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pycaption==2.3.14 beautifulsoup4==4.15.0 lxml==6.1.3
cat >"$dir/try.py" <<'PY'
import sys
import warnings
from importlib.metadata import version

import pycaption

warnings.simplefilter("ignore")
TTML = """<?xml version="1.0" encoding="utf-8"?>
<tt xml:lang="en" xmlns="http://www.w3.org/ns/ttml"><body><div>
<!-- between --><p begin="00:00:01.000" end="00:00:02.000">I did <!-- or did not? -->sign it.</p>
</div></body></tt>"""
SAMI = """<SAMI><HEAD><STYLE TYPE="text/css"><!-- .ENCC {Name: English; lang: en;} --></STYLE></HEAD><BODY>
<SYNC Start=1000><P Class=ENCC>I did <!-- or did not? -->sign it.<SYNC Start=2000><P Class=ENCC>&nbsp;</BODY></SAMI>"""
print("pycaption", version("pycaption"))
same = True
for reader, text, known in ((pycaption.DFXPReader, TTML, True), (pycaption.SAMIReader, SAMI, False)):
    captions = reader().read(text)
    words = " ".join(captions.get_captions(captions.get_languages()[0])[0].get_text().split())
    written = pycaption.SRTWriter().write(captions)
    if known:
        again = pycaption.DFXPWriter().write(captions)
        same &= "or did not?" in again and "<!--" not in again
    print(f"{reader.__name__:12}{words!r}")
    same &= ("or did not?" in words) is known and ("or did not?" in written) is known and "between" not in written
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
