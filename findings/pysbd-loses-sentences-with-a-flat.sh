#!/usr/bin/env bash
# pysbd 0.3.4 (PyPI): sentences of a text with clean=False, which its guide calls the way to keep the text as it is.
#
# Surprise: one would expect sentences that make up the text again. A sentence with one of a handful of signs is not there,
# nor in the spans of char_span=True: the library marks places with signs of its own choice, and finds its own again in the
# text. ♭ is one ("in B♭"), ♬ is another, which captions set before a song; of a caption between two ♬ nothing is left at
# all. What is left are whole sentences, and no error is raised. ♪ and ♫ do no harm.
#
# Why it hurts: the sentence that was denied is not in the list, so that nobody can find it unchecked.
#
# This program: its sentences leave out white space and nothing else. Guard: tests/text/test_passages.py,
# test_sentences_hold_every_sign_of_the_text.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q pysbd==0.3.4
cat >"$dir/try.py" <<'PY'
import sys
import warnings
from importlib.metadata import version

warnings.filterwarnings("ignore")  # of its patterns
import pysbd

rows = [  # text, seen
    ("The Sonata in B♭ was not played. Ann left.", ["Ann left."]),
    ("The Sonata in F♯ was not played. Ann left.", ["The Sonata in F♯ was not played. ", "Ann left."]),
    ("♬ We stay. ♬ I did not sign.", []),
    ("♪ We stay. ♪ I did not sign.", ["♪ We stay. ", "♪ I did not sign."]),
    ("I did not sign. ♬ A song. Bob left.", ["I did not sign. ", "Bob left."]),
    ("A spa (♨) was not built. Ann left.", ["Ann left."]),
]
print("pysbd", version("pysbd"))
same = True
for text, known in rows:
    seen = pysbd.Segmenter(language="en", clean=False).segment(text)
    spans = pysbd.Segmenter(language="en", clean=False, char_span=True).segment(text)
    print(f"\n{text}\n  seen {seen}")
    same &= seen == known and [text[span.start : span.end] for span in spans] == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
