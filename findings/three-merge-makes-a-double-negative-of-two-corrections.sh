#!/usr/bin/env bash
# three-merge 0.1.1 (PyPI, with diff-match-patch 20241021; the merge of texts of the editor Spyder) and merge3 1.0.0, by
# lines: two people correct a copy of one sentence each, and the copies are merged.
#
# Surprise: one would expect a conflict where two corrections touch one word; the marks of a conflict it does have. Letters
# are merged, not words. "He did sign." corrected to "He did not sign." and to "He didn't sign." is "He didn't not sign.",
# without a mark. A 10 corrected to 100 and to 1 is 10 again, as if nobody had corrected it. Where there are marks they
# stand within words and figures. merge3 says that the line was changed by both.
#
# Why it hurts: both wrote that he did not, and the merged sentence says that he did; it has the names of both to it.
#
# This program: merges no wordings: each checker's mark is kept, and disagreement is said. Guard: tests/text/test_diff_laws.py,
# test_no_change_starts_or_ends_inside_a_token.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q three-merge==0.1.1 diff-match-patch==20241021 merge3==1.0.0
cat >"$dir/try.py" <<'PY'
import sys
from importlib.metadata import version

from merge3 import Merge3
from three_merge import merge

rows = [  # the sentence, two corrections of it, seen
    ("He did sign.", "He did not sign.", "He didn't sign.", "He didn't not sign."),
    ("It is 10.", "It is 100.", "It is 1.", "It is 10."),
    ("It cost 1 million.", "It cost 1.5 million.", "It cost 2 million.", None),
]
print("three-merge", version("three-merge"), " merge3", version("merge3"))
same = True
for base, first, second, known in rows:
    seen = merge(first, second, base)
    lines = [[f"{text}\n"] for text in (base, first, second)]
    conflict = any(line.startswith("<<<<<<<") for line in Merge3(*lines).merge_lines())
    print(f"\n{base}\n  by one       {first}\n  by another   {second}\n  three-merge  {seen}")
    print("  merge3       conflict" if conflict else "  merge3       no conflict")
    same &= conflict and ("<<<<<<<" in seen if known is None else seen == known)
print("\nstill so" if same else "\nchanged")
sys.exit(0 if same else 1)
PY
"$dir/venv/bin/python" "$dir/try.py"
