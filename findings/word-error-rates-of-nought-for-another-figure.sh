#!/usr/bin/env bash
# jiwer 4.0.0 and whisper-normalizer 0.1.15 (PyPI): the word error rate of a transcript against what was said, with the
# steps before it that both offer so that spelling does not count.
#
# Surprise: one would expect a rate of nought to mean the same words. The normaliser of Whisper, by which most published
# rates are counted, takes signs away on both sides: five degrees of frost (-5) are five degrees, 5 > 3 is 5 < 3, 3·5 is 3
# 5, and 10 and 12 without a comma ("ten twelve") is 1012, all at rate 0.0. $1.50 becomes "one.50", which no "1.50" matches.
# Both write "'s" out as "is" behind any word: Ann's car is "Ann is car", and jiwer makes "the 1990 is" of the 1990's and
# "ai not" of ain't. The same sentence with "has" in full is then an error.
#
# Why it hurts: a transcript with another figure in it has no error, and the rate is what says that it can be relied on.
#
# This program: compares words and figures as printed; signs of a figure belong to it. Guard: tests/text/facts/test_quantities.py,
# test_a_date_or_number_that_differs_is_found_with_both_readings.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q jiwer==4.0.0 whisper-normalizer==0.1.15
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

import jiwer
from whisper_normalizer.english import EnglishTextNormalizer

whisper, plain = EnglishTextNormalizer(), jiwer.ExpandCommonEnglishContractions()
rows = [  # said, transcript, rate by the normaliser of Whisper
    ("It is -5 degrees.", "It is 5 degrees.", 0.0),
    ("It holds if 5 > 3.", "It holds if 5 < 3.", 0.0),
    ("It rose by 3·5 points.", "It rose by 3 5 points.", 0.0),
    ("He counted ten twelve times.", "He counted 1012 times.", 0.0),
    ("He did (not) sign.", "He did sign.", 0.0),
    ("It is minus five degrees.", "It is five degrees.", 0.25),
]
print("jiwer", version("jiwer"), " whisper-normalizer", version("whisper-normalizer"))
same = True
for said, transcript, known in rows:
    seen = jiwer.wer(whisper(said), whisper(transcript))
    print(f"\nsaid        {said}\ntranscript  {transcript}")
    print(f"  read as   {whisper(said)} | {whisper(transcript)}\n  rate      {seen}")
    same &= seen == known
texts = [  # said, written out by the normaliser of Whisper, by jiwer
    ("It cost $1.50 then.", "it cost one.50 then", "It cost $1.50 then."),
    ("Ann's car won't go.", "ann is car will not go", "Ann is car will not go."),
    ("In the 1990's it ain't so.", "in the 1990 is it aint so", "In the 1990 is it ai not so."),
]
for said, *known in texts:
    seen = [whisper(said), plain(said)]
    print(f"\nsaid        {said}\n  Whisper   {seen[0]}\n  jiwer     {seen[1]}")
    same &= seen == known
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" -W ignore "$dir/try.py"
